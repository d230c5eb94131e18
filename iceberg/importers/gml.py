"""GML, the Graph Modelling Language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

import networkx as nx

from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.graphs import map_of, read_graph
from iceberg.importers.limits import XML_DEPTH
from iceberg.importers.maps import Map
from iceberg.importers.refusing import refused

_GRAPH: Final = re.compile(r"\bgraph\s*\[")
_UNDEFINED: Final = re.compile(r"edge #\d+ has undefined (?:source|target) (-?\d+)")
_TRIES: Final = 20
"""Nodes that are not there for which a stand-in is put; more make the file a broken one."""


def read(file: MapFile) -> Map:
    """Nodes and edges with their attributes; edges to nodes that are not there dangle."""
    text = file.plain_text
    if text.count("[") > XML_DEPTH and _depth(text) > XML_DEPTH:
        raise refused(f"Brackets stand more than {XML_DEPTH} deep in one another.", "Export again.")
    if "multigraph" not in text:
        # Otherwise networkx refuses edges that come again.
        text = _GRAPH.sub("graph [ multigraph 1 ", text, count=1)
    graph, missing = _parsed(text)
    found = map_of(graph, upwards=False)
    nodes = tuple(node for node in found.nodes if node.id not in missing)
    return replace(found, nodes=nodes, remarks=(*file.remarks, *found.remarks))


def _parsed(text: str) -> tuple[Any, set[str]]:
    """The graph, and the ids of nodes that only its edges name."""
    missing: set[str] = set()

    def parse() -> Any:
        stand_ins = " ".join(f"node [ id {name} ]" for name in sorted(missing))
        whole = _GRAPH.sub(lambda found: f"{found[0]} {stand_ins} ", text, count=1)
        try:
            return nx.parse_gml(whole.splitlines(), label=None)
        except nx.NetworkXError as error:
            undefined = _UNDEFINED.search(str(error))
            if undefined is None or len(missing) >= _TRIES:
                raise
            missing.add(undefined[1])
            return None

    while True:
        graph = read_graph(parse)
        if graph is not None:
            return graph, missing


def _depth(text: str) -> int:
    deepest = depth = 0
    for mark in re.findall(r"[\[\]]", text):
        depth += 1 if mark == "[" else -1
        deepest = max(deepest, depth)
    return deepest


def _fits(file: MapFile) -> bool:
    head = file.text[:4_000]
    return bool(_GRAPH.search(head)) and bool(
        re.search(r"\bnode\s*\[\s*(?:#[^\n]*\n\s*)?id\b", head)
    )


FORMAT: Final = MapFormat("gml", "GML graph", (".gml",), _fits, read)
