"""The edges of a map as the links of a canvas."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from iceberg.importers import wording
from iceberg.importers.maps import About, Edge, Map, Remark
from iceberg.importers.texts import note_of, one_line, own_ids, tidy
from iceberg.model import Card, Link, TrayCard


def links_of(
    source: Map, cards: Mapping[str, Card | TrayCard]
) -> tuple[tuple[Link, ...], tuple[Remark, ...]]:
    """Links between the cards (by node id), and what was changed in or left out of the edges."""
    kept = _Kept(cards)
    edges = [edge for one in source.edges for edge in kept.ways(one) if kept.fits(edge)]
    ids = own_ids((edge.id for edge in edges), "l")
    links = tuple(kept.link(edge, link_id) for edge, link_id in zip(edges, ids, strict=True))
    return links, tuple(kept.remarks)


@dataclass
class _Kept:
    """The pairs that are linked already, and the remarks so far."""

    cards: Mapping[str, Card | TrayCard]
    remarks: list[Remark] = field(default_factory=list)
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def ways(self, edge: Edge) -> Iterator[Edge]:
        """The edge, and the way back of one that goes both ways."""
        yield edge
        if edge.way == "both ways":
            self._remark("both_ways", edge)
            yield replace(edge, source=edge.target, target=edge.source, id="")
        elif edge.way == "no way":
            self._remark("no_way", edge)

    def fits(self, edge: Edge) -> bool:
        """Whether the edge can be a link; if not, it is remarked upon."""
        pair = (edge.source, edge.target)
        if edge.source not in self.cards or edge.target not in self.cards:
            self._left_out("dangling", edge)
        elif edge.source == edge.target:
            self._left_out("self", edge)
        elif pair in self.pairs:
            self._left_out("duplicate", edge)
        else:
            self.pairs.add(pair)
            return True
        return False

    def link(self, edge: Edge, link_id: str) -> Link:
        """The edge as a link; what a link has no field for is in its note."""
        name = self._name(edge)
        note, cut = note_of((tidy(part) for part in _spoken(edge)), name)
        self.remarks += cut
        if edge.said:
            self._remark("polarity", edge)
        strength = edge.strength or _strength(edge)
        if edge.strength is None and strength:
            self._remark("weight", edge)
        return Link(
            id=link_id,
            source=self.cards[edge.source].id,
            target=self.cards[edge.target].id,
            verb=edge.verb or "drives",
            sign=edge.sign,
            strength=strength or 2,
            delayed=edge.delayed,
            note=note or None,
        )

    def _remark(self, about: About, edge: Edge) -> None:
        self.remarks.append(Remark(about, self._name(edge)))

    def _left_out(self, about: About, edge: Edge) -> None:
        """With all that the edge says, which is nowhere else then."""
        name = self._name(edge)
        said = "; ".join(one_line(part) for part in _besides(edge) if part)
        self.remarks.append(
            Remark(about, wording.LINK_SAID.format(name=name, words=said) if said else name)
        )

    def _name(self, edge: Edge) -> str:
        ends = {"source": self._end(edge.source), "target": self._end(edge.target)}
        words = ", ".join(
            word for word in (edge.label, edge.kind, edge.said or edge.sign or "") if word
        )
        return (wording.LINK_AGAIN if words else wording.LINK).format(**ends, words=words)

    def _end(self, node_id: str) -> str:
        card = self.cards.get(node_id)
        return card.text if card else node_id


def _spoken(edge: Edge) -> Iterator[str]:
    yield edge.label
    yield edge.kind
    if edge.said:
        yield wording.SAID.format(value=edge.said)
    if edge.weight is not None and not _is_plain(edge):
        yield wording.WEIGHT.format(value=edge.weight)
    yield from _besides(edge)


def _besides(edge: Edge) -> Iterator[str]:
    for name, value in edge.more:
        yield wording.NAMED_VALUE.format(name=name, value=value)
    yield edge.note


def _is_plain(edge: Edge) -> bool:
    """Whether the weight says nothing: graph programs give 1 to every edge."""
    return not edge.graded and edge.weight == 1


def _strength(edge: Edge) -> int | None:
    """Weights from −1 to 1 in thirds: 0.33 is weak, 1 is strong."""
    if not edge.graded or edge.weight is None:
        return None
    return min(max(math.ceil(min(abs(edge.weight), 1) * 3 - 1e-9), 1), 3)
