"""Every sentence about what differs, in one place so that they can be translated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from iceberg.analyses.wording import quoted
from iceberg.model import Canvas, Card, Force, Link, Reading, StatusChange
from iceberg.wording import (
    DIRECTION_WORDS,
    EFFECT_WORDS,
    LEVEL_TITLES,
    SPOKEN_SHIFTABLE,
    STATUS_WORDS,
    VERB_WORDS,
    counted,
    long_date,
)

if TYPE_CHECKING:
    from iceberg.compare.parts import How, Kind

NOTHING: Final = "Nothing differs between these two moments."
KIND_TITLES: Final[dict[Kind, str]] = {
    "layer": "Icebergs",
    "card": "Cards",
    "force": "What resists and helps",
    "reading": "Readings",
    "link": "Links",
    "assumption": "Assumptions",
    "finding": "What we found",
}
_FIELDS: Final = {
    "source": "its source",
    "note": "its note",
    "tags": "its tags",
    "votes": "its votes",
    "unsure": "whether we can say",
    "originals": "its first wordings",
    "sign": "its sign",
    "verb": "how it acts",
    "strength": "its strength",
    "delayed": "whether it takes time",
    "target": "where it leads",
    "cards": "the cards it rests on",
    "load_bearing": "its weight",
    "vulnerable": "whether it may fail",
    "signpost": "its signpost",
    "owner": "its owner",
    "review": "its review date",
    "links": "the links it rests on",
    "signpost_card": "the card where it would show",
    "threshold": "the figure that would warn us",
    "shaping": "what protects it",
    "hedging": "what we do in case it fails",
    "history": "its history",
}


def counts(kind: Kind, new: int, gone: int, changed: int) -> str:
    """How many parts of one kind differ in which way."""
    numbers = {"new": new, "gone": gone, "changed": changed}
    said = [f"{count:,} {word}" for word, count in numbers.items() if count]
    return f"{KIND_TITLES[kind]}: {', '.join(said) or 'nothing differs'}."


def fields(names: Iterable[str]) -> str:
    """Fields of a part in words."""
    words = [_FIELDS.get(name, f"its {name.replace('_', ' ')}") for name in names]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def cell(canvas: Canvas, card: Card) -> str:
    """Where a card stands: Place, patterns."""
    title = next((one.title for one in canvas.layers if one.id == card.layer), card.layer)
    return f"{title}, {LEVEL_TITLES[card.level].lower()}"


def new_card(text: str, where: str) -> str:
    """A card that was not there before."""
    return f"New in {where}: {quoted(text)}."


def gone_card(text: str, where: str) -> str:
    """A card that is not there any more."""
    return f"Gone from {where}: {quoted(text)}."


def merged_card(text: str, into: str) -> str:
    """A card that another one has taken in."""
    return f"{quoted(text)} was merged into {quoted(into)}."


def reworded(before: str, after: str) -> str:
    """A card, a link's end or a finding with other words."""
    return f"{quoted(before)} now reads {quoted(after)}."


def moved(text: str, before: str, after: str) -> str:
    """A card in another cell."""
    return f"{quoted(text)} moved from {before} to {after}."


def details(text: str, names: Sequence[str]) -> str:
    """Smaller things about a card."""
    return f"Of {quoted(text)} changed: {fields(names)}."


def force(text: str, before: Force | None, after: Force | None) -> str:
    """A score that is new, gone or another one."""
    was = f"it was: {_scored(before)}" if before else "it was not scored"
    now = _scored(after) if after else "is no longer scored"
    return f"{quoted(text)} {now}; {was}."


def _scored(score: Force) -> str:
    shift = f", and {SPOKEN_SHIFTABLE[score.shiftable]}" if score.shiftable else ""
    return f"{EFFECT_WORDS[score.effect]}, strength {score.strength}{shift}"


def reading(text: str, now: Reading, before: Reading | None) -> str:
    """A reading that was not there before, beside the last one that was."""
    if before is None:
        rest = "nobody had read it before"
    elif before.direction == now.direction:
        rest = f"as on {long_date(before.date)}"
    else:
        rest = f"it was {DIRECTION_WORDS[before.direction]} on {long_date(before.date)}"
    return f"{quoted(text)} is {seen(now)}; {rest}."


def seen(one: Reading) -> str:
    """A reading: rising (35 councils) on 1 April 2026."""
    number = one.figure
    shown = f"{number:,}" if isinstance(number, int | float) else number or ""
    figure = f"{shown} {one.unit or ''}".strip()
    between = f" ({figure})" if figure else ""
    return f"{DIRECTION_WORDS[one.direction]}{between} on {long_date(one.date)}"


def reading_gone(text: str, one: Reading) -> str:
    """A reading that was taken away."""
    return f"A reading of {quoted(text)} is gone: {seen(one)}."


def reading_changed(text: str, one: Reading) -> str:
    """A reading that was corrected."""
    return f"A reading of {quoted(text)} was corrected: {seen(one)}."


def link(one: Link, texts: dict[str, str], how: How) -> str:
    """A link that is new or gone."""
    said = f"{quoted(texts[one.source])} {VERB_WORDS[one.verb]} {quoted(texts[one.target])}"
    return f"{'New' if how == 'new' else 'Gone'}: {said}."


def link_changed(one: Link, texts: dict[str, str], names: Sequence[str]) -> str:
    """A link that says something else than before."""
    ends = f"{quoted(texts[one.source])} to {quoted(texts[one.target])}"
    return f"Of the link from {ends} changed: {fields(names)}."


def new_assumption(text: str) -> str:
    """An assumption that was not there before."""
    return f"We now assume: {quoted(text)}."


def gone_assumption(text: str) -> str:
    """An assumption that is not there any more."""
    return f"We no longer write down that we assume: {quoted(text)}."


def status(text: str, before: str, after: str) -> str:
    """An assumption that stands otherwise than before."""
    return f"The assumption {quoted(text)}: {STATUS_WORDS[after]} (before: {STATUS_WORDS[before]})."


def looked_at(text: str, line: StatusChange) -> str:
    """An assumption that was reviewed and stands as before."""
    day = long_date(line.date)
    return f"{quoted(text)} was looked at again on {day}: {STATUS_WORDS[line.status]}, as before."


def assumption_details(text: str, names: Sequence[str]) -> str:
    """Smaller things about an assumption."""
    return f"Of the assumption {quoted(text)} changed: {fields(names)}."


def finding(text: str, how: How) -> str:
    """Something that the room keeps, or keeps no longer."""
    return f"{'Kept' if how == 'new' else 'No longer kept'}: {quoted(text)}."


def layer(title: str, how: How) -> str:
    """An iceberg that is new, gone or called otherwise."""
    words = {"new": "is new", "gone": "is gone", "changed": "asks or is called otherwise"}
    return f"The {title} iceberg {words[how]}."


def differing(count: int) -> str:
    """How much differs at all."""
    return NOTHING if not count else f"{counted(count, 'difference')} between these two moments."
