"""What differs between two moments is told part by part, for 0, 1 and many."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from iceberg.compare import HOWS, KINDS, compare
from iceberg.compare.wording import counts, differing
from iceberg.edits import Edit, MergeCards, apply, fold
from iceberg.model import Canvas, Reading, StatusChange
from tests.compare.samples import NOW, THEN
from tests.strategies import canvases, histories


def sentences(before: Canvas, after: Canvas) -> list[str]:
    return [difference.sentence for difference in compare(before, after).differences]


@given(canvases())
def test_a_canvas_does_not_differ_from_itself(canvas: Canvas) -> None:
    assert compare(canvas, canvas).differences == ()


def test_every_kind_of_difference_is_told() -> None:
    assert sentences(THEN, NOW) == [
        "New in Place, patterns: “club”.",
        "Gone from Place, patterns: “trust”.",
        "“need” now reads “Need grows”.",
        "“staff” moved from Place, patterns to Place, events.",
        "“nics” resists, strength 4; it was: resists, strength 2.",
        "“nics” is rising on 24 September 2026; it was steady on 24 June 2026.",
        "New: “club” drives “staff”.",
        "Of the link from “nics” to “staff” changed: its strength.",
        "We no longer write down that we assume: “People come”.",
        "The assumption “The council pays”: weakening (before: holds).",
        "No longer kept: “Ask about trust”.",
    ]


def test_backwards_new_is_gone() -> None:
    there, back = compare(THEN, NOW), compare(NOW, THEN)
    for kind in KINDS:
        if kind in ("reading", "link"):
            continue
        assert {d.id for d in there.of(kind, "new")} == {d.id for d in back.of(kind, "gone")}
        assert {d.id for d in there.of(kind, "gone")} == {d.id for d in back.of(kind, "new")}


@given(histories())
def test_what_is_told_is_what_the_canvases_have(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    first, edits = history
    last = fold(first, edits)
    compared = compare(first, last)
    before, after = ({card.id for card in one.cards} for one in (first, last))
    assert {d.id for d in compared.of("card", "new")} == after - before
    assert {d.id for d in compared.of("card", "gone")} == before - after
    assert all(d.how in HOWS and d.sentence.endswith(".") for d in compared.differences)
    assert not [d for d in compared.differences if "\n" in d.sentence]
    for kind in KINDS:
        ids = [d.id for d in compared.of(kind)]
        assert len(set(ids)) == len(ids)


def test_where_cards_stand_is_not_told() -> None:
    moved = tuple(card.model_copy(update={"position": None}) for card in THEN.cards)
    assert sentences(THEN, THEN.model_copy(update={"cards": moved})) == []


def test_a_merged_card_is_told_apart_from_one_that_is_gone() -> None:
    merged = apply(THEN, MergeCards(into="staff", cards=("trust",)))
    assert "“trust” was merged into “staff”." in sentences(THEN, merged)


def test_a_card_differs_by_its_score_and_its_readings_too() -> None:
    assert compare(THEN, NOW).cards_that_differ() == {
        "club": "new",
        "trust": "gone",
        "need": "changed",
        "staff": "changed",
        "nics": "changed",
    }


def test_a_reading_is_set_beside_the_one_before() -> None:
    def with_reading(card: str, **more: object) -> Canvas:
        values = {"id": "rx", "card": card, "date": dt.date(2026, 9, 1), "direction": "rising"}
        reading = Reading.model_validate({**values, **more})
        return THEN.model_copy(update={"readings": (*THEN.readings, reading)})

    assert sentences(THEN, with_reading("need", figure=1250, unit="people")) == [
        "“need” is rising (1,250 people) on 1 September 2026; as on 24 June 2026."
    ]
    assert sentences(THEN, with_reading("staff")) == [
        "“staff” is rising on 1 September 2026; nobody had read it before."
    ]
    gone = THEN.model_copy(update={"readings": THEN.readings[1:]})
    assert sentences(THEN, gone) == ["A reading of “nics” is gone: steady on 24 June 2026."]


def test_counts_for_none_one_and_many() -> None:
    assert counts("card", 0, 0, 0) == "Cards: nothing differs."
    assert counts("card", 1, 0, 0) == "Cards: 1 new."
    assert counts("link", 2, 1, 3) == "Links: 2 new, 1 gone, 3 changed."
    assert differing(0) == "Nothing differs between these two moments."
    assert differing(1) == "1 difference between these two moments."
    assert differing(12) == "12 differences between these two moments."


def test_a_review_is_told_with_its_day_and_other_words_with_both() -> None:
    pays, other_one = THEN.assumptions
    line = StatusChange(date=dt.date(2026, 9, 1), status="holds")
    other = line.model_copy(update={"text": "It pays half", "look": False})
    told = {
        "“{t}” was looked at again on 1 September 2026: holds, as before.": {"history": (line,)},
        "“{t}” now reads “It pays half”.": {"text": "It pays half", "history": (other,)},
        "Of the assumption “{t}” changed: its history.": {"history": (other,)},
    }
    for sentence, changes in told.items():
        one = pays.model_copy(update=changes)
        now = THEN.model_copy(update={"assumptions": (one, other_one)})
        assert sentences(THEN, now) == [sentence.format(t=pays.text)]
