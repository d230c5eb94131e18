"""Legend, assumptions, sources and counts."""

from __future__ import annotations

import datetime as dt

from iceberg import wording
from iceberg.model import Assumption, Canvas, KeptFinding, Link, Reading
from iceberg.scene import build_scene
from tests.scene.reading import furniture_texts
from tests.scene.samples import plain, sample


def foot(canvas: Canvas) -> list[str]:
    return furniture_texts(build_scene(canvas))


def test_the_legend_explains_all_that_is_used() -> None:
    said = foot(sample())
    for words in (
        "resists",
        "helps",
        wording.LEGEND_PLUS,
        wording.LEGEND_MINUS,
        wording.LEGEND_CROSSES,
        wording.LEGEND_STRENGTH,
        wording.LEGEND_DELAYED,
        wording.LEGEND_VOTES,
        wording.LEGEND_ASSUMPTION,
    ):
        assert words in said, words


def test_the_legend_leaves_out_what_is_not_used() -> None:
    assert foot(plain("One", "Two")) == ["Canvas", "Drawn from 2 cards and 0 links."]


def test_plain_links_within_a_layer_need_no_legend() -> None:
    canvas = plain("One", "Two", "Three")
    link = Link(id="l1", source="c0", target="c2")
    said = foot(canvas.model_copy(update={"links": (link,)}))
    assert said == ["Canvas", "Drawn from 3 cards and 1 link."]


def test_an_assumption_is_told_with_status_and_review() -> None:
    said = foot(sample())
    start = said.index("A1")
    assert said[start : start + 5] == [
        "A1",
        "We assume the council pays for two posts",
        ":",
        "weakening",
        "(review by September 2026)",
    ]


def kept(count: int, text: str = "What happens nationally reaches us.") -> Canvas:
    found = tuple(
        KeptFinding(id=f"chain:{n}", kind="chain", text=f"{n}: {text}") for n in range(count)
    )
    return plain("One").model_copy(update={"kept": found})


def test_what_the_room_keeps_stands_at_the_foot() -> None:
    assert foot(kept(2))[1:4] == [
        wording.WE_FOUND,
        "0: What happens nationally reaches us.",
        "1: What happens nationally reaches us.",
    ]
    assert f"{wording.WE_FOUND}: 1: What happens" in build_scene(kept(2)).description


def test_too_many_findings_are_counted_and_none_is_cut() -> None:
    said = foot(kept(12, "word " * 40))
    more = next(words for words in said if words.startswith("and "))
    whole = [words for words in said if words[:1].isdigit()]
    assert more == wording.AND_MORE.format(count=12 - len(whole))
    assert 0 < len(whole) < 12
    assert wording.WE_FOUND not in foot(kept(0))


def test_too_many_assumptions_are_counted() -> None:
    many = tuple(Assumption(id=f"a{n}", text=f"We assume {n} {'x ' * 90}") for n in range(30))
    said = foot(plain("One").model_copy(update={"assumptions": many}))
    shown = [words for words in said if words.startswith("A") and words[1:].isdigit()]
    assert 0 < len(shown) < 30
    assert f"and {30 - len(shown)} more" in said


def test_a_page_of_one_layer_tells_its_own_assumptions_by_their_own_names() -> None:
    elsewhere = Assumption(id="a0", text="We assume more.", cards=("c2",))
    canvas = sample()
    both = canvas.model_copy(update={"assumptions": (elsewhere, *canvas.assumptions)})
    scene = build_scene(both, layers=("national",))
    said = furniture_texts(scene)
    assert "A2" in said
    assert "A1" not in said
    assert "We assume more" not in scene.description


def test_each_source_is_named_once() -> None:
    canvas = sample()
    again = Reading(
        id="r2",
        card="c3",
        date=dt.date(2026, 5, 2),
        direction="steady",
        source="The staff list",
    )
    said = foot(canvas.model_copy(update={"readings": (*canvas.readings, again)}))
    assert said[-4:] == [
        "Sources:",
        "The staff list;",
        "A contracts survey, 2025.",
        "Drawn from 3 cards and 2 links.",
    ]


def test_too_many_sources_are_counted_and_long_ones_shortened() -> None:
    canvas = plain(*(f"Card {n}" for n in range(60)))
    cards = tuple(
        card.model_copy(update={"source": f"{n} {'a long source ' * 15}"})
        for n, card in enumerate(canvas.cards)
    )
    said = foot(canvas.model_copy(update={"cards": cards}))
    shown = [words for words in said if "long source" in words]
    assert f"and {60 - len(shown)} more." in said
    assert all("…" in words for words in shown)
