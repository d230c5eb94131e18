"""The picture as SVG."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from xml.etree import ElementTree as Xml

from fontTools.ttLib import TTFont

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.scene.samples import plain, sample

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(canvas: Canvas, **options: object) -> Xml.Element:
    return Xml.fromstring(export(canvas, ".svg", ExportOptions(**options)).data)  # type: ignore[arg-type]


def fonts_of(root: Xml.Element) -> list[TTFont]:
    found = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", root.findtext(f"{SVG}style", ""))
    return [TTFont(BytesIO(base64.b64decode(data))) for data in found]


def test_it_is_as_large_as_the_page() -> None:
    root = svg_of(sample(), page="a3")
    assert root.attrib["width"] == "420mm"
    assert root.attrib["height"] == "297mm"
    assert root.attrib["viewBox"] == "0 0 420 297"


def test_it_has_a_title_a_description_a_role_and_a_language() -> None:
    root = svg_of(sample())
    assert root.findtext(f"{SVG}title") == "Keeping going"
    assert "Staff keep leaving" in root.findtext(f"{SVG}desc", "")
    assert root.attrib["role"]
    assert root.attrib["lang"] == "en-GB"
    named = {element.attrib.get("id") for element in root.iter()}
    assert {root.attrib["aria-labelledby"], root.attrib["aria-describedby"]} <= named


def test_it_refers_to_nothing_outside() -> None:
    data = export(sample(), ".svg").data.decode()
    assert set(re.findall(r"https?://[^\"' )]+", data)) == {"http://www.w3.org/2000/svg"}
    assert all(target.startswith(("data:", "#")) for target in re.findall(r"url\(([^)]+)\)", data))
    assert "href" not in data


def test_cards_are_spoken_in_reading_order_before_the_links() -> None:
    root = svg_of(sample())
    spoken = [g.attrib["aria-label"] for g in root.iter(f"{SVG}g") if "aria-label" in g.attrib]
    assert spoken[0].startswith("Place, events: “A circle meets”")
    assert spoken[1].startswith("Place, patterns: “Staff keep leaving”")
    assert spoken[2].startswith("National, structures: “Contracts below cost”")
    assert "drives" in spoken[3]


def test_links_carry_their_ids_once() -> None:
    found = [path.attrib.get("data-link") for path in svg_of(sample()).iter(f"{SVG}path")]
    assert sorted(link for link in found if link) == ["l1", "l2"]


def test_every_letter_is_in_a_font_inside() -> None:
    root = svg_of(plain("Ŵyth tŷ", "Привет", "الأمل", "🧊"))
    inside = {chr(code) for font in fonts_of(root) for code in font.getBestCmap()}
    shown = {c for text in root.iter(f"{SVG}text") for c in text.text or "" if not c.isspace()}
    assert shown - inside <= {"\u200f"}


def test_the_fonts_hold_no_more_than_is_needed() -> None:
    sizes = [len(font.getGlyphOrder()) for font in fonts_of(svg_of(sample()))]
    assert sizes
    assert max(sizes) < 200


def test_right_to_left_lines_end_at_their_right_edge() -> None:
    root = svg_of(plain("المجلس يدفع 3 وظائف"))
    line = next(text for text in root.iter(f"{SVG}text") if "المجلس" in (text.text or ""))
    assert line.attrib["text-anchor"] == "end"
    assert line.attrib["unicode-bidi"] == "plaintext"
    card = next(rect for rect in root.iter(f"{SVG}rect") if "data-card" in rect.attrib)
    right = float(card.attrib["x"]) + float(card.attrib["width"])
    assert right - 4 < float(line.attrib["x"]) < right


def test_transparent_has_no_sheet_and_no_water() -> None:
    fills = {rect.attrib.get("fill") for rect in svg_of(sample(), transparent=True).iter()}
    assert "#f3f8fa" not in fills
    assert "#f3f8fa" in {rect.attrib.get("fill") for rect in svg_of(sample()).iter()}


def test_greyscale_has_greys_only() -> None:
    data = export(sample(), ".svg", ExportOptions(greyscale=True)).data.decode()
    drawn = data[data.index("<defs") :]
    colours = set(re.findall(r"#[0-9a-f]{6}", drawn))
    assert colours
    assert all(re.fullmatch(r"#([0-9a-f]{2})\1\1", colour) for colour in colours)
