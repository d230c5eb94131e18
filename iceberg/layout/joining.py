"""The links of a page, drawn between cards that stand: their streets, routes and badges."""

from __future__ import annotations

from functools import lru_cache

from iceberg.layout.badges import place_badges
from iceberg.layout.courses import courses
from iceberg.layout.parts import MM_PER_PT, Rect, RoutedLink, Spot
from iceberg.layout.place import Rows
from iceberg.layout.route import route
from iceberg.layout.streets import Stand, channels
from iceberg.model import Link

TALL_EM = 2.4
"""A card higher than this has room for links side by side at its left and right."""
KEPT = 16
"""Pages kept: an edit that moves no card and no link, such as a reading, needs no new routes."""


@lru_cache(maxsize=KEPT)
def join_links(
    links: tuple[Link, ...],
    spots: tuple[Spot, ...],
    rows: Rows,
    names: tuple[Rect, ...],
    room: Rect,
    font_pt: float,
) -> tuple[RoutedLink, ...]:
    """Every link's path and badge. ``names`` are the icebergs' names, which links keep clear of;
    ``room`` is the page's room for ice; all in mm."""
    em = font_pt * MM_PER_PT
    stands = tuple(_stand(spot, em) for spot in spots)
    ways = courses(links, stands, len(rows.centres), (room.x, room.right), em)
    free = _below(room, max(name.bottom for name in names))
    paths = route(ways, {spot.id: spot.rect for spot in spots}, channels(free, rows), em)
    badges = place_badges(links, paths, [*(s.rect for s in spots), *names], room, font_pt)
    return tuple(
        RoutedLink(link.id, link.source, link.target, paths[link.id], badges.get(link.id))
        for link in links
    )


def _below(room: Rect, y: float) -> Rect:
    """The part of the room that links may use: not where the icebergs' names stand."""
    return Rect(room.x, y, room.width, room.bottom - y)


def _stand(spot: Spot, em: float) -> Stand:
    rect = spot.rect
    return Stand(spot.id, spot.row, rect.x, rect.width, rect.height > TALL_EM * em)
