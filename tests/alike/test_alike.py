"""Cards that a facilitator would merge are paired, and those that only look alike are not."""

from __future__ import annotations

import random
import time
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.alike import LEAST, Pair, alike
from iceberg.catalog import load_catalog
from iceberg.importers import load_canvas
from iceberg.model import CARDS_LIMIT, TEXT_LIMIT, Card, Level
from iceberg.resources import examples_folder

SAME = [
    ("Staff turnover is high", "High staff turnover"),
    ("High turnover of staff", "Staff turnover is very high!"),
    ("Staff turnover is high", "Staff trunover is high"),
    ("Staff keep leaving", "Staff keep on leaving"),
    ("Trust is low", "Low trust"),
    ("Rents rise", "Rising rents"),
    ("Waiting lists are long", "Long NHS waiting lists"),
    ("Funders pause their programmes", "Funders are pausing programmes"),
    ("Councils’ funding is squeezed", "Council funding squeezed"),
    ("Groups compete for the same money", "groups competing for the same money"),
    ("Organisations work in silos", "Organizations working in silos"),
    ("Residents turn away from services", "RESIDENTS ARE TURNING AWAY FROM SERVICES"),
    ("Renting privately costs more each year", "Private renting costs more every year"),
    ("We don’t trust the council", "We do not trust the council"),
    ("Nobody is paid for time spent on relationships", "No paid time for relationships"),
    (
        "Contracts pay less than the work costs",
        "Public contracts pay charities less than the work costs",
    ),
    (
        "“We have been asked before, and nothing changed”",
        "We've been asked before and nothing has changed",
    ),
    (
        "No flexible local money is left once the grant ends",
        "No flexible local funding is left once the grant ends",
    ),
    (
        "People are sent to community groups with no money behind them",
        "More people are sent to community groups, with no money behind them",
    ),
    (
        "Short-term survival before long-term change",
        "Short term survival comes before long term change",
    ),
    (
        "35 councils need Exceptional Financial Support for 2026-27",
        "35 councils need exceptional financial support",
    ),
    ("Mae staff yn gadael o hyd", "Mae’r staff yn gadael o hyd"),
    ("Does dim arian ar ôl yn lleol", "Dim arian ar ol yn lleol"),
    ("السُّكّان يبتعدون عن الخدمات", "السكان يبتعدون عن الخدمات"),
    ("الإيجارات ترتفع كل سنة", "كل سنة ترتفع الايجارات"),
    ("🧊", "🧊"),
]
DIFFERENT = [
    ("Rents are rising", "Rents are falling"),
    ("Trust", "Low trust"),
    ("Councils lose staff", "Charities lose staff"),
    ("Council funding is squeezed", "Charity funding is squeezed"),
    ("We trust the council", "We do not trust the council"),
    ("Residents turn away from services", "Residents turn up to services"),
    ("Funders pause programmes", "Funders start programmes"),
    ("Employers pay more", "Employees pay more"),
    ("The county cuts its grants", "The country cuts its grants"),
    ("More people rent privately", "Renting privately costs more"),
    ("Rough sleeping in autumn 2024", "Rough sleeping in autumn 2025"),
    ("No flexible local money is left", "Flexible local money is left"),
    ("Demand rises while money stays flat", "Demand falls while money stays flat"),
    ("Groups compete for the same money", "Groups work together for the same aim"),
    ("Staff in the council keep moving on", "Staff in charities keep moving on"),
    (
        "Government explores handing power to places",
        "Government explores taking power from places",
    ),
    (
        "Good value means a lower price for each unit",
        "Good value means a higher price for each unit",
    ),
    (
        "35 councils need Exceptional Financial Support for 2026-27",
        "30 councils need Exceptional Financial Support for 2025-26",
    ),
    (
        "Councils have far less core money for each resident than in 2010",
        "Councils have far more core money for each resident than in 2010",
    ),
    (
        "Residents walk out of the third consultation this year",
        "Residents turn away from services",
    ),
    ("Mae staff yn gadael", "Mae staff yn aros"),
    ("Mae arian ar ôl yn lleol", "Does dim arian ar ôl yn lleol"),
    ("الإيجارات ترتفع كل سنة", "الإيجارات تنخفض كل سنة"),
    ("السكان يثقون بالخدمات", "السكان لا يثقون بالخدمات"),
    ("🧊", "🔥"),
]


def cards(*texts: str, level: Level = "patterns") -> tuple[Card, ...]:
    return tuple(
        Card(id=f"c{n}", layer="place", level=level, text=text) for n, text in enumerate(texts)
    )


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_a_facilitator_would_merge_is_paired(one: str, other: str) -> None:
    (pair,) = alike(cards(one, other))
    assert (pair.one, pair.other) == ("c0", "c1")
    assert LEAST <= pair.score <= 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_a_facilitator_would_keep_apart_is_not_paired(one: str, other: str) -> None:
    assert alike(cards(one, other)) == ()


@pytest.mark.parametrize("path", sorted(examples_folder().glob("*.json")), ids=lambda p: p.name)
def test_no_cards_of_an_example_say_the_same(path: object) -> None:
    assert alike(load_canvas(path, load_catalog()).cards) == ()  # type: ignore[arg-type]


def test_no_cards_of_a_starter_deck_say_the_same() -> None:
    catalog = load_catalog()
    for layer in catalog.layers:
        assert alike([card.dealt(layer.id)[0] for card in catalog.deck(layer.id)]) == ()


def test_only_cards_on_one_level_are_paired() -> None:
    one, other = cards("Staff leave", "Staff leave")
    assert alike((one, other.model_copy(update={"level": "events"}))) == ()
    assert alike((one, other.model_copy(update={"layer": "national"}))) == (Pair("c0", "c1", 1.0),)


def test_the_most_alike_come_first_then_those_that_stand_first() -> None:
    found = alike(
        cards(
            "Long waiting lists",
            "Waiting lists are long",
            "Trust is low",
            "Long NHS waiting lists",
            "Low trust",
        )
    )
    assert [(pair.one, pair.other) for pair in found[:2]] == [("c0", "c1"), ("c2", "c4")]
    assert all(one.score >= other.score for one, other in pairwise(found))


def test_a_person_may_ask_for_closer_pairs() -> None:
    longer = cards("Waiting lists are long", "Long NHS waiting lists")
    assert len(alike(longer)) == 1
    assert alike(longer, least=0.9) == ()


def test_nothing_is_paired_where_there_is_nothing() -> None:
    assert alike(()) == alike(cards("Alone")) == ()


PHRASES = st.lists(
    st.sampled_from(("council", "funding", "squeezed", "trust", "low", "staff", "الخدمات", "ôl")),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(PHRASES, st.randoms(use_true_random=False))
def test_order_case_and_punctuation_do_not_matter(text: str, chance: random.Random) -> None:
    words = text.split()
    chance.shuffle(words)
    (pair,) = alike(cards(text, "“" + ",  ".join(words).upper() + "!”"))
    assert pair.score == 1


@given(st.lists(PHRASES, max_size=8), st.randoms(use_true_random=False))
def test_the_same_pairs_are_found_in_any_order(texts: list[str], chance: random.Random) -> None:
    ordered = cards(*texts)
    shuffled = list(ordered)
    chance.shuffle(shuffled)

    def sets(pairs: tuple[Pair, ...]) -> set[tuple[frozenset[str], float]]:
        return {(frozenset((pair.one, pair.other)), pair.score) for pair in pairs}

    assert sets(alike(ordered)) == sets(alike(shuffled))


@given(st.lists(st.text(min_size=1, max_size=TEXT_LIMIT).filter(str.strip), max_size=6))
def test_any_text_is_compared(texts: list[str]) -> None:
    kept = [text for text in texts if text.isprintable()]
    same = {frozenset((p.one, p.other)) for p in alike(cards(*kept)) if p.score == 1}
    for (n, one), (m, other) in combinations(enumerate(kept), 2):
        assert one != other or frozenset((f"c{n}", f"c{m}")) in same


@pytest.mark.parametrize(
    "text",
    [
        lambda chance, _: " ".join(chance.choices("abcdefgh", k=TEXT_LIMIT // 2))[:TEXT_LIMIT],
        lambda _, n: f"Staff turnover is high in ward {n}",
        lambda chance, _: "".join(chance.choices("abcdef", k=TEXT_LIMIT)),
    ],
    ids=["long", "the same", "unbroken"],
)
def test_the_largest_canvas_takes_two_seconds_at_most(text: object) -> None:
    chance = random.Random(7)
    largest = cards(*(text(chance, n) for n in range(CARDS_LIMIT)))  # type: ignore[operator]
    started = time.process_time()
    alike(largest)
    assert time.process_time() - started < 2
