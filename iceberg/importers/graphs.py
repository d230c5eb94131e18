"""Graphs of networkx as maps; its readers of GraphML and GEXF behind a hardened parser."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from xml.etree.ElementTree import Element, tostring

import networkx as nx

from iceberg.importers.fields import by_field, edge_of, node_of
from iceberg.importers.hardened_xml import local, read_xml
from iceberg.importers.limits import PARTS
from iceberg.importers.maps import Edge, Map, Node, Remark, Way
from iceberg.importers.refusing import refused
from iceberg.importers.texts import one_line
from iceberg.importers.values import figure, group, said

_PARTS_OF_LOOKS: Final = frozenset({"viz", "graphics", "shape_type", "size", "r", "g", "b"})
_WAYS: Final[dict[str, Way]] = {"undirected": "no way", "false": "no way", "mutual": "both ways"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """An XML graph made readable for networkx, and what each edge was before, by its new id."""

    data: bytes
    nodes: tuple[str, ...]
    edges: Mapping[str, tuple[str, Way]]


def read_graph(reader: Callable[[], Any]) -> Any:
    """The graph that a reader of networkx gives. Raises `BadInputError` for whatever it raises."""
    with warnings.catch_warnings():
        # It warns of ports and of keys without a type; both are read as far as they can be.
        warnings.simplefilter("ignore")
        try:
            return reader()
        except nx.NetworkXException as error:
            why = one_line(str(error))[:200]
            raise refused(f"The graph cannot be read: {why}.", "Export it again.") from None
        except Exception:  # Its readers trust their files and raise whatever goes wrong.
            what = "The graph cannot be read: some of its values make no sense."
            raise refused(what, "Export it again, or in another format.") from None


def numbered(data: bytes, names: Callable[[Element], str]) -> Numbered:
    """An XML graph with every edge directed and with an id of its own.

    networkx refuses a mixture of directions and loses edges whose ids come again. ``names`` gives
    each element the name, with its namespace, that networkx looks for.
    """
    root = read_xml(data)
    usual = _usual_way(root)
    nodes: list[str] = []
    edges: dict[str, tuple[str, Way]] = {}
    for element in root.iter():
        match local(element):
            case "graph":
                element.attrib |= {"edgedefault": "directed", "defaultedgetype": "directed"}
            case "node":
                nodes.append(element.get("id", ""))
            case "edge":
                number = f"e{len(edges)}"
                said_way = element.attrib.pop("directed", None) or element.attrib.pop("type", None)
                way = _WAYS.get(said_way or usual, "one way")
                edges[number] = (element.get("id", ""), way)
                element.set("id", number)
        element.tag = names(element)
    if max(len(nodes), len(edges)) > PARTS:
        raise refused("The graph has far more parts than a canvas can hold.", "Take a part of it.")
    return Numbered(tostring(root), tuple(nodes), edges)


def stream(source: Numbered) -> io.BytesIO:
    """What networkx's readers read from."""
    return io.BytesIO(source.data)


def map_of(graph: Any, source: Numbered | None = None, *, upwards: bool = False) -> Map:
    """The graph as a map; ``upwards`` turns y over where it grows upwards in the format.

    Nodes that no file declared are left to dangle; what networkx passed over is remarked upon.
    """
    declared = set(source.nodes) if source else set(map(str, graph))
    nodes = [_node(str(one), data) for one, data in graph.nodes(data=True) if str(one) in declared]
    if upwards:
        nodes = [replace(one, y=None if one.y is None else -one.y) for one in nodes]
    edges = list(_edges(graph))
    remarks = [Remark("style", "colours, sizes and shapes")] if _has_looks(graph) else []
    if source:
        remarks += _passed_over(source, {str(node) for node in graph}, {edge.id for edge in edges})
        edges = [_as_it_was(edge, source) for edge in edges]
    title = said(graph.graph.get("title") or graph.graph.get("name") or graph.graph.get("label"))
    return Map(tuple(nodes), tuple(edges), title, tuple(remarks))


def _usual_way(root: Element) -> str:
    """The direction of edges that do not tell their own."""
    for element in root.iter():
        if local(element) == "graph":
            return element.get("edgedefault") or element.get("defaultedgetype") or "directed"
    return "directed"


def _node(node_id: str, data: Mapping[str, Any]) -> Node:
    fields, more = by_field(_values(data))
    viz, graphics = group(data.get("viz")), group(data.get("graphics"))
    position = group(viz.get("position")) or graphics
    node = node_of(node_id, {**fields, "text": fields.get("text", node_id)}, more)
    if node.position is None and position:
        node = replace(node, x=figure(position.get("x")), y=figure(position.get("y")))
    return replace(
        node, colour=_colour(viz.get("color")) or said(graphics.get("fill")) or node.colour
    )


def _edges(graph: Any) -> Iterator[Edge]:
    keyed = graph.edges(keys=True, data=True) if graph.is_multigraph() else ()
    for source, target, *key, data in keyed or graph.edges(data=True):
        fields, more = by_field(_values(data))
        edge = edge_of(str(source), str(target), fields, more)
        if key and isinstance(key[0], str):
            edge = replace(edge, id=key[0])
        yield edge if graph.is_directed() else replace(edge, way="no way")


def _values(data: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return [(str(key), said(value)) for key, value in data.items() if key not in _PARTS_OF_LOOKS]


def _as_it_was(edge: Edge, source: Numbered) -> Edge:
    before, way = source.edges.get(edge.id, (edge.id, edge.way))
    return replace(edge, id=before, way=way)


def _passed_over(source: Numbered, nodes: set[str], edges: set[str]) -> list[Remark]:
    lost = [name for name in source.nodes if name not in nodes]
    gone = [was or new for new, (was, _) in source.edges.items() if new not in edges]
    return [Remark("other", name) for name in (*lost, *gone)]


def _has_looks(graph: Any) -> bool:
    return any(_PARTS_OF_LOOKS & data.keys() for _, data in graph.nodes(data=True))


def _colour(value: Any) -> str:
    found = [figure(group(value).get(key)) for key in "rgb"]
    whole = [int(one) for one in found if one is not None and 0 <= one <= 255]
    return "#{:02x}{:02x}{:02x}".format(*whole) if len(whole) == 3 else ""
