"""The words that only the picture of two moments prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iceberg.compare import How

DIFFERENCE_WORDS: Final[dict[How, str]] = {"new": "new", "changed": "changed", "gone": "gone"}
SPOKEN_DIFFERENCES: Final[dict[How, str]] = {"new": "New", "changed": "Changed", "gone": "Gone"}


def compared(before: str, after: str) -> str:
    """What the picture of two moments is about, under its title."""
    return f"What has changed: {before} → {after}"


def spoken(how: How, said: str) -> str:
    """How a card or link that differs is spoken."""
    return f"{SPOKEN_DIFFERENCES[how]}: {said}"
