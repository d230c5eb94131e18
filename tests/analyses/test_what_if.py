"""Pushing cards and following the signs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.analyses.pushes import Movement, Push, follow
from iceberg.analyses.what_if import find_what_if, what_if
from iceberg.errors import NotFoundError
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Assumption, Canvas, Direction, Reading, Threshold
from tests.analyses.samples import canvas, link, small_canvases


def moves(one: Canvas, **pushes: Push) -> dict[str, str]:
    found = follow(to_graph(one), pushes)
    return {card: f"{how.way}{'?' if how.doubted else ''}" for card, how in found.items()}


def test_signs_multiply_along_a_way() -> None:
    one = canvas("np1>pp1-", "pp1>ps1-", "ps1>pe1+")
    assert moves(one, np1=1) == {"pp1": "less", "ps1": "more", "pe1": "more"}
    assert moves(one, np1=-1) == {"pp1": "more", "ps1": "less", "pe1": "less"}


def test_ways_that_disagree_leave_it_open_from_there_on() -> None:
    one = canvas("np1>pp1+", "np1>pp2+", "pp1>pe1+", "pp2>pe1-", "pe1>pe2+")
    assert moves(one, np1=1) == {
        "pp1": "more",
        "pp2": "more",
        "pe1": "either way",
        "pe2": "either way",
    }


def test_two_pushes_can_disagree() -> None:
    assert moves(canvas("np1>pe1+", "np2>pe1+"), np1=1, np2=-1) == {"pe1": "either way"}
    assert moves(canvas("np1>pe1+", "np2>pe1-"), np1=1, np2=-1) == {"pe1": "more"}


def test_a_link_without_a_sign_leads_on_without_a_direction_whatever_its_verb() -> None:
    one = canvas(link("np1>pp1", verb="blocks"), "pp1>pe1+")
    assert moves(one, np1=1) == {"pp1": "not known", "pe1": "not known"}


def test_a_link_without_a_sign_casts_doubt_on_a_signed_way() -> None:
    assert moves(canvas("np1>pp1+", "pp1>pe1+", "np1>pe1"), np1=1) == {
        "pp1": "more",
        "pe1": "more?",
    }


def test_a_balancing_loop_on_the_way_leaves_it_open_and_a_reinforcing_one_does_not() -> None:
    assert moves(canvas("np1>pp1+", "pp1>ps1+", "ps1>pp1-"), np1=1) == {
        "pp1": "either way",
        "ps1": "either way",
    }
    assert moves(canvas("np1>pp1+", "pp1>ps1+", "ps1>pp1+"), np1=1) == {
        "pp1": "more",
        "ps1": "more",
    }


def test_a_pushed_card_is_held_where_it_is() -> None:
    assert moves(canvas("np1>pp1+", "pp1>np1-"), np1=1) == {"pp1": "more"}
    assert moves(canvas("np1>pp1+", "pp1>pe1+"), np1=1, pp1=-1) == {"pe1": "less"}


def test_a_card_that_is_not_there_cannot_be_pushed() -> None:
    with pytest.raises(NotFoundError, match="no card moon"):
        follow(to_graph(canvas("np1>pp1+")), {"moon": 1})


@given(small_canvases(max_cards=5), st.data())
def test_movements_beside_every_walk(one: Canvas, data: st.DataObject) -> None:
    """A walk of more links than cards times signs repeats one of them, so those are enough."""
    graph = to_graph(one)
    ids = [card.id for card in one.cards]
    some = st.dictionaries(st.sampled_from(ids), st.sampled_from((1, -1)), max_size=3)
    pushes: dict[str, Push] = data.draw(some) if ids else {}
    signs = {card: _walked(graph, pushes, card) for card in ids if card not in pushes}
    expected = {card: _summed(found) for card, found in signs.items() if found}
    assert follow(graph, pushes) == expected


def _walked(graph: CauseGraph, pushes: dict[str, Push], target: str) -> set[int]:
    """The signs with which walks from pushed cards arrive, matched from the target backwards."""
    found: set[int] = set()
    walks = {(target, 1)}
    for _ in range(3 * len(graph)):
        before = set()
        for card, sign in walks:
            for cause in graph.pred[card]:
                product = sign * graph.edges[cause, card]["sign"]
                if cause in pushes:
                    found.add(product * pushes[cause])
                else:
                    before.add((cause, product))
        walks = before
    return found


def _summed(signs: set[int]) -> Movement:
    if signs >= {1, -1}:
        return Movement("either way")
    ways = {frozenset({0}): "not known", frozenset({1}): "more", frozenset({-1}): "less"}
    if frozenset(signs) in ways:
        return Movement(ways[frozenset(signs)])
    return Movement("more" if 1 in signs else "less", doubted=True)


def reading(card: str, direction: Direction) -> Reading:
    return Reading(id=f"r-{card}", card=card, date=date(2026, 6, 24), direction=direction)


def test_what_was_last_read_beyond_the_place_is_followed_into_it() -> None:
    one = canvas(
        "np1>pp1+",
        "pm1>pp1+",
        "np2>pp2+",
        "np3>pp3+",
        "pp1>pe1+",
        readings=(
            reading("np1", "rising"),
            reading("np2", "easing"),
            reading("np3", "steady"),
            reading("pp3", "rising"),
        ),
    )
    more, less = find_what_if(one, to_graph(one))
    assert more.sentence == (
        "If the National iceberg goes on as last read (1 rising and 1 easing), expect more of"
        " this: “Card pp1” and “Card pe1”."
    )
    assert more.links == ("np1-pp1", "pp1-pe1")
    assert less.cards == ("pp2",)
    assert less.id == "what-if:less:np1+:np2-"


def test_without_readings_nothing_is_foretold() -> None:
    one = canvas("np1>pe1+")
    assert find_what_if(one, to_graph(one)) == ()


def test_the_assumptions_that_a_push_touches_are_named_with_what_they_rest_on() -> None:
    touched = Assumption(id="a1", text="We assume it lasts", cards=("pp1", "pe9", "np1"))
    others = Assumption(id="a2", text="We assume another", cards=("pe9",))
    one = canvas("np1>pp1-", cards=("pe9",), assumptions=(touched, others))
    found = what_if(one, to_graph(one), {"np1": 1})
    assert [finding.id for finding in found] == ["what-if:less:np1+", "what-if:assumption:a1:np1+"]
    assert found[1].assumptions == ("a1",)
    assert found[1].sentence == (
        "If there is more of “Card np1”, this touches what “We assume it lasts” rests on:"
        " “Card pp1” (less of this) and “Card np1” (more of this)."
    )


def test_the_assumptions_that_the_plan_rests_on_come_first() -> None:
    marks = {"a1": {}, "a2": {"vulnerable": True}, "a3": {"load_bearing": True}}
    rest = [Assumption(id=n, text="We assume it", cards=("pp1",), **m) for n, m in marks.items()]
    one = canvas("np1>pp1+", assumptions=tuple(rest))
    found = what_if(one, to_graph(one), {"np1": 1})
    assert [finding.assumptions for finding in found[1:]] == [("a3",), ("a2",), ("a1",)]


def order_of(one: Canvas, *assumptions: Assumption, **pushes: Push) -> list[str]:
    whole = one.model_copy(update={"assumptions": assumptions})
    found = what_if(whole, to_graph(whole), pushes)
    return [finding.assumptions[0] for finding in found if finding.assumptions]


def resting(name: str, *cards: str, **more: Any) -> Assumption:
    return Assumption(id=name, text=f"We assume {name}", cards=cards, **more)


def test_what_would_break_first_is_the_nearest_however_weighty_another_is() -> None:
    one = canvas("np1>pp1+", "pp1>ps1+", "ps1>pe1+")
    far = resting("far", "pe1", load_bearing=True)
    both = resting("both", "pe1", "pp1")
    itself = resting("itself", "np1")
    assert order_of(one, far, both, itself, np1=1) == ["itself", "both", "far"]


def test_of_equally_near_ones_the_surest_would_break_first() -> None:
    one = canvas("np1>pp1", "np1>pp2+", link("np1>pp3+", strength=3), "np1>pp4+", "pp2>pp4-")
    open_way, sure, strong, either = (resting(f"p{n}", f"pp{n}") for n in (1, 2, 3, 4))
    assert order_of(one, open_way, either, sure, strong, np1=1) == ["p3", "p2", "p4", "p1"]


def test_an_assumption_on_a_link_is_touched_at_either_end() -> None:
    one = canvas("np1>pp1+", "pp1>pe1+", cards=("ps1",))
    rests = resting("a", links=("pp1-pe1",))
    assert order_of(one, rests, np1=1) == ["a"]
    assert order_of(one, rests, pe1=1) == ["a"]
    assert order_of(one, rests, ps1=1) == []


def test_the_way_to_what_breaks_is_told_and_whether_its_signpost_warns() -> None:
    limit = Threshold(crossing="below", figure=3)
    rests = resting("it", "pe1", signpost_card="pe1", threshold=limit)
    one = canvas("np1>pp1-", link("pp1>pe1+", strength=1), assumptions=(rests,))
    *_, less = what_if(one, to_graph(one), {"np1": 1})
    assert less.links == ("np1-pp1", "pp1-pe1")
    assert less.sentence.endswith(
        "The nearest way there has 2 links: Card np1 → less of: Card pp1 → Card pe1. It has a weak"
        " link. The card of its signpost would move towards the figure that was set there."
    )
    *_, more = what_if(one, to_graph(one), {"np1": -1})
    assert more.sentence.endswith("It has a weak link.")


@given(small_canvases(), st.data())
def test_what_is_touched_is_what_moves_beneath_it(one: Canvas, data: st.DataObject) -> None:
    if not one.cards:
        return
    pushes: dict[str, Push] = {data.draw(st.sampled_from([c.id for c in one.cards])): 1}
    moving = {*follow(to_graph(one), pushes), *pushes}
    expected = {a.id for a in one.assumptions if moving.intersection(a.cards)}
    found = what_if(one, to_graph(one), pushes)
    assert {f.assumptions[0] for f in found if f.assumptions} == expected


def test_pushing_nothing_moves_nothing() -> None:
    one = canvas("np1>pe1+")
    assert what_if(one, to_graph(one), {}) == ()
