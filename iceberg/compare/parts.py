"""What differs between two moments of a canvas, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from iceberg.model import Canvas

Kind = Literal["layer", "card", "force", "reading", "link", "assumption", "finding"]
How = Literal["new", "gone", "changed"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
HOWS: Final[tuple[How, ...]] = get_args(How)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part that differs: what it is, how, and the sentence that says so.

    ``id`` is the part's, of a force its card's; ``cards`` are the ids of the cards that the
    sentence names.
    """

    kind: Kind
    how: How
    id: str
    sentence: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two moments of one canvas and all that differs, kind by kind; new before gone and changed."""

    before: Canvas
    after: Canvas
    differences: tuple[Difference, ...]

    def of(self, kind: Kind, how: How | None = None) -> tuple[Difference, ...]:
        """The differences of one kind, all or those of one way."""
        return tuple(d for d in self.differences if d.kind == kind and how in (None, d.how))

    def hows_of(self, kind: Kind) -> dict[str, How]:
        """How each part of one kind differs, by its id."""
        return {difference.id: difference.how for difference in self.of(kind)}

    def cards_that_differ(self) -> dict[str, How]:
        """How each card differs; one with another force or a new reading has changed."""
        touched: dict[str, How] = {d.id: "changed" for d in self.of("force")}
        touched |= {card: "changed" for d in self.of("reading") for card in d.cards}
        return touched | self.hows_of("card")
