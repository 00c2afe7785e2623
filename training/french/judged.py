"""`python -m training.french.judged --data FOLDER --out DIR`: the judged articles as a gold standard that `chancery evaluate annotations` takes.

Under DIR come `press.jsonl` (what to annotate), `docs` (the texts as they are read) and `gold` (the annotations).
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.french.annotated import articles

from chancery.analysis import Analysis, analyse
from chancery.capture import Source, capture
from chancery.clean import clean
from chancery.evaluation.folding import words
from chancery.facts import SURE

PERSON = "person:"
JUDGED = Path(__file__).with_name("judged") / "press.jsonl"
"""Articles whose statements are all there."""
PLACES = JUDGED.with_name("places.jsonl")
"""Articles of which some statements only were judged."""
OWNERS = JUDGED.with_name("owners.jsonl")
"""Articles of which most figures were judged: whether what is counted was right as it was read then, and whose each is."""


def write(data: Path, out: Path, judged: Path = JUDGED) -> int:
    """Write the standard, or another file in its form, into `out`; how many documents it has.

    Raises ValueError if a text of the corpus is not the one that was judged.
    """
    rows: dict[str, dict[str, Any]] = {row["document"]: row for row in map(json.loads, judged.read_text("utf-8").splitlines())}
    for folder in ("docs", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    press = out / "press.jsonl"
    press.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(data) if article["id"] in rows), "utf-8")
    for source in capture([press]):
        if not isinstance(source, Source):
            raise ValueError(f"{source.origin}: {source.reason}")
        _write_one(source, rows.pop(source.id), out)
    if rows:
        raise ValueError(f"not in the corpus: {', '.join(sorted(rows))}")
    return len(list((out / "gold").glob("*.json")))


def analysed(data: Path, judged: Path) -> Iterator[tuple[str, Analysis, dict[str, Any]]]:
    """Each article of a file, analysed as facts take it, with what was judged in it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        write(data, out, judged)
        for source in capture([out / "press.jsonl"]):
            if isinstance(source, Source):
                yield source.id, analyse(clean(source)).surely(SURE), json.loads((out / "gold" / f"{source.id}.json").read_text("utf-8"))


def digest_of(words: str) -> str:
    """Four bytes by which what was read is known again without its words."""
    return hashlib.blake2b(words.encode(), digest_size=4).hexdigest()


def same_actor(one: str, other: str) -> bool:
    """Whether two ids may well be of the same actor: alike, or names of which one has the words of the other, or most words are the same.

    >>> same_actor("person:Anna Roy", "person:Roy"), same_actor("org:Banque Roy", "person:Roy"), same_actor("USA", "UN")
    (True, False, False)
    """
    if one == other or ":" not in one or ":" not in other:
        return one == other
    first, second = (frozenset(words(name.partition(":")[2])) for name in (one, other))
    if one.startswith(PERSON) != other.startswith(PERSON) or not first or not second:
        return False
    return first <= second or second <= first or len(first & second) > len(first | second) / 2


def _write_one(source: Source, row: dict[str, Any], out: Path) -> None:
    if hashlib.blake2b(source.text.encode(), digest_size=8).hexdigest() != row["digest"]:
        raise ValueError(f"{source.id}: the text is not the one that was judged")
    (out / "docs" / f"{source.id}.txt").write_text(source.text, "utf-8", newline="")
    told = {key: value for key, value in row.items() if key not in ("digest", "published")}
    (out / "gold" / f"{source.id}.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")


def main() -> None:
    """Read the options and write the standard."""
    parser = argparse.ArgumentParser(prog="python -m training.french.judged", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds corpus/")
    parser.add_argument("--out", type=Path, required=True, help="where to write")
    options = parser.parse_args()
    print(f"{write(options.data, options.out)} documents in {options.out}")


if __name__ == "__main__":
    main()
