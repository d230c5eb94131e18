"""Our workbook brings back the whole canvas, also when somebody else's program has saved it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg import resources
from iceberg.edits import Edit, PutInTray, fold
from iceberg.exporters import ExportOptions, export
from iceberg.importers import Imported, drafted, is_own, load_canvas, noted, open_own
from iceberg.importers.files import MapFile
from iceberg.model import (
    Canvas,
    Card,
    Hint,
    ImportNote,
    Layer,
    LevelGuide,
    Link,
    Reading,
    StatusChange,
    Threshold,
    TrayCard,
)
from tests.exporters.everything import everything
from tests.exporters.offices import resaved
from tests.importers.bringing import CATALOG, bring
from tests.scene.samples import plain
from tests.strategies import canvases, canvases_with_trays, histories
from tests.strategies.covers import LOGO, covers, views

EXAMPLES = sorted(resources.examples_folder().glob("*.iceberg.json"))
DAY = dt.date(2026, 6, 24)
ODD = (
    "1/2", "=1+1", "007", "1E5", "'quoted", "'=1+1", "+44 20", "-1", "@home", "TRUE", "2026-06-24",
    "#N/A", "0.10", "a\nb", "\"x\"", "🧊 👨‍👩‍👧", "الأمل", "a|b, c\\d",
    "12345678901234567890", "  ".join("ab"),
)  # fmt: skip


def book(canvas: Canvas, **options: Any) -> bytes:
    return export(canvas, ".xlsx", ExportOptions(whole=True, **options)).data


def full(count: int = 3) -> Canvas:
    """Everything that a canvas can have, with a tray, a logo and a long report."""
    canvas = fold(everything(count), [PutInTray(card="c0")])
    [waiting] = canvas.tray
    tray = (waiting.model_copy(update={"hint": Hint(x=0.25, y=1.0)}),)
    layer = canvas.layers[0].model_copy(
        update={"levels": {"events": LevelGuide(question="What?"), "patterns": LevelGuide()}}
    )
    last = canvas.assumptions[-1].model_copy(
        update={
            "signpost_card": "c1",
            "threshold": Threshold(crossing="above", figure=62.5),
            "shaping": ("Ask the funder", "=1+1"),
            "history": (
                StatusChange(date=dt.date(1850, 1, 2), status="holds", text="We\nassume"),
                StatusChange(date=DAY, status="broken", look=False),
            ),
        }
    )
    report = ImportNote(id="i", name="a.prsm", format="PRSM map", date=DAY, report="# R\n" * 20_000)
    return canvas.model_copy(
        update={
            "layers": (layer, *canvas.layers[1:]),
            "assumptions": (*canvas.assumptions[:-1], last),
            "imports": (report, ImportNote(id="j", name="b", format="DOT")),
            "cover": canvas.cover.model_copy(update={"logo": LOGO, "caption": "007"}),
            "dismissed": ("loop:stopped", "gap:lone:c1"),
            "revision": 12,
            "tray": tray,
        }
    )


SPELLED = ("_x000A_", "_x005F_x000A_")
"""What workbooks spell characters with; LibreOffice takes it for those when it saves."""


def of_odd_texts(texts: tuple[str, ...] = ODD) -> Canvas:
    cards = tuple(
        Card(
            id=f"c{n}",
            layer="place",
            level="events",
            text=text,
            note=text,
            source=text.replace("\n", " "),
            tags=(text.replace("\n", " "),),
            originals=(text, "and"),
        )
        for n, text in enumerate(texts)
    )
    readings = tuple(
        Reading(id=f"r{n}", card="c0", date=DAY, direction="rising", figure=figure)
        for n, figure in enumerate(["007", "1/2", "1E5", "62%", 7, 7.25, -0.1, 1e300, 134_760])
    )
    layers = (Layer(id="place", title="1/2"), Layer(id="x", title="place", scope="=1+1"))
    return plain("x").model_copy(update={"cards": cards, "readings": readings, "layers": layers})


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_an_example_comes_back_whole(file: Path) -> None:
    canvas = load_canvas(file, CATALOG)
    found = bring(book(canvas), "ours.xlsx")
    assert found.canvas == canvas
    assert found.report.remarks == ()


@pytest.mark.parametrize("count", [0, 2, 3])
def test_every_field_comes_back(count: int) -> None:
    canvas = full(count) if count else everything(0)
    assert bring(book(canvas), "ours.xlsx").canvas == canvas


def test_an_empty_canvas_comes_back() -> None:
    empty = Canvas(title="=1+1", layers=everything(0).layers)
    assert bring(book(empty), "ours.xlsx").canvas == empty


def test_texts_and_figures_that_look_like_others_stay_what_they_are() -> None:
    canvas = of_odd_texts((*ODD, *SPELLED))
    found = bring(book(canvas), "ours.xlsx").canvas
    assert found == canvas
    assert [type(one.figure) for one in found.readings[:4]] == [str] * 4


def test_a_figure_keeps_its_seventeenth_digit() -> None:
    reading = Reading(id="r", card="b1", date=DAY, direction="rising", figure=0.1 + 0.2)
    canvas = everything(0).model_copy(update={"readings": (reading,)})
    assert bring(book(canvas), "ours.xlsx").canvas == canvas


@given(canvases(), views, covers)
def test_any_canvas_comes_back(canvas: Canvas, view: Any, cover: Any) -> None:
    dressed = canvas.model_copy(update={"view": view, "cover": cover})
    assert bring(book(dressed), "ours.xlsx").canvas == dressed


@given(canvases_with_trays())
def test_any_tray_comes_back_unplaced(canvas: Canvas) -> None:
    assert bring(book(canvas), "ours.xlsx").canvas == canvas


def test_where_a_card_of_the_tray_stood_comes_back() -> None:
    tray = (
        TrayCard(id="w1", text="Left", hint=Hint(x=0.25, y=1)),
        TrayCard(id="w2", text="Right", hint=Hint(x=0.75, y=0)),
        TrayCard(id="w3", text="Nowhere"),
    )
    canvas = everything(0).model_copy(update={"tray": tray})
    assert bring(book(canvas), "ours.xlsx").canvas.tray == tray


@given(histories())
def test_what_edits_have_made_comes_back(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    canvas = fold(*history)
    assert bring(book(canvas), "ours.xlsx").canvas == canvas


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
def test_any_texts_come_back(texts: list[str]) -> None:
    cards = [
        TrayCard.model_validate({"id": f"c{n}", "text": f"a{text}"}) for n, text in enumerate(texts)
    ]
    canvas = everything(0).model_copy(update={"tray": tuple(cards)})
    [*found] = bring(book(canvas), "ours.xlsx").canvas.tray
    assert [legal(one.text) for one in cards] == [one.text for one in found]


def legal(text: str) -> str:
    """Without the two characters that XML cannot have, which no text needs."""
    return text.replace("\ufffe", "").replace("\uffff", "")


@pytest.mark.parametrize("canvas", [full(), of_odd_texts()], ids=["full", "odd texts"])
def test_it_comes_back_after_libreoffice_has_saved_it(canvas: Canvas, tmp_path: Path) -> None:
    file = tmp_path / "ours.xlsx"
    file.write_bytes(book(canvas))
    found = bring(resaved(file, tmp_path).read_bytes(), "ours.xlsx")
    assert found.canvas == canvas


def test_it_is_opened_as_a_canvas_and_not_as_a_map() -> None:
    data = book(full())
    assert is_own(MapFile("renamed.bin", data))
    assert open_own("renamed.bin", data, CATALOG) == full()
    assert not is_own(MapFile("kumu.xlsx", export(full(), ".kumu.xlsx").data))


def test_into_another_canvas_it_brings_cards_and_says_what_stays() -> None:
    draft = drafted("ours.xlsx", book(full()), CATALOG, full().layers)
    assert {node.id for node in draft.source.nodes} == {"b1", "b2", "c0", "c1", "c2"}
    told = [one.name for one in draft.source.remarks if one.about == "other"]
    assert told == [
        "3 readings",
        "3 assumptions",
        "3 kept findings",
        "3 snapshots",
        "2 import reports",
    ]


# What people do to it

Change = Callable[[Any], None]


def changed(canvas: Canvas, change: Change) -> Imported:
    book_ = openpyxl.load_workbook(io.BytesIO(book(canvas)))
    change(book_)
    out = io.BytesIO()
    book_.save(out)
    return bring(out.getvalue(), "ours.xlsx")


def place(sheet: Any, title: str) -> int:
    return [cell.value for cell in sheet[1]].index(title) + 1


def test_a_row_without_an_id_is_a_new_card() -> None:
    def add(sheets: Any) -> None:
        sheets["Cards"].append(["Place", "Patterns", "Quite new"])
        sheets["Links"].append(["Quite new", "drives", "Bare 1"])

    found = changed(everything(1), add).canvas
    new = found.cards[-1]
    assert (new.text, new.layer, new.level) == ("Quite new", "place", "patterns")
    assert (found.links[-1].source, found.links[-1].target) == (new.id, "b1")
    assert len(found.assumptions) == 1


def test_who_writes_another_layer_moves_the_card() -> None:
    def move(sheets: Any) -> None:
        sheets["Cards"].cell(2, place(sheets["Cards"], "Layer")).value = "Place"

    assert {card.layer for card in changed(everything(1), move).canvas.cards} == {"place"}


def test_what_hangs_on_a_card_that_somebody_took_out_goes_and_is_named() -> None:
    def remove(sheets: Any) -> None:
        sheets["Cards"].delete_rows(2)

    found = changed(full(), remove)
    assert "c1" not in {card.id for card in found.canvas.cards}
    assert len(found.canvas.assumptions) == 3
    loose = found.report.names("loose")
    assert any(name.startswith("Readings, row ") for name in loose)
    assert any(name.startswith("Assumptions, row ") for name in loose)
    assert len(found.report.names("dangling")) == 1
    assert "Readings, row 2" in noted(found).imports[-1].report


@pytest.mark.parametrize(
    ("sheet", "title", "value", "said"),
    [
        ("Assumptions", "Status", "perhaps", "Assumptions, row 2, status: is not one of holds"),
        ("Readings", "Date", "last May", "Readings, row 2, date"),
        ("Readings", "Direction", "up", "Readings, row 2, direction"),
        ("Layers", "Colour", "red", "Layers, row 2, colour"),
        ("Canvas", "Value", "x" * 200, "Canvas, title"),
        ("History", "Status", "gone", "Assumptions, row 2, history[0].status"),
    ],
)
def test_what_makes_no_sense_is_named_with_its_row(
    sheet: str, title: str, value: str, said: str
) -> None:
    def spoil(sheets: Any) -> None:
        sheets[sheet].cell(2, place(sheets[sheet], title)).value = value

    with pytest.raises(Exception, match=said.replace("[", r"\[")):
        changed(full(), spoil)


def test_a_row_of_the_canvas_that_nobody_knows_is_named() -> None:
    def add(sheets: Any) -> None:
        sheets["Canvas"].append(["Weather", "fine"])

    assert changed(everything(1), add).report.names("other") == ("Canvas: Weather: fine",)


# What a picture leaves out stays out


def test_without_all_cards_what_waits_beside_them_stays_behind() -> None:
    data = export(full(), ".xlsx")
    found = bring(data.data, "ours.xlsx").canvas
    assert "b1" not in {card.id for card in found.cards}
    assert (found.tray, found.imports, found.snapshots, found.dismissed) == ((), (), (), ())
    assert "b1" not in str(found.view)
    assert data.notes[0].startswith(
        "Left out as in the picture: 1 card, 3 snapshots, 1 tray card, 2 import reports."
    )


def test_of_one_layer_only_what_stands_on_it_goes_along() -> None:
    canvas = everything(2)
    found = bring(book(canvas, layers=("place",)), "ours.xlsx").canvas
    assert [layer.id for layer in found.layers] == ["place"]
    assert [card.id for card in found.cards] == ["b1", "b2"]
    assert found.assumptions == ()


def test_two_layers_with_each_others_names_are_not_mixed_up() -> None:
    layers = (Layer(id="region", title="Place"), Layer(id="place", title="Region"))
    cards = tuple(
        Card(id=layer.id, layer=layer.id, level="events", text=layer.id) for layer in layers
    )
    link = (Link(id="l", source="region", target="place"),)
    canvas = everything(0).model_copy(update={"layers": layers, "cards": cards, "links": link})
    assert bring(book(canvas), "ours.xlsx").canvas == canvas
