# ruff: noqa: ARG001 - the arguments that look unused are the key
"""Which assumptions ask for another look, worked out once for a revision and a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Set
from typing import Final

from iceberg.analyses import Finding
from iceberg.analyses.assumptions import asking, overdue
from iceberg.graph import to_graph
from iceberg.model import Canvas
from iceberg.ui import session
from iceberg.ui.kept import kept

_KEPT: Final = 48


def reviewed(canvas_id: str, canvas: Canvas, *, whole: bool) -> Mapping[str, Canvas]:
    """The canvas as it was when each assumption was last reviewed.

    Unless it is ``whole`` what was taken off since, perhaps on purpose, is not told: each
    assumption rested then on nothing but what ``canvas`` shows.
    """
    then = session.workshop().reviewed(canvas_id)
    if whole:
        return then
    cards, links = {card.id for card in canvas.cards}, {link.id for link in canvas.links}
    return {name: _resting_among(one, cards, links) for name, one in then.items()}


def _resting_among(then: Canvas, cards: Set[str], links: Set[str]) -> Canvas:
    rests = tuple(one.among(cards, links) for one in then.assumptions)
    return then.model_copy(update={"assumptions": rests})


@kept(_KEPT)
def asking_of(
    canvas_id: str, revision: int, cards: int, today: dt.date, whole: bool, _canvas: Canvas
) -> dict[str, tuple[Finding, ...]]:
    """Why each assumption that asks for another look does, the most telling reason first.

    The first three arguments are its key (see ``pictures.key_of``); ``whole`` is for those who may
    know what has been taken off the canvas. Never change what it gives.
    """
    then = reviewed(canvas_id, _canvas, whole=whole)
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in (*asking(_canvas, to_graph(_canvas), then), *overdue(_canvas, today)):
        for assumption in finding.assumptions:
            found[assumption] = (*found.get(assumption, ()), finding)
    return found
