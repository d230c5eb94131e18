"""A map that is being brought: read, but not placed and not kept yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from iceberg.catalog import Catalog
from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.files import MapFile
from iceberg.importers.layering import layered
from iceberg.importers.maps import Map
from iceberg.importers.own import is_own, read_own
from iceberg.importers.own_map import map_of
from iceberg.importers.placing import Placement, accepted, by_node, suggest
from iceberg.importers.registry import read_map
from iceberg.model import Layer


@dataclass(frozen=True)
class Draft:
    """A prepared map with the layers that its cards can go on; ``name`` is the file's."""

    name: str
    format: str
    source: Map
    layers: tuple[Layer, ...]

    @cached_property
    def suggestions(self) -> dict[str, Placement]:
        """A suggested place for every node, by the node's id."""
        return dict(by_node(accepted(suggest(self.source, self.layers))))

    def placed(self, placements: Iterable[Placement]) -> Imported:
        """The canvas with these cards placed and the rest in its tray; raises `BadInputError`."""
        return to_canvas(
            self.source, placements, self.layers, name=self.name, format_title=self.format
        )


def drafted(name: str, data: bytes, catalog: Catalog, layers: Sequence[Layer]) -> Draft:
    """The map in a file, for a canvas that has or will have these layers.

    Raises `BadInputError` for everything that is wrong with the file.
    """
    if is_own(file := MapFile(name, data)):
        own = read_own(file, catalog)
        title, read = own.report.format, map_of(own.canvas)
        read = replace(read, remarks=(*own.report.remarks, *read.remarks))
    else:
        chosen, read = read_map(name, data)
        title = chosen.title
    source, all_layers = layered(read, layers, catalog.layers)
    return Draft(name, title, source, all_layers)
