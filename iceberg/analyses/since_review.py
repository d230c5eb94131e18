"""What has changed upstream of an assumption since it was last reviewed, from two canvases."""

from __future__ import annotations

from iceberg.analyses import wording
from iceberg.analyses.another_look import upstream, ways_to
from iceberg.analyses.findings import Finding
from iceberg.analyses.paths import Path, turned_round
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Card, Link


def changed_upstream(
    then: Canvas, canvas: Canvas, graph: CauseGraph, assumption: Assumption
) -> tuple[Finding, ...]:
    """Why an assumption asks for another look, given the canvas as it was when last reviewed.

    Links and forces carry no dates, so what is new is told from the two canvases: links to cards
    upstream, then cards upstream whose force is scored otherwise. ``graph`` is that of
    ``canvas``, which holds the assumption.
    """
    ways = ways_to(turned_round(graph), assumption)
    known = {link.id for link in then.links}
    forces = {card.id: card.force for card in then.cards}
    new = [link for link in canvas.links if link.id not in known and link.target in ways]
    rescored = [
        card
        for card in canvas.cards
        if card.id in ways and forces.get(card.id, card.force) != card.force
    ]
    return (
        *(_new_cause(graph, assumption, link, ways[link.target]) for link in new),
        *(_rescored(graph, assumption, card, ways[card.id]) for card in rescored),
    )


def _new_cause(graph: CauseGraph, assumption: Assumption, link: Link, way: Path) -> Finding:
    source, target = (graph.nodes[end]["text"] for end in (link.source, link.target))
    whole = way if link.source in way else (link.source, *way)
    reason = wording.new_cause(source, target)
    return upstream(graph, assumption, "cause", link.id, whole, reason)


def _rescored(graph: CauseGraph, assumption: Assumption, card: Card, way: Path) -> Finding:
    reason = wording.changed_force(card.text)
    return upstream(graph, assumption, "force", card.id, way, reason)
