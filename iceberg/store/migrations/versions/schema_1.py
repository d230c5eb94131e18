"""Canvases, their edits, and checkpoints.

Databases of the time before schemas were numbered have these tables already, all or some.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)

revision = "1"
down_revision = None


def upgrade() -> None:
    """Makes those tables that are missing."""
    op.create_table(
        "canvases",
        Column("id", String(64), primary_key=True),
        Column("title", Text, nullable=False),
        Column("updated", String(40), nullable=False),
        Column("payload", Text, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "edits",
        Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False),
        Column("seq", Integer, nullable=False),
        Column("edit_id", String(64), nullable=False),
        Column("client", String(64), nullable=False),
        Column("client_seq", Integer),
        Column("author", Text),
        Column("at", String(40), nullable=False),
        Column("payload", Text, nullable=False),
        PrimaryKeyConstraint("canvas_id", "seq"),
        UniqueConstraint("canvas_id", "client", "client_seq"),
        if_not_exists=True,
    )
    op.create_table(
        "checkpoints",
        Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False),
        Column("seq", Integer, nullable=False),
        Column("payload", Text, nullable=False),
        PrimaryKeyConstraint("canvas_id", "seq"),
        if_not_exists=True,
    )
