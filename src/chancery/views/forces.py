"""How many, whose, and whether the sources agree."""

import re
from dataclasses import dataclass, replace

from chancery.facts import Figure
from chancery.record import Query, Store
from chancery.record.agreement import agreements
from chancery.register import fold, register_for
from chancery.views.lineages import roots
from chancery.views.once import Told, once
from chancery.views.row import Row, line, named, shared

TURNED = {
    "agree": ("agree", "agree"),
    "conflict": ("conflict", "conflict"),
    "part of": ("part of", "whole of"),
    "changed since": ("changed to", "changed since"),
}
"""A relation as the first of the two has it, and as the second has it."""
SIGNS = {"least": "≥", "most": "≤"}
"""Before a number that is a bound; "~" stands before other rounded ones."""

WORD = re.compile(r"\w+")
INFLECTED = 4
"""Letters from which a word can have a plural."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Another figure of the same thing, from another source."""

    fact: str
    relation: str
    """agree; part of, whole of; changed since, changed to (by the day each is of); conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceRow(Row):
    """A figure."""

    value: float | None
    value_max: float | None
    approximate: bool
    bound: str | None
    """least ("plus de 300"), most ("jusqu'à 300")."""
    unit: str | None
    what: str | None
    who: tuple[str, ...]
    where: str | None
    about: tuple[str, ...]
    """The state that the text around tells of, where nobody is named."""
    trust: float | None
    compared: tuple[Compared, ...]

    def cells(self) -> dict[str, str]:
        return {
            "Day": self.day or "",
            "How many": f"{self.sign}{amount(self.value, self.value_max)} {line(self.unit)}".strip(),
            "Of what": line(self.what),
            "Whose": named(self.who) or (f"({named(self.about)})" if self.about else ""),
            "Where": line(self.where),
            "Agreement": ", ".join(dict.fromkeys(each.relation for each in self.compared)),
            "Voice": line(self.voice),
            "Fact": self.short,
            "Words": line(self.words),
        }

    @property
    def sign(self) -> str:
        """What stands before the number."""
        return SIGNS[self.bound] if self.bound else "~" if self.approximate else ""

    def counts(self, words: str) -> bool:
        """Whether each of the words begins one of what is counted, case, accents and plural aside."""
        named = WORD.findall(fold(f"{self.what or ''} {self.unit or ''}"))
        return all(any(name.startswith(stem(word)) for name in named) for word in WORD.findall(fold(words)))


def forces(store: Store, query: Query) -> list[ForceRow]:
    """Figures by day; each compared with those of the same thing from other sources, as known on the day."""
    known = store.facts(Query(kinds=("figure",), as_of=query.as_of))
    compared: dict[str, list[Compared]] = {}
    for found in agreements(known, roots(store, query.as_of), register_for(None).members):
        compared.setdefault(found.one.id, []).append(Compared(found.other.id, TURNED[found.relation][0]))
        compared.setdefault(found.other.id, []).append(Compared(found.one.id, TURNED[found.relation][1]))
    shown = once(store, replace(query, kinds=("figure",)))
    return [row_of(told, told.kept.fact, tuple(compared.get(told.kept.id, ()))) for told in shown if isinstance(told.kept.fact, Figure)]


def stem(word: str) -> str:
    """A word without the ending of its plural.

    >>> stem("soldats")
    'soldat'
    """
    return word.rstrip("sx") if len(word) >= INFLECTED else word


def amount(value: float | None, value_max: float | None) -> str:
    """A number or a range, with narrow spaces between thousands.

    >>> amount(2500, 3500)
    '2\\u202f500-3\\u202f500'
    """
    return "-".join(_number(each) for each in (value, value_max) if each is not None)


def _number(value: float) -> str:
    shown = f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"
    return shown.replace(",", "\u202f")


def row_of(told: Told, counted: Figure, compared: tuple[Compared, ...]) -> ForceRow:
    """A figure as a row, with those it was compared with."""
    return ForceRow(
        **shared(told.kept, told.copies),
        value=counted.value,
        value_max=counted.value_max,
        approximate=counted.approximate,
        bound=counted.bound,
        unit=counted.unit,
        what=counted.what,
        who=counted.who,
        where=counted.where,
        about=counted.about,
        trust=counted.trust,
        compared=compared,
    )
