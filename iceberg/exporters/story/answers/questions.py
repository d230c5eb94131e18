"""What the canvas says to each question of a form, as groups of things to say."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg.exporters.story.answers import wording
from iceberg.exporters.story.answers.fitting import Group, Item
from iceberg.exporters.story.figures import figure, holds_for, observed
from iceberg.exporters.story.parts import Sentence
from iceberg.exporters.story.tables import one_line, signpost
from iceberg.model import Assumption, Canvas, Card, Link, Reading
from iceberg.scene.shown import told_assumptions
from iceberg.wording import ended, isolated

NATIONAL = "national"
"""The layer that is asked for by what changes nationally; where it is missing, the leftmost."""


def need(canvas: Canvas) -> tuple[Group, ...]:
    """What is seen in the place, what holds it there, and how one leads to the other."""
    cards = [card for card in _at_home(canvas) if not _helps(card)]
    own = {card.id for card in cards}
    inside = [link for link in canvas.links if {link.source, link.target} <= own]
    return (
        Group(wording.seen(canvas.place), _cards(canvas, _on(cards, "events", "patterns"))),
        Group(wording.HELD, _cards(canvas, _on(cards, "structures"))),
        Group(wording.BELIEVED, _cards(canvas, _on(cards, "mental_models"))),
        Group(wording.LEADS, _links(canvas, inside)),
    )


def why_now(canvas: Canvas) -> tuple[Group, ...]:
    """What changes nationally, what holds it, how it reaches the place, and what helps."""
    outside = _outside(canvas)
    cards = [card for card in canvas.cards if card.layer in outside]
    against = [card for card in cards if not _helps(card)]
    layer = {card.id: card.layer for card in canvas.cards}
    inwards = [
        link
        for link in canvas.links
        if layer[link.source] in outside and layer[link.target] not in outside
    ]
    measured = {reading.card for reading in canvas.readings if figure(reading)}
    changing = _on(against, "events", "patterns")
    changing.sort(key=lambda card: card.id not in measured)
    return (
        Group(wording.CHANGING, _cards(canvas, changing)),
        Group(wording.NATIONAL_HOLDS, _cards(canvas, _on(against, "structures", "mental_models"))),
        Group(wording.reaches(canvas.place), _links(canvas, inwards)),
        Group(wording.NATIONAL_HELPS, _cards(canvas, _ranked(filter(_helps, cards)))),
    )


def change(canvas: Canvas) -> tuple[Group, ...]:
    """The aim, what resists and can be shifted, what helps, and how that takes effect."""
    aim = ((Sentence(wording.aim(canvas.aim)),),) if canvas.aim else ()
    helping = [card for card in _at_home(canvas) if _helps(card)]
    own = {card.id for card in helping}
    effects = [x for x in canvas.links if x.source in own and x.verb in ("blocks", "opens up")]
    return (
        Group("", aim),
        Group(wording.SHIFTED, _forces(_resisting(canvas, "yes"))),
        Group(wording.PARTLY_SHIFTED, _forces(_resisting(canvas, "partly"))),
        Group(wording.HELPING, _forces(_ranked(helping))),
        Group(wording.TAKES_EFFECT, _links(canvas, effects)),
    )


def watch(canvas: Canvas) -> tuple[Group, ...]:
    """The assumptions, those first that the plan stands or falls with."""
    told = sorted(told_assumptions(canvas), key=lambda one: -(one.load_bearing + one.vulnerable))
    return (Group("", tuple(_assumption(canvas, one) for one in told)),)


def _outside(canvas: Canvas) -> set[str]:
    """The layers that are not the place's own."""
    layers = [layer.id for layer in canvas.ordered_layers()]
    if NATIONAL in layers:
        return {NATIONAL}
    return set(layers[:1]) if len(layers) > 1 else set()


def _at_home(canvas: Canvas) -> list[Card]:
    outside = _outside(canvas)
    return [card for card in canvas.cards if card.layer not in outside]


def _helps(card: Card) -> bool:
    return card.force is not None and card.force.effect == "helps"


def _resisting(canvas: Canvas, shiftable: str) -> list[Card]:
    scored = (card for card in canvas.cards if card.force and card.force.effect == "resists")
    outside = _outside(canvas)
    cards = _ranked(card for card in scored if card.force and card.force.shiftable == shiftable)
    return sorted(cards, key=lambda card: card.layer in outside)


def _on(cards: Iterable[Card], *levels: str) -> list[Card]:
    return _ranked(card for card in cards if card.level in levels)


def _ranked(cards: Iterable[Card]) -> list[Card]:
    """By votes, then by strength, then as listed."""
    return sorted(cards, key=lambda c: (-c.votes, -(c.force.strength if c.force else 0)))


def _cards(canvas: Canvas, cards: Iterable[Card]) -> tuple[Item, ...]:
    """Each card with its evidence, without its source, and bare."""
    latest = canvas.latest_readings()

    def item(card: Card) -> Item:
        text, reading = one_line(card.text), latest.get(card.id)
        source = (reading.source if reading else None) or card.source or ""
        ways = (
            wording.evidence(text, _facts(reading), source.rstrip(" .")),
            wording.evidence(text, _facts(reading), ""),
            ended(text),
        )
        return _ways(ways, (card.id,))

    return tuple(map(item, cards))


def _facts(reading: Reading | None) -> tuple[str, ...]:
    """What was observed; where and when only for a figure, or where no source says it."""
    if reading is None:
        return ()
    if not figure(reading) and not reading.period and reading.source:
        return (observed(reading),)
    return (observed(reading), holds_for(reading))


def _forces(cards: Iterable[Card]) -> tuple[Item, ...]:
    """Each card with its strength, and bare."""

    def item(card: Card) -> Item:
        text, score = one_line(card.text), card.force.strength if card.force else 0
        return _ways((wording.strength(text, score), ended(text)), (card.id,))

    return tuple(map(item, cards))


def _links(canvas: Canvas, links: Iterable[Link]) -> tuple[Item, ...]:
    """Each link in words, the strongest first."""
    texts = {card.id: one_line(card.text) for card in canvas.cards}

    def item(link: Link) -> Item:
        said = wording.link(texts[link.source], link.verb, texts[link.target], link.delayed)
        return (Sentence(said, (link.source, link.target), (link.id,)),)

    return tuple(map(item, sorted(links, key=lambda link: -link.strength)))


def _assumption(canvas: Canvas, one: Assumption) -> Item:
    said = wording.assumption(one_line(one.text), one.status)
    watched = isolated(one.signpost or "") or signpost(canvas, one)
    signs = wording.watched(watched) if watched else ""
    weight = wording.weight(one.load_bearing, one.vulnerable)
    review = wording.review(one.review, one.owner or "")
    return _ways(
        (
            " ".join(filter(None, (said, weight, signs, review))),
            " ".join(filter(None, (said, signs, review))),
            " ".join(filter(None, (said, signs))),
            said,
        ),
        one.cards,
    )


def _ways(texts: Iterable[str], cards: tuple[str, ...]) -> Item:
    return tuple(Sentence(text, cards) for text in dict.fromkeys(texts))
