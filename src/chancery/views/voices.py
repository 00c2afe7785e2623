"""Who said what, to whom, when."""

from dataclasses import dataclass, replace

from chancery.facts import Statement
from chancery.record import Query, Store
from chancery.views.once import Told, once
from chancery.views.row import Row, line, named, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow(Row):
    """A statement."""

    speaker: str | None
    actors: tuple[str, ...]
    """Ids of the speaker and of whom the speaker speaks for."""
    type: str
    """direct, indirect, mixed or post."""
    verbatim: bool
    """False where the words are a machine translation, or not within quotation marks."""
    cue: str | None
    cue_class: str | None
    addressee: str | None
    occasion: str | None
    """At what it was said: `une conférence de presse`."""
    place: str | None
    """Where it was said."""
    anonymous: bool
    trust: float | None
    """The share of statements with the same signals that careful readers signed as they stood."""

    def cells(self) -> dict[str, str]:
        words = f"« {line(self.words)} »" if self.verbatim else line(self.words)
        who = line(self.speaker) or named(self.actors)
        return {
            "Day": self.day or "",
            "Speaker": who,
            "How": line(self.cue),
            "To": line(self.addressee),
            "Source": line(self.voice),
            "Fact": self.short,
            "Words": words,
        }


def voices(store: Store, query: Query) -> list[VoiceRow]:
    """Statements by day, then document and place."""
    return [row_of(told, told.kept.fact) for told in once(store, replace(query, kinds=("statement",))) if isinstance(told.kept.fact, Statement)]


def row_of(told: Told, said: Statement) -> VoiceRow:
    """A statement as a row."""
    row = shared(told.kept, told.copies)
    row["via"] = said.via or row["via"]
    return VoiceRow(
        **row,
        speaker=said.speaker,
        actors=said.speaker_actors,
        type=said.type,
        verbatim=said.verbatim and said.type in ("direct", "post"),
        cue=said.cue,
        cue_class=said.cue_class,
        addressee=said.addressee,
        occasion=said.occasion,
        place=said.place,
        anonymous=said.anonymous,
        trust=said.trust,
    )
