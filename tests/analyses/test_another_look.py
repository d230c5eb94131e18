"""What lies upstream of an assumption, and what there asks for another look at it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.analyses import Finding, read
from iceberg.analyses.another_look import ways_to
from iceberg.analyses.assumptions import asking
from iceberg.analyses.paths import turned_round
from iceberg.analyses.since_review import changed_upstream
from iceberg.edits import MergeCards, RemoveCard
from iceberg.graph import to_graph
from iceberg.model import (
    Assumption,
    Canvas,
    Card,
    Crossing,
    Force,
    Link,
    Reading,
    StatusChange,
    Threshold,
)
from tests.analyses.samples import canvas, card, link, small_canvases

JUNE = StatusChange(date=date(2026, 6, 24), status="holds")
HOLDS = Assumption(id="a1", text="We assume it lasts", cards=("ps1",), history=(JUNE,))
ON_A_LINK = HOLDS.model_copy(update={"cards": (), "links": ("np1-ps1",)})
WATCHED = HOLDS.model_copy(
    update={
        "signpost": "More than 90 posts are empty",
        "signpost_card": "ns1",
        "threshold": Threshold(crossing="above", figure=90),
    }
)


def reading(card_id: str, day: date, figure: float | str | None = None) -> Reading:
    return Reading(
        id=f"{card_id}-{day}",
        card=card_id,
        date=day,
        direction="rising",
        figure=figure,
        unit="posts",
    )


def chain_of(assumption: Assumption, *readings: Reading, **more: Any) -> Canvas:
    given = {"assumptions": (assumption,), "readings": readings, **more}
    return canvas("ns1>np1", "np1>ps1", "ps1>pe1", **given)


def asked(now: Canvas, then: Canvas | None = None) -> list[Finding]:
    return list(asking(now, to_graph(now), {"a1": then} if then else {}))


# Upstream


@given(small_canvases(), st.data())
def test_upstream_is_what_every_walk_backwards_finds(one: Canvas, data: st.DataObject) -> None:
    """The oracle walks back link by link until nothing new is found, a link further each time."""
    some = st.lists(st.sampled_from([x.id for x in one.cards]), max_size=2, unique=True)
    few = st.lists(st.sampled_from([x.id for x in one.links]), max_size=2, unique=True)
    rests = HOLDS.model_copy(
        update={
            "cards": tuple(data.draw(some)) if one.cards else (),
            "links": tuple(data.draw(few)) if one.links else (),
        }
    )
    linked = [x for x in one.links if x.id in rests.links]
    steps = dict.fromkeys((*rests.cards, *(x.source for x in linked)), 0)
    for _ in one.cards:
        for x in one.links:
            if x.target in steps and x.source not in steps:
                steps[x.source] = 1 + max(steps.values())
    ways = ways_to(turned_round(to_graph(one)), rests)
    assert set(ways) == {*steps, *(x.target for x in linked)}
    there = {(x.source, x.target) for x in one.links}
    for start, way in ways.items():
        assert way[0] == start
        assert len(set(way)) == len(way)
        assert set(pairwise(way)) <= there
        assert way[-1] in {*rests.cards, *(x.source for x in linked), *(x.target for x in linked)}


def test_a_way_to_a_link_goes_through_it() -> None:
    (finding,) = asked(chain_of(ON_A_LINK, reading("ns1", date(2026, 7, 1))))
    assert finding.cards == ("ns1", "np1", "ps1")
    (finding,) = asked(chain_of(ON_A_LINK, reading("ps1", date(2026, 7, 1))))
    assert finding.cards == ("ps1",)


def test_other_causes_of_where_a_link_ends_are_not_upstream_of_it() -> None:
    one = canvas("np1>ps1", "np2>ps1", assumptions=(ON_A_LINK,))
    assert "np2" not in ways_to(turned_round(to_graph(one)), ON_A_LINK)


# Signposts


def test_a_passed_signpost_says_which_figure_and_how_it_gets_there() -> None:
    (finding,) = asked(chain_of(WATCHED, reading("ns1", date(2026, 7, 1), 1_240)))
    assert finding.id == "assumption:signpost:a1:ns1-2026-07-01"
    assert finding.sentence == (
        "“We assume it lasts” asks for another look: “Card ns1” was read as 1,240 posts on"
        " 1 July 2026, above 90; the sign to watch for was: More than 90 posts are empty."
        " How it gets there: Card ns1 → Card np1 → Card ps1."
    )
    assert finding.links == ("ns1-np1", "np1-ps1")


@pytest.mark.parametrize(
    ("crossing", "figures", "asks"),
    [
        ("above", (80, 91), True),
        ("above", (91, 90), False),
        ("above", (91, None), True),
        ("above", ("over 90",), False),
        ("below", (80.5,), True),
        ("below", (), False),
    ],
)
def test_the_newest_number_counts(
    crossing: Crossing, figures: tuple[float | str | None, ...], asks: bool
) -> None:
    watched = WATCHED.model_copy(update={"threshold": Threshold(crossing=crossing, figure=90)})
    readings = [reading("ns1", date(2026, 7, n), figure) for n, figure in enumerate(figures, 1)]
    found = asked(chain_of(watched, *readings))
    assert any(":signpost:" in finding.id for finding in found) is asks


def test_a_signpost_at_a_card_that_does_not_lead_there_needs_no_way() -> None:
    watched = WATCHED.model_copy(update={"signpost_card": "pe1", "signpost": None})
    (finding,) = asked(chain_of(watched, reading("pe1", date(2026, 7, 1), 91)))
    assert (finding.cards, finding.sure) == (("pe1",), "plain to see")
    assert finding.sentence.endswith("was read as 91 posts on 1 July 2026, above 90.")


def test_a_signpost_that_was_passed_before_the_review_is_not_told_again() -> None:
    passed = chain_of(WATCHED, reading("ns1", date(2026, 6, 1), 91))
    assert asked(passed) == []
    assert asked(passed, then=passed) == []
    (finding,) = asked(passed, then=chain_of(WATCHED))
    assert ":signpost:" in finding.id


def test_a_signpost_nobody_has_looked_at_is_told() -> None:
    never = WATCHED.model_copy(update={"history": ()})
    (finding,) = asked(chain_of(never, reading("ns1", date(2026, 6, 1), 91)))
    assert ":signpost:" in finding.id


# Since the review


def test_without_any_change_nothing_asks() -> None:
    one = chain_of(HOLDS, reading("ns1", date(2026, 6, 1)))
    assert asked(one, then=one) == []


def test_a_reading_of_an_earlier_day_that_came_later_is_told() -> None:
    now = chain_of(HOLDS, reading("ns1", date(2026, 6, 1)), reading("pe1", date(2026, 6, 1)))
    (finding,) = asked(now, then=chain_of(HOLDS))
    assert finding.id == "assumption:reading:a1:ns1-2026-06-01"
    assert finding.sentence == (
        "“We assume it lasts” asks for another look: that “Card ns1” was rising on 1 June 2026 has"
        " been added since the last look on 24 June 2026. How it gets there: Card ns1 → Card np1 →"
        " Card ps1."
    )


def test_a_link_that_it_rests_on_and_that_says_something_else_is_told() -> None:
    weak = link("np1>ps1", strength=1)
    then, now = (canvas(one, assumptions=(ON_A_LINK,)) for one in ("np1>ps1", weak))
    (finding,) = asked(now, then)
    assert finding.sentence == (
        "“We assume it lasts” asks for another look: the link “Card np1” drives “Card ps1” has been"
        " changed since the last look on 24 June 2026."
    )


def test_of_many_new_causes_the_nearest_five_are_told() -> None:
    far = [f"ns{n}>np1" for n in range(9)]
    then = canvas("np1>ps1", assumptions=(HOLDS,))
    now = canvas("np1>ps1", *far, "ps2>ps1", assumptions=(HOLDS,))
    causes = [finding.links[0] for finding in asked(now, then)]
    assert causes == ["ps2-ps1", *(f"ns{n}-np1" for n in range(4))]


def test_a_new_way_from_a_card_that_was_there_tells_the_link_only() -> None:
    then = canvas("ns1>np1", cards=("ps1",), assumptions=(HOLDS,))
    now = canvas("ns1>np1", "np1>ps1", assumptions=(HOLDS,))
    assert [finding.links for finding in asked(now, then)] == [("np1-ps1",)]


def test_several_reasons_are_several_findings_and_the_set_warning_comes_first() -> None:
    force = Force(effect="resists")
    then = chain_of(WATCHED)
    now = chain_of(
        WATCHED,
        reading("ns1", date(2026, 7, 1), 91),
        reading("np1", date(2026, 7, 2)),
        cards=(card("np1", force=force),),
    )
    then = then.model_copy(
        update={"cards": tuple(_rescored(one) if one.id == "np1" else one for one in then.cards)}
    )
    topics = [finding.id.split(":")[1] for finding in asked(now, then)]
    assert topics == ["signpost", "reading", "force"]


def _rescored(one: Card) -> Card:
    return one.model_copy(update={"force": Force(effect="helps")})


def test_what_is_known_of_the_past_comes_before_what_the_canvas_tells_alone() -> None:
    shaky = HOLDS.model_copy(update={"status": "weakening", "review": date(2026, 9, 1)})
    now = chain_of(shaky)
    then = now.model_copy(update={"links": now.links[1:]})
    found = read(now, today=date(2026, 9, 2), then={"a1": then})
    topics = [finding.id.split(":")[1] for finding in found if finding.kind == "assumption"]
    assert topics == ["cause", "weakening", "overdue"]


@given(small_canvases())
def test_a_canvas_compared_with_itself_says_no_more_than_alone(one: Canvas) -> None:
    graph = to_graph(one)
    same = dict.fromkeys((a.id for a in one.assumptions), one)
    assert set(asking(one, graph, same)) == set(asking(one, graph))


@given(small_canvases())
def test_a_link_that_was_not_there_is_told_where_it_leads_on(one: Canvas) -> None:
    graph = to_graph(one)
    for number, new in enumerate(one.links):
        then = one.model_copy(update={"links": (*one.links[:number], *one.links[number + 1 :])})
        for assumption in one.assumptions:
            ways = ways_to(turned_round(graph), assumption)
            told = [f for f in changed_upstream(then, one, graph, assumption) if _is_about(f, new)]
            assert bool(told) is (new.target in ways)


def _is_about(finding: Finding, one: Link) -> bool:
    return finding.id.endswith(f":cause:{finding.assumptions[0]}:{one.id}")


# Gone since the review


def told_gone(then: Canvas, now: Canvas) -> list[str]:
    return [one.sentence for one in asked(now, then) if ":gone:" in one.id]


def test_a_card_that_it_rested_on_and_that_is_gone_is_told_once_with_its_links() -> None:
    rests = HOLDS.model_copy(update={"cards": ("ps1", "np1"), "links": ("np1-ps1",)})
    left = HOLDS.model_copy(update={"cards": ("ps1",)})
    then = canvas("np1>ps1", assumptions=(rests,))
    assert told_gone(then, canvas(cards=("ps1",), assumptions=(left,))) == [
        "“We assume it lasts” asks for another look: “Card np1”, which it rested on, has been taken"
        " off the canvas since the last look on 24 June 2026."
    ]


def test_a_link_that_it_rested_on_and_that_is_gone_is_told() -> None:
    then = canvas("np1>ps1", assumptions=(ON_A_LINK,))
    left = HOLDS.model_copy(update={"cards": ()})
    for cards in (("np1", "ps1"), ("ps1",)):
        assert told_gone(then, canvas(cards=cards, assumptions=(left,))) == [
            "“We assume it lasts” asks for another look: the link “Card np1” drives “Card ps1”,"
            " which it rested on, has been taken away since the last look on 24 June 2026."
        ]


def test_a_card_that_was_merged_into_another_is_not_gone() -> None:
    rests = HOLDS.model_copy(update={"cards": ("ps2",)})
    then = canvas("np1>ps1", "np1>ps2", cards=("ps2",), assumptions=(rests,))
    now = MergeCards(into="ps1", cards=("ps2",)).apply(then)
    assert now.assumptions[0].cards == ("ps1",)
    assert told_gone(then, now) == []
    assert len(told_gone(then, RemoveCard(card="ps2").apply(then))) == 1
