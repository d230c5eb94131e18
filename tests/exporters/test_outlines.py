"""Text as outlines: the same letters at the same places, in need of no font."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.outlines import outlined_svg
from iceberg.layout.parts import MM_PER_PT
from iceberg.scene import build_scene
from iceberg.scene.parts import Text
from tests.exporters.packages import parts
from tests.scene.samples import plain, sample

SVG = "{http://www.w3.org/2000/svg}"
QUICK = ExportOptions(dpi=72)


def drawn(canvas_text: str) -> Xml.Element:
    svg = outlined_svg(build_scene(plain(canvas_text)))
    assert svg is not None
    return Xml.fromstring(svg)


def card_of(root: Xml.Element) -> Xml.Element:
    return next(g for g in root.iter(f"{SVG}g") if g.find(f"{SVG}rect[@data-card]") is not None)


@pytest.mark.parametrize("word", ["HEH", "HE HE", "Éclair", "AVAWA"])
def test_letters_stand_where_the_scene_has_their_line(word: str) -> None:
    [line] = [m for m in build_scene(plain(word)).cards[0].marks if isinstance(m, Text)]
    em = line.font_pt * MM_PER_PT
    pen = BoundsPen(None)
    parse_path(card_of(drawn(word)).findall(f"{SVG}path")[-1].attrib["d"], pen)
    left, top, right, bottom = pen.bounds
    assert left == pytest.approx(line.x, abs=0.1 * em)
    assert right == pytest.approx(line.x + line.width, abs=0.1 * em)
    assert bottom == pytest.approx(line.y, abs=0.03 * em)
    assert 0.6 * em < line.y - top < em


def test_there_is_no_text_and_no_font_left() -> None:
    svg = outlined_svg(build_scene(sample()))
    assert svg is not None
    root = Xml.fromstring(svg)
    assert list(root.iter(f"{SVG}text")) == []
    assert b"font-face" not in svg
    assert root.findtext(f"{SVG}desc")


@pytest.mark.parametrize("text", ["漢字", "👩‍👩‍👧‍👦", "Ünïcode ﬁ", "a\u0301"])
def test_any_letters_that_run_from_the_left_are_drawn(text: str) -> None:
    assert len(card_of(drawn(text)).findall(f"{SVG}path")) == 2


@pytest.mark.parametrize("text", ["الأمل", "Hope (أمل)", "שלום"])
def test_lines_that_run_from_the_right_are_left_to_who_sets_text(text: str) -> None:
    assert outlined_svg(build_scene(plain(text))) is None
    assert not [name for name in parts(export(plain(text), ".docx", QUICK).data) if "svg" in name]


@pytest.mark.parametrize(
    ("extension", "folder", "page"),
    [(".docx", "word", "word/document.xml"), (".pptx", "ppt", "ppt/slides/slide1.xml")],
)
def test_office_files_show_it_instead_of_the_bitmap_where_they_can(
    extension: str, folder: str, page: str
) -> None:
    found = parts(export(sample(), extension, QUICK).data)
    assert found[f"{folder}/media/picture.svg"] == outlined_svg(build_scene(sample()))
    assert b"image/svg+xml" in found["[Content_Types].xml"]
    where, _, name = page.rpartition("/")
    relations = Xml.fromstring(found[f"{where}/_rels/{name}.rels"])
    leads = {one.attrib["Id"]: one.attrib["Target"] for one in relations}
    [sharp] = [one for one in Xml.fromstring(found[page]).iter() if one.tag.endswith("}svgBlip")]
    embedded = next(value for key, value in sharp.attrib.items() if key.endswith("}embed"))
    assert leads[embedded].endswith("media/picture.svg")
