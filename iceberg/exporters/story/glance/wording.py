"""The words of the key figures, in one place so that they can be translated."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.story.wording import listed
from iceberg.model import Direction, Effect, Status
from iceberg.wording import DIRECTION_WORDS, counted, isolated, quoted

TITLE: Final = "At a glance"
_TOGETHER: Final = "\u00a0"
"""A space that no line breaks at."""
_DOES: Final[dict[Effect, tuple[str, str]]] = {
    "resists": ("resists", "resist"),
    "helps": ("helps", "help"),
}
_STANDS: Final[dict[Status, tuple[str, str]]] = {
    "holds": ("holds", "hold"),
    "weakening": ("is weakening", "are weakening"),
    "broken": ("is broken", "are broken"),
    "better than expected": ("is better than expected", "are better than expected"),
}
"""What one of them does, and what several do."""


def sizes(cards: int, links: int, crossing: int, layers: tuple[str, ...]) -> str:
    """How many cards there are on which layers, and how many links."""
    on = f"{counted(cards, 'card')} on {listed(tuple(map(isolated, layers)))}"
    if not links:
        return f"{on}."
    says = "says" if links == 1 else "say"
    more = f", {crossing:,} of them from one layer to another" if crossing else ""
    return f"{on}; {counted(links, 'link')} {says} what leads to what{more}."


def forces_counted(counts: tuple[tuple[Effect, int], ...]) -> str:
    """How many cards resist the change and how many help it."""
    parts = tuple(f"{counted(n, 'card')} {_DOES[effect][n > 1]}" for effect, n in counts)
    return f"{listed(parts)} the change."


def most_votes(cards: tuple[tuple[str, int], ...]) -> str:
    """The cards that most votes went to."""
    named = tuple(f"{quoted(text)} ({_votes(votes)})" for text, votes in cards)
    return f"Most votes went to {listed(named)}."


def _votes(count: int) -> str:
    return counted(count, "vote").replace(" ", _TOGETHER)


def observed_counted(counts: tuple[tuple[Direction, int], ...]) -> str:
    """How many cards move which way, as last observed."""
    parts = tuple(f"{n:,} {DIRECTION_WORDS[direction]}" for direction, n in counts)
    count = sum(n for _, n in counts)
    return f"{counted(count, 'card')} {'has' if count == 1 else 'have'} a reading: {listed(parts)}."


def assumptions_counted(counts: tuple[tuple[Status, int], ...]) -> str:
    """How many assumptions the plan rests on, and how they stand."""
    parts = tuple(f"{n:,} {_STANDS[status][n > 1]}" for status, n in counts)
    return f"The plan rests on {counted(sum(n for _, n in counts), 'assumption')}: {listed(parts)}."
