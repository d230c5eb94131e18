"""What differs between two moments as one picture: new, changed and gone stand out."""

from __future__ import annotations

from dataclasses import replace

from iceberg import theme
from iceberg.compare import HOWS, Comparison, How
from iceberg.layout.parts import MM_PER_PT, Rect
from iceberg.model import PageName
from iceberg.scene import wording
from iceberg.scene.bezier import Track
from iceberg.scene.both_moments import both_moments
from iceberg.scene.build import build_scene
from iceberg.scene.difference_marks import COLOURS, bead, tab, tab_size, worded
from iceberg.scene.ghosts import counting_what_is_there
from iceberg.scene.parts import (
    Badge,
    Box,
    CardDrawing,
    LinkDrawing,
    Mark,
    Paint,
    Path,
    Scene,
    Text,
)
from iceberg.scene.recolouring import recoloured, to_greyscale
from iceberg.theme import PAGE_SIZES, PALETTE_TONES

_EDGE: dict[How, float] = {"new": 0.55, "changed": 0.4, "gone": 0.25}
"""The width of a card's edge in mm on A4."""
_GHOST_DASH = (1.1, 0.8)
_GONE_DASH = (0.35, 0.9)
_AT = (0.5, 0.38, 0.62, 0.26, 0.74)
"""Where on a link its bead may stand, from 0 at the cause to 1 at the effect; best first."""
_BEAD = 1.25
"""Half a bead's width, in mm on A4."""


def build_comparison(
    comparison: Comparison,
    names: tuple[str, str],
    *,
    page: PageName | None = None,
    greyscale: bool | None = None,
) -> Scene:
    """The later moment with what is new, changed and gone marked by shape, word and colour.

    ``names`` are what the two moments are called. What is gone stands as a ghost in the place it
    had, or as near to it as others have left room. What is ``None`` is as the later view says.
    """
    canvas = both_moments(comparison, wording.compared(*names))
    drawn = build_scene(canvas, page=page, greyscale=False, palette="water")
    cards, links = comparison.cards_that_differ(), _links_that_differ(comparison)
    scale = PAGE_SIZES[page or canvas.view.page].scale
    rects = tuple(Rect(card.x, card.y, card.width, card.height) for card in drawn.cards)
    badges = tuple(_badge(link.badge) for link in drawn.links if link.badge)
    scene = replace(
        drawn,
        description="\n".join((drawn.title, *(d.sentence for d in comparison.differences))),
        cards=tuple(_card(card, cards.get(card.id), scale, badges) for card in drawn.cards),
        links=tuple(_link(link, links.get(link.id), scale, rects) for link in drawn.links),
        furniture=(
            *counting_what_is_there(drawn, canvas, cards, links),
            *_key(drawn, {*cards.values(), *links.values()}, scale),
        ),
    )
    view = comparison.after.view
    if view.palette != "water":
        scene = recoloured(scene, PALETTE_TONES[view.palette])
    grey = view.greyscale if greyscale is None else greyscale
    return to_greyscale(scene) if grey else scene


def _links_that_differ(comparison: Comparison) -> dict[str, How]:
    """Links by how they differ; those that went with a card are gone too."""
    there = {link.id for link in comparison.after.links}
    gone: dict[str, How] = {x.id: "gone" for x in comparison.before.links if x.id not in there}
    return gone | comparison.hows_of("link")


def _badge(badge: Badge) -> Rect:
    return Rect(badge.x, badge.y, badge.width, badge.height)


def _card(card: CardDrawing, how: How | None, scale: float, taken: tuple[Rect, ...]) -> CardDrawing:
    if how is None:
        return card
    paper, bar, *inside = card.marks
    size = 0.78 * card.font_pt
    marks = (
        _edged(paper, how, scale),
        *((_ghostly(mark) for mark in inside) if how == "gone" else (bar, *inside)),
        *tab(how, _tab_place(card, how, size, taken), size),
    )
    return replace(card, marks=marks, spoken=wording.spoken(how, card.spoken))


def _tab_place(card: CardDrawing, how: How, size: float, taken: tuple[Rect, ...]) -> Rect:
    """On the upper edge of a card, at its right, or at its left where a badge is in the way."""
    width, height = tab_size(how, size)
    inset, y = 0.4 * card.font_pt * MM_PER_PT, card.y - 0.8 * height
    ends = (card.x + card.width - inset - width, card.x + inset)
    places = [Rect(x, y, width, height) for x in ends]
    return next((p for p in places if not any(_overlap(p, one) for one in taken)), places[0])


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def _edged(paper: Mark, how: How, scale: float) -> Mark:
    if isinstance(paper, Text):
        return paper
    ghost = how == "gone"
    paint = Paint(
        fill=theme.CASING if ghost else theme.SHEET,
        stroke=COLOURS[how],
        stroke_width=round(_EDGE[how] * scale, 3),
        dash=tuple(round(piece * scale, 3) for piece in _GHOST_DASH) if ghost else (),
    )
    return replace(paper, paint=paint)


def _ghostly(mark: Mark) -> Mark:
    """A mark on a ghost: what it said, without its colour."""
    if isinstance(mark, Text):
        return replace(mark, colour=theme.GONE)
    paint = mark.paint
    fill, stroke = (theme.GONE if one else None for one in (paint.fill, paint.stroke))
    return replace(mark, paint=replace(paint, fill=fill, stroke=stroke))


def _link(link: LinkDrawing, how: How | None, scale: float, cards: tuple[Rect, ...]) -> LinkDrawing:
    if how is None:
        return link
    spot = _spot(link, scale * _BEAD, cards)
    return replace(
        link,
        marks=tuple(_line(mark, how, scale) for mark in link.marks),
        over=(*(_line(mark, how, scale) for mark in link.over), *bead(how, *spot, scale * _BEAD)),
        spoken=wording.spoken(how, link.spoken),
    )


def _line(mark: Mark, how: How, scale: float) -> Mark:
    """A part of a link in the colour of its difference; its light casing stays."""
    if isinstance(mark, Text | Box) or mark.paint.stroke == theme.CASING:
        return mark
    paint = mark.paint
    dash = tuple(round(x * scale, 3) for x in _GONE_DASH) if how == "gone" else paint.dash
    return Path(
        mark.d,
        replace(
            paint,
            fill=COLOURS[how] if paint.fill else None,
            stroke=COLOURS[how] if paint.stroke else None,
            dash=dash if paint.stroke and not paint.fill else (),
        ),
    )


def _spot(link: LinkDrawing, r: float, cards: tuple[Rect, ...]) -> tuple[float, float]:
    """Where on its path a link's bead meets neither its badge nor a card, if there is such."""
    own = (_badge(link.badge),) if link.badge else ()
    track = Track(link.path)
    spots = [track.point(share * track.length) for share in _AT]
    free = (spot for spot in spots if not any(_meets(spot, r, one) for one in (*own, *cards)))
    return next(free, spots[0])


def _meets(spot: tuple[float, float], r: float, rect: Rect) -> bool:
    x, y = spot
    return rect.x - r < x < rect.right + r and rect.y - r < y < rect.bottom + r


def _key(scene: Scene, used: set[How], scale: float) -> tuple[Mark, ...]:
    """What the shapes mean, after the last line of the header."""
    top = scene.bands[0].y0 if scene.bands else scene.page.height
    lines = [mark for mark in scene.furniture if isinstance(mark, Text) and mark.y < top]
    if not lines:
        return ()
    start = min(line.x for line in lines)
    # Who made the picture may stand at the other side of the header.
    last = max((line for line in lines if line.x == start), key=lambda line: line.y)
    marks: tuple[Mark, ...] = ()
    x = start if last.anchor == "end" else start + last.width + 4 * scale
    for how in HOWS:
        if how in used:
            drawn, width = worded(how, x, last.y, last.font_pt)
            marks, x = (*marks, *drawn), x + width + 3 * scale
    return marks
