"""`python -m bench.draw --seed 1 --out FOLDER`: mentions or facts drawn by chance from press that nobody annotated, for careful readers to judge.

Quality is what a reader signs, on press that nothing was tuned on. Each reader gets a file of items, each with its article, and writes a line for
each: number, tab, `right`, `wrong` or `doubt`, tab, the parts that are wrong, tab, why. `--tally FOLDER` counts them.
"""

import json
import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import click

os.environ.setdefault("OMP_NUM_THREADS", "1")

from training.french.annotated import ANNOTATIONS, articles

from bench.times import SHARED
from chancery.analysis import Analysis, Mention, Reference, analyse
from chancery.capture.records import record_source
from chancery.clean import clean
from chancery.facts import Fact, parted, state
from chancery.register import register_for
from chancery.settings import Settings

SHORTEST, BEFORE, AFTER, HEAD = 400, 2500, 900, 500
"""Code points: of a text that is drawn from, shown before and behind an item, and shown of the text's beginning."""
CERTAIN = 0.95
"""From how likely on nothing is said of it."""
OPEN = "open whom it stands for"
VERDICTS = ("right", "wrong", "doubt")


@dataclass(frozen=True, slots=True)
class Item:
    """What is shown of one mention or fact."""

    article: str
    day: str
    start: int
    end: int
    told: str
    text: str

    def shown(self, number: int) -> str:
        """The item with its article, the place between ⟦ and ⟧."""
        first = max(0, self.start - BEFORE)
        head = f"{self.text[: min(HEAD, first)]} […] " if first > HEAD else self.text[:first]
        here = f"{self.text[first : self.start]}⟦{self.text[self.start : self.end]}⟧{self.text[self.end : self.end + AFTER]}"
        return f"=== {number} ({self.article}, published {self.day})\n{head}{here}\n--- TOLD: ⟦{self.text[self.start : self.end]}⟧ {self.told}\n"


def unseen(data: Path, seed: int) -> Iterator[dict[str, Any]]:
    """Articles of which nobody annotated anything, in an order by chance."""
    rows = (json.loads(line) for path in ANNOTATIONS.parents[1].glob("*/*.jsonl") for line in path.read_text("utf-8").splitlines())
    marked = {row["document"] for row in rows}
    found = [each for each in articles(data) if each["id"] not in marked and len(each["text"]) >= SHORTEST and each.get("published")]
    random.Random(seed).shuffle(found)
    yield from found


def mention_told(one: Mention | Reference) -> str:
    """What is told of a mention, in words for its reader."""
    if isinstance(one, Mention):
        kind = f" (likely {one.likely:.2f})" if one.likely is not None and one.likely < CERTAIN else ""
        told = [f"a name, {one.type}{kind}", f"stands for {one.actor}" if one.actor else "a place, no actor" if one.type == "LOC" else OPEN]
        return "; ".join((*told, _sides(one)))
    others = [each for each in one.candidates if each != one.actor]
    told = ["a role or pronoun", f"stands for {one.actor}" if one.actor else OPEN]
    told[1] += f" (likely {one.likely:.2f})" if one.actor and one.likely is not None and one.likely < CERTAIN else ""
    told += [f"could be {', '.join(others)}"] if others else []
    told += [f"or for a thing, or for nobody who has a name (likely {one.nameless:.2f})"] if (one.nameless or 0) > 1 - CERTAIN else []
    told += ["a people, not its state"] if one.people else []
    unsure = one.actor is not None and one.likely is not None and one.likely < CERTAIN
    return "; ".join((*told, f"if so, {_sides(one)}" if unsure else _sides(one)))


def _sides(one: Mention | Reference) -> str:
    if not one.sides:
        return "acts for nobody"
    how = " by a seat in a chamber only" if one.sits else f" (likely {one.allied:.2f})" if one.allied is not None and one.allied < CERTAIN else ""
    return f"acts for {', '.join(one.sides)}{how}"


def mentions(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """The names and references of a document, but for adjectives that only tell of origin."""
    for one in (*analysis.mentions, *(one for one in analysis.references if not one.origin)):
        yield one.span.start, one.span.end, mention_told(one)


def facts(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """The facts of a document that are trusted."""
    for fact in parted(state(analysis), Settings().trust)[0]:
        yield fact.evidence.start, fact.evidence.end, _fact_told(fact)


def _fact_told(fact: Fact) -> str:
    return f"{type(fact).__name__}: " + "; ".join(f"{key}={value}" for key, value in asdict(fact).items() if value not in (None, (), ""))


def items(data: Path, seed: int, what: str, each: int, states: int) -> Iterator[Item]:
    """Items of ever other articles that name so many states at least, a few of each."""
    chance, told_of = random.Random(seed), {"mentions": mentions, "facts": facts}[what]
    for article in unseen(data, seed):
        analysis = analyse(clean(record_source(article, article["id"], "", Settings())), Settings())
        if len({name.actor for name in analysis.mentions if name.actor and register_for(None).is_state(name.actor)}) < states:
            continue
        found = list(told_of(analysis))
        for start, end, told in chance.sample(found, min(each, len(found))):
            yield Item(article["id"], article["published"][:10], start, end, told, analysis.document.text)


def draw(out: Path, drawn: Sequence[Item], readers: int) -> None:
    """Write the items into as many files as there are readers."""
    out.mkdir(parents=True, exist_ok=True)
    for reader in range(readers):
        shown = "\n".join(item.shown(number) for number, item in enumerate(drawn, 1) if number % readers == reader)
        (out / f"{reader + 1}.txt").write_text(shown, "utf-8")
    click.echo(f"{len(drawn)} items in {readers} files in {out}")


def tally(folder: Path) -> Counter[str]:
    """How many of which verdict, and which parts are wrong."""
    counted = Counter[str]()
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            _, verdict, parts, *_ = [*line.split("\t"), "", "", ""]
            if verdict not in VERDICTS:
                raise click.ClickException(f"{path.name}: no verdict in: {line[:80]}")
            counted.update([verdict, *(f"  {part.strip()}" for part in parts.split(",") if part.strip() and verdict == "wrong")])
    return counted


@click.command(epilog="Example: python -m bench.draw --seed 7 --items 40 --readers 1 --out drawn; then, once drawn/1.tsv is written: --tally drawn")
@click.option("--data", type=click.Path(exists=True, path_type=Path), default=SHARED, help="The folder that holds corpus/.")
@click.option("--seed", default=1, show_default=True)
@click.option("--of", "what", type=click.Choice(["mentions", "facts"]), default="mentions", show_default=True)
@click.option("--items", "most", default=320, show_default=True, help="How many in all.")
@click.option("--each", default=1, show_default=True, help="How many of an article, at most.")
@click.option("--states", default=0, show_default=True, help="Only articles that name so many states.")
@click.option("--readers", default=8, show_default=True, help="Files to write, one for each reader.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("drawn"), show_default=True, help="The folder for the files.")
@click.option("--tally", "judged", type=click.Path(exists=True, path_type=Path), help="Count the verdicts (*.tsv) in this folder instead.")
def main(data: Path, seed: int, what: str, most: int, each: int, states: int, readers: int, out: Path, judged: Path | None) -> None:
    """Draw items for readers, or count what they wrote."""
    if judged is None:
        draw(out, list(islice(items(data, seed, what, each, states), most)), readers)
        return
    counted = tally(judged)
    whole = sum(counted[verdict] for verdict in VERDICTS)
    if not whole:
        raise click.ClickException(f"no verdicts in {judged}: readers write them as NUMBER.tsv, by bench/draw.md")
    for said, count in sorted(counted.items(), key=lambda one: (one[0].startswith(" "), -one[1])):
        click.echo(f"{said:20} {count:5} {count / whole:7.1%}")


if __name__ == "__main__":
    main(prog_name="bench.draw")
