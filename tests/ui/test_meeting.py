"""The workshop's page: every widget that changes something, as a facilitator uses it."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.edits import AddCard, RemoveCard, Together
from iceberg.meeting import Grant, Meeting
from iceberg.model import Canvas, Card, Layer
from iceberg.ui import pictures, session, where
from iceberg.ui.kept import forget_all
from iceberg.ui.meeting import wording
from tests.ui.driving import Driver

CELL = {"layer": "place", "level": "events"}


def open_page(app: Driver, canvas: Canvas) -> Driver:
    app.open(canvas, where.WORKSHOP)
    assert not app.at.exception
    return app


def meeting(app: Driver) -> Meeting:
    return session.meetings().of(app.canvas_id)


def host(app: Driver) -> Grant:
    return Grant(app.canvas_id, "facilitator")


def expand(app: Driver, name: str) -> Driver:
    app.at.session_state[name] = True
    app.at.run()
    return app


def test_alone_the_page_says_how_to_share(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    assert "iceberg serve --share" in app.shown


def test_the_door_opens_and_closes(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(small, where.WORKSHOP)
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    app.at.query_params["token"] = session.meetings().access.host_token
    app.at.run()
    app.press("open_door")
    code = session.meetings().doors.code(host(app))
    assert code
    assert f"{code[:3]} {code[3:]}" in app.shown
    app.press("close_door")
    assert session.meetings().doors.code(host(app)) is None


def test_whoever_replaces_their_own_link_goes_on_with_the_new_one(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(small, where.WORKSHOP)
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    old = session.meetings().doors.token(host(app), "facilitator")
    app.at.query_params["token"] = old
    expand(app, "links")
    app.at.get("button_group")[0].set_value(["facilitator"])
    app.press("replace_links")
    new = session.meetings().doors.token(host(app), "facilitator")
    assert new != old
    assert app.at.query_params["token"] in (new, [new])
    assert wording.SHUT_OUT in app.told
    assert wording.PHASE in [line.value for line in app.at.subheader]


def test_whoever_has_a_link_makes_another_canvas_and_has_it(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(small, where.WORKSHOP)
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    token = session.meetings().doors.token(host(app), "participant")
    app.at.query_params = {"page": where.START, "token": token}
    app.at.run()
    app.fill(new_title="Ours").press("new_create")
    assert "Ours" in app.shown
    assert app.widget("add_button")


def test_a_phase_begins_with_its_timer_and_gets_more_time(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    app.widget("phase").set_value("vote").run()
    app.at.select_slider(key="phase_minutes").set_value(5).run()
    app.press("begin")
    begun = meeting(app)
    assert begun.phase == "vote"
    assert begun.ends is not None
    app.press("more_time")
    later = meeting(app).ends
    assert later is not None
    assert later - begun.ends == dt.timedelta(minutes=2)
    app.press("stop_time")
    assert meeting(app).ends is None


def test_a_part_of_a_plan_brings_its_question(app: Driver, small: Canvas) -> None:
    expand(open_page(app, small), "agenda").press("agenda:0")
    assert meeting(app).phase == "silence"
    assert meeting(app).note.startswith("What happens here?")


def test_note_dots_and_names_are_set_for_everybody(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    app.at.text_input[0].set_value("Think of winter")
    app.at.number_input[0].set_value(5)
    app.at.toggle[0].set_value(True)
    app.press("room_save")
    kept = meeting(app)
    assert (kept.note, kept.dots, kept.names) == ("Think of winter", 5, True)


def test_what_is_set_for_everybody_holds_while_cards_come_in(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    dots = app.at.number_input[0].value
    more = tuple(AddCard(card=Card(id=f"m{n}", text="More", **CELL)) for n in range(40))
    app.workshop.submit(app.canvas_id, Together(edits=more), "phone")
    app.at.text_input[0].set_value("Think of winter")
    app.press("room_save")
    assert (meeting(app).note, meeting(app).dots) == ("Think of winter", None)
    assert app.at.number_input[0].value > dots
    fewer = tuple(RemoveCard(card=f"m{n}") for n in range(30))
    app.workshop.submit(app.canvas_id, Together(edits=fewer), "phone")
    app.at.number_input[0].set_value(8)
    app.press("room_save")
    assert (meeting(app).note, meeting(app).dots) == ("Think of winter", 8)


def test_two_who_facilitate_do_not_undo_each_others_settings(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    session.meetings().set_up(host(app), note="From the other", dots=9)
    app.at.toggle[0].set_value(True)
    app.press("room_save")
    kept = meeting(app)
    assert (kept.note, kept.dots, kept.names) == ("From the other", 9, True)
    assert app.at.text_input[0].value == "From the other"


def test_the_list_of_phases_follows_what_is_going_on(app: Driver, small: Canvas) -> None:
    expand(open_page(app, small), "agenda").press("agenda:0")
    assert app.widget("phase").value == "silence"
    session.meetings().begin(host(app), "vote")
    app.at.run()
    assert app.widget("phase").value == "vote"


def test_the_question_of_a_part_goes_with_it_and_ones_own_note_stays(
    app: Driver, small: Canvas
) -> None:
    expand(open_page(app, small), "agenda").press("agenda:0")
    app.widget("phase").set_value("cluster").run()
    app.press("begin")
    assert (meeting(app).phase, meeting(app).note) == ("cluster", "")
    session.meetings().set_up(host(app), note="Think of winter")
    app.widget("phase").set_value("link").run()
    app.press("begin")
    assert meeting(app).note == "Think of winter"


def test_a_suggestion_is_taken_up_or_let_go(app: Driver, small: Canvas) -> None:
    app.open(small, where.WORKSHOP)
    card = small.cards[0].id
    first = session.meetings().suggestions.make(host(app), "phone", card, "Better words")
    second = session.meetings().suggestions.make(host(app), "phone", card, "Worse words")
    app.at.run()
    app.press(f"take:{first.id}")
    app.press(f"settle:{second.id}")
    assert app.canvas.cards[0].text == "Better words"
    assert session.meetings().suggestions.waiting(host(app)) == ()


def test_paper_notes_are_typed_up_as_one_step(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    app.fill(paper_text="One note\n\n  Another note  ", paper_level="patterns")
    app.press("paper_add")
    assert [card.text for card in app.canvas.cards[-2:]] == ["One note", "Another note"]
    assert app.canvas.revision == 1
    app.fill(paper_text="x" * 241).press("paper_add")
    assert "Line 1 has 241 characters" in app.errors[0]
    assert app.widget("paper_text").value == "x" * 241
    app.fill(paper_text=" \n").press("paper_add")
    assert "at least one line" in app.errors[0]


def test_cards_are_hidden_and_come_back(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    card = small.cards[0].id
    app.fill(hidden=[card]).press("hide_save")
    assert app.canvas.view.left_out == (card,)
    app.fill(hidden=[]).press("hide_save")
    assert app.canvas.view.left_out == ()


def test_cards_that_say_the_same_are_merged_or_kept(app: Driver, small: Canvas) -> None:
    texts = ("Staff are leaving the club", "The staff are leaving the club", "Buses are late")
    cards = tuple(
        card.model_copy(update={"text": text, "level": "events"})
        for card, text in zip(small.cards, texts, strict=True)
    )
    like = small.model_copy(update={"cards": cards})
    pair = f"{cards[0].id}:{cards[1].id}"
    expand(open_page(app, like), "together").press(f"keep:{pair}")
    assert "No two cards" in app.shown
    hidden = like.view.model_copy(update={"left_out": (cards[1].id,)})
    expand(open_page(app, like.model_copy(update={"view": hidden})), "together")
    app.at.session_state["kept_apart"] = set()
    app.at.run()
    assert "No two cards" in app.shown
    expand(open_page(app, like), "together")
    app.at.session_state["kept_apart"] = set()
    app.at.run()
    app.press(f"merge:{pair}")
    assert len(app.canvas.cards) == 2


def test_a_last_day_is_set_and_warned_of(app: Driver, small: Canvas) -> None:
    expand(open_page(app, small), "keeping")
    soon = dt.date.today() + dt.timedelta(days=3)
    app.fill(keep_until=soon).press("keep_save")
    assert meeting(app).keep_until == soon
    assert "is deleted with its history after" in app.shown
    app.fill(keep_until=None).press("keep_save")
    assert meeting(app).keep_until is None


def test_the_end_of_a_workshop_counts_names_and_locks(app: Driver, small: Canvas) -> None:
    open_page(app, small)
    session.meetings().begin(host(app), "vote")
    session.meetings().votes.cast(host(app), "phone", small.cards[0].id, 2)
    app.fill(ending_name="Workshop in June").press("end")
    assert meeting(app).phase == "locked"
    kept = app.canvas
    assert kept.cards[0].votes == small.cards[0].votes + 2
    (snapshot,) = kept.snapshots
    assert (snapshot.name, snapshot.revision) == ("Workshop in June", kept.revision - 1)
    app.visit("canvas", app.canvas_id).panel("add")
    app.fill(text="Too late").press("add_button")
    assert "The canvas is locked" in app.errors[0]


def test_trends_of_the_starter_deck_are_added_with_their_figures(app: Driver) -> None:
    layers = tuple(session.catalog().layer(name) for name in ("national", "place"))
    open_page(app, Canvas(title="Ours", layers=layers))
    first = session.catalog().deck("national")[0]
    app.press("deck_add")
    assert "at least one trend" in app.errors[0]
    app.fill(deck_cards=[f"national-{first.id}"]).press("deck_add")
    kept = app.canvas
    assert [card.text for card in kept.cards] == [first.text]
    assert len(kept.readings) == len(first.readings)
    assert kept.revision == 1
    assert app.widget("deck_cards").value == []


def test_a_layer_of_ones_own_takes_nothing_from_the_page(app: Driver, small: Canvas) -> None:
    own = Layer(id="ours", title="Our street")
    open_page(app, small.model_copy(update={"layers": (*small.layers, own)}))
    assert app.errors == []
    app.press("end")
    assert meeting(app).phase == "locked"


def test_hidden_cards_leave_with_nobody_but_a_facilitator(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = small.cards[0]
    view = small.view.model_copy(update={"left_out": (hidden.id,)})
    app.open(small.model_copy(update={"view": view}), where.TAKE_AWAY)
    made: list[Canvas] = []
    export = pictures.export

    def recorded(canvas: Canvas, *options: object) -> object:
        made.append(canvas)
        return export(canvas, *options)  # type: ignore[arg-type]

    monkeypatch.setattr(pictures, "export", recorded)
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    forget_all()
    for role, seen in (("viewer", False), ("facilitator", True)):
        made.clear()
        app.at.query_params["token"] = session.meetings().doors.token(host(app), role)
        app.at.run()
        assert made
        assert all((canvas.card(hidden.id) is not None) is seen for canvas in made)
