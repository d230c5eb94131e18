"""What is dragged onto the bands, as a browser says it: each move is taken once, nonsense never."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.importers import drafted
from iceberg.ui.bring.bands import Moves, taken_moves
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.groups import groupings, groups
from tests.importers.bringing import CATALOG
from tests.live.test_doing import ANYTHING

TABLE = b"Id,Label,Type\n1,The bus was cut,Event\n2,Targets,Structure\n3,More targets,Structure\n"


@pytest.fixture
def bringing() -> Bringing:
    return made()


def made() -> Bringing:
    layers = [CATALOG.layer(name) for name in ("national", "place")]
    return Bringing(drafted("ours.csv", TABLE, CATALOG, layers))


def key(bringing: Bringing, name: str) -> str:
    return next(one.key for one in groups(bringing.draft, "kind") if one.name == name)


def move(seq: int, group: str, to: str) -> dict[str, Any]:
    return {"seq": seq, "group": group, "to": to}


def test_a_group_goes_where_it_is_dragged_and_back(bringing: Bringing) -> None:
    moves, group = Moves(), key(bringing, "Structure")
    taken_moves(bringing, moves, {"client": "a", "moves": [move(1, group, "national|patterns")]})
    assert bringing.decided == dict.fromkeys(("2", "3"), ("national", "patterns"))
    taken_moves(bringing, moves, {"client": "a", "moves": [move(2, group, "later")]})
    assert bringing.decided == {"2": None, "3": None}
    taken_moves(bringing, moves, {"client": "a", "moves": [move(3, group, "open")]})
    assert bringing.decided == {}


def test_moves_that_come_again_are_taken_once(bringing: Bringing) -> None:
    moves, group = Moves(), key(bringing, "Event")
    said = {"client": "a", "moves": [move(1, group, "place|events")]}
    taken_moves(bringing, moves, said)
    bringing.reopen(bringing.nodes)
    taken_moves(bringing, moves, said)
    assert bringing.decided == {}
    assert moves.done == {"a": 1}


def test_each_page_counts_for_itself(bringing: Bringing) -> None:
    moves, group = Moves(), key(bringing, "Event")
    for client, to in (("a", "place|events"), ("b", "national|events")):
        taken_moves(bringing, moves, {"client": client, "moves": [move(1, group, to)]})
    assert bringing.decided == {"1": ("national", "events")}


@pytest.mark.parametrize("to", ["", "moon|events", "place|", "place|moon", "mixed", "|"])
def test_a_group_cannot_go_where_there_is_no_band(bringing: Bringing, to: str) -> None:
    group = key(bringing, "Event")
    taken_moves(bringing, Moves(), {"client": "a", "moves": [move(1, group, to)]})
    assert bringing.decided == {}


def test_any_grouping_may_be_dragged(bringing: Bringing) -> None:
    for seq, by in enumerate(groupings(bringing.draft), start=1):
        for group in groups(bringing.draft, by):
            said = {"client": by, "moves": [move(seq, group.key, "place|events")]}
            taken_moves(bringing, Moves(), said)
            assert {bringing.decided[node] for node in group.nodes} == {("place", "events")}
        bringing.reopen(bringing.nodes)


@given(said=ANYTHING | st.fixed_dictionaries({"client": ANYTHING, "moves": st.lists(ANYTHING)}))
def test_whatever_a_browser_says_decides_nothing_unless_it_is_a_move(said: Any) -> None:
    bringing = made()
    taken_moves(bringing, Moves(), said)
    assert bringing.decided == {}
