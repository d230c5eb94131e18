"""The cards and links of a workbook of ours, those in the tray too, as a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from iceberg.columns import read_cell
from iceberg.importers.fields import DERIVED, field_of
from iceberg.importers.maps import Map
from iceberg.importers.preparing import prepared
from iceberg.importers.tables import Tables
from iceberg.importers.xlsx import as_text, cells_of
from iceberg.model import Layer

Sheet: TypeAlias = Sequence[Sequence[Any]]

_DRAWN: Final = ("Cards", "Tray", "Links", "Tray links")
_LAYER, _LAYER_ID, _ORDER = "Layer", "Layer id", "List order"
_ENDS: Final = {"Cause id": "Cause", "Effect id": "Effect on"}
"""A link that somebody has added names its ends as people do."""
_OURS: Final = frozenset({_LAYER_ID, _ORDER})


def map_of(sheets: Mapping[str, Sheet], layers: Sequence[Layer]) -> Map:
    """The map, its cards in their old order. Raises `BadInputError` as tables do."""
    tables = Tables()
    for title in _DRAWN:
        if sheets.get(title):
            rows = sorted(_plain(sheets[title], layers), key=lambda row: row[0])
            tables.add((cells_of(cells, title, tables.remarks) for _, cells in rows), title)
    return prepared(tables.map()) if tables.nodes or tables.links else Map()


def _plain(sheet: Sheet, layers: Sequence[Layer]) -> Iterator[tuple[float, list[Any]]]:
    """The place that each row had, and its cells without what is only ours or said elsewhere."""
    headings = [as_text(cell).strip() for cell in sheet[0]]
    titles = {layer.id: layer.title for layer in layers}
    kept = [
        place
        for place, heading in enumerate(headings)
        if heading not in _OURS and field_of(heading) != DERIVED
    ]
    yield -1.0, [headings[place] for place in kept]
    for row in sheet[1:]:
        named = dict(zip(headings, row, strict=False))
        layer = as_text(named.get(_LAYER_ID))
        # Who has put another title there has moved the card.
        if titles.get(layer) == read_cell(as_text(named.get(_LAYER))):
            named[_LAYER] = layer
        for end, words in _ENDS.items():
            named[end] = named.get(end) or named.get(words)
        order = named.get(_ORDER)
        place = float(order) if isinstance(order, int | float) else float("inf")
        yield place, [named.get(headings[place]) for place in kept]
