"""What resists and helps, and what to weaken before pushing harder."""

from __future__ import annotations

from iceberg.analyses import Finding
from iceberg.analyses.forces import find_forces, force_fields
from iceberg.graph import to_graph
from iceberg.model import Canvas, Card, Effect, Force, Shiftable
from tests.analyses.samples import canvas, card, link


def forced(
    card_id: str, strength: int, shiftable: Shiftable | None = None, effect: Effect = "resists"
) -> Card:
    return card(card_id, force=Force(effect=effect, strength=strength, shiftable=shiftable))


def forces(one: Canvas) -> list[Finding]:
    return list(find_forces(one, to_graph(one)))


def test_what_we_can_shift_comes_first_then_the_place_then_strength_and_events_last() -> None:
    one = canvas(
        cards=(
            forced("ns1", 5, "yes"),
            forced("ps1", 3, "yes"),
            forced("ps2", 4, "yes"),
            forced("pe1", 5, "yes"),
            forced("ps3", 5, "partly"),
        )
    )
    weaken = [f.cards[0] for f in forces(one) if f.id.startswith("force:weaken")]
    assert weaken == ["ps2", "ps1", "ns1", "pe1", "ps3"]


def test_to_weaken_a_resistance_begin_with_what_feeds_it() -> None:
    one = canvas(
        "np1>ps1+",
        link("pm1>ps1", verb="holds in place"),
        link("pm2>ps1", verb="blocks"),
        "pm3>ps1-",
        cards=(forced("ps1", 4, "partly"),),
    )
    first = forces(one)[0]
    assert first.sentence == "“Card ps1” resists (strength 4 of 5), and we can partly shift it."
    assert first.to_try == (
        "Weaken it before you add push. Begin with what feeds it: “Card np1” and “Card pm1”."
    )
    assert first.cards == ("ps1", "np1", "pm1")
    assert first.links == ("np1-ps1", "pm1-ps1")


def test_a_national_resistance_that_stays_is_named_where_it_lands() -> None:
    one = canvas(
        "ns1>ps1", "ns1>np1", "ns2>np1", cards=(forced("ns1", 4, "no"), forced("ns2", 4, "no"))
    )
    lands = [finding for finding in forces(one) if finding.id.startswith("force:lands")]
    assert [finding.cards for finding in lands] == [("ns1", "ps1")]
    assert lands[0].sentence == (
        "“Card ns1” resists (strength 4 of 5), and we cannot shift it. It lands here: “Card ps1”."
    )


def test_nobody_has_said_whether_it_can_be_shifted() -> None:
    first = forces(canvas(cards=(forced("ps1", 2),)))[0]
    assert first.id == "force:unasked:ps1"
    assert first.to_try == "Ask the room: yes, partly or no?"


def test_the_balance_counts_each_side_and_adds_nothing_up() -> None:
    one = canvas(
        cards=(forced("ps1", 5, "no"), forced("ps2", 2, "no"), forced("pm1", 5, effect="helps"))
    )
    (balance,) = forces(one)
    assert balance.sentence == (
        "In the Place iceberg 2 cards resist the change and 1 helps it."
        " The strongest resistance: “Card ps1” (strength 5 of 5)."
    )
    assert balance.cards == ("ps1", "ps2", "pm1")


def test_a_force_field_has_the_strongest_of_each_side_first() -> None:
    one = canvas(
        cards=("ps9", forced("ps1", 2), forced("ps2", 5), forced("pm1", 1, effect="helps"))
    )
    national, place = force_fields(one)
    assert national.resisting == national.helping == ()
    assert [card.id for card in place.resisting] == ["ps2", "ps1"]
    assert [card.id for card in place.helping] == ["pm1"]
