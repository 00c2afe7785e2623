"""Press text with headlines between its sentences, as text looks whose layout was lost: a sentence may end without a mark."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from chancery.analysis.reading import levelled

EVERY = 29
"""One article in so many is read, so that the texts are from all over the corpus."""
SENTENCES, WORDS = 12, 60
"""Read of an article at most, and of a sentence."""
HEADED, CUT, LOUD, BARE = 0.2, 0.4, 0.1, 0.04
"""How often a headline stands before a sentence, is cut at its first comma or colon, is in capitals; how often a sentence lacks its full stop."""
FINAL = ('"', "»", ")")

Words = list[tuple[str, bool]]
"""Tokens, and whether a space follows."""


def texts(corpus: Path, pipeline: Language, count: int) -> Iterator[Doc]:
    """So many texts that say nothing but where their sentences begin; the pipeline says where those behind a final mark do."""
    chance = random.Random(3)
    articles = list(islice(_articles(corpus), count))
    titles = [levelled(article["title"]).strip(" .") for article in articles]
    with pipeline.select_pipes(enable=["tok2vec", "parser"]):
        for article, title in zip(articles, titles, strict=True):
            made: list[Words] = []
            for sentence in islice(_sentences(pipeline(levelled(article["text"])[:4_000])), SENTENCES):
                if not made or chance.random() < HEADED:
                    made.append(_words(pipeline.make_doc(_headline(chance.choice(titles) if made else title, chance))))
                made.append(sentence[:-1] if sentence[-1][0] == "." and chance.random() < BARE else sentence)
            made = [words for words in made if words]
            for words in made:
                words[-1] = (words[-1][0], True)
            yield Doc(
                pipeline.vocab,
                words=[word for words in made for word, _ in words],
                spaces=[space for words in made for _, space in words],
                sent_starts=[place == 0 for words in made for place in range(len(words))],
            )


def _articles(corpus: Path) -> Iterator[dict[str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, EVERY):
            article = json.loads(line)
            if article["title"].strip() and article["text"].strip():
                yield article


def _sentences(doc: Doc) -> Iterator[Words]:
    """The sentences that end with a mark, the last one left out, for it may be cut; a quotation mark stands with what it opens or closes."""
    words: Words = []
    for token in doc:
        if token.is_sent_start and not (token.text in FINAL and words and not words[-1][1]):
            opening = len(words) > 1 and words[-1] == ('"', False) and words[-2][1]
            whole, rest = (words[:-1], words[-1:]) if opening else (words, [])
            if _ends(whole):
                if len(whole) <= WORDS:
                    yield whole
                words = rest
        words += _words([token])


def _ends(words: Words) -> bool:
    """Whether the last word is a final mark, or the last but one is and the marks close behind it."""
    return bool(words) and (words[-1][0] in ".!?…" or (words[-1][0] in FINAL and len(words) > 1 and words[-2][0] in ".!?…"))


def _headline(title: str, chance: random.Random) -> str:
    if chance.random() < CUT:
        title = title.replace(":", ",").partition(",")[0].strip() or title
    return title.upper() if chance.random() < LOUD else title


def _words(tokens: Iterable[Token]) -> Words:
    return [(token.text, bool(token.whitespace_)) for token in tokens if not token.is_space]
