"""The two sides of a canvas: the place, and all that lies beyond its reach."""

from __future__ import annotations

from dataclasses import dataclass

from iceberg.model import Canvas, Layer


@dataclass(frozen=True, slots=True)
class Sides:
    """The layers and cards of the place, and those beyond it, in their order on the canvas.

    The place is the last layer from left to right, because cause reads from left to right; the
    layers before it, such as country and region, lie beyond it. A canvas of one layer has nothing
    beyond the place.
    """

    place: Layer
    beyond: tuple[Layer, ...]
    place_cards: tuple[str, ...]
    beyond_cards: tuple[str, ...]

    @property
    def beyond_titles(self) -> tuple[str, ...]:
        """The titles of the layers beyond the place, from left to right."""
        return tuple(layer.title for layer in self.beyond)


def sides_of(canvas: Canvas) -> Sides:
    """Which layers and cards are the place's and which lie beyond it."""
    *beyond, place = canvas.ordered_layers()
    return Sides(
        place=place,
        beyond=tuple(beyond),
        place_cards=tuple(card.id for card in canvas.cards if card.layer == place.id),
        beyond_cards=tuple(card.id for card in canvas.cards if card.layer != place.id),
    )
