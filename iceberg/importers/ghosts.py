"""Copies of an element that Kumu numbers (“Debt2”) and makes no difference to: one card each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from iceberg.importers.maps import Map, Node, Remark

_GHOST: Final = re.compile(r"(.*[^\W\d_])([2-9]|[1-9]\d)")


def without_ghosts(source: Map) -> Map:
    """The map with every ghost made one with its own: links, tags, and what else it says."""
    same = _same(source.nodes)
    texts = {node.id: node.text for node in source.nodes}
    told = tuple(Remark("ghost", f"{texts[one]} → {texts[own]}") for one, own in same.items())
    edges = tuple(
        replace(
            edge,
            source=same.get(edge.source, edge.source),
            target=same.get(edge.target, edge.target),
        )
        for edge in source.edges
    )
    nodes = tuple(_merged(source.nodes, same))
    return replace(source, nodes=nodes, edges=edges, remarks=(*source.remarks, *told))


def _same(nodes: Iterable[Node]) -> dict[str, str]:
    """The id of its own by the id of each ghost."""
    own = {node.text: node.id for node in reversed(tuple(nodes))}
    found = {}
    for node in nodes:
        ghost = _GHOST.fullmatch(node.text)
        # Kumu knows no levels: what names its own has come from here, and is no copy.
        if ghost and ghost[1] in own and node.level is None:
            found[node.id] = own[ghost[1]]
    return found


def _merged(nodes: Iterable[Node], same: dict[str, str]) -> Iterable[Node]:
    kept = {node.id: node for node in nodes if node.id not in same}
    for node in nodes:
        if (own := same.get(node.id)) in kept:
            kept[own] = _with(kept[own], node)
    return kept.values()


def _with(own: Node, ghost: Node) -> Node:
    """The node with what its ghost says besides."""
    notes = dict.fromkeys(filter(None, (own.note, ghost.note)))
    kinds = (ghost.kind,) if ghost.kind not in ("", own.kind) and own.kind else ()
    return replace(
        own,
        note="\n".join(notes),
        kind=own.kind or ghost.kind,
        tags=tuple(dict.fromkeys((*own.tags, *ghost.tags, *kinds))),
        more=tuple(dict.fromkeys((*own.more, *ghost.more))),
    )
