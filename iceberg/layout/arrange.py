"""Which slot each card takes: barycentre sweeps, then swaps that lower crossings and length.

After Sugiyama, Tagawa and Toda (1981), with the cells of a grid in place of whole layers, and
greedy exchange in the manner of Eades and Kelly (1986). Deterministic: fixed budgets, ties by
place in the canvas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from iceberg.layout.crossings import Floats, Ints, crosses, ends_of
from iceberg.layout.grid import Cell, Grid, Slot

SWEEPS = 12
PASSES = 4
FEW_CARDS = 48
PASSES_OF_MANY = 2
"""With many cards two more passes take half as long again, for two crossings fewer in a hundred."""
NEAR_SLOTS = 16
"""Slots that a card considers in one pass; in small cells these are all."""
LEAST_GAIN = 1e-6
"""What is less is rounding, in mm."""
CROSSING_COST = 5.4
"""One crossing weighs as much as this many columns of length."""
MANY_CARDS = 320
"""Beyond, no page shows single links any more, and a sample of them tells which places are good."""
SAMPLE = 400
"""About so many edges are asked for crossings then."""
OWN = 8
"""And about so many of a card's own ask, where it has twice as many or more."""


class Arrangement:
    """Cards (by index) in the slots of a grid; mutable while it is being improved."""

    def __init__(self, grid: Grid, cells: Sequence[Cell], edges: Ints) -> None:
        self.grid = grid
        self.cells = list(cells)
        self.edges = edges
        self.slot: dict[int, Slot] = {}
        self.centres = np.zeros((len(cells), 2))
        self.members: dict[Cell, list[int]] = {}
        for card, cell in enumerate(self.cells):
            self.members.setdefault(cell, []).append(card)
        self.incident: list[list[int]] = [[] for _ in cells]
        self.neighbours: list[list[int]] = [[] for _ in cells]
        for number, (a, b) in enumerate(edges.tolist()):
            self.incident[a].append(number)
            self.incident[b].append(number)
            self.neighbours[a].append(b)
            self.neighbours[b].append(a)
        every = max(1, len(edges) // SAMPLE) if len(cells) > MANY_CARDS else 1
        self.asked = np.arange(0, len(edges), every)
        self.own = OWN if len(cells) > MANY_CARDS else len(edges)
        column = min(map(grid.pitch_x, range(len(grid.columns))))
        self.crossing_cost = CROSSING_COST * column * every

    def put(self, card: int, slot: Slot) -> None:
        """Stand a card in a slot of its cell."""
        self.slot[card] = slot
        self.centres[card] = self.grid.centre(self.cells[card], slot)

    def pull(self, card: int, axis: int) -> float:
        """The mean place of a card's placed neighbours along an axis; its own without any."""
        near = [self.centres[n, axis] for n in self.neighbours[card] if n in self.slot]
        return float(sum(near) / len(near)) if near else float(self.centres[card, axis])

    def asking(self, count: int) -> slice:
        """Which of a card's so many edges ask for crossings: all, or about `OWN` on large pages."""
        return slice(None, None, max(1, count // self.own))

    def gain(self, cards: Sequence[int], slots: Sequence[Slot]) -> float:
        """By how much crossings and length fall, as one number, with the cards in these slots."""
        own = sorted({e for card in cards for e in self.incident[card]})
        if not own:
            return 0.0
        now_and_then = np.stack([self.centres, self.centres])
        for card, slot in zip(cards, slots, strict=True):
            now_and_then[1, card] = self.grid.centre(self.cells[card], slot)
        a, b = ends_of(now_and_then, self.edges[own])
        p, q = ends_of(now_and_then, self.edges[self.asked])
        asking = self.asking(len(own))
        hit = crosses(a[:, :, asking, None], b[:, :, asking, None], p[:, :, None], q[:, :, None])
        among = np.isin(self.asked, own)
        counts = hit.sum(axis=(1, 2)) - hit[:, :, among].sum(axis=(1, 2)) / 2
        counts = counts * len(own) / hit.shape[1]
        along = a - b
        costs = np.sqrt((along * along).sum(axis=0)).sum(axis=1) + self.crossing_cost * counts
        return float(costs[0] - costs[1])


def arrange(
    grid: Grid, cells: Sequence[Cell], edges: Ints, fixed: Mapping[int, Slot]
) -> Arrangement:
    """Put every card in a slot. ``cells[i]`` is card i's cell; fixed cards stay where they are.

    Raises ValueError if a cell has more cards than slots.
    """
    plan = Arrangement(grid, cells, edges)
    _sweep(plan, fixed)
    _deal(plan, fixed)
    for _ in range(PASSES if len(cells) <= FEW_CARDS else PASSES_OF_MANY):
        if not sum([_improve(plan, cell, fixed) for cell in sorted(plan.members)]):
            break
    return plan


def arrange_by_x(
    grid: Grid, cells: Sequence[Cell], edges: Ints, xs: Sequence[float]
) -> Arrangement:
    """Put every card in a slot by an order from elsewhere: ``xs[i]`` is card i's place across.

    Raises ValueError if a cell has more cards than slots.
    """
    plan = Arrangement(grid, cells, edges)
    for card, x in enumerate(xs):
        plan.put(card, (0, 0))
        plan.centres[card, 0] = x
    _deal(plan, {})
    return plan


def _sweep(plan: Arrangement, fixed: Mapping[int, Slot]) -> None:
    for card, slot in fixed.items():
        plan.put(card, slot)
    order = {cell: [c for c in cards if c not in fixed] for cell, cards in plan.members.items()}
    for cell, cards in order.items():
        _spread_evenly(plan, cell, cards)
    cells = sorted(order, key=lambda cell: (cell[1], cell[0]))
    for sweep in range(SWEEPS):
        for cell in cells if sweep % 2 == 0 else reversed(cells):
            cards = order[cell]
            pulls = {card: plan.pull(card, 0) for card in cards}
            cards.sort(key=lambda card: (pulls[card], card))
            _spread_evenly(plan, cell, cards)


def _spread_evenly(plan: Arrangement, cell: Cell, cards: Sequence[int]) -> None:
    grid = plan.grid
    left, width = grid.lefts[cell[0]], grid.widths[cell[0]]
    middle = (grid.rows[cell[1]] - 1) / 2
    y = (grid.first_row(cell[1]) + middle) * grid.pitch_y
    for n, card in enumerate(cards):
        plan.centres[card] = left + width * (n + 0.5) / len(cards), y
        plan.slot[card] = (0, 0)


def _deal(plan: Arrangement, fixed: Mapping[int, Slot]) -> None:
    for cell, members in sorted(plan.members.items()):
        cards = sorted(
            (c for c in members if c not in fixed), key=lambda c: (plan.centres[c, 0], c)
        )
        taken = {fixed[c] for c in members if c in fixed}
        free = [slot for slot in plan.grid.slots(cell) if slot not in taken]
        if len(cards) > len(free):
            raise ValueError("a cell has more cards than slots")
        for card, slot in _dealt(plan, cards, free):
            plan.put(card, slot)


def _dealt(plan: Arrangement, cards: list[int], free: list[Slot]) -> list[tuple[int, Slot]]:
    """Cards in x order, cut into as many columns as needed, each dealt to rows by its pull."""
    columns: dict[int, list[Slot]] = {}
    for slot in free:
        columns.setdefault(slot[1], []).append(slot)
    tallest = max((len(rows) for rows in columns.values()), default=1)
    wanted = min(len(columns), -(-len(cards) // tallest) if cards else 0)
    chosen = _enough_columns(columns, wanted, len(cards))
    pairs: list[tuple[int, Slot]] = []
    rest = list(cards)
    for n, column in enumerate(chosen):
        room = sum(len(columns[c]) for c in chosen[n:])
        share = min(len(columns[column]), -(-len(rest) * len(columns[column]) // max(room, 1)))
        chunk, rest = rest[:share], rest[share:]
        rows = sorted(columns[column])
        picked = [rows[(2 * i + 1) * len(rows) // (2 * len(chunk))] for i in range(len(chunk))]
        chunk.sort(key=lambda card: (plan.pull(card, 1), card))
        pairs += zip(chunk, picked, strict=True)
    return pairs


def _enough_columns(columns: Mapping[int, list[Slot]], wanted: int, cards: int) -> list[int]:
    """Columns spread across the cell, as few as hold the cards (at least ``wanted``)."""
    names = sorted(columns)
    for count in range(wanted, len(names) + 1):
        chosen = [names[(2 * i + 1) * len(names) // (2 * count)] for i in range(count)]
        if sum(len(columns[c]) for c in chosen) >= cards:
            return chosen
    return names


def _improve(plan: Arrangement, cell: Cell, fixed: Mapping[int, Slot]) -> int:
    """Move or swap cards of one cell while the exact cost falls; the number of changes made."""
    cards = [c for c in plan.members[cell] if c not in fixed and plan.incident[c]]
    if not cards:
        return 0
    slots = plan.grid.slots(cell)
    centres = np.array([plan.grid.centre(cell, slot) for slot in slots])
    costs = {c: _costs_at(plan, c, centres) for c in cards}
    place = {slot: n for n, slot in enumerate(slots)}
    holder = {place[plan.slot[c]]: c for c in plan.members[cell]}
    changes = 0
    for _, card, target in _promising(plan, cards, costs, place, holder, fixed):
        changes += _try(plan, card, slots[target], fixed)
    return changes


def _costs_at(plan: Arrangement, card: int, centres: Floats) -> Floats:
    """The cost of a card's edges with the card at each of these places, all else unmoved."""
    costs = np.full(len(centres), np.inf)
    ends = plan.centres[plan.neighbours[card]]
    lengths = np.linalg.norm(centres[:, None] - ends[None], axis=2).sum(axis=1)
    near = np.argsort(lengths, kind="stable")[:NEAR_SLOTS]
    others = plan.edges[plan.asked]
    others = others[(others != card).all(axis=1)]
    p, q = ends_of(plan.centres, others)
    some = ends[plan.asking(len(ends))]
    a, b = centres[near].T[:, :, None, None], some.T[:, None, :, None]
    hit = crosses(a, b, p[:, None, None], q[:, None, None])
    counts = np.count_nonzero(hit.reshape(len(near), -1), axis=1) * (len(ends) / len(some))
    costs[near] = lengths[near] + plan.crossing_cost * counts
    return costs


def _promising(
    plan: Arrangement,
    cards: Sequence[int],
    costs: Mapping[int, Floats],
    place: Mapping[Slot, int],
    holder: Mapping[int, int],
    fixed: Mapping[int, Slot],
) -> list[tuple[float, int, int]]:
    """Moves and swaps that should pay, as (gain, card, slot number), the best first."""
    found: list[tuple[float, int, int]] = []
    for card in cards:
        here = place[plan.slot[card]]
        own = costs[card]
        for target in np.flatnonzero(np.isfinite(own)).tolist():
            other = holder.get(target)
            if target == here or (other is not None and other in fixed):
                continue
            change = float(own[target] - own[here])
            if other is not None and other in costs:
                back = costs[other]
                if not np.isfinite(back[here]) or not np.isfinite(back[target]):
                    continue
                change += float(back[here] - back[target])
            if change < -LEAST_GAIN:
                found.append((change, card, target))
    return sorted(found)[: 3 * len(cards)]


def _try(plan: Arrangement, card: int, slot: Slot, fixed: Mapping[int, Slot]) -> bool:
    """Move a card to a slot, swapping with whoever stands there, if the exact cost falls."""
    here = plan.slot[card]
    other = next((c for c in plan.members[plan.cells[card]] if plan.slot[c] == slot), None)
    if here == slot or (other is not None and other in fixed):
        return False
    moved = {card: slot} if other is None else {card: slot, other: here}
    if plan.gain(list(moved), list(moved.values())) <= LEAST_GAIN:
        return False
    for moving, to in moved.items():
        plan.put(moving, to)
    return True
