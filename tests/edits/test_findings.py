"""Findings that are kept, in which words, and those that are dismissed."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.edits import (
    BringBackFinding,
    DismissFinding,
    Edit,
    ForgetFinding,
    KeepFinding,
    KeptChanges,
    MergeCards,
    RemoveCard,
    RewordFinding,
    apply,
    describe,
    fold,
    inverse,
)
from iceberg.errors import EditRefusedError
from iceberg.model import KEPT_LIMIT, Canvas, KeptFinding
from tests.edits.test_edits import CANVAS

LOOP = KeptFinding(
    id="loop:reinforcing:b:c",
    kind="loop",
    text="Posts go, so trust falls, so posts go.",
    cards=("b", "c"),
    links=("bc", "cb"),
    date=dt.date(2026, 6, 24),
)
KEPT = apply(CANVAS, KeepFinding(finding=LOOP))


def test_a_finding_is_kept_reworded_and_forgotten() -> None:
    reworded = RewordFinding(finding=LOOP.id, changes=KeptChanges(text="A trap"))
    assert KEPT.kept == (LOOP,)
    assert apply(KEPT, reworded).kept == (LOOP.model_copy(update={"text": "A trap"}),)
    assert apply(KEPT, ForgetFinding(finding=LOOP.id)) == CANVAS


def test_a_finding_is_dismissed_and_brought_back() -> None:
    dismissed = apply(CANVAS, DismissFinding(finding=LOOP.id))
    assert dismissed.dismissed == (LOOP.id,)
    assert apply(dismissed, BringBackFinding(finding=LOOP.id)) == CANVAS


def test_a_card_that_goes_leaves_what_was_found_about_it() -> None:
    without = apply(KEPT, RemoveCard(card="b"))
    assert without.kept == (LOOP,)
    assert Canvas.model_validate(without.model_dump(by_alias=True)) == without
    assert apply(without, inverse(KEPT, RemoveCard(card="b"))) == KEPT


def test_a_finding_follows_a_card_that_is_merged() -> None:
    merge = MergeCards(into="a", cards=("b",))
    assert apply(KEPT, merge).kept[0].cards == ("a", "c")
    assert apply(apply(KEPT, merge), inverse(KEPT, merge)) == KEPT


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ((KeepFinding(finding=LOOP), KeepFinding(finding=LOOP)), "is kept already"),
        ((ForgetFinding(finding=LOOP.id),), "That finding is no longer on the canvas"),
        ((RewordFinding(finding=LOOP.id, changes=KeptChanges(text="x")),), "no longer"),
        ((DismissFinding(finding=LOOP.id),) * 2, "is dismissed already"),
        ((BringBackFinding(finding=LOOP.id),), "not among those that are dismissed"),
    ],
)
def test_what_does_not_fit_is_refused(edits: tuple[Edit, ...], said: str) -> None:
    with pytest.raises(EditRefusedError, match=said):
        fold(CANVAS, edits)


def test_there_is_an_end_to_dismissing() -> None:
    full = CANVAS.model_copy(
        update={"dismissed": tuple(f"gap:lone:c{n}" for n in range(KEPT_LIMIT))}
    )
    with pytest.raises(EditRefusedError, match="at most 500 dismissed findings"):
        apply(full, DismissFinding(finding="gap:lone:x"))


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (KeepFinding(finding=LOOP), "Kept the finding “Posts go, so trust falls, so posts go.”"),
        (
            RewordFinding(finding=LOOP.id, changes=KeptChanges(text="A trap")),
            "Reworded the finding “Posts go, so trust falls, so posts go.” as “A trap”",
        ),
        (
            RewordFinding(finding=LOOP.id, changes=KeptChanges(cards=())),
            "Changed the finding “Posts go, so trust falls, so posts go.”",
        ),
        (
            ForgetFinding(finding=LOOP.id),
            "No longer kept the finding “Posts go, so trust falls, so posts go.”",
        ),
        (DismissFinding(finding=LOOP.id), "Dismissed a finding"),
        (DismissFinding(finding=LOOP.id, says="A trap"), "Dismissed the finding “A trap”"),
        (BringBackFinding(finding=LOOP.id, says="A trap"), "Brought back the finding “A trap”"),
    ],
)
def test_each_change_is_told(edit: Edit, said: str) -> None:
    assert describe(edit, KEPT) == said


def test_a_finding_that_names_one_of_some_cards_can_be_left_out() -> None:
    cards = {card.id for card in KEPT.cards}
    assert KEPT.only_cards(cards - {"a"}).kept == (LOOP,)
    assert KEPT.only_cards(cards - {"a", "c"}).kept == ()
