"""A file that somebody brings, all the way to a canvas with its report."""

from __future__ import annotations

from collections.abc import Sequence

from iceberg.catalog import Catalog
from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.files import MapFile
from iceberg.importers.layering import layered
from iceberg.importers.own import is_own, read_own
from iceberg.importers.placing import accepted, suggest
from iceberg.importers.registry import read_map
from iceberg.importers.rules import Rules


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
    if format_id is None and is_own(file := MapFile(name, data)):
        return read_own(file, catalog)
    chosen, read = read_map(name, data, format_id)
    named = tuple(rules.layers) if rules and rules.layers else layers
    wanted = [catalog.layer(layer) for layer in named]
    source, all_layers = layered(read, wanted, catalog.layers)
    suggestions = suggest(source, all_layers)
    placements = accepted(suggestions)
    if rules:
        placements = rules.placed(source, placements, all_layers)
    return to_canvas(source, placements, all_layers, name=name, format_title=chosen.title)
