"""Where everything stands: measure, choose the grid, arrange, place, route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iceberg.layout import faces, text
from iceberg.layout.frame import FULL, LAST_RESORTS, Density, Frame, frame, readable_pt
from iceberg.layout.joining import join_links
from iceberg.layout.parts import (
    Layout,
    PlacedIceberg,
    Rect,
    Spot,
)
from iceberg.layout.place import (
    Rows,
    fit_type,
    heading,
    place_bands,
    place_cards,
    place_icebergs,
    place_rows,
)
from iceberg.layout.settle import Standing, checkpoints, settle
from iceberg.layout.sizing import DOUBT, Plan, plan_page
from iceberg.model import LEVELS, ROWS_LIMIT, Canvas, Card, Level, Link, Position

__all__ = ["Layout", "lay_out", "position_at", "settled_positions"]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Where the cards stand, the type (pt) that fits there, and their faces in it."""

    inside: Frame
    standing: Standing
    font_pt: float
    printed: tuple[faces.Face, ...]

    def rows(self) -> Rows:
        """The rows of the page, in mm."""
        return place_rows(self.inside, self.standing, self.printed, self.font_pt)


def lay_out(canvas: Canvas, area: Rect, margin: float, page_height: float) -> Layout:
    """Where the shown layers of a canvas stand within ``area`` (mm).

    ``margin`` is kept free of ice on the area's left, for the names of the bands; ``page_height``
    (mm) says what page it is, so that sizes grow with it. The same canvas always gives the same
    layout.
    """
    room = Rect(area.x + margin, area.y, area.width - margin, area.height)
    layers = canvas.shown_layers()
    cards, links = _shown(canvas)
    fitted = _fitted(canvas, room, page_height)
    inside, standing, font_pt, rows = fitted.inside, fitted.standing, fitted.font_pt, fitted.rows()
    placed = place_cards(standing, cards, fitted.printed, rows, font_pt)
    bands = place_bands(inside, standing.grid, rows)
    icebergs = place_icebergs(inside, standing.grid, layers, bands, placed)
    spots = tuple(
        Spot(card.id, card.rect, row) for card, row in zip(placed, standing.page_rows, strict=True)
    )
    names = tuple(_name_box(iceberg, canvas) for iceberg in icebergs)
    routed = join_links(links, spots, rows, names, room, font_pt)
    return Layout(area, font_pt, bands, icebergs, placed, routed)


def settled_positions(
    canvas: Canvas, area: Rect, margin: float, page_height: float
) -> dict[str, Position]:
    """Where each shown card stands now, as positions that keep it near there from now on.

    Cards that a person has pinned keep their own position.
    """
    room = Rect(area.x + margin, area.y, area.width - margin, area.height)
    standing = _fitted(canvas, room, page_height).standing
    return {card.id: _position(card, standing, n) for n, card in enumerate(_shown(canvas)[0])}


def position_at(
    canvas: Canvas,
    area: Rect,
    margin: float,
    page_height: float,
    cell: tuple[str, Level],
    point: tuple[float, float],
) -> Position:
    """Where in a cell (layer, level) a card is that somebody puts down with its middle at a point.

    The point is in mm on the page as it is drawn now; the position is pinned. It takes the nearest
    row of the band, or a new one when the point is clear below them all.
    """
    room = Rect(area.x + margin, area.y, area.width - margin, area.height)
    fitted = _fitted(canvas, room, page_height)
    standing, rows = fitted.standing, fitted.rows()
    iceberg = next(n for n, x in enumerate(canvas.shown_layers()) if x.id == cell[0])
    grid, band = standing.grid, LEVELS.index(cell[1])
    x = (point[0] - grid.lefts[iceberg]) / grid.widths[iceberg]
    row = _row_at(rows, grid.first_row(band), grid.rows[band], point[1])
    return Position(row=row, x=round(min(max(x, 0.0), 1.0), 4), pinned=True)


def _row_at(rows: Rows, first: int, count: int, y: float) -> int:
    if not count:
        return 0
    last = first + count - 1
    if y > rows.bottom(last) + rows.heights[last] / 2:
        return min(count, ROWS_LIMIT)
    return min(range(count), key=lambda row: (abs(rows.centres[first + row] - y), row))


def _position(card: Card, standing: Standing, n: int) -> Position:
    if card.position is not None and card.position.pinned:
        return card.position
    grid, iceberg = standing.grid, standing.cells[n][0]
    x = (standing.wishes[n] - grid.lefts[iceberg]) / grid.widths[iceberg]
    return Position(row=standing.slots[n][0], x=round(min(max(x, 0.0), 1.0), 4), pinned=False)


def _shown(canvas: Canvas) -> tuple[tuple[Card, ...], tuple[Link, ...]]:
    """The cards that the view shows, and the links between them."""
    cards = canvas.shown_cards()
    ids = {card.id for card in cards}
    return cards, tuple(x for x in canvas.links if x.source in ids and x.target in ids)


def _fitted(canvas: Canvas, room: Rect, page_height: float) -> Fitted:
    """Where each shown card stands, and the type that fits there."""
    least = readable_pt(len(canvas.shown_cards()))
    attempts: list[Fitted] = []
    for fitted in _attempts(canvas, room, page_height):
        attempts.append(fitted)
        if fitted.font_pt >= least:
            break
    return max(attempts, key=lambda fitted: fitted.font_pt)


def _attempts(canvas: Canvas, room: Rect, page_height: float) -> Iterator[Fitted]:
    """Ways to stand, the steadiest first.

    Late cards that grow a row may bring the type below what can be read, where cards arranged
    anew would not: then a later checkpoint serves. A full page may miss it by a little: then one
    with less air does.
    """
    for first in checkpoints(len(canvas.shown_cards())):
        plan, fitted = _fitted_from(canvas, room, page_height, first)
        yield fitted
        if plan.likely_pt * DOUBT < readable_pt(len(canvas.shown_cards())):
            break
    for density in LAST_RESORTS if plan.inside.density == FULL else ():
        yield _fitted_from(canvas, room, page_height, first, density)[1]


def _fitted_from(
    canvas: Canvas, room: Rect, page_height: float, first: int, density: Density | None = None
) -> tuple[Plan, Fitted]:
    """The plan that is made for the cards up to a checkpoint, and how all of them stand on it."""
    cards, links = _shown(canvas)
    icebergs = {layer.id: n for n, layer in enumerate(canvas.shown_layers())}
    cells = [(icebergs[card.layer], LEVELS.index(card.level)) for card in cards]
    labels = faces.labels(canvas)
    shown = [labels[card.id] for card in cards]
    fixed = frame(room, len(icebergs), page_height, first)
    plan = plan_page(fixed, cells[:first], shown[:first], density)
    positions = [card.position for card in cards]
    standing = settle(
        plan.inside, plan.grid, first, tuple(cells), _joined(cards, links), tuple(positions)
    )
    font_pt, printed = fit_type(plan.inside, standing, shown)
    return plan, Fitted(plan.inside, standing, font_pt, printed)


def _joined(cards: Sequence[Card], links: Sequence[Link]) -> tuple[tuple[int, int], ...]:
    index = {card.id: n for n, card in enumerate(cards)}
    return tuple((index[link.source], index[link.target]) for link in links)


def _name_box(iceberg: PlacedIceberg, canvas: Canvas) -> Rect:
    """The rectangle that an iceberg's name fills."""
    title = next(layer.title for layer in canvas.layers if layer.id == iceberg.layer)
    width = text.line_width(heading(title), iceberg.title_pt, bold=True)
    rise, drop = text.ascent(iceberg.title_pt), text.descent(iceberg.title_pt)
    return Rect(iceberg.title_x - width / 2, iceberg.title_y - rise, width, rise + drop)
