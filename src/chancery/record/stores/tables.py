"""The tables of a record. The migrations make them; a test holds the two together.

Rows are only ever added, but for what is worked out across documents (`sketches`, `pairs`, `marks`). `row` columns serve
the full-text indexes and joins; they depend on the order of writing and are never shown.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

texts = Table(
    "texts",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
)
"""Each text once, whatever the number of its readings."""

documents = Table(
    "documents",
    metadata,
    Column("reading", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("text", Text, ForeignKey("texts.digest"), nullable=False, index=True),
    Column("origin", Text, nullable=False, index=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("author", Text),
    Column("place", Text),
    Column("published", Text),
    Column("published_basis", Text),
    Column("published_start", Integer),
    Column("published_end", Integer),
    Column("first_day", Text),
    Column("last_day", Text, index=True),
    Column("language", Text, nullable=False),
    Column("translated_from", Text),
    Column("translation_basis", Text),
    Column("reading_minutes", Integer),
    Column("live", Integer, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("given", Text, nullable=False),
)
"""A document as one reading saw it."""

readings = Table(
    "readings",
    metadata,
    Column("document", Text, primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("reading", Text, ForeignKey("documents.reading"), nullable=False, index=True),
)
"""Which reading of a document is shown: that of its highest turn."""

mentions = Table(
    "mentions",
    metadata,
    Column("reading", Text, ForeignKey("documents.reading"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("actor", Text, index=True),
    Column("sides", Text, nullable=False),
)

times = Table(
    "times",
    metadata,
    Column("reading", Text, ForeignKey("documents.reading"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Text),
    Column("date", Text),
)

facts = Table(
    "facts",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("reading", Text, ForeignKey("documents.reading"), nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("voice", Text),
    Column("time", Text),
    Column("dated", Integer, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("words", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index("facts_reading_id", "reading", "id", unique=True),
)
"""`first_day` and `last_day` bound the day that a fact stands under (null: open); `dated` is 0 where nothing is known of its year."""

fact_actors = Table(
    "fact_actors",
    metadata,
    Column("fact", Integer, ForeignKey("facts.row"), primary_key=True),
    Column("actor", Text, primary_key=True, index=True),
    Column("role", Text, primary_key=True),
)

refusals = Table(
    "refusals",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("hint", Text, nullable=False),
)

sketches = Table(
    "sketches",
    metadata,
    Column("reading", Text, ForeignKey("documents.reading"), primary_key=True),
    Column("method", Text, primary_key=True),
    Column("shingles", Integer, nullable=False),
    Column("hashes", LargeBinary, nullable=False),
)

pairs = Table(
    "pairs",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("similarity", Float, nullable=False),
)

marks = Table("marks", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
"""What the record knows of itself: `settled`, how many rows `readings` had when the documents were last compared."""

KEPT = ("texts", "documents", "readings", "mentions", "times", "facts", "fact_actors", "refusals")
"""Tables in which no row is ever changed or taken out; triggers hold it."""
