"""A document with its sentences, names, times and numbers found: everything below the facts."""

from dataclasses import dataclass, replace
from typing import Literal

from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.edtf import Edtf
from chancery.scan.expressions import Bound
from chancery.scan.numbers import Bound as NumberBound
from chancery.span import Span

MentionType = Literal["PER", "ORG", "LOC"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and the actor it stands for."""

    span: Span
    type: MentionType
    actor: str | None = None
    """An id as in the annotation format (`USA`, `NATO`, `person:Antony Blinken`, `org:NAME`); None where it stays open."""
    sides: tuple[str, ...] = ()
    """The states and bodies that the actor acts for on the day (`USA` for its secretary of state), the actor itself left out."""
    sits: bool = False
    """The actor belongs to the sides by a seat in a chamber alone, and speaks for none of them."""
    allied: float | None = None
    """How likely the actor acts for the sides, from 0 to 1, where weights told or speak against it; None where the register or the words did."""
    likely: float | None = None
    """How likely it is a name of this type, and no other and none, from 0 to 1; None where a list or a rule told."""

    def surely(self, least: float) -> "Mention":
        """The same, without sides for which the actor less likely acts than that.

        >>> Mention(Span(0, 8), "PER", "person:Anna Roy", ("FRA",), allied=0.5).surely(0.6).sides
        ()
        """
        return self if self.allied is None or self.allied >= least else replace(self, sides=())

    def speaking(self) -> "Mention":
        """The same, with the sides for which the actor speaks: none for whoever only sits in a chamber.

        >>> Mention(Span(0, 8), "PER", "person:Anna Roy", ("FRA",), sits=True).speaking().sides
        ()
        """
        return replace(self, sides=()) if self.sits else self


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time, anchored."""

    span: Span
    value: str | None
    """EDTF, or an ISO 8601 duration; None where the text leaves it open ("quelques heures")."""
    date: Edtf | None = None
    """The same, if it is a date; what a length comes to on the calendar, if it is counted from the day of reference ("depuis deux ans")."""
    bound: Bound | None = None
    """`since`, `from`, `until`, `by`, `before` or `after`, if a word before it says so: "d'ici le 11 septembre" is `by`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, before it is known of what and whose."""

    span: Span
    value: float | None
    value_max: float | None
    unit: str | None
    """`personnes`, `%`, `km`, `km²`, `ans`, `jours`, `heures`, `EUR`, `USD`, else the noun as the text has it."""
    what: str | None
    approximate: bool = False
    bound: NumberBound | None = None
    """`least` for "plus de 300", `most` for "jusqu'à 300"."""
    taken_up: Span | None = None
    """For a number without a noun of its own, the quantity of its sentence whose noun it counts: "cinq soldats ... 13 autres"."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch that points to an actor without a name: a role, a demonstrative, a pronoun."""

    span: Span
    actor: str | None
    sides: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    """Where it is unsure, who it could be, the actor among them if one is told."""
    likely: float | None = None
    """How likely the actor is, from 0 to 1, where they were weighed against others, or where none is told the first of those whom it could be;
    None where a rule or the register told."""
    nameless: float | None = None
    """How likely it stands for a thing, for someone without a name or for nothing, from 0 to 1; None where nothing was weighed."""
    sits: bool = False
    """As of a mention."""
    allied: float | None = None
    """As of a mention."""
    people: bool = False
    """A people that the press tells of as such and not as its state: its own, `les Français` in the French press."""

    origin: bool = False
    """An adjective that only tells where a private thing or person comes from, and no mention of its state: `le constructeur |allemand|`."""

    def speaking(self) -> "Reference":
        """As of a mention; a people has no voice in which its state speaks, nor has what comes from there."""
        if self.people or self.origin:
            return replace(self, actor=None, sides=())
        return replace(self, sides=()) if self.sits else self

    def surely(self, least: float) -> "Reference":
        """The same, left open if its actor is less likely than that, without sides for which the actor less likely acts than that.

        >>> unsure = Reference(Span(0, 2), "person:Anna Roy", likely=0.5).surely(0.6)
        >>> unsure.actor, unsure.candidates
        (None, ('person:Anna Roy',))
        """
        if self.actor is None or self.likely is None or self.likely >= least:
            return self if self.allied is None or self.allied >= least else replace(self, sides=())
        return replace(self, actor=None, sides=(), candidates=self.candidates or (self.actor,))


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What one document says below the facts. Sentences, mentions, references, times and quantities are in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    @property
    def text(self) -> str:
        return self.document.text

    def surely(self, least: float) -> "Analysis":
        """The same, those references left open whose actor is less likely than that, from 0 to 1, and whom an actor acts for where that is."""
        return replace(
            self,
            mentions=tuple(mention.surely(least) for mention in self.mentions),
            references=tuple(reference.surely(least) for reference in self.references),
        )

    def speaking(self) -> "Analysis":
        """The same, with the sides for which everyone speaks."""
        return replace(
            self,
            mentions=tuple(mention.speaking() for mention in self.mentions),
            references=tuple(reference.speaking() for reference in self.references),
        )
