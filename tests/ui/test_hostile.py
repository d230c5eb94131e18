"""What people write is shown as written, wherever it is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from iceberg.edits import CardChanges, ChangeCard
from iceberg.model import Assumption, Canvas, Card, Link, Reading, Snapshot, StatusChange
from iceberg.ui import wording
from iceberg.ui.findings import wording as findings
from tests.ui.driving import Driver

HOSTILE = [
    "![a](https://evil.example/a.png)",
    "[a](javascript:alert)",
    "cost $x$ and $y$",
    ":red[gone]",
    ":material/delete: :smile:",
    "<script>alert(1)</script>",
    "# **loud** `code`",
]
_DAY = dt.date(2026, 1, 5)
_READ_AS_MARKDOWN = ("label", "help", "body", "value")
_READ_AS_TEXT = ("text", "text_area", "text_input", "code", "selectbox", "multiselect")


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def everywhere(small: Canvas, hostile: str) -> Canvas:
    """A canvas with this text in every place for text that people fill in."""
    card = Card(id="cost", layer="national", level="events", text=hostile, tags=(hostile,))
    other = Card(
        id="less", layer="place", level="events", text="Fewer lunches", originals=(hostile,)
    )
    seen = Reading(
        id="r1",
        card="cost",
        date=_DAY,
        direction="rising",
        figure=hostile,
        unit=hostile,
        source=hostile,
    )
    change = StatusChange(date=_DAY, status="holds", note=hostile)
    layers = tuple(layer.model_copy(update={"title": hostile[:40]}) for layer in small.layers)
    return Canvas(
        title=hostile,
        place=hostile,
        question=hostile,
        layers=layers,
        cards=(card, other),
        links=(Link(id="l1", source="cost", target="less", note=hostile),),
        readings=(seen,),
        assumptions=(Assumption(id="a1", text=hostile, cards=("cost",), history=(change,)),),
        snapshots=(Snapshot(id="s1", name=hostile, revision=0, date=_DAY),),
    )


def markdown_on(app: Driver) -> Iterator[str]:
    """Everything on the page that is read as Markdown."""
    for element in app.at:
        if element.type not in _READ_AS_TEXT:
            proto = getattr(element, "proto", None)
            yield from (str(getattr(proto, name, "")) for name in _READ_AS_MARKDOWN)
        else:
            yield str(getattr(element, "label", ""))


def assert_as_written(app: Driver, hostile: str) -> None:
    assert not app.at.exception
    assert not app.errors
    raw = [said for said in markdown_on(app) if hostile in said]
    assert raw == []


@pytest.mark.parametrize("panel", ["add", "card", "link", "canvas"])
def test_every_panel_shows_it_as_written(
    app: Driver, small: Canvas, hostile: str, panel: str
) -> None:
    app.open(everywhere(small, hostile))
    renamed = ChangeCard(card="less", changes=CardChanges(text=hostile + "!"))
    app.workshop.submit(app.canvas_id, renamed, "somebody-else", author=hostile)
    app.choose(card="cost").panel(panel)
    assert_as_written(app, hostile)
    assert hostile in app.shown


def test_what_was_done_is_told_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile)).choose(card="cost").fill(votes=4).press("save", "change")
    assert app.told == [f"Changed votes of “{hostile}”"]
    assert_as_written(app, hostile)


def test_the_tables_take_it_as_text(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile)).look_at(wording.CARDS)
    [table] = app.at.data_editor
    assert table.value["text"][0] == hostile
    assert_as_written(app, hostile)


def test_the_ledger_shows_it_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile), "assumptions")
    assert_as_written(app, hostile)
    assert hostile in app.shown


def test_other_pages_show_it_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile), "take_away")
    assert hostile in app.shown
    assert_as_written(app, hostile)
    app.visit("start")
    assert_as_written(app, hostile)
    assert hostile in app.shown


def test_the_findings_show_it_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile), "findings")
    for tab in findings.TABS:
        app.at.session_state["findings_tab"] = tab
        app.at.session_state[f"{app.canvas_id}:if_more"] = ["cost"]
        app.at.run()
        assert_as_written(app, hostile)
        cells = [str(cell) for table in app.at.table for cell in table.value.to_numpy().flat]
        assert hostile not in cells


def test_a_refusal_is_one_sentence_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile)).panel("link")
    app.fill(source="cost", target="less").press("save")
    [error] = app.at.error
    assert hostile not in error.value
    assert "already linked" in app.errors[0]
    assert app.canvas.revision == 0
