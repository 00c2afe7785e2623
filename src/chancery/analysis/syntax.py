"""Sentences and tokens of a document's article blocks, by the language's spaCy pipeline."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from chancery.analysis.reading import levelled
from chancery.analysis.tokens import Sentence, Token
from chancery.clean.document import Block, Document
from chancery.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FINAL = frozenset('.!?…:;»")]}*•|–—\n ')
"""Characters behind which a sentence may begin."""
LONGEST = 20_000
"""Code points read at once; a paragraph above it is cut at white space, so that memory and time stay bounded."""


def parse(document: Document, pipeline: "Language") -> tuple[Sentence, ...]:
    """The sentences of the article, in text order; none crosses a paragraph."""
    pieces = list(_pieces(document))
    docs = pipeline.pipe(_bounded(pipeline.make_doc(levelled(span.of(document.text)))) for span, _ in pieces)
    return tuple(sentence for (span, block), doc in zip(pieces, docs, strict=True) for sentence in _sentences(doc, span.start, block))


def _bounded(doc: "Doc") -> "Doc":
    """The tokens with the places marked where no sentence can begin: behind a word or comma. The parser decides on the rest."""
    if not len(doc):
        return doc
    text, ends = doc.text, doc.to_array(["IDX", "LENGTH"]).sum(axis=1)
    marks = np.array([0, *(0 if text[end - 1] in FINAL else -1 for end in ends[:-1])], dtype=np.int64)
    return doc.from_array(["SENT_START"], marks.view(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


def _pieces(document: Document) -> Iterator[tuple[Span, Block]]:
    """The paragraphs of the article, each at most LONGEST code points."""
    for block in document.article():
        start = block.span.start
        for line in block.span.of(document.text).splitlines(keepends=True):
            for piece in _cut(Span(start, start + len(line)), document.text):
                bare = piece.trimmed(document.text)
                if len(bare):
                    yield bare, block
            start += len(line)


def _cut(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        end = space if space > 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


@lru_cache(maxsize=8192)
def _features(morph: str) -> dict[str, str]:
    """UD features as a dictionary; shared between tokens."""
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


def _sentences(doc: "Doc", offset: int, block: Block) -> Iterator[Sentence]:
    starts = [token.i for token in doc if token.is_sent_start or token.i == 0]
    for first, after in pairwise([*starts, len(doc)]):
        words = [word for word in doc[first:after] if not word.is_space]
        if not words:
            continue
        made = {
            word.i: Token(
                word.idx + offset,
                word.idx + offset + len(word.text),
                word.text,
                word.lemma_ or word.text,
                word.pos_,
                word.dep_,
                _features(str(word.morph)),
                index,
            )
            for index, word in enumerate(words)
        }
        root = next((made[word.i] for word in words if word.head.i == word.i), made[words[0].i])
        for word in words:
            token = made[word.i]
            token.head = made.get(word.head.i, root)
            if token.head is not token:
                token.head.children.append(token)
        root.head = root
        tokens = list(made.values())
        yield Sentence(Span(tokens[0].start, tokens[-1].end), block, tokens)
