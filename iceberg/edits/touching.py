"""Which parts of a canvas an edit touches, and whether two edits touch the same."""

from __future__ import annotations

from typing import TypeAlias

from iceberg.edits.kinds import KINDS, changed_details, changed_fields, compare
from iceberg.edits.union import Edit
from iceberg.model import Assumption, Canvas, Card, Link, Part, Reading

TouchedPart: TypeAlias = tuple[str, ...]
"""A part of a canvas, such as ``("card", id, "text")``; a shorter one stands for all below it."""


def touched(before: Canvas, edit: Edit) -> frozenset[TouchedPart]:
    """The parts that an edit adds, removes, changes or hangs something on.

    A new link touches itself and ``("card", id, "links", link)`` at both ends, so that it meets
    the removal of a card but not the change of its text. An edit without effect touches nothing.
    """
    after = edit.apply(before)
    parts: set[TouchedPart] = {("canvas", name) for name in changed_details(before, after)}
    parts |= {("dismissed", key) for key in set(before.dismissed) ^ set(after.dismissed)}
    for kind in KINDS:
        found = compare(getattr(before, kind.name), getattr(after, kind.name))
        for part in (*(part for _, part in found.new), *found.gone):
            parts |= {(kind.noun, part.id), *_hangs_on(part)}
        for old, new in found.changed:
            parts |= {(kind.noun, new.id, name) for name in changed_fields(old, new)}
            parts |= _hangs_on(old) ^ _hangs_on(new)
    return frozenset(parts)


def _hangs_on(part: Part) -> set[TouchedPart]:
    match part:
        case Card():
            return {("layer", part.layer, "cards", part.id)}
        case Link():
            return {("card", card, "links", part.id) for card in (part.source, part.target)}
        case Reading():
            return {("card", part.card, "readings", part.id)}
        case Assumption():
            watched = (part.signpost_card,) if part.signpost_card else ()
            cards = {("card", card, "assumptions", part.id) for card in (*part.cards, *watched)}
            return cards | {("link", link, "assumptions", part.id) for link in part.links}
        case _:
            return set()


def overlap(some: frozenset[TouchedPart], others: frozenset[TouchedPart]) -> bool:
    """Whether two edits touch the same parts: one part of either is the other's or holds it."""
    return _within(some, others) or _within(others, some)


def _within(inner: frozenset[TouchedPart], outer: frozenset[TouchedPart]) -> bool:
    return any(part[:end] in outer for part in inner for end in range(1, len(part) + 1))
