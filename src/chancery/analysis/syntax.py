"""Sentences and tokens of a document's article blocks, by the language's spaCy pipeline."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from chancery.analysis.bounds import bounded
from chancery.analysis.mending import mend
from chancery.analysis.paragraphs import groups
from chancery.analysis.reading import LEVELLED
from chancery.analysis.tokens import Sentence, Token
from chancery.clean.document import Block, Document
from chancery.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

COLUMNS: list[str | int] = ["IDX", "LENGTH", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "SENT_START"]
"""What is read off a parsed text, in this order."""
HEAD = COLUMNS.index("HEAD")
LONGEST_SENTENCE = 400
"""Tokens; more without an end is no sentence but a list or damage. It is cut, and says so, for what is asked of sentences may take its square."""
KEPT_WORDS = 20_000
"""Words that a pipeline keeps once it has met them, the frequent ones first; those that are new then are forgotten with their text."""
AS_READ = LEVELLED | str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""Inside a paragraph a line was cut where it need not be."""


def parse(document: Document, pipeline: "Language") -> tuple[Sentence, ...]:
    """The sentences of the article, in text order; none crosses a paragraph."""
    found: list[Sentence] = []
    for pieces in groups(document):
        texts = [span.of(document.text).translate(AS_READ) for span, _ in pieces]
        with _memory(pipeline):
            names = _Strings(pipeline.vocab.strings)
            docs = pipeline.pipe(bounded(pipeline.make_doc(text), text) for text in texts)
            for (span, block), text, doc in zip(pieces, texts, docs, strict=True):
                found += _sentences(doc, text, span.start, block, names)
    return tuple(found)


def _memory(pipeline: "Language") -> AbstractContextManager[object]:
    """Within it new words are kept for good, or until its end once there are many. Nothing of spaCy's may be used behind it."""
    return nullcontext() if len(pipeline.vocab) < KEPT_WORDS else pipeline.memory_zone()


class _Strings(dict[int, str]):
    """The strings of a vocabulary by number, each fetched from it once."""

    def __init__(self, store: "StringStore") -> None:
        self._store = store

    def __missing__(self, number: int) -> str:
        found = self[number] = self._store[number]
        return found


@lru_cache(maxsize=8192)
def _features(morph: str) -> dict[str, str]:
    """UD features as a dictionary; shared between tokens."""
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


def _sentences(doc: "Doc", text: str, offset: int, block: Block, names: _Strings) -> Iterator[Sentence]:
    """The parsed text as our own sentences. Read off in columns, and from the text at hand: asking each token costs a tenth of the parse."""
    if not len(doc):
        return
    columns = doc.to_array(COLUMNS)
    heads = (columns[:, HEAD].astype(np.int64) + np.arange(len(doc))).tolist()
    made: list[Token] = []
    for place, (start, length, lemma, pos, dep, morph, _, _) in enumerate(columns.tolist()):
        word = text[start : start + length]
        features = _features(names[morph])
        made.append(Token(start + offset, start + length + offset, word, names[lemma] or word, names[pos], names[dep], features, place))
    bounds = [0, *(place for place in np.flatnonzero(columns[:, -1] == 1).tolist() if place)]
    for first, after in pairwise([*bounds, len(made)]):
        words = [place for place in range(first, after) if not made[place].text.isspace()]
        for at in range(0, len(words), LONGEST_SENTENCE):
            some = words[at : at + LONGEST_SENTENCE]
            sentence = _sentence(made, some, [heads[place] for place in some], block)
            sentence.cut = at + LONGEST_SENTENCE < len(words)
            yield sentence


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
