"""Which assumptions a push would break first: the nearest, then the surest, then the weightiest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from iceberg.analyses.paths import Path, shortest_from, weakest_link
from iceberg.analyses.pushes import Movement, Pushes, Way
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas

_SUREST: Final[tuple[Way, ...]] = ("more", "less", "either way", "not known")
_STRONGEST: Final = 3


@dataclass(frozen=True, slots=True)
class Touched:
    """An assumption that rests on what moves.

    ``rests``: the cards that move, of those that it rests on and of the ends of its links, and
    which way. ``way``: the shortest from a pushed card to one of them, that card alone where it is
    pushed itself. ``warned``: whether the card of its signpost moves towards the figure set there.
    """

    assumption: Assumption
    rests: Mapping[str, Movement]
    way: Path
    warned: bool


def first_to_break(
    canvas: Canvas, graph: CauseGraph, pushes: Pushes, moved: Mapping[str, Movement]
) -> tuple[Touched, ...]:
    """The assumptions that a push touches, those first that it would break first.

    That is by the number of links on the shortest way there; of equally near ones those first
    whose movement is surest (no doubt, then a sign that is missing somewhere, then either way,
    then not known), then by the strength of the way's weakest link, then those that the plan
    rests on, then those that are vulnerable. Whether one does break is for the room to say.
    """
    going = {card: Movement("more" if push > 0 else "less") for card, push in pushes.items()}
    going |= {card: movement for card, movement in moved.items() if card not in pushes}
    ways = {card: (card,) for card in pushes} | shortest_from(graph, pushes)
    found = (_touched(canvas, assumption, going, ways) for assumption in canvas.assumptions)
    return tuple(sorted(filter(None, found), key=lambda one: _order(graph, one)))


def _touched(
    canvas: Canvas,
    assumption: Assumption,
    going: Mapping[str, Movement],
    ways: Mapping[str, Path],
) -> Touched | None:
    linked = (link for link in canvas.links if link.id in assumption.links)
    ends = (end for link in linked for end in (link.source, link.target))
    rests = {c: going[c] for c in dict.fromkeys((*assumption.cards, *ends)) if c in going}
    near = [ways[card] for card in rests if card in ways]
    if not near:
        return None
    return Touched(assumption, rests, min(near, key=len), _warned(assumption, going))


def _warned(assumption: Assumption, going: Mapping[str, Movement]) -> bool:
    movement = going.get(assumption.signpost_card or "")
    if assumption.threshold is None or movement is None:
        return False
    return movement.way == {"above": "more", "below": "less"}[assumption.threshold.crossing]


def _order(graph: CauseGraph, one: Touched) -> tuple[int, ...]:
    movement = one.rests[one.way[-1]]
    weakest = weakest_link(graph, one.way) if len(one.way) > 1 else _STRONGEST
    return (
        len(one.way),
        max(_SUREST.index(movement.way) - 1, 0) * 2 + movement.doubted,
        -weakest,
        not one.assumption.load_bearing,
        not one.assumption.vulnerable,
    )
