"""DOT, the language of graphviz.

A reader of our own: pydot reads 27 kB a second, which makes a map of 400 cards a matter of four
seconds and one of 750 a matter of twenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from iceberg.importers.dot_reader import DotReader, Values
from iceberg.importers.dot_tokens import label_text, tokens
from iceberg.importers.fields import by_field, edge_of, node_of
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.values import figure

_LOOKS: Final = re.compile(
    "shape|style|(fill|font)color|font(name|size)|penwidth|width|height|margin|arrow(head|tail)|"
    "constraint|rank|fixedsize|peripheries|(head|tail)port|dir"
)
_BEGIN: Final = re.compile(
    r"(?:\s|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*(?:strict\s+)?(?:di)?graph\b[^\[\]]*\{",
    re.IGNORECASE | re.DOTALL,
)


def read(file: MapFile) -> Map:
    """Nodes and edges with their attributes; a cluster's label is the group of its nodes."""
    reader = DotReader(list(tokens(file.plain_text)))
    reader.graph()
    nodes = tuple(_node(name, values, reader) for name, values in reader.nodes.items())
    edges = tuple(_edge(*one, reader.directed) for one in reader.edges)
    looks = (Remark("style", "colours, fonts and shapes"),) if reader.looks else ()
    title = label_text(reader.labels.get("", ""), reader.name) or reader.name
    return Map(nodes, edges, title, (*file.remarks, *looks))


def _node(name: str, values: Values, reader: DotReader) -> Node:
    fields, more = by_field(_told(values))
    text = label_text(fields.pop("text", "\\N"), name)
    across, _, up = values.get("pos", "").rstrip("!").partition(",")
    y = figure(up)
    node = node_of(name, {**fields, "text": text}, tuple(one for one in more if one[0] != "pos"))
    cluster = reader.clusters.get(name, "")
    return replace(
        node,
        group=label_text(reader.labels.get(cluster, ""), cluster) if cluster else node.group,
        colour=values.get("fillcolor", "") or node.colour,
        x=figure(across) if node.position is None else None,
        y=-y if y is not None and node.position is None else None,
    )


def _edge(source: str, target: str, values: Values, directed: bool) -> Edge:
    fields, more = by_field(_told(values))
    if "text" in fields:
        fields["text"] = label_text(fields["text"], "")
    ends = (target, source) if values.get("dir") == "back" else (source, target)
    edge = edge_of(*ends, fields, tuple(one for one in more if one[0] != "pos"))
    if values.get("dir") == "both":
        return replace(edge, way="both ways")
    return edge if directed and values.get("dir") != "none" else replace(edge, way="no way")


def _told(values: Values) -> Iterator[tuple[str, str]]:
    told = ((name, value) for name, value in values.items() if not _LOOKS.fullmatch(name))
    return ((name, value if name == "label" else label_text(value, "")) for name, value in told)


def _fits(file: MapFile) -> bool:
    return _BEGIN.match(file.text[:4_000]) is not None


FORMAT: Final = MapFormat("dot", "DOT graph", (".dot", ".gv"), _fits, read)
