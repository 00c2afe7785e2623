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


def train(corpus: Path, work: Path) -> Path:
    """Train vectors with subword units, keep the frequent words, and return the folder of the spaCy vocabulary."""
    plain, out = work / "corpus.tok", work / "vectors"
    counts = tokenised(corpus, plain)
    model = floret.train_unsupervised(
        str(plain), model="cbow", dim=WIDTH, epoch=5, minCount=5, minn=3, maxn=5, bucket=400_000, thread=2, neg=10, ws=5
    )
    words = [word for word, _ in counts.most_common(ROWS)]
    nlp: Language = spacy.blank("fr")
    table = np.asarray([model.get_word_vector(word) for word in words], dtype="float32")
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=[nlp.vocab.strings.add(word) for word in words], name="press")
    nlp.to_disk(out)
    return out
