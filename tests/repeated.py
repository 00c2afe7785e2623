"""A text said again and again, parsed once: long documents for the stages behind the parser, at no cost."""

from dataclasses import replace

from chancery.analysis import Analysis, Sentence, Token, analyse
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.span import Span


def repeated(text: str, times: int) -> Analysis:
    """The analysis of the text `times` over, as one paragraph."""
    whole = text * times
    document = Document(Source("case", "case", whole), (Block(Span(0, len(whole)), "body"),), "fr")
    once = analyse(Document(Source("case", "case", text), (Block(Span(0, len(text)), "body"),), "fr"))
    steps = [len(text) * turn for turn in range(times)]
    return Analysis(
        document,
        tuple(_moved(sentence, step, document.blocks[0]) for step in steps for sentence in once.sentences),
        tuple(replace(item, span=_shifted(item.span, step)) for step in steps for item in once.mentions),
        tuple(replace(item, span=_shifted(item.span, step)) for step in steps for item in once.references),
        tuple(replace(item, span=_shifted(item.span, step)) for step in steps for item in once.times),
    )


def _shifted(span: Span, step: int) -> Span:
    return Span(span.start + step, span.end + step)


def _moved(sentence: Sentence, step: int, block: Block) -> Sentence:
    """The sentence that much farther on, with tokens of its own."""
    made = [Token(word.start + step, word.end + step, word.text, word.lemma, word.pos, word.dep, word.morph, word.index) for word in sentence.tokens]
    for old, new in zip(sentence.tokens, made, strict=True):
        new.head = made[old.head.index]
        new.children = [made[child.index] for child in old.children]
    return Sentence(_shifted(sentence.span, step), block, made)
