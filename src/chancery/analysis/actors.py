"""Whom names, roles and pronouns stand for."""

from chancery.analysis.analysis import Mention, Reference
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.languages import Pack
from chancery.register import Register


def resolve(document: Document, sentences: tuple[Sentence, ...], names: tuple[Mention, ...], register: Register, pack: Pack) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    return names, ()
