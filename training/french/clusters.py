"""Words of the press in clusters: those stand together that have the same neighbours right before and right behind them."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from chancery.analysis.reading import levelled

WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]{1,2}'|(?:qu|Qu|jusqu|lorsqu|puisqu)'|[^\W_]+(?:[-&][^\W_]+)*|[^\w\s]")
EVERY = 3
"""One article in three is left out: the clusters are no better with it."""
WORDS, SEEN = 60_000, 8
"""At most so many words, each seen so often at least."""
NEIGHBOURS = 1_200
"""The frequent words that count as neighbours, on each side."""
WIDTH, CLUSTERS, GROUPS = 100, 500, 26
ROUNDS = 15

Matrix = np.ndarray[Any, np.dtype[np.float32]]


def made(corpus: Path) -> dict[str, str]:
    """Each frequent word with its cluster: a letter for the group of clusters, then a number."""
    texts = list(_texts(corpus))
    counts = Counter(word for text in texts for word in text)
    words = [word for word, times in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS] if times >= SEEN]
    vectors = _narrowed(_neighbours(texts, words))
    cluster, centres = _grouped(vectors, CLUSTERS)
    group, _ = _grouped(centres, GROUPS)
    return {word: f"{chr(97 + group[cluster[row]])}{cluster[row]:03x}" for row, word in enumerate(words) if word[0].isalpha()}


def _texts(corpus: Path) -> list[list[str]]:
    """The articles as words, exact copies left out, numbers all alike."""
    found, seen = [], set()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            article = json.loads(line)
            if index % EVERY == EVERY - 1 or article["text"] in seen:
                continue
            seen.add(article["text"])
            found.append(["0" if word.isdigit() else word for word in WORD.findall(levelled(f"{article['title']} . {article['text']}"))])
    return found


def _neighbours(texts: list[list[str]], words: list[str]) -> Matrix:
    """How often each frequent word stands before and behind each word, as positive pointwise mutual information."""
    row = {word: index for index, word in enumerate(words)}
    counts: Matrix = np.zeros((len(words), 2 * NEIGHBOURS), np.float32)
    for text in texts:
        rows = np.array([row.get(word, -1) for word in text])
        before, after = rows[:-1], rows[1:]
        both = (before >= 0) & (after >= 0)
        left, right = both & (before < NEIGHBOURS), both & (after < NEIGHBOURS)
        np.add.at(counts, (after[left], before[left]), 1)
        np.add.at(counts, (before[right], NEIGHBOURS + after[right]), 1)
    share = counts.sum(0, keepdims=True) ** 0.75
    share /= share.sum()
    expected = np.maximum(counts.sum(1, keepdims=True), 1) * np.maximum(share, 1e-9)
    made: Matrix = np.maximum(np.log(np.maximum(counts / expected, 1e-9)), 0).astype(np.float32)
    return made


def _narrowed(matrix: Matrix) -> Matrix:
    """The rows in the few dimensions that hold most of them, at length one."""
    matrix = _even(matrix)
    _, axes = np.linalg.eigh(matrix.T @ matrix)
    return _even(matrix @ axes[:, -WIDTH:])


def _even(matrix: Matrix) -> Matrix:
    made: Matrix = (matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6)).astype(np.float32)
    return made


def _grouped(vectors: Matrix, count: int) -> tuple[np.ndarray[Any, np.dtype[np.int64]], Matrix]:
    """Spherical k-means from a fixed start: the group of each row, and the centres."""
    chance = np.random.default_rng(1)
    centres = vectors[chance.choice(min(len(vectors), 8_000), count, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.concatenate([(vectors[start : start + 8_000] @ centres.T).argmax(1) for start in range(0, len(vectors), 8_000)])
        centres = np.zeros_like(centres)
        np.add.at(centres, nearest, vectors)
        empty = np.linalg.norm(centres, axis=1) < 1e-6
        centres[empty] = vectors[chance.choice(len(vectors), int(empty.sum()))]
        centres = _even(centres)
    return nearest, centres
