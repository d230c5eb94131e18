"""From what was done to a table to one edit that does all of it, or a sentence about a row.

Streamlit says what was done as ``edited_rows`` (cells by a row's place), ``added_rows`` and
``deleted_rows``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from iceberg.edits import (
    AddCard,
    AddLink,
    ChangeCard,
    ChangeLink,
    Edit,
    MoveCard,
    RemoveCard,
    RemoveLink,
    Together,
)
from iceberg.errors import BadInputError, IcebergError, Problem
from iceberg.model import Canvas, Card, Link, new_id
from iceberg.ui import wording
from iceberg.ui.canvas.changes import card_change, card_move, force_of, link_change, tags_in
from iceberg.ui.guard import sentences
from iceberg.ui.plain import short

Single: TypeAlias = AddCard | ChangeCard | MoveCard | RemoveCard | AddLink | ChangeLink | RemoveLink
Row = dict[str, Any]
Done = Mapping[str, Any]

NEW_CARD: Final[Row] = {"level": "events", "votes": 0}
NEW_LINK: Final[Row] = {"verb": "drives", "strength": 2, "delayed": False}


def card_row(card: Card) -> Row:
    """A card as a row of the table."""
    force = card.force
    return {
        "text": card.text,
        "layer": card.layer,
        "level": card.level,
        "effect": force.effect if force else None,
        "strength": force.strength if force else None,
        "shiftable": force.shiftable if force else None,
        "votes": card.votes,
        "tags": ", ".join(card.tags),
        "source": card.source,
        "note": card.note,
    }


def link_row(link: Link) -> Row:
    """A link as a row of the table."""
    return {
        "from": link.source,
        "verb": link.verb,
        "to": link.target,
        "sign": link.sign,
        "strength": link.strength,
        "delayed": link.delayed,
        "note": link.note,
    }


def card_edits(canvas: Canvas, ids: Sequence[str], done: Done) -> Edit | None:
    """The edit that a changed table of cards asks for; ``ids`` are the cards of its rows.

    None when nothing was done. Raises BadInputError with a problem for every row that cannot be.
    """
    cards = {card.id: card for card in canvas.cards}
    rows = _Rows()
    for card_id, cells in _edited(ids, done):
        if card := cards.get(card_id):
            rows.ask(card.text, partial(_changed_card, card, cells))
    for cells in done.get("added_rows", ()):
        rows.ask(cells.get("text") or "", partial(_added_card, canvas, cells))
    for card_id in _deleted(ids, done):
        if card_id in cards:
            rows.ask("", partial(RemoveCard, card=card_id))
    return rows.together()


def link_edits(canvas: Canvas, ids: Sequence[str], done: Done) -> Edit | None:
    """The edit that a changed table of links asks for, as ``card_edits`` does for cards."""
    links = {link.id: link for link in canvas.links}
    rows = _Rows()
    for link_id in _deleted(ids, done):
        if link_id in links:
            rows.ask("", partial(RemoveLink, link=link_id))
    for link_id, cells in _edited(ids, done):
        if link := links.get(link_id):
            rows.ask("", partial(_changed_link, link, cells))
    for cells in done.get("added_rows", ()):
        rows.ask("", partial(_added_link, cells))
    return rows.together()


class _Rows:
    """Collects the edits of the rows, and what is wrong with any of them."""

    def __init__(self) -> None:
        self._edits: list[Single] = []
        self._problems: list[Problem] = []

    def ask(self, name: str, make: Callable[[], list[Single] | Single | None]) -> None:
        """Keep the edits of one row, or why it has none."""
        try:
            made = make()
            self._edits += made if isinstance(made, list) else [made] if made else []
        except (IcebergError, ValidationError) as error:
            where = f"“{short(name)}”" if name else ""
            self._problems += [Problem(where, sentence) for sentence in sentences(error)]

    def together(self) -> Edit | None:
        """One edit for all of the rows: all or nothing, and one step of undo."""
        if self._problems:
            raise BadInputError(tuple(self._problems))
        if len(self._edits) > 1:
            return Together(edits=tuple(self._edits))
        return self._edits[0] if self._edits else None


def _edited(ids: Sequence[str], done: Done) -> Iterable[tuple[str, Row]]:
    for place, cells in done.get("edited_rows", {}).items():
        yield ids[int(place)], cells


def _deleted(ids: Sequence[str], done: Done) -> Iterable[str]:
    return (ids[int(place)] for place in done.get("deleted_rows", ()))


def _card_values(row: Row) -> Row:
    effect, strength = row.get("effect"), row.get("strength")
    return {
        "text": row.get("text") or "",
        "force": force_of(effect, strength and int(strength), row.get("shiftable")),
        "tags": tags_in(row.get("tags") or ""),
        "source": row.get("source"),
        "note": row.get("note"),
        "votes": int(row.get("votes") or 0),
    }


def _changed_card(card: Card, cells: Row) -> list[Single]:
    row = card_row(card) | cells
    moved = card_move(card, row["layer"] or card.layer, row["level"] or card.level, free=False)
    changed = card_change(card, _card_values(row))
    return [edit for edit in (moved, changed) if edit]


def _added_card(canvas: Canvas, cells: Row) -> AddCard:
    row = NEW_CARD | {"layer": canvas.ordered_layers()[-1].id} | _given(cells)
    return AddCard(
        card=Card(id=new_id(), layer=row["layer"], level=row["level"], **_card_values(row))
    )


def _link_values(row: Row) -> Row:
    if not (row.get("from") and row.get("to")):
        raise BadInputError((Problem("", wording.LINK_NEEDS_ENDS),))
    return {
        "source": row["from"],
        "target": row["to"],
        "verb": row["verb"],
        "sign": row.get("sign"),
        "strength": int(row["strength"]),
        "delayed": bool(row["delayed"]),
        "note": row.get("note"),
    }


def _changed_link(link: Link, cells: Row) -> ChangeLink | None:
    row = link_row(link) | cells
    return link_change(link, _link_values(NEW_LINK | _given(row)))


def _added_link(cells: Row) -> AddLink:
    return AddLink(link=Link(id=new_id(), **_link_values(NEW_LINK | _given(cells))))


def _given(cells: Row) -> Row:
    return {column: value for column, value in cells.items() if value is not None}
