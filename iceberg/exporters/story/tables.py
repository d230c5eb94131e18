"""Everything on a canvas as rows, one table a kind of part."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg import wording as picture
from iceberg.exporters.story import wording
from iceberg.exporters.story.figures import holds_for, observed
from iceberg.exporters.story.parts import Column, Row, Table
from iceberg.layout.faces import assumption_labels
from iceberg.model import LEVELS, Assumption, Canvas, Card, Link, Reading
from iceberg.scene.shown import told_assumptions


def one_line(text: str | None) -> str:
    """The text of a card or note without its line breaks."""
    return " ".join((text or "").split())


def in_order(canvas: Canvas, layer: str | None = None) -> tuple[Card, ...]:
    """The cards in reading order: by layer, then from the surface down, then as listed."""
    layers = {x.id: n for n, x in enumerate(canvas.ordered_layers())}
    cards = [card for card in canvas.cards if layer in (None, card.layer)]
    return tuple(sorted(cards, key=lambda card: (layers[card.layer], LEVELS.index(card.level))))


def cards_table(canvas: Canvas, cards: Iterable[Card]) -> Table:
    """A row a card."""
    titles = {layer.id: layer.title for layer in canvas.layers}
    latest, labels = canvas.latest_readings(), _labels(canvas)
    columns = (
        Column(wording.LAYER, 14, "data"),
        Column(wording.LEVEL, 16),
        Column(wording.CARD_COLUMN, 46),
        Column(wording.EFFECT, 10),
        Column(wording.STRENGTH, 9, "data"),
        Column(wording.SHIFTABLE, 11, "data"),
        Column(wording.LATEST, 11),
        Column(wording.VOTES, 8),
        Column(wording.ASSUMPTIONS_COLUMN, 15),
        Column(wording.TAGS, 24, "data"),
        Column(wording.SOURCE, 40, "data"),
        Column(wording.NOTE, 40, "data"),
        Column(wording.ID, 26, "data"),
    )

    def row(card: Card) -> Row:
        reading = latest.get(card.id)
        return (
            titles[card.layer],
            picture.LEVEL_TITLES[card.level],
            card.text,
            *_scores(card),
            picture.DIRECTION_WORDS[reading.direction] if reading else None,
            card.votes or None,
            ", ".join(labels.get(card.id, ())),
            ", ".join(card.tags),
            card.source,
            card.note,
            card.id,
        )

    return Table(columns, tuple(map(row, cards)))


def _scores(card: Card) -> Row:
    if card.force is None:
        return (None, None, None)
    return (picture.EFFECT_WORDS[card.force.effect], card.force.strength, card.force.shiftable)


def _labels(canvas: Canvas) -> dict[str, list[str]]:
    names = assumption_labels(canvas)
    found: dict[str, list[str]] = {}
    for assumption in canvas.assumptions:
        for card in assumption.cards:
            found.setdefault(card, []).append(names[assumption.id])
    return found


def links_table(canvas: Canvas) -> Table:
    """A row a link, from cause to effect."""
    cards = {card.id: card for card in canvas.cards}
    columns = (
        Column(wording.CAUSE, 46),
        Column(wording.VERB, 16),
        Column(wording.EFFECT_CARD, 46),
        Column(wording.SIGN, 8),
        Column(wording.STRENGTH, 10),
        Column(wording.TAKES_TIME, 12),
        Column(wording.CROSSES, 16),
        Column(wording.NOTE, 46),
        Column(wording.ID, 26),
    )

    def row(link: Link) -> Row:
        cause, effect = cards[link.source], cards[link.target]
        return (
            cause.text,
            picture.VERB_WORDS[link.verb],
            effect.text,
            picture.SIGN_SYMBOLS[link.sign] if link.sign else None,
            link.strength,
            _yes(link.delayed),
            _yes(cause.layer != effect.layer),
            link.note,
            link.id,
        )

    return Table(columns, tuple(map(row, canvas.links)))


def _yes(is_so: bool) -> str:
    return wording.YES if is_so else wording.NO


def forces_table(canvas: Canvas, effect: str | None = None) -> Table:
    """A row a card with a force, the strongest first; one effect alone where it is named."""
    titles = {layer.id: layer.title for layer in canvas.layers}
    scored = [c for c in in_order(canvas) if c.force and effect in (None, c.force.effect)]
    scored.sort(key=lambda card: -card.force.strength if card.force else 0)
    scored.sort(key=lambda card: card.force is not None and card.force.effect == "helps")
    columns = (
        Column(wording.EFFECT, 10, "data"),
        Column(wording.CARD_COLUMN, 46),
        Column(wording.LAYER, 14),
        Column(wording.LEVEL, 16),
        Column(wording.STRENGTH, 10),
        Column(wording.SHIFTABLE, 12),
    )

    def row(card: Card) -> Row:
        effect_word, strength, shiftable = _scores(card)
        level = picture.LEVEL_TITLES[card.level]
        return (effect_word, card.text, titles[card.layer], level, strength, shiftable)

    return Table(columns, tuple(map(row, scored)))


def assumptions_table(canvas: Canvas) -> Table:
    """A row an assumption that belongs to what is shown."""
    names, texts = assumption_labels(canvas), {card.id: card.text for card in canvas.cards}
    columns = (
        Column(wording.NUMBER, 8),
        Column(wording.ASSUMPTION, 40),
        Column(wording.STATUS, 14),
        Column(wording.RESTS_ON, 46, "data"),
        Column(wording.LOAD_BEARING, 13, "data"),
        Column(wording.VULNERABLE, 13, "data"),
        Column(wording.SIGNPOST, 36),
        Column(wording.OWNER, 22, "data"),
        Column(wording.REVIEW, 15),
        Column(wording.HISTORY, 46, "data"),
        Column(wording.ID, 26, "data"),
    )

    def row(one: Assumption) -> Row:
        return (
            names[one.id],
            one.text,
            picture.STATUS_WORDS[one.status],
            "\n".join(texts[card] for card in one.cards if card in texts),
            _yes(one.load_bearing),
            _yes(one.vulnerable),
            one.signpost,
            one.owner,
            one.review,
            "\n".join(_turns(one)),
            one.id,
        )

    return Table(columns, tuple(map(row, told_assumptions(canvas))))


def _turns(assumption: Assumption) -> Iterable[str]:
    for turn in assumption.history:
        note = f" {one_line(turn.note)}" if turn.note else ""
        yield f"{picture.long_date(turn.date)}: {picture.STATUS_WORDS[turn.status]}.{note}"


def readings_table(canvas: Canvas) -> Table:
    """A row a reading, by card, the newest first."""
    order = {card.id: n for n, card in enumerate(in_order(canvas))}
    texts = {card.id: card.text for card in canvas.cards}
    newest = sorted(canvas.readings, key=lambda reading: reading.date, reverse=True)
    columns = (
        Column(wording.CARD_COLUMN, 40),
        Column(wording.OBSERVED, 24, "document"),
        Column(wording.DATE, 14, "data"),
        Column(wording.DIRECTION, 12, "data"),
        Column(wording.FIGURE, 12, "data"),
        Column(wording.UNIT, 28, "data"),
        Column(wording.NATION, 14, "data"),
        Column(wording.PERIOD, 30, "data"),
        Column(wording.PERIOD, 26, "document"),
        Column(wording.SOURCE, 34),
        Column(wording.ID, 26, "data"),
    )

    def row(reading: Reading) -> Row:
        return (
            texts[reading.card],
            observed(reading),
            reading.date,
            picture.DIRECTION_WORDS[reading.direction],
            reading.figure,
            reading.unit,
            reading.nation,
            reading.period,
            holds_for(reading),
            reading.source,
            reading.id,
        )

    return Table(columns, tuple(map(row, sorted(newest, key=lambda r: order[r.card]))))


def sources_table(canvas: Canvas) -> Table:
    """A row a source, with the cards that it is given for."""
    uses: dict[str, dict[str, None]] = {}
    texts = {card.id: card.text for card in canvas.cards}
    given = [(card.source, card.id) for card in in_order(canvas)]
    given += [(reading.source, reading.card) for reading in canvas.readings]
    for source, card in given:
        if source:
            uses.setdefault(source, {})[texts[card]] = None
    columns = (Column(wording.SOURCE, 44), Column(wording.SOURCE_FOR, 60))
    return Table(columns, tuple((source, "\n".join(cards)) for source, cards in uses.items()))
