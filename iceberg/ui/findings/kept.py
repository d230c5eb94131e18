# ruff: noqa: ARG001 - the arguments that look unused are the key
"""What a canvas says, read once for a revision and shared by everybody who looks at it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from iceberg.analyses import Finding, read
from iceberg.analyses.leverage import Lever, levers
from iceberg.exporters import Exported, ExportOptions
from iceberg.exporters.force_fields import export_force_fields
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Canvas
from iceberg.ui.assumptions.kept import reviewed
from iceberg.ui.kept import kept

_KEPT: Final = 48
_FILES: Final = 12


@dataclass(frozen=True, slots=True)
class Told:
    """The graph of a canvas, its findings, and its levers; to be looked at, never changed."""

    graph: CauseGraph
    findings: tuple[Finding, ...]
    levers: tuple[Lever, ...]


@kept(_KEPT)
def told_of(
    canvas_id: str, revision: int, cards: int, today: dt.date, whole: bool, _canvas: Canvas
) -> Told:
    """What the canvas says today; the first three are its key (see ``pictures.key_of``).

    ``whole`` is for those who may know what has been taken off the canvas.
    """
    graph, then = to_graph(_canvas), reviewed(canvas_id, _canvas, whole=whole)
    return Told(graph, read(_canvas, graph, today=today, then=then), levers(_canvas, graph))


@kept(_FILES)
def forces_file(
    canvas_id: str, revision: int, cards: int, extension: str, _canvas: Canvas
) -> Exported:
    """The force fields as a file; raises ExportError when it cannot be made."""
    return export_force_fields(_canvas, extension, ExportOptions())
