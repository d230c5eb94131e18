"""Findings are kept, reworded, dismissed and brought back on their page."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.analyses import read
from iceberg.analyses.wording import KEPT_TITLE
from iceberg.edits import RemoveCard
from iceberg.model import Canvas, View
from iceberg.ui.findings import wording
from tests.ui.driving import Driver
from tests.ui.test_findings import as_viewer, find, look_at

WEAKEN = "force:weaken:less"


def headings(app: Driver) -> list[str]:
    return [title.value for title in app.at.subheader]


def test_a_finding_is_kept_above_the_others_and_undone(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}")
    [kept] = app.canvas.kept
    found = find(small, WEAKEN)
    assert (kept.id, kept.kind, kept.text) == (found.id, "force", found.sentence)
    assert (kept.cards, kept.links, kept.date) == (found.cards, found.links, dt.date.today())
    assert headings(app)[0] == KEPT_TITLE
    assert f"keep:few:{WEAKEN}" not in [button.key for button in app.at.button]
    app.press("undo")
    assert app.canvas.kept == ()
    app.press("redo").visit("canvas", app.canvas_id).press("undo")
    assert app.canvas.kept == ()


def test_a_kept_finding_is_put_in_the_rooms_own_words(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}")
    app.fill("kept", text="Lunches *are* what to work on").press("save", "kept")
    assert app.canvas.kept[0].text == "Lunches *are* what to work on"
    assert "Lunches *are* what to work on" in app.shown
    assert app.told[-1].startswith("Reworded the finding")
    app.press("save", "kept")
    assert app.canvas.revision == 2


def test_a_kept_finding_without_words_is_refused_in_its_place(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}")
    app.fill("kept", text=" ").press("save", "kept")
    assert len(app.errors) == 1
    assert app.canvas.revision == 1


def test_a_finding_is_kept_no_longer(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}").press(f"forget:kept:{WEAKEN}")
    assert app.canvas.kept == ()
    assert KEPT_TITLE not in headings(app)


def test_a_kept_finding_is_shown_on_the_picture(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}").press(f"show:kept:{WEAKEN}")
    assert app.at.session_state["selected_card"] == "less"


def test_what_the_canvas_says_no_more_is_told_apart(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"keep:few:{WEAKEN}")
    assert wording.SAYS_NO_MORE not in app.shown
    for card in app.canvas.kept[0].cards:
        app.workshop.submit(app.canvas_id, RemoveCard(card=card), "another")
    app.visit("findings", app.canvas_id)
    assert wording.SAYS_NO_MORE in app.shown
    assert wording.CARDS_GONE in app.shown


def test_a_finding_is_dismissed_shown_and_brought_back(app: Driver, small: Canvas) -> None:
    app.open(small, "findings").press(f"dismiss:few:{WEAKEN}")
    assert app.canvas.dismissed == (WEAKEN,)
    assert f"keep:few:{WEAKEN}" not in [button.key for button in app.at.button]
    app.widget("show_dismissed").set_value(True).run()
    app.press(f"back:dismissed:{WEAKEN}")
    assert app.canvas.dismissed == ()
    assert app.told[-1].startswith("Brought back the finding “")


def test_an_answer_to_what_if_can_be_kept_but_not_dismissed(app: Driver, small: Canvas) -> None:
    look_at(app.open(small, "findings"), wording.TABS[1])
    app.widget(f"{app.canvas_id}:if_more").set_value(["cost"]).run()
    keys = [button.key for button in app.at.button if button.key]
    keep = next(key for key in keys if key.startswith("keep:if:"))
    assert not [key for key in keys if key.startswith("dismiss:if:")]
    app.press(keep)
    assert app.canvas.kept[0].kind == "what if"
    assert wording.IS_KEPT in app.shown


def test_those_who_only_look_change_nothing_and_see_no_hidden_card(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = small.model_copy(update={"view": View(left_out=("closed",))})
    app.open(hidden, "findings").press(f"keep:few:{WEAKEN}")
    about = next(one for one in read(small) if "closed" in one.cards)
    app.at.session_state[f"shown:{about.kind}"] = 20
    other = as_viewer(app, monkeypatch)
    assert KEPT_TITLE in headings(other)
    keys = [button.key for button in other.at.button if button.key]
    assert not [key for key in keys if key.startswith(("keep:", "dismiss:", "forget:"))]
    assert "The club closed on Friday" not in other.shown
