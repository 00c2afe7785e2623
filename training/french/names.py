"""The weights that find names, made from the annotations beside this file: `python -m training.french.names --data FOLDER --out DIR`.

Words are clustered by their neighbours in the corpus; a first tagger, trained on the annotations, reads more of the corpus, and the names that it
finds in one sense again and again are listed; the tagger is trained anew with that list as a feature. All is done twice: once with a part of the
annotated documents held back, to measure, and once with all of them, to ship. The French syntax must be in the package: its tags are features.
"""

import argparse
import gzip
import hashlib
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite
from training.french import clusters

from chancery.analysis.name_features import Lexicon, Unit, clues, features, listed, table, units
from chancery.analysis.names import lexicon_from, names_in
from chancery.analysis.syntax import parse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.span import Span

ANNOTATIONS = Path(__file__).with_suffix("") / "annotations.jsonl"
SETTINGS = {"c1": 0.1, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True}
"""L1 keeps the weights small (under 1 MB); more rounds change nothing that can be measured."""
HELD_BACK = 8
"""One document in so many, by the hash of its id, is held back to measure."""
SHARES = {"Monde": 1.0, "Politique": 0.25, "France": 0.12, "News": 0.15, None: 0.1}
"""How much of each section is read for the list of names; of the others 8 %."""
READ, LONGEST = 3_000, 3_500
"""Articles read for the list, and how far into each."""
DOCUMENTS, PURE, FOUND = 3, 0.8, 0.7
"""A listed name is found in so many documents, in one sense in this share of them, and at this share of its places."""

Name = tuple[int, int, str]
Runs = list[list[Unit]]
Names = list[tuple[str, str]]
"""Names with their labels."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of the corpus, read, with the names that a careful reader marked in it."""

    id: str
    text: str
    runs: Runs
    names: list[Name]

    @property
    def held_back(self) -> bool:
        return hashlib.blake2b(self.id.encode(), digest_size=4).digest()[0] % HELD_BACK == 0


def articles(data: Path) -> Iterator[dict[str, Any]]:
    """The press corpus, article by article."""
    with gzip.open(data / "corpus" / "press-fr.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text_of(article: dict[str, Any]) -> str:
    """The one text that offsets count in: title, empty line, text; or lines, one below the other."""
    return "\n".join(article["lines"]) if "lines" in article else f"{article['title']}\n\n{article['text']}"


def read(text: str, lexicon: Lexicon) -> Runs:
    """The units of a text, by the French pack's own syntax; nothing else of the parse is kept, for there are many texts."""
    document = Document(Source("", "", text), (Block(Span(0, len(text)), "body"),), "fr")
    return [run for sentence in parse(document, pack_for("fr").pipeline()) for run in units(sentence, lexicon)]


def annotated(data: Path, lexicon: Lexicon) -> list[Annotated]:
    """The annotated documents. Raises ValueError if a text of the corpus is not the one that was annotated."""
    rows = {row["document"]: row for row in map(json.loads, ANNOTATIONS.read_text("utf-8").splitlines())}
    with (data / "corpus" / "ntrex-fr.jsonl").open(encoding="utf-8") as lines:
        others = list(map(json.loads, lines))
    texts = {article["id"]: text_of(article) for article in (*articles(data), *others) if article["id"] in rows}
    found = []
    for id_, row in rows.items():
        text = texts[id_][: row["end"]]
        if hashlib.blake2b(text.encode(), digest_size=8).hexdigest() != row["digest"]:
            raise ValueError(f"{id_}: the text in {data} is not the one that was annotated")
        found.append(Annotated(id_, text, read(text, lexicon), [tuple(name) for name in row["names"]]))
    return found


def labels(run: Sequence[Unit], names: Iterable[Name]) -> list[str]:
    """B-, I- and O for each unit."""
    made, inside = [], None
    for unit in run:
        name = next((name for name in names if name[0] <= unit.start and unit.end <= name[1]), None)
        made.append("O" if name is None else ("I-" if name == inside else "B-") + name[2])
        inside = name
    return made


def trained(documents: Iterable[Annotated], lexicon: Lexicon, out: Path) -> Any:
    """A tagger trained on the documents and written to `out`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for document in documents:
        known = clues(document.runs, lexicon)
        for run in document.runs:
            trainer.append(features(run, known, lexicon), labels(run, document.names))
    trainer.train(str(out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out))
    return tagger


def found_in(runs: Runs, tagger: Any, lexicon: Lexicon) -> list[Name]:
    """The names of a document as offsets."""
    names = zip(runs, names_in(runs, tagger, lexicon), strict=True)
    return [(run[name.start].start, run[name.end - 1].end, name.label) for run, found in names for name in found]


def sample(data: Path, without: set[str], lexicon: Lexicon) -> list[tuple[str, Runs]]:
    """Articles to gather names from, read: a fixed draw, no copies, none that is annotated or in the yardstick."""
    without = without | {path.stem for path in (data / "yardstick" / "docs").glob("*.txt")}
    chance, seen, drawn = random.Random(5), set(), []
    for article in articles(data):
        if article["id"] in without or article["text"] in seen:
            continue
        seen.add(article["text"])
        if chance.random() < SHARES.get(article["section"], 0.08):
            drawn.append(text_of(article)[:LONGEST])
    chance.shuffle(drawn)
    return [(text, read(text, lexicon)) for text in drawn[:READ]]


def gathered(texts: Iterable[tuple[str, Runs]], tagger: Any, lexicon: Lexicon) -> Names:
    """Names that the tagger finds in several texts, nearly always in one sense and at nearly all of their places."""
    senses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: list[tuple[Runs, set[int]]] = []
    for text, runs in texts:
        names = found_in(runs, tagger, lexicon)
        here: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for start, end, label in names:
            here[text[start:end].replace("’", "'").replace("\u00a0", " ")][label] += 1
        for name, count in here.items():
            senses[name][_most(count)] += 1
        places.append((runs, {place for start, end, _ in names for place in range(start, end)}))
    pure = {name: _most(count) for name, count in senses.items() if count.total() >= DOCUMENTS and count[_most(count)] >= PURE * count.total()}
    pure = {name: label for name, label in pure.items() if len(name) > 1 and "\n" not in name}
    return sorted((name, pure[name]) for name in _steady(pure, places))


def _most(count: Counter[str]) -> str:
    return max(count, key=lambda label: (count[label], label))


def _steady(names: dict[str, str], texts: Iterable[tuple[Runs, set[int]]]) -> list[str]:
    """Those names that are found at nearly all the places where their words stand."""
    numbered = list(names)
    marks = table((name, str(index)) for index, name in enumerate(numbered))
    places: Counter[int] = Counter()
    hits: Counter[int] = Counter()
    for runs, inside in texts:
        for run in runs:
            for unit, mark in zip(run, listed(run, marks, ""), strict=True):
                if mark.startswith("=B"):
                    places[int(mark[2:])] += 1
                    hits[int(mark[2:])] += unit.start in inside
    return [name for index, name in enumerate(numbered) if places[index] and hits[index] >= FOUND * places[index]]


def scores(documents: Iterable[Annotated], tagger: Any, lexicon: Lexicon) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of names with their exact span, by label, of all, and of spans alone."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for document in documents:
        found = set(found_in(document.runs, tagger, lexicon))
        gold = set(document.names)
        for names, count in ((gold, true), (found, said), (gold & found, right)):
            count.update(name[2] for name in names)
            count["all"] += len(names)
        spans = [{name[:2] for name in names} for names in (gold, found)]
        true["span"] += len(spans[0])
        said["span"] += len(spans[1])
        right["span"] += len(spans[0] & spans[1])
    return {
        label: (right[label] / max(1, said[label]), right[label] / max(1, true[label]), 2 * right[label] / max(1, said[label] + true[label]))
        for label in ("PER", "ORG", "LOC", "all", "span")
    }


def train(data: Path, out: Path) -> None:
    """Make the weights in `out` from the folder that holds `corpus/`, and print what was measured on the documents held back."""
    out.mkdir(parents=True, exist_ok=True)
    words, register = pack_for("fr").words("names/words"), register_for(None)
    grouped = clusters.made(data / "corpus" / "press-fr.jsonl.gz")
    plain = lexicon_from(words, register, grouped, [])
    documents = annotated(data, plain)
    texts = sample(data, {document.id for document in documents}, plain)
    with tempfile.TemporaryDirectory() as folder:
        first, measured = Path(folder) / "first", Path(folder) / "measured"
        known = [document for document in documents if not document.held_back]
        press = gathered(texts, trained(known, plain, first), plain)
        lexicon = lexicon_from(words, register, grouped, press)
        print(f"{len(known)} documents to train, {len(documents) - len(known)} held back, {len(press)} names of the press")
        for label, values in scores([document for document in documents if document.held_back], trained(known, lexicon, measured), lexicon).items():
            print(label, *(f"{value:.3f}" for value in values))
        press = gathered(texts, trained(documents, plain, first), plain)
    trained(documents, lexicon_from(words, register, grouped, press), out / "tagger.crfsuite")
    _write(out / "clusters.tsv", ((cluster, word) for word, cluster in grouped.items()))
    _write(out / "press.tsv", ((label, name) for name, label in press))


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser(prog="python -m training.french.names", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that holds corpus/ (and yardstick/, whose documents are not read)")
    options.add_argument("--out", type=Path, required=True, help="where the weights go: src/chancery/languages/fr/names")
    given = options.parse_args()
    train(given.data, given.out)


def _write(path: Path, pairs: Iterable[tuple[str, str]]) -> None:
    """One row a key: the key, then its values, sorted."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        rows[key].append(value)
    path.write_text("".join("\t".join([key, *sorted(rows[key])]) + "\n" for key in sorted(rows)), "utf-8")


if __name__ == "__main__":
    main()
