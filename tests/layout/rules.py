"""What must hold of every layout; each rule gives the places where it is broken."""

from __future__ import annotations

from itertools import combinations

from iceberg.layout.curves import point_at
from iceberg.layout.parts import Layout, Point, Rect

LOOSE = 0.002
"""Millimetres: coordinates are rounded to a thousandth."""
SAMPLES = 24


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share more than rounding."""
    return (
        a.x < b.right - LOOSE
        and b.x < a.right - LOOSE
        and a.y < b.bottom - LOOSE
        and b.y < a.bottom - LOOSE
    )


def within(inner: Rect, outer: Rect) -> bool:
    """Whether one rectangle lies in another."""
    return (
        inner.x >= outer.x - LOOSE
        and inner.y >= outer.y - LOOSE
        and inner.right <= outer.right + LOOSE
        and inner.bottom <= outer.bottom + LOOSE
    )


def inside_outline(point: Point, outline: tuple[Point, ...]) -> bool:
    """Whether a point lies in a polygon (crossing number)."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def broken_rules(layout: Layout) -> list[str]:
    """A line for everything that is out of place."""
    return [
        *_overlapping_cards(layout),
        *_cards_out_of_place(layout),
        *_text_out_of_cards(layout),
        *_links_through_cards(layout),
        *_badges_in_the_way(layout),
    ]


def _overlapping_cards(layout: Layout) -> list[str]:
    return [
        f"cards {a.id} and {b.id} overlap"
        for a, b in combinations(layout.cards, 2)
        if overlap(a.rect, b.rect)
    ]


def _cards_out_of_place(layout: Layout) -> list[str]:
    bands = {band.level: band for band in layout.bands}
    outlines = {iceberg.layer: iceberg.outline for iceberg in layout.icebergs}
    broken = []
    for card in layout.cards:
        r, band = card.rect, bands[card.level]
        if r.y < band.y0 - LOOSE or r.bottom > band.y1 + LOOSE:
            broken.append(f"card {card.id} leaves its band")
        corners = ((r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom))
        if not all(inside_outline(corner, outlines[card.layer]) for corner in corners):
            broken.append(f"card {card.id} leaves its iceberg")
        if not within(r, layout.area):
            broken.append(f"card {card.id} leaves the page")
    for iceberg in layout.icebergs:
        for x, y in iceberg.outline:
            if not within(Rect(x, y, 0, 0), layout.area):
                broken.append(f"iceberg {iceberg.layer} leaves the page")
    return broken


def _text_out_of_cards(layout: Layout) -> list[str]:
    broken = []
    for card in layout.cards:
        em = card.font_pt * 25.4 / 72
        for line in card.lines:
            left = line.x - line.width if line.rtl else line.x
            if not within(Rect(left, line.y - 0.75 * em, line.width, 0.95 * em), card.rect):
                broken.append(f"text leaves card {card.id}")
        for mark in card.marks:
            if not within(Rect(mark.x, mark.y - 0.5 * em, mark.width, 0.5 * em), card.rect):
                broken.append(f"a mark leaves card {card.id}")
    return broken


def _links_through_cards(layout: Layout) -> list[str]:
    broken = []
    for link in layout.links:
        points = [point_at(b, n / SAMPLES) for b in link.path for n in range(SAMPLES + 1)]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if not within(Rect(left, top, right - left, bottom - top), layout.area):
            broken.append(f"link {link.id} leaves the page")
        for card in layout.cards:
            r = card.rect
            if r.x > right or r.right < left or r.y > bottom or r.bottom < top:
                continue
            if any(
                r.x + LOOSE < x < r.right - LOOSE and r.y + LOOSE < y < r.bottom - LOOSE
                for x, y in points
            ):
                broken.append(f"link {link.id} runs through card {card.id}")
    return broken


def _badges_in_the_way(layout: Layout) -> list[str]:
    badges = [(link.id, link.badge) for link in layout.links if link.badge is not None]
    broken = [
        f"badge of {name} lies on card {card.id}"
        for name, badge in badges
        for card in layout.cards
        if overlap(badge, card.rect)
    ]
    broken += [
        f"badges of {a} and {b} overlap"
        for (a, first), (b, second) in combinations(badges, 2)
        if overlap(first, second)
    ]
    return broken + [
        f"badge of {name} leaves the page"
        for name, badge in badges
        if not within(badge, layout.area)
    ]
