"""From slots to millimetres: the largest type that fits, then rows, cards and outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iceberg.layout import faces, text
from iceberg.layout.faces import Face, Label
from iceberg.layout.frame import Frame
from iceberg.layout.grid import BANDS, Grid
from iceberg.layout.outline import outline
from iceberg.layout.parts import (
    MM_PER_PT,
    PlacedBand,
    PlacedCard,
    PlacedIceberg,
    Point,
    Rect,
)
from iceberg.layout.settle import Standing
from iceberg.layout.sizing import (
    GAP_EM,
    SMALLEST_PT,
    STEP_PT,
    card_width,
    extra_channels,
)
from iceberg.layout.spread import spread
from iceberg.model import LEVELS, Card, Layer

TITLE_PT = 9.5
"""Type of an iceberg's name on A4; it shrinks if the name is long."""


LIMIT_SHARE = 0.25
"""How far down a channel the limit of two bands runs: above the middle, where links run level."""
EDGE_SHARE = 0.12
"""What a band with cards takes of a channel beside an empty band, whose share is 1."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the page from top to bottom: centre and height of each, in mm."""

    centres: tuple[float, ...]
    heights: tuple[float, ...]

    def top(self, row: int) -> float:
        """The upper edge of a row."""
        return self.centres[row] - self.heights[row] / 2

    def bottom(self, row: int) -> float:
        """The lower edge of a row."""
        return self.centres[row] + self.heights[row] / 2


def fit_type(
    inside: Frame, standing: Standing, shown: Sequence[Label]
) -> tuple[float, tuple[Face, ...]]:
    """The largest type, in steps of 0.1 pt, at which all rows fit, and every card's face in it."""
    low, high = round(SMALLEST_PT / STEP_PT), int(inside.cap_pt / STEP_PT + 1e-9)
    best = _faces_at(standing.grid, shown, low * STEP_PT)
    while low < high:
        middle = (low + high + 1) // 2
        attempt = _faces_at(standing.grid, shown, round(middle * STEP_PT, 1))
        if _fits(inside, standing, attempt, round(middle * STEP_PT, 1)):
            low, best = middle, attempt
        else:
            high = middle - 1
    return round(low * STEP_PT, 1), best


def _faces_at(grid: Grid, shown: Sequence[Label], font_pt: float) -> tuple[Face, ...]:
    width = card_width(grid, font_pt)
    return tuple(faces.face(label, width, font_pt) for label in shown)


def _fits(inside: Frame, standing: Standing, shown: Sequence[Face], font_pt: float) -> bool:
    em = font_pt * MM_PER_PT
    width = card_width(standing.grid, font_pt)
    room = width - (faces.PAD_LEFT_EM + faces.PAD_RIGHT_EM) * em
    if room < 4 * em or any(w > room for f in shown for w in f.widths):
        return False
    heights = _row_heights(standing, shown)
    channels = extra_channels(inside, standing.grid.rows, heights, inside.channel(font_pt))
    return sum(heights) + sum(channels) <= inside.rows_height


def _row_heights(standing: Standing, shown: Sequence[Face]) -> list[float]:
    heights = [0.0] * sum(standing.grid.rows)
    for row, face in zip(standing.page_rows, shown, strict=True):
        heights[row] = max(heights[row], face.height)
    return heights


def place_rows(inside: Frame, standing: Standing, shown: Sequence[Face], font_pt: float) -> Rows:
    """Rows at one pitch where their heights allow, pushed apart only where they do not."""
    heights = _row_heights(standing, shown)
    if not heights:
        return Rows((), ())
    channels = extra_channels(inside, standing.grid.rows, heights, inside.channel(font_pt))
    top = inside.room.y + inside.peak
    gaps = [(heights[n] + heights[n + 1]) / 2 + channels[n + 1] for n in range(len(heights) - 1)]
    low = top + channels[0] + heights[0] / 2
    high = top + inside.rows_height - channels[-1] - heights[-1] / 2
    centres = spread(_even_centres(inside, standing), gaps, low, high)
    return Rows(tuple(centres), tuple(heights))


def _even_centres(inside: Frame, standing: Standing) -> list[float]:
    """Planned rows at one pitch; a row added later squeezes in below those of its band."""
    planned = standing.planned
    empty = inside.label_height
    spare = inside.rows_height - empty * sum(not count for count in planned)
    pitch = spare / max(1, sum(planned))
    centres, y = [], inside.room.y + inside.peak
    for count, rows in zip(planned, standing.grid.rows, strict=True):
        centres += [y + (n + 0.5) * pitch for n in range(count)]
        y += count * pitch if count else empty
        centres += [y] * (rows - count)
    return centres


def place_cards(
    standing: Standing,
    cards: Sequence[Card],
    shown: Sequence[Face],
    rows: Rows,
    font_pt: float,
) -> tuple[PlacedCard, ...]:
    """Every card in its row, as near to where it wants to stand as its neighbours allow."""
    grid = standing.grid
    width = card_width(grid, font_pt)
    page_rows = standing.page_rows
    step = min(grid.pitch_x(0), width + GAP_EM * font_pt * MM_PER_PT)
    centres: dict[int, float] = {}
    for (iceberg, _), members in standing.by_row().items():
        left, span = grid.lefts[iceberg], grid.widths[iceberg]
        xs = spread(
            [standing.wishes[c] for c in members],
            [step] * (len(members) - 1),
            left + width / 2,
            left + span - width / 2,
            [standing.weights[c] for c in members],
        )
        centres.update(zip(members, xs, strict=True))
    return tuple(
        _placed(
            card,
            shown[n],
            standing.slots[n][0],
            (centres[n], rows.centres[page_rows[n]]),
            width,
            font_pt,
        )
        for n, card in enumerate(cards)
    )


def _placed(
    card: Card,
    shown: Face,
    row: int,
    centre: Point,
    width: float,
    font_pt: float,
) -> PlacedCard:
    x, y = centre[0] - width / 2, centre[1] - shown.height / 2
    rect = Rect(round(x, 3), round(y, 3), round(width, 3), round(shown.height, 3))
    lines, marks = faces.place_face(shown, rect, font_pt)
    return PlacedCard(
        card.id,
        card.layer,
        card.level,
        rect,
        row,
        lines,
        marks,
        font_pt,
        faces.marks_pt(font_pt),
    )


def place_bands(inside: Frame, grid: Grid, rows: Rows) -> tuple[PlacedBand, ...]:
    """The bands' limits: in the channel between the last row of one and the first of the next."""
    edges = [inside.room.y]
    first = 0
    for band in range(BANDS - 1):
        first += grid.rows[band]
        edges.append(_limit(inside, grid, rows, band, first))
    edges.append(inside.room.bottom)
    return tuple(
        PlacedBand(level, round(edges[n], 3), round(edges[n + 1], 3))
        for n, level in enumerate(LEVELS)
    )


def _limit(inside: Frame, grid: Grid, rows: Rows, band: int, first: int) -> float:
    """The y between a band and the next; a channel with empty bands in it is shared out."""
    above, below = grid.rows[: band + 1], grid.rows[band + 1 :]
    top = rows.bottom(first - 1) if first else inside.room.y
    bottom = rows.top(first) if first < len(rows.centres) else inside.room.bottom
    empty_above = next((n for n, r in enumerate(reversed(above)) if r), len(above))
    empty_below = next((n for n, r in enumerate(below) if r), len(below))
    if not empty_above and not empty_below:
        return top + (bottom - top) * LIMIT_SHARE
    shares_above = empty_above + (EDGE_SHARE if first else 0.0)
    shares_below = empty_below + (EDGE_SHARE if first < len(rows.centres) else 0.0)
    return top + (bottom - top) * shares_above / (shares_above + shares_below)


def place_icebergs(
    inside: Frame,
    grid: Grid,
    layers: Sequence[Layer],
    bands: Sequence[PlacedBand],
    cards: Sequence[PlacedCard],
) -> tuple[PlacedIceberg, ...]:
    """Each layer's outline around its cards, and its name in the peak."""
    edges = [bands[0].y0, *(band.y1 for band in bands)]
    placed = []
    for n, layer in enumerate(layers):
        bounds = Rect(
            grid.lefts[n] - inside.side,
            inside.room.y + 1.2 * inside.scale,
            grid.widths[n] + 2 * inside.side,
            inside.room.height - 2.4 * inside.scale,
        )
        own = [card.rect for card in cards if card.layer == layer.id]
        shape = outline(bounds, edges, inside.peak, inside.keel, own, n)
        size = _title_size(layer.title, 0.6 * bounds.width, inside.scale)
        y = bounds.y + 0.66 * inside.peak
        placed.append(
            PlacedIceberg(
                layer.id,
                tuple((round(x, 3), round(at, 3)) for x, at in shape),
                round(bounds.centre_x, 3),
                round(y, 3),
                size,
            )
        )
    return tuple(placed)


def heading(title: str) -> str:
    """An iceberg's name as it is drawn."""
    return title.upper()


def _title_size(title: str, room: float, scale: float) -> float:
    size = TITLE_PT * scale
    width = text.line_width(heading(title), size, bold=True)
    return round(size * min(1.0, room / width), 2) if width else round(size, 2)
