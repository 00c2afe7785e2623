"""What was known of a document from outside its text, so that a build that is told less does not lose it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A column that is empty for what was read before: what was given for it is known again once it is given again."""
    op.add_column("documents", sa.Column("given", sa.Text(), nullable=False, server_default="{}"))
