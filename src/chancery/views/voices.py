"""Who said what, to whom, when."""

from dataclasses import dataclass, replace

from chancery.facts import Statement
from chancery.record import KeptFact, Query, Store
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
    anonymous: bool

    def cells(self) -> dict[str, str]:
        words = f"« {line(self.words)} »" if self.verbatim else line(self.words)
        who = line(self.speaker) or named(self.actors)
        return {
            "Day": self.day or "",
            "Who": who,
            "How": line(self.cue),
            "To": line(self.addressee),
            "Source": line(self.voice),
            "Fact": self.fact,
            "Words": words,
        }


def voices(store: Store, query: Query) -> list[VoiceRow]:
    """Statements by day, then document and place."""
    return [_row(kept, kept.fact) for kept in store.facts(replace(query, kinds=("statement",))) if isinstance(kept.fact, Statement)]


def _row(kept: KeptFact, said: Statement) -> VoiceRow:
    row = shared(kept)
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
        anonymous=said.anonymous,
    )
