"""The example press as one report, and its renewal: `python tests/golden/renew.py` writes `press.txt` anew; look at its diff before you commit it."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from chancery.capture import capture
from chancery.edtf import Edtf
from chancery.errors import Rejected
from chancery.facts import Commitment, Event, Fact, Figure, Meeting, Position, Statement
from chancery.pipeline import read

HERE = Path(__file__).parent
PRESS = HERE.parents[1] / "examples" / "press"
GOLDEN = HERE / "press.txt"
LONGEST = 110
"""Code points of a fact's words that a line shows; longer ones lose their middle."""


def report(folder: Path = PRESS) -> str:
    """What is found in the press of a folder: a paragraph a document, a line a fact (kind, words, who, when)."""
    return "\n".join(line for source in capture([folder]) for line in _document(read(source))) + "\n"


def _document(reading: object) -> Iterator[str]:
    if isinstance(reading, Rejected):
        yield f"## refused: {reading.origin.rpartition('/')[2]}: {reading.reason}\n"
        return
    document = reading.document  # type: ignore[attr-defined]
    yield f"## {document.id}"
    credit, published = document.credit, document.published
    yield f"published: {published.value.value if published else '-'} {published.basis if published else ''}".rstrip()
    yield "credit: " + "; ".join(f"{name} {value}" for name in ("agency", "outlet", "author", "place") if (value := getattr(credit, name)))
    if document.translation:
        yield f"translated: from {document.translation.source_language} ({document.translation.basis})"
    yield "blocks: " + _counted(block.kind for block in document.blocks)
    yield "facts: " + _counted(fact.kind for fact in reading.facts)  # type: ignore[attr-defined]
    for fact in reading.facts:  # type: ignore[attr-defined]
        yield f"  {fact.kind} {_shown(fact.evidence.of(document.text))} | {' | '.join(part for part in _told(fact) if part)}"
    yield ""


def _counted(kinds: Iterator[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(kinds).items()))


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return f"[{flat}]" if len(flat) <= LONGEST else f"[{flat[: LONGEST // 2]} … {flat[-LONGEST // 2 :]}]"


def _who(actors: tuple[str, ...]) -> str:
    return " + ".join(actors)


def _when(time: Edtf | None) -> str:
    return time.value if time else ""


def _told(fact: Fact) -> Iterator[str]:
    """Who and when, and what is particular to the kind."""
    match fact:
        case Statement():
            yield fact.type
            yield f"{fact.speaker or ('anonymous' if fact.anonymous else '?')} ({_who(fact.speaker_actors)})"
            yield f"cue {fact.cue} ({fact.cue_class})" if fact.cue else ""
            yield f"to {fact.addressee}" if fact.addressee else ""
            yield f"via {fact.via}" if fact.via else ""
        case Event():
            yield f"{fact.type} {fact.mode or ''} {fact.status}".replace("  ", " ")
            yield f"{_who(fact.agents)} > {_who(fact.targets)}"
        case Meeting():
            yield f"{fact.status} {fact.body or ''}: {_who(fact.participants)}"
            yield " ".join(part for part in (fact.place, fact.format, fact.outcome) if part)
        case Position():
            yield f"{fact.stance} {_who(fact.holders)} > {_who(fact.towards)}: {_shown(fact.issue)}"
            yield f"if {_shown(fact.condition)}" if fact.condition else ""
            yield f"response {fact.response}" if fact.response else ""
        case Commitment():
            yield f"{fact.type} {_who(fact.who)}"
            yield f"start {fact.start.value}" if fact.start else ""
            yield f"deadline {fact.deadline.value}" if fact.deadline else ""
            yield f"if {_shown(fact.condition)}" if fact.condition else ""
        case Figure():
            value = "-".join(f"{number:g}" if number < 1e6 else f"{number:.0f}" for number in (fact.value, fact.value_max) if number is not None)
            yield f"{'~' if fact.approximate else ''}{value} {fact.unit or ''}".strip()
            yield f"of {fact.what}" if fact.what else ""
            yield f"whose {_who(fact.who)}" if fact.who else ""
            yield f"where {fact.where}" if fact.where else ""
            yield f"about {_who(fact.about)}" if fact.about else ""
    yield f"voice {fact.voice.speaker}" if fact.voice.speaker else ""
    yield _when(fact.time)


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDEN).write_text(report(), "utf-8")
