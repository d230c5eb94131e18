"""The legend: only what this picture uses."""

from __future__ import annotations

from iceberg import theme, wording
from iceberg.layout.faces import gives_way
from iceberg.layout.parts import MM_PER_PT, SYMBOL_EM
from iceberg.model import EFFECTS, Canvas, Effect, Link
from iceberg.scene.badges import badge_marks
from iceberg.scene.bezier import Track
from iceberg.scene.flow import Item, Piece, space, words
from iceberg.scene.links import arrowhead, delay_ticks, head_length, line_paint
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import polyline
from iceberg.scene.shown import told_assumptions
from iceberg.scene.symbols import SYMBOL_COLOURS, Symbol, symbol
from iceberg.theme import Sizes


def legend(canvas: Canvas, sizes: Sizes) -> tuple[Item, ...]:
    """The items that explain what is on this picture; ``canvas`` holds only what is shown."""
    return (*_card_items(canvas, sizes), *_link_items(canvas, sizes))


def _card_items(canvas: Canvas, sizes: Sizes) -> tuple[Item, ...]:
    effects = {card.force.effect for card in canvas.cards if card.force}
    items: list[Item] = []
    items += [effect_item(effect, sizes) for effect in EFFECTS if effect in effects]
    if any(card.votes for card in canvas.cards):
        items.append(_plain(_symbol("votes", sizes), wording.LEGEND_VOTES, sizes))
    told = [one for one in told_assumptions(canvas) if one.rests_on_something]
    if told:
        items.append(_plain(_symbol("assumption", sizes), wording.LEGEND_ASSUMPTION, sizes))
    if any(gives_way(canvas, one) for one in told):
        mark = words(wording.GIVES_WAY, sizes.footer, theme.ASSUMPTION, bold=True)
        items.append(_plain(mark, wording.LEGEND_GIVES_WAY, sizes))
    return tuple(items)


def _link_items(canvas: Canvas, sizes: Sizes) -> tuple[Item, ...]:
    links, layer = canvas.links, {card.id: card.layer for card in canvas.cards}
    items: list[Item] = []
    if any(link.sign == "+" for link in links):
        items.append(_plain(_line(sizes, badge="+"), wording.LEGEND_PLUS, sizes))
    if any(link.sign == "-" for link in links):
        items.append(_plain(_line(sizes, badge="−", negative=True), wording.LEGEND_MINUS, sizes))
    if any(layer[link.source] != layer[link.target] for link in links):
        items.append(_plain(_line(sizes, crosses=True), wording.LEGEND_CROSSES, sizes))
    if len({link.strength for link in links}) > 1:
        items.append(_plain(_strengths(links, sizes), wording.LEGEND_STRENGTH, sizes))
    if any(link.delayed for link in links):
        items.append(_plain(_line(sizes, delayed=True), wording.LEGEND_DELAYED, sizes))
    return tuple(items)


def effect_item(effect: Effect, sizes: Sizes) -> Item:
    """What the symbol of an effect means: ▼ resists change."""
    word, rest = wording.LEGEND_EFFECTS[effect]
    return (
        _symbol(effect, sizes),
        words(word, sizes.footer, SYMBOL_COLOURS[effect], bold=True),
        space(0.28 * _em(sizes)),
        words(rest, sizes.footer, theme.INK),
    )


def _plain(sample: Piece, meaning: str, sizes: Sizes) -> Item:
    return (sample, space(0.3 * _em(sizes)), words(meaning, sizes.footer, theme.INK))


def _em(sizes: Sizes) -> float:
    return sizes.footer * MM_PER_PT


def _symbol(kind: Symbol, sizes: Sizes) -> Piece:
    em = _em(sizes)
    return Piece(SYMBOL_EM * em, lambda x, y: symbol(kind, x, y, em))


def _line(
    sizes: Sizes,
    *,
    badge: str = "",
    negative: bool = False,
    crosses: bool = False,
    delayed: bool = False,
) -> Piece:
    em, scale = _em(sizes), sizes.scale
    width = 4.2 * em if badge else 3.2 * em
    paint = line_paint(2, negative=negative, crosses=crosses, scale=scale)

    def draw(x: float, y: float) -> tuple[Mark, ...]:
        middle, end = y - 0.3 * em, x + width
        start, back, tip = (x, middle), (end - head_length(paint, scale), middle), (end, middle)
        track = Track(((*start, *start, *tip, *tip),))
        ticks = delay_ticks(track, 0.45 * width, paint, scale) if delayed else ()
        line = polyline((start, (back[0] + 0.2, middle)), paint)
        return (line, arrowhead(back, tip, paint, scale), *ticks, *pill(x, middle))

    def pill(x: float, middle: float) -> tuple[Mark, ...]:
        size = 1.15 * em
        left = x + 0.36 * width - size / 2
        return badge_marks(badge, left, middle - size / 2, size, size, theme.LINK) if badge else ()

    return Piece(width, draw)


def _strengths(links: tuple[Link, ...], sizes: Sizes) -> Piece:
    em, scale = _em(sizes), sizes.scale
    used = sorted({link.strength for link in links})

    def draw(x: float, y: float) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        for n, strength in enumerate(used):
            width = theme.STROKES[strength] * scale
            paint = Paint(stroke=theme.LINK, stroke_width=width)
            left = x + n * 1.3 * em
            marks.append(polyline(((left, y - 0.3 * em), (left + 1.05 * em, y - 0.3 * em)), paint))
        return tuple(marks)

    return Piece((1.3 * len(used) - 0.25) * em, draw)
