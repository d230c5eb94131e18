"""The scene as vis-network's nodes, edges and options, made by pyvis; no file of its own."""

from __future__ import annotations

import json
from typing import Any, Final

from pyvis.network import Network

from iceberg.scene.parts import CardDrawing, LinkDrawing, Scene

SCALE: Final = 4.0
"""vis-network units per mm: at a zoom of 1 an A4 page is 1188 CSS pixels wide."""

_SEE_THROUGH: Final = "rgba(0,0,0,0)"

OPTIONS: Final[dict[str, Any]] = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": {"enabled": False}, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 0,
        "keyboard": {"enabled": False},
    },
}


def vis_network(scene: Scene) -> dict[str, Any]:
    """The scene for vis-network: ``nodes``, ``edges`` and ``options`` as plain JSON values.

    A node's ``x`` and ``y`` are its card's centre in mm × SCALE, its ``width`` and ``height`` the
    card's, also × SCALE. Its shape is ``custom``: whoever shows it hands in the ``ctxRenderer``
    that draws the card. Edges are there for the graph's sake and see-through, because the links
    drawn are the scene's own routes. Nothing moves by itself and nothing can be dragged.
    """
    if not scene.cards:
        return {"nodes": [], "edges": [], "options": OPTIONS}
    network = Network(directed=True)
    for card in scene.cards:
        network.add_node(card.id, **_node(card))
    for link in scene.links:
        network.add_edge(link.source, link.target, **_edge(link))
    network.set_options(json.dumps(OPTIONS))
    return {"nodes": network.nodes, "edges": network.edges, "options": network.options}


def _node(card: CardDrawing) -> dict[str, Any]:
    return {
        # An empty label would be replaced by the id.
        "label": "\n".join(card.lines).strip() or " ",
        "shape": "custom",
        "x": _units(card.x + card.width / 2),
        "y": _units(card.y + card.height / 2),
        "width": _units(card.width),
        "height": _units(card.height),
        # vis-network skips what lies outside the view, and goes by the centre ± size.
        "size": _units(max(card.width, card.height) / 2),
        "physics": False,
    }


def _edge(link: LinkDrawing) -> dict[str, Any]:
    return {
        "id": link.id,
        "arrows": "",
        "width": 1,
        "color": {"color": _SEE_THROUGH, "highlight": _SEE_THROUGH, "hover": _SEE_THROUGH},
    }


def _units(millimetres: float) -> float:
    return round(millimetres * SCALE, 3)
