"""What is missing on a canvas."""

from __future__ import annotations

from hypothesis import given
from networkx import ancestors

from iceberg.analyses.gaps import find_gaps
from iceberg.graph import to_graph
from iceberg.model import LEVELS, Canvas, LevelGuide
from tests.analyses.samples import NATIONAL, PLACE, canvas, small_canvases


def gaps(one: Canvas) -> list[str]:
    """The gaps of cards by their ids, without the kind."""
    found = find_gaps(one, to_graph(one))
    return [finding.id.removeprefix("gap:") for finding in found if finding.cards]


def test_an_event_lacks_what_lies_beneath_when_only_events_lead_to_it() -> None:
    assert "event:pe2" in gaps(canvas("pe1>pe2"))
    assert "event:pe2" not in gaps(canvas("pe1>pe2", "pp1>pe1"))
    assert "event:pe2" not in gaps(canvas("nm1>pe2"))


def test_a_pattern_lacks_a_structure_when_no_structure_leads_to_it() -> None:
    assert "pattern:pp1" in gaps(canvas("pm1>pp1"))
    assert "pattern:pp1" not in gaps(canvas("ns1>pp2", "pp2>pp1"))


def test_a_structure_of_the_place_wants_a_cause_and_a_national_one_does_not() -> None:
    found = gaps(canvas("ps1>pe1", "ns1>pe1", "pm1>pe1"))
    assert "structure:ps1" in found
    assert not any(gap.endswith(("ns1", "pm1")) for gap in found)


def test_a_national_card_is_asked_whether_it_reaches_the_place() -> None:
    found = gaps(canvas("ns1>np1", "ns2>np2", "np2>pe1"))
    assert [gap for gap in found if gap.startswith("unreaching")] == [
        "unreaching:ns1",
        "unreaching:np1",
    ]


def test_a_card_without_links_is_named_once() -> None:
    assert gaps(canvas(cards=("ne1", "pp1", "ps1"))) == [
        "unlinked:pp1",
        "unlinked:ps1",
        "unlinked:ne1",
    ]


def test_a_gap_asks_the_question_of_its_level() -> None:
    guided = PLACE.model_copy(update={"levels": {"patterns": LevelGuide(question="What recurs?")}})
    one = canvas("ps1>pe1").model_copy(update={"layers": (NATIONAL, guided)})
    empty = {finding.id: finding for finding in find_gaps(one, to_graph(one)) if not finding.cards}
    assert empty["gap:empty:place:patterns"].to_try == "Ask: What recurs?"
    assert list(empty) == [
        "gap:empty:place:patterns",
        "gap:empty:place:mental_models",
        "gap:empty:national:all",
    ]


@given(small_canvases())
def test_gaps_beside_the_ancestors_of_each_card(one: Canvas) -> None:
    graph = to_graph(one)
    levels = {card.id: card.level for card in one.cards}
    place = one.ordered_layers()[-1].id
    expected = set()
    for card in one.cards:
        above = {levels[cause] for cause in ancestors(graph, card.id)}
        linked = graph.degree(card.id) > 0
        if not linked:
            expected.add(f"unlinked:{card.id}")
        if linked and card.level == "events" and not above & set(LEVELS[1:]):
            expected.add(f"event:{card.id}")
        if linked and card.level == "patterns" and "structures" not in above:
            expected.add(f"pattern:{card.id}")
        if (
            linked
            and card.level == "structures"
            and card.layer == place
            and not graph.pred[card.id]
        ):
            expected.add(f"structure:{card.id}")
        if (
            linked
            and card.layer != place
            and not any(
                card.id in ancestors(graph, other.id) for other in one.cards if other.layer == place
            )
        ):
            expected.add(f"unreaching:{card.id}")
    found = gaps(one)
    assert set(found) == expected
    assert len(found) == len(expected)
