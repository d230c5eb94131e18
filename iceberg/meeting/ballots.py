"""Dots on cards: private while a vote is open, and only sums when it is closed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from iceberg.edits import CardChanges, ChangeCard, Edit, MergeCards, Together
from iceberg.meeting.state import DOTS_LIMIT, Meeting
from iceberg.meeting.wording import CLOSED_VOTE
from iceberg.model import Canvas, Id

Ballot = dict[str, int]
"""Dots by card."""
_BALLOT: TypeAdapter[Ballot] = TypeAdapter(dict[Id, Annotated[int, Field(ge=1, le=DOTS_LIMIT)]])
VOTES_LIMIT = 9_999


def dots_each(meeting: Meeting, canvas: Canvas) -> int:
    """Dots of each person: what the facilitator set, else the root of the number of cards."""
    return meeting.dots or min(DOTS_LIMIT, max(1, math.isqrt(max(0, len(canvas.cards) - 1)) + 1))


def ballot_from(payload: str | None) -> Ballot:
    """A kept ballot; an empty one for what is none."""
    try:
        return _BALLOT.validate_json(payload) if payload else {}
    except ValidationError:
        return {}


def ballot_payload(ballot: Mapping[str, int]) -> str:
    """A ballot as it is kept."""
    return _BALLOT.dump_json(dict(sorted(ballot.items()))).decode()


def marked(ballot: Mapping[str, int], card: str, dots: int) -> Ballot:
    """The ballot with so many dots on a card."""
    rest = {other: count for other, count in ballot.items() if other != card}
    return {**rest, card: dots} if dots else rest


def following(ballot: Mapping[str, int], canvas: Canvas, merged: Mapping[str, str]) -> Ballot:
    """A ballot on the cards that there are: ``merged`` is the card that a gone one is part of now.

    Dots on a card that was removed are the voter's again.
    """
    found: Counter[str] = Counter()
    there = {card.id for card in canvas.cards}
    for card, dots in ballot.items():
        passed: set[str] = set()
        while card not in there and card in merged and card not in passed:
            passed.add(card)
            card = merged[card]
        if card in there:
            found[card] += dots
    return dict(found)


def merged_by(edits: Iterable[Edit]) -> Mapping[str, str]:
    """The card that each card was merged into, by some edits."""
    singles = (one for edit in edits for one in getattr(edit, "edits", (edit,)))
    merges = (one for one in singles if isinstance(one, MergeCards))
    return {card: merge.into for merge in merges for card in merge.cards}


def closing(canvas: Canvas, ballots: Iterable[Mapping[str, int]]) -> Together | None:
    """The edit that adds the sums of all ballots to the cards; None where nobody voted."""
    sums: Counter[str] = Counter()
    for ballot in ballots:
        sums.update(ballot)
    changes = tuple(
        ChangeCard(
            card=card.id,
            changes=CardChanges(votes=min(VOTES_LIMIT, card.votes + sums[card.id])),
        )
        for card in canvas.cards
        if sums[card.id]
    )
    return Together(edits=changes, title=CLOSED_VOTE) if changes else None
