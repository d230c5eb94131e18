"""The links of a page, drawn between cards that stand: their streets, routes and badges."""

from __future__ import annotations

from functools import lru_cache

from iceberg.layout.badges import place_badges
from iceberg.layout.parts import MM_PER_PT, Rect, RoutedLink, Spot
from iceberg.layout.place import Rows
from iceberg.layout.route import route
from iceberg.layout.streets import streets
from iceberg.model import Link

CLEAR_EM = 0.45
"""Distance that links keep from the cards they pass."""
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
    ways = streets(_below(room, max(name.bottom for name in names)), rows, spots, CLEAR_EM * em)
    paths = route(links, {spot.id: spot for spot in spots}, ways, em)
    badges = place_badges(links, paths, [*(s.rect for s in spots), *names], room, font_pt)
    return tuple(
        RoutedLink(link.id, link.source, link.target, paths[link.id], badges.get(link.id))
        for link in links
    )


def _below(room: Rect, y: float) -> Rect:
    """The part of the room that links may use: not where the icebergs' names stand."""
    return Rect(room.x, y, room.width, room.bottom - y)
