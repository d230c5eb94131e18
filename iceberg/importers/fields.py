"""What a column, an attribute or a key says of a node or an edge, under whatever name it goes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar

from iceberg.columns import split
from iceberg.importers.maps import Edge, Node, Way
from iceberg.importers.polarity import is_both, read_polarity
from iceberg.model import (
    EFFECTS,
    LEVELS,
    ROWS_LIMIT,
    SHIFTABLE,
    VERBS,
    Force,
    Level,
    Position,
    Verb,
)

Fields: TypeAlias = Mapping[str, str]
More: TypeAlias = tuple[tuple[str, str], ...]
Word = TypeVar("Word", bound=str)

DERIVED: Final = "derived"
"""Columns of our own workbooks that repeat what other sheets say."""
AGAIN: Final = "again"
"""A link's end in words, beside the column that has its id."""

_NAMES: Final = {
    "id": "id, key, _id, nr, no, #",
    "text": "text, card, label, name, factor, element, statement, node, sticky, sticky note, idea, "
    "concept, variable, title, sticky notes, sticky text, stickies, post it, post its",
    "layer": "layer, scale, iceberg",
    "level": "level, band, iceberg level",
    "kind": "type, kind, category, element type, connection type, link type",
    "group": "group, grp, group label, style, cluster, theme",
    "tags": "tags, tag, keywords",
    "note": "note, notes, description, details, comment, comments",
    "reference": "source, reference, evidence",
    "colour": "colour, color, bg color, background color, background colour",
    "effect": "effect, force",
    "strength": "strength",
    "shiftable": "shiftable, can we shift it",
    "votes": "votes, dots",
    "x": "x",
    "y": "y",
    "row": "row",
    "pinned": "pinned",
    "originals": "originals",
    "unsure": "unsure, to be checked",
    "from": "from, cause, from id, from label, cause id",
    "to": "to, target, to id, to label, effect on, effect id",
    "sign": "sign, polarity, +/-",
    "verb": "verb, does what, link",
    "delayed": "delayed, delay, takes a while, takes time",
    "direction": "direction",
    "weight": "weight, influence",
    DERIVED: "latest reading, assumptions, between layers, layer id, list order",
}
_FIELD_OF: Final = {
    re.sub(r"[\W_]+", "", name) or name: field
    for field, names in _NAMES.items()
    for name in names.split(", ")
}
_LONGEST: Final = 60
"""Characters of a heading that can still be one of these names."""
_YES: Final = frozenset({"yes", "true", "1", "x", "y", "delayed", "✓"})
_STRENGTHS: Final = {"1": 1, "2": 2, "3": 3, "weak": 1, "medium": 2, "moderate": 2, "strong": 3}
_NO: Final = frozenset({"no", "false", "0", "n", "none"})
_FORCES: Final = frozenset("12345")
_OF_NODES: Final = frozenset(
    {"id", "text", "note", "kind", "group", "colour", "tags", "layer", "reference", "originals"}
) | {DERIVED, AGAIN}
_OF_EDGES: Final = frozenset({"id", "text", "note", "kind", "sign", DERIVED, AGAIN})
_WAYS: Final[dict[str, Way]] = {
    "directed": "one way",
    "one way": "one way",
    "mutual": "both ways",
    "both": "both ways",
    "bidirectional": "both ways",
    "undirected": "no way",
    "none": "no way",
}


@lru_cache(2_000)
def field_of(heading: str) -> str | None:
    """The field that a heading names in any case and spelling (``Element_Type``: kind)."""
    if len(heading) > _LONGEST:
        return None
    name = heading.strip().casefold()
    return _FIELD_OF.get(re.sub(r"[\W_]+", "", name) or name)


def fields_of(headings: Iterable[str]) -> list[str | None]:
    """The field of each heading, none twice; Gephi's Source beside Target is where links begin,
    and an Effect beside a Cause where they end.

    Of two headings for one end of a link that which speaks of an id holds.
    """
    given = list(headings)
    found = [field_of(heading) for heading in given]
    for end in ("from", "to"):
        named = [place for place, field in enumerate(found) if field == end]
        by_id = [place for place in named if given[place].strip().casefold().endswith("id")]
        for place in named if by_id else ():
            found[place] = end if place == by_id[0] else AGAIN
    if "to" in found and "from" not in found and "reference" in found:
        found[found.index("reference")] = "from"
    if "from" in found and "to" not in found and "effect" in found:
        found[found.index("effect")] = "to"
    first = {field: place for place, field in reversed(list(enumerate(found)))}
    return [
        field if field in (DERIVED, AGAIN) or first[field] == place else None
        for place, field in enumerate(found)
    ]


def by_field(values: Iterable[tuple[str, str]]) -> tuple[dict[str, str], More]:
    """Named values sorted into known fields and the rest; empty ones are dropped."""
    given = [(name, value) for name, value in values if value.strip()]
    return sorted_by(fields_of(name for name, _ in given), given)


def sorted_by(
    fields: Iterable[str | None], values: Iterable[tuple[str, str]]
) -> tuple[dict[str, str], More]:
    """The same where the fields of the names are known already, in their order."""
    known: dict[str, str] = {}
    more: list[tuple[str, str]] = []
    for field, (name, value) in zip(fields, values, strict=True):
        if not value.strip():
            continue
        if field:
            known[field] = value
        else:
            more.append((name, value))
    return known, tuple(more)


def node_of(node_id: str, fields: Fields, more: More = ()) -> Node:
    """The node that these fields describe; a value that makes no sense goes to the rest."""
    force, level, position = _force(fields), read_level(fields.get("level", "")), _position(fields)
    votes = fields.get("votes", "").strip()
    counted = int(votes) if re.fullmatch(r"\d{1,4}", votes) else 0
    x, y = (None if position else number(fields.get(name, "")) for name in "xy")
    unsure = fields.get("unsure", "").strip().casefold()
    understood = {
        "effect": force is not None,
        "strength": force is not None and fields.get("strength", "3").strip() in _FORCES,
        "shiftable": force is not None and force.shiftable is not None,
        "level": level is not None,
        "votes": counted > 0 or votes == "0",
        "x": x is not None or position is not None,
        "y": y is not None,
        "row": position is not None,
        "pinned": position is not None,
        "unsure": unsure in _YES | _NO,
    }
    return Node(
        id=node_id,
        text=fields.get("text", ""),
        note=fields.get("note", ""),
        kind=fields.get("kind", ""),
        group=fields.get("group", ""),
        colour=fields.get("colour", ""),
        tags=split(fields.get("tags", ""), commas=True),
        x=x,
        y=y,
        more=(*more, *_rest(fields, _OF_NODES, understood)),
        layer=fields.get("layer", "").strip(),
        level=level,
        force=force,
        source=fields.get("reference", ""),
        votes=counted,
        position=position,
        originals=split(fields.get("originals", "")),
        unsure=unsure in _YES,
    )


def edge_of(source: str, target: str, fields: Fields, more: More = ()) -> Edge:
    """The edge that these fields describe; its sign may be in several of them."""
    signed = read_polarity(fields.get("sign", ""))
    kind, label = fields.get("kind", ""), fields.get("text", "")
    unsure = next((words for words in (kind, label) if is_both(words)), "")
    for words in (kind, label):
        if signed.understood and signed.sign is None and read_polarity(words).sign:
            signed = read_polarity(words)
    verbs = [verb for verb in map(read_verb, (fields.get("verb", ""), kind, label)) if verb]
    strength = _STRENGTHS.get(fields.get("strength", "").strip().casefold())
    weight = number(fields.get("weight", ""))
    way, delayed = (fields.get(name, "").strip().casefold() for name in ("direction", "delayed"))
    understood = {
        "strength": strength is not None,
        "verb": read_verb(fields.get("verb", "")) is not None,
        "weight": weight is not None,
        "direction": way in _WAYS,
        "delayed": delayed in _YES | _NO,
    }
    return Edge(
        source=source,
        target=target,
        id=fields.get("id", ""),
        sign=signed.sign or ("-" if weight is not None and weight < 0 else None),
        said=unsure if signed.understood else fields.get("sign", ""),
        label="" if _means_nothing_more(label) else label,
        kind="" if _means_nothing_more(kind) else kind,
        weight=weight,
        strength=strength or (3 if signed.doubled else None),
        verb=verbs[0] if verbs else None,
        delayed=delayed in _YES,
        way=_WAYS.get(way, "one way"),
        note=fields.get("note", ""),
        more=(*more, *_rest(fields, _OF_EDGES, understood)),
    )


def read_level(words: str) -> Level | None:
    """The level that is called so, in any case, with spaces or underscores, one or many."""
    return _among(LEVELS, words) or _among(LEVELS, f"{words.strip()}s")


def read_verb(words: str) -> Verb | None:
    """The verb that is written so, in any case."""
    return _among(VERBS, words)


def number(text: str) -> float | None:
    """A finite number, or None."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _among(words: tuple[Word, ...], said: str) -> Word | None:
    wanted = re.sub(r"[\s_]+", " ", said.strip().casefold())
    return next((word for word in words if word.replace("_", " ") == wanted), None)


def _means_nothing_more(words: str) -> bool:
    """Whether words say no more than a sign, both signs, or a verb."""
    said = read_polarity(words).sign is not None or is_both(words)
    return said or read_verb(words) is not None


def _rest(fields: Fields, always: frozenset[str], understood: Mapping[str, bool]) -> More:
    """The fields that have no place, or hold what could not be understood."""
    return tuple(
        (field, value)
        for field, value in fields.items()
        if value.strip() and field not in always and not understood.get(field, False)
    )


def _force(fields: Fields) -> Force | None:
    effect = _among(EFFECTS, fields.get("effect", ""))
    if effect is None:
        return None
    strength = fields.get("strength", "").strip()
    return Force(
        effect=effect,
        strength=int(strength) if strength in _FORCES else 3,
        shiftable=_among(SHIFTABLE, fields.get("shiftable", "")),
    )


def _position(fields: Fields) -> Position | None:
    """Where our own tables say that a card stands; other programs give x and y in pixels."""
    row, x = fields.get("row", "").strip(), number(fields.get("x", ""))
    if not re.fullmatch(r"\d{1,4}", row) or int(row) > ROWS_LIMIT or x is None or not 0 <= x <= 1:
        return None
    pinned = fields.get("pinned", "yes").strip().casefold() in _YES
    return Position(row=int(row), x=x, pinned=pinned)
