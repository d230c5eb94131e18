"""Edits as they are kept: who sent what when, and which earlier edit it undoes or redoes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from iceberg.edits import Edit
from iceberg.errors import IcebergError
from iceberg.model import Canvas, Part
from iceberg.store import EditRow


class Envelope(Part):
    """What a row's payload says. Undo and redo are edits that name the seq that they revert.

    ``seen`` is the revision that the sender's page had come to; none is known of what the
    program itself has done, and of rows of earlier versions.
    """

    edit: Annotated[Edit, Field(discriminator="kind")]
    undoes: int | None = None
    redoes: int | None = None
    seen: int | None = None

    @property
    def reverts(self) -> int | None:
        """The seq of the edit whose inverse this is, if it is one."""
        return self.undoes if self.undoes is not None else self.redoes


class Mark(BaseModel):
    """As much of an envelope as can be read without the edit itself, which takes far longer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    undoes: int | None = None
    redoes: int | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One edit of a canvas's history."""

    seq: int
    client: str
    author: str | None
    at: dt.datetime
    envelope: Envelope


def sealed(envelope: Envelope) -> str:
    """An envelope as a row's payload."""
    return envelope.model_dump_json(by_alias=True)


def record_of(row: EditRow) -> Record:
    """A row, read.

    Raises:
        IcebergError: a newer program wrote it.
    """
    try:
        envelope = Envelope.model_validate_json(row.payload)
    except ValidationError:
        raise _too_new(row.canvas_id) from None
    return Record(row.seq, row.client, row.author, dt.datetime.fromisoformat(row.at), envelope)


def canvas_to_payload(canvas: Canvas) -> str:
    """A canvas as it is kept."""
    return canvas.model_dump_json(by_alias=True)


def canvas_from_payload(canvas_id: str, payload: str) -> Canvas:
    """A kept canvas.

    Raises:
        IcebergError: a newer program wrote it.
    """
    try:
        return Canvas.model_validate_json(payload)
    except ValidationError:
        raise _too_new(canvas_id) from None


def _too_new(canvas_id: str) -> IcebergError:
    return IcebergError(
        f"The canvas {canvas_id} was changed by a newer version of this program. Update it, then"
        " open the canvas again."
    )
