"""The words that only the pictures of two moments and of forces print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iceberg.wording import SEPARATOR, counted, spoken_force

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


FORCE_AXIS: Final = "← resists · strength 1 to 5 · helps →"
FORCE_NOT_ASKED: Final = "nobody has said yet"
NO_FORCES: Final = "No card of this iceberg is scored yet."


def forces_of(question: str) -> str:
    """What the picture of forces is about, under its title."""
    return SEPARATOR.join(filter(None, ("What resists and what helps", question)))


def weaker(count: int) -> str:
    """How many scored cards a force field has no room for."""
    return f"And {counted(count, 'weaker one')}."


def spoken_field(title: str, resisting: int, helping: int) -> str:
    """How the force field of a layer is spoken, before its cards."""
    many = f"{counted(resisting, 'card')} against the change, {counted(helping, 'card')} for it"
    return f"{title} iceberg: {many}."


def spoken_pull(text: str, effect: str, strength: int, shift: str) -> str:
    """How a card in a force field is spoken."""
    return f"{text}: {spoken_force(effect, strength)}; {shift}."
