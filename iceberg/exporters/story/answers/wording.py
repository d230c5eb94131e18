"""The templates of the answers, in one place so that they can be translated."""

from __future__ import annotations

import datetime as dt
from typing import Final

from iceberg.exporters.story.limit import Limit
from iceberg.exporters.story.wording import LOAD_BEARING, VULNERABLE, listed
from iceberg.wording import (
    LEGEND_DELAYED,
    STATUS_WORDS,
    VERB_WORDS,
    ended,
    isolated,
    long_date,
    quoted,
)

NEED: Final = "The need"
WHY_NOW: Final = "Why now: what is changing nationally"
CHANGE: Final = "What we will change"
WATCH: Final = "Our assumptions and how we watch them"

HELD: Final = "Underneath, this holds it in place:"
BELIEVED: Final = "These beliefs keep it there:"
LEADS: Final = "One thing leads to another:"
CHANGING: Final = "Nationally, this is changing:"
NATIONAL_HOLDS: Final = "Nationally, this holds it in place:"
NATIONAL_HELPS: Final = "Nationally, this helps the change:"
SHIFTED: Final = "This resists the change, and we can shift it:"
PARTLY_SHIFTED: Final = "This resists the change, and we can partly shift it:"
HELPING: Final = "This helps the change:"
TAKES_EFFECT: Final = "What helps takes effect like this:"

NOTHING: Final = "The canvas says nothing about this yet."
COUNTED: Final = "({length:,} of {count:,} {unit})"
INTRODUCTION: Final = "Every statement comes from the canvas; check it before you send it."
ALT: Final = "The picture in short (alt text)"
DESCRIPTION: Final = "The picture in full"


def seen(place: str) -> str:
    """How the need begins."""
    return f"In {isolated(place)}, people see this:" if place else "This is what people see:"


def reaches(place: str) -> str:
    """How the links from the country to the place begin."""
    return (
        f"It reaches {isolated(place)} like this:" if place else "It reaches the place like this:"
    )


def aim(text: str) -> str:
    """What the initiative is for."""
    return ended(f"Our aim: {isolated(text)}")


def evidence(card: str, facts: tuple[str, ...], source: str) -> str:
    """A card with what was observed of it and where that was found."""
    bare = isolated(card.rstrip(" ."))
    observed = f"{bare} – {', '.join(map(isolated, facts))}" if facts else bare
    return ended(f"{observed}; source: {isolated(source)}" if source else observed)


def link(cause: str, verb: str, effect: str, delayed: bool) -> str:
    """One card leads to another."""
    late = f" ({LEGEND_DELAYED})" if delayed else ""
    return f"{quoted(cause)} {VERB_WORDS[verb]} {quoted(effect)}{late}."


def strength(card: str, score: int) -> str:
    """A card with the strength of its force."""
    return f"{isolated(card.rstrip(' .'))} (strength {score} of 5)."


def assumption(text: str, status: str) -> str:
    """An assumption and whether it holds."""
    return f"{ended(isolated(text))} Status: {STATUS_WORDS[status]}."


def watched(signpost: str) -> str:
    """What would warn that an assumption fails."""
    return ended(f"We watch for this: {signpost}")


def weight(load_bearing: bool, vulnerable: bool) -> str:
    """What an assumption means for the plan; empty when nobody said."""
    marks = ((LOAD_BEARING, load_bearing), (VULNERABLE, vulnerable))
    words = tuple(word.lower() for word, is_so in marks if is_so)
    return f"It is {listed(words)}." if words else ""


def review(date: dt.date | None, owner: str) -> str:
    """When an assumption is looked at again, and by whom; empty when neither is known."""
    when = f"Next review by {long_date(date)}" if date else ""
    who = f"Owner: {isolated(owner)}" if owner else ""
    return " ".join(ended(part) for part in (when, who) if part)


def counted(length: int, limit: Limit) -> str:
    """How much of the limit an answer uses."""
    return COUNTED.format(length=length, count=limit.count, unit=limit.unit)
