"""GEXF, Gephi's own format, in any of its versions."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

import networkx as nx

from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.graphs import map_of, numbered, read_graph, stream
from iceberg.importers.hardened_xml import local, named
from iceberg.importers.maps import Map

_NAMESPACE: Final = "http://www.gexf.net/1.2draft"


def read(file: MapFile) -> Map:
    """Nodes and edges with their attributes and places; y grows upwards in Gephi."""
    source = numbered(file.data, _name)
    return map_of(read_graph(lambda: nx.read_gexf(stream(source))), source, upwards=True)


def _name(element: Element) -> str:
    viz = "/viz" if "viz}" in str(element.tag) else ""
    return f"{{{_NAMESPACE}{viz}}}{local(element)}"


def _fits(file: MapFile) -> bool:
    return named(file.data, "gexf")


FORMAT: Final = MapFormat("gexf", "GEXF graph", (".gexf",), _fits, read)
