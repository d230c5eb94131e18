"""Readings of the graph, one file each: what the canvas tells the room, in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from iceberg.analyses import assumptions, chains, forces, gaps, leverage, loops, what_if
from iceberg.analyses.few import few, left_to_tell
from iceberg.analyses.findings import KINDS, SURE, Analysis, Finding, Kind, Sure
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Canvas

__all__ = [
    "ANALYSES",
    "KINDS",
    "SURE",
    "Analysis",
    "Finding",
    "Kind",
    "Sure",
    "few",
    "left_to_tell",
    "read",
]

ANALYSES: Final[tuple[Analysis, ...]] = (
    assumptions.ANALYSIS,
    chains.ANALYSIS,
    what_if.ANALYSIS,
    loops.ANALYSIS,
    forces.ANALYSIS,
    leverage.ANALYSIS,
    gaps.ANALYSIS,
)
"""Every analysis, in the order in which its findings are told."""


def read(
    canvas: Canvas,
    graph: CauseGraph | None = None,
    *,
    today: dt.date | None = None,
    then: Mapping[str, Canvas] = assumptions.NO_HISTORY,
) -> tuple[Finding, ...]:
    """All findings of all analyses, kind by kind, the most telling of each kind first.

    Without ``today`` no review of an assumption is said to be overdue; without ``then``, the
    canvas as it was when each assumption was last reviewed, only what has a date is known to be
    new. Without both the findings depend on the canvas alone. ``graph`` saves making it again.
    """
    graph = to_graph(canvas) if graph is None else graph
    asking = assumptions.asking(canvas, graph, then)
    found = [finding for analysis in ANALYSES for finding in analysis.find(canvas, graph)]
    late = assumptions.overdue(canvas, today) if today else ()
    once = {finding.id: finding for finding in (*asking, *found, *late)}
    return tuple(sorted(once.values(), key=lambda finding: KINDS.index(finding.kind)))
