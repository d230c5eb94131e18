"""A map that comes into a canvas which has cards already: all of it as one edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iceberg.edits import (
    AddCard,
    AddLayer,
    AddLink,
    AddTrayCard,
    AddTrayLink,
    KeepImportNote,
    Single,
    Together,
)
from iceberg.errors import EditRefusedError
from iceberg.importers import wording
from iceberg.importers.texts import shortened
from iceberg.model import (
    CARDS_LIMIT,
    LINE_LIMIT,
    LINKS_LIMIT,
    Canvas,
    Card,
    ImportNote,
    Link,
    TrayCard,
    new_id,
)
from iceberg.wording import counted


def same_cards(canvas: Canvas, brought: Canvas) -> dict[str, str]:
    """Cards of ``brought`` that ``canvas`` has already, by their texts: its id by theirs."""
    known: dict[str, str] = {}
    for card in _all_cards(canvas):
        known.setdefault(_plain(card.text), card.id)
    same = {card.id: known.get(_plain(card.text)) for card in _all_cards(brought)}
    return {theirs: ours for theirs, ours in same.items() if ours}


def joined(
    canvas: Canvas, brought: Canvas, note: ImportNote, same: Mapping[str, str] | None = None
) -> Together:
    """The edit that adds all of ``brought`` to ``canvas``, and the report on it.

    Cards in ``same`` are left out; their links go to the cards that they are the same as. Ids
    that the canvas has already are replaced. Raises `EditRefusedError` when it is too much.
    """
    _check_room(canvas, brought, same or {})
    ids = _own_ids(canvas, brought) | dict(same or {})
    cards = [card for card in _all_cards(brought) if card.id not in (same or {})]
    edits: list[Single] = [*_layers(canvas, brought), *(_added(card, ids) for card in cards)]
    waiting = {card.id for card in canvas.tray}
    waiting |= {ids[card.id] for card in cards if isinstance(card, TrayCard)}
    links = list(_links(canvas, brought, ids))
    edits += (
        AddLink(link=link)
        if waiting.isdisjoint((link.source, link.target))
        else AddTrayLink(link=link)
        for link in links
    )
    told = {"cards": counted(len(cards), "card"), "links": counted(len(links), "link")}
    title = wording.BROUGHT.format(name=shortened(note.name, 100), **told)
    return Together(edits=(*edits, KeepImportNote(note=note)), title=shortened(title, LINE_LIMIT))


def _all_cards(canvas: Canvas) -> tuple[Card | TrayCard, ...]:
    return (*canvas.cards, *canvas.tray)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _own_ids(canvas: Canvas, brought: Canvas) -> dict[str, str]:
    taken = {card.id for card in _all_cards(canvas)}
    return {card.id: new_id() if card.id in taken else card.id for card in _all_cards(brought)}


def _layers(canvas: Canvas, brought: Canvas) -> Iterator[AddLayer]:
    known = {layer.id for layer in canvas.layers}
    used = {card.layer for card in brought.cards}
    for layer in brought.layers:
        if layer.id in used - known:
            yield AddLayer(layer=layer)


def _added(card: Card | TrayCard, ids: Mapping[str, str]) -> AddCard | AddTrayCard:
    own = {"id": ids[card.id]}
    if isinstance(card, Card):
        return AddCard(card=card.model_copy(update=own))
    readings = tuple(
        one.model_copy(update={"id": new_id(), "card": own["id"]}) for one in card.readings
    )
    return AddTrayCard(card=card.model_copy(update={**own, "readings": readings}))


def _links(canvas: Canvas, brought: Canvas, ids: Mapping[str, str]) -> Iterator[Link]:
    """The links with their new ends, without those that say again what a link says already."""
    ours = (*canvas.links, *canvas.tray_links)
    taken = {link.id for link in ours}
    said = {(link.source, link.target) for link in ours}
    for link in (*brought.links, *brought.tray_links):
        ends = source, target = ids[link.source], ids[link.target]
        if source == target or ends in said:
            continue
        said.add(ends)
        own = new_id() if link.id in taken else link.id
        yield link.model_copy(update={"id": own, "source": source, "target": target})


def _check_room(canvas: Canvas, brought: Canvas, same: Mapping[str, str]) -> None:
    for noun, has, more, limit in (
        ("card", len(_all_cards(canvas)), len(_all_cards(brought)) - len(same), CARDS_LIMIT),
        (
            "link",
            len(canvas.links) + len(canvas.tray_links),
            len(brought.links) + len(brought.tray_links),
            LINKS_LIMIT,
        ),
    ):
        if has + more > limit:
            told = {"has": counted(has, noun), "more": f"{more:,}", "limit": f"{limit:,}"}
            raise EditRefusedError(wording.NO_ROOM.format(**told))
