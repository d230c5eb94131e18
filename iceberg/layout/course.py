"""One link's way over the page, seen from above."""

from __future__ import annotations

from dataclasses import dataclass, field

from iceberg.layout.parts import Bezier
from iceberg.layout.streets import Stand
from iceberg.model import Link


@dataclass(slots=True)
class Course:
    """A link on its way: the gaps it takes and the x at each waypoint.

    ``level`` is the channel of a link within one row; ``xs`` has the port of the source, one x a
    passed row, and the port of the target. ``lanes`` are where it runs in each channel, 0 (top) to
    1. ``turn`` counts the links that already run beside it. ``last_path`` is the path that it was
    last given, by the heights (mm) that this depended on.
    """

    link: Link
    start: Stand
    end: Stand
    rows: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    lanes: dict[int, float] = field(default_factory=dict)
    beside: bool = False
    over: bool = False
    turn: int = 0
    last_path: tuple[tuple[float, ...], tuple[Bezier, ...]] | None = None

    @property
    def first(self) -> int:
        """The row of the source."""
        return self.start.row

    @property
    def last(self) -> int:
        """The row of the target."""
        return self.end.row

    @property
    def downward(self) -> bool:
        """Whether the link leaves by its source's lower edge."""
        return self.last > self.first

    @property
    def level(self) -> bool:
        """Whether both ends stand in one row."""
        return self.last == self.first
