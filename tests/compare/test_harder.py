"""Is it getting harder: honest sentences for no, one and several moments."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from iceberg.compare import is_it_getting_harder, layer_counts, pulls
from iceberg.compare.harder_wording import bearing
from iceberg.model import Canvas, Reading
from tests.compare.samples import NOW, THEN, card, moment, resists
from tests.strategies import canvases

BARE = THEN.model_copy(
    update={"cards": (), "links": (), "readings": (), "assumptions": (), "kept": ()}
)


NAMES = ("June", "September")


def said(*canvases: Canvas) -> list[str]:
    moments = [moment(name, canvas) for name, canvas in zip(NAMES, canvases, strict=False)]
    return [claim.sentence for claim in is_it_getting_harder(moments)]


def test_without_a_moment_there_is_nothing_to_say() -> None:
    assert said() == ["There is no moment to look at yet. Put cards on the canvas first."]


def test_one_moment_says_how_things_stand_and_what_is_missing() -> None:
    claims = said(THEN)
    assert claims[:3] == [
        "In the National iceberg 1 card resists the change: “nics” (strength 2).",
        "In the National iceberg no card is said to help the change.",
        "Last seen in the National iceberg: “nics” (resists; steady) and “need” (rising).",
    ]
    assert "No card of the Place iceberg has a reading, so this cannot say how it moves." in claims
    assert "The one assumption that the plan rests on holds." in claims
    assert claims[-1].startswith("There is only one moment so far, “June”:")


def test_two_moments_are_compared_with_every_card_named() -> None:
    claims = said(THEN, NOW)
    assert claims == [
        "Between “June” and “September”:",
        "In the National iceberg 1 card resists the change; as many as before."
        " With another strength: “nics” (4, was 2).",
        "In the National iceberg no card is said to help, now or before.",
        "Turned in the National iceberg: “nics” (resists; rising, was steady)."
        " 1 of its 2 cards has not been read since.",
        "In the Place iceberg 1 card resists the change; as many as before.",
        "In the Place iceberg 1 card helps the change; none did before. New on the canvas: “club”.",
        "No card of the Place iceberg has a reading, so this cannot say how it moves.",
        "The one assumption that the plan rests on does not hold: “The council pays” is weakening."
        " Before, it held.",
        claims[-1],
    ]
    assert claims[-1].startswith("What this cannot know: ")


def test_many_are_named_few_and_counted() -> None:
    many = tuple(card(f"c{n}", force=resists(1 + n % 5)) for n in range(7))
    known = tuple(one.model_copy(update={"force": None}) for one in many[:2])
    before = BARE.model_copy(update={"cards": known})
    after = BARE.model_copy(update={"cards": many})
    place = said(before, after)[4]
    assert place.startswith("In the Place iceberg 7 cards resist the change; none did before.")
    assert "New on the canvas: “c4”, “c3”, “c2” and 2 more." in place
    assert "On the canvas before, but scored so only since: “c1” and “c0”." in place
    back = said(after, before)[4]
    assert back.startswith("In the Place iceberg no card resists the change; 7 did before.")
    assert "No longer among them: “c0”, “c1”, “c2” and 4 more." in back


def test_of_several_assumptions_those_are_named_that_do_not_hold() -> None:
    kinds = ("holds", "weakening", "broken", "better than expected")
    several = tuple(
        THEN.assumptions[0].model_copy(update={"id": kind, "text": kind, "status": kind})
        for kind in kinds
    )
    many, few = (THEN.model_copy(update={"assumptions": some}) for some in (several, several[:2]))
    shaky = "“weakening” is weakening and “broken” is broken"
    assert said(many)[-2] == f"Of 4 assumptions that the plan rests on 2 hold: {shaky}."
    assert (
        "Of 2 assumptions that the plan rests on 1 holds: “weakening” is weakening."
        in said(few)[-2]
    )


def test_what_held_before_for_none_one_and_many() -> None:
    assert bearing(1, 1, (), (0, 0)).endswith("holds. Before, none was marked so.")
    assert bearing(1, 1, (), (0, 1)).endswith("holds. Before, it did not.")
    assert bearing(1, 1, (), (1, 1)).endswith("holds. Before, it held.")
    assert bearing(1, 1, (), (0, 2)).endswith("holds. Before, none of 2 held.")
    assert bearing(1, 1, (), (1, 2)).endswith("holds. Before, 1 of 2 held.")


def test_readings_that_are_new_alike_or_missing_are_told_apart() -> None:
    later = dt.date(2026, 9, 1)
    new = (
        Reading(id="x1", card="need", date=later, direction="rising"),
        Reading(id="x2", card="staff", date=later, direction="easing"),
    )
    claims = said(THEN, THEN.model_copy(update={"readings": (*THEN.readings, *new)}))
    assert claims[3] == (
        "No reading in the National iceberg has turned. Read again and going the same way: “need”."
        " 1 of its 2 cards has not been read since."
    )
    assert claims[6] == (
        "No reading in the Place iceberg has turned."
        " Read for the first time: “staff” (resists; easing)."
        " 1 of its 2 cards has not been read since."
    )
    assert said(THEN, THEN)[3] == "No card of the National iceberg has been read since."


def test_an_empty_canvas_says_what_it_cannot_say() -> None:
    claims = said(BARE, BARE)
    assert claims[-2].startswith("No assumption is marked “the plan rests on it”")
    assert claims[3].startswith("No card of the National iceberg has a reading")


def test_every_claim_about_cards_names_them() -> None:
    claims = is_it_getting_harder([moment("June", THEN), moment("September", NOW)])
    named = {claim.sentence.split(" ", 4)[3]: claim.cards for claim in claims if claim.cards}
    assert {card for cards in named.values() for card in cards} == {"nics", "staff", "club"}


@given(canvases())
def test_it_never_makes_one_score_of_many(canvas: Canvas) -> None:
    for claims in (said(canvas), said(canvas, canvas)):
        assert claims
        assert all(claim.endswith((".", ":")) for claim in claims)
        assert not [claim for claim in claims if "total" in claim or "on average" in claim]


def test_pulls_are_the_blocks_of_the_chart() -> None:
    moments = [moment("June", THEN), moment("September", NOW)]
    blocks = {(one.moment, one.card, one.effect, one.strength) for one in pulls(moments)}
    assert blocks == {
        ("June", "nics", "resists", 2),
        ("June", "staff", "resists", 3),
        ("September", "nics", "resists", 4),
        ("September", "staff", "resists", 3),
        ("September", "club", "helps", 3),
    }
    assert [count.layer.id for count in layer_counts(moments)] == ["national", "place"] * 2
