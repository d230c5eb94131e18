"""As much as fits, in whole sentences, the strongest of every kind first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from iceberg.exporters.story.limit import Limit
from iceberg.exporters.story.parts import Sentence

Item = tuple[Sentence, ...]
"""One thing to say, in every way to say it; the fullest first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, the strongest first; the lead is said before the first of them."""

    lead: str
    items: tuple[Item, ...]


def fitted(groups: tuple[Group, ...], limit: Limit) -> tuple[Sentence, ...]:
    """What of the groups fits the limit, in the groups' order.

    Each group has its first turn before any has its second; what does not fit in any of its ways
    is passed over. So a tight limit still says something of every kind.
    """
    chosen: tuple[tuple[Sentence, ...], ...] = tuple(() for _ in groups)
    for turn, item in _turns(groups):
        for way in item:
            tried = (*chosen[:turn], (*chosen[turn], way), *chosen[turn + 1 :])
            if limit.allows(" ".join(one.text for one in _said(groups, tried))):
                chosen = tried
                break
    return tuple(_said(groups, chosen))


def _turns(groups: tuple[Group, ...]) -> Iterator[tuple[int, Item]]:
    for items in zip_longest(*(group.items for group in groups)):
        yield from ((place, item) for place, item in enumerate(items) if item)


def _said(
    groups: tuple[Group, ...], chosen: tuple[tuple[Sentence, ...], ...]
) -> Iterator[Sentence]:
    for group, sentences in zip(groups, chosen, strict=True):
        if sentences and group.lead:
            yield Sentence(group.lead)
        yield from sentences
