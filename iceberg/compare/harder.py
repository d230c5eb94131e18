"""Is it getting harder? What a canvas can say about that over its moments, and what it cannot.

No score is made: counts, strengths, readings and assumptions stand side by side, and every claim
names the cards that it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from iceberg.compare import harder_wording as wording
from iceberg.compare.moments import Moment
from iceberg.model import EFFECTS, Assumption, Canvas, Card, Effect, Layer, Reading

_HOLDING: Final = ("holds", "better than expected")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence or a few, and the ids of the cards that are behind them."""

    sentence: str
    cards: tuple[str, ...] = ()


def is_it_getting_harder(moments: Sequence[Moment]) -> tuple[Claim, ...]:
    """What has changed between the first and the last moment, layer by layer, then in all.

    With one moment it says how things stand and what is missing to say more; with none, that there
    is nothing to look at. The last claim is always about what this cannot know.
    """
    if not moments:
        return (Claim(wording.NO_MOMENT),)
    first, last = moments[0], moments[-1]
    before = first if len(moments) > 1 else None
    layers = last.canvas.ordered_layers()
    return (
        *(claim for layer in layers for claim in _of_layer(layer, before, last.canvas)),
        *_assumptions(before, last.canvas),
        Claim(wording.cannot_know(first.when, one=before is None)),
    )


def _of_layer(layer: Layer, before: Moment | None, now: Canvas) -> Iterator[Claim]:
    for effect in EFFECTS:
        yield _forces(layer, effect, before, now)
    yield _readings(layer, before, now)


def _pulling(canvas: Canvas, layer: Layer, effect: Effect) -> list[Card]:
    here = [card for card in canvas.cards if card.layer == layer.id]
    return [card for card in here if card.force and card.force.effect == effect]


def _strength(card: Card) -> int:
    return card.force.strength if card.force else 0


def _forces(layer: Layer, effect: Effect, before: Moment | None, now: Canvas) -> Claim:
    pulling = sorted(_pulling(now, layer, effect), key=lambda card: -_strength(card))
    if before is None:
        said = wording.pulling_now(layer.title, effect, _with_strengths(pulling))
        return Claim(said, tuple(card.id for card in pulling))
    was = {card.id: card for card in _pulling(before.canvas, layer, effect)}
    known = {card.id for card in before.canvas.cards}
    fresh = [card for card in pulling if card.id not in was]
    gone = [card for card in was.values() if card.id not in {one.id for one in pulling}]
    other = [c for c in pulling if c.id in was and _strength(c) != _strength(was[c.id])]
    said = " ".join(
        (
            wording.pulling_since(layer.title, effect, len(pulling), len(was), before.when),
            *wording.fresh([(card.text, card.id in known) for card in fresh]),
            *wording.no_longer([card.text for card in gone]),
            *wording.other_strength([(c.text, _strength(c), _strength(was[c.id])) for c in other]),
        )
    )
    return Claim(said, tuple(card.id for card in (*fresh, *gone, *other) or pulling))


def _with_strengths(cards: Sequence[Card]) -> list[tuple[str, int]]:
    return [(card.text, _strength(card)) for card in cards]


def _readings(layer: Layer, before: Moment | None, now: Canvas) -> Claim:
    here = {card.id: card for card in now.cards if card.layer == layer.id}
    latest = {card: one for card, one in now.latest_readings().items() if card in here}
    if not latest:
        return Claim(wording.no_reading(layer.title))
    if before is None:
        said = wording.moving_now(
            layer.title, [(here[c], one) for c, one in latest.items()], len(here)
        )
        return Claim(said, tuple(latest))
    was = before.canvas.latest_readings()
    read = {card: one for card, one in latest.items() if _is_newer(one, was.get(card))}
    turned = [
        (here[c], was[c], one)
        for c, one in read.items()
        if c in was and was[c].direction != one.direction
    ]
    same = [here[c] for c, one in read.items() if c in was and was[c].direction == one.direction]
    first = [(here[c], one) for c, one in read.items() if c not in was]
    old = [card for card in here if card not in read]
    said = wording.moving_since(
        layer.title, turned, same, first, (len(old), len(here)), before.when
    )
    return Claim(said, tuple(read))


def _is_newer(now: Reading, before: Reading | None) -> bool:
    return before is None or now.id != before.id


def _assumptions(before: Moment | None, now: Canvas) -> Iterator[Claim]:
    bearing = _bearing(now)
    if not bearing:
        yield Claim(wording.NO_ASSUMPTION)
        return
    holding = _count(bearing)
    shaky = [(one.text, one.status) for one in bearing if one.status not in _HOLDING]
    was = _bearing(before.canvas) if before else []
    compared = (_count(was), len(was), before.when) if before else None
    cards = tuple(dict.fromkeys(card for one in bearing for card in one.cards))
    yield Claim(wording.bearing(holding, len(bearing), shaky, compared), cards)


def _bearing(canvas: Canvas) -> list[Assumption]:
    return [one for one in canvas.assumptions if one.load_bearing]


def _count(assumptions: Sequence[Assumption]) -> int:
    return sum(one.status in _HOLDING for one in assumptions)
