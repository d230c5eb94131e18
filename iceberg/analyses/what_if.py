"""What moves when some cards are pushed, and what if things go on as they were last read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.analyses import wording
from iceberg.analyses.breaking import Touched, first_to_break
from iceberg.analyses.findings import Analysis, Finding, Sure, finding_id
from iceberg.analyses.paths import Path, in_words, links_along, named, weakest_link
from iceberg.analyses.pushes import WAYS, Movement, Push, Pushes, Way, follow
from iceberg.analyses.sides import sides_of
from iceberg.graph import CauseGraph
from iceberg.model import Canvas

_PUSHES: Final[dict[str | None, Push]] = {"rising": 1, "easing": -1}
_SURE: Final[dict[Way, Sure]] = {
    "more": "if the links hold",
    "less": "if the links hold",
    "either way": "if the links hold",
    "not known": "a hint",
}


@dataclass(frozen=True, slots=True)
class _Story:
    """What was pushed, what moves, and how the sentences about it begin."""

    opening: str
    pushes: Pushes
    moved: dict[str, Movement]

    def way(self, card: str) -> Way | None:
        """Which way a card goes, pushed or moved; None when it stays."""
        if card in self.pushes:
            return "more" if self.pushes[card] > 0 else "less"
        return self.moved[card].way if card in self.moved else None

    @property
    def subjects(self) -> list[str]:
        return [f"{card}{'+' if push > 0 else '-'}" for card, push in sorted(self.pushes.items())]


def what_if(canvas: Canvas, graph: CauseGraph, pushes: Pushes) -> tuple[Finding, ...]:
    """What follows from pushing cards up (1) or down (-1): each way's cards, then assumptions.

    Of the assumptions that it touches those come first that would break first (`first_to_break`).
    Nothing is written to the canvas. See `follow` for the method.

    Raises:
        NotFoundError: a push names a card that the canvas does not have.
    """
    moved = follow(graph, pushes)
    up = named(graph, [card for card, push in pushes.items() if push > 0])
    down = named(graph, [card for card, push in pushes.items() if push < 0])
    return _told(canvas, graph, _Story(wording.if_pushed(up, down), pushes, moved))


def find_what_if(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """What the place can expect when all beyond it goes on as last read, rising or easing."""
    sides = sides_of(canvas)
    pushes = {
        card: _PUSHES[direction]
        for card in sides.beyond_cards
        if (direction := graph.nodes[card]["direction"]) in _PUSHES
    }
    moved = follow(graph, pushes)
    here = {card: moved[card] for card in sides.place_cards if card in moved}
    counts = [sum(push == way for push in pushes.values()) for way in (1, -1)]
    opening = wording.if_it_goes_on(sides.beyond_titles, *counts)
    return _told(canvas, graph, _Story(opening, pushes, here))


def _told(canvas: Canvas, graph: CauseGraph, story: _Story) -> tuple[Finding, ...]:
    moving = (finding for way in WAYS for finding in _moving(graph, story, way))
    touched = first_to_break(canvas, graph, story.pushes, story.moved)
    return (*moving, *(_touched(graph, story, one) for one in touched))


def _moving(graph: CauseGraph, story: _Story, way: Way) -> Iterator[Finding]:
    cards = [card for card, movement in story.moved.items() if movement.way == way]
    if not cards:
        return
    doubted = sum(story.moved[card].doubted for card in cards)
    yield Finding(
        id=finding_id("what if", way.replace(" ", "-"), *story.subjects),
        kind="what if",
        sentence=wording.moving(story.opening, way, named(graph, cards), doubted),
        sure=_SURE[way],
        to_try=wording.MOVING_TRIES[way],
        cards=tuple(cards),
        links=tuple(
            graph.edges[cause, card]["id"]
            for card in cards
            for cause in graph.pred[card]
            if story.way(cause)
        ),
    )


def _touched(graph: CauseGraph, story: _Story, one: Touched) -> Finding:
    ways = [movement.way for movement in one.rests.values()]
    rests = list(zip(named(graph, one.rests), ways, strict=True))
    told = wording.touched(story.opening, one.assumption.text, rests)
    nearest = _nearest(graph, one.way) if len(one.way) > 1 else ""
    return Finding(
        id=finding_id("what if", "assumption", one.assumption.id, *story.subjects),
        kind="what if",
        sentence=f"{told}{nearest}{wording.WARNED if one.warned else ''}",
        sure="if the links hold",
        to_try=wording.TOUCHED_TRY,
        cards=tuple(dict.fromkeys((*one.way, *one.rests))),
        links=links_along(graph, one.way),
        assumptions=(one.assumption.id,),
    )


def _nearest(graph: CauseGraph, way: Path) -> str:
    return wording.nearest(in_words(graph, way), len(way) - 1, weakest_link(graph, way))


ANALYSIS = Analysis("what if", find_what_if)
