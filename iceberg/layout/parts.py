"""What the layout decides: where everything stands, in millimetres, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from iceberg.model import Level

MM_PER_PT = 25.4 / 72
"""Millimetres in a typographic point."""

Point = tuple[float, float]
Bezier = tuple[float, float, float, float, float, float, float, float]
MarkKind = Literal["resists", "helps", "reading", "unsure", "votes", "assumption"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre_x(self) -> float:
        return self.x + self.width / 2


SYMBOL_EM = 0.95
"""Room for a mark's drawn symbol (▼ ▲ ● ⚑), in ems of the marks' type; its word starts after it."""
DOTS_LIMIT = 5
"""Votes up to this many are drawn as dots; more as one dot and the number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word under a card's text: it starts at ``x`` on the baseline ``y``, in mm.

    Kinds other than ``reading`` begin with a drawn symbol, ``SYMBOL_EM`` wide; ``votes`` with an
    empty ``text`` are that many symbols (``count``) in a row. ``width`` covers symbol and word.
    """

    kind: MarkKind
    text: str
    x: float
    y: float
    width: float
    count: int = 1


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a card's text: start edge ``x`` (right edge when ``rtl``), baseline ``y``."""

    text: str
    x: float
    y: float
    width: float
    rtl: bool


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card's rectangle, lines and marks on the page; ``row`` counts from its band's top."""

    id: str
    layer: str
    level: Level
    rect: Rect
    row: int
    lines: tuple[PlacedLine, ...]
    marks: tuple[Mark, ...]
    font_pt: float
    marks_pt: float


@dataclass(frozen=True, slots=True)
class Spot:
    """All of a card that links must know: its rectangle, and its row counted on the page."""

    id: str
    rect: Rect
    row: int


@dataclass(frozen=True, slots=True)
class RoutedLink:
    """A link's path as cubic Béziers end to end, and the place of its badge, if it found one."""

    id: str
    source: str
    target: str
    path: tuple[Bezier, ...]
    badge: Rect | None


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A level's share of the page's height."""

    level: Level
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class PlacedIceberg:
    """A layer's outline and the line that its name stands on (centred at ``title_x``)."""

    layer: str
    outline: tuple[Point, ...]
    title_x: float
    title_y: float
    title_pt: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands inside ``area``; ``font_pt`` is the size that all cards share."""

    area: Rect
    font_pt: float
    bands: tuple[PlacedBand, ...]
    icebergs: tuple[PlacedIceberg, ...]
    cards: tuple[PlacedCard, ...]
    links: tuple[RoutedLink, ...]
