"""Where cards stand before any type is set: kept places, a joint arrangement, late arrivals.

The arrangement must not be lost when one card is added. So it is made jointly for the cards up to
a checkpoint (every eighth card, later every sixteenth and so on), and every later card is put into
the best free slot; only at a checkpoint is all arranged anew. Cards with a position keep it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from iceberg.layout.arrange import Arrangement, arrange
from iceberg.layout.crossings import Ints
from iceberg.layout.frame import Frame
from iceberg.layout.grid import Cell, Grid, Slot
from iceberg.layout.sizing import make_grid
from iceberg.layout.spread import spread
from iceberg.model import Position

PINNED_WEIGHT = 1_000.0
KEPT_WEIGHT = 10.0
FREE_WEIGHT = 1.0
RELAXATIONS = 6
STANDINGS = 16
"""Standings kept: an edit that moves nothing, such as a reading, needs no new one."""
PULL = 0.7
"""How much of the way a card leans from its slot towards the cards it is linked with."""
PROFILE = (0.8, 0.94, 1.0, 0.94)
"""How wide the rows of each band are when there is room to choose: an iceberg's shape."""


@dataclass(frozen=True, slots=True)
class Standing:
    """For each card, by index: its cell, slot, wished centre x (mm) and how firmly it wishes.

    ``planned`` are the rows of each band that the joint arrangement was made for; further rows of
    the grid were added below them, one by one.
    """

    grid: Grid
    planned: tuple[int, ...]
    cells: tuple[Cell, ...]
    slots: tuple[Slot, ...]
    wishes: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def page_rows(self) -> tuple[int, ...]:
        """The row of each card, counted from the top of the page."""
        firsts = [self.grid.first_row(band) for band in range(len(self.grid.rows))]
        return tuple(
            firsts[cell[1]] + slot[0] for cell, slot in zip(self.cells, self.slots, strict=True)
        )

    def by_row(self) -> dict[tuple[int, int], list[int]]:
        """The cards of each (iceberg, row of the page), from left to right."""
        found: dict[tuple[int, int], list[int]] = {}
        for n, row in enumerate(self.page_rows):
            found.setdefault((self.cells[n][0], row), []).append(n)
        for members in found.values():
            members.sort(key=lambda n: (self.wishes[n], self.slots[n][1], n))
        return found


def checkpoint(count: int) -> int:
    """The largest checkpoint that is not above ``count``: 8, 16, … 64, 80, … 128, 160, …"""
    if count < 8:
        return count
    step = max(8, 1 << (count.bit_length() - 3))
    return count - count % step


def checkpoints(count: int) -> list[int]:
    """The checkpoint, then later and later ones: the last multiple of 4, and the count."""
    return sorted({checkpoint(count), *(max(checkpoint(count), count - count % k) for k in (4, 1))})


@lru_cache(maxsize=STANDINGS)
def settle(
    inside: Frame,
    grid: Grid,
    first: int,
    cells: tuple[Cell, ...],
    joined: tuple[tuple[int, int], ...],
    positions: tuple[Position | None, ...],
) -> Standing:
    """Where every card stands, on a grid that suits the ``first`` cards.

    Other arguments hold one item a card; ``joined`` are the pairs of cards with a link.
    """
    edges = np.array(joined, dtype=np.int64).reshape(-1, 2)
    early = [n for n in range(len(cells)) if n < first or positions[n] is not None]
    late = [n for n in range(len(cells)) if n >= first and positions[n] is None]
    planned = grid.rows
    grid, kept = _keep(inside, grid, cells, positions, early)
    plan = _arrange_early(grid, cells, edges, kept, early)
    if any(positions[n] is None for n in early):
        _relax(plan, {n for n in early if positions[n] is not None})
    for n, position in enumerate(positions):
        if position is not None:
            plan.centres[n, 0] = _wish(plan.grid, cells[n], position)
    for n in late:
        _insert(inside, plan, n)
    return Standing(
        plan.grid,
        planned,
        tuple(cells),
        tuple(plan.slot[n] for n in range(len(cells))),
        tuple(float(x) for x in plan.centres[:, 0]),
        tuple(_weight(position) for position in positions),
    )


def _weight(position: Position | None) -> float:
    if position is None:
        return FREE_WEIGHT
    return PINNED_WEIGHT if position.pinned else KEPT_WEIGHT


def _wish(grid: Grid, cell: Cell, position: Position) -> float:
    return grid.lefts[cell[0]] + position.x * grid.widths[cell[0]]


def _keep(
    inside: Frame,
    grid: Grid,
    cells: Sequence[Cell],
    positions: Sequence[Position | None],
    early: Sequence[int],
) -> tuple[Grid, dict[int, Slot]]:
    """Slots for the cards with positions, in their rows; bands grow where that needs it."""
    rows = list(grid.rows)
    ranks = _used_rows(cells, positions, grid)
    for band, used in enumerate(ranks):
        rows[band] = max(rows[band], len(used))
    for cell in sorted({cells[n] for n in early}):
        count = sum(cells[n] == cell for n in early)
        rows[cell[1]] = max(rows[cell[1]], -(-count // grid.columns[cell[0]]))
    grid = make_grid(inside, tuple(rows), grid.columns, grid.card_share)
    free = {cell: set(grid.slots(cell)) for cell in cells}
    kept: dict[int, Slot] = {}
    for n in sorted(early, key=lambda n: _firmness(positions[n], n)):
        position = positions[n]
        if position is None:
            continue
        row = ranks[cells[n][1]].get(position.row, position.row)
        wanted = (
            min(row, grid.rows[cells[n][1]] - 1),
            position.x * grid.columns[cells[n][0]] - 0.5,
        )
        kept[n] = _nearest(free[cells[n]], wanted)
        free[cells[n]].remove(kept[n])
    return grid, _in_x_order(cells, kept, positions)


def _firmness(position: Position | None, n: int) -> tuple[int, float, int]:
    if position is None:
        return 2, 0.0, n
    return (0 if position.pinned else 1), position.x, n


def _used_rows(
    cells: Sequence[Cell], positions: Sequence[Position | None], grid: Grid
) -> list[dict[int, int]]:
    """Per band the kept rows, renumbered without holes where there are more than it needs."""
    used: list[set[int]] = [set() for _ in grid.rows]
    for cell, position in zip(cells, positions, strict=True):
        if position is not None:
            used[cell[1]].add(position.row)
    ranks: list[dict[int, int]] = []
    for band, numbers in enumerate(used):
        dense = max(numbers, default=0) < max(grid.rows[band], len(numbers))
        ranks.append({n: n if dense else rank for rank, n in enumerate(sorted(numbers))})
    return ranks


def _nearest(free: Iterable[Slot], wanted: tuple[int, float]) -> Slot:
    """The free slot in the nearest row, then the nearest column."""
    row, column = wanted
    return min(free, key=lambda slot: (abs(slot[0] - row), abs(slot[1] - column), slot))


def _in_x_order(
    cells: Sequence[Cell],
    kept: dict[int, Slot],
    positions: Sequence[Position | None],
) -> dict[int, Slot]:
    """The same slots, dealt again within each row so that columns follow the wished x."""
    rows: dict[tuple[Cell, int], list[int]] = {}
    for n, slot in kept.items():
        rows.setdefault((cells[n], slot[0]), []).append(n)
    ordered: dict[int, Slot] = {}
    for members in rows.values():
        slots = sorted(kept[n] for n in members)
        by_x = sorted(members, key=lambda n: (p.x if (p := positions[n]) else 0.5, n))
        ordered.update(zip(by_x, slots, strict=True))
    return ordered


def _arrange_early(
    grid: Grid,
    cells: Sequence[Cell],
    edges: Ints,
    kept: dict[int, Slot],
    early: Sequence[int],
) -> Arrangement:
    """The joint arrangement of the early cards, in a plan that knows all cards and edges."""
    plan = Arrangement(grid, cells, edges)
    if len(kept) == len(early):
        for n, slot in kept.items():
            plan.put(n, slot)
        return plan
    number = {n: k for k, n in enumerate(early)}
    inner = [(number[a], number[b]) for a, b in edges.tolist() if a in number and b in number]
    partial = arrange(
        grid,
        [cells[n] for n in early],
        np.array(inner, dtype=np.int64).reshape(-1, 2),
        {number[n]: slot for n, slot in kept.items()},
    )
    for k, n in enumerate(early):
        plan.put(n, partial.slot[k])
    return plan


def _relax(plan: Arrangement, kept: set[int]) -> None:
    """Let cards lean towards what they are linked with, as far as their rows have room."""
    grid = plan.grid
    rows: dict[tuple[Cell, int], list[int]] = {}
    for n, slot in plan.slot.items():
        rows.setdefault((plan.cells[n], slot[0]), []).append(n)
    home = {n: plan.grid.centre(plan.cells[n], slot)[0] for n, slot in plan.slot.items()}
    for _ in range(RELAXATIONS):
        for ((iceberg, band), _), members in sorted(rows.items()):
            members.sort(key=lambda n: plan.slot[n][1])
            pitch = grid.pitch_x(iceberg)
            half = max(PROFILE[band] * grid.widths[iceberg], len(members) * pitch) / 2
            middle = grid.lefts[iceberg] + grid.widths[iceberg] / 2
            wishes = [home[n] if n in kept else _lean(plan, n, home[n], pitch) for n in members]
            xs = spread(
                wishes,
                [pitch] * (len(members) - 1),
                middle - half + pitch / 2,
                middle + half - pitch / 2,
            )
            for n, x in zip(members, xs, strict=True):
                plan.centres[n, 0] = x


def _lean(plan: Arrangement, n: int, home: float, pitch: float) -> float:
    lean = PULL * (plan.pull(n, 0) - home)
    return home + min(max(lean, -1.2 * pitch), 1.2 * pitch)


def _insert(inside: Frame, plan: Arrangement, n: int) -> None:
    """Stand a late card in the free slot that costs least; a full cell's band grows a row."""
    cell = plan.cells[n]
    taken = {plan.slot[m] for m in plan.members[cell] if m in plan.slot}
    free = [slot for slot in plan.grid.slots(cell) if slot not in taken]
    if not free:
        _grow(inside, plan, cell[1])
        free = [slot for slot in plan.grid.slots(cell) if slot not in taken]
    best = min(free, key=lambda slot: (_cost_of_joining(plan, n, slot), slot))
    plan.put(n, best)


def _grow(inside: Frame, plan: Arrangement, band: int) -> None:
    rows = tuple(count + (at == band) for at, count in enumerate(plan.grid.rows))
    plan.grid = make_grid(inside, rows, plan.grid.columns, plan.grid.card_share)
    for n, slot in plan.slot.items():
        plan.centres[n, 1] = plan.grid.centre(plan.cells[n], slot)[1]


def _cost_of_joining(plan: Arrangement, n: int, slot: Slot) -> float:
    x, y = plan.grid.centre(plan.cells[n], slot)
    pitch = plan.grid.pitch_x(plan.cells[n][0])
    plan.centres[n] = x, y
    placed = [m for m in plan.neighbours[n] if m in plan.slot]
    length = float(np.abs(plan.centres[placed] - plan.centres[n]).sum()) if placed else 0.0
    row = [m for m in plan.members[plan.cells[n]] if m in plan.slot and plan.slot[m][0] == slot[0]]
    pushed = sum(max(0.0, pitch - abs(float(plan.centres[m, 0]) - x)) for m in row)
    return length + 3 * pushed
