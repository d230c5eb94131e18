"""Every sentence for none, one and many."""

from __future__ import annotations

import pytest
from hypothesis import given

from iceberg.analyses import wording
from tests.analyses.samples import link
from tests.layout.texts import card_texts

NAMES = tuple(f"“{letter}”" for letter in "ABCDEFG")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ""),
        (1, "“A”"),
        (2, "“A” and “B”"),
        (3, "“A”, “B” and “C”"),
        (4, "“A”, “B”, “C” and “D”"),
        (5, "“A”, “B”, “C” and 2 more"),
        (7, "“A”, “B”, “C” and 4 more"),
    ],
)
def test_a_list_of_names(count: int, said: str) -> None:
    assert wording.listed(NAMES[:count]) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rents rise", "“Rents rise”"),
        ("“They never listen”", "“They never listen”"),
        ("“Never” and “always”", "““Never” and “always””"),
        ("Rents\nrise", "“Rents rise”"),
        ("word " * 30, f"“{'word ' * 16}word…”"),
        ("W" * 240, f"“{'W' * 89}…”"),
    ],
)
def test_a_card_by_its_words(text: str, said: str) -> None:
    assert wording.quoted(text) == said


@given(card_texts)
def test_a_cards_words_stay_on_one_line_and_are_not_too_many(text: str) -> None:
    said = wording.quoted(text)
    assert "\n" not in said
    assert 0 < len(said) <= wording.LONGEST_NAME + 2


def test_icebergs_by_their_titles() -> None:
    assert wording.either(["National"]) == "the National iceberg"
    assert wording.either(["National", "Region"]) == "the National or Region iceberg"
    assert (
        wording.either(["World", "National", "Region"]) == "the World, National or Region iceberg"
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, " → "),
        ({"delayed": True}, " → in time: "),
        ({"verb": "holds in place"}, " → holds in place: "),
        ({"verb": "opens up", "delayed": True}, " → in time opens up: "),
    ],
)
def test_what_stands_between_two_cards(more: dict[str, object], said: str) -> None:
    assert wording.step(link("np1>pe1", **more)) == said
    assert wording.step(link("np1>pe1+", **more)) == said


def test_a_minus_is_told_unless_the_verb_tells_it() -> None:
    assert wording.step(link("np1>pe1-")) == " → less of: "
    assert wording.step(link("np1>pe1-", verb="blocks")) == " → blocks: "


@pytest.mark.parametrize("topic", ["event", "pattern", "structure", "unreaching", "unlinked"])
def test_a_gap_names_its_card_and_what_to_ask(topic: str) -> None:
    sentence, to_try = wording.gap(topic, "Rents rise", "Place")
    assert "“Rents rise”" in sentence
    assert to_try.startswith("Ask ")


def test_an_empty_level_and_an_empty_layer() -> None:
    assert wording.empty("Place", "events", "What now?") == (
        "The Place iceberg has no events yet.",
        "Ask: What now?",
    )
    assert wording.empty("Place", "events", "")[1] == "Ask what belongs there."
    assert wording.empty("Place", None, "")[0] == "The Place iceberg has no cards yet."


@pytest.mark.parametrize(
    ("caused", "cards", "said"),
    [
        (0, 1, "Nothing in the Place iceberg has a cause in the National iceberg yet."),
        (0, 9, "Nothing in the Place iceberg has a cause in the National iceberg yet."),
        (1, 1, "The one card in the Place iceberg has a cause in the National iceberg."),
        (1, 9, "1 of the 9 cards in the Place iceberg has a cause in the National iceberg."),
        (8, 9, "8 of the 9 cards in the Place iceberg have a cause in the National iceberg."),
        (9, 9, "All 9 cards in the Place iceberg have a cause in the National iceberg."),
    ],
)
def test_the_share_with_a_cause_beyond(caused: int, cards: int, said: str) -> None:
    assert wording.share(caused, cards, "Place", ["National"])[0] == said


@pytest.mark.parametrize(
    ("causes", "said"),
    [
        (1, "1 card of the National iceberg leads to “A”. The strongest way:"),
        (3, "3 cards of the National iceberg lead to “A”. The strongest way:"),
    ],
)
def test_how_many_cards_lead_to_an_event(causes: int, said: str) -> None:
    assert wording.chain_to("A", causes, ["National"], "strongest") == said


@pytest.mark.parametrize(("reached", "said"), [(1, "1 card"), (3, "3 cards")])
def test_how_many_cards_one_leads_to(reached: int, said: str) -> None:
    assert wording.chain_from("A", reached, "Place", "shortest") == (
        f"“A” leads to {said} of the Place iceberg. The shortest way to an event:"
    )


def test_a_chain_says_what_is_remarkable_about_it() -> None:
    said = [wording.chain("So:", "A → B", weakest) for weakest in (1, 2, 3)]
    assert said == [
        "So: A → B. It has a weak link.",
        "So: A → B.",
        "So: A → B. Every link of it is strong.",
    ]


@pytest.mark.parametrize(
    ("rising", "easing", "said"),
    [
        (0, 0, "If nothing moves,"),
        (1, 0, "If the National iceberg goes on as last read (1 rising),"),
        (0, 2, "If the National iceberg goes on as last read (2 easing),"),
        (3, 1, "If the National iceberg goes on as last read (3 rising and 1 easing),"),
    ],
)
def test_if_it_goes_on(rising: int, easing: int, said: str) -> None:
    assert wording.if_it_goes_on(["National"], rising, easing) == said


@pytest.mark.parametrize(
    ("up", "down", "said"),
    [
        (0, 0, "If nothing moves,"),
        (1, 0, "If there is more of “A”,"),
        (0, 2, "If there is less of “A” and “B”,"),
        (1, 1, "If there is more of “A”, and less of “A”,"),
    ],
)
def test_if_cards_are_pushed(up: int, down: int, said: str) -> None:
    assert wording.if_pushed(NAMES[:up], NAMES[:down]) == said


@pytest.mark.parametrize(
    ("cards", "doubted", "said"),
    [
        (1, 0, "If so, expect more of this: “A”."),
        (1, 1, "If so, expect more of this: “A”. A link without a sign could change that."),
        (2, 1, "If so, expect more of this: “A” and “B”. For one of them a link without a sign"),
        (3, 2, "If so, expect more of this: “A”, “B” and “C”. For 2 of them a link without a sign"),
        (2, 2, "If so, expect more of this: “A” and “B”. A link without a sign could change that."),
    ],
)
def test_what_moves_and_what_is_in_doubt(cards: int, doubted: int, said: str) -> None:
    assert wording.moving("If so,", "more", NAMES[:cards], doubted).startswith(said)


@pytest.mark.parametrize(
    ("titles", "across"),
    [
        ([], ""),
        (["Place"], ""),
        (["National", "Place"], " It runs through National and Place."),
        (["National", "Region", "Place"], " It runs through National, Region and Place."),
    ],
)
def test_a_loop_and_the_icebergs_it_runs_through(titles: list[str], across: str) -> None:
    said = wording.loop("balancing", "A → B", titles, 0)
    assert said == f"This holds itself in check (a balancing loop): A → B.{across}"


@pytest.mark.parametrize(
    ("unsigned", "said"),
    [(1, "one link without a sign leaves open"), (2, "2 links without a sign leave open")],
)
def test_a_loop_without_all_signs(unsigned: int, said: str) -> None:
    assert said in wording.loop("unsigned", "A → B", [], unsigned)


@pytest.mark.parametrize(
    ("found", "shown"), [(0, "no loop"), (1, "one loop"), (200, "the 200 shortest loops")]
)
def test_why_not_all_loops_are_told(found: int, shown: str) -> None:
    assert wording.stopped("many", found, 12) == f"Showing {shown}; there are more."
    assert wording.stopped("work", found, 12).startswith(f"Showing {shown}: this canvas is so")
    assert "of more than 12 cards" in wording.stopped("long", found, 12)


@pytest.mark.parametrize(
    ("causes", "said"),
    [
        (0, "Weaken it before you add push."),
        (1, "Weaken it before you add push. Begin with what feeds it: “A”."),
        (2, "Weaken it before you add push. Begin with what feeds it: “A” and “B”."),
    ],
)
def test_how_to_weaken(causes: int, said: str) -> None:
    assert wording.weaken_try(NAMES[:causes]) == said


@pytest.mark.parametrize(
    ("resisting", "helping", "said"),
    [
        (0, 0, "In the Place iceberg no card resists the change and none helps it."),
        (0, 1, "In the Place iceberg no card resists the change and 1 helps it."),
        (1, 0, "In the Place iceberg 1 card resists the change and none helps it."),
        (9, 3, "In the Place iceberg 9 cards resist the change and 3 help it."),
    ],
)
def test_the_balance_of_a_layer(resisting: int, helping: int, said: str) -> None:
    assert wording.balance("Place", resisting, helping, []) == said


@pytest.mark.parametrize(
    ("reach", "between", "said"),
    [
        (1, 0, "leads on to 1 card, is a pattern, and"),
        (2, 1, "leads on to 2 cards, joins 1 pair of others, is a pattern, and"),
        (9, 30, "leads on to 9 cards, joins 30 pairs of others, is a pattern, and"),
    ],
)
def test_a_lever_by_each_measure(reach: int, between: int, said: str) -> None:
    joined = wording.pairs(between, estimated=False)
    sentence = wording.lever("place", "A", "patterns", reach, joined, None)
    assert sentence.startswith(f"In our own hands: “A”. It {said} nobody has said yet")


def test_an_estimate_is_called_one() -> None:
    assert wording.pairs(30, estimated=True) == "about 30 pairs of others"


@pytest.mark.parametrize(("count", "said"), [(1, "“A”"), (2, "“A” and “B”")])
def test_where_a_resistance_lands(count: int, said: str) -> None:
    assert wording.lands("N", 4, NAMES[:count]).endswith(f"It lands here: {said}.")


def test_an_assumption_and_how_what_it_rests_on_moves() -> None:
    rests = [("“A”", "more"), ("“B”", "less"), ("“C”", "either way"), ("“D”", "not known")]
    said = "If so, this touches what “We assume” rests on: "
    assert wording.touched("If so,", "We assume", rests[:1]) == f"{said}“A” (more of this)."
    assert wording.touched("If so,", "We assume", rests) == (
        f"{said}“A” (more of this), “B” (less of this), “C” (could go either way) and"
        " “D” (moves, which way is open)."
    )


@pytest.mark.parametrize(
    ("links", "weakest", "said"),
    [(1, 2, "1 link: A → B."), (2, 1, "2 links: A → B. It has a weak link.")],
)
def test_the_nearest_way_to_an_assumption(links: int, weakest: int, said: str) -> None:
    assert wording.nearest("A → B", links, weakest) == f" The nearest way there has {said}"
