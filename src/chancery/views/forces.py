"""How many, whose, and whether the sources agree."""

from dataclasses import dataclass, replace

from chancery.facts import Figure
from chancery.record import KeptFact, Query, Store
from chancery.record.agreement import agreements
from chancery.views.lineages import roots
from chancery.views.row import Row, line, named, shared


@dataclass(frozen=True, slots=True)
class Compared:
    """Another figure of the same thing, from another source."""

    fact: str
    relation: str
    """agree, changed since (the other is older or newer, by its day) or conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceRow(Row):
    """A figure."""

    value: float | None
    value_max: float | None
    approximate: bool
    unit: str | None
    what: str | None
    who: tuple[str, ...]
    where: str | None
    compared: tuple[Compared, ...]

    def cells(self) -> dict[str, str]:
        return {
            "Day": self.day or "",
            "How many": f"{'~' if self.approximate else ''}{amount(self.value, self.value_max)} {line(self.unit)}".strip(),
            "Of what": line(self.what),
            "Whose": named(self.who),
            "Where": line(self.where),
            "Agreement": ", ".join(dict.fromkeys(each.relation for each in self.compared)),
            "Source": line(self.voice),
            "Fact": self.fact,
            "Words": line(self.words),
        }


def forces(store: Store, query: Query) -> list[ForceRow]:
    """Figures by day; each compared with those of the same thing from other sources, as known on the day."""
    shown = store.facts(replace(query, kinds=("figure",)))
    known = store.facts(Query(kinds=("figure",), as_of=query.as_of)) if query.actors or query.since or query.until else shown
    compared: dict[str, list[Compared]] = {}
    for found in agreements(known, roots(store, query.as_of)):
        for one, other in ((found.one, found.other), (found.other, found.one)):
            compared.setdefault(one.id, []).append(Compared(other.id, found.relation))
    return [_row(kept, kept.fact, tuple(compared.get(kept.id, ()))) for kept in shown if isinstance(kept.fact, Figure)]


def amount(value: float | None, value_max: float | None) -> str:
    """A number or a range, with narrow spaces between thousands.

    >>> amount(2500, 3500)
    '2\\u202f500-3\\u202f500'
    """
    return "-".join(_number(each) for each in (value, value_max) if each is not None)


def _number(value: float) -> str:
    shown = f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"
    return shown.replace(",", "\u202f")


def _row(kept: KeptFact, counted: Figure, compared: tuple[Compared, ...]) -> ForceRow:
    return ForceRow(
        **shared(kept),
        value=counted.value,
        value_max=counted.value_max,
        approximate=counted.approximate,
        unit=counted.unit,
        what=counted.what,
        who=counted.who,
        where=counted.where,
        compared=compared,
    )
