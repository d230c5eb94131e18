"""GEXF, which Gephi reads with all attributes."""

from __future__ import annotations

import re
from typing import Final

import networkx as nx

from iceberg.exporters.data import data_format
from iceberg.exporters.graph_file import DECLARATION, plain_graph
from iceberg.exporters.left_behind import NEVER, TRAY
from iceberg.model import Canvas

_TODAY: Final = re.compile(r' lastmodifieddate="[^"]*"')


def _text(canvas: Canvas) -> str:
    graph = plain_graph(canvas)
    for _, told in graph.nodes(data=True):
        if "y" in told:
            told["y"] = -told["y"]  # Gephi's y goes upwards.
    lines = "\n".join(nx.generate_gexf(graph))
    # The same canvas makes the same file on every day.
    return DECLARATION + _TODAY.sub("", lines, count=1) + "\n"


FORMAT: Final = data_format(".gexf", "application/xml", "Graph (GEXF)", _text, leaves=NEVER - TRAY)
