"""Assumptions as rows."""

from __future__ import annotations

from iceberg import wording as picture
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import one_line, table, yes
from iceberg.layout.faces import assumption_labels
from iceberg.model import Assumption, Canvas
from iceberg.scene.shown import told_assumptions


def assumptions_table(canvas: Canvas) -> Table:
    """A row an assumption that belongs to what is shown."""
    names, texts = assumption_labels(canvas), {card.id: card.text for card in canvas.cards}

    def rests_on(one: Assumption) -> str:
        return "\n".join(texts[card] for card in one.cards if card in texts)

    return table(
        told_assumptions(canvas),
        (Column(wording.NUMBER, 8), lambda one: names[one.id]),
        (Column(wording.ASSUMPTION, 40), lambda one: one.text),
        (Column(wording.STATUS, 14), lambda one: picture.STATUS_WORDS[one.status]),
        (Column(wording.RESTS_ON, 46, "data"), rests_on),
        (Column(wording.LOAD_BEARING, 13, "data"), lambda one: yes(one.load_bearing)),
        (Column(wording.VULNERABLE, 13, "data"), lambda one: yes(one.vulnerable)),
        (Column(wording.SIGNPOST, 36), lambda one: one.signpost),
        (Column(wording.OWNER, 22, "data"), lambda one: one.owner),
        (Column(wording.REVIEW, 19), lambda one: one.review),
        (Column(wording.HISTORY, 46, "data"), _history),
        (Column(wording.ID, 26, "data"), lambda one: one.id),
    )


def _history(assumption: Assumption) -> str:
    """A line each time that its status was looked at."""
    turns = (
        f"{picture.long_date(turn.date)}: {picture.STATUS_WORDS[turn.status]}. "
        f"{one_line(turn.note)}".rstrip()
        for turn in assumption.history
    )
    return "\n".join(turns)
