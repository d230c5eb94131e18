"""Whose change is changed again unseen is told so: once, on every kind of page, at any process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live.conftest import Page, Serving, served


def reword(card: str, text: str) -> dict[str, Any]:
    return {"edit": {"kind": "change_card", "card": card, "changes": {"text": text}}}


@pytest.fixture(params=["sqlite", "postgres"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Serving, Serving]]:
    """Two servers on one store, as two processes."""
    is_sqlite = request.param == "sqlite"
    address = tmp_path / "two.sqlite" if is_sqlite else request.getfixturevalue("postgres_address")
    with served(Serving(address)) as one, served(Serving(address, one.canvas)) as other:
        yield one, other


def page(live: Serving, pen: str, kind: str) -> Page:
    """An open page that has heard what there is: a phone's board, or a picture."""
    opened = live.page(pen)
    opened.say(show=live.canvas, holds="", pen=pen, **{"as": kind})
    opened.hear()
    return opened


def reworded(live: Serving, one: Page, seq: int, text: str, seen: int) -> None:
    one.do(live.canvas, seq, reword("c1", text), seen)
    one.hear_until(lambda news: news.get("answers"))


def come_back(live: Serving, one: Page, kind: str) -> Page:
    """The page once more, over a new connection: what it has heard it has kept."""
    back = live.page(one.pen)
    back.holds, back.told, back.warnings = one.holds, one.told, one.warnings
    back.say(show=live.canvas, holds=back.holds, pen=back.pen, told=back.told, **{"as": kind})
    return back


@pytest.mark.parametrize("kind", ["board", "picture"])
def test_whose_change_is_changed_again_unseen_is_told_once(live: Serving, kind: str) -> None:
    hers, mine = page(live, "her", kind), page(live, "me", "picture")
    reworded(live, hers, 1, "Hers", 0)
    reworded(live, mine, 1, "Mine", 0)
    hers.hear_until(lambda news: news["warnings"])
    hers.show(live.canvas)
    hers.hear_the_rest()
    [told] = hers.warnings
    assert "Hers" in told
    assert "Mine" in told
    assert mine.warnings == []


@pytest.mark.parametrize("kind", ["board", "picture"])
def test_so_is_one_at_another_process(elsewhere: tuple[Serving, Serving], kind: str) -> None:
    here, there = elsewhere
    hers, mine = page(here, "her", kind), page(there, "me", "picture")
    reworded(here, hers, 1, "Hers", 0)
    reworded(there, mine, 1, "Mine", 0)
    hers.hear_until(lambda news: news["warnings"])
    # The answer was lost and the act comes again, to the first process.
    again = page(here, "me", "picture")
    reworded(here, again, 1, "Mine", 0)
    hers.hear_the_rest()
    assert len(hers.warnings) == 1
    assert [other.warnings for other in (mine, again)] == [[], []]


def test_who_was_away_is_told_on_coming_back_to_any_process(
    elsewhere: tuple[Serving, Serving],
) -> None:
    here, there = elsewhere
    hers, mine = page(here, "her", "board"), page(here, "me", "picture")
    reworded(here, hers, 1, "Hers", 0)
    hers.connection.close()
    reworded(here, mine, 1, "Mine", 0)
    back = come_back(there, hers, "board")
    back.hear_until(lambda news: news["warnings"])
    again = come_back(here, back, "board")
    again.hear_the_rest()
    assert len(again.warnings) == 1


def test_who_has_seen_a_change_may_change_it_again(live: Serving) -> None:
    hers, mine = page(live, "her", "board"), page(live, "me", "picture")
    reworded(live, hers, 1, "Hers", 0)
    reworded(live, mine, 1, "Mine", 1)
    hers.hear_the_rest()
    assert hers.warnings == []


def test_a_page_that_was_just_opened_is_told_nothing_of_before(live: Serving) -> None:
    hers, mine = page(live, "her", "board"), page(live, "me", "picture")
    reworded(live, hers, 1, "Hers", 0)
    reworded(live, mine, 1, "Mine", 0)
    fresh = page(live, "her", "board")
    fresh.hear_the_rest()
    assert fresh.warnings == []


def test_of_many_only_the_last_are_told_to_who_was_away(live: Serving) -> None:
    hers, mine = page(live, "her", "board"), page(live, "me", "picture")
    for n in range(5):
        hers.do(live.canvas, n + 1, reword(f"c{n}", f"Hers {n}"), 0)
    hers.hear_until(lambda news: news.get("answers") and news["answers"]["done"] == 5)
    hers.connection.close()
    for n in range(5):
        mine.do(live.canvas, n + 1, reword(f"c{n}", f"Mine {n}"), n)
    mine.hear_until(lambda news: news.get("answers") and news["answers"]["done"] == 5)
    back = come_back(live, hers, "board")
    back.hear_until(lambda news: news["warnings"])
    back.hear_the_rest()
    assert [f"Mine {n}" in told for n, told in zip((2, 3, 4), back.warnings, strict=True)] == [
        True
    ] * 3


@pytest.mark.parametrize("told", ["2", -1, 1.5, [0], True, 10**30])
def test_a_page_may_say_anything_about_what_it_was_told(live: Serving, told: object) -> None:
    hers = live.page("her")
    hers.say(show=live.canvas, holds="", pen="her", told=told)
    assert hers.hear()["warnings"] == []
