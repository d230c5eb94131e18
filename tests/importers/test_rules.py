"""Rules in a file: where cards belong, decided beforehand."""

from __future__ import annotations

import pytest

from iceberg.errors import BadInputError
from iceberg.importers import Imported, import_file, read_rules
from tests.importers.bringing import CATALOG, card

TABLE = b"Id,Text,Type,Tags,Colour\n1,Rents rise,Driver,x|y,red\n2,Buses are late,Symptom,,blue\n"


def ruled(rules: str) -> Imported:
    return import_file("m.csv", TABLE, CATALOG, rules=read_rules(rules.encode(), "R.toml"))


def refused(rules: str) -> str:
    with pytest.raises(BadInputError) as caught:
        ruled(rules)
    return str(caught.value)


@pytest.mark.parametrize(
    "condition",
    ['type = "driver"', 'tag = "X"', 'colour = "RED"', 'text = "rents"', 'id = "1"'],
)
def test_a_rule_places_the_cards_it_is_about(condition: str) -> None:
    imported = ruled(f'[[rule]]\n{condition}\nlayer = "national"\nlevel = "mental_models"\n')
    found = card(imported, "Rents rise")
    assert (found.layer, found.level) == ("national", "mental_models")
    assert "rule 1 says so" in imported.report.markdown()
    assert card(imported, "Buses are late").layer == "place"


def test_the_first_rule_that_holds_decides_and_the_rest_stays_as_suggested() -> None:
    imported = ruled(
        '[[rule]]\ntype="Driver"\nlevel="events"\n[[rule]]\nid="1"\nlevel="patterns"\n'
    )
    assert card(imported, "Rents rise").level == "events"
    assert card(imported, "Rents rise").layer == "place"


def test_all_conditions_of_a_rule_must_hold() -> None:
    imported = ruled('[[rule]]\ntype="Driver"\ntag="z"\nlevel="events"\n')
    assert card(imported, "Rents rise").level != "events"


def test_rules_name_the_layers_of_the_canvas() -> None:
    imported = ruled('layers = ["region", "place"]\n[[rule]]\nid="1"\nlayer="region"\n')
    assert [layer.id for layer in imported.canvas.layers] == ["region", "place"]
    assert card(imported, "Rents rise").layer == "region"


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("rule = [", "R.toml: this is not TOML"),
        ("\xff", "R.toml"),
        ('[[rule]]\nlevel = "events"\n', "is about no card"),
        ('[[rule]]\nid = "1"\n', "puts cards nowhere"),
        ('[[rule]]\nid = "1"\nlevel = "deep"\n', "R.toml, rule[0].level: is not one of"),
        ('[[rule]]\nid = "1"\nlayer = "moon"\n', "names layer moon"),
        ('[[rules]]\nid = "1"\n', "rules: is not a key that is known here"),
        ("[[rule]]\nid = 1\nlevel = 'events'\n", "is not text"),
    ],
)
def test_what_is_wrong_with_rules_is_said_with_its_place(rules: str, said: str) -> None:
    assert said in refused(rules)


def test_rules_that_are_not_utf_8_or_too_deep_are_refused() -> None:
    for content in (b"\xff\xfe", b"a = " + b"[" * 100_000):
        with pytest.raises(BadInputError, match=r"R\.toml"):
            read_rules(content, "R.toml")
