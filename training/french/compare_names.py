"""What finds names best: `python -m training.french.compare_names --data FOLDER`.

Three taggers, trained on the same documents and scored on those held back: the random field that ships, spaCy's own tagger on the shared network, and
the field with that tagger's labels among its features. Prints F1 and what each costs beyond the syntax, in microseconds a word.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
import spacy
from spacy.language import Language
from spacy.training import Example
from training.french import clusters
from training.french.names import SETTINGS, Annotated, Name, annotated, gathered, labels, sample, scores, trained

from chancery.analysis.name_agreement import agreed
from chancery.analysis.name_features import Lexicon, clues, features
from chancery.analysis.names import lexicon_from, tagged
from chancery.analysis.reading import levelled
from chancery.languages import pack_for
from chancery.register import register_for

EPOCHS, DROPOUT, BATCH = 25, 0.3, 8
FOLDS = 2
"""Parts of the training documents, each labelled by a tagger that has not seen it, so that the field learns how far to trust it."""
Finder = Callable[[Annotated], list[Name]]
LABELS = ("PER", "ORG", "LOC")


def spacy_tagger(documents: Sequence[Annotated]) -> Language:
    """spaCy's tagger of names on the network of the French pack, which is left as it is: only what is stacked on it learns."""
    nlp = spacy.load(pack_for("fr").folder / "syntax", exclude=["parser", "morphologizer", "trainable_lemmatizer"])
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 64}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    ner = nlp.add_pipe("ner", config={"model": {**model, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener}})
    for label in LABELS:
        ner.add_label(label)  # type: ignore[attr-defined]
    examples = [example for document in documents for example in _examples(nlp, document)]
    ner.initialize(lambda: examples, nlp=nlp)  # type: ignore[attr-defined]
    optimizer, chance = nlp.create_optimizer(), random.Random(7)
    for _ in range(EPOCHS):
        chance.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            nlp.update(examples[start : start + BATCH], sgd=optimizer, drop=DROPOUT, exclude=["tok2vec"], annotates=["tok2vec"])
    return nlp


def _examples(nlp: Language, document: Annotated) -> list[Example]:
    found, at = [], 0
    for line in levelled(document.text).split("\n"):
        if line.strip():
            doc = nlp.make_doc(line)
            here = [(start - at, end - at, label) for start, end, label in document.names if at <= start and end <= at + len(line)]
            spans = [span for start, end, label in here if (span := doc.char_span(start, end, label, alignment_mode="expand"))]
            found.append(
                Example.from_dict(doc, {"entities": [(span.start_char, span.end_char, span.label_) for span in spacy.util.filter_spans(spans)]})
            )
        at += len(line) + 1
    return found


def by_spacy(nlp: Language) -> Finder:
    """The names that spaCy's tagger finds in a document."""

    def find(document: Annotated) -> list[Name]:
        found, at = [], 0
        lines = levelled(document.text).split("\n")
        for line, doc in zip(lines, nlp.pipe(lines), strict=True):
            found += [(at + span.start_char, at + span.end_char, span.label_) for span in doc.ents]
            at += len(line) + 1
        return found

    return find


def joined(document: Annotated, find: Finder, lexicon: Lexicon) -> list[list[list[str]]]:
    """The features of each unit of a document, with the label that spaCy's tagger gives it."""
    names, known = find(document), clues(document.runs, lexicon)
    told = []
    for run in document.runs:
        marks = labels(run, names)
        told.append(
            [[*each, f"s={mark}", f"s-1={before}"] for each, mark, before in zip(features(run, known, lexicon), marks, ["^", *marks], strict=False)]
        )
    return told


def trained_jointly(documents: Sequence[Annotated], lexicon: Lexicon, out: Path) -> Any:
    """The field with the labels of a spaCy tagger that had not seen the document."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for fold in range(FOLDS):
        find = by_spacy(spacy_tagger([document for at, document in enumerate(documents) if at % FOLDS != fold]))
        for document in documents[fold::FOLDS]:
            for run, made in zip(document.runs, joined(document, find, lexicon), strict=True):
                trainer.append(made, labels(run, document.names))
    trainer.train(str(out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out))
    return tagger


def f1(found: dict[str, set[Name]], documents: Sequence[Annotated]) -> dict[str, float]:
    """F1 with exact spans, by label and of all."""
    result = {}
    for label in (*LABELS, "all"):
        wanted = [(found[d.id], set(d.names)) for d in documents]
        pairs = [({n for n in a if label in ("all", n[2])}, {n for n in b if label in ("all", n[2])}) for a, b in wanted]
        result[label] = 2 * sum(len(a & b) for a, b in pairs) / max(1, sum(len(a) + len(b) for a, b in pairs))
    return result


def main() -> None:
    """Train all three, and print a line each."""
    options = argparse.ArgumentParser(prog="python -m training.french.compare_names", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that holds corpus/ (and yardstick/, whose documents are not read)")
    data = options.parse_args().data
    words, register = pack_for("fr").words("names/words"), register_for(None)
    grouped = clusters.made(data / "corpus" / "press-fr.jsonl.gz")
    plain = lexicon_from(words, register, grouped, [])
    documents = annotated(data, plain)
    known, held = [d for d in documents if not d.held_back], [d for d in documents if d.held_back]
    size = sum(len(d.text.split()) for d in held)
    with tempfile.TemporaryDirectory() as folder:
        first = trained(known, plain, Path(folder) / "first")
        lexicon = lexicon_from(words, register, grouped, gathered(sample(data, {d.id for d in documents}, plain), first, plain))
        field = trained(known, lexicon, Path(folder) / "field")
        began = time.process_time()
        for label, (_, _, value) in scores(held, field, lexicon).items():
            print(f"field {label} {value:.3f}")
        print(f"field {1e6 * (time.process_time() - began) / size:.1f} µs a word")
        nlp = spacy_tagger(known)
        find = by_spacy(nlp)
        began = time.process_time()
        found = {d.id: set(find(d)) for d in held}
        print("spaCy", f1(found, held), f"{1e6 * (time.process_time() - began) / size:.1f} µs a word, the network included")
        both = trained_jointly(known, lexicon, Path(folder) / "both")
        made = {d.id: set(_tagged(d, both, find, lexicon)) for d in held}
        print("joined", f1(made, held))


def _tagged(document: Annotated, tagger: Any, find: Finder, lexicon: Lexicon) -> list[Name]:
    """The names of the joined tagger."""
    told = [tagged(run, tagger.tag(made), lexicon) for run, made in zip(document.runs, joined(document, find, lexicon), strict=True)]
    names = agreed(document.runs, told, lexicon)
    return [(run[name.start].start, run[name.end - 1].end, name.label) for run, each in zip(document.runs, names, strict=True) for name in each]


if __name__ == "__main__":
    main()
