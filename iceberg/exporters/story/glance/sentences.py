"""The key figures of a canvas in a few sentences, for the first page of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from iceberg.exporters.story.glance import wording
from iceberg.exporters.story.parts import Sentence
from iceberg.exporters.story.tables import one_line
from iceberg.model import DIRECTIONS, EFFECTS, STATUSES, Canvas, Card
from iceberg.scene.shown import told_assumptions

FAVOURITES: Final = 3
"""How many cards with votes are named."""


def glance(canvas: Canvas) -> Iterator[Sentence]:
    """Counts of what is shown, the cards with most votes, and what the plan rests on."""
    if canvas.cards:
        titles = tuple(layer.title for layer in canvas.ordered_layers())
        counts = len(canvas.cards), len(canvas.links), _crossing(canvas)
        yield Sentence(wording.sizes(*counts, titles))
    yield from filter(None, (_forces(canvas), _votes(canvas), _moving(canvas), _plan(canvas)))


def _crossing(canvas: Canvas) -> int:
    layers = {card.id: card.layer for card in canvas.cards}
    return sum(layers[link.source] != layers[link.target] for link in canvas.links)


def _forces(canvas: Canvas) -> Sentence | None:
    found = Counter(card.force.effect for card in canvas.cards if card.force)
    counts = tuple((effect, found[effect]) for effect in EFFECTS if found[effect])
    return Sentence(wording.forces_counted(counts)) if counts else None


def _votes(canvas: Canvas) -> Sentence | None:
    voted = sorted((card for card in canvas.cards if card.votes), key=_most_votes)[:FAVOURITES]
    if not voted:
        return None
    named = tuple((one_line(card.text), card.votes) for card in voted)
    return Sentence(wording.most_votes(named), tuple(card.id for card in voted))


def _most_votes(card: Card) -> int:
    return -card.votes


def _moving(canvas: Canvas) -> Sentence | None:
    shown = {card.id for card in canvas.cards}
    latest = canvas.latest_readings()
    found = Counter(one.direction for card, one in latest.items() if card in shown)
    counts = tuple((direction, found[direction]) for direction in DIRECTIONS if found[direction])
    return Sentence(wording.observed_counted(counts)) if counts else None


def _plan(canvas: Canvas) -> Sentence | None:
    found = Counter(one.status for one in told_assumptions(canvas))
    counts = tuple((status, found[status]) for status in STATUSES if found[status])
    return Sentence(wording.assumptions_counted(counts)) if counts else None
