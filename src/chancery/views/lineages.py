"""Each visible document's root, for counting sources as they were known on the day."""

from datetime import date

from chancery.record import Store
from chancery.record.lineage import Family, families


def lineages(store: Store, as_of: date | None) -> list[Family]:
    """Families of the documents known on the day."""
    return families(store.documents(as_of), store.pairs())


def roots(store: Store, as_of: date | None) -> dict[str, str]:
    """By document id, the id of its root."""
    return {member.id: family.root.id for family in lineages(store, as_of) for member in family.members}
