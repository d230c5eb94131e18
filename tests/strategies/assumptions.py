"""Assumptions for property tests."""

from __future__ import annotations

from random import Random

from iceberg.model import CROSSINGS, STATUSES, Assumption, Threshold


def random_assumption(
    random: Random, number: int, cards: list[str], links: list[str], texts: list[str]
) -> Assumption:
    """An assumption on some of these cards and links."""
    threshold = Threshold(crossing=random.choice(CROSSINGS), figure=random.choice([62, 7.5]))
    return Assumption(
        id=f"a{number}",
        text=random.choice(texts),
        cards=tuple(random.sample(cards, min(len(cards), random.randint(0, 3)))),
        links=tuple(random.sample(links, min(len(links), random.randint(0, 2)))),
        signpost_card=random.choice([None, *cards]),
        threshold=random.choice([None, threshold]),
        hedging=random.choice([(), ("Ask the funder", "Write to the council")]),
        status=random.choice(STATUSES),
    )
