"""The few findings to begin with: what a room can take in at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from iceberg.analyses.findings import Finding, Kind

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
    """The first findings of each kind, about a screenful in all."""
    return tuple(
        finding
        for kind, group in groupby(findings, key=lambda finding: finding.kind)
        for finding in list(group)[: _MOST[kind]]
    )
