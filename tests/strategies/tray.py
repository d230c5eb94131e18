"""Trays and edits of trays for property tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from iceberg.edits import (
    AddTrayCard,
    AddTrayLink,
    CardChanges,
    ChangeTrayCard,
    Edit,
    KeepImportNote,
    PlaceFromTray,
    PutInTray,
    RemoveImportNote,
    RemoveTrayCard,
    RemoveTrayLink,
    fold,
)
from iceberg.model import LEVELS, Canvas, Hint, ImportNote, Link, TrayCard
from tests.layout.texts import card_texts

_ids = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=1, max_size=4)


def with_tray(canvas: Canvas, chosen: int) -> Canvas:
    """The canvas with some of its cards in the tray: a bit of ``chosen`` for each card."""
    cards = [card.id for at, card in enumerate(canvas.cards) if chosen >> at & 1]
    return fold(canvas, [PutInTray(card=card) for card in cards])


def tray_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    """Edits of the tray and of the reports; nearly all of them fit the canvas."""
    note = st.builds(
        ImportNote,
        id=_ids,
        name=st.just("ours.prsm"),
        format=st.just("PRSM map"),
        date=st.none() | st.just(dt.date(2026, 6, 24)),
        report=st.sampled_from(["", "# Report"]),
    )
    # As finely as importers tell it, which every file can hold.
    share = st.integers(0, 10_000).map(lambda n: n / 10_000)
    card = st.builds(
        TrayCard,
        id=_ids,
        text=card_texts,
        note=st.none() | st.just("Said twice"),
        hint=st.none() | st.builds(Hint, x=share, y=share),
    )
    edits: list[st.SearchStrategy[Edit]] = [
        st.builds(KeepImportNote, note=note, at=_at(canvas.imports)),
        st.builds(AddTrayCard, card=card, at=_at(canvas.tray)),
    ]
    if canvas.imports:
        edits.append(st.builds(RemoveImportNote, note=_any_id(canvas.imports)))
    if canvas.cards:
        edits.append(st.builds(PutInTray, card=_any_id(canvas.cards)))
    if canvas.tray_links:
        edits.append(st.builds(RemoveTrayLink, link=_any_id(canvas.tray_links)))
    return [*edits, *(_of_waiting(canvas) if canvas.tray else ())]


def _of_waiting(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    waiting = _any_id(canvas.tray)
    placing = st.builds(
        PlaceFromTray, card=waiting, layer=_any_id(canvas.layers), level=st.sampled_from(LEVELS)
    )
    changes = st.builds(CardChanges, text=card_texts, unsure=st.booleans()) | st.builds(
        CardChanges, note=st.none() | st.just("Asked again")
    )
    changing = st.builds(ChangeTrayCard, card=waiting, changes=changes)
    linked = st.tuples(_ids, waiting, _any_id((*canvas.cards, *canvas.tray))).filter(
        lambda link: link[1] != link[2]
    )
    if len(canvas.cards) + len(canvas.tray) == 1:
        return [st.builds(RemoveTrayCard, card=waiting), placing, changing]
    return [
        st.builds(RemoveTrayCard, card=waiting),
        placing,
        changing,
        st.builds(
            AddTrayLink,
            link=linked.map(lambda one: Link(id=one[0], source=one[1], target=one[2])),
            at=_at(canvas.tray_links),
        ),
    ]


def _at(parts: tuple[Any, ...]) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, len(parts) + 1)


def _any_id(parts: tuple[Any, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([part.id for part in parts])
