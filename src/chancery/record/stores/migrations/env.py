"""Run the migrations on the connection that is handed over; the caller opens and closes the transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
