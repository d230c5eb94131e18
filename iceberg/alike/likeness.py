"""How alike two cards are, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from iceberg.alike.words import NOT, stem

DIFFERENT: Final = 3
"""What a word that stands in the place of another counts, in words. Two would be the coefficient
of Dice (1945), which takes “costs rise” for nearly the same as “costs fall”."""
TYPO_LENGTH: Final = 7
"""Letters that a word needs to pass for another with a slip in it: a county is no country."""
_KEPT_APART: Final = frozenset(
    frozenset((stem(one), stem(other)))
    for one, other in (
        ("more", "less"),
        ("more", "fewer"),
        ("most", "least"),
        ("rise", "fall"),
        ("rising", "easing"),
        ("grow", "shrink"),
        ("increase", "decrease"),
        ("higher", "lower"),
        ("high", "low"),
        ("long", "short"),
        ("better", "worse"),
        ("up", "down"),
        ("open", "close"),
        ("start", "end"),
        ("before", "after"),
        ("leave", "stay"),
        ("win", "lose"),
        ("national", "local"),
        ("council", "charity"),
    )
)
"""Words that a room never takes for each other, whatever else two cards share."""


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two lists of words are: the share of their words that both have, 0 to 1.

    0 when one denies what the other says, or they name different figures or words kept apart.
    """
    both = Counter(one) & Counter(other)
    left, right = _without_typos(
        sorted((Counter(one) - both).elements()), sorted((Counter(other) - both).elements())
    )
    if _at_odds(left, right):
        return 0.0
    few, many = sorted((len(left), len(right)))
    shared = len(one) + len(other) - few - many
    return shared / (shared + DIFFERENT * few + many - few)


def _without_typos(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    left, right = [], list(other)
    for word in one:
        meant = next((candidate for candidate in right if _is_typo(word, candidate)), None)
        if meant is None:
            left.append(word)
        else:
            right.remove(meant)
    return left, right


def _is_typo(one: str, other: str) -> bool:
    """Whether one letter is missing, wrong or swapped between the first and the last.

    Damerau (1964) found four in five misspellings to be of this kind.
    """
    return (
        min(len(one), len(other)) >= TYPO_LENGTH
        and (one[0], one[-1]) == (other[0], other[-1])
        and not (one + other).isdigit()
        and OSA.distance(one, other, score_cutoff=1) <= 1
    )


def _at_odds(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether what only one card says contradicts what only the other says."""
    if (NOT in left) != (NOT in right):
        return True
    if any(word.isdigit() for word in left) and any(word.isdigit() for word in right):
        return True
    return any(frozenset((a, b)) in _KEPT_APART for a in left for b in right)
