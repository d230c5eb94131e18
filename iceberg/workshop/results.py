"""What the workshop hands back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iceberg.edits import Edit
from iceberg.model import Canvas


@dataclass(frozen=True, slots=True)
class Submitted:
    """An edit that is kept: under which seq, what it says, and the canvas as it is now.

    ``revision`` is the canvas's; it is past ``seq`` when the edit had been kept before.
    """

    canvas: Canvas
    revision: int
    seq: int
    edit: Edit
    sentence: str


@dataclass(frozen=True, slots=True)
class Revertible:
    """The edit that undo or redo would take back: its seq and its sentence."""

    seq: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Overridden:
    """Somebody else's edit that edit ``seq`` changed again unseen: what to say to who did so, whose
    edit it was, and what to say to them."""

    seq: int
    sentence: str
    client: str
    warning: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One edit in the history: who did what when; ``at`` is UTC."""

    seq: int
    at: dt.datetime
    client: str
    author: str | None
    sentence: str
    undoes: int | None = None
    redoes: int | None = None
