"""Treebank sentences in the shapes that press text has."""

import random
from pathlib import Path

from spacy.tokens import DocBin
from spacy.training.converters import conllu_to_docs

GROUP = 10
"""Sentences to a training text, so that the parser learns where sentences end."""


def requoted(conllu: str, opening: str, closing: str) -> str:
    """The same sentences with guillemets or other marks for straight quotes, and spaces inside guillemets as press writes them."""
    lines, inside = [], False
    for line in conllu.splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[1] in ('"', "«", "»", "“", "”"):
            inside = not inside
            columns[1] = columns[2] = opening if inside else closing
            line = "\t".join(columns)
        elif not line:
            inside = False
        lines.append(line)
    return "\n".join(lines) + "\n"


def shuffled(conllu: str, seed: int) -> str:
    """The sentences in another order, so that the parser sees other neighbours."""
    sentences = [sentence for sentence in conllu.split("\n\n") if sentence.strip()]
    random.Random(seed).shuffle(sentences)
    return "\n\n".join(sentences) + "\n\n"


def write(source: Path, out: Path, *, varied: bool) -> None:
    """Write the sentences of `source` as a spaCy corpus; `varied` adds a second copy with other quotation marks and neighbours."""
    conllu = source.read_text("utf-8")
    copies = [conllu, shuffled(requoted(conllu, "«", "»"), 1)] if varied else [conllu]
    found = DocBin(store_user_data=False)
    for copy in copies:
        for document in conllu_to_docs(copy, n_sents=GROUP, merge_subtokens=True, no_print=True):
            found.add(document)
    found.to_disk(out)
