"""Sources as rows."""

from __future__ import annotations

from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import in_order, table
from iceberg.model import Canvas


def sources_table(canvas: Canvas) -> Table:
    """A row a source, with the cards that it is given for."""
    return table(
        _uses(canvas).items(),
        (Column(wording.SOURCE, 44), lambda use: use[0]),
        (Column(wording.SOURCE_FOR, 60), lambda use: "\n".join(use[1])),
    )


def _uses(canvas: Canvas) -> dict[str, dict[str, None]]:
    """The texts of the cards that each source is given for, each once."""
    texts = {card.id: card.text for card in canvas.cards}
    given = [(card.source, card.id) for card in in_order(canvas)]
    given += [(reading.source, reading.card) for reading in canvas.readings]
    uses: dict[str, dict[str, None]] = {}
    for source, card in given:
        if source:
            uses.setdefault(source, {})[texts[card]] = None
    return uses
