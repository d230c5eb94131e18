"""Keeping the picture: cards get a place when they come, and all are placed anew when asked."""

from __future__ import annotations

from iceberg.edits import (
    AddCard,
    Arrange,
    ChangeDetails,
    DetailsChanges,
    Edit,
    MoveCard,
    PlaceFromTray,
    Placement,
    Single,
    Together,
    apply,
)
from iceberg.errors import NotFoundError
from iceberg.layout import position_at, settled_positions
from iceberg.model import Canvas, Level, Position, View
from iceberg.scene.build import page_frame


def settled(canvas: Canvas) -> Canvas:
    """The same canvas, each card with the place that it has in the picture now."""
    places = _places(canvas)
    cards = tuple(card.model_copy(update={"position": places[card.id]}) for card in canvas.cards)
    return canvas.model_copy(update={"cards": cards})


def placed(canvas: Canvas, edit: Edit) -> Edit:
    """The edit with a place for each card that it adds or moves, so that the others keep theirs.

    Only where all cards have places: a canvas whose cards stand free stays as it is. Raises
    EditRefusedError when the edit does not fit the canvas.
    """
    if not isinstance(edit, Together):
        return _placed(canvas, edit)
    parts = []
    for part in edit.edits:
        parts.append(_placed(canvas, part))
        canvas = apply(canvas, parts[-1])
    return edit.model_copy(update={"edits": tuple(parts)})


def placed_at_once(canvas: Canvas, edit: Together) -> Together:
    """As ``placed`` for an edit that adds many cards: the layout is asked once, not for each."""
    if any(card.position is None for card in canvas.cards):
        return edit
    loose = any(isinstance(one, AddCard) and one.card.position is None for one in edit.edits)
    places = _places(apply(canvas, edit)) if loose else {}
    edits = tuple(
        one.model_copy(
            update={"card": one.card.model_copy(update={"position": places[one.card.id]})}
        )
        if isinstance(one, AddCard) and one.card.position is None
        else one
        for one in edit.edits
    )
    return edit.model_copy(update={"edits": edits})


def dropped(canvas: Canvas, card: str, layer: str, level: Level, x: float, y: float) -> MoveCard:
    """The move of a card that somebody put down with its middle at (x, y) mm, in that cell.

    It stays there, pinned. Raises NotFoundError when the layer is not on the picture.
    """
    position = _pinned_at(canvas, layer, level, x, y)
    return MoveCard(card=card, layer=layer, level=level, position=position)


def put_down(
    canvas: Canvas, card: str, layer: str, level: Level, x: float, y: float
) -> PlaceFromTray:
    """The same for a card that somebody has taken from the tray."""
    position = _pinned_at(canvas, layer, level, x, y)
    return PlaceFromTray(card=card, layer=layer, level=level, position=position)


def _pinned_at(canvas: Canvas, layer: str, level: Level, x: float, y: float) -> Position:
    if layer not in {shown.id for shown in canvas.shown_layers()}:
        raise NotFoundError(f"The picture has no iceberg “{layer}”. Reload the page.")
    frame = page_frame(canvas, canvas.view.page)
    return position_at(canvas, *frame, (layer, level), (x, y))


def released(canvas: Canvas, card: str) -> MoveCard | None:
    """The edit that lets go of a card's pinned place; it stays nearby. None when it has none."""
    found = canvas.card(card)
    if found is None or found.position is None or not found.position.pinned:
        return None
    position = found.position.model_copy(update={"pinned": False})
    return MoveCard(card=card, layer=found.layer, level=found.level, position=position)


def shown_alone(canvas: Canvas, cards: tuple[str, ...]) -> ChangeDetails | None:
    """The edit that leaves all but these cards out of the picture; none named shows all again.

    None where nothing would change. Raises NotFoundError when none of the cards is there.
    """
    wanted = set(cards)
    if wanted and not any(card.id in wanted for card in canvas.cards):
        raise NotFoundError("None of these cards is there any more. Choose others.")
    left_out = tuple(card.id for card in canvas.cards if wanted and card.id not in wanted)
    view = canvas.view.model_copy(update={"left_out": left_out})
    return ChangeDetails(changes=DetailsChanges(view=view)) if view != canvas.view else None


def _placed(canvas: Canvas, edit: Single) -> Single:
    if not isinstance(edit, AddCard | MoveCard | PlaceFromTray) or any(
        c.position is None for c in canvas.cards
    ):
        return edit
    if isinstance(edit, AddCard):
        if edit.card.position is not None:
            return edit
        place = _places(apply(canvas, edit))[edit.card.id]
        card = edit.card.model_copy(update={"position": place})
        return edit.model_copy(update={"card": card})
    if edit.position is not None:
        return edit
    wished = _hinted(canvas, edit) if isinstance(edit, PlaceFromTray) else edit
    return edit.model_copy(update={"position": _places(apply(canvas, wished))[edit.card]})


def _hinted(canvas: Canvas, edit: PlaceFromTray) -> PlaceFromTray:
    """The edit with the place that the card's hint asks for, so that left stays left of right."""
    card = canvas.tray_card(edit.card)
    if card is None or card.hint is None:
        return edit
    rows = [c.position.row for c in canvas.cards if c.level == edit.level and c.position]
    row = round(card.hint.y * max(rows, default=0))
    return edit.model_copy(update={"position": Position(row=row, x=card.hint.x, pinned=False)})


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
