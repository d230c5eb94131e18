"""One scene, many pages: every corner and bend of every mark is where the scene has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

import numpy as np
import pymupdf
import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.tiling import tiling
from iceberg.importers import load_canvas
from iceberg.model import Canvas, PageName
from iceberg.scene import Scene, build_scene
from iceberg.scene.parts import Box, Path, Text
from tests.exporters.test_hostile_text import data_of
from tests.scene.reading import marks_of

MM = 25.4 / 72
CLOSE = 0.05
"""Millimetres on the page."""
_POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)(?= [A-Z]|$)")
Points = np.ndarray
"""Rows of x and y in mm."""


@pytest.fixture(scope="module")
def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


def points_of(scene: Scene) -> Points:
    """The points that the outlines of a scene's cards and links go through."""
    found: list[tuple[float, float]] = []
    parts = [mark for card in scene.cards for mark in card.marks]
    parts += [mark for link in scene.links for mark in (*link.marks, *link.over)]
    for mark in parts:
        if isinstance(mark, Path):
            found += [(float(x), float(y)) for x, y in _POINT.findall(mark.d)]
    assert len(found) > 100
    return np.array(found)


def drawn_on(page: pymupdf.Page) -> Points:
    """The points that the outlines of a PDF's page go through."""
    found: list[tuple[float, float]] = []
    for drawing in page.get_drawings():
        for kind, *points in drawing["items"]:
            ends = points[0] if kind in ("re", "qu") else None
            if ends is not None:
                quad = ends.quad if kind == "re" else ends
                found += [tuple(corner) for corner in quad]
            else:
                found += [tuple(points[0]), tuple(points[-1])]
    return np.array(found) * MM


def sheet_on(page: pymupdf.Page, scene: Scene) -> tuple[Points, float]:
    """Where the scene's white sheet begins on a page, and how large it is drawn."""
    ratio = scene.page.width / scene.page.height
    boxes = [drawing["rect"] for drawing in page.get_drawings() if drawing["fill"] == (1, 1, 1)]
    [sheet] = [
        box for box in boxes if box.width > 300 and abs(box.width / box.height - ratio) < 0.01
    ]
    return np.array([sheet.x0, sheet.y0]) * MM, sheet.width * MM / scene.page.width


def missing(expected: Points, found: Points) -> list[list[float]]:
    """The expected points that none of the found ones is close to."""
    gaps = (np.abs(found - point).max(axis=1).min() for point in expected)
    return [list(point) for point, gap in zip(expected, gaps, strict=True) if gap > CLOSE]


@pytest.mark.parametrize("page", ["a4", "a3", "slide", "a0"])
def test_the_pdf_goes_through_the_points_of_the_scene(northfield: Canvas, page: PageName) -> None:
    document = pymupdf.open(stream=export(northfield, ".pdf", ExportOptions(page=page)).data)
    assert missing(points_of(build_scene(northfield, page=page)), drawn_on(document[0])) == []


@pytest.mark.parametrize("page", ["a4", "a3"])
@pytest.mark.parametrize("number", [0, 1])
def test_the_pictures_of_the_report_go_through_the_points_of_the_scene(
    northfield: Canvas, page: PageName, number: int
) -> None:
    """The small one and the one in full; both are drawn smaller than their page is."""
    scene = build_scene(northfield, page=page)
    data = export(northfield, ".report.pdf", ExportOptions(page=page)).data
    on = pymupdf.open(stream=data)[number]
    start, share = sheet_on(on, scene)
    assert 0.3 < share < 1
    assert missing(points_of(scene) * share + start, drawn_on(on)) == []


@pytest.mark.parametrize("page", ["a1", "a0"])
def test_the_sheets_of_a_wall_go_through_the_points_of_the_scene(
    northfield: Canvas, page: PageName
) -> None:
    scene = build_scene(northfield, page=page)
    data = export(northfield, ".tiles.pdf", ExportOptions(page=page, printer="a3")).data
    cut = tiling(scene.page, "a3")
    margin = np.array([cut.sheet.width - cut.width, cut.sheet.height - cut.height]) / 2
    sheets = list(pymupdf.open(stream=data))[1:]
    for tile, sheet in zip(cut.tiles, sheets, strict=True):
        expected = points_of(scene) - (tile.x, tile.y)
        inside = (expected > 0).all(axis=1) & (expected < (cut.width, cut.height)).all(axis=1)
        if inside.any():
            assert missing(expected[inside], drawn_on(sheet) - margin) == [], tile


@pytest.mark.parametrize("page", ["a4", "a0"])
def test_the_svg_has_every_mark_of_the_scene(northfield: Canvas, page: PageName) -> None:
    scene = build_scene(northfield, page=page)
    root = Xml.fromstring(export(northfield, ".svg", ExportOptions(page=page)).data)
    drawn = {one.attrib["d"] for one in root.iter() if "d" in one.attrib}
    marks = list(marks_of(scene))
    assert {mark.d for mark in marks if isinstance(mark, Path)} <= drawn
    boxes = {
        tuple(float(one.attrib[side]) for side in ("x", "y", "width", "height"))
        for one in root.iter()
        if one.tag.endswith("}rect")
    }
    assert {(m.x, m.y, m.width, m.height) for m in marks if isinstance(m, Box)} <= boxes
    written = {one.text for one in root.iter() if one.tag.endswith("}text")}
    assert {mark.text for mark in marks if isinstance(mark, Text)} <= written


def test_the_page_to_explore_has_the_links_of_the_scene(northfield: Canvas) -> None:
    data = data_of(export(northfield, ".html").data.decode())
    paths = {link["id"]: link["path"] for link in data["scene"]["links"]}
    for link in build_scene(northfield).links:
        assert list(flat(paths[link.id])) == pytest.approx(list(flat(link.path)), abs=CLOSE)


def flat(numbers: object) -> Iterator[float]:
    if isinstance(numbers, list | tuple):
        for one in numbers:
            yield from flat(one)
    elif isinstance(numbers, float | int):
        yield float(numbers)


def test_a_point_that_is_elsewhere_is_missed(northfield: Canvas) -> None:
    found = points_of(build_scene(northfield))
    moved = found.copy()
    moved[50] += 2.0
    assert missing(moved, found) == [list(moved[50])]
