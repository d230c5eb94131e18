"""The drawing as data: millimetres, y downwards, baselines for text; all that draws, draws this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from iceberg.model import Level, Logo

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Bezier = tuple[float, float, float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Gradient:
    """A vertical gradient from ``y0`` to ``y1`` (mm); stops are (0 to 1, ``#rrggbb``)."""

    y0: float
    y1: float
    stops: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and stroked; colours are ``#rrggbb``, widths and dashes in mm."""

    fill: str | Gradient | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its top left corner at (x, y) and rounded corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Path:
    """An outline in SVG path data that uses absolute ``M``, ``L``, ``C`` and ``Z`` only."""

    d: str
    paint: Paint


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; (x, y) is the baseline at the anchor, ``width`` what was measured.

    ``rtl`` lines read from right to left; ``anchor`` is already the visual one.
    """

    x: float
    y: float
    text: str
    font_pt: float
    width: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    rtl: bool = False


Mark = Box | Path | Text


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """A level across the whole page, from ``y0`` down to ``y1``, with its name and question."""

    level: Level
    y0: float
    y1: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Iceberg:
    """A layer's outline, closed (the last point joins the first), and its name."""

    layer: str
    title: str
    outline: tuple[Point, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class CardDrawing:
    """A card: its rectangle, its wrapped text, the marks that draw it, and how it is spoken."""

    id: str
    layer: str
    level: Level
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    font_pt: float
    spoken: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """The sign of a link, on its path: the rectangle it fills and the marks that draw it."""

    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkDrawing:
    """A link: cubic Béziers end to end, the marks of its line, the badge if any.

    ``over`` are the marks that no other link's line may cover, such as the arrowhead.
    """

    id: str
    source: str
    target: str
    path: tuple[Bezier, ...]
    badge: Badge | None
    spoken: str
    marks: tuple[Mark, ...] = ()
    over: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLogo:
    """A logo in its own colours: its top left corner and size in mm."""

    x: float
    y: float
    width: float
    height: float
    logo: Logo


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole page.

    Drawn in this order: background, bands, icebergs, waterline, links (all lines, then what is
    over them and badges), cards, furniture (header, legend, footer), logo. ``notes`` are
    sentences about the picture for the person who exports it, such as type that is too small; they
    are not drawn.
    """

    page: Page
    title: str
    description: str
    language: str
    background: tuple[Mark, ...]
    bands: tuple[Band, ...]
    icebergs: tuple[Iceberg, ...]
    cards: tuple[CardDrawing, ...]
    links: tuple[LinkDrawing, ...]
    furniture: tuple[Mark, ...]
    waterline: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    logo: PlacedLogo | None = None
