"""One scene, many outputs: cards stand at the same place in all of them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as Xml

import pymupdf
import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.vis import SCALE
from iceberg.importers import load_canvas
from iceberg.model import Canvas, PageName
from iceberg.scene import build_scene
from tests.exporters.test_hostile_text import data_of

CLOSE = 0.05
"""Millimetres that are the same place: a twentieth of what a printer misses by."""
SVG = "{http://www.w3.org/2000/svg}"
SIDES = ("x", "y", "width", "height")
Rectangles = dict[str, tuple[float, ...]]


@pytest.fixture(scope="module")
def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


@pytest.fixture(params=["a4", "a3", "a1"])
def page(request: pytest.FixtureRequest) -> PageName:
    chosen: PageName = request.param
    return chosen


@pytest.fixture
def expected(northfield: Canvas, page: PageName) -> Rectangles:
    cards = build_scene(northfield, page=page).cards
    return {card.id: (card.x, card.y, card.width, card.height) for card in cards}


def test_the_scene_file_has_the_cards_of_the_scene(
    northfield: Canvas, page: PageName, expected: Rectangles
) -> None:
    data = json.loads(export(northfield, ".scene.json", ExportOptions(page=page)).data)
    assert {card["id"]: tuple(card[side] for side in SIDES) for card in data["cards"]} == expected


def test_the_svg_has_the_cards_of_the_scene(
    northfield: Canvas, page: PageName, expected: Rectangles
) -> None:
    root = Xml.fromstring(export(northfield, ".svg", ExportOptions(page=page)).data)
    found = {
        rect.attrib["data-card"]: tuple(float(rect.attrib[side]) for side in SIDES)
        for rect in root.iter(f"{SVG}rect")
        if "data-card" in rect.attrib
    }
    assert found == expected


def test_the_page_to_explore_has_the_cards_of_the_scene(
    northfield: Canvas, page: PageName, expected: Rectangles
) -> None:
    data = data_of(export(northfield, ".html", ExportOptions(page=page)).data.decode())
    drawn = {card["id"]: tuple(card[side] for side in SIDES) for card in data["scene"]["cards"]}
    assert drawn == expected
    for node in data["network"]["nodes"]:
        x, y, width, height = expected[node["id"]]
        assert node["x"] / SCALE == pytest.approx(x + width / 2, abs=CLOSE)
        assert node["y"] / SCALE == pytest.approx(y + height / 2, abs=CLOSE)


def test_the_pdf_has_the_cards_of_the_scene(
    northfield: Canvas, page: PageName, expected: Rectangles
) -> None:
    document = pymupdf.open(stream=export(northfield, ".pdf", ExportOptions(page=page)).data)
    filled = [
        tuple(side * 25.4 / 72 for side in (box.x0, box.y0, box.width, box.height))
        for drawing in document[0].get_drawings()
        if drawing["fill"] == (1.0, 1.0, 1.0)
        for box in [drawing["rect"]]
    ]
    for card, rectangle in expected.items():
        assert any(found == pytest.approx(rectangle, abs=CLOSE) for found in filled), card
