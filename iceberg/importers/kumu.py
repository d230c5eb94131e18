"""Kumu (kumu.io): its blueprints, and the whole project that it exports as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from iceberg.columns import joined
from iceberg.importers.fields import by_field, edge_of, node_of
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.ghosts import without_ghosts
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.values import figure, group, objects, said

_OURS: Final = {"_id", "id", "from", "to", "attributes", "position", "created_at", "updated_at"}


def read(file: MapFile) -> Map:
    """Elements and connections; ghosts, which Kumu numbers (“Debt2”), become one with their own."""
    data = file.json
    if not isinstance(data, dict) or not isinstance(data.get("elements"), list):
        raise refused("The file holds no Kumu map: it lists no elements.", "Export JSON in Kumu.")
    chosen = _map(data)
    places = {said(one.get("element")): one for one in objects(chosen.get("elements"))}
    nodes = tuple(_element(one, places) for one in objects(data["elements"]))
    ids = {node.text: node.id for node in reversed(nodes)} | {node.id: node.id for node in nodes}
    edges = (_connection(one) for one in objects(data.get("connections")))
    return without_ghosts(
        Map(
            nodes=nodes,
            edges=tuple(_joined(edge, ids) for edge in edges),
            title=said(chosen.get("name")) or said(data.get("name")) or said(data.get("title")),
            remarks=(*file.remarks, *_left_out(data, chosen)),
        )
    )


def _map(data: dict[str, Any]) -> dict[str, Any]:
    """The map that the project opens with, else its first."""
    maps = list(objects(data.get("maps")))
    default = [one for one in maps if one.get("_id") == data.get("defaultMap")]
    return (default or maps or [{}])[0]


def _values(part: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an element or a connection says: beside its ends in blueprints, below in projects."""
    for name, value in (*part.items(), *group(part.get("attributes")).items()):
        if name in _OURS:
            continue
        words = joined(map(said, value)) if isinstance(value, list) else said(value)
        if words:
            yield name, words


def _element(part: dict[str, Any], places: dict[str, dict[str, Any]]) -> Node:
    fields, more = by_field(_values(part))
    own = said(part.get("_id")) or said(part.get("id")) or fields.get("text", "")
    placed = places.get(own, part)
    position = group(placed.get("position"))
    colour = said(group(placed.get("style")).get("color"))
    node = node_of(own, fields, more)
    return replace(
        node,
        x=figure(position.get("x")),
        y=figure(position.get("y")),
        colour=colour or node.colour,
    )


def _connection(part: dict[str, Any]) -> Edge:
    fields, more = by_field(_values(part))
    source, target = said(part.get("from")), said(part.get("to"))
    if part.get("reversed") is True:
        source, target = target, source
    edge = edge_of(source, target, fields, tuple(one for one in more if one[0] != "reversed"))
    return replace(edge, id=said(part.get("_id")) or said(part.get("id")))


def _joined(edge: Edge, ids: dict[str, str]) -> Edge:
    """The edge between ids; blueprints may name elements by their labels."""
    source, target = ids.get(edge.source, edge.source), ids.get(edge.target, edge.target)
    return replace(edge, source=source, target=target)


def _left_out(data: dict[str, Any], chosen: dict[str, Any]) -> Iterator[Remark]:
    for text in dict.fromkeys((said(data.get("description")), said(chosen.get("description")))):
        if text:
            yield Remark("description", text)
    for loop in objects(data.get("loops")):
        name = said(group(loop.get("attributes")).get("label")) or said(loop.get("label"))
        yield Remark("loop", name or said(loop.get("_id")))
    yield from _named("other", data.get("maps"), skip=chosen)
    yield from _named("style", data.get("perspectives"))


def _named(about: Any, parts: Any, skip: object = None) -> Iterable[Remark]:
    return [
        Remark(about, said(one.get("name")) or said(one.get("_id")))
        for one in objects(parts)
        if one is not skip
    ]


def _fits(file: MapFile) -> bool:
    data = group(file.json_or_none)
    return isinstance(data.get("elements"), list) and "nodes" not in data


FORMAT: Final = MapFormat("kumu", "Kumu map", (".kumu.json", ".json"), _fits, read)
