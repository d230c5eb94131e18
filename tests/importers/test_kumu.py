"""Kumu's blueprints and project exports."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importers.bringing import arrows, bring, card, link, refused, texts

BLUEPRINT = {
    "elements": [
        {
            "label": "Great Recession",
            "type": "Event",
            "description": "2008",
            "tags": ["money", "a|b"],
        },
        {"label": "Jobs", "Favourite colour": "green"},
        {"label": "Great Recession2"},
    ],
    "connections": [
        {"from": "Great Recession", "to": "Jobs", "type": "-"},
        {"from": "Jobs", "to": "Great Recession2", "direction": "mutual", "delayed": True},
    ],
}
PROJECT = {
    "name": "Our project",
    "description": "All of it",
    "defaultMap": "map-2",
    "elements": [
        {"_id": "elem-1", "attributes": {"label": "A", "element type": "Belief", "tags": ["x"]}},
        {"_id": "elem-2", "attributes": {"label": "B"}},
        {"_id": "elem-3", "attributes": {"label": "B"}},
    ],
    "connections": [
        {
            "_id": "conn-1",
            "from": "elem-1",
            "to": "elem-2",
            "direction": "directed",
            "delayed": False,
            "reversed": False,
            "attributes": {"connection type": "++"},
        },
        {"_id": "conn-2", "from": "elem-1", "to": "elem-9", "attributes": {"label": "lost"}},
    ],
    "loops": [{"_id": "loop-1", "attributes": {"label": "R1 Growth"}}],
    "maps": [
        {"_id": "map-1", "name": "Other"},
        {
            "_id": "map-2",
            "name": "Ours",
            "elements": [
                {"element": "elem-1", "position": {"x": -50, "y": 10}, "style": {"color": "#f00"}},
                {"element": "elem-2", "position": {"x": 50, "y": 20}, "style": {}},
            ],
        },
    ],
    "perspectives": [{"_id": "p-1", "name": "Default", "style": "@settings {}"}],
}


def test_a_blueprint_names_its_ends_by_label() -> None:
    imported = bring(json.dumps(BLUEPRINT), "map.json")
    assert imported.report.format == "Kumu map"
    assert texts(imported) == ["Great Recession", "Jobs"]
    assert arrows(imported) == [
        "Great Recession >- Jobs",
        "Jobs > Great Recession",
    ]
    assert card(imported, "Great Recession").tags == ("money", "a|b", "Event")
    assert card(imported, "Jobs").note == "Favourite colour: green"
    assert link(imported, "Jobs", "Great Recession").delayed


def test_ghosts_are_one_card_and_told() -> None:
    imported = bring(json.dumps(BLUEPRINT), "map.json")
    assert imported.report.names("ghost") == ("Great Recession2 → Great Recession",)
    assert imported.report.names("both_ways") == ("Jobs → Great Recession",)


def test_what_a_ghost_says_besides_stays_on_its_card() -> None:
    own = {"label": "Debt", "type": "Trend", "tags": ["a"], "description": "Its own."}
    ghost = {"label": "Debt2", "type": "Stock", "tags": ["b"], "description": "More.", "who": "Ann"}
    found = card(bring(json.dumps({"elements": [ghost, own]}), "map.json"), "Debt")
    assert found.tags == ("a", "b", "Stock", "Trend")
    assert found.note == "Its own.\nMore.\nwho: Ann"


def test_a_title_that_is_too_long_is_whole_in_the_report() -> None:
    title = "Our town " * 30
    imported = bring(json.dumps({"elements": [{"label": "A"}], "name": title}), "map.json")
    assert len(imported.canvas.title) <= 120
    assert imported.report.names("title") == (title.strip(),)


def test_an_element_with_a_level_of_its_own_is_no_ghost() -> None:
    labels = ["Debt", "Debt2"]
    data = {"elements": [{"label": label, "level": "patterns"} for label in labels]}
    assert texts(bring(json.dumps(data), "map.json")) == labels


def test_numbers_that_belong_to_a_name_make_no_ghost() -> None:
    labels = ["Phase", "Phase 2", "CO2", "G20", "Plan1", "Plan"]
    data = {"elements": [{"label": label} for label in labels]}
    assert texts(bring(json.dumps(data), "map.json")) == labels


def test_a_project_opens_with_its_default_map() -> None:
    imported = bring(json.dumps(PROJECT), "backup.json")
    assert imported.canvas.title == "Ours"
    assert [card.id for card in imported.canvas.cards] == ["elem-1", "elem-2", "elem-3"]
    assert imported.canvas.cards[0].level == "mental_models"
    assert imported.canvas.cards[0].position
    assert imported.canvas.cards[2].position is None
    assert arrows(imported)[0] == "A >+ B"
    assert imported.canvas.links[0].strength == 3
    report = imported.report
    assert report.names("dangling") == ("A → elem-9 (lost)",)
    assert report.names("loop") == ("R1 Growth",)
    assert report.names("other") == ("Other",)
    assert report.names("style") == ("Default",)
    assert report.names("description") == ("All of it",)


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("+", "+"), ("++", "+"), ("-", "-"), ("--", "-"), ("+-", ""), ("-+", ""), ("−", "-")],
)
@pytest.mark.parametrize("key", ["type", "polarity", "connection type"])
def test_polarities(key: str, sign: str, expected: str) -> None:
    data = {
        "elements": [{"label": "A"}, {"label": "B"}],
        "connections": [{"from": "A", "to": "B", key: sign}],
    }
    imported = bring(json.dumps(data), "map.json")
    assert arrows(imported) == [f"A >{expected} B"]
    if not expected:
        assert sign in (imported.canvas.links[0].note or "")


@pytest.mark.parametrize(
    "odd",
    [
        {"elements": [None, {}, {"label": "A"}, {"label": {"x": 1}}, {"attributes": 7}]},
        {"elements": [{"label": "A"}], "connections": [{"from": 1, "to": None}], "maps": 7},
        {"elements": [{"label": "A", "attributes": {"label": "B"}}], "loops": [None], "name": []},
    ],
)
def test_odd_parts_do_no_harm(odd: Any) -> None:
    assert bring(json.dumps(odd), "map.json").canvas.cards


@pytest.mark.parametrize("data", ["{", "[]", "{}", '{"elements": {}}', "7", '{"elements": []}'])
def test_what_is_no_map_is_refused(data: str) -> None:
    assert refused(data, "map.kumu.json")
