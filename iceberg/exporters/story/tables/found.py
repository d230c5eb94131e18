"""What the room found, as rows."""

from __future__ import annotations

from iceberg.columns import joined
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import one_line, table
from iceberg.model import Canvas, KeptFinding


def found_table(canvas: Canvas) -> Table:
    """A row a finding that is kept."""
    texts = {card.id: one_line(card.text) for card in canvas.cards}

    def names(one: KeptFinding) -> str:
        return "\n".join(texts[card] for card in one.cards if card in texts)

    return table(
        canvas.kept,
        (Column(wording.FINDING, 66), lambda one: one.text),
        (Column(wording.FINDING_KIND, 14), lambda one: one.kind),
        (Column(wording.FINDING_CARDS, 46), names),
        (Column(wording.KEPT_ON, 14), lambda one: one.date),
        (Column(wording.ID, 34, "file"), lambda one: one.id),
        (Column(wording.CARD_IDS, 26, "file"), lambda one: joined(one.cards)),
        (Column(wording.LINK_IDS, 26, "file"), lambda one: joined(one.links)),
    )
