"""The slides, opened as the archive of XML that they are."""

from __future__ import annotations

from itertools import chain
from xml.etree import ElementTree as Xml

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.powerpoint.shapes import ASCENT_EM
from iceberg.importers import load_canvas
from iceberg.layout.parts import MM_PER_PT
from iceberg.model import Canvas, PageName
from iceberg.scene import build_scene
from iceberg.scene.parts import Text
from tests.exporters.packages import DC, A, P, days, part, parts, text_of
from tests.scene.samples import plain, sample

EMU_PER_MM = 36_000
CLOSE = 0.0011
"""Millimetres: the scene rounds its lengths to a thousandth."""
NATIVE = "ppt/slides/slide2.xml"
QUICK = ExportOptions(dpi=72)


@pytest.fixture(scope="module")
def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


def groups(data: bytes, name: str, slide: str = NATIVE) -> list[Xml.Element]:
    """The groups of a slide whose name begins so, in the order in which they are drawn."""
    tree = part(data, slide)
    return [
        group
        for group in tree.iter(f"{P}grpSp")
        if (named := group.find(f"{P}nvGrpSpPr/{P}cNvPr")) is not None
        and named.attrib["name"].startswith(f"{name} ")
    ]


def frame(shape: Xml.Element) -> tuple[float, ...]:
    """Left, top, width and height of a shape, in mm."""
    off, ext = shape.find(f"{P}spPr/{A}xfrm/{A}off"), shape.find(f"{P}spPr/{A}xfrm/{A}ext")
    assert off is not None
    assert ext is not None
    sides = (off.attrib["x"], off.attrib["y"], ext.attrib["cx"], ext.attrib["cy"])
    return tuple(int(side) / EMU_PER_MM for side in sides)


def points(shape: Xml.Element) -> list[float]:
    """The points of a freeform on its slide: x and y in turn, in mm."""
    left, top, width, height = frame(shape)
    [path] = shape.iter(f"{A}path")
    assert int(path.attrib["w"]) / EMU_PER_MM == pytest.approx(width)
    assert int(path.attrib["h"]) / EMU_PER_MM == pytest.approx(height)
    return list(
        chain.from_iterable(
            (left + int(pt.attrib["x"]) / EMU_PER_MM, top + int(pt.attrib["y"]) / EMU_PER_MM)
            for pt in path.iter(f"{A}pt")
        )
    )


@pytest.mark.parametrize("page", ["a4", "a3"])
def test_cards_and_links_stand_where_the_scene_has_them(northfield: Canvas, page: PageName) -> None:
    scene = build_scene(northfield, page=page)
    data = export(northfield, ".pptx", ExportOptions(page=page, dpi=72)).data
    cards = [group.findall(f"{P}sp")[0] for group in groups(data, "Card")]
    assert len(cards) == len(scene.cards)
    for shape, card in zip(cards, scene.cards, strict=True):
        assert frame(shape) == pytest.approx((card.x, card.y, card.width, card.height), abs=CLOSE)
    links = [group.findall(f"{P}sp")[-1] for group in groups(data, "Link")]
    assert len(links) == len(scene.links)
    for shape, link in zip(links, scene.links, strict=True):
        first, *_ = link.path
        expected = [*first[:2], *chain.from_iterable(bezier[2:] for bezier in link.path)]
        assert points(shape) == pytest.approx(expected, abs=CLOSE)
        assert shape.find(f"{P}spPr/{A}ln/{A}tailEnd") is not None


def test_the_slide_is_as_large_as_the_page() -> None:
    data = export(sample(), ".pptx", ExportOptions(page="a3", dpi=72)).data
    size = part(data, "ppt/presentation.xml").find(f"{P}sldSz")
    assert size is not None
    assert [int(size.attrib[side]) / EMU_PER_MM for side in ("cx", "cy")] == [420, 297]


@pytest.fixture(scope="module")
def deck() -> bytes:
    return export(sample(), ".pptx", QUICK).data


def test_links_lie_under_cards_and_shapes_have_numbers_of_their_own(deck: bytes) -> None:
    tree = part(deck, NATIVE)
    names = [named.attrib["name"].partition(" ")[0] for named in tree.iter(f"{P}cNvPr")]
    links = [n for n, name in enumerate(names) if name == "Link"]
    cards = [n for n, name in enumerate(names) if name == "Card"]
    assert max(links) < min(cards)
    numbers = [named.attrib["id"] for named in tree.iter(f"{P}cNvPr")]
    assert len(numbers) == len(set(numbers))


def test_cards_hold_their_text_and_speak(deck: bytes) -> None:
    cards = groups(deck, "Card")
    texts = [text_of(group.findall(f"{P}sp")[0], A) for group in cards]
    assert sorted(texts) == ["A circle meets", "Contracts below cost", "Staff keep leaving"]
    spoken = [group.find(f"{P}nvGrpSpPr/{P}cNvPr").attrib["descr"] for group in cards]  # type: ignore[union-attr]
    assert any("Staff keep leaving" in said and "3 votes" in said for said in spoken)


def test_a_cards_text_keeps_clear_of_its_bar_and_marks(deck: bytes) -> None:
    for group in groups(deck, "Card"):
        paper = group.findall(f"{P}sp")[0]
        room = paper.find(f"{P}txBody/{A}bodyPr")
        assert room is not None
        assert room.attrib["wrap"] == "square"
        assert int(room.attrib["lIns"]) > 0
        assert int(room.attrib["bIns"]) > 0
        assert room.find(f"{A}normAutofit") is not None


def test_there_is_a_slide_for_the_picture_the_shapes_each_layer_and_the_assumptions(
    deck: bytes,
) -> None:
    titles = [text_of(title(deck, n), A) for n in range(1, 6)]
    assert titles == [
        "Keeping going",
        "Keeping going: to edit",
        "Keeping going: National",
        "Keeping going: Place",
        "What we assume",
    ]
    assert "ppt/slides/slide6.xml" not in parts(deck)
    assert len(groups(deck, "Card", "ppt/slides/slide4.xml")) == 2


def title(data: bytes, slide: int) -> Xml.Element:
    shapes = part(data, f"ppt/slides/slide{slide}.xml").iter(f"{P}sp")
    return next(shape for shape in shapes if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None)


def test_the_picture_has_an_alternative_and_its_story_in_the_notes(deck: bytes) -> None:
    [picture] = part(deck, "ppt/slides/slide1.xml").iter(f"{P}pic")
    named = picture.find(f"{P}nvPicPr/{P}cNvPr")
    assert named is not None
    assert named.attrib["descr"].startswith("Extended iceberg: Keeping going.")
    notes = text_of(part(deck, "ppt/notesSlides/notesSlide1.xml"), A)
    for said in (
        "How to read this",
        "Staff keep leaving",
        "We assume the council",
        "The staff list",
    ):
        assert said in notes


def test_assumptions_are_a_table_with_a_header_row(deck: bytes) -> None:
    [table] = part(deck, "ppt/slides/slide5.xml").iter(f"{A}tbl")
    head, row = table.iter(f"{A}tr")
    assert table.find(f"{A}tblPr").attrib["firstRow"] == "1"  # type: ignore[union-attr]
    assert [text_of(cell, A) for cell in head.iter(f"{A}tc")][:3] == ["No.", "Assumption", "Status"]
    assert "weakening" in text_of(row, A)


def test_many_assumptions_take_more_slides_and_none_is_lost() -> None:
    [one] = sample().assumptions
    many = tuple(
        one.model_copy(update={"id": f"a{n}", "text": f"{n}: {'long ' * 40}"}) for n in range(20)
    )
    data = export(sample().model_copy(update={"assumptions": many}), ".pptx", QUICK).data
    slides = [name for name in parts(data) if name.startswith("ppt/slides/slide")]
    tables = [table for name in slides for table in part(data, name).iter(f"{A}tbl")]
    assert len(tables) > 2
    assert sum(len(list(table.iter(f"{A}tr"))) - 1 for table in tables) == 20


def test_its_language_dates_and_title_come_from_the_canvas() -> None:
    canvas = sample().model_copy(update={"language": "cy"})
    data = export(canvas, ".pptx", QUICK).data
    languages = {run.attrib.get("lang") for run in part(data, NATIVE).iter(f"{A}rPr")}
    assert languages == {"cy"}
    assert part(data, "docProps/core.xml").findtext(f"{DC}title") == "Keeping going"
    assert days(data) == {(2026, 6, 24)}
    assert not [name for name in parts(data) if "thumbnail" in name]


def test_text_runs_the_way_of_its_letters() -> None:
    data = export(plain("الأمل يغيّر المكان"), ".pptx", QUICK).data
    [card] = groups(data, "Card")
    ways = [way.attrib for way in card.iter(f"{A}pPr")]
    assert ways[0]["rtl"] == "1"
    assert ways[0]["algn"] == "r"


@pytest.mark.parametrize(("title", "way"), [("خطة", "1"), ("Plan", None)])
def test_a_table_of_slides_from_the_right_begins_on_the_right(title: str, way: str | None) -> None:
    [one] = sample().assumptions
    assumed = one.model_copy(update={"text": "نفترض أن المجلس يدفع"})
    changed = {"title": title, "assumptions": (assumed,)}
    data = export(sample().model_copy(update=changed), ".pptx", QUICK).data
    [table] = part(data, "ppt/slides/slide5.xml").iter(f"{A}tbl")
    assert table.find(f"{A}tblPr").attrib.get("rtl") == way  # type: ignore[union-attr]
    [said] = [p for p in table.iter(f"{A}p") if "نفترض" in text_of(p, A)]
    assert said.find(f"{A}pPr").attrib == {"rtl": "1", "algn": "r"}  # type: ignore[union-attr]


def line_of(data: bytes, said: str) -> tuple[int, float]:
    """Type (1/100 pt) and baseline (mm) of the line of the slide in shapes that says so."""
    [shape] = [s for s in part(data, NATIVE).iter(f"{P}sp") if text_of(s, A) == said]
    [run] = shape.iter(f"{A}rPr")
    size = int(run.attrib["sz"])
    return size, frame(shape)[1] + ASCENT_EM * size / 100 * MM_PER_PT


def test_a_line_that_the_users_font_may_widen_is_set_smaller_on_its_baseline() -> None:
    [one] = sample().assumptions
    wide, arabic, usual = "WWMWAWMWW", "نفترض أن المجلس يدفع", "We assume that it lasts"
    texts = tuple(
        one.model_copy(update={"id": f"a{n}", "text": text})
        for n, text in enumerate((wide, arabic, usual))
    )
    canvas = sample().model_copy(update={"assumptions": texts})
    data = export(canvas, ".pptx", QUICK).data
    drawn = {x.text: x for x in build_scene(canvas).furniture if isinstance(x, Text)}
    full, _ = line_of(data, usual)
    for said, least, most in ((wide, 0.83, 0.9), (arabic, 0.79, 0.83), (usual, 1, 1)):
        size, baseline = line_of(data, said)
        assert least * full <= size <= most * full
        assert baseline == pytest.approx(drawn[said].y, abs=0.02)


def test_grey_slides_have_no_colour(deck: bytes) -> None:
    def colours(data: bytes) -> set[str]:
        return {
            colour.attrib["val"]
            for group in part(data, NATIVE).iter(f"{P}grpSp")
            for colour in group.iter(f"{A}srgbClr")
        }

    grey = export(sample(), ".pptx", ExportOptions(dpi=72, greyscale=True)).data
    assert all(value[:2] == value[2:4] == value[4:] for value in colours(grey))
    assert not all(value[:2] == value[2:4] == value[4:] for value in colours(deck))


def test_an_empty_canvas_makes_slides() -> None:
    data = export(plain(), ".pptx", QUICK).data
    assert groups(data, "Card") == []
    assert "What just happened?" in text_of(part(data, NATIVE), A)
