"""The live route keeps the same rules as the forms, whatever a page says of itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iceberg.edits import CardChanges, ChangeCard, Edit, edit_to_json
from iceberg.meeting import Grant, Role
from tests.live.conftest import Page, Serving
from tests.meeting.world import CANVAS, SHARED, edits, name_of

PARTICIPANTS_MAY = {"AddCard", "AddLink", "Together"}


@pytest.fixture
def shared(live: Serving) -> Serving:
    live.share(SHARED)
    live.canvas = live.workshop.create(CANVAS)
    return live


def token(shared: Serving, role: Role) -> str:
    return shared.meetings.doors.token(Grant(shared.canvas, "facilitator"), role)


def inside(shared: Serving, role: Role, pen: str = "pen", kind: str = "picture") -> Page:
    page = shared.page(pen)
    page.say(show=shared.canvas, token=token(shared, role), holds="", pen=pen, **{"as": kind})
    page.hear()
    return page


def does(edit: Edit) -> dict[str, Any]:
    return {"edit": json.loads(edit_to_json(edit))}


def answered(page: Page, shared: Serving, seq: int, do: Any) -> dict[str, Any]:
    page.do(shared.canvas, seq, do)
    heard = page.hear_until(lambda news: news.get("answers") and news["answers"]["done"] == seq)
    told: dict[str, Any] = heard["answers"]["told"][-1]
    return told


@pytest.mark.parametrize(("role", "may"), [("participant", PARTICIPANTS_MAY), ("viewer", set())])
def test_the_table_of_roles_over_the_live_route(shared: Serving, role: Role, may: set[str]) -> None:
    page = inside(shared, role)
    for seq, edit in enumerate(edits("c0", "l0"), 1):
        told = answered(page, shared, seq, does(edit))
        assert told["refused"] is (name_of(edit) not in may), name_of(edit)


@pytest.mark.parametrize("said", ["", "wrong", "another canvas's", "replaced"])
def test_without_a_link_that_counts_nothing_is_shown_and_nothing_done(
    shared: Serving, said: str
) -> None:
    other = shared.workshop.create(CANVAS)
    tokens = {
        "": "",
        "wrong": "x" * 32,
        "another canvas's": shared.meetings.doors.token(Grant(other, "facilitator"), "facilitator"),
        "replaced": token(shared, "facilitator"),
    }
    shared.meetings.doors.replace(Grant(shared.canvas, "facilitator"), "facilitator")
    page = shared.page()
    page.say(show=shared.canvas, token=tokens[said], holds="")
    assert "does not open this canvas" in page.hear()["shut"]
    page.do(shared.canvas, 1, does(ChangeCard(card="c0", changes=CardChanges(text="Mine"))))
    assert page.is_left_alone()
    assert shared.workshop.revision(shared.canvas) == 0


def test_a_link_of_one_canvas_does_not_reach_into_another(shared: Serving) -> None:
    page, other = inside(shared, "facilitator"), shared.workshop.create(CANVAS)
    page.do(other, 1, does(ChangeCard(card="c0", changes=CardChanges(text="Mine"))))
    heard = page.hear_until(lambda news: news.get("answers"))
    assert heard["answers"]["told"][0]["refused"]
    assert shared.workshop.revision(other) == 0


def test_who_is_inside_is_shut_out_when_the_links_are_replaced(shared: Serving) -> None:
    page, viewer = inside(shared, "participant"), inside(shared, "viewer")
    shared.meetings.doors.replace(Grant(shared.canvas, "facilitator"), "participant")
    assert "replaced" in page.hear_until(lambda news: news.get("shut"))["shut"]
    assert answered(viewer, shared, 1, {"vote": {"card": "c0", "dots": 1}})["refused"]
    page.do(shared.canvas, 1, does(edits("c0", "l0")[0]))
    assert page.hear_until(lambda news: news.get("shut"))
    assert shared.workshop.revision(shared.canvas) == 0


def test_a_viewers_picture_brings_no_facts_to_change_it_by(shared: Serving) -> None:
    page = shared.page()
    page.say(show=shared.canvas, token=token(shared, "viewer"), holds="")
    assert not [name for name in page.hear()["update"]["put"] if name.startswith("facts")]
