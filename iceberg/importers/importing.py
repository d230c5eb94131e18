"""A file that somebody brings, all the way to a canvas with its report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from iceberg.catalog import Catalog
from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.canvas_file import read_canvas
from iceberg.importers.files import MapFile
from iceberg.importers.layering import layered
from iceberg.importers.placing import accepted, suggest
from iceberg.importers.registry import read_map
from iceberg.importers.report import Report
from iceberg.importers.rules import Rules
from iceberg.model import Canvas

OWN: Final = "Canvas file"


def import_file(
    name: str,
    data: bytes,
    catalog: Catalog,
    *,
    layers: Sequence[str] = ("national", "place"),
    format_id: str | None = None,
    rules: Rules | None = None,
) -> Imported:
    """The canvas that a file makes when all suggestions are taken, rules first; and the report.

    ``layers`` are ids of the catalog. Raises `BadInputError` for what is wrong with the file, and
    NotFoundError for a layer or a format that there is not.
    """
    if format_id is None and is_own(MapFile(name, data)):
        return _own(name, read_canvas(data, catalog))
    chosen, read = read_map(name, data, format_id)
    named = tuple(rules.layers) if rules and rules.layers else layers
    wanted = [catalog.layer(layer) for layer in named]
    source, all_layers = layered(read, wanted, catalog.layers)
    suggestions = suggest(source, all_layers)
    placements = accepted(suggestions)
    if rules:
        placements = rules.placed(source, placements, all_layers)
    return to_canvas(source, placements, all_layers, name=name, format_title=chosen.title)


def is_own(file: MapFile) -> bool:
    """Whether a file is a canvas of this program."""
    found = file.json_or_none
    return isinstance(found, dict) and "schema" in found and "layers" in found


def _own(name: str, canvas: Canvas) -> Imported:
    used = {card.layer for card in canvas.cards}
    report = Report(name, OWN, len(canvas.cards), len(canvas.links), len(used))
    return Imported(canvas, report)
