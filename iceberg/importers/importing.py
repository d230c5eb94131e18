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
    says_layers = read.ours and any(node.layer for node in read.nodes)
    source, all_layers = layered(read, [] if says_layers else wanted, catalog.layers)
    placements = accepted(suggest(source, all_layers))
    if rules:
        placements = rules.placed(source, placements, all_layers)
    elif read.ours:
        waiting = {node.id for node in source.nodes if node.level is None}
        placements = tuple(one for one in placements if one.node not in waiting)
    return to_canvas(source, placements, all_layers, name=name, format_title=chosen.title)
