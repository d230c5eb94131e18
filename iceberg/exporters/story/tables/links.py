"""Links as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg import wording as picture
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import table, yes
from iceberg.model import Canvas, Link


def links_table(canvas: Canvas, links: Iterable[Link] | None = None) -> Table:
    """A row a link, from cause to effect; all of them where none are named."""
    cards = {card.id: card for card in canvas.cards}

    def crosses(link: Link) -> bool:
        return cards[link.source].layer != cards[link.target].layer

    return table(
        canvas.links if links is None else links,
        (Column(wording.CAUSE, 40), lambda link: cards[link.source].text),
        (Column(wording.VERB, 16, "data"), lambda link: picture.VERB_WORDS[link.verb]),
        (Column(wording.VERB, 16, "document"), _verb),
        (Column(wording.EFFECT_CARD, 40), lambda link: cards[link.target].text),
        (Column(wording.SIGN, 8), _sign),
        (Column(wording.STRENGTH, 10), lambda link: link.strength),
        (Column(wording.TAKES_TIME, 12, "data"), lambda link: yes(link.delayed)),
        (Column(wording.CROSSES, 16, "data"), lambda link: yes(crosses(link))),
        (Column(wording.NOTE, 36), lambda link: link.note),
        (Column(wording.ID, 26, "file"), lambda link: link.id),
        (Column(wording.CAUSE_ID, 26, "file"), lambda link: link.source),
        (Column(wording.EFFECT_ID, 26, "file"), lambda link: link.target),
    )


def _verb(link: Link) -> str:
    """What the cause does, and whether it takes time."""
    verb = picture.VERB_WORDS[link.verb]
    return f"{verb}, {wording.TAKES_TIME.lower()}" if link.delayed else verb


def _sign(link: Link) -> str | None:
    return picture.SIGN_SYMBOLS[link.sign] if link.sign else None
