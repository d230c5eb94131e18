"""The sentences about assumptions, in one place so that they can be translated."""

from __future__ import annotations

import datetime as dt
from typing import Final

from iceberg.analyses.wording import named, quoted
from iceberg.model import Direction, Reading, Status, Threshold, Verb
from iceberg.wording import (
    DIRECTION_WORDS,
    STATUS_WORDS,
    VERB_WORDS,
    counted,
    long_date,
    number,
)

_ASKS: Final = " asks for another look: "


def another_look(assumption: str, reason: str, path: str) -> str:
    """An assumption that asks for another look, why, and how the reason reaches it."""
    reaches = f" How it gets there: {path}." if path else ""
    return f"{quoted(assumption)}{_ASKS}{reason}.{reaches}"


def because(sentence: str, assumption: str) -> str:
    """The reason alone, for where the assumption that the sentence is about stands above it."""
    name = quoted(assumption)
    reason = sentence.removeprefix(f"{name}{_ASKS}").removeprefix(f"{name} ")
    return f"{reason[:1].upper()}{reason[1:]}"


def newer_reading(
    text: str, direction: Direction, date: dt.date, looked: dt.date, others: int
) -> str:
    """A reading after the last look at an assumption, as a reason, and how many others."""
    more = f" ({counted(others, 'newer reading')} besides)" if others else ""
    read = f"{quoted(text)} was read as {DIRECTION_WORDS[direction]} on {long_date(date)}{more}"
    return f"{read}, after the last look on {long_date(looked)}"


def late_reading(text: str, direction: Direction, date: dt.date, looked: dt.date | None) -> str:
    """A reading of an earlier day that was written down after the last look, as a reason."""
    read = f"that {quoted(text)} was {DIRECTION_WORDS[direction]} on {long_date(date)}"
    return f"{read} has been added {_since(looked)}"


def new_cause(source: str, target: str, looked: dt.date | None) -> str:
    """A link after the last look at an assumption, as a reason."""
    named = f"{quoted(source)} has been named as a cause of {quoted(target)}"
    return f"{named} {_since(looked)}"


def changed_link(source: str, verb: Verb, target: str, looked: dt.date | None) -> str:
    """A link that an assumption rests on and that says something else, as a reason."""
    named = f"{quoted(source)} {VERB_WORDS[verb]} {quoted(target)}"
    return f"the link {named} has been changed {_since(looked)}"


def card_gone(text: str, looked: dt.date | None) -> str:
    """A card that an assumption rested on and that has been taken off the canvas, as a reason."""
    return f"{quoted(text)}, which it rested on, has been taken off the canvas {_since(looked)}"


def link_gone(source: str, verb: Verb, target: str, looked: dt.date | None) -> str:
    """A link that an assumption rested on and that has been taken away, as a reason."""
    named = f"{quoted(source)} {VERB_WORDS[verb]} {quoted(target)}"
    return f"the link {named}, which it rested on, has been taken away {_since(looked)}"


def changed_force(text: str, looked: dt.date | None) -> str:
    """Another score after the last look at an assumption, as a reason."""
    return f"{quoted(text)} has been scored otherwise {_since(looked)}"


def _since(looked: dt.date | None) -> str:
    return f"since the last look on {long_date(looked)}" if looked else "since the last look"


def passed(text: str, reading: Reading, threshold: Threshold | None, seen: str | None) -> str:
    """A reading past the figure that was to warn of it, as a reason."""
    figure = number(reading.figure) if isinstance(reading.figure, int | float) else ""
    read = " ".join(filter(None, (figure, reading.unit)))
    limit = f", {threshold.crossing} {number(threshold.figure)}" if threshold else ""
    was_to = f"; the sign to watch for was: {named(seen).rstrip('.')}" if seen else ""
    return f"{quoted(text)} was read as {read} on {long_date(reading.date)}{limit}{was_to}"


REVIEW_TRY: Final = "Ask if it is still true, what we now assume, and what we will do."


def overdue(assumption: str, review: dt.date, owner: str | None) -> str:
    """An assumption whose review date has passed."""
    who = f" Who looks after it: {owner}." if owner else ""
    return f"{quoted(assumption)} was due for review on {long_date(review)}.{who}"


def giving_way(assumption: str, status: Status, note: str = "") -> str:
    """An assumption that is weakening or broken, with the latest note."""
    why = f": {named(note).rstrip('.')}" if note else ""
    return f"{quoted(assumption)} is {STATUS_WORDS[status]}{why}."


GIVING_WAY_TRIES: Final = {
    True: "The plan rests on it. Decide what protects it, and what you do if it breaks.",
    False: "Decide what protects it, and what you do if it breaks.",
}


def rootless(assumption: str) -> str:
    """An assumption that names no cards."""
    return f"{quoted(assumption)} rests on no card yet, so nothing can warn you."


ROOTLESS_TRY: Final = "Name the cards that it rests on."
