"""spaCy's recogniser of names over the pack's word vectors in context: what the shipped tagger is compared with."""

import random
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans, minibatch
from thinc.api import Adam, fix_random_seed
from training.french.annotated import Annotated, Name

from chancery.analysis.reading import levelled

LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": LISTENER,
}
DROP, BATCH, RATE = 0.3, 8, 0.001


Paragraphs = list[tuple[int, Doc]]
"""Paragraphs of a text, each with its place."""


def read(text: str, pipeline: Language) -> Paragraphs:
    """The paragraphs as the pack's syntax reads them, with the vectors in context of `pipeline`, but without names."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, pipeline.make_doc(levelled(line.rstrip()))))
        start += len(line)
    with pipeline.select_pipes(enable=["tok2vec"]):
        return [(place, pipeline(doc)) for place, doc in found]


def network(syntax: Path, known: Sequence[Annotated], rounds: int, *, own: bool) -> Language:
    """The syntax's word vectors in context and a recogniser over them, trained on the documents.

    The vectors are shared and left as they are; with `own` the recogniser has a copy that is trained with it.
    """
    fix_random_seed(1)
    pipeline = spacy.load(syntax)
    for name in set(pipeline.pipe_names) - {"tok2vec"}:
        pipeline.remove_pipe(name)
    recogniser = pipeline.add_pipe("ner", config={"model": MODEL})
    texts = [example for document in known for example in _examples(document, pipeline)]
    recogniser.initialize(lambda: texts, nlp=pipeline)  # type: ignore[attr-defined]
    if own:
        pipeline.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    chance, optimizer = random.Random(1), Adam(RATE)
    for _ in range(rounds):
        chance.shuffle(texts)
        for batch in minibatch(texts, BATCH):
            fresh = [Example(pipeline.make_doc(example.reference.text), example.reference) for example in batch]
            pipeline.update(fresh, sgd=optimizer, drop=DROP, exclude=["tok2vec"], annotates=["tok2vec"])
    return pipeline


def names_of(paragraphs: Paragraphs, pipeline: Language) -> list[Name]:
    """The names that a pipeline finds in paragraphs that it has read."""
    docs = pipeline.get_pipe("ner").pipe(doc for _, doc in paragraphs)  # type: ignore[attr-defined]
    places = [place for place, _ in paragraphs]
    return [(place + name.start_char, place + name.end_char, name.label_) for place, doc in zip(places, docs, strict=True) for name in doc.ents]


def _examples(document: Annotated, pipeline: Language) -> list[Example]:
    made = []
    for start, doc in read(document.text, pipeline):
        inside = [(name[0] - start, name[1] - start, name[2]) for name in document.names if start <= name[0] and name[1] <= start + len(doc.text)]
        spans = [doc.char_span(*name[:2], label=name[2], alignment_mode="expand") for name in inside]
        reference = doc.copy()
        reference.set_ents(filter_spans([span for span in spans if span is not None]))
        made.append(Example(doc, reference))
    return made
