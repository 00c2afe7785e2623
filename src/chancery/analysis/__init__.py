"""Document to analysis: sentences, names and whom they stand for, times anchored, quantities."""

from chancery.analysis.actors import resolve
from chancery.analysis.analysis import Analysis, Mention, MentionType, Quantity, Reference, TimeExpression
from chancery.analysis.names import find_names
from chancery.analysis.quantities import measure
from chancery.analysis.syntax import parse
from chancery.analysis.times import anchor
from chancery.analysis.tokens import Sentence, Token
from chancery.clean import Document
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.settings import Settings

__all__ = ["Analysis", "Mention", "MentionType", "Quantity", "Reference", "Sentence", "TimeExpression", "Token", "analyse"]


def analyse(document: Document, settings: Settings = Settings()) -> Analysis:
    """What the document says below the facts, read with the pack of its language."""
    pack, register = pack_for(document.language), register_for(settings.register)
    sentences = parse(document, pack.pipeline(settings.pipeline))
    times = anchor(document, sentences, pack)
    names = find_names(document, sentences, pack, register)
    mentions, references = resolve(document, sentences, names, register, pack)
    quantities = measure(document, sentences, times, pack, mentions)
    return Analysis(document, sentences, mentions, references, times, quantities)
