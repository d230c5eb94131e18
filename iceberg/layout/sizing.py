"""How many columns and rows the icebergs need so that the type comes out as large as it can."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from iceberg.layout import faces
from iceberg.layout.card_sizes import CardSizes, Extent
from iceberg.layout.faces import Label
from iceberg.layout.frame import DENSE, FULL, ROOMY, Density, Frame
from iceberg.layout.grid import BANDS, Cell, Grid
from iceberg.layout.parts import MM_PER_PT

SMALLEST_PT = 0.5
STEP_PT = 0.1
WIDEST_EM = 16.5
"""A card's width in ems at most: about 34 letters a line, easy to read at a glance."""
TYPE_STEPS = 8
"""Halvings in the search for the largest type; eight find it within 0.05 pt."""
DOUBT = 1.05
"""How far from the truth the likely type may be: what is this near to a limit is tried."""
MOST_GAINED = 1.3
"""What a full page may do for the type of a roomy one at most."""
PLANS = 64
"""Plans kept: a few for each canvas that is open now."""
NICE_EM = 14.0
"""Cards from this width on look like notes; narrower ones look like columns of a newspaper."""
HOPELESS = 0.8
"""Once more columns bring the type down to this part of the best, still more will not help."""
FEW_CARDS = 8
"""With fewer cards all icebergs are equally wide: none swells and shrinks as first cards arrive."""
MOST_COLUMNS = 40
"""Columns of all icebergs together; more than any page can show in type that can be read."""
GAP_EM = 1.8
"""The least width of the gap between two cards: a badge and air."""


def card_width(grid: Grid, font_pt: float) -> float:
    """The width of every card, in mm."""
    return min(grid.card_share * grid.pitch_x(0), WIDEST_EM * font_pt * MM_PER_PT)


@dataclass(frozen=True, slots=True)
class Plan:
    """The frame and grid for some cards, and the type (pt) that they are likely to get."""

    inside: Frame
    grid: Grid
    likely_pt: float


def plan_page(
    inside: Frame, cells: Sequence[Cell], shown: Sequence[Label], density: Density | None = None
) -> Plan:
    """The plan for these cards: in the ``density``, else as roomy as type that can be read allows.

    Where no plan gives such type the roomy one serves: then at least the links can be followed.
    """
    extents = tuple(Extent.of(label) for label in shown)
    if density is not None:
        return _planned(replace(inside, density=density), tuple(cells), extents)
    roomy = _planned(replace(inside, density=ROOMY), tuple(cells), extents)
    enough = DOUBT * inside.readable_pt
    if roomy.likely_pt >= enough or MOST_GAINED * roomy.likely_pt < inside.readable_pt:
        return roomy
    dense = _planned(replace(inside, density=DENSE), tuple(cells), extents)
    if dense.likely_pt >= enough:
        return dense
    full = _planned(replace(inside, density=FULL), tuple(cells), extents)
    return full if DOUBT * full.likely_pt >= inside.readable_pt else roomy


@lru_cache(maxsize=PLANS)
def _planned(inside: Frame, cells: tuple[Cell, ...], extents: tuple[Extent, ...]) -> Plan:
    sizes = CardSizes.of(extents, cells)
    grid = choose_grid(inside, cells, sizes)
    return Plan(inside, grid, _largest_type(inside, grid, sizes))


def choose_grid(inside: Frame, cells: Sequence[Cell], sizes: CardSizes) -> Grid:
    """The grid with the largest type; of equals the one with the best balanced gaps."""
    best: tuple[tuple[float, float], Grid] = ((0.0, 0.0), make_grid(inside, (0,) * BANDS, (1,), 1))
    for choices in _column_choices(inside, cells):
        hopeful = False
        for columns in choices:
            rows = rows_needed(inside, cells, columns)
            for share in inside.density.card_shares:
                grid = make_grid(inside, rows, columns, share)
                type_pt = best[0][0]
                hopeful = hopeful or _fits_at(inside, grid, sizes, HOPELESS * type_pt)
                if _fits_at(inside, grid, sizes, type_pt):
                    score = _score(inside, grid, sizes, type_pt)
                    best = max(best, (score, grid), key=lambda attempt: attempt[0])
        if not hopeful:
            break
    return best[1]


def _fits_at(inside: Frame, grid: Grid, sizes: CardSizes, font_pt: float) -> bool:
    least = max(font_pt, SMALLEST_PT)
    return least == SMALLEST_PT or _spare_height(inside, grid, sizes, least) >= 0


def _column_choices(inside: Frame, cells: Sequence[Cell]) -> Iterator[list[tuple[int, ...]]]:
    """From one column an iceberg up, each time one more where it is most crowded.

    With each of these come the choices with one column moved from an iceberg to its neighbour.
    For few cards all icebergs have as many: two at least where two icebergs leave room for them,
    so that a second card in a cell stands beside the first and no band grows for it.
    """
    counts = _counts(inside, cells)
    columns = [1] * inside.icebergs
    most = max(counts.values(), default=1)
    if len(cells) < FEW_CARDS:
        least = 2 if inside.icebergs <= 2 else 1
        yield from ([(wide,) * inside.icebergs] for wide in range(least, max(least, most) + 1))
        return
    yield [tuple(columns)]
    while max(columns) < most and sum(columns) < MOST_COLUMNS:
        columns[_most_crowded(counts, columns)] += 1
        yield [tuple(columns), *_neighbours(columns)]


def _neighbours(columns: Sequence[int]) -> list[tuple[int, ...]]:
    found = []
    for n in range(len(columns) - 1):
        for step in (-1, 1):
            moved = [*columns[:n], columns[n] + step, columns[n + 1] - step, *columns[n + 2 :]]
            if min(moved) >= 1:
                found.append(tuple(moved))
    return found


def _counts(inside: Frame, cells: Sequence[Cell]) -> dict[Cell, int]:
    counts: dict[Cell, int] = {}
    for cell in cells:
        counts[cell] = counts.get(cell, 0) + 1
    spare = inside.spare_slots(len(cells))
    return {cell: count + min(spare, count) for cell, count in counts.items()}


def _most_crowded(counts: Mapping[Cell, int], columns: Sequence[int]) -> int:
    def crowd(iceberg: int) -> tuple[float, int]:
        loads = sorted(
            (count / columns[iceberg] for (where, _), count in counts.items() if where == iceberg),
            reverse=True,
        )
        return sum(load * load for load in loads), -iceberg

    return max(range(len(columns)), key=crowd)


def rows_needed(inside: Frame, cells: Sequence[Cell], columns: Sequence[int]) -> tuple[int, ...]:
    """Rows of each band: as many as its fullest cell needs, with the spare slots."""
    rows = [0] * BANDS
    for (iceberg, band), count in _counts(inside, cells).items():
        rows[band] = max(rows[band], -(-count // columns[iceberg]))
    return tuple(rows)


def make_grid(inside: Frame, rows: tuple[int, ...], columns: tuple[int, ...], share: float) -> Grid:
    """A grid over the frame: columns of one width, rows of one pitch."""
    pitch = inside.columns_width / sum(columns)
    lefts, x = [], inside.room.x
    for count in columns:
        lefts.append(x + inside.side)
        x += count * pitch + 2 * inside.side + inside.strait
    pitch_y = inside.rows_height / max(1, sum(rows))
    widths = tuple(count * pitch for count in columns)
    return Grid(rows, columns, tuple(lefts), widths, pitch_y, share)


def extra_channels(
    inside: Frame, rows: Sequence[int], heights: Sequence[float], least: float
) -> list[float]:
    """The least height of each of the rows + 1 channels, with room for the bands' names.

    ``heights`` are those of the rows from top to bottom; ``least`` is the plain channel.
    """
    channels = [least] * (len(heights) + 1)
    first = 0
    for band, count in enumerate(rows):
        own = sum(heights[first : first + count]) + count * least
        missing = _missing(inside, band, own)
        channels[first] += missing / 2 if count else missing
        if count:
            channels[first + count] += missing / 2
        first += count
    return channels


def _missing(inside: Frame, band: int, own: float) -> float:
    """What a band with rows and channels of ``own`` mm lacks for its name."""
    fixed = inside.peak if band == 0 else inside.keel if band == BANDS - 1 else 0.0
    return max(0.0, inside.label_height - own - fixed)


def _score(inside: Frame, grid: Grid, sizes: CardSizes, fitting_pt: float) -> tuple[float, float]:
    """The type size (in steps of 0.25 pt), then how evenly room is left across and down.

    Type of ``fitting_pt`` is known to fit.
    """
    font_pt = _largest_type(inside, grid, sizes, fitting_pt)
    em = font_pt * MM_PER_PT
    spare = max(0.0, _spare_height(inside, grid, sizes, font_pt))
    tall = inside.channel(font_pt) + spare / (sum(grid.rows) + 1)
    wide = grid.pitch_x(0) - card_width(grid, font_pt)
    balance = min(tall / (4.5 * em), wide / (3.2 * em))
    breadth = min(1.0, card_width(grid, font_pt) / (NICE_EM * em))
    return math.floor(font_pt * 4) / 4, balance + breadth


def _largest_type(
    inside: Frame, grid: Grid, sizes: CardSizes, fitting_pt: float = SMALLEST_PT
) -> float:
    low, high = SMALLEST_PT, inside.cap_pt
    if _spare_height(inside, grid, sizes, high) >= 0:
        return high
    for _ in range(TYPE_STEPS):
        middle = (low + high) / 2
        if middle > fitting_pt and _spare_height(inside, grid, sizes, middle) < 0:
            high = middle
        else:
            low = middle
    return low


def _spare_height(inside: Frame, grid: Grid, sizes: CardSizes, font_pt: float) -> float:
    """Height (mm) left over at this type size, by an estimate of every card's lines."""
    em = font_pt * MM_PER_PT
    room = card_width(grid, font_pt) / em - faces.PAD_LEFT_EM - faces.PAD_RIGHT_EM
    if room < max(4.0, sizes.longest_word):
        return -1.0
    least = inside.channel(font_pt)
    left = inside.rows_height - least
    for band, (count, tall) in enumerate(zip(grid.rows, sizes.deal(grid.rows, room), strict=True)):
        own = tall * em + count * least
        left -= own + _missing(inside, band, own)
    return left
