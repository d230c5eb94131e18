"""Pairs of cards that probably say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from iceberg.alike.likeness import likeness
from iceberg.alike.words import words_of
from iceberg.model import LEVELS, Card

LEAST: Final = 0.8
"""Four words of five. On the pairs of the tests, made by hand, less also pairs cards that differ in
the one word that matters (handing power, taking power); more misses cards that say one word in
another way (local money, local funding)."""
LOOK: Final = 66
"""Letters in common, in per cent, from which a pair is looked at word by word."""
LETTERS: Final = 128
"""Letters of a card that count for that: two machine words, which is twice as fast as all."""
LOOKS: Final = 4_000
"""Pairs of one level that are looked at, at most: those with the most letters in common."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cards, by their ids in the order of the canvas, and how alike they are: 0 to 1."""

    one: str
    other: str
    score: float


def alike(cards: Sequence[Card], least: float = LEAST) -> tuple[Pair, ...]:
    """Pairs of cards on one level that probably say the same, the most alike first.

    Words are compared without case, punctuation, order and endings. Synonyms are not known, and a
    person decides: costs that rise faster than income and income that rises faster than costs are
    the same words. The same cards always give the same pairs.
    """
    places = {card.id: n for n, card in enumerate(cards)}
    found = [
        pair
        for level in LEVELS
        for pair in _on_level([card for card in cards if card.level == level], least)
    ]
    return tuple(sorted(found, key=lambda p: (-p.score, places[p.one], places[p.other])))


def _on_level(cards: Sequence[Card], least: float) -> Iterator[Pair]:
    words = [words_of(card.text) for card in cards]
    for one, other in _worth_a_look([" ".join(each)[:LETTERS] for each in words]):
        score = likeness(words[one], words[other])
        if score >= least:
            yield Pair(cards[one].id, cards[other].id, round(score, 3))


def _worth_a_look(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of pairs with many letters in common, those with the most first."""
    if len(texts) < 2:
        return
    common = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=LOOK, dtype=np.uint8)
    ones, others = np.nonzero(np.triu(common, 1))
    best = np.lexsort((others, ones, -common[ones, others].astype(np.int16)))[:LOOKS]
    yield from zip(ones[best].tolist(), others[best].tolist(), strict=True)
