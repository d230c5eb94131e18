"""A canvas of this program as a map, to be brought into another canvas."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.preparing import prepared
from iceberg.model import Canvas, Card, Link, TrayCard
from iceberg.wording import counted


def map_of(canvas: Canvas) -> Map:
    """Its cards, those of the tray too, and links; what belongs to it alone is remarked upon.

    Raises `BadInputError` for a canvas without cards.
    """
    titles = {layer.id: layer.title for layer in canvas.layers}
    placed = (_node(card, titles[card.layer]) for card in canvas.cards)
    return prepared(
        Map(
            nodes=(*placed, *(_node(card) for card in canvas.tray)),
            edges=tuple(_edge(link) for link in (*canvas.links, *canvas.tray_links)),
            title=canvas.title,
            remarks=tuple(_left(canvas)),
        )
    )


def _node(card: Card | TrayCard, layer: str = "") -> Node:
    hint = card.hint if isinstance(card, TrayCard) else None
    return Node(
        id=card.id,
        text=card.text,
        note=card.note or "",
        tags=card.tags,
        layer=layer,
        level=card.level if isinstance(card, Card) else None,
        force=card.force,
        source=card.source or "",
        votes=card.votes,
        position=card.position if isinstance(card, Card) else None,
        originals=card.originals,
        unsure=card.unsure,
        x=hint.x if hint else None,
        y=hint.y if hint else None,
    )


def _edge(link: Link) -> Edge:
    return Edge(
        source=link.source,
        target=link.target,
        id=link.id,
        sign=link.sign,
        strength=link.strength,
        verb=link.verb,
        delayed=link.delayed,
        note=link.note or "",
    )


def _left(canvas: Canvas) -> Iterator[Remark]:
    for noun, parts in (
        ("reading", (*canvas.readings, *(one for card in canvas.tray for one in card.readings))),
        ("assumption", canvas.assumptions),
        ("kept finding", canvas.kept),
        ("snapshot", canvas.snapshots),
        ("import report", canvas.imports),
    ):
        if parts:
            yield Remark("other", counted(len(parts), noun))
