"""Tuples of parts with ids: find, put, replace and take out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from iceberg.edits.refusals import already_there, gone, too_many
from iceberg.model import Assumption


class HasId(Protocol):
    """A part of a canvas."""

    @property
    def id(self) -> str: ...


PartT = TypeVar("PartT", bound=HasId)


def index_of(parts: Sequence[HasId], part_id: str, noun: str) -> int:
    """Where the part with this id stands; refuses, naming the noun, when there is none."""
    for index, part in enumerate(parts):
        if part.id == part_id:
            return index
    raise gone(noun)


def put(
    parts: tuple[PartT, ...], part: PartT, at: int | None, noun: str, limit: int
) -> tuple[PartT, ...]:
    """The parts with a new one at an index (None or past the end: last)."""
    if len(parts) >= limit:
        raise too_many(noun, limit)
    if any(known.id == part.id for known in parts):
        raise already_there(noun, part.id)
    index = len(parts) if at is None else at
    return (*parts[:index], part, *parts[index:])


def replace(parts: tuple[PartT, ...], index: int, part: PartT) -> tuple[PartT, ...]:
    """The parts with another one at an index."""
    return (*parts[:index], part, *parts[index + 1 :])


def take_out(parts: tuple[PartT, ...], part_id: str, noun: str) -> tuple[PartT, ...]:
    """The parts without the one with this id; refuses when there is none."""
    index = index_of(parts, part_id, noun)
    return (*parts[:index], *parts[index + 1 :])


def forgotten(
    assumptions: tuple[Assumption, ...], cards: Sequence[HasId], links: Sequence[HasId]
) -> tuple[Assumption, ...]:
    """The assumptions without the cards and links that are not there any more."""
    card_ids, link_ids = {card.id for card in cards}, {link.id for link in links}
    return tuple(assumption.among(card_ids, link_ids) for assumption in assumptions)
