"""The nodes of a map as the cards of a canvas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from iceberg.importers import wording
from iceberg.importers.fields import read_level
from iceberg.importers.maps import Map, Node, Remark
from iceberg.importers.placing import Placement
from iceberg.importers.positions import hints_of, positions_of
from iceberg.importers.texts import note_of, one_line, own_ids, shortened, tags_of, tidy
from iceberg.model import LINE_LIMIT, TEXT_LIMIT, Card, Position, TrayCard


def cards_of(
    source: Map, places: Mapping[str, Placement]
) -> tuple[dict[str, Card | TrayCard], tuple[Remark, ...]]:
    """Cards by node id, and what was changed in the nodes; ``source`` is `prepared`.

    A node without a place is a card of the tray, with a hint where it stood.
    """
    positions, hints = positions_of(source.nodes, places), hints_of(source.nodes)
    remarks: list[Remark] = []
    cards: dict[str, Card | TrayCard] = {}
    ids = own_ids((node.id for node in source.nodes), "c")
    for node, card_id in zip(source.nodes, ids, strict=True):
        text, told = _text(node)
        fitted = shortened(text)
        tags, untaggable = tags_of((*node.tags, *_telling(node)))
        long = [one for one in map(tidy, node.originals) if len(one) > TEXT_LIMIT]
        parts = (text if fitted != text else "", *map(tidy, _spoken(node)), *untaggable, *long)
        note, cut = note_of(parts, fitted)
        remarks += [*told, *([Remark("shortened", fitted)] if fitted != text else []), *cut]
        remarks += _fitted(node, long, untaggable)
        card = TrayCard(
            id=card_id,
            text=fitted,
            force=node.force,
            tags=tags,
            source=shortened(one_line(node.source), LINE_LIMIT) or None,
            note=note or None,
            votes=node.votes,
            originals=tuple(filter(None, map(_original, node.originals))),
            unsure=node.unsure,
            hint=hints.get(node.id),
        )
        cards[node.id] = _placed(card, places.get(node.id), node.position or positions.get(node.id))
    return cards, tuple(remarks)


def _placed(card: TrayCard, place: Placement | None, position: Position | None) -> Card | TrayCard:
    if place is None:
        return card
    return card.placed(place.layer, place.level).model_copy(update={"position": position})


def _text(node: Node) -> tuple[str, Iterable[Remark]]:
    text = tidy(node.text)
    return (text, ()) if text else (wording.NO_TEXT, (Remark("unnamed", node.id),))


def _telling(node: Node) -> Iterator[str]:
    """Its type and group, unless the node's own level or layer says the same already."""
    for word in (node.kind, node.group):
        says_level = node.level is not None and read_level(word) == node.level
        says_layer = node.layer and word.casefold() == node.layer.casefold()
        if not (says_level or says_layer):
            yield word


def _fitted(node: Node, long: Iterable[str], tags: Iterable[str]) -> Iterator[Remark]:
    """What had to be shortened besides the text, and stands whole in the note."""
    yield from (Remark("original", _original(text)) for text in long)
    yield from (Remark("tag", tag) for tag in tags)
    if len(one_line(node.source)) > LINE_LIMIT:
        yield Remark("source", shortened(one_line(node.source), LINE_LIMIT))


def _original(text: str) -> str:
    return shortened(tidy(text), TEXT_LIMIT)


def _spoken(node: Node) -> Iterator[str]:
    """What a card has no field for, as lines of its note; the note itself first."""
    yield node.note
    if len(one_line(node.source)) > LINE_LIMIT:
        yield node.source
    for name, value in node.more:
        yield wording.NAMED_VALUE.format(name=name, value=value)
