"""The live route: what one does everybody sees, each act is kept once, and nobody can disturb."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from iceberg.edits import CardChanges, ChangeCard
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.live.conftest import Page, Serving


def reword(card: str, text: str) -> dict[str, Any]:
    return {"edit": {"kind": "change_card", "card": card, "changes": {"text": text}}}


def words(news: dict[str, Any], card: str) -> str:
    return str(news["update"]["put"][f"facts/cards/{card}"]["text"])


def test_a_page_that_holds_nothing_is_sent_the_whole(live: Serving) -> None:
    page = live.page()
    page.show(live.canvas)
    news = page.hear()
    assert news["revision"] == 0
    assert news["update"]["base"] is None
    assert {f"cards/c{n}" for n in range(12)} <= news["update"]["put"].keys()


def test_a_page_that_holds_the_newest_is_left_alone(live: Serving) -> None:
    holds = live.watching().holds
    page = live.page()
    page.holds = holds
    page.show(live.canvas)
    assert page.is_left_alone()


def test_what_one_does_all_others_see_and_only_the_one_is_answered(live: Serving) -> None:
    one, other = live.watching("one"), live.watching("other")
    one.do(live.canvas, 1, reword("c1", "Other words"))
    seen = other.hear()
    assert (seen["revision"], words(seen, "c1"), seen["answers"]) == (1, "Other words", None)
    heard = one.hear_until(lambda news: news["answers"])
    assert heard["revision"] == 1
    assert heard["answers"]["done"] == 1
    assert "Other words" in heard["answers"]["told"][0]["sentence"]


def test_an_answer_never_comes_before_the_picture_that_shows_it(live: Serving) -> None:
    page = live.watching()
    for seq in range(1, 21):
        page.do(live.canvas, seq, reword("c1", f"Words {seq}"))
        heard = page.hear_until(lambda news: news["answers"])
        assert heard["revision"] >= heard["answers"]["done"]


def test_an_act_that_comes_again_is_kept_once_and_answered_again(live: Serving) -> None:
    page = live.watching()
    page.do(live.canvas, 1, reword("c1", "Once"))
    page.hear_until(lambda news: news["answers"])
    again = live.watching()
    again.do(live.canvas, 1, reword("c1", "Once"))
    assert again.hear_until(lambda news: news["answers"])["answers"]["done"] == 1
    assert live.workshop.revision(live.canvas) == 1


def test_what_does_not_fit_is_refused_in_a_sentence(live: Serving) -> None:
    page = live.watching()
    page.do(live.canvas, 1, reword("nobody", "Words"))
    told = page.hear()["answers"]["told"][0]
    assert told["refused"]
    assert told["sentence"].endswith(".")
    page.do("nowhere", 2, reword("c1", "Words"))
    assert page.hear()["answers"]["told"][1]["refused"]
    assert live.workshop.revision(live.canvas) == 0


def test_what_another_process_keeps_is_seen_too(live: Serving) -> None:
    page = live.watching()
    elsewhere = Workshop(open_store(str(live.store)))
    edit = ChangeCard(card="c2", changes=CardChanges(text="From elsewhere"))
    elsewhere.submit(live.canvas, edit, "elsewhere")
    elsewhere.close()
    assert words(page.hear(), "c2") == "From elsewhere"


def test_whoever_was_away_catches_up_from_what_they_hold(live: Serving) -> None:
    page = live.watching()
    held = page.holds
    page.connection.close()
    worker = live.watching("other")
    for seq in range(1, 6):
        worker.do(live.canvas, seq, reword("c3", f"Words {seq}"))
    worker.hear_until(lambda news: news["answers"] and news["answers"]["done"] == 5)
    back = live.page()
    back.holds = held
    back.show(live.canvas)
    news = back.hear()
    assert (news["revision"], news["update"]["base"]) == (5, held)
    assert words(news, "c3") == "Words 5"


def test_a_page_that_asks_is_told_that_the_connection_holds(live: Serving) -> None:
    page = live.watching()
    page.say(still=True)
    assert page.hear() == {"still": True}


def test_a_page_can_go_on_to_another_canvas(live: Serving) -> None:
    other = live.workshop.create(live.workshop.open(live.canvas))
    page = live.watching()
    page.show(other)
    page.do(live.canvas, 1, reword("c1", "Late words"))
    assert page.hear_until(lambda news: news["answers"])["document"] == other
    assert page.is_left_alone()


def test_a_canvas_that_is_deleted_is_told_to_be_gone(live: Serving) -> None:
    page = live.watching()
    live.workshop.delete(live.canvas)
    assert page.hear() == {"document": live.canvas, "gone": True}


@pytest.mark.parametrize(
    "frame",
    [
        "nonsense",
        "[]",
        "null",
        b"\x00\xff",
        "[" * 100_000,
        json.dumps({"show": {"a": 1}, "holds": [2]}),
        json.dumps({"acts": {"seq": 1}, "pen": 7}),
        json.dumps({"acts": [{"seq": 1, "document": "d", "do": [[]]}], "pen": "p\u202e\x00"}),
        json.dumps({"acts": [{"seq": 2**70, "document": None, "do": None}], "pen": "x" * 10_000}),
        "x" * 3_000_000,
    ],
)
def test_a_page_that_says_nonsense_disturbs_nobody(live: Serving, frame: str | bytes) -> None:
    good, bad = live.watching("good"), live.page("bad")
    with suppress(ConnectionClosed, TimeoutError):
        bad.connection.send(frame)
        bad.connection.recv(0.3)
    with suppress(ConnectionClosed):
        bad.show(live.canvas)
    good.do(live.canvas, 1, reword("c1", "Still here"))
    assert good.hear_until(lambda news: news["answers"])["answers"]["done"] == 1


def test_pages_of_other_sites_are_not_let_in(live: Serving) -> None:
    with pytest.raises(InvalidStatus):
        live.page(origin="https://elsewhere.example")
    own = live.url.replace("ws://", "http://").removesuffix("/live")
    page = live.page(origin=own)
    page.show(live.canvas)
    assert page.hear()["revision"] == 0


def test_one_who_does_not_listen_holds_up_nobody(live: Serving) -> None:
    deaf, good = live.watching("deaf"), live.watching("good")
    for seq in range(1, 61):
        good.do(live.canvas, seq, reword("c1", f"Words {seq}"))
    good.hear_until(lambda news: news["answers"] and news["answers"]["done"] == 60)
    assert latest(deaf)["revision"] == 60


def latest(page: Page) -> dict[str, Any]:
    """The last of all that has come."""
    return page.hear_until(lambda news: news["revision"] == 60)


def test_nothing_is_kept_for_a_pen_that_is_none(live: Serving) -> None:
    page = live.page("x" * 65)
    page.show(live.canvas)
    page.hear()
    page.do(live.canvas, 1, reword("c1", "Words"))
    assert page.is_left_alone()
    assert live.workshop.revision(live.canvas) == 0


def test_a_made_up_digest_is_sent_the_whole_like_none(live: Serving) -> None:
    page = live.page()
    page.holds = "made-up" * 1_000
    page.show(live.canvas)
    assert page.hear()["update"]["base"] is None
