"""GraphML, from networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

import networkx as nx

from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.graphs import map_of, numbered, read_graph, stream
from iceberg.importers.hardened_xml import local, named
from iceberg.importers.maps import Map

_NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"


def read(file: MapFile) -> Map:
    """Nodes and edges with all their attributes; yEd's labels and places too."""
    source = numbered(file.data, _name)
    graph = read_graph(lambda: nx.read_graphml(stream(source), force_multigraph=True))
    return map_of(graph, source)


def _name(element: Element) -> str:
    # yEd's own elements keep their namespace, in which networkx looks for them.
    return str(element.tag) if "yworks" in str(element.tag) else f"{{{_NAMESPACE}}}{local(element)}"


def _fits(file: MapFile) -> bool:
    return named(file.data, "graphml")


FORMAT: Final = MapFormat("graphml", "GraphML graph", (".graphml",), _fits, read)
