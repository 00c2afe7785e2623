"""Treebank sentences in the shapes that press text has."""

import random
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.converters import conllu_to_docs

GROUP = 10
"""Sentences to a text where scores are taken; to a training text at most LONGEST, so that the pipeline learns where sentences end."""
LONGEST = 12
RARE = 5
MARKS = (".", "!", "?", "…", '"', "»", ")", ":", ";")
"""What a sentence ends with."""
QUOTES = ('"', "«", "»", "“", "”")


def sentences(source: Path) -> list[str]:
    """The sentences of a CoNLL-U file, each as its lines."""
    return [sentence for sentence in source.read_text("utf-8").split("\n\n") if sentence.strip()]


def requoted(sentence: str) -> str:
    """The sentence with guillemets for its quotation marks."""
    lines, inside = [], False
    for line in sentence.splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[1] in QUOTES:
            inside = not inside
            columns[1] = columns[2] = "«" if inside else "»"
        lines.append("\t".join(columns))
    return "\n".join(lines)


def varied(found: list[str], copies: int, seed: int) -> list[Doc]:
    """Copies of the sentences in texts of one to LONGEST: as they are, with guillemets, and some of these in another order."""
    chance, made = random.Random(seed), list[Doc]()
    for copy in range(copies):
        some = [requoted(sentence) for sentence in found] if copy % 2 else list(found)
        if copy % 4 == 1:
            chance.shuffle(some)
        for group in _groups(some, chance):
            made += _read(group)
    return made


def mingled(found: list[str], copies: int, seed: int) -> list[Doc]:
    """Copies in ever other orders, those sentences twice that end without a mark: what follows them is never the same."""
    bare = [sentence for sentence in found if not sentence.partition("# text = ")[2].partition("\n")[0].rstrip().endswith(MARKS)]
    chance, made = random.Random(seed), list[Doc]()
    for copy in range(copies):
        some = [requoted(sentence) for sentence in found] if copy % 2 else list(found)
        some += bare
        chance.shuffle(some)
        for group in _groups(some, chance):
            made += _read(group)
    return made


def plain(found: list[str]) -> list[Doc]:
    """The sentences in texts of GROUP, as scores are taken."""
    return [doc for start in range(0, len(found), GROUP) for doc in _read(found[start : start + GROUP])]


def projected(docs: Iterable[Doc], pipeline: Language, relations: Container[str]) -> Iterator[Doc]:
    """The texts of one treebank as another would have them.

    Features are those that a pipeline trained on the other finds likeliest for the parts of speech the words have; relations are without their
    subtypes where the other has no such.
    """
    tagger = pipeline.get_pipe("morphologizer")
    labels = tagger.labels
    parts = np.array([tagger.cfg["labels_pos"][label] for label in labels])
    for doc in docs:
        bare = Doc(pipeline.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        scores = tagger.model.predict([pipeline.get_pipe("tok2vec")(bare)])[0]
        for token, row in zip(doc, scores, strict=True):
            fitting = np.flatnonzero(parts == token.pos)
            token.set_morph(tagger.cfg["labels_morph"][labels[fitting[row[fitting].argmax()]]] if len(fitting) else None)
            if not len(fitting):
                token.pos = 0
            if token.dep_ not in relations:
                token.dep_ = token.dep_.partition(":")[0]
        yield doc


def relations(docs: Iterable[Doc]) -> set[str]:
    """The relations that stand in the texts, the rarest left out."""
    count = Counter(token.dep_ for doc in docs for token in doc)
    return {relation for relation, times in count.items() if times >= RARE}


def write(docs: Iterable[Doc], out: Path) -> None:
    """Write the texts as a spaCy corpus."""
    DocBin(docs=docs, store_user_data=False).to_disk(out)


def _groups(found: list[str], chance: random.Random) -> Iterator[list[str]]:
    start = 0
    while start < len(found):
        end = start + chance.randint(1, LONGEST)
        yield found[start:end]
        start = end


def _read(group: list[str]) -> list[Doc]:
    docs: list[Doc] = list(conllu_to_docs("\n\n".join(group) + "\n\n", n_sents=len(group), merge_subtokens=True, no_print=True))
    return docs
