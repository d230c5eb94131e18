"""LOOPY's addresses and files."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.importers.bringing import arrows, bring, refused, texts

NODES = [
    [1, 403, 223, 0.66, "rabbits%20%26%20hares", 0],
    [2, 500, 223, 0.5, "foxes", 9],
    [3, 1, 2, 0, "caf%C3%A9", 1, 2, 0],
]
EDGES = [[2, 1, 153, -1, 0], [1, 2, 160, 1, 0], [3, 1, 0, 9, 0, 1], [3, 2, 0, -8], [3, 3, 1, 1, 0]]
MODEL: list[Any] = [NODES, EDGES, [[764, 451, "A%20loop"]], 7]
ADDRESS = (
    "https://ncase.me/loopy/v1.1/?data=[[[1,403,223,0.66,%22rabbits%2520%2526%2520hares%22,0],"
    "[2,500,223,0.5,%22foxes%22,1]],[[2,1,153,-1,0]],[],2%5D"
)


def test_an_address_is_read() -> None:
    imported = bring(f"Our model:\n{ADDRESS}\n", "link.txt")
    assert imported.report.format == "LOOPY model"
    assert arrows(imported) == ["foxes >- rabbits & hares"]


def test_an_address_that_is_encoded_whole_is_read() -> None:
    whole = f"https://ncase.me/loopy/?embed=1&data={quote(json.dumps(MODEL))}"
    assert texts(bring(whole, "link.txt"))[:2] == ["rabbits & hares", "foxes"]


def test_a_file_is_read_by_place() -> None:
    imported = bring(json.dumps(MODEL), "model.loopy")
    assert texts(imported) == ["rabbits & hares", "foxes", "café"]
    assert arrows(imported) == [
        "foxes >- rabbits & hares",
        "rabbits & hares >+ foxes",
        "café >+ rabbits & hares",
        "café >- foxes",
    ]
    assert imported.report.names("self") == ("café → café (+)",)
    assert imported.report.names("drawing") == ("A loop",)


@pytest.mark.parametrize(
    "model",
    [
        [[[1, 0, 0, 0, "A"]], []],
        [
            [[1, None, "x", [], "A", "red"], 7, None, []],
            [[1], [1, 1, 1, None], [1e300, 2, 3, 1e300]],
        ],
        [[["a", 0, 0, 0, "A", 2.5]], [], {}, {}],
    ],
)
def test_odd_parts_do_no_harm(model: Any) -> None:
    assert texts(bring(json.dumps(model), "model.json")) == ["A"]


@pytest.mark.parametrize(
    "data", ["[]", "[1,2]", "[[],[]]", "{}", "https://ncase.me/loopy/?data=[[["]
)
def test_what_is_no_model_is_refused(data: str) -> None:
    assert refused(data, "model.loopy")
