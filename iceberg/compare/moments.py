"""Moments of a canvas in their order, and what pulls at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iceberg.analyses.forces import force_fields
from iceberg.model import Canvas, Card, Effect, Layer


@dataclass(frozen=True, slots=True)
class Moment:
    """A canvas as it was; what that moment is called, and how a sentence names it.

    ``when`` is such as: “Workshop of 24 June”, the beginning, now.
    """

    name: str
    when: str
    canvas: Canvas


@dataclass(frozen=True, slots=True)
class LayerCount:
    """The scored cards of one layer at one moment, each side the strongest first."""

    moment: str
    layer: Layer
    resisting: tuple[Card, ...]
    helping: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """One scored card at one moment: a block of a bar. ``strength`` is 1 to 5, never added up."""

    moment: str
    layer: str
    card: str
    text: str
    effect: Effect
    strength: int


def layer_counts(moments: Sequence[Moment]) -> tuple[LayerCount, ...]:
    """What resists and what helps, moment by moment, each with its layers from left to right."""
    return tuple(
        LayerCount(moment.name, field.layer, field.resisting, field.helping)
        for moment in moments
        for field in force_fields(moment.canvas)
    )


def pulls(moments: Sequence[Moment]) -> tuple[Pull, ...]:
    """Every scored card of every moment."""
    return tuple(pull for count in layer_counts(moments) for pull in _pulls_of(count))


def _pulls_of(count: LayerCount) -> Iterator[Pull]:
    for card in (*count.resisting, *count.helping):
        if card.force:
            score = card.force
            yield Pull(
                count.moment, count.layer.id, card.id, card.text, score.effect, score.strength
            )
