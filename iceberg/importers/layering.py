"""The layers of an imported canvas: those asked for, and those that its cards name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from iceberg.importers.maps import Map, Node, Remark
from iceberg.importers.texts import one_line, shortened
from iceberg.model import LAYERS_LIMIT, TITLE_LIMIT, Layer


def layered(
    source: Map, wanted: Sequence[Layer], known: Sequence[Layer]
) -> tuple[Map, tuple[Layer, ...]]:
    """The map, and the wanted layers with those that nodes name: known ones, else new ones.

    A layer past the most that a canvas has stays as a line of its cards' notes.
    """
    layers = list(wanted)
    made: list[Remark] = []
    named = dict.fromkeys(one_line(node.layer) for node in source.nodes)
    for name in filter(None, named):
        if called(name, layers) is None and len(layers) < LAYERS_LIMIT:
            layers.append(called(name, known) or _new(name, layers))
            made.append(Remark("layer_made", layers[-1].title))
            if len(name) > TITLE_LIMIT:
                made.append(Remark("layer_title", name))
    nodes = tuple(_kept(node, layers) for node in source.nodes)
    return replace(source, nodes=nodes, remarks=(*source.remarks, *made)), tuple(layers)


def called(name: str, layers: Sequence[Layer]) -> Layer | None:
    """The layer with this id, else with this id or this title in any case."""
    wanted = name.casefold()
    exact = (one for one in layers if one.id == name)
    by_id = (one for one in layers if one.id.casefold() == wanted)
    by_title = (one for one in layers if one.title.casefold() == wanted)
    return next(chain(exact, by_id, by_title), None)


def _new(name: str, layers: Sequence[Layer]) -> Layer:
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
    taken = {layer.id for layer in layers}
    layer_id = plain if plain and plain not in taken else f"layer-{len(layers) + 1}"
    order = max((layer.order for layer in layers), default=0) + 10
    return Layer(id=layer_id, title=shortened(name, TITLE_LIMIT), order=order)


def _kept(node: Node, layers: Sequence[Layer]) -> Node:
    if not node.layer:
        return node
    layer = called(one_line(node.layer), layers)
    if layer is None:
        return replace(node, layer="", more=(*node.more, ("Layer", node.layer)))
    return replace(node, layer=layer.id)
