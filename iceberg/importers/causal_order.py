"""How early each node of a map comes in its order of causes."""

from __future__ import annotations

import networkx as nx
import numpy as np

from iceberg.importers.maps import Map


def causal_order(source: Map) -> dict[str, float]:
    """From 0 (causes only) to 1 (effects only) for each node with links, part by part of the map.

    Trophic levels that allow for loops (MacKay, Johnson and Sansom, How directed is a directed
    network?, Royal Society Open Science 7, 2020), scaled to 0 to 1.
    """
    known = {node.id for node in source.nodes}
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_edges_from(
        (edge.source, edge.target)
        for edge in source.edges
        if edge.source != edge.target and {edge.source, edge.target} <= known
    )
    found: dict[str, float] = {}
    for part in nx.weakly_connected_components(graph):
        found |= _scaled(_levels(graph.subgraph(sorted(part))))
    return found


def _levels(graph: nx.DiGraph) -> dict[str, float]:
    nodes = sorted(graph)
    across = nx.to_numpy_array(graph, nodelist=nodes)
    into, out = across.sum(axis=0), across.sum(axis=1)
    laplacian = np.diag(into + out) - across - across.T
    # One level is free: it is the first node's.
    laplacian[0] = 0
    laplacian[0, 0] = 1
    imbalance = into - out
    imbalance[0] = 0
    return dict(zip(nodes, np.linalg.solve(laplacian, imbalance).tolist(), strict=True))


def _scaled(levels: dict[str, float]) -> dict[str, float]:
    low, high = min(levels.values()), max(levels.values())
    if high - low < 1e-6:
        # A mere loop: no card of it comes first.
        return {}
    return {node: (level - low) / (high - low) for node, level in levels.items()}
