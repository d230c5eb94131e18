"""Keeping the picture: cards get a place when they come, and all are placed anew when asked."""

from __future__ import annotations

from iceberg.edits import AddCard, Arrange, Edit, MoveCard, Placement, apply
from iceberg.layout import settled_positions
from iceberg.model import Canvas, Position, View
from iceberg.scene.build import page_frame


def settled(canvas: Canvas) -> Canvas:
    """The same canvas, each card with the place that it has in the picture now."""
    places = _places(canvas)
    cards = tuple(card.model_copy(update={"position": places[card.id]}) for card in canvas.cards)
    return canvas.model_copy(update={"cards": cards})


def placed(canvas: Canvas, edit: Edit) -> Edit:
    """The edit with a place for the card that it adds or moves, so that the others keep theirs.

    Only where all cards have places: a canvas whose cards stand free stays as it is. Raises
    EditRefusedError when the edit does not fit the canvas.
    """
    if not isinstance(edit, AddCard | MoveCard) or any(c.position is None for c in canvas.cards):
        return edit
    if isinstance(edit, AddCard):
        if edit.card.position is not None:
            return edit
        place = _places(apply(canvas, edit))[edit.card.id]
        card = edit.card.model_copy(update={"position": place})
        return edit.model_copy(update={"card": card})
    if edit.position is not None:
        return edit
    return edit.model_copy(update={"position": _places(apply(canvas, edit))[edit.card]})


def tidied(canvas: Canvas) -> Arrange | None:
    """An edit that places all cards anew but the pinned ones; None when there are none to place."""
    free = tuple(
        card
        if card.position is not None and card.position.pinned
        else card.model_copy(update={"position": None})
        for card in canvas.cards
    )
    places = _places(canvas.model_copy(update={"cards": free}))
    loose = [card.id for card in free if card.position is None]
    if not loose:
        return None
    return Arrange(placements=tuple(Placement(card=c, position=places[c]) for c in loose))


def _places(canvas: Canvas) -> dict[str, Position]:
    whole = canvas.model_copy(update={"view": View(page=canvas.view.page)})
    return settled_positions(whole, *page_frame(whole, whole.view.page))
