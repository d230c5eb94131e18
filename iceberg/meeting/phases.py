"""The phases of a workshop, and what a participant may do in each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

Phase: TypeAlias = Literal["open", "silence", "reveal", "cluster", "link", "vote", "look", "locked"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
"""Every phase, in the usual order; a facilitator may choose any of them at any time."""

Right: TypeAlias = Literal["add", "own", "link", "vote", "suggest"]
"""To add cards, to change or remove one's own, to link, to vote, to suggest."""

RIGHTS: Final[Mapping[Phase, frozenset[Right]]] = MappingProxyType(
    {
        "open": frozenset({"add", "own", "link", "suggest"}),
        "silence": frozenset({"add", "own"}),
        "reveal": frozenset({"add", "own", "suggest"}),
        "cluster": frozenset({"own", "suggest"}),
        "link": frozenset({"own", "link", "suggest"}),
        "vote": frozenset({"vote"}),
        "look": frozenset({"suggest"}),
        "locked": frozenset(),
    }
)
"""What participants may do in each phase. Facilitators may do everything unless it is locked."""

STANDING: Final[frozenset[Phase]] = frozenset({"locked"})
"""Phases in which not even a facilitator changes the canvas."""
