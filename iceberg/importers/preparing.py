"""A map as read, made ready: every node has an id of its own and something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Final

from iceberg.importers.limits import PARTS
from iceberg.importers.maps import Map, Node, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.texts import tidy
from iceberg.model import CARDS_LIMIT, LINKS_LIMIT

_BEGINNING: Final = 200


def prepared(source: Map) -> Map:
    """The map without nodes that say nothing and stand alone; ids that come again get a number.

    Raises `BadInputError` for a map without nodes, and for one with more than a canvas can hold.
    """
    if len(source.edges) > PARTS:
        what = f"The map has {len(source.edges):,} links, and a canvas holds {LINKS_LIMIT:,}."
        raise refused(what, "Take a part of the map.")
    linked = {end for edge in source.edges for end in (edge.source, edge.target)}
    empty = [node for node in source.nodes if not _speaks(node) and node.id not in linked]
    gone = set(map(id, empty))
    nodes, again = _distinct(node for node in source.nodes if id(node) not in gone)
    _check(len(nodes))
    remarks = (*source.remarks, *(Remark("empty", node.id) for node in empty), *again)
    if any(node.colour for node in nodes) and "style" not in {one.about for one in remarks}:
        remarks += (Remark("style", "colours"),)
    return replace(source, nodes=nodes, remarks=remarks)


def _speaks(node: Node) -> bool:
    # The beginning usually tells, and cleaning a very long text takes seconds.
    return bool(node.note.strip() or tidy(node.text[:_BEGINNING]) or tidy(node.text))


def _check(cards: int) -> None:
    if not cards:
        raise refused("There are no cards in the file.", "Choose a file with a map in it.")
    if cards > CARDS_LIMIT:
        what = f"The map has {cards:,} cards, and a canvas holds {CARDS_LIMIT:,}."
        raise refused(what, "Take a part of the map.")


def _distinct(nodes: Iterable[Node]) -> tuple[tuple[Node, ...], list[Remark]]:
    kept: dict[str, Node] = {}
    again: list[Remark] = []
    fresh: dict[str, Iterator[int]] = {}
    for node in nodes:
        own = node.id
        while own in kept:
            own = f"{node.id}-{next(fresh.setdefault(node.id, count(2)))}"
        if own != node.id:
            again.append(Remark("same_id", node.text or node.id))
        kept[own] = replace(node, id=own)
    return tuple(kept.values()), again
