"""Every sentence about assumptions for none, one and many."""

from __future__ import annotations

from datetime import date

import pytest

from iceberg.analyses import assumption_words as words
from iceberg.model import Crossing, Reading, Threshold

LOOKED = date(2026, 6, 24)


@pytest.mark.parametrize(
    ("others", "more"),
    [(0, ""), (1, " (1 newer reading besides)"), (2, " (2 newer readings besides)")],
)
def test_a_newer_reading(others: int, more: str) -> None:
    days = date(2026, 7, 1), date(2026, 6, 24)
    assert words.newer_reading("A", "easing", *days, others) == (
        f"“A” was read as easing on 1 July 2026{more}, after the last look on 24 June 2026"
    )


def test_a_review_that_is_overdue_with_and_without_an_owner() -> None:
    due = date(2026, 9, 30)
    assert (
        words.overdue("We assume", due, None)
        == "“We assume” was due for review on 30 September 2026."
    )
    assert words.overdue("We assume", due, "The board").endswith("Who looks after it: The board.")


def test_an_assumption_that_gives_way_with_and_without_a_note() -> None:
    assert words.giving_way("We assume", "broken") == "“We assume” is broken."
    assert words.giving_way("We assume", "broken", "It went.") == "“We assume” is broken: It went."


def test_another_look_with_and_without_a_way() -> None:
    said = "“We assume” asks for another look: it moved."
    assert words.another_look("We assume", "it moved", "") == said
    assert words.another_look("We assume", "it moved", "A → B") == (
        f"{said} How it gets there: A → B."
    )


def test_what_is_new_since_a_look_with_and_without_its_day() -> None:
    assert words.new_cause("A", "B", LOOKED) == (
        "“A” has been named as a cause of “B” since the last look on 24 June 2026"
    )
    assert words.changed_force("A", None) == "“A” has been scored otherwise since the last look"
    assert words.changed_link("A", "holds in place", "B", None) == (
        "the link “A” holds in place “B” has been changed since the last look"
    )
    assert words.card_gone("A", None) == (
        "“A”, which it rested on, has been taken off the canvas since the last look"
    )
    assert words.link_gone("A", "blocks", "B", LOOKED) == (
        "the link “A” blocks “B”, which it rested on, has been taken away since the last look on"
        " 24 June 2026"
    )
    assert words.late_reading("A", "steady", date(2026, 5, 1), None) == (
        "that “A” was steady on 1 May 2026 has been added since the last look"
    )


@pytest.mark.parametrize(
    ("figure", "unit", "crossing", "seen", "said"),
    [
        (134_760, "households", "above", None, "134,760 households on 1 May 2026, above 130,000"),
        (7.5, None, "below", None, "7.5 on 1 May 2026, below 130,000"),
        (
            1,
            None,
            "below",
            "None.",
            "1 on 1 May 2026, below 130,000; the sign to watch for was: None",
        ),
    ],
)
def test_a_signpost_that_was_passed(
    figure: float, unit: str | None, crossing: Crossing, seen: str | None, said: str
) -> None:
    reading = Reading(
        id="r", card="a", date=date(2026, 5, 1), direction="rising", figure=figure, unit=unit
    )
    limit = Threshold(crossing=crossing, figure=130_000)
    assert words.passed("A", reading, limit, seen) == f"“A” was read as {said}"
