"""Word vectors from press text: one row for each of the most frequent words."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from chancery.analysis.reading import levelled

WIDTH = 96
"""The width of the token vectors of the pipeline, so that both can be summed."""
ROWS = 40_000
"""15 MB on disk; the 40,000 most frequent words are 96 % of the running text."""


def texts(corpus: Path) -> Iterator[str]:
    """The articles of a gzipped JSON Lines corpus, titles first, as the pipeline will read them."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield levelled(f"{article['title']}. {article['text']}")


def tokenised(corpus: Path, out: Path) -> Counter[str]:
    """Write the corpus with a space between tokens, and count the tokens."""
    tokenizer = spacy.blank("fr").tokenizer
    counts: Counter[str] = Counter()
    seen: set[int] = set()
    with out.open("w", encoding="utf-8") as target:
        for text in texts(corpus):
            if hash(text) in seen:
                continue
            seen.add(hash(text))
            words = [token.text for token in tokenizer(text) if not token.is_space]
            counts.update(words)
            target.write(" ".join(words) + "\n")
    return counts


def train(corpus: Path, work: Path, out: Path) -> Counter[str]:
    """Train vectors with subword units, keep those of frequent words as a spaCy vocabulary in `out`, and return how often each token was read.

    Only near neighbours count: they tell more of a word's part of speech than far ones. One thread, so that all runs make the same.
    """
    plain = work / "corpus.tok"
    counts = tokenised(corpus, plain)
    model = floret.train_unsupervised(
        str(plain), model="skipgram", dim=WIDTH, epoch=4, minCount=5, minn=3, maxn=5, bucket=200_000, thread=1, neg=5, ws=2
    )
    words = [word for word, _ in counts.most_common(ROWS)]
    nlp: Language = spacy.blank("fr")
    table = np.asarray([model.get_word_vector(word) for word in words], dtype="float32")
    table -= table.mean(axis=0)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=[nlp.vocab.strings.add(word) for word in words], name="press")
    nlp.to_disk(out)
    return counts
