"""GraphML, which networkx, Gephi, yEd and igraph read."""

from __future__ import annotations

from typing import Final

import networkx as nx

from iceberg.exporters.data import data_format
from iceberg.exporters.graph_file import DECLARATION, plain_graph
from iceberg.exporters.left_behind import NEVER, TRAY
from iceberg.model import Canvas


def _text(canvas: Canvas) -> str:
    graph = plain_graph(canvas)
    lines = nx.generate_graphml(graph, named_key_ids=False, edge_id_from_attribute="id")
    return DECLARATION + "\n".join(lines) + "\n"


FORMAT: Final = data_format(
    ".graphml", "application/xml", "Graph (GraphML)", _text, leaves=NEVER - TRAY
)
