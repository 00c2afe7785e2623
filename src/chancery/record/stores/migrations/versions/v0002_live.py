"""Whether a document was told as it happened."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A column that is 0 for what was read before: nothing was known of it."""
    op.add_column("documents", sa.Column("live", sa.Integer(), nullable=False, server_default="0"))
