"""The canvas as a directed graph: whatever reasons about causes goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from iceberg.model import Canvas, Card, Link

if TYPE_CHECKING:
    CauseGraph: TypeAlias = nx.DiGraph[str]
else:
    CauseGraph = nx.DiGraph


def to_graph(canvas: Canvas) -> CauseGraph:
    """A canvas as a graph whose nodes are card ids and whose edges are links, cause to effect.

    Node data: ``card`` (the ``Card``), ``layer``, ``level``, ``text``, ``effect`` (``"resists"``,
    ``"helps"`` or None), ``strength`` (1 to 5; 0 when not scored), ``direction`` (of the latest
    reading, or None).
    Edge data: ``link`` (the ``Link``), ``id``, ``verb``, ``sign`` (1, -1, or 0 without a sign),
    ``strength`` (1 to 3), ``delayed``, ``crosses`` (whether its ends are on two layers).
    Graph data: ``canvas``.

    Nodes and edges keep the order of the canvas; A → B and B → A are two edges. There is never
    more than one edge in one direction, because a canvas has at most one such link.
    """
    graph: CauseGraph = nx.DiGraph(canvas=canvas)
    latest = canvas.latest_readings()
    for card in canvas.cards:
        reading = latest.get(card.id)
        graph.add_node(card.id, **_node(card), direction=reading.direction if reading else None)
    layers = {card.id: card.layer for card in canvas.cards}
    for link in canvas.links:
        crosses = layers[link.source] != layers[link.target]
        graph.add_edge(link.source, link.target, **_edge(link), crosses=crosses)
    return graph


def _node(card: Card) -> dict[str, object]:
    return {
        "card": card,
        "layer": card.layer,
        "level": card.level,
        "text": card.text,
        "effect": card.force.effect if card.force else None,
        "strength": card.force.strength if card.force else 0,
    }


def _edge(link: Link) -> dict[str, object]:
    return {
        "link": link,
        "id": link.id,
        "verb": link.verb,
        "sign": {"+": 1, "-": -1, None: 0}[link.sign],
        "strength": link.strength,
        "delayed": link.delayed,
    }
