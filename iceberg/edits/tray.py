"""Edits of the tray: cards whose iceberg and level are decided later, and their links."""

from __future__ import annotations

from typing import Literal

from iceberg.edits.base import At, BaseEdit
from iceberg.edits.cards import AddCard, CardChanges, RemoveCard, change_told
from iceberg.edits.phrases import card_name, cell_name, quoted
from iceberg.edits.readings import AddReading
from iceberg.edits.refusals import already_there, gone, linked_already, not_in_tray, not_of_tray
from iceberg.edits.rows import index_of, put, replace, take_out
from iceberg.model import (
    CARDS_LIMIT,
    LINKS_LIMIT,
    Canvas,
    Id,
    Level,
    Link,
    Position,
    TrayCard,
)


class AddTrayCard(BaseEdit):
    """Puts a new card in the tray."""

    kind: Literal["add_tray_card"] = "add_tray_card"
    card: TrayCard
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the card in its tray."""
        if canvas.card(self.card.id):
            raise already_there("card", self.card.id)
        tray = put(canvas.tray, self.card, self.at, "card", CARDS_LIMIT)
        return canvas.model_copy(update={"tray": tray})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the card."""
        return f"Added the card {quoted(self.card.text)} to the tray"


class ChangeTrayCard(BaseEdit):
    """Changes what a card says while it waits in the tray."""

    kind: Literal["change_tray_card"] = "change_tray_card"
    card: Id
    changes: CardChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed card, where it was in the tray."""
        card = _waiting(canvas, self.card).model_copy(update=self.changes.given())
        index = index_of(canvas.tray, self.card, "card")
        return canvas.model_copy(update={"tray": replace(canvas.tray, index, card)})

    def describe(self, before: Canvas) -> str:
        """As for a card on an iceberg."""
        return change_told(card_name(before, self.card), self.changes)


class RemoveTrayCard(BaseEdit):
    """Takes a card out of the tray for good, with its links."""

    kind: Literal["remove_tray_card"] = "remove_tray_card"
    card: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the card and the links that waited with it."""
        _waiting(canvas, self.card)
        links = tuple(ln for ln in canvas.tray_links if self.card not in (ln.source, ln.target))
        tray = take_out(canvas.tray, self.card, "card")
        return canvas.model_copy(update={"tray": tray, "tray_links": links})

    def describe(self, before: Canvas) -> str:
        """Names the card."""
        return f"Removed the card {card_name(before, self.card)} from the tray"


class AddTrayLink(BaseEdit):
    """Links two cards, at least one of which waits in the tray."""

    kind: Literal["add_tray_link"] = "add_tray_link"
    link: Link
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the link, which waits until both of its cards are placed."""
        if any(link.id == self.link.id for link in canvas.links):
            raise already_there("link", self.link.id)
        links = put(canvas.tray_links, self.link, self.at, "link", LINKS_LIMIT)
        _check_ends(canvas, self.link)
        return canvas.model_copy(update={"tray_links": links})

    def describe(self, before: Canvas) -> str:
        """Says what the link says."""
        ends = card_name(before, self.link.source), card_name(before, self.link.target)
        return f"Linked: {ends[0]} {self.link.verb} {ends[1]}"


class RemoveTrayLink(BaseEdit):
    """Takes a link that waits with a card of the tray away."""

    kind: Literal["remove_tray_link"] = "remove_tray_link"
    link: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the link."""
        links = take_out(canvas.tray_links, self.link, "link")
        return canvas.model_copy(update={"tray_links": links})

    def describe(self, before: Canvas) -> str:
        """Says what the link said."""
        link = before.tray_links[index_of(before.tray_links, self.link, "link")]
        ends = card_name(before, link.source), card_name(before, link.target)
        return f"Removed the link {ends[0]} {link.verb} {ends[1]}"


class PutInTray(BaseEdit):
    """Takes a card off its iceberg into the tray, with its links and readings.

    Assumptions forget it, as when it is removed.
    """

    kind: Literal["put_in_tray"] = "put_in_tray"
    card: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the card last in its tray."""
        card = canvas.cards[index_of(canvas.cards, self.card, "card")]
        readings = tuple(one for one in canvas.readings if one.card == self.card)
        links = tuple(ln for ln in canvas.links if self.card in (ln.source, ln.target))
        before = canvas.tray_links
        taken_off = RemoveCard(card=self.card).apply(canvas)
        waiting = taken_off.model_copy(update={"tray_links": before})
        added = AddTrayCard(card=TrayCard.of(card, readings)).apply(waiting)
        return added.model_copy(update={"tray_links": (*before, *links)})

    def describe(self, before: Canvas) -> str:
        """Names the card."""
        return f"Put {card_name(before, self.card)} in the tray"


class PlaceFromTray(BaseEdit):
    """Puts a card of the tray on an iceberg, with its readings.

    Those of its links whose other card is placed too are links of the canvas from then on.
    """

    kind: Literal["place_from_tray"] = "place_from_tray"
    card: Id
    layer: Id
    level: Level
    position: Position | None = None

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the card last among its cards."""
        found = _waiting(canvas, self.card)
        card = found.placed(self.layer, self.level)
        card = card.model_copy(update={"position": self.position})
        without = canvas.model_copy(update={"tray": take_out(canvas.tray, self.card, "card")})
        after = AddCard(card=card).apply(without)
        for reading in found.readings:
            after = AddReading(reading=reading).apply(after)
        return _links_settled(after)

    def describe(self, before: Canvas) -> str:
        """Names the card and its cell."""
        cell = cell_name(before, self.layer, self.level)
        return f"Placed {card_name(before, self.card)} from the tray in {cell}"


def _links_settled(canvas: Canvas) -> Canvas:
    """The canvas with those links of the tray among its links that have no end there any more."""
    waiting = {card.id for card in canvas.tray}
    free = tuple(ln for ln in canvas.tray_links if waiting.isdisjoint((ln.source, ln.target)))
    links = canvas.links
    for link in free:
        links = put(links, link, None, "link", LINKS_LIMIT)
    stay = tuple(ln for ln in canvas.tray_links if ln not in free)
    return canvas.model_copy(update={"links": links, "tray_links": stay})


def _waiting(canvas: Canvas, card_id: str) -> TrayCard:
    card = canvas.tray_card(card_id)
    if card is None:
        raise not_in_tray()
    return card


def _check_ends(canvas: Canvas, link: Link) -> None:
    ends = (link.source, link.target)
    waiting = {card.id for card in canvas.tray}
    if not all(end in waiting or canvas.card(end) for end in ends):
        raise gone("card")
    if waiting.isdisjoint(ends):
        raise not_of_tray()
    if any((other.source, other.target) == ends for other in canvas.tray_links):
        raise linked_already(card_name(canvas, link.source), card_name(canvas, link.target))
