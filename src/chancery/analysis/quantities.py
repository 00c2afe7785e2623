"""Quantities."""

from chancery.analysis.analysis import Quantity, TimeExpression
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.languages import Pack


def measure(document: Document, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...], pack: Pack) -> tuple[Quantity, ...]:
    return ()
