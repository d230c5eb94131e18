"""The words that the picture and the reports print, in one place so that they can be translated."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from typing import Final

LEVEL_TITLES: Final = {
    "events": "Events",
    "patterns": "Patterns",
    "structures": "Structures",
    "mental_models": "Mental models",
}
LEVEL_QUESTIONS: Final = {
    "events": "What just happened?",
    "patterns": "What keeps happening?",
    "structures": "What holds it in place?",
    "mental_models": "What do people believe?",
}
EFFECT_WORDS: Final = {"resists": "resists", "helps": "helps"}
EFFECT_SYMBOLS: Final = {"resists": "▼", "helps": "▲"}
DIRECTION_WORDS: Final = {"rising": "rising", "steady": "steady", "easing": "easing"}
VOTE_SYMBOL: Final = "●"
SIGN_SYMBOLS: Final = {"+": "+", "-": "−"}
STATUS_WORDS: Final = {
    "holds": "holds",
    "weakening": "weakening",
    "broken": "broken",
    "better than expected": "better than expected",
}
CROSSING_WORDS: Final = {"above": "rises above", "below": "falls below"}
VERB_WORDS: Final = {
    "drives": "drives",
    "holds in place": "holds in place",
    "blocks": "blocks",
    "opens up": "opens up",
}

LEGEND_EFFECTS: Final = {"resists": ("resists", "change"), "helps": ("helps", "change")}
LEGEND_PLUS: Final = "more leads to more"
LEGEND_MINUS: Final = "more leads to less"
LEGEND_CROSSES: Final = "crosses between layers"
LEGEND_STRENGTH: Final = "stronger"
LEGEND_DELAYED: Final = "takes time"
UNSURE: Final = "? nobody here can say"
SPOKEN_PASSED: Final = "Its warning sign was passed."
SPOKEN_UNSURE: Final = "Nobody here can say."
LEGEND_VOTES: Final = "workshop votes"
LEGEND_ASSUMPTION: Final = "an assumption rests on this"
GIVES_WAY: Final = "!"
LEGEND_GIVES_WAY: Final = "giving way"
SIGN_PASSED: Final = "– warning sign passed"

WE_FOUND: Final = "We found"

SEPARATOR: Final = " · "
SOURCES: Final = "Sources:"
SOURCE_JOIN: Final = ";"
SOURCES_END: Final = "."
AND_MORE: Final = "and {count} more"
REVISION: Final = "revision {revision}"
FOR_FUNDER: Final = "for {funder}"
LOGO: Final = "Logo: {alt}."

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(date: dt.date) -> str:
    """A date as people write it: 24 June 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def month(date: dt.date) -> str:
    """A date's month: September 2026."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


def short(text: str, limit: int = 60) -> str:
    """The start of ``text`` on one line, cut at a word where possible, at most ``limit`` long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut) + "…"


def counted(count: int, noun: str) -> str:
    """A count with its noun: 1 card, 23 cards."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def the(noun: str) -> str:
    """The one thing of its kind: the question."""
    return f"the {noun}"


def not_brought_back(parts: tuple[str, ...]) -> str:
    """What a workbook of ours does not give back when it is opened here again."""
    told = ", ".join(parts)
    return f"Left out as in the picture: {told}. Opened here again, the tables bring back the rest."


def not_carried(title: str, parts: tuple[str, ...]) -> str:
    """What a file in another program's format has no place for, with what this canvas has of it."""
    return f"{title} has no place for {', '.join(parts)}; the canvas file keeps them."


def parted_tags(title: str, count: int) -> str:
    """Tags that a program takes for several, because of what stands in them."""
    return f"{title} parts {counted(count, 'tag')} at “|”, which stands between tags there."


def drawn_from(cards: int, links: int, left_out: int = 0, waiting: int = 0) -> str:
    """What the picture was drawn from, as its last sentences; ``waiting`` counts the tray."""
    more = f" {in_tray(waiting)}" if waiting else ""
    if left_out:
        whole = counted(cards + left_out, "card")
        return f"Drawn from {cards} of {whole}, and {counted(links, 'link')} between them.{more}"
    return f"Drawn from {counted(cards, 'card')} and {counted(links, 'link')}.{more}"


def in_tray(cards: int) -> str:
    """How many cards have no place yet."""
    return f"{counted(cards, 'card')} {'waits' if cards == 1 else 'wait'} in the tray."


def review_by(date: dt.date) -> str:
    """When an assumption is looked at again."""
    return f"(review by {month(date)})"


TYPE_IS: Final = "The type is"
"""How the warning about small type begins."""


def small_type(font_pt: float, ways_out: tuple[str, ...]) -> str:
    """The warning that the cards' type is too small to read with ease, and what to do."""
    return f"{TYPE_IS} {font_pt:.1f} pt; for easy reading {' or '.join(ways_out)}."


WAY_OUT_A3: Final = "use A3"
WAY_OUT_LAYER: Final = "print one page a layer"
WAY_OUT_FEWER: Final = "split the canvas or merge cards"


def undrawable(characters: tuple[str, ...]) -> str:
    """The sentence that names characters which no font at hand can draw."""
    named = ", ".join(f"“{c}” (U+{ord(c[0]):04X})" for c in characters[:8])
    more = f" and {len(characters) - 8} more" if len(characters) > 8 else ""
    noun = "this character" if len(characters) == 1 else "these characters"
    return f"No font here has {noun}, shown as a box: {named}{more}."


SPOKEN_EFFECTS: Final = {"resists": "Resists the change", "helps": "Helps the change"}
SPOKEN_SHIFTABLE: Final = {
    "yes": "we can shift it",
    "partly": "we can partly shift it",
    "no": "we cannot shift it",
}
SPOKEN_SIGNS: Final = {"+": LEGEND_PLUS, "-": LEGEND_MINUS}
SPOKEN_STRENGTHS: Final = {1: "weak", 2: "", 3: "strong"}


def spoken_place(layer: str, level: str) -> str:
    """Where a card stands: National, patterns."""
    return f"{isolated(layer)}, {LEVEL_TITLES[level].lower()}"


_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_FROM_RIGHT: Final = ("R", "AL", "AN")
_NO_CONTROLS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that would turn what follows a text, too."""


def isolated(text: str) -> str:
    """Somebody's text within a sentence of ours, so that neither turns the other's order.

    Text that runs from the right stands between a first strong isolate and its end (Unicode
    Standard Annex 9, 2.4); other text stays as it is.
    """
    if text.isascii():
        return text
    bare = text.translate(_NO_CONTROLS)
    return f"{_ISOLATE}{bare}{_END}" if _turns(bare) else bare


def side_by_side(parts: Iterable[str]) -> str:
    """Parts with a point between them, without those that are empty.

    The first says which way the line runs; where one runs from the right, the others stand in
    isolates, so that they follow one another as they were given.
    """
    first, *rest = [part for part in parts if part] or [""]
    if any(map(_turns, (first, *rest))):
        rest = [f"{_ISOLATE}{part.translate(_NO_CONTROLS)}{_END}" for part in rest]
    return SEPARATOR.join((first, *rest))


def _turns(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in text)


def quoted(text: str) -> str:
    """A card's text within a sentence; what is a quotation already stays as it is."""
    if text.startswith("“") and text.endswith("”"):
        return isolated(text)
    return f"“{isolated(text)}”"


def linked(cause: str, verb: str, effect: str) -> str:
    """What a link says: “cause” drives “effect”."""
    return f"{quoted(cause)} {VERB_WORDS[verb]} {quoted(effect)}"


def number(figure: float) -> str:
    """A figure as people write it: 134,760 or 7.25."""
    return f"{figure:,}"


def signpost(seen: str, card: str, crossing: str = "", figure: float = 0, unit: str = "") -> str:
    """What would warn that an assumption fails: what is seen, at which card, past which figure.

    Each may be empty; without a crossing the figure does not count.
    """
    where = quoted(card) if card else ""
    if where and crossing:
        where = f"{where} {CROSSING_WORDS[crossing]} {number(figure)} {isolated(unit)}".rstrip()
    if seen and where:
        return f"{isolated(seen)} ({where if crossing else f'seen at {where}'})"
    return seen or where


def ended(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence does already."""
    bare = text.rstrip(f"”’\"')»」』{_END}")
    return text if bare.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "۔")) else f"{text}."


def spoken_title(title: str, question: str) -> str:
    """How the description of a picture begins."""
    return f"{ended(f'Extended iceberg: {isolated(title)}')} {isolated(question)}".strip()


def spoken_layer(layer: str, count: int) -> str:
    """How the description of one iceberg begins."""
    return f"{isolated(layer)} iceberg: {counted(count, 'card')}."


def spoken_force(effect: str, strength: int) -> str:
    """What a card does to the change, with its strength."""
    return f"{SPOKEN_EFFECTS[effect]}, strength {strength} of 5"


def spoken_assumptions(labels: tuple[str, ...]) -> str:
    """Which assumptions rest on a card."""
    noun, verb = ("Assumption", "rests") if len(labels) == 1 else ("Assumptions", "rest")
    return f"{noun} {', '.join(labels)} {verb} on this."


def spoken_assumption(label: str, text: str, status: str, *, passed: bool = False) -> str:
    """An assumption with its status, and whether a reading has passed its warning sign."""
    warned = f" {SPOKEN_PASSED}" if passed else ""
    return f"Assumption {label}: {ended(isolated(text))} Status: {STATUS_WORDS[status]}.{warned}"


SHEET_TITLE: Final = "Extended iceberg"
SHEET_QUESTION: Final = "Our question:"
SHEET_PLACE: Final = "Place:"
SHEET_DATE: Final = "Date:"
SHEET_MARK: Final = "Mark each note:"
SHEET_ARROWS: Final = "Draw arrows from cause to effect."


def spoken_sheet(title: str, about: str) -> str:
    """How the description of a blank sheet begins."""
    return f"Blank sheet to write on: {title}. {about}".strip()


def spoken_empty(layer: str) -> str:
    """How the description of an empty iceberg begins."""
    return f"{layer} iceberg, empty:"


def spoken_asking(level: str, question: str) -> str:
    """What an empty level asks."""
    return f"{LEVEL_TITLES[level]}: {question}"


ALIKE_WHY: Final = (
    "Two cards are named here when about four in five of their words are the same, whatever the "
    "order, capitals or endings."
)
"""Why cards are offered to be merged, for the person who decides it."""

ZOOM_IN: Final = "Zoom in"
ZOOM_OUT: Final = "Zoom out"
TO_STORY: Final = "To the story in words"
READ_BELOW: Final = "Read it in words and tables"
CARDS_LIST: Final = "The cards, and what leads to what"
WHOLE_PICTURE: Final = "Whole picture"
CAUSES: Final = "What leads to it"
EFFECTS: Final = "What it leads to"
SELECT_HINT: Final = (
    "Select a card to see what leads to it and what it leads to. "
    "Drag to move the picture, scroll or pinch to zoom, press Escape to let go."
)
