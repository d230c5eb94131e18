"""Assumptions as rows."""

from __future__ import annotations

from typing import Literal

from iceberg import wording as picture
from iceberg.columns import joined
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table, Value
from iceberg.exporters.story.tables.rows import one_line, table, yes
from iceberg.layout.faces import assumption_labels
from iceberg.model import Assumption, Canvas, StatusChange
from iceberg.scene.shown import told_assumptions


def assumptions_table(canvas: Canvas) -> Table:
    """A row an assumption that belongs to what is shown."""
    names = assumption_labels(canvas)
    ids = {card.id for card in canvas.cards}, {link.id for link in canvas.links}

    def among(one: Assumption) -> Assumption:
        return one.among(*ids)

    return table(
        told_assumptions(canvas),
        (Column(wording.NUMBER, 8), lambda one: names[one.id]),
        (Column(wording.ASSUMPTION, 40), lambda one: one.text),
        (Column(wording.STATUS, 14), lambda one: picture.STATUS_WORDS[one.status]),
        (Column(wording.RESTS_ON, 46, "data"), lambda one: "\n".join(rests_on(canvas, one))),
        (Column(wording.LOAD_BEARING, 13, "data"), lambda one: yes(one.load_bearing)),
        (Column(wording.VULNERABLE, 13, "data"), lambda one: yes(one.vulnerable)),
        (Column(wording.SIGNPOST, 36), lambda one: signpost(canvas, one)),
        (Column(wording.SHAPING, 40, "data"), lambda one: "\n".join(one.shaping)),
        (Column(wording.HEDGING, 40, "data"), lambda one: "\n".join(one.hedging)),
        (Column(wording.OWNER, 22, "data"), lambda one: one.owner),
        (Column(wording.REVIEW, 19), lambda one: one.review),
        (Column(wording.HISTORY, 46, "data"), _history),
        (Column(wording.ID, 26, "file"), lambda one: one.id),
        (Column(wording.CARD_IDS, 26, "file"), lambda one: joined(among(one).cards)),
        (Column(wording.LINK_IDS, 26, "file"), lambda one: joined(among(one).links)),
        (Column(wording.SIGN_TEXT, 36, "file"), lambda one: one.signpost),
        (Column(wording.SIGN_CARD, 26, "file"), lambda one: among(one).signpost_card),
        (Column(wording.SIGN_CROSSING, 10, "file"), lambda one: _limit(among(one), "crossing")),
        (Column(wording.SIGN_FIGURE, 11, "file"), lambda one: _limit(among(one), "figure")),
    )


def rests_on(
    canvas: Canvas, assumption: Assumption, *, in_sentence: bool = False
) -> tuple[str, ...]:
    """What an assumption rests on in words, of what is shown: its cards, then its links.

    In a sentence cards stand in quotation marks.
    """
    texts = {card.id: one_line(card.text) for card in canvas.cards}
    said = {
        link.id: picture.linked(texts[link.source], link.verb, texts[link.target])
        for link in canvas.links
    }
    cards = [texts[card] for card in assumption.cards if card in texts]
    cards = [picture.quoted(card) for card in cards] if in_sentence else cards
    return (*cards, *(said[link] for link in assumption.links if link in said))


def signpost(canvas: Canvas, assumption: Assumption) -> str:
    """What would warn that an assumption fails, where on the picture, and past which figure."""
    card = canvas.card(assumption.signpost_card) if assumption.signpost_card else None
    seen, text = assumption.signpost or "", one_line(card.text) if card else ""
    limit = assumption.threshold
    if card is None or limit is None:
        return picture.signpost(seen, text)
    latest = canvas.latest_readings().get(card.id)
    unit = one_line(latest.unit) if latest else ""
    return picture.signpost(seen, text, limit.crossing, limit.figure, unit)


def _limit(assumption: Assumption, name: Literal["crossing", "figure"]) -> Value:
    return getattr(assumption.threshold, name, None)


def _history(assumption: Assumption) -> str:
    """A line each time that its status was looked at, with the wording that it had then."""
    return "\n".join(_turn(turn, assumption.text) for turn in assumption.history)


def _turn(turn: StatusChange, now: str) -> str:
    then = turn.text and turn.text != now
    worded = f" {wording.WORDED.format(text=one_line(turn.text))}" if then else ""
    what = picture.STATUS_WORDS[turn.status] if turn.look else wording.REWORDED
    said = f"{picture.long_date(turn.date)}: {what}.{worded}"
    return f"{said} {one_line(turn.note)}".rstrip()
