"""Every form of the app as every role: nobody finds a way round the rules, whatever is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from iceberg.edits import AddCard, KeepFinding, NameSnapshot, Together
from iceberg.meeting import ROLES, Grant, Role
from iceberg.model import Canvas, Card, ImportNote, KeptFinding, Snapshot, TrayCard
from iceberg.ui import session, where
from iceberg.ui.wording import PANELS
from tests.ui.driving import Driver

OPEN = (
    *("together", "agenda", "blank", "keeping", "links", "take_first", "older", "show_dismissed"),
    *("deck", "paper", "hidden", "after"),
)
"""What is drawn only when it is opened; whoever means harm opens everything."""
CHOSEN: Mapping[str, object] = {"selected_card": "less", "selected_link": "l1"}
STATES: tuple[tuple[str, Mapping[str, object]], ...] = (
    *((page, {}) for page in where.PAGES if page != where.CANVAS),
    *((where.CANVAS, {"panel": panel}) for panel in (*PANELS, "tray")),
)
TELLING = (where.CANVAS, where.FINDINGS, where.TAKE_AWAY)
"""The pages that tell of a new card without being asked."""
TOKENS = ("", "wrong", "another canvas's", "replaced")


@pytest.fixture
def full(app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A canvas with one of everything, shared, with a suggestion that waits."""
    waiting = TrayCard(id="waits", text="Waits for its place")
    note = ImportNote(id="i0", name="ours.prsm", format="PRSM map")
    app.canvas_id = app.workshop.create(
        small.model_copy(update={"tray": (waiting,), "imports": (note,)})
    )
    kept = KeptFinding(id="gap:lone:less", kind="gap", text="Nothing leads to it")
    moment = Snapshot(id="s0", name="The start", revision=0)
    edits = (KeepFinding(finding=kept), NameSnapshot(snapshot=moment))
    app.workshop.submit(app.canvas_id, Together(edits=edits), "host")
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    session.meetings().doors.open(host(app))
    session.meetings().suggestions.make(host(app), "phone", "less", "Better words")
    return app


def host(app: Driver) -> Grant:
    return Grant(app.canvas_id, "facilitator")


def token(app: Driver, role: Role) -> str:
    return session.meetings().doors.token(host(app), role)


def shown(app: Driver, state: tuple[str, Mapping[str, object]], by: str) -> Driver:
    """A page with everything on it open, to one who shows this token."""
    page, more = state
    other = Driver()
    other.canvas_id, other.may_fail = app.canvas_id, True
    for name, value in {**dict.fromkeys(OPEN, True), **CHOSEN, **more}.items():
        other.at.session_state[name] = value
    other.at.query_params = {"page": page, "canvas": app.canvas_id, "token": by}
    other.at.run()
    return other


def press_everything(app: Driver) -> int:
    """Write into every field, then press every button at once; gives how many there were."""
    for kind in ("text_input", "text_area"):
        for field in app.at.get(kind):
            field.set_value("Not mine to write")
    buttons = [button for button in app.at.button if not button.disabled]
    for button in buttons:
        button.click()
    app.at.run()
    return len(buttons)


def state_of(app: Driver) -> tuple[Any, ...]:
    """The history, all around the canvas, and the list of canvases."""
    pulse = app.workshop.pulses((app.canvas_id,))
    return pulse, session.meetings().of(app.canvas_id), app.workshop.canvases()


def name_of(state: object) -> str:
    return "-".join([state[0], *map(str, state[1].values())]) if isinstance(state, tuple) else ""


@pytest.mark.parametrize("state", STATES, ids=name_of)
@pytest.mark.parametrize("role", ["participant", "viewer"])
def test_no_form_changes_anything_for_those_who_may_not(
    full: Driver, role: Role, state: tuple[str, Mapping[str, object]]
) -> None:
    by, before = token(full, role), state_of(full)
    page = shown(full, state, by)
    assert "Better words" not in page.shown
    press_everything(page)
    assert only_new_canvases(before, state_of(full))


def only_new_canvases(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    """Whoever reaches the server may make a canvas of their own; nobody may touch this one."""
    kept = tuple(entry for entry in after[2] if entry in before[2])
    return (*after[:2], kept) == before


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_no_form_that_is_still_open_works_when_the_link_has_been_replaced(
    full: Driver, state: tuple[str, Mapping[str, object]]
) -> None:
    page = shown(full, state, token(full, "facilitator"))
    session.meetings().doors.replace(host(full), *ROLES)
    before = state_of(full)
    press_everything(page)
    assert only_new_canvases(before, state_of(full))


@pytest.mark.parametrize("state", STATES, ids=name_of)
@pytest.mark.parametrize("said", TOKENS)
def test_without_a_link_that_counts_no_page_tells_anything(
    full: Driver, said: str, state: tuple[str, Mapping[str, object]]
) -> None:
    other = full.workshop.create(full.canvas)
    tokens = {
        "": "",
        "wrong": "x" * 32,
        "another canvas's": session.meetings().doors.token(
            Grant(other, "facilitator"), "facilitator"
        ),
        "replaced": token(full, "facilitator"),
    }
    session.meetings().doors.replace(host(full), "facilitator")
    before = state_of(full)
    page = shown(full, state, tokens[said])
    for told in ("Keeping the lunch club going", "Fewer lunches", "Waits for its place"):
        assert told not in everything_on(page)
    press_everything(page)
    assert only_new_canvases(before, state_of(full))


@pytest.mark.parametrize("state", STATES, ids=name_of)
@pytest.mark.parametrize("role", ["participant", "viewer"])
def test_in_silence_no_page_tells_what_others_write(
    full: Driver, role: Role, state: tuple[str, Mapping[str, object]]
) -> None:
    session.meetings().begin(host(full), "silence")
    added = Card(id="quiet", layer="place", level="events", text="Said in silence")
    full.workshop.submit(full.canvas_id, AddCard(card=added), "phone")
    page = shown(full, state, token(full, role))
    assert "Said in silence" not in everything_on(page)
    session.meetings().begin(host(full), "reveal")
    page.at.run()
    assert ("Said in silence" in everything_on(page)) is (state[0] in TELLING)


def everything_on(app: Driver) -> str:
    """All that has been sent to the browser, whatever becomes of it there."""
    return "".join(str(getattr(node, "proto", "")) for node in app.at.main)


@pytest.mark.parametrize(("page", "least"), [(where.CANVAS, 1), (where.WORKSHOP, 10)])
def test_a_facilitator_finds_the_forms_and_they_work(full: Driver, page: str, least: int) -> None:
    before = state_of(full)
    assert press_everything(shown(full, (page, {}), token(full, "facilitator"))) > least
    assert state_of(full) != before
