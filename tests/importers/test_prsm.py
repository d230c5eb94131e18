"""PRSM maps: plain and compressed, of this version and older ones."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.errors import BadInputError
from iceberg.importers.lz_text import unpacked
from tests.importers.bringing import arrows, bring, card, link, refused, texts
from tests.importers.lz import packed

STYLES = {
    "nodes": {"group0": {"groupLabel": "Sample"}, "group3": {"groupLabel": "Mental models"}},
    "edges": {
        "edge0": {"groupLabel": "Positive influence"},
        "edge1": {"groupLabel": "Negative influence"},
        "edge2": {"groupLabel": "Same time"},
        "edge3": {"groupLabel": "Affects"},
    },
}


def node(node_id: str, label: str, **more: Any) -> dict[str, Any]:
    return {"id": node_id, "label": label, "grp": "group0", "x": 0, "y": 0, **more}


def edge(source: str, target: str, grp: str = "edge3", **more: Any) -> dict[str, Any]:
    return {"id": f"{source}{target}", "from": source, "to": target, "grp": grp, **more}


def prsm(**parts: Any) -> dict[str, Any]:
    nodes = [node("a", "Staff keep\nleaving"), node("b", "Nobody\nstays")]
    return {
        "version": "2.6",
        "mapTitle": "Ours",
        "nodes": nodes,
        "edges": [],
        "styles": STYLES,
    } | parts


def test_a_map_keeps_its_title_and_its_wrapped_labels_are_whole() -> None:
    imported = bring(json.dumps(prsm()), "ours.prsm")
    assert imported.canvas.title == "Ours"
    assert texts(imported) == ["Staff keep leaving", "Nobody stays"]
    assert imported.report.format == "PRSM map"


def test_labels_that_were_joined_are_named() -> None:
    wrapped = edge("a", "b", label="makes it\nharder")
    nodes = [node("a", "Staff keep\nleaving"), node("b", "Nobody")]
    report = bring(json.dumps(prsm(nodes=nodes, edges=[wrapped])), "ours.prsm").report
    assert report.names("unwrapped") == ("Staff keep leaving", "makes it harder")
    assert "Labels that had line breaks; joined to one line (2)" in report.markdown()


@pytest.mark.parametrize("name", ["ours.prsm", "ours.txt", "ours"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_compressed_map_is_the_same(name: str, encoding: str) -> None:
    data = prsm(nodes=[node("a", "Wohnungsnot 🏠 سلام")])
    imported = bring(packed(json.dumps(data, ensure_ascii=False)).encode(encoding), name)
    assert texts(imported) == ["Wohnungsnot 🏠 سلام"]


def test_signs_stand_in_the_names_of_styles() -> None:
    links = [edge("a", "b", "edge1"), edge("b", "c", "edge0"), edge("c", "a", "edge3")]
    imported = bring(
        json.dumps(prsm(nodes=[node(x, x.upper()) for x in "abc"], edges=links)), "x.prsm"
    )
    assert arrows(imported) == ["A >- B", "B >+ C", "C > A"]
    assert link(imported, "A", "B").note is None
    assert link(imported, "C", "A").note == "Affects"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            {"ops": [{"insert": "Said "}, {"insert": "twice", "attributes": {"bold": True}}]},
            "Said twice",
        ),
        ("Plain", "Plain"),
        ({"ops": [{"insert": {"image": "data:"}}, {"insert": "after\n"}]}, "after"),
        ({"ops": "nonsense"}, None),
        (7, None),
    ],
)
def test_notes_are_quill_or_text(note: Any, expected: str | None) -> None:
    imported = bring(json.dumps(prsm(nodes=[node("a", "A", note=note)])), "x.prsm")
    assert card(imported, "A").note == expected


def test_an_old_map_has_samples_titles_and_an_underlay() -> None:
    old = {
        "version": "1.3",
        "samples": STYLES,
        "underlay": [{"points": []}],
        "nodes": [node("a", "A", title="One<br>two &amp; three"), node("b", "B")],
        "edges": [edge("a", "b", "edge1")],
    }
    imported = bring(json.dumps(old), "old.prsm")
    assert card(imported, "A").note == "One\ntwo & three"
    assert arrows(imported) == ["A >- B"]
    assert imported.report.names("drawing") == ("underlay",)
    assert imported.canvas.title == "old"


def test_groups_thumbs_and_own_attributes_are_kept() -> None:
    data = prsm(
        nodes=[
            node("a", "A", grp="group3", thumbUp=[1, 2], thumbDown=[3], att1="Council", att2="")
        ],
        attributeTitles={"att1": "Owner", "att2": "Cost"},
    )
    only = card(bring(json.dumps(data), "x.prsm"), "A")
    assert (only.level, only.votes, only.tags) == ("mental_models", 2, ("Mental models",))
    assert only.note == "Owner: Council\nThumbs down: 1"


def test_what_has_no_place_here_is_told() -> None:
    data = prsm(
        background={"1": {"type": "rect"}},
        history=[{"action": "added"}, {"action": "moved"}],
        description={"text": {"ops": [{"insert": "About us\n"}]}},
    )
    report = bring(json.dumps(data), "x.prsm").report
    assert report.names("drawing") == ("background",)
    assert report.names("history") == ("2 past changes",)
    assert report.names("description") == ("About us",)
    assert report.names("style") == ("colours, fonts and shapes",)


def test_arrowheads_say_the_direction() -> None:
    heads = {
        "ab": {"to": {"enabled": True}},
        "bc": {"to": {"enabled": False}, "from": {"enabled": True}},
        "ca": {"to": {"enabled": True}, "from": {"enabled": True}},
        "ac": {"to": {"enabled": False}},
    }
    links = [edge(ends[0], ends[1], arrows=head) for ends, head in heads.items()]
    imported = bring(
        json.dumps(prsm(nodes=[node(x, x.upper()) for x in "abc"], edges=links)), "x.prsm"
    )
    assert arrows(imported) == ["A > B", "C > B", "C > A", "A > C"]
    assert imported.report.names("duplicate") == ("A → C (Affects)",)


def test_dangling_links_are_named_by_id() -> None:
    imported = bring(json.dumps(prsm(edges=[edge("a", "gone")])), "x.prsm")
    assert imported.report.names("dangling") == ("Staff keep leaving → gone (Affects)",)


@pytest.mark.parametrize(
    "odd",
    [
        {"nodes": [None, 7, "x", [], {}, node("a", "A")]},
        {"edges": [None, {}, {"from": {}, "to": []}]},
        {"edges": {"a": 1}, "styles": [], "attributeTitles": "x", "history": 7},
        {"styles": {"nodes": {"group0": None}, "edges": 7}},
        {"nodes": [node("a", "A", x="wide", y=None, thumbUp={}, color=[])]},
    ],
)
def test_odd_parts_do_no_harm(odd: dict[str, Any]) -> None:
    assert bring(json.dumps(prsm(**odd)), "x.prsm").canvas.cards


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "this is not JSON"),
        ('{"nodes": 7, "edges": []}', "holds no PRSM map"),
        ("[" * 50_000, "no PRSM map"),
        (packed("[]"), "holds no PRSM map"),
        (packed(json.dumps(prsm()))[:-9], "broken or cut off"),
    ],
)
def test_a_broken_map_is_refused(data: str, said: str) -> None:
    assert said in refused(data, "x.prsm") or "broken" in refused(data, "x.prsm")


@given(st.text())
def test_unpacking_gives_back_what_was_packed(text: str) -> None:
    assert unpacked(packed(text)) == text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x8020)))
def test_unpacking_ends_for_any_text(text: str) -> None:
    with suppress(BadInputError):
        assert len(unpacked(text, most=1_000)) <= 1_000


def test_a_text_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(BadInputError, match="unpacks to far more"):
        unpacked(packed("a" * 10_000), most=9_999)
