"""What an assumption has come to rest on since its last review, kept beside how it was then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from iceberg.model import Assumption, Canvas, Card, Link

PartT = TypeVar("PartT", bound=Card | Link)


def resting(then: Canvas, canvas: Canvas, assumption: Assumption) -> Canvas:
    """The canvas of a review with what an assumption rests on by now, and what of that is gone.

    What has been taken off the canvas since it rested on it stays, so that it can be told; what it
    was let go of while it was there does not. ``assumption`` is that of ``canvas``.
    """
    known = next((one for one in then.assumptions if one.id == assumption.id), assumption)
    if (assumption.cards, assumption.links) == (known.cards, known.links):
        return then
    cards = _with_gone(assumption.cards, known.cards, canvas.cards)
    links = _with_gone(assumption.links, known.links, canvas.links)
    if (cards, links) == (known.cards, known.links):
        return then
    rests = known.model_copy(update={"cards": cards, "links": links})
    told = _with(then.links, canvas.links, links)
    ends = (end for link in told for end in (link.source, link.target))
    return then.model_copy(
        update={
            "cards": _with(then.cards, canvas.cards, (*cards, *ends)),
            "links": told,
            "assumptions": tuple(
                rests if one.id == assumption.id else one for one in then.assumptions
            ),
        }
    )


def _with_gone(now: Iterable[str], known: Iterable[str], there: Sequence[PartT]) -> tuple[str, ...]:
    ids = {part.id for part in there}
    return tuple(dict.fromkeys((*now, *(part for part in known if part not in ids))))


def _with(
    known: Sequence[PartT], there: Sequence[PartT], named: Iterable[str]
) -> tuple[PartT, ...]:
    missing = set(named) - {part.id for part in known}
    return (*known, *(part for part in there if part.id in missing))
