"""The check for names: nothing is decided silently, and what is hidden is in no file."""

from __future__ import annotations

import pytest

from iceberg.edits import CardChanges, ChangeCard
from iceberg.exporters import Exported, ExportOptions
from iceberg.model import Canvas
from iceberg.ui import pictures
from iceberg.ui.kept import forget_all
from iceberg.ui.take_away import wording
from tests.ui.driving import Driver

NAMED = "Since Sylvia Wardrop left, nobody asks"


@pytest.fixture
def named(small: Canvas) -> Canvas:
    first, second, third = small.cards
    cards = (
        first.model_copy(update={"text": NAMED}),
        second.model_copy(update={"note": "Ask Cllr Brown"}),
        third,
    )
    return small.model_copy(update={"cards": cards})


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], ...]]:
    """What the exports of the page were asked to hide, in order."""
    found: list[tuple[tuple[str, ...], ...]] = []
    export = pictures.export

    def recorded(canvas: Canvas, extension: str, options: ExportOptions) -> Exported:
        assert options.show is not None
        found.append(options.show.hidden)
        return export(canvas, extension, options)

    monkeypatch.setattr(pictures, "export", recorded)
    return found


def test_what_may_name_a_person_is_listed_with_the_reason(app: Driver, named: Canvas) -> None:
    app.open(named, "take-away")
    assert wording.NAMES.format(count=2) in [box.label for box in app.at.expander]
    assert "Card: **Sylvia Wardrop** (two words with capitals, as in a name)" in app.shown
    assert "Card (note): **Cllr Brown** (a title before a name)" in app.shown
    warned = [warning.value for warning in app.at.warning]
    assert wording.NAMES_OPEN.format(count=2) in warned


def test_hide_and_keep_are_decided_one_by_one(
    app: Driver, named: Canvas, hidden: list[tuple[tuple[str, ...], ...]]
) -> None:
    app.open(named, "take-away")
    assert hidden[-1] == ()
    app.fill(**{"name:card:cost": "hide"})
    app.at.run()
    assert hidden[-1] == (("card", "cost"),)
    assert wording.NAMES_OPEN_ONE in [warning.value for warning in app.at.warning]
    assert wording.shows(2, 3) in app.shown
    app.fill(**{"name:card:less:note": "keep"})
    app.at.run()
    assert hidden[-1] == (("card", "cost"),)
    assert not [warning for warning in app.at.warning if "name a person" in warning.value]
    assert app.canvas.cards == named.cards, "nothing on the canvas is changed"


def test_all_at_once_and_back(
    app: Driver, named: Canvas, hidden: list[tuple[tuple[str, ...], ...]]
) -> None:
    app.open(named, "take-away").press("names:hide")
    assert hidden[-1] == (("card", "cost"), ("card", "less", "note"))
    before = len(hidden)
    app.press("names:keep")
    assert hidden[before:] == [] or hidden[-1] == ()
    assert app.widget("name:card:cost").value == "keep"


def test_decisions_last_while_other_pages_are_looked_at(
    app: Driver, named: Canvas, hidden: list[tuple[tuple[str, ...], ...]]
) -> None:
    app.open(named, "take-away").press("names:hide")
    app.visit("canvas", app.canvas_id)
    forget_all()
    app.visit("take-away", app.canvas_id)
    assert hidden[-1] == (("card", "cost"), ("card", "less", "note"))


def test_a_canvas_without_names_says_what_cannot_be_found(app: Driver, small: Canvas) -> None:
    assert wording.NAMES_CLEAR in app.open(small, "take-away").shown


def test_other_words_are_asked_about_anew_but_stay_hidden(
    app: Driver, named: Canvas, hidden: list[tuple[tuple[str, ...], ...]]
) -> None:
    app.open(named, "take-away").press("names:keep")
    reword(app, "Since Deborah Pugh left, nobody asks")
    assert wording.NAMES_OPEN_ONE in [warning.value for warning in app.at.warning]
    assert app.widget("name:card:cost").value is None
    app.press("names:hide")
    reword(app, "Since Gareth Lewis left, nobody asks")
    assert ("card", "cost") in hidden[-1]


def reword(app: Driver, text: str) -> None:
    edit = ChangeCard(card="cost", changes=CardChanges(text=text))
    app.workshop.submit(app.canvas_id, edit, "somebody")
    app.at.run()
