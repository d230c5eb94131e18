"""The tables, in SQL that every database speaks; JSON and times are text."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA: Final = MetaData()


def _canvas_column() -> Column[str]:
    return Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False)


CANVASES: Final = Table(
    "canvases",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("updated", String(40), nullable=False),
    Column("payload", Text, nullable=False),
)
EDITS: Final = Table(
    "edits",
    METADATA,
    _canvas_column(),
    Column("seq", Integer, nullable=False),
    Column("edit_id", String(64), nullable=False),
    Column("client", String(64), nullable=False),
    Column("client_seq", Integer),
    Column("author", Text),
    Column("at", String(40), nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("canvas_id", "seq"),
    UniqueConstraint("canvas_id", "client", "client_seq"),
)
CHECKPOINTS: Final = Table(
    "checkpoints",
    METADATA,
    _canvas_column(),
    Column("seq", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("canvas_id", "seq"),
)
ROOMS: Final = Table(
    "rooms",
    METADATA,
    # Every canvas has its row from the start, with version 0 until a room is kept.
    Column("canvas_id", String(64), ForeignKey("canvases.id"), primary_key=True),
    Column("turns", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)
PAPERS: Final = Table(
    "papers",
    METADATA,
    _canvas_column(),
    Column("kind", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("canvas_id", "kind", "name"),
)
DOORS: Final = Table(
    "doors",
    METADATA,
    Column("code", String(64), primary_key=True),
    Column("canvas_id", String(64), ForeignKey("canvases.id"), nullable=False, index=True),
    Column("until", String(40), nullable=False),
)
