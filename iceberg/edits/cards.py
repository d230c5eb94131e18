"""Edits of single cards, and of where cards stand."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import card_name, cell_name, counted, listed, quoted
from iceberg.edits.refusals import already_there, no_such_layer, nothing_to_arrange
from iceberg.edits.rows import forgotten, index_of, put, replace, take_out
from iceberg.model import (
    CARDS_LIMIT,
    Canvas,
    Card,
    CardText,
    Force,
    Id,
    Level,
    OptionalLine,
    OptionalNote,
    Part,
    Position,
    Tags,
)

_FIELD_WORDS = {
    "text": "text",
    "force": "score",
    "tags": "tags",
    "source": "source",
    "note": "note",
    "votes": "votes",
    "originals": "first wordings",
    "unsure": "doubt",
}
_EFFECT_WORDS = {"resists": "resisting", "helps": "helping"}


class AddCard(BaseEdit):
    """Puts a new card on the canvas."""

    kind: Literal["add_card"] = "add_card"
    card: Card
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the card."""
        _check_layer(canvas, self.card.layer)
        if canvas.tray_card(self.card.id):
            raise already_there("card", self.card.id)
        cards = put(canvas.cards, self.card, self.at, "card", CARDS_LIMIT)
        return canvas.model_copy(update={"cards": cards})

    def describe(self, before: Canvas) -> str:
        """Names the card and its cell."""
        cell = cell_name(before, self.card.layer, self.card.level)
        return f"Added the card {quoted(self.card.text)} to {cell}"


class CardChanges(Changes):
    """What can change on a card where it stands."""

    text: CardText = ""
    force: Force | None = None
    tags: Tags = ()
    source: OptionalLine = None
    note: OptionalNote = None
    votes: Annotated[int, Field(ge=0, le=9_999)] = 0
    originals: tuple[CardText, ...] = ()
    unsure: bool = False


class ChangeCard(BaseEdit):
    """Changes what a card says."""

    kind: Literal["change_card"] = "change_card"
    card: Id
    changes: CardChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed card."""
        index = index_of(canvas.cards, self.card, "card")
        card = canvas.cards[index].model_copy(update=self.changes.given())
        return canvas.model_copy(update={"cards": replace(canvas.cards, index, card)})

    def describe(self, before: Canvas) -> str:
        """Names the new text or score where that is all, else the fields."""
        return change_told(card_name(before, self.card), self.changes)


class MoveCard(BaseEdit):
    """Moves a card to a layer, a level and a place there; no position: wherever there is room."""

    kind: Literal["move_card"] = "move_card"
    card: Id
    layer: Id
    level: Level
    position: Position | None = None

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the moved card; its index stays."""
        _check_layer(canvas, self.layer)
        index = index_of(canvas.cards, self.card, "card")
        place = {"layer": self.layer, "level": self.level, "position": self.position}
        card = canvas.cards[index].model_copy(update=place)
        return canvas.model_copy(update={"cards": replace(canvas.cards, index, card)})

    def describe(self, before: Canvas) -> str:
        """Names the new cell when the card leaves its own."""
        name, card = card_name(before, self.card), before.card(self.card)
        if card and (card.layer, card.level) == (self.layer, self.level):
            is_kept = self.position is not None and self.position.pinned
            return f"Moved {name}" if is_kept else f"Let {name} find its own place"
        return f"Moved {name} to {cell_name(before, self.layer, self.level)}"


class RemoveCard(BaseEdit):
    """Takes a card off the canvas, with its links and readings; assumptions forget it."""

    kind: Literal["remove_card"] = "remove_card"
    card: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the card and what hung on it."""
        cards = take_out(canvas.cards, self.card, "card")
        links, tray_links = (
            tuple(ln for ln in some if self.card not in (ln.source, ln.target))
            for some in (canvas.links, canvas.tray_links)
        )
        readings = tuple(reading for reading in canvas.readings if reading.card != self.card)
        assumptions = forgotten(canvas.assumptions, cards, links)
        return canvas.model_copy(
            update={
                "cards": cards,
                "links": links,
                "tray_links": tray_links,
                "readings": readings,
                "assumptions": assumptions,
            }
        )

    def describe(self, before: Canvas) -> str:
        """Names the card."""
        return f"Removed the card {card_name(before, self.card)}"


class Placement(Part):
    """Where one card shall stand in its cell; no position: wherever there is room."""

    card: Id
    position: Position | None = None


class Arrange(BaseEdit):
    """Sets where many cards stand in their cells, passing over those that are gone."""

    kind: Literal["arrange"] = "arrange"
    placements: Annotated[tuple[Placement, ...], Field(min_length=1, max_length=CARDS_LIMIT)]

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the cards in their places."""
        wanted = {placement.card: placement.position for placement in self.placements}
        if not any(card.id in wanted for card in canvas.cards):
            raise nothing_to_arrange()
        cards = tuple(
            card.model_copy(update={"position": wanted[card.id]})
            if card.id in wanted and wanted[card.id] != card.position
            else card
            for card in canvas.cards
        )
        return canvas.model_copy(update={"cards": cards})

    def describe(self, before: Canvas) -> str:
        """Names the card when it is only one."""
        if len(self.placements) == 1:
            return f"Moved {card_name(before, self.placements[0].card)}"
        return f"Arranged {counted(len(self.placements), 'card', 'cards')}"


def change_told(name: str, changes: CardChanges) -> str:
    """A change of the card with this name as a sentence: its new text or score where that is all,
    else the fields."""
    given = changes.given()
    if list(given) == ["text"]:
        return f"Reworded {name} as {quoted(changes.text)}"
    if list(given) == ["force"]:
        return _scored(name, changes.force)
    if list(given) == ["unsure"]:
        if changes.unsure:
            return f"Marked that nobody here can say: {name}"
        return f"Took the question mark off {name}"
    return f"Changed {listed(_FIELD_WORDS[field] for field in given or ['text'])} of {name}"


def _check_layer(canvas: Canvas, layer_id: str) -> None:
    if all(layer.id != layer_id for layer in canvas.layers):
        raise no_such_layer(layer_id)


def _scored(name: str, force: Force | None) -> str:
    if force is None:
        return f"Took the score off {name}"
    return f"Scored {name} as {_EFFECT_WORDS[force.effect]}, strength {force.strength}"
