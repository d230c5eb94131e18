"""Links: a line whose width is its strength, dashed for the sign −, with arrowhead and badge."""

from __future__ import annotations

import math
from functools import lru_cache

from iceberg import theme
from iceberg.layout.faces import badge_text
from iceberg.layout.parts import Rect, RoutedLink
from iceberg.model import Link
from iceberg.scene.badges import badge_marks
from iceberg.scene.bezier import Track
from iceberg.scene.parts import Badge, LinkDrawing, Mark, Paint, Point
from iceberg.scene.shapes import curve, mm, polygon, polyline

HEAD_LENGTH = 1.5
HEAD_WIDTH = 1.15
"""The arrowhead on the thinnest line, in mm on A4; it grows with the line."""
TICK = 0.75
"""Half a delay tick's length, in mm on A4."""
KEPT = 4096
"""Drawings of links kept, as an edit leaves most of them as they were; about 30 MB at most."""
DELAY_AT = (0.8, 0.7, 0.88, 0.6, 0.25, 0.12)
"""Where on a link its delay ticks may stand, from 0 at the cause to 1 at the effect; best first."""


@lru_cache(maxsize=KEPT)
def draw_link(
    link: Link, routed: RoutedLink, *, crosses: bool, scale: float, spoken: str
) -> LinkDrawing:
    """The link as it runs over the page.

    ``crosses`` when its cards are on different layers; ``scale`` is how large lines are drawn.
    """
    path = routed.path
    paint = line_paint(link.strength, negative=link.sign == "-", crosses=crosses, scale=scale)
    track = Track(path)
    ticks_at = _clear_of(track, routed.badge, scale) if link.delayed else None
    return LinkDrawing(
        id=link.id,
        source=link.source,
        target=link.target,
        path=path,
        badge=_badge(badge_text(link), routed.badge, link_colour(crosses=crosses)),
        spoken=spoken,
        marks=_line(track, paint, scale),
        over=_over(track, paint, scale, ticks_at),
    )


def link_colour(*, crosses: bool) -> str:
    """The colour of a link's line."""
    return theme.CROSS_LINK if crosses else theme.LINK


def line_paint(link_strength: int, *, negative: bool, crosses: bool, scale: float) -> Paint:
    """Width, dash and colour of a link's line."""
    width = theme.STROKES[link_strength] + (theme.CROSS_STROKE if crosses else 0.0)
    dash = tuple(mm(scale * piece) for piece in theme.NEGATIVE_DASH) if negative else ()
    return Paint(stroke=link_colour(crosses=crosses), stroke_width=mm(width * scale), dash=dash)


def _line(track: Track, paint: Paint, scale: float) -> tuple[Mark, ...]:
    """A light casing, then the line, which ends inside the arrowhead."""
    width = mm(paint.stroke_width + 2 * theme.HALO * scale)
    under = track.part(0.1 * track.length, 0.9 * track.length)
    end = max(track.length - 0.8 * head_length(paint, scale), 0.02 * track.length)
    parts = (
        (under, Paint(stroke=theme.CASING, stroke_width=width)),
        (track.part(0.0, end), paint),
    )
    return tuple(curve(piece, kind) for piece, kind in parts if piece)


def _over(track: Track, paint: Paint, scale: float, ticks_at: float | None) -> tuple[Mark, ...]:
    back = track.point(track.length - min(head_length(paint, scale), track.length))
    head = arrowhead(back, track.point(track.length), paint, scale)
    ticks = delay_ticks(track, ticks_at, paint, scale) if ticks_at is not None else ()
    return (head, *ticks)


def head_length(paint: Paint, scale: float) -> float:
    """How long the arrowhead of a line is, in mm."""
    return HEAD_LENGTH * scale + 1.6 * paint.stroke_width


def arrowhead(back: Point, tip: Point, paint: Paint, scale: float) -> Mark:
    """A filled triangle from ``back`` to ``tip``, in the colour of the line."""
    half = (HEAD_WIDTH * scale + 1.5 * paint.stroke_width) / 2
    nx, ny = _across(back, tip, half)
    points = (tip, (back[0] + nx, back[1] + ny), (back[0] - nx, back[1] - ny))
    return polygon(points, Paint(fill=paint.stroke))


def delay_ticks(track: Track, middle: float, paint: Paint, scale: float) -> tuple[Mark, ...]:
    """Two strokes across a line, ``middle`` mm along it: the effect takes time."""
    gap = 0.55 * scale
    return tuple(_tick(track, middle + side * gap, paint, scale) for side in (-1, 1))


def _tick(track: Track, distance: float, paint: Paint, scale: float) -> Mark:
    before, after = track.point(distance - 0.05), track.point(distance + 0.05)
    nx, ny = _across(before, after, TICK * scale + paint.stroke_width / 2)
    x, y = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    stroke = Paint(stroke=paint.stroke, stroke_width=mm(0.3 * scale))
    return polyline(((x - nx, y - ny), (x + nx, y + ny)), stroke)


def _across(start: Point, end: Point, half: float) -> Point:
    """A step of ``half`` mm at a right angle to the way from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = math.hypot(dx, dy) or 1.0
    return -dy / size * half, dx / size * half


def _clear_of(track: Track, badge: Rect | None, scale: float) -> float:
    """Where the delay ticks may stand so that the badge does not cover them, in mm."""
    room = 1.4 * scale
    for share in DELAY_AT:
        x, y = track.point(share * track.length)
        if badge is None or not (
            badge.x - room < x < badge.right + room and badge.y - room < y < badge.bottom + room
        ):
            return share * track.length
    return DELAY_AT[0] * track.length


def _badge(words: str, rect: Rect | None, colour: str) -> Badge | None:
    if rect is None or not words:
        return None
    marks = badge_marks(words, rect.x, rect.y, rect.width, rect.height, colour)
    return Badge(mm(rect.x), mm(rect.y), mm(rect.width), mm(rect.height), marks)
