"""The drawing as data."""

from __future__ import annotations

import itertools
import json
from typing import Any

from iceberg.exporters import ExportOptions, export
from tests.scene.samples import plain, sample


def scene_of(**options: object) -> Any:
    return json.loads(export(sample(), ".scene.json", ExportOptions(**options)).data)  # type: ignore[arg-type]


def test_it_has_the_promised_keys() -> None:
    scene = scene_of()
    assert {"width", "height"} <= scene["page"].keys()
    assert all({"level", "y0", "y1"} <= band.keys() for band in scene["bands"])
    assert all({"layer", "outline"} <= iceberg.keys() for iceberg in scene["icebergs"])
    cards = {"id", "layer", "level", "x", "y", "width", "height", "lines", "font_pt"}
    assert all(cards <= card.keys() for card in scene["cards"])
    links = {"id", "source", "target", "path", "badge"}
    assert all(links <= link.keys() for link in scene["links"])
    assert scene["texts"]


def test_paths_are_curves_end_to_end_from_card_to_card() -> None:
    scene = scene_of()
    cards = {card["id"]: card for card in scene["cards"]}
    for link in scene["links"]:
        path = link["path"]
        assert all(len(bezier) == 8 for bezier in path)
        for one, following in itertools.pairwise(path):
            assert one[6:] == following[:2]
        for point, end in ((path[0][:2], "source"), (path[-1][6:], "target")):
            card = cards[link[end]]
            assert card["x"] - 0.01 <= point[0] <= card["x"] + card["width"] + 0.01
            assert card["y"] - 0.01 <= point[1] <= card["y"] + card["height"] + 0.01


def test_a_badge_is_a_rectangle_or_null() -> None:
    badges = {link["id"]: link["badge"] for link in scene_of()["links"]}
    assert {"x", "y", "width", "height"} <= badges["l1"].keys()
    bare = json.loads(export(plain("One"), ".scene.json").data)
    assert bare["links"] == []


def test_texts_say_what_they_are() -> None:
    said = {(text["role"], text["text"]) for text in scene_of()["texts"]}
    assert ("header", "Keeping going") in said
    assert ("label", "NATIONAL") in said
    assert ("label", "EVENTS") in said
    assert ("footer", "Drawn from 3 cards and 2 links.") in said


def test_marks_are_boxes_paths_and_texts() -> None:
    scene = scene_of()
    marks = [mark for card in scene["cards"] for mark in card["marks"]]
    assert {mark["kind"] for mark in marks} == {"box", "path", "text"}


def test_bands_and_icebergs_lie_on_the_page() -> None:
    scene = scene_of(page="a3")
    width, height = scene["page"]["width"], scene["page"]["height"]
    for iceberg in scene["icebergs"]:
        assert all(0 <= x <= width and 0 <= y <= height for x, y in iceberg["outline"])
    edges = [edge for band in scene["bands"] for edge in (band["y0"], band["y1"])]
    assert edges == sorted(edges)


def test_the_file_ends_with_a_newline() -> None:
    assert export(sample(), ".scene.json").data.endswith(b"}\n")
