"""The part of a canvas that a picture shows."""

from __future__ import annotations

from typing import Final

from iceberg.errors import NotFoundError
from iceberg.model import Assumption, Canvas, Card, Layer

_WITHHELD: Final = "withheld"


def withheld(number: int, layer_id: str) -> str:
    """A name in ``view.left_out`` for a card that was taken out: it tells its layer alone."""
    return f"{_WITHHELD}-{number}-{layer_id}"[:64]


def _withheld_on(canvas: Canvas, layers: set[str]) -> tuple[str, ...]:
    """The names of cards that were taken out of these layers."""
    known = {card.id for card in canvas.cards}
    return tuple(
        name
        for name in canvas.view.left_out
        if name not in known and any(_is_of(name, layer) for layer in layers)
    )


def _is_of(name: str, layer_id: str) -> bool:
    start, _, rest = name.partition("-")
    number = rest.partition("-")[0]
    return start == _WITHHELD and number.isdecimal() and name == withheld(int(number), layer_id)


def shown_part(
    canvas: Canvas, layers: tuple[str, ...] | None = None, *, whole: bool = False
) -> Canvas:
    """The canvas with only the layers and cards that are shown, and links between those.

    ``layers`` None or empty: as the canvas's view says; ``whole`` shows the cards that the view
    leaves out too; ``view.left_out`` of the answer names those that are left out all the same.
    Kept findings that name a card that is not shown are not told. Assumptions all stay, so that A2
    is A2 on every page; ``told_assumptions`` says which of them belong to this one. Raises
    NotFoundError for a layer that the canvas does not have.
    """
    wanted = layers or canvas.view.layers
    missing = [name for name in layers or () if name not in {x.id for x in canvas.layers}]
    if missing:
        known = ", ".join(layer.id for layer in canvas.ordered_layers())
        raise NotFoundError(f"The canvas has no layer “{missing[0]}”. It has {known}.")
    shown = tuple(x for x in canvas.layers if x.id in wanted) or canvas.layers
    layer_ids = {layer.id for layer in shown}
    cards = tuple(card for card in canvas.cards if card.layer in layer_ids)
    hidden = set() if whole else {card.id for card in canvas.left_out_cards()}
    return _cut(
        canvas,
        shown,
        tuple(card for card in cards if card.id not in hidden),
        (*(card.id for card in cards if card.id in hidden), *_withheld_on(canvas, layer_ids)),
    )


def _cut(
    canvas: Canvas, layers: tuple[Layer, ...], cards: tuple[Card, ...], left_out: tuple[str, ...]
) -> Canvas:
    ids = {card.id for card in cards} | {card.id for card in canvas.tray}
    return canvas.only_cards(ids).model_copy(
        update={
            "layers": layers,
            "assumptions": canvas.assumptions,
            "view": canvas.view.model_copy(update={"layers": (), "left_out": left_out}),
        }
    )


def told_assumptions(canvas: Canvas) -> tuple[Assumption, ...]:
    """The assumptions that rest on a card or link of this canvas, or on none anywhere."""
    there = {card.id for card in canvas.cards} | {link.id for link in canvas.links}
    return tuple(
        x
        for x in canvas.assumptions
        if not x.rests_on_something or there.intersection((*x.cards, *x.links))
    )
