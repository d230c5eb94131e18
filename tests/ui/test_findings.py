"""The page of findings: what it says, what if, forces, levers; for everybody."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.analyses import Finding, read
from iceberg.analyses.wording import KIND_TITLES
from iceberg.edits import AddLink, RemoveCard
from iceberg.meeting import Grant
from iceberg.model import Assumption, Canvas, Card, Link, Reading, View
from iceberg.ui import session
from iceberg.ui import wording as app_wording
from iceberg.ui.findings import kept, wording
from iceberg.ui.kept import forget_all
from tests.ui.driving import Driver


@pytest.fixture
def newer(small: Canvas) -> Canvas:
    """A canvas with a reading upstream of its assumption, after the day it was looked at."""
    reading = Reading(id="r2", card="cost", date=dt.date(2026, 7, 1), direction="rising")
    return small.model_copy(update={"date": dt.date(2026, 6, 24), "readings": (reading,)})


def find(canvas: Canvas, begins: str) -> Finding:
    """The first finding whose id begins so."""
    return next(finding for finding in read(canvas) if finding.id.startswith(begins))


def look_at(app: Driver, tab: str) -> Driver:
    app.at.session_state["findings_tab"] = tab
    app.at.run()
    return app


def labels(app: Driver) -> list[str]:
    return [button.label for button in app.at.button]


def as_viewer(app: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Somebody else on the page, by a link that only lets them look."""
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    session.meetings.clear()
    facilitator = Grant(app.canvas_id, "facilitator")
    other = Driver()
    other.canvas_id = app.canvas_id
    token = session.meetings().doors.token(facilitator, "viewer")
    other.at.query_params["token"] = token
    other.at.query_params |= {"page": "findings", "canvas": app.canvas_id}
    other.at.run()
    return other


def test_the_frame_leads_to_it_between_canvas_and_assumptions(app: Driver, small: Canvas) -> None:
    app.open(small)
    links = [link.label.strip("*") for link in app.at.get("page_link")]
    at = links.index(app_wording.FINDINGS)
    assert links[at - 1 : at + 2] == [
        app_wording.CANVAS,
        app_wording.FINDINGS,
        app_wording.ASSUMPTIONS,
    ]


def test_an_empty_canvas_is_one_sentence_and_the_way_on(app: Driver, small: Canvas) -> None:
    empty = {"cards": (), "links": (), "readings": (), "assumptions": ()}
    app.open(small.model_copy(update=empty), "findings")
    assert wording.NO_CARDS in app.shown
    assert any(link.label == wording.TO_CANVAS for link in app.at.get("page_link"))
    assert not app.at.tabs


@pytest.mark.parametrize("tab", wording.TABS)
def test_a_canvas_with_one_bare_card_has_every_part(app: Driver, small: Canvas, tab: str) -> None:
    bare = Card(id="one", layer="place", level="events", text="The club closed")
    lone = {"cards": (bare,), "links": (), "readings": (), "assumptions": ()}
    look_at(app.open(small.model_copy(update=lone), "findings"), tab)
    assert not app.errors
    assert not app.at.exception


def test_assumptions_come_first_with_the_way_in_words(app: Driver, newer: Canvas) -> None:
    app.open(newer, "findings")
    assert "How it gets there: Costs rise → Fewer lunches" in app.shown
    assert [title.value for title in app.at.subheader] == [
        KIND_TITLES["assumption"],
        wording.ELSE,
        wording.ALL,
    ]


def test_a_cause_that_was_named_since_the_review_asks_for_another_look(
    app: Driver, small: Canvas
) -> None:
    app.open(small, "findings")
    assert "has been named as a cause" not in app.shown
    link = AddLink(link=Link(id="new", source="closed", target="cost"))
    app.workshop.submit(app.canvas_id, link, "somebody")
    app.at.run()
    assert "“The club closed on Friday” has been named as a cause of “Costs rise”" in app.shown


def test_what_if_tells_which_assumptions_would_break_first(app: Driver, small: Canvas) -> None:
    near = Assumption(id="a2", text="We assume prices hold", cards=("cost",))
    both = small.model_copy(update={"assumptions": (*small.assumptions, near)})
    look_at(app.open(both, "findings"), "What if").fill(**{f"{app.canvas_id}:if_more": ["cost"]})
    app.at.run()
    assert wording.IF_BREAKS in app.shown
    shown = app.shown
    assert shown.index("“We assume prices hold” rests on") < shown.index("“The council stays in”")
    assert "The nearest way there has 1 link: Costs rise → Fewer lunches." in shown
    app.fill(**{f"{app.canvas_id}:if_more": ["closed"]})
    app.at.run()
    assert wording.IF_BREAKS_NONE in app.shown
    assert app.canvas == app.workshop.at(app.canvas_id, 0)


def test_every_assumption_is_named_once_at_first(app: Driver, small: Canvas) -> None:
    three = tuple(Assumption(id=f"a{n}", text=f"Thing {n} lasts") for n in range(3))
    app.open(small.model_copy(update={"assumptions": three}), "findings")
    assert [app.shown.count(f"“Thing {n} lasts” rests on no card") for n in range(3)] == [1, 1, 1]


def test_a_finding_is_shown_on_the_picture_without_any_edit(app: Driver, newer: Canvas) -> None:
    app.open(newer, "findings")
    finding = find(newer, "assumption:reading")
    app.press(f"show:few:{finding.id}")
    assert "page" not in app.at.query_params
    assert app.at.session_state["selected_card"] == finding.cards[0] == "cost"
    assert app.canvas.revision == 0


def test_just_these_is_an_edit_that_undo_takes_back(app: Driver, newer: Canvas) -> None:
    app.open(newer, "findings")
    finding = find(newer, "assumption:reading")
    app.press(f"just:few:{finding.id}")
    assert {card.id for card in app.canvas.shown_cards()} == set(finding.cards)
    assert app.told == ["Showed just 2 of 3 cards"]
    app.press("undo")
    assert len(app.canvas.shown_cards()) == 3


def test_just_these_says_why_not(app: Driver, newer: Canvas) -> None:
    app.open(newer, "findings")
    session.meetings().begin(session.grant(app.canvas_id), "locked")
    app.press(f"just:few:{find(newer, 'assumption:reading').id}")
    assert len(app.errors) == 1
    assert app.canvas.revision == 0
    assert app.at.query_params["page"] == "findings"


def test_a_card_that_is_left_out_is_passed_over(app: Driver, newer: Canvas) -> None:
    shown = newer.model_copy(update={"view": View(left_out=("cost",))})
    app.open(shown, "findings").press(f"show:few:{find(newer, 'assumption:reading').id}")
    assert app.at.session_state["selected_card"] == "less"


def test_it_is_said_when_no_card_of_a_finding_is_on_the_picture(app: Driver, newer: Canvas) -> None:
    shown = newer.model_copy(update={"view": View(left_out=("cost", "less"))})
    app.open(shown, "findings")
    key = f"show:few:{find(newer, 'assumption:reading').id}"
    assert key not in [button.key for button in app.at.button]
    assert wording.NOT_SHOWN in app.shown


def test_the_picture_of_now_is_shown_after_an_earlier_moment(app: Driver, newer: Canvas) -> None:
    app.open(newer).fill(text="One more").press("add_button").panel("canvas")
    app.widget("look_at").set_value(0).run()
    app.visit("findings").press(f"show:few:{find(newer, 'assumption:reading').id}")
    assert "earlier moment: revision" not in app.shown


def test_a_kind_unfolds_twenty_at_a_time(app: Driver, small: Canvas) -> None:
    loose = tuple(
        Card(id=f"c{n}", layer="place", level="events", text=f"Loose {n}") for n in range(30)
    )
    app.open(small.model_copy(update={"cards": (*small.cards, *loose)}), "findings")
    assert "“Loose 25”" not in app.shown
    app.at.session_state["all:gap"] = True
    app.at.run()
    assert "“Loose 10”" in app.shown
    assert "“Loose 25”" not in app.shown
    app.press("more:gap")
    assert "“Loose 25”" in app.shown


def test_who_only_looks_can_change_nothing(
    app: Driver, newer: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(newer, "findings")
    assert wording.SHOW_JUST in labels(app)
    viewer = as_viewer(app, monkeypatch)
    assert wording.SHOW in labels(viewer)
    assert wording.SHOW_JUST not in labels(viewer)


def test_who_only_looks_is_told_nothing_of_hidden_cards(
    app: Driver, newer: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(newer.model_copy(update={"view": View(left_out=("cost",))}), "findings")
    assert "Costs rise" in app.shown
    viewer = as_viewer(app, monkeypatch)
    assert app_wording.LEFT_OUT in viewer.shown
    assert "Costs rise" not in viewer.shown


def test_cards_added_in_silence_are_not_told(app: Driver, newer: Canvas) -> None:
    app.open(newer)
    session.meetings().begin(session.grant(app.canvas_id), "silence")
    app.fill(text="A secret so far").press("add_button").visit("findings")
    app.at.session_state["all:gap"] = True
    app.at.run()
    assert "The club closed on Friday" in app.shown
    assert "A secret so far" not in app.shown


def test_what_if_tells_what_moves_and_writes_nothing(app: Driver, small: Canvas) -> None:
    signed = tuple(link.model_copy(update={"sign": "+"}) for link in small.links)
    look_at(app.open(small.model_copy(update={"links": signed}), "findings"), "What if")
    app.widget("if_more").set_value(["cost"])
    app.at.run()
    assert "If there is more of “Costs rise”, expect more of this" in app.shown
    assert "touches what “The council stays in” rests on" in app.shown
    [moved] = app.at.table
    assert list(moved.value[wording.CARD]) == ["Fewer lunches", "The club closed on Friday"]
    assert set(moved.value[wording.WAY]) == {wording.WAYS["more"]}
    assert app.canvas.revision == 0


def test_what_if_says_what_could_go_either_way(app: Driver, small: Canvas) -> None:
    links = (
        Link(id="l1", source="cost", target="closed", sign="+"),
        Link(id="l2", source="less", target="closed", sign="+"),
    )
    look_at(app.open(small.model_copy(update={"links": links}), "findings"), "What if")
    app.widget("if_more").set_value(["cost"])
    app.widget("if_less").set_value(["less"])
    app.at.run()
    [moved] = app.at.table
    assert list(moved.value[wording.WAY]) == [wording.WAYS["either way"]]


def test_a_card_cannot_go_both_ways(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), "What if")
    app.widget("if_more").set_value(["cost"])
    app.widget("if_less").set_value(["cost"])
    app.at.run()
    assert wording.IF_BOTH.format(card="Costs rise (National)") in app.shown
    assert not app.at.table


def test_a_card_that_leads_nowhere_moves_nothing(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), "What if")
    app.widget("if_more").set_value(["closed"])
    app.at.run()
    assert wording.IF_STILL in app.shown


def test_a_pushed_card_may_go_meanwhile(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), "What if")
    app.widget("if_more").set_value(["cost"])
    app.at.run()
    app.workshop.submit(app.canvas_id, RemoveCard(card="cost"), "somebody-else")
    app.at.run()
    assert not app.errors
    assert not app.at.exception
    assert not app.at.table


def test_one_comes_back_to_what_one_looked_at(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), "What if")
    app.widget("if_more").set_value(["cost"])
    app.at.run()
    app.visit("canvas").visit("findings")
    assert app.widget("if_more").value == ["cost"]
    assert "touches what “The council stays in” rests on" in app.shown


def test_forces_stand_in_a_chart_and_in_a_table_for_each_iceberg(
    app: Driver, small: Canvas
) -> None:
    look_at(app.open(small, "findings"), "Forces")
    assert len(app.at.get("vega_lite_chart")) == 1
    [table] = app.at.table
    [row] = table.value.to_dict("records")
    assert row == {
        wording.CARD: "Fewer lunches",
        wording.EFFECT: "resists",
        wording.STRENGTH: 4,
        wording.SHIFTABLE: "partly",
    }
    assert wording.FORCES_NONE_HERE in app.shown
    (button,) = app.at.get("download_button")
    assert button.label == "Download: To scale (SVG)"
    app.fill(forces_format=".pdf").at.run()
    (button,) = app.at.get("download_button")
    assert button.label == "Download: To print (PDF)"


def test_levers_stand_in_two_tables(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), "Levers")
    ours, others = (table.value for table in app.at.table)
    assert list(ours[wording.CARD]) == ["Fewer lunches"]
    assert list(others[wording.CARD]) == ["Costs rise"]
    assert list(others[wording.REACH]) == [2]


def test_all_levers_are_shown_when_asked_for(app: Driver, small: Canvas) -> None:
    beaten = Card(id="weak", layer="place", level="patterns", text="A rumour")
    link = Link(id="l3", source="weak", target="closed")
    more = {"cards": (*small.cards, beaten), "links": (*small.links, link)}
    look_at(app.open(small.model_copy(update=more), "findings"), "Levers")
    assert list(app.at.table[0].value[wording.CARD]) == ["Fewer lunches"]
    app.widget("levers_all").set_value(True)
    app.at.run()
    assert list(app.at.table[0].value[wording.CARD]) == ["Fewer lunches", "A rumour"]


def test_what_is_read_is_kept_for_everybody(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []

    def counting(canvas: Canvas, *_: object, **__: object) -> tuple[Finding, ...]:
        times.append(canvas.revision)
        return ()

    monkeypatch.setattr(kept, "read", counting)
    app.open(small, "findings")
    Driver().visit("findings", app.canvas_id)
    assert times == [0]
    forget_all()
    app.visit("findings")
    assert times == [0, 0]
