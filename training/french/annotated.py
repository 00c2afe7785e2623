"""The annotated documents: read from the corpus by their ids, parted into those that train, those that tune and those that measure."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_units import units
from chancery.analysis.syntax import parse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.languages import pack_for
from chancery.span import Span

ANNOTATIONS = Path(__file__).with_name("names") / "annotations.jsonl"
PARTS: dict[int, "Part"] = {0: "test", 1: "dev"}
"""Where the hash of a document's id puts it, of eight: 0 measures, 1 tunes, all others train. Nothing is ever tuned on the test."""

Part = Literal["train", "dev", "test"]
Name = tuple[int, int, str]
"""Start, end, label."""
Runs = list[list[Unit]]


def part_of(id_: str) -> Part:
    """Which part of the annotations a document belongs to, by its id alone, so that it never moves.

    >>> part_of("orange-10101")
    'test'
    """
    return PARTS.get(hashlib.blake2b(id_.encode(), digest_size=4).digest()[0] % 8, "train")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of the corpus, read, with the names that a careful reader marked in it."""

    id: str
    text: str
    runs: Runs
    names: list[Name]
    within: tuple[tuple[int, int], ...] = ()
    """The places that were judged, where the reader saw no more of the document; elsewhere its names are a machine's."""

    def learnt(self, run: Sequence[Unit]) -> bool:
        """Whether a reader saw this run."""
        return not self.within or any(start < run[-1].end and run[0].start < end for start, end in self.within)


def parted(documents: Iterable[Annotated]) -> dict[Part, list[Annotated]]:
    """The documents of each part."""
    parts: dict[Part, list[Annotated]] = {"train": [], "dev": [], "test": []}
    for document in documents:
        parts[part_of(document.id)].append(document)
    return parts


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
        names, within = [tuple(name) for name in row["names"]], tuple((start, end) for start, end in row.get("within", ()))
        found.append(Annotated(id_, text, read(text, lexicon), names, within))
    return found


def labels(run: Sequence[Unit], names: Iterable[Name]) -> list[str]:
    """B-, I- and O for each unit."""
    made, inside = [], None
    for unit in run:
        name = next((name for name in names if name[0] <= unit.start and unit.end <= name[1]), None)
        made.append("O" if name is None else ("I-" if name == inside else "B-") + name[2])
        inside = name
    return made
