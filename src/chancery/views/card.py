"""One fact, opened: its words where they stand, who says so, when, and what has become of the reading."""

import json
import re
from dataclasses import dataclass
from typing import Any

from chancery.clean.document import Block
from chancery.errors import UsageError
from chancery.record import KeptFact, Store
from chancery.record.codec import encode
from chancery.span import Span
from chancery.views.row import Row, line, shared

AROUND = 600
"""Code points of its paragraph shown on either side, at most."""
SENTENCE = re.compile(r"(?<=[\w»”\")])[.!?…](?:\s?[»”\"])?\s+(?=[A-ZÀ-Ý«“\"])")
"""Between two sentences, as well as punctuation tells."""
TOLD_APART = ("document", "evidence", "voice", "time")
"""Fields of a fact that the card shows by other names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Row):
    """A fact with its place and its history."""

    kind: str
    before: str
    """What comes before the words in their paragraph."""
    after: str
    cut_before: bool
    """True if the paragraph begins before `before` does."""
    cut_after: bool
    origin: str
    url: str | None
    outlet: str | None
    agency: str | None
    published_basis: str | None
    time: str | None
    """The fact's own time (EDTF); None if the text does not say."""
    voice_actors: tuple[str, ...]
    fields: dict[str, Any]
    """What else the fact says, by the names of its kind's fields."""
    rules: str
    """The version of the rules that found it."""
    reading: str
    superseded: bool
    """True if its document has been read again since, as another text or by other rules, and this reading is no longer shown."""
    readings: int
    """In how many readings of its document it was found."""

    def cells(self) -> dict[str, str]:
        return {"Kind": self.kind, "Day": self.day or "", "Voice": line(self.voice), "Fact": self.short, "Words": line(self.words)}


def card(store: Store, prefix: str) -> Card:
    """The fact whose id begins so; raises UsageError if there is none, or more than one."""
    wanted = prefix.strip().casefold()
    found = store.find(wanted) if wanted else []
    ids = list(dict.fromkeys(kept.id for kept in found))
    if not ids:
        raise UsageError(f"no fact has an id that begins with {prefix!r}", hint="ids stand in the column Fact of: chancery show voices")
    if len(ids) > 1:
        raise UsageError(f"{len(ids)} facts have ids that begin with {prefix!r}", hint=f"give more of one: {', '.join(ids[:4])}")
    return _card(store, found)


def _card(store: Store, found: list[KeptFact]) -> Card:
    kept = found[0]
    document, evidence = kept.document, kept.fact.evidence
    text, blocks = store.text(document.reading)
    whole = paragraph(text, blocks, evidence)
    around = fitted(text, whole, evidence)
    told = json.loads(encode(kept.fact))
    return Card(
        **shared(kept),
        kind=kept.fact.kind,
        before=text[around.start : evidence.start],
        after=text[evidence.end : around.end],
        cut_before=around.start > whole.start,
        cut_after=around.end < whole.end,
        origin=document.origin,
        url=document.url,
        outlet=document.outlet,
        agency=document.agency,
        published_basis=document.published_basis,
        time=kept.fact.time.value if kept.fact.time else None,
        voice_actors=kept.fact.voice.actors,
        fields={name: value for name, value in told.items() if name not in TOLD_APART},
        rules=document.rules,
        reading=document.reading,
        superseded=store.current(document.id) != document.reading,
        readings=len(found),
    )


def paragraph(text: str, blocks: tuple[Block, ...], words: Span) -> Span:
    """The paragraph that the words stand in, within their block."""
    block = next((block.span for block in blocks if block.span.overlaps(words)), Span(0, len(text)))
    start = max(text.rfind("\n", 0, words.start) + 1, min(block.start, words.start))
    after = text.find("\n", words.end)
    return Span(start, min(after if after >= 0 else len(text), max(block.end, words.end)))


def sentence(text: str, blocks: tuple[Block, ...], words: Span) -> Span:
    """The sentence or sentences that the words stand in, as well as punctuation tells, and no more than `fitted` shows."""
    around = fitted(text, paragraph(text, blocks, words), words)
    begun = [found.end() for found in SENTENCE.finditer(text, around.start, words.start)]
    ended = SENTENCE.search(text, max(words.end - 1, words.start), around.end)
    end = ended.start() + len(ended[0].rstrip()) if ended else around.end
    return Span(begun[-1] if begun else around.start, max(end, words.end))


def fitted(text: str, whole: Span, words: Span) -> Span:
    """As much of a long paragraph around the words as is shown: from a sentence, or else a word, to the end of one."""
    start, end = whole.start, whole.end
    if words.start - start > AROUND:
        start = words.start - AROUND
        begun = SENTENCE.search(text, start, words.start)
        start = begun.end() if begun else _space(text, start, words.start)
    if end - words.end > AROUND:
        ended = [found.start() + len(found[0].rstrip()) for found in SENTENCE.finditer(text, words.end, words.end + AROUND)]
        end = ended[-1] if ended else text.rfind(" ", words.end, words.end + AROUND)
        end = end if end > words.end else words.end + AROUND
    return Span(start, end)


def _space(text: str, start: int, limit: int) -> int:
    """Behind the first space from `start` on."""
    at = text.find(" ", start, limit)
    return at + 1 if at >= 0 else start
