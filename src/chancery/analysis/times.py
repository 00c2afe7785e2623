"""Times anchored."""

from chancery.analysis.analysis import TimeExpression
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.languages import Pack


def anchor(document: Document, sentences: tuple[Sentence, ...], pack: Pack) -> tuple[TimeExpression, ...]:
    return ()
