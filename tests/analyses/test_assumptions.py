"""Which assumptions ask for another look, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from iceberg.analyses import Finding, read
from iceberg.analyses.assumptions import find_assumptions, overdue
from iceberg.analyses.since_review import changed_upstream
from iceberg.graph import to_graph
from iceberg.model import Assumption, Canvas, Force, Reading, StatusChange
from tests.analyses.samples import canvas, card

JUNE = StatusChange(date=date(2026, 6, 24), status="holds")
HOLDS = Assumption(id="a1", text="We assume it lasts", cards=("ps1",), history=(JUNE,))


def reading(card_id: str, day: date) -> Reading:
    return Reading(id=f"{card_id}-{day}", card=card_id, date=day, direction="rising")


def looks(assumption: Assumption, *readings: Reading, **more: Any) -> list[Finding]:
    one = canvas("ns1>np1", "np1>ps1", "ps1>pe1", readings=readings, **more)
    one = one.model_copy(update={"assumptions": (assumption,)})
    return list(find_assumptions(one, to_graph(one)))


def test_a_newer_reading_upstream_is_told_with_its_way() -> None:
    (finding,) = looks(HOLDS, reading("ns1", date(2026, 7, 1)))
    assert finding.id == "assumption:reading:a1:ns1-2026-07-01"
    assert finding.cards == ("ns1", "np1", "ps1")
    assert finding.links == ("ns1-np1", "np1-ps1")
    assert finding.sentence == (
        "“We assume it lasts” asks for another look: “Card ns1” was read as rising on 1 July 2026,"
        " after the last look on 24 June 2026. How it gets there: Card ns1 → Card np1 → Card ps1."
    )


def test_a_newer_reading_of_the_very_card_needs_no_way() -> None:
    (finding,) = looks(HOLDS, reading("ps1", date(2026, 7, 1)))
    assert finding.cards == ("ps1",)
    assert finding.sentence.endswith("after the last look on 24 June 2026.")


def test_older_readings_of_the_same_day_and_downstream_ones_are_no_reason() -> None:
    assert not looks(HOLDS, reading("ns1", date(2026, 6, 24)), reading("pe1", date(2026, 7, 1)))


def test_of_several_readings_the_newest_and_nearest_is_told_and_the_others_counted() -> None:
    days = (date(2026, 7, 1), date(2026, 8, 1), date(2026, 8, 1))
    cards = ("ps1", "ns1", "np1")
    (finding,) = looks(HOLDS, *map(reading, cards, days))
    assert finding.cards == ("np1", "ps1")
    assert "(2 newer readings besides)" in finding.sentence


def test_without_history_the_date_of_the_canvas_counts_and_without_both_nothing() -> None:
    new = HOLDS.model_copy(update={"history": ()})
    assert looks(new, reading("ns1", date(2026, 7, 1)), date=date(2026, 6, 30))
    assert not looks(new, reading("ns1", date(2026, 7, 1)), date=date(2026, 7, 1))
    assert not looks(new, reading("ns1", date(2026, 7, 1)))


def test_an_assumption_that_gives_way_says_so_with_its_latest_note() -> None:
    froze = StatusChange(date=date(2026, 7, 1), status="weakening", note="Recruitment froze.")
    given = {"status": "weakening", "history": (JUNE, froze), "load_bearing": True}
    (finding,) = looks(HOLDS.model_copy(update=given))
    assert finding.sentence == "“We assume it lasts” is weakening: Recruitment froze."
    assert finding.to_try.startswith("The plan rests on it.")
    assert not looks(HOLDS.model_copy(update={"status": "better than expected"}))


def test_an_assumption_on_nothing_asks_for_cards() -> None:
    (finding,) = looks(HOLDS.model_copy(update={"cards": ()}))
    assert finding.id == "assumption:rootless:a1"


def test_a_review_is_overdue_from_the_day_after_and_the_longest_overdue_comes_first() -> None:
    due = {"a1": date(2026, 9, 30), "a2": date(2026, 9, 1), "a3": date(2026, 12, 1), "a4": None}
    one = canvas(
        "np1>pe1",
        assumptions=tuple(
            Assumption(id=name, text="We assume it", cards=("pe1",), review=day)
            for name, day in due.items()
        ),
    )
    late = [finding.assumptions for finding in overdue(one, date(2026, 10, 1))]
    assert late == [("a2",), ("a1",)]
    assert [finding.assumptions for finding in overdue(one, date(2026, 9, 30))] == [("a2",)]
    told = read(one, today=date(2026, 10, 1))
    assert [finding.kind for finding in told[:3]] == ["assumption", "assumption", "chain"]
    assert told[0].sentence == "“We assume it” was due for review on 1 September 2026."
    assert read(one) == read(one, today=date(2026, 1, 1))


def upstream(then: Canvas, now: Canvas) -> list[Finding]:
    return list(changed_upstream(then, now, to_graph(now), HOLDS))


def test_a_new_cause_upstream_since_the_last_review_is_told_with_its_way() -> None:
    then = canvas("np1>ps1", cards=("ns1",), assumptions=(HOLDS,))
    now = canvas("np1>ps1", "ns1>np1", "ps1>pe1", assumptions=(HOLDS,))
    (finding,) = upstream(then, now)
    assert finding.cards == ("ns1", "np1", "ps1")
    assert finding.sentence == (
        "“We assume it lasts” asks for another look: “Card ns1” has been named as a cause of"
        " “Card np1” since the last look on 24 June 2026. How it gets there: Card ns1 → Card np1 →"
        " Card ps1."
    )


def test_a_new_link_that_closes_a_loop_does_not_go_round_it() -> None:
    then = canvas("np1>ps1", assumptions=(HOLDS,))
    now = canvas("np1>ps1", "ps1>np1", assumptions=(HOLDS,))
    (finding,) = upstream(then, now)
    assert finding.cards == ("np1", "ps1")


def test_a_changed_force_upstream_is_told_and_one_downstream_is_not() -> None:
    def with_forces(strength: int) -> Canvas:
        force = Force(effect="resists", strength=strength)
        cards = (card("np1", force=force), card("pe1", force=force))
        return canvas("np1>ps1", "ps1>pe1", cards=cards, assumptions=(HOLDS,))

    (finding,) = upstream(with_forces(2), with_forces(3))
    assert finding.id == "assumption:force:a1:np1"
    assert upstream(with_forces(2), with_forces(2)) == []


def test_two_new_links_from_one_card_are_two_findings() -> None:
    then = canvas("np1>ps1", "np2>ps1", cards=("ns1",), assumptions=(HOLDS,))
    now = canvas("np1>ps1", "np2>ps1", "ns1>np1", "ns1>np2", assumptions=(HOLDS,))
    ids = [finding.id for finding in upstream(then, now)]
    assert ids == ["assumption:cause:a1:ns1-np1", "assumption:cause:a1:ns1-np2"]
