"""Mental Modeler's two formats."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importers.bringing import arrows, bring, card, link, refused

MODEL: dict[str, Any] = {
    "info": {"name": "Wetland", "author": "Mary", "description": "A try"},
    "groupNames": {"0": "", "1": "Policies", "2": "--"},
    "concepts": [
        {
            "id": "1",
            "name": "Upkeep",
            "notes": "Paid <late>",
            "units": "£",
            "group": "1",
            "x": "735",
            "y": "95",
            "preferredState": "1",
            "relationships": [
                {
                    "id": "2",
                    "name": "Fish",
                    "notes": "soon",
                    "confidence": "2",
                    "influence": "-0.55",
                },
                {"id": "3", "name": "", "influence": 1},
                {"id": "1", "name": "Upkeep", "influence": "0.2"},
                {"id": "9", "name": "Gone", "influence": "0.2"},
            ],
        },
        {"id": "2", "name": "Fish", "group": "2", "preferredState": "0"},
        {"id": "3", "name": "", "relationships": [{"id": "2", "influence": "0"}]},
        {"id": "4", "name": "Alone"},
        {"id": "5", "name": ""},
    ],
    "scenarios": [{"name": "All fish die", "concepts": []}],
}
XML = """<?xml version="1.0" encoding="UTF-8"?>
<mentalmodeler>
  <info><name><![CDATA[Wetland & co]]></name></info>
  <groupNames><groupName index="0"><![CDATA[Beliefs]]></groupName></groupNames>
  <concepts>
    <concept><id>1</id><name><![CDATA[Upkeep]]></name><group>0</group><x>10</x><y>20</y>
      <relationships>
        <relationship><id>2</id><name>Fish</name><influence>0.25</influence></relationship>
      </relationships>
    </concept>
    <concept><id>2</id><name>Fish</name><relationships/></concept>
  </concepts>
  <scenarios><scenario><name>Dry</name><concepts/></scenario></scenarios>
</mentalmodeler>
"""


def test_a_model_in_json() -> None:
    imported = bring(json.dumps(MODEL), "wetland.mmp")
    assert imported.canvas.title == "Wetland"
    assert arrows(imported) == [
        "Upkeep >- Fish",
        "Upkeep >+ (no text)",
        "(no text) > Fish",
    ]
    upkeep = card(imported, "Upkeep")
    assert upkeep.tags == ("Policies",)
    assert upkeep.level == "structures"
    assert upkeep.note == "Paid <late>\nUnits: £\nPreferred state: 1"
    assert card(imported, "Alone")


def test_influences_are_strengths_and_stay_readable() -> None:
    imported = bring(json.dumps(MODEL), "wetland.mmp")
    weak = link(imported, "Upkeep", "Fish")
    assert (weak.strength, weak.note) == (2, "Weight: -0.55\nConfidence: 2\nsoon")
    assert link(imported, "Upkeep", "(no text)").strength == 3
    assert imported.report.names("weight") == ("Upkeep → Fish (-)", "Upkeep → (no text) (+)")


def test_a_huge_influence_is_strong() -> None:
    data = json.dumps(MODEL).replace('"-0.55"', "1e308")
    assert link(bring(data, "wetland.mmp"), "Upkeep", "Fish").strength == 3


def test_what_does_not_fit_is_told() -> None:
    report = bring(json.dumps(MODEL), "wetland.mmp").report
    assert report.names("unnamed") == ("3",)
    assert report.names("empty") == ("5",)
    assert report.names("self") == ("Upkeep → Upkeep (+)",)
    assert report.names("dangling") == ("Upkeep → 9 (+)",)
    assert report.names("scenario") == ("All fish die",)
    assert report.names("description") == ("A try",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_model_in_xml(encoding: str) -> None:
    imported = bring(XML.encode(encoding), "wetland.mmp")
    assert imported.canvas.title == "Wetland & co"
    assert arrows(imported) == ["Upkeep >+ Fish"]
    assert card(imported, "Upkeep").level == "mental_models"
    assert card(imported, "Upkeep").tags == ("Beliefs",)
    assert link(imported, "Upkeep", "Fish").strength == 1
    assert imported.report.names("scenario") == ("Dry",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('<!DOCTYPE m [<!ENTITY a "x">]><mentalmodeler>&a;</mentalmodeler>', "entities"),
        ('<!DOCTYPE m SYSTEM "file:///etc/passwd"><mentalmodeler/>', "document type"),
        ("<mentalmodeler><concepts>", "line 1: this is not XML"),
        ("<mentalmodeler/>", "no cards"),
        ("<other/>", "no cards"),
        ("<a>" * 5_000 + "</a>" * 5_000, "deep"),
        ('<?xml version="1.0" encoding="klingon"?><mentalmodeler/>', "XML"),
        ("{}", "no Mental Modeler model"),
        ("{", "not JSON"),
    ],
)
def test_a_bad_model_is_refused(data: str, said: str) -> None:
    assert said in refused(data, "bad.mmp")
