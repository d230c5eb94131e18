"""The few findings to begin with: what a room can take in at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from iceberg.analyses.findings import Finding, Kind
from iceberg.model import Canvas

_MOST: Final[dict[Kind, int]] = {
    "assumption": 2,
    "chain": 2,
    "what if": 1,
    "loop": 1,
    "force": 1,
    "leverage": 2,
    "gap": 1,
}


def few(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first findings of each kind, about a screenful in all; of each assumption the first."""
    return tuple(
        finding
        for kind, group in groupby(findings, key=lambda finding: finding.kind)
        for finding in islice(first_of_each_assumption(group), _MOST[kind])
    )


def left_to_tell(canvas: Canvas, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the room has neither kept nor dismissed."""
    settled = {*canvas.dismissed, *(finding.id for finding in canvas.kept)}
    return tuple(finding for finding in findings if finding.id not in settled)


def first_of_each_assumption(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those about assumptions that others before them are about."""
    told: set[str] = set()
    for finding in findings:
        if not finding.assumptions or set(finding.assumptions) - told:
            told.update(finding.assumptions)
            yield finding
