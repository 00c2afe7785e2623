"""What a document says, each with the exact words it was read from."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from chancery.edtf import Edtf
from chancery.span import Span

Kind = Literal["statement", "event", "meeting", "position", "commitment", "figure"]
StatementType = Literal["direct", "indirect", "mixed", "post"]
Status = Literal["actual", "announced", "threatened", "denied", "hypothetical", "past"]
Stance = Literal["demand", "refuse", "support", "condemn", "offer", "warn"]
CommitmentKind = Literal["pledge", "goal", "threat", "plan"]
MeetingStatus = Literal["held", "planned", "proposed"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a fact: the outlet, or the speaker of the statement it stands in, and who relays it."""

    speaker: str | None = None
    """The name of the speaker; None if the outlet itself vouches."""
    actors: tuple[str, ...] = ()
    via: str | None = None


OUTLET = Voice()
"""The outlet says so in its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts share."""

    document: str
    evidence: Span
    voice: Voice = OUTLET
    time: Edtf | None = None
    """When it holds in the world; for a statement, the day it was said."""

    @property
    def kind(self) -> Kind:
        return type(self).__name__.lower()  # type: ignore[return-value]

    @property
    def id(self) -> str:
        """The same on every machine: a hash over document, kind, place and what tells two readings of one place apart."""
        parts = (self.document, self.kind, str(self.evidence.start), str(self.evidence.end), self.key())
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()

    def key(self) -> str:
        """What tells facts of one kind and place apart."""
        return ""

    def actors(self) -> tuple[str, ...]:
        """Everyone the fact is about, for filters."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What someone is reported to have said; `evidence` is the words."""

    type: StatementType
    speaker: str | None
    """The resolved name: a person, a body, or the role if no name can be known."""
    speaker_actors: tuple[str, ...] = ()
    """Ids of the speaker and of whom the speaker speaks for: `("person:Antony Blinken", "USA")`."""
    speaker_span: Span | None = None
    """Where the text names the speaker, pronouns included."""
    cue: str | None = None
    cue_class: str | None = None
    """say, claim, demand, promise, warn, deny, praise, condemn, ask, ... as in the cue lexicon."""
    anonymous: bool = False
    addressee: str | None = None
    occasion: str | None = None
    """When or by what means it was said, as the text has it: `lors d'une conférence de presse`, `dans un communiqué`."""
    place: str | None = None
    """Where it was said."""
    via: str | None = None
    verbatim: bool = True
    """False in a machine translation: the words are not the speaker's own."""
    trust: float | None = None
    """The share of readings with the same signals that careful readers signed as they stood, 0 to 1; None where no pack tells."""

    @property
    def is_own_words(self) -> bool:
        """Whether all of it is the speaker's own words: said in marks, or posted."""
        return self.type in ("direct", "post")

    def actors(self) -> tuple[str, ...]:
        return self.speaker_actors


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A happening, coded by PLOVER."""

    type: str
    mode: str | None = None
    agents: tuple[str, ...] = ()
    """PLOVER's actors: who did it."""
    targets: tuple[str, ...] = ()
    place: str | None = None
    status: Status = "actual"

    def key(self) -> str:
        return self.type

    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.agents + self.targets))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A consultation."""

    body: str | None = None
    participants: tuple[str, ...] = ()
    place: str | None = None
    format: str | None = None
    outcome: str | None = None
    status: MeetingStatus = "held"

    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.body, *self.participants) if self.body else self.participants))


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Fact):
    """A stance on an issue towards another."""

    holders: tuple[str, ...]
    stance: Stance
    issue: str
    towards: tuple[str, ...] = ()
    condition: str | None = None
    response: str | None = None

    def key(self) -> str:
        return self.stance

    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.holders + self.towards))


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Fact):
    """What an actor undertakes."""

    who: tuple[str, ...]
    what: str
    type: CommitmentKind
    start: Edtf | None = None
    deadline: Edtf | None = None
    """The last day; for what begins on a date, that date."""
    condition: str | None = None
    beneficiary: tuple[str, ...] = ()

    def key(self) -> str:
        return self.type

    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.who + self.beneficiary))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A quantity of something, whose and where."""

    value: float | None
    value_max: float | None = None
    unit: str | None = None
    what: str | None = None
    who: tuple[str, ...] = ()
    where: str | None = None
    about: tuple[str, ...] = ()
    """Whom the text around tells of (a state, a body, a person), where it is not said whose it is: context, and no claim."""
    approximate: bool = False
    """The number is a rounding or a bound of the real one: "environ 300", "plus de 300", "jusqu'à 300"."""
    bound: Literal["least", "most"] | None = None
    """`least` where there may be more ("plus de 300"), `most` where there may be less ("jusqu'à 300"); `value` is the number named."""
    trust: float | None = None
    """The share of figures with the same signals that careful readers signed with what they count and whose, 0 to 1; None where no pack tells."""

    def actors(self) -> tuple[str, ...]:
        return self.who
