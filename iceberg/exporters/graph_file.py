"""The canvas as a plain networkx graph, for the formats that networkx writes."""

from __future__ import annotations

import networkx as nx

from iceberg.exporters.data import Told, for_xml, told_of_card, told_of_link
from iceberg.graph import CauseGraph
from iceberg.model import Canvas, Card, TrayCard

DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"


def plain_graph(canvas: Canvas) -> CauseGraph:
    """Cards as nodes by id, links as edges, cause to effect; all that they say as attributes.

    Attributes are texts and numbers under the names of a table's columns; what a card or a link
    does not have is not there: a card in the tray has no level.
    """
    graph: CauseGraph = nx.DiGraph(name=for_xml(canvas.title))
    cards: tuple[Card | TrayCard, ...] = (*canvas.cards, *canvas.tray)
    for card in cards:
        graph.add_node(card.id, **_safe(told_of_card(card)))
    for link in (*canvas.links, *canvas.tray_links):
        graph.add_edge(link.source, link.target, **_safe(told_of_link(link)))
    return graph


def _safe(told: Told) -> Told:
    return {name: for_xml(value) for name, value in told.items()}
