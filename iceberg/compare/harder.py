"""Is it getting harder? What a canvas can say about that over its moments, and what it cannot.

No score is made: counts, strengths, readings and assumptions stand side by side, and every claim
names the cards that it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from iceberg.compare import harder_wording as wording
from iceberg.compare.moments import Moment
from iceberg.model import EFFECTS, Assumption, Canvas, Card, Effect, Layer, Reading

_HOLDING: Final = ("holds", "better than expected")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence or a few, the ids of the cards behind them, and the layer that they are about."""

    sentence: str
    cards: tuple[str, ...] = ()
    layer: str | None = None


def is_it_getting_harder(moments: Sequence[Moment]) -> tuple[Claim, ...]:
    """What has changed between the first and the last moment, layer by layer, then in all.

    With one moment it says how things stand and what is missing to say more; with none, that there
    is nothing to look at. The last claim is always about what this cannot know.
    """
    if not moments:
        return (Claim(wording.NO_MOMENT),)
    first, last = moments[0], moments[-1]
    before = first.canvas if len(moments) > 1 else None
    layers = last.canvas.ordered_layers()
    return (
        *((Claim(wording.between(first.when, last.when)),) if before is not None else ()),
        *(claim for layer in layers for claim in _of_layer(layer, before, last.canvas)),
        *_assumptions(before, last.canvas),
        Claim(wording.cannot_know(first.when, one=before is None)),
    )


def _of_layer(layer: Layer, before: Canvas | None, now: Canvas) -> Iterator[Claim]:
    claims = [_forces(layer, effect, before, now) for effect in EFFECTS]
    for claim in (*claims, _readings(layer, before, now)):
        yield replace(claim, layer=layer.id)


def _pulling(canvas: Canvas, layer: Layer, effect: Effect) -> list[Card]:
    here = [card for card in canvas.cards if card.layer == layer.id]
    return [card for card in here if card.force and card.force.effect == effect]


def _strength(card: Card) -> int:
    return card.force.strength if card.force else 0


def _forces(layer: Layer, effect: Effect, before: Canvas | None, now: Canvas) -> Claim:
    pulling = sorted(_pulling(now, layer, effect), key=lambda card: -_strength(card))
    if before is None:
        said = wording.pulling_now(layer.title, effect, _with_strengths(pulling))
        return Claim(said, tuple(card.id for card in pulling))
    was = {card.id: card for card in _pulling(before, layer, effect)}
    known = {card.id for card in before.cards}
    fresh = [card for card in pulling if card.id not in was]
    gone = [card for card in was.values() if card.id not in {one.id for one in pulling}]
    other = [c for c in pulling if c.id in was and _strength(c) != _strength(was[c.id])]
    said = " ".join(
        (
            wording.pulling_since(layer.title, effect, len(pulling), len(was)),
            *wording.fresh([(card.text, card.id in known) for card in fresh]),
            *wording.no_longer([card.text for card in gone]),
            *wording.other_strength([(c.text, _strength(c), _strength(was[c.id])) for c in other]),
        )
    )
    return Claim(said, tuple(card.id for card in (*fresh, *gone, *other) or pulling))


def _with_strengths(cards: Sequence[Card]) -> list[tuple[str, int]]:
    return [(card.text, _strength(card)) for card in cards]


def _readings(layer: Layer, before: Canvas | None, now: Canvas) -> Claim:
    here = {card.id: card for card in now.cards if card.layer == layer.id}
    latest = {card: one for card, one in now.latest_readings().items() if card in here}
    if not latest:
        return Claim(wording.no_reading(layer.title))
    if before is None:
        moving = [(here[card], one) for card, one in latest.items()]
        return Claim(wording.moving_now(layer.title, moving, len(here)), tuple(latest))
    return _moved(layer, before.latest_readings(), latest, here)


def _moved(
    layer: Layer, was: Mapping[str, Reading], latest: Mapping[str, Reading], here: dict[str, Card]
) -> Claim:
    """What the readings say that have come since, beside the last ones before."""
    read = {card: one for card, one in latest.items() if card not in was or was[card].id != one.id}
    again = [(here[card], was[card], one) for card, one in read.items() if card in was]
    said = wording.moving_since(
        layer.title,
        [(card, old, new) for card, old, new in again if old.direction != new.direction],
        [card for card, old, new in again if old.direction == new.direction],
        [(here[card], one) for card, one in read.items() if card not in was],
        (len(here) - len(read), len(here)),
    )
    return Claim(said, tuple(read))


def _assumptions(before: Canvas | None, now: Canvas) -> Iterator[Claim]:
    bearing = _bearing(now)
    if not bearing:
        yield Claim(wording.NO_ASSUMPTION)
        return
    holding = _count(bearing)
    shaky = [(one.text, one.status) for one in bearing if one.status not in _HOLDING]
    was = _bearing(before) if before is not None else []
    compared = (_count(was), len(was)) if before is not None else None
    cards = tuple(dict.fromkeys(card for one in bearing for card in one.cards))
    yield Claim(wording.bearing(holding, len(bearing), shaky, compared), cards)


def _bearing(canvas: Canvas) -> list[Assumption]:
    return [one for one in canvas.assumptions if one.load_bearing]


def _count(assumptions: Sequence[Assumption]) -> int:
    return sum(one.status in _HOLDING for one in assumptions)
