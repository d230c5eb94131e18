"""A canvas with its whole history in one file, to be kept when the canvas is kept no longer."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.edits import Edit, edit_to_json
from iceberg.exporters.canvas_file import canvas_to_dict, write_json
from iceberg.workshop.results import HistoryLine
from iceberg.workshop.workshop import Workshop

HISTORY: Final = "history"
"""The key of a canvas file that holds what happened to the canvas."""


def with_history(workshop: Workshop, canvas_id: str) -> str:
    """A canvas file with one more key, ``history``; without it, or read as it is, the canvas now.

    ``history`` holds ``first``, the canvas at revision 0, and ``edits``, oldest first, each with
    its ``revision``, ``at`` (UTC), ``sentence`` and the ``edit``; applied in turn to ``first`` they
    give the canvas.
    A friendly name stands as ``by`` where names were on; the random names of devices stay here,
    because whoever knows one can change what that device has added.

    Raises:
        NotFoundError: the store does not have the canvas.
    """
    lines, edits = workshop.history(canvas_id), workshop.edits(canvas_id)
    told = [_told(line, edit) for line, edit in zip(lines, edits, strict=False)]
    history = {"first": canvas_to_dict(workshop.at(canvas_id, 0)), "edits": told}
    now = workshop.at(canvas_id, len(told))
    return write_json({**canvas_to_dict(now), HISTORY: history})


def _told(line: HistoryLine, edit: Edit) -> dict[str, Any]:
    by = {"by": line.author} if line.author else {}
    return {
        "revision": line.seq,
        "at": line.at.isoformat(),
        **by,
        "sentence": line.sentence,
        "edit": json.loads(edit_to_json(edit)),
    }
