"""Sentences and tokens of a document's article blocks, by the language's spaCy pipeline."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from chancery.analysis.mending import mend
from chancery.analysis.reading import levelled
from chancery.analysis.tokens import Sentence, Token
from chancery.clean.document import Block, Document
from chancery.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FINAL = frozenset('.!?…:;»")]}*•|–—\n ')
"""Characters behind which a sentence may begin."""
COLUMNS: list[str | int] = ["IDX", "LENGTH", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "SENT_START"]
"""What is read off a parsed text, in this order."""
HEAD = COLUMNS.index("HEAD")
LONGEST = 10_000
"""Code points of one paragraph read at once; a longer one is cut at white space, so that memory and time stay bounded."""
TOGETHER = 50_000
"""Code points parsed at once: what the network holds for them is about a hundred times as large as they are."""
LONGEST_SENTENCE = 400
"""Tokens; more without an end is no sentence but a list, a table or damage, and it is cut: what is asked of sentences may take the square of it."""
UNBROKEN = re.compile(r"\S{300}")
"""More without white space is no word; the tokenizer takes the square of its length in time, so it is cut."""


def parse(document: Document, pipeline: "Language") -> tuple[Sentence, ...]:
    """The sentences of the article, in text order; none crosses a paragraph."""
    found: list[Sentence] = []
    for pieces in _together(_pieces(document)):
        texts = [levelled(span.of(document.text)) for span, _ in pieces]
        docs = pipeline.pipe(_bounded(pipeline.make_doc(text), text) for text in texts)
        for (span, block), text, doc in zip(pieces, texts, docs, strict=True):
            found += _sentences(doc, text, span.start, block)
    return tuple(found)


def _bounded(doc: "Doc", text: str) -> "Doc":
    """The tokens with the places marked where no sentence can begin: behind a word or comma. The parser decides on the rest."""
    if not len(doc):
        return doc
    ends = doc.to_array(["IDX", "LENGTH"]).sum(axis=1)
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


def _together(pieces: Iterator[tuple[Span, Block]]) -> Iterator[list[tuple[Span, Block]]]:
    """The pieces in groups that are parsed at once."""
    group: list[tuple[Span, Block]] = []
    size = 0
    for span, block in pieces:
        if group and size + len(span) > TOGETHER:
            yield group
            group, size = [], 0
        group.append((span, block))
        size += len(span)
    if group:
        yield group


def _cut(span: Span, text: str) -> Iterator[Span]:
    """The span in stretches that are not too long, as a whole and without white space."""
    start = span.start
    while start < span.end:
        end = min(span.end, start + LONGEST)
        if end < span.end and (space := text.rfind(" ", start + 1, end)) > 0:
            end = space
        if unbroken := UNBROKEN.search(text, start, end):
            end = unbroken.end()
        yield Span(start, end)
        start = end


@lru_cache(maxsize=8192)
def _features(morph: str) -> dict[str, str]:
    """UD features as a dictionary; shared between tokens."""
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


def _sentences(doc: "Doc", text: str, offset: int, block: Block) -> Iterator[Sentence]:
    """The parsed text as our own sentences. Read off in columns, and from the text at hand: asking each token costs a tenth of the parse."""
    if not len(doc):
        return
    names = doc.vocab.strings
    columns = doc.to_array(COLUMNS)
    heads = (columns[:, HEAD].astype(np.int64) + np.arange(len(doc))).tolist()
    made: list[Token] = []
    for place, (start, length, lemma, pos, dep, morph, _, _) in enumerate(columns.tolist()):
        word = text[start : start + length]
        features = _features(names[morph] if morph else "")
        made.append(Token(start + offset, start + length + offset, word, names[lemma] if lemma else word, names[pos], names[dep], features, place))
    bounds = [0, *(place for place in np.flatnonzero(columns[:, -1] == 1).tolist() if place)]
    for first, after in pairwise([*bounds, len(made)]):
        words = [place for place in range(first, after) if not made[place].text.isspace()]
        for at in range(0, len(words), LONGEST_SENTENCE):
            some = words[at : at + LONGEST_SENTENCE]
            yield _sentence(made, some, [heads[place] for place in some], block)


def _sentence(made: list[Token], words: list[int], heads: list[int], block: Block) -> Sentence:
    """A sentence of those words, each hung on its head; a head outside the sentence is replaced by the root."""
    inside = set(words)
    root = next((made[word] for word, head in zip(words, heads, strict=True) if word == head), made[words[0]])
    for index, (word, head) in enumerate(zip(words, heads, strict=True)):
        token = made[word]
        token.index = index
        token.head = made[head] if head in inside else root
        if token.head is not token and token is not root:
            token.head.children.append(token)
    root.head = root
    tokens = [made[word] for word in words]
    mend(tokens)
    return Sentence(Span(tokens[0].start, tokens[-1].end), block, tokens)
