"""Readings as rows."""

from __future__ import annotations

from iceberg import wording as picture
from iceberg.exporters.story import wording
from iceberg.exporters.story.figures import holds_for, observed
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import in_order, table
from iceberg.model import Canvas, Reading


def readings_table(canvas: Canvas) -> Table:
    """A row a reading, by card, the newest first."""
    texts = {card.id: card.text for card in canvas.cards}
    order = {one.id: number for number, one in enumerate(canvas.readings, start=1)}
    return table(
        _by_card(canvas),
        (Column(wording.CARD_COLUMN, 40), lambda one: texts[one.card]),
        (Column(wording.OBSERVED, 24, "document"), observed),
        (Column(wording.DATE, 14, "data"), lambda one: one.date),
        (
            Column(wording.DIRECTION, 12, "data"),
            lambda one: picture.DIRECTION_WORDS[one.direction],
        ),
        (Column(wording.FIGURE, 12, "data"), lambda one: one.figure),
        (Column(wording.UNIT, 28, "data"), lambda one: one.unit),
        (Column(wording.NATION, 14, "data"), lambda one: one.nation),
        (Column(wording.PERIOD, 30, "data"), lambda one: one.period),
        (Column(wording.PERIOD, 26, "document"), holds_for),
        (Column(wording.SOURCE, 34), lambda one: one.source),
        (Column(wording.ID, 26, "file"), lambda one: one.id),
        (Column(wording.CARD_ID, 26, "file"), lambda one: one.card),
        (Column(wording.LIST_ORDER, 8, "file"), lambda one: order[one.id]),
    )


def _by_card(canvas: Canvas) -> list[Reading]:
    order = {card.id: n for n, card in enumerate(in_order(canvas))}
    newest = sorted(canvas.readings, key=lambda reading: reading.date, reverse=True)
    return sorted(newest, key=lambda reading: order[reading.card])
