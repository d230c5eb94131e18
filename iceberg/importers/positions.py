"""Where cards stood on their old map, as hints, so that people know their map again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from iceberg.importers.maps import Node
from iceberg.importers.placing import Placement
from iceberg.model import ROWS_LIMIT, Hint, Position

_A_ROW: Final = 4
"""Cards that a row of a band is asked to hold; the layout makes rows longer where it must."""


def positions_of(nodes: Iterable[Node], places: Mapping[str, Placement]) -> dict[str, Position]:
    """Positions that are not pinned: x as on the old map, rows in its order from top to bottom."""
    cells: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    sides: dict[str, list[float]] = defaultdict(list)
    for node in nodes:
        place = places.get(node.id)
        if place and node.x is not None and node.y is not None:
            cells[place.layer, place.level].append((node.y, node.x, node.id))
            sides[place.layer].append(node.x)
    return {
        node_id: Position(
            row=min(rank // _A_ROW, ROWS_LIMIT), x=_across(x, sides[layer]), pinned=False
        )
        for (layer, _), cell in cells.items()
        for rank, (_, x, node_id) in enumerate(sorted(cell))
    }


def hints_of(nodes: Iterable[Node]) -> dict[str, Hint]:
    """Where each node stood, as shares of the whole map; those that are shares already stay so."""
    stood = {node.id: (node.x, node.y) for node in nodes if node.x is not None}
    told = {name: (x, y) for name, (x, y) in stood.items() if x is not None and y is not None}
    if all(0 <= x <= 1 and 0 <= y <= 1 for x, y in told.values()):
        return {name: Hint(x=round(x, 4), y=round(y, 4)) for name, (x, y) in told.items()}
    all_x, all_y = [x for x, _ in told.values()], [y for _, y in told.values()]
    return {name: Hint(x=_across(x, all_x), y=_across(y, all_y)) for name, (x, y) in told.items()}


def _across(x: float, all_x: list[float]) -> float:
    # Halves keep the width of the widest floats finite.
    left, right = min(all_x) / 2, max(all_x) / 2
    if left == right:
        return 0.5
    return round(min(max((x / 2 - left) / (right - left), 0.0), 1.0), 4)
