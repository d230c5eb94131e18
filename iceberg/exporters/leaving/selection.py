"""What of a canvas a file holds: the rest is taken out before anything is drawn or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from iceberg.errors import ExportError
from iceberg.model import Canvas, Card, Part
from iceberg.scene.shown import shown_part, withheld

Place: TypeAlias = tuple[str, ...]
"""A part of a canvas, ``("card", id)``, or one of its fields, ``("card", id, "note")``."""

SENSITIVE: Final = frozenset({"sensitive", "confidential", "private"})
"""Tags of cards that are not for everybody."""
_NOTHING_BESIDE: Final[dict[str, Any]] = {"tray": (), "tray_links": (), "imports": ()}
_QUOTED: Final = re.compile(r"[“„«»「『\"][^“”„«»」』\"]+[”“»«」』\"]|(?<!\w)‘[^‘’]+’(?!\w)")
"""Words in quotation marks, as in British and other European texts, Welsh, and East Asian ones."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a canvas a file holds; everything by default.

    ``cards`` names the only ones; ``strongest`` keeps so many, by votes, then strength of force,
    then links. ``hidden`` are single parts: a card or an assumption goes as a whole, a field is
    emptied.
    """

    cards: tuple[str, ...] | None = None
    strongest: int | None = None
    without_quoted: bool = False
    without_sensitive: bool = False
    hidden: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if self.strongest is not None and self.strongest < 1:
            raise ExportError("At least one card has to be shown. Choose 1 or more.")


def is_quoted(card: Card) -> bool:
    """Whether a card repeats what somebody said, in quotation marks."""
    return _QUOTED.search(card.text) is not None


def is_sensitive(card: Card) -> bool:
    """Whether a card is tagged as sensitive, or nobody in the room could say if it is so."""
    return card.unsure or not SENSITIVE.isdisjoint(tag.casefold() for tag in card.tags)


def by_strength(canvas: Canvas, cards: Iterable[Card]) -> list[Card]:
    """The cards with the most votes first, then the strongest force, then the most links."""
    ends = [end for link in canvas.links for end in (link.source, link.target)]

    def weight(card: Card) -> tuple[int, int, int]:
        return -card.votes, -(card.force.strength if card.force else 0), -ends.count(card.id)

    return sorted(cards, key=weight)


def select(
    canvas: Canvas,
    selection: Selection,
    *,
    layers: tuple[str, ...] | None = None,
    whole: bool = False,
) -> Canvas:
    """The canvas with nothing in it that the selection leaves out.

    ``layers`` and ``whole``, as in `iceberg.scene.build_scene`, say which cards the strongest are
    chosen from. What was left out is still counted in ``view.left_out``, by names that say
    nothing. What waits in the tray and the reports on imports stay behind as soon as anything is
    left out: nobody has looked them through. Raises ExportError when no card would be left, and
    NotFoundError as build_scene does.
    """
    kept = {card.id for card in _kept(canvas, selection)}
    if selection.strongest is not None:
        seen = shown_part(canvas, layers, whole=whole).cards
        pool = [card for card in seen if card.id in kept]
        kept = {card.id for card in by_strength(canvas, pool)[: selection.strongest]}
    if canvas.cards and not kept:
        raise ExportError("No card would be left to show. Show more cards, or hide fewer.")
    asked = canvas if selection == Selection() else canvas.model_copy(update=_NOTHING_BESIDE)
    return _emptied(_cut(asked, kept), selection.hidden)


def _kept(canvas: Canvas, selection: Selection) -> Iterator[Card]:
    named = None if selection.cards is None else set(selection.cards)
    hidden = {place[1] for place in selection.hidden if place[0] == "card" and len(place) == 2}
    for card in canvas.cards:
        leave_out = (
            (named is not None and card.id not in named)
            or card.id in hidden
            or (selection.without_quoted and is_quoted(card))
            or (selection.without_sensitive and is_sensitive(card))
        )
        if not leave_out:
            yield card


def _cut(canvas: Canvas, kept: set[str]) -> Canvas:
    """Only these cards and what hangs on them, as if the others had never been.

    What was dismissed goes too: its keys are made from the names of cards.
    """
    if len(kept) == len(canvas.cards):
        return canvas
    gone = [card for card in canvas.cards if card.id not in kept]
    left_out = (
        *(card for card in canvas.view.left_out if card in kept),
        *(withheld(number, card.layer) for number, card in enumerate(gone, start=1)),
    )
    return canvas.only_cards(kept).model_copy(
        update={
            "dismissed": (),
            "view": canvas.view.model_copy(update={"left_out": left_out}),
        }
    )


_KINDS: Final = {
    "card": "cards",
    "link": "links",
    "reading": "readings",
    "assumption": "assumptions",
    "kept": "kept",
}


def _emptied(canvas: Canvas, hidden: tuple[Place, ...]) -> Canvas:
    """Without the assumptions and fields that are to be hidden."""
    fields: dict[Place, dict[str, Any]] = {}
    for place in hidden:
        if len(place) == 3 and place[0] in _KINDS:
            fields.setdefault(place[:2], {})[place[2]] = None
    whole = {place for place in hidden if len(place) == 2}
    update: dict[str, Any] = {}
    for kind, name in _KINDS.items():
        parts = getattr(canvas, name)
        left = tuple(
            _without_fields(part, fields.get((kind, part.id), {}))
            for part in parts
            if (kind, part.id) not in whole
        )
        update |= {name: left} if left != parts else {}
    update |= {place[1]: "" for place in whole if place[0] == "canvas" and place[1] != "title"}
    return canvas.model_copy(update=update) if update else canvas


def _without_fields(part: Any, fields: dict[str, Any]) -> Part:
    """The part with these fields as empty as they can be."""
    kept: Part = part
    if not fields:
        return kept
    return kept.model_copy(
        update={name: () if isinstance(getattr(kept, name), tuple) else None for name in fields}
    )
