"""The record's first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT = ("texts", "documents", "readings", "mentions", "times", "facts", "fact_actors", "refusals")


def upgrade() -> None:
    """Tables, full-text indexes, and the triggers that keep what is kept."""
    _documents()
    _found()
    _compared()
    op.execute("CREATE VIRTUAL TABLE texts_found USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 2\")")
    op.execute("CREATE VIRTUAL TABLE facts_found USING fts5(words, about, content='', tokenize=\"unicode61 remove_diacritics 2\")")
    for table in KEPT:
        for act in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'a record is append-only'); END")


def _documents() -> None:
    text, integer = sa.Text(), sa.Integer()
    op.create_table(
        "texts",
        sa.Column("row", integer, primary_key=True),
        sa.Column("digest", text, nullable=False, unique=True),
        sa.Column("text", text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("reading", text, primary_key=True),
        sa.Column("id", text, nullable=False, index=True),
        sa.Column("digest", text, nullable=False),
        sa.Column("rules", text, nullable=False),
        sa.Column("text", text, sa.ForeignKey("texts.digest"), nullable=False, index=True),
        sa.Column("origin", text, nullable=False, index=True),
        *(sa.Column(name, text) for name in ("url", "outlet", "agency", "author", "place", "published", "published_basis")),
        sa.Column("published_start", integer),
        sa.Column("published_end", integer),
        sa.Column("first_day", text),
        sa.Column("last_day", text, index=True),
        sa.Column("language", text, nullable=False),
        sa.Column("translated_from", text),
        sa.Column("translation_basis", text),
        sa.Column("reading_minutes", integer),
        sa.Column("blocks", text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("document", text, primary_key=True),
        sa.Column("turn", integer, primary_key=True),
        sa.Column("reading", text, sa.ForeignKey("documents.reading"), nullable=False, index=True),
    )


def _found() -> None:
    text, integer = sa.Text(), sa.Integer()
    op.create_table(
        "mentions",
        sa.Column("reading", text, sa.ForeignKey("documents.reading"), nullable=False, index=True),
        sa.Column("start", integer, nullable=False),
        sa.Column("end", integer, nullable=False),
        sa.Column("type", text, nullable=False),
        sa.Column("actor", text, index=True),
        sa.Column("sides", text, nullable=False),
    )
    op.create_table(
        "times",
        sa.Column("reading", text, sa.ForeignKey("documents.reading"), nullable=False, index=True),
        sa.Column("start", integer, nullable=False),
        sa.Column("end", integer, nullable=False),
        sa.Column("value", text),
        sa.Column("date", text),
    )
    op.create_table(
        "facts",
        sa.Column("row", integer, primary_key=True),
        sa.Column("id", text, nullable=False, index=True),
        sa.Column("reading", text, sa.ForeignKey("documents.reading"), nullable=False),
        sa.Column("kind", text, nullable=False, index=True),
        sa.Column("start", integer, nullable=False),
        sa.Column("end", integer, nullable=False),
        sa.Column("voice", text),
        sa.Column("time", text),
        sa.Column("dated", integer, nullable=False),
        sa.Column("first_day", text),
        sa.Column("last_day", text),
        sa.Column("words", text, nullable=False),
        sa.Column("payload", text, nullable=False),
    )
    op.create_index("facts_reading_id", "facts", ["reading", "id"], unique=True)
    op.create_table(
        "fact_actors",
        sa.Column("fact", integer, sa.ForeignKey("facts.row"), primary_key=True),
        sa.Column("actor", text, primary_key=True, index=True),
        sa.Column("role", text, primary_key=True),
    )


def _compared() -> None:
    text = sa.Text()
    op.create_table(
        "refusals", sa.Column("origin", text, primary_key=True), sa.Column("reason", text, primary_key=True), sa.Column("hint", text, nullable=False)
    )
    op.create_table(
        "sketches",
        sa.Column("reading", text, sa.ForeignKey("documents.reading"), primary_key=True),
        sa.Column("method", text, primary_key=True),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "pairs", sa.Column("a", text, primary_key=True), sa.Column("b", text, primary_key=True), sa.Column("similarity", sa.Float(), nullable=False)
    )
    op.create_table("marks", sa.Column("name", text, primary_key=True), sa.Column("value", text, nullable=False))
