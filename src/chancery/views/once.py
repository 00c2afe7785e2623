"""Facts as their sources tell them: what the copies of a text repeat stands once, with the others beside it."""

from dataclasses import dataclass

from chancery.record import KeptFact, Query, Store
from chancery.record.repeated import Same, same
from chancery.views.lineages import roots


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the earliest text that tells it, and the same fact in the copies of that text."""

    kept: KeptFact
    copies: tuple[str, ...]
    """Ids of facts."""


def once(store: Store, query: Query) -> list[Told]:
    """The facts asked for; those of one origin in the same words about the same actors together, in the order of the first."""
    root = roots(store, query.as_of)
    groups: dict[tuple[str, Same], list[KeptFact]] = {}
    for kept in store.facts(query):
        groups.setdefault((root[kept.document.id], same(kept)), []).append(kept)
    found: list[Told] = []
    for group in groups.values():
        if len(group) == 1:
            found.append(Told(group[0], ()))
            continue
        lead = min(group, key=lambda kept: (kept.document.id != root[kept.document.id], kept.order))
        others = [kept for kept in group if kept.document.id != lead.document.id]
        found.append(Told(lead, tuple(kept.id for kept in others)))
        found.extend(Told(kept, ()) for kept in group if kept is not lead and kept.document.id == lead.document.id)
    return sorted(found, key=lambda told: told.kept.order)
