"""Facts to the record: kept as they were found, compared across documents, never changed."""

from chancery.record.intake import Built, Intake, Report
from chancery.record.reading import Reading, reading_id, rules_of
from chancery.record.settle import settle
from chancery.record.stores import open_store
from chancery.record.types import Added, Hit, KeptDocument, KeptFact, Pair, Query, Sketch, Store

__all__ = [
    "Added",
    "Built",
    "Hit",
    "Intake",
    "KeptDocument",
    "KeptFact",
    "Pair",
    "Query",
    "Reading",
    "Report",
    "Sketch",
    "Store",
    "open_store",
    "reading_id",
    "rules_of",
    "settle",
]
