"""What looks as if it named a person is pointed at, with the reason; a person decides."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.catalog import load_catalog
from iceberg.exporters.leaving.people import Hint, people
from iceberg.exporters.leaving.people.signs import (
    EMAIL,
    FIRST_NAME,
    OWNER,
    PHONE,
    TITLE,
    TWO_CAPITALS,
)
from iceberg.exporters.leaving.selection import Selection, select
from iceberg.importers import load_canvas
from iceberg.model import Assumption, Canvas, Card, KeptFinding, Layer, Link, Reading, StatusChange
from iceberg.resources import examples_folder

CHANGE = StatusChange(date=dt.date(2026, 1, 1), status="holds", note="Says Dr Patel")
PLACE = Layer(id="place", title="Place")


def canvas(text: str = "Staff keep leaving", **more: object) -> Canvas:
    card = Card(id="c", layer="place", level="events", text=text)
    return Canvas(title="T", layers=(PLACE,), cards=(card,)).model_copy(update=more)


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("Write to sylvia.w@example.org first", "sylvia.w@example.org", EMAIL),
        ("Ring 01632 960 123 after five", "01632 960 123", PHONE),
        ("Ring +44 1632 960123", "+44 1632 960123", PHONE),
        ("Then Mrs Adeyemi gave up", "Mrs Adeyemi", TITLE),
        ("Cllr Brown blocks it", "Cllr Brown", TITLE),
        ("Mae'r Cyng. Llywelyn yn gadael", "Cyng. Llywelyn", TITLE),
        ("قال الدكتور حسن ذلك", "الدكتور حسن", TITLE),
        ("They sacked Sylvia Wardrop in May", "Sylvia Wardrop", TWO_CAPITALS),
        ("Sylvia Wardrop was sacked", "Sylvia Wardrop", TWO_CAPITALS),
        ("It was Dafydd ap Gwilym who said so", "Dafydd ap Gwilym", TWO_CAPITALS),
        ("Since Zbigniew Kowalczyk left, nobody asks", "Zbigniew Kowalczyk", TWO_CAPITALS),
        ("After Sylvia’s leaving do", "Sylvia’s", FIRST_NAME),
    ],
)
def test_signs_of_a_person(text: str, found: str, why: str) -> None:
    assert people(canvas(text)) == (Hint(("card", "c"), text, found, why),)


@pytest.mark.parametrize(
    "text",
    [
        "Staff keep leaving",
        "Employers’ National Insurance goes up to 15%",
        "35 councils need Exceptional Financial Support for 2026-27",
        "The National Lottery Community Fund closes in June",
        "£134,760,000 less since 2010",
        "Between 2010 and 2024 income fell by 0.75%",
        "NHS England and MHCLG do not talk",
        "“We have been asked before”",
        "Mae costau yn codi yng Nghymru",
        "الناس لا يثقون بالمجلس",
        "地方の予算が足りない",
        "🙂",
        "Mr",
    ],
)
def test_what_names_nobody_is_let_be(text: str) -> None:
    assert people(canvas(text)) == ()


def test_the_places_and_bodies_that_the_canvas_names_are_known() -> None:
    text = "Meetings at Llanfair Caereinion are full"
    assert people(canvas(text)) != ()
    assert people(canvas(text, place="Llanfair Caereinion")) == ()


def test_everything_that_people_write_is_looked_at_and_can_be_hidden() -> None:
    name = "We asked Sylvia Wardrop"
    full = Canvas(
        title=name,
        question=name,
        aim=name,
        layers=(PLACE,),
        cards=(
            Card(
                id="c",
                layer="place",
                level="events",
                text="Open",
                note=name,
                source=name,
                originals=(name,),
                tags=(name,),
            ),
            Card(id="d", layer="place", level="events", text=name),
        ),
        links=(Link(id="l", source="c", target="d", note=name),),
        readings=(
            Reading(id="r", card="c", date=dt.date(2026, 1, 1), direction="rising", source=name),
        ),
        kept=(KeptFinding(id="chain:c", kind="chain", text=name),),
        assumptions=(
            Assumption(id="a", text=name),
            Assumption(id="b", text="Open", signpost=name, owner="Sylvia W", history=(CHANGE,)),
        ),
    )
    hints = people(full)
    assert {hint.place for hint in hints} == {
        ("card", "c", "note"),
        ("card", "c", "source"),
        ("card", "c", "originals"),
        ("card", "c", "tags"),
        ("card", "d"),
        ("link", "l", "note"),
        ("reading", "r", "source"),
        ("assumption", "a"),
        ("assumption", "b", "history"),
        ("assumption", "b", "signpost"),
        ("assumption", "b", "owner"),
        ("kept", "chain:c"),
        ("canvas", "question"),
        ("canvas", "aim"),
        ("canvas", "title"),
    }
    hidden = tuple(hint.place for hint in hints if hint.can_be_hidden)
    left = people(select(full, Selection(hidden=hidden)))
    assert [hint.place for hint in left] == [("canvas", "title")]


@pytest.mark.parametrize(
    ("owner", "why"),
    [("Sylvia", FIRST_NAME), ("Zbigniew", OWNER), ("Council", None), ("The board", None)],
)
def test_an_owner_by_name_is_pointed_at(owner: str, why: str | None) -> None:
    hints = people(canvas(assumptions=(Assumption(id="a", text="Open", owner=owner),)))
    assert [hint.why for hint in hints] == ([why] if why else [])


@pytest.mark.parametrize("name", ["northfield", "first-iceberg", "enfield-localmotion"])
def test_the_examples_name_few(name: str) -> None:
    example = load_canvas(examples_folder() / f"{name}.iceberg.json", load_catalog())
    assert len(people(example)) <= 3, [(hint.found, hint.text) for hint in people(example)]


@given(st.text(max_size=240))
def test_no_text_is_too_strange(text: str) -> None:
    shown = canvas().model_copy(update={"question": text, "aim": text})
    for hint in people(shown):
        assert hint.found in hint.text
