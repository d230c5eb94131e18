"""Kept findings, and edits of findings, for property tests."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import strategies as st

from iceberg.edits import (
    BringBackFinding,
    DismissFinding,
    Edit,
    ForgetFinding,
    KeepFinding,
    KeptChanges,
    RewordFinding,
)
from iceberg.model import FINDING_KINDS, Canvas, KeptFinding
from tests.layout.texts import card_texts

_keys = st.integers(1, 6).map(lambda number: f"gap:no-cause:c{number}")
_dates = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))
_says = st.none() | st.just("Nothing leads to it")
_indexes = st.none() | st.integers(0, 3)


def random_finding(random: Random, number: int, cards: list[str], texts: list[str]) -> KeptFinding:
    """A kept finding about up to three cards, and now and then about one that is gone."""
    named = tuple(random.sample(cards, min(len(cards), random.randint(0, 3))))
    return KeptFinding(
        id=f"gap:no-cause:f{number}",
        kind=random.choice(FINDING_KINDS),
        text=random.choice(texts),
        cards=(*named, "gone") if random.random() < 0.2 else named,
        date=random.choice([None, dt.date(2026, 6, 24)]),
    )


def finding_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    """Edits of findings; nearly all of them fit the canvas."""
    cards = _some([card.id for card in canvas.cards])
    kinds = st.sampled_from(FINDING_KINDS)
    new = st.builds(KeptFinding, id=_keys, kind=kinds, text=card_texts, cards=cards)
    edits: list[st.SearchStrategy[Edit]] = [
        st.builds(KeepFinding, finding=new, at=_indexes),
        st.builds(DismissFinding, finding=_keys, says=_says, at=_indexes),
    ]
    if canvas.kept:
        kept = st.sampled_from([finding.id for finding in canvas.kept])
        fields = {"text": card_texts, "date": _dates, "cards": cards, "kind": kinds}
        changes = st.fixed_dictionaries({}, optional=fields).map(lambda new: KeptChanges(**new))
        edits.append(st.builds(RewordFinding, finding=kept, changes=changes))
        edits.append(st.builds(ForgetFinding, finding=kept))
    if canvas.dismissed:
        keys = st.sampled_from(canvas.dismissed)
        edits.append(st.builds(BringBackFinding, finding=keys, says=_says))
    return edits


def _some(cards: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not cards:
        return st.just(("gone",))
    return st.lists(st.sampled_from(cards), max_size=3, unique=True).map(tuple)
