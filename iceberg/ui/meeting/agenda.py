"""Suggested plans: the place first, then what reaches it from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from iceberg.meeting import Phase


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a workshop: its phase, its minutes, and what to ask the room."""

    phase: Phase
    minutes: int
    what: str

    @property
    def question(self) -> str:
        """What is asked, as a note to the room."""
        return self.what[:1].upper() + self.what[1:]


AGENDAS: Final[Mapping[int, tuple[Part, ...]]] = MappingProxyType(
    {
        45: (
            Part("silence", 8, "what happens here, in this place? Events and patterns."),
            Part("reveal", 5, "read all cards aloud; add what is missing."),
            Part("cluster", 5, "merge what says the same."),
            Part("silence", 7, "which of these national trends reach us, and how?"),
            Part("link", 10, "what leads to what, also from the country to the place?"),
            Part("vote", 5, "where would a change matter most?"),
            Part("look", 5, "what have we not seen before?"),
        ),
        90: (
            Part("silence", 12, "what happens here? Events first, then what keeps happening."),
            Part("reveal", 10, "read all cards aloud; add what is missing."),
            Part("cluster", 8, "merge what says the same."),
            Part("silence", 10, "what holds it in place, and what do people believe?"),
            Part("reveal", 8, "which of these national trends reach us, and how?"),
            Part("link", 20, "what leads to what, also from the country to the place?"),
            Part("vote", 7, "where would a change matter most?"),
            Part("look", 15, "what resists, what helps, and what do we assume?"),
        ),
        120: (
            Part("silence", 15, "what happens here? Events first, then what keeps happening."),
            Part("reveal", 12, "read all cards aloud; add what is missing."),
            Part("cluster", 10, "merge what says the same."),
            Part("silence", 12, "what holds it in place, and what do people believe?"),
            Part("reveal", 15, "which of these national trends reach us, and how?"),
            Part("link", 25, "what leads to what, also from the country to the place?"),
            Part("vote", 8, "where would a change matter most?"),
            Part("look", 23, "what resists, what helps, what do we assume, who does what?"),
        ),
    }
)
"""Plans by their length in minutes."""

QUESTIONS: Final = frozenset(part.question for plan in AGENDAS.values() for part in plan)
"""The notes that come with a part of a plan."""
