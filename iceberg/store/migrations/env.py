"""Run by alembic: upgrades over the connection, and in the transaction, of ``store.schema``."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
