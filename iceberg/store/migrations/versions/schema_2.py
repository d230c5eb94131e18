"""What goes on around a canvas: rooms, papers and doors."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, String, Text

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Makes the tables, and the row of ``rooms`` that every canvas has."""
    op.create_table(
        "rooms",
        Column("canvas_id", String(64), ForeignKey("canvases.id"), primary_key=True),
        Column("turns", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("payload", Text, nullable=False),
    )
    op.create_table(
        "papers",
        Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False),
        Column("kind", String(64), nullable=False),
        Column("name", String(200), nullable=False),
        Column("payload", Text, nullable=False),
        PrimaryKeyConstraint("canvas_id", "kind", "name"),
    )
    op.create_table(
        "doors",
        Column("code", String(64), primary_key=True),
        Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False, index=True),
        Column("until", String(40), nullable=False),
    )
    op.execute(
        "INSERT INTO rooms (canvas_id, turns, version, payload) SELECT id, 0, 0, '' FROM canvases"
    )
