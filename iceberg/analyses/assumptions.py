"""Which assumptions ask for another look, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from iceberg.analyses import wording
from iceberg.analyses.another_look import about, upstream, ways_to
from iceberg.analyses.findings import Analysis, Finding
from iceberg.analyses.paths import turned_round
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Reading


def find_assumptions(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """Assumptions with newer readings upstream, those that give way, those that rest on nothing.

    A reading is newer when its date is after the last date in the assumption's history or, for
    one without history, after the date of the canvas. Of several newer readings the newest is
    told with its way, of one day the nearest, and the others are counted. An assumption whose
    last look has no date is not compared with readings.
    """
    back = turned_round(graph)
    latest = canvas.latest_readings().values()
    looked = [(a, last_look(canvas, a)) for a in canvas.assumptions]
    return (
        *(f for a, day in looked if day for f in _newer(graph, back, a, latest, day)),
        *(_giving_way(a) for a in canvas.assumptions if a.status in ("weakening", "broken")),
        *(_rootless(a) for a in canvas.assumptions if not a.cards),
    )


def overdue(canvas: Canvas, today: dt.date) -> tuple[Finding, ...]:
    """The assumptions whose review date has passed, the longest overdue first."""
    late = [(a.review, a) for a in canvas.assumptions if a.review and a.review < today]
    return tuple(
        about(
            assumption,
            ("overdue", review.isoformat()),
            wording.overdue(assumption.text, review, assumption.owner),
            wording.REVIEW_TRY,
            cards=assumption.cards,
        )
        for review, assumption in sorted(late, key=lambda pair: pair[0])
    )


def last_look(canvas: Canvas, assumption: Assumption) -> dt.date | None:
    """When an assumption was last looked at, as far as the canvas says."""
    return max((change.date for change in assumption.history), default=canvas.date)


def _newer(
    graph: CauseGraph,
    back: CauseGraph,
    assumption: Assumption,
    latest: Iterable[Reading],
    looked: dt.date,
) -> Iterator[Finding]:
    newer = [reading for reading in latest if reading.date > looked]
    ways = ways_to(back, assumption) if newer else {}
    near = sorted((r for r in newer if r.card in ways), key=lambda r: len(ways[r.card]))
    if near:
        new = max(near, key=lambda reading: reading.date)
        text = graph.nodes[new.card]["text"]
        reason = wording.newer_reading(text, new.direction, new.date, looked, len(near) - 1)
        yield upstream(graph, assumption, "reading", new.id, ways[new.card], reason)


def _giving_way(assumption: Assumption) -> Finding:
    history = sorted(assumption.history, key=lambda change: change.date)
    notes = [change.note for change in history if change.note]
    return about(
        assumption,
        (assumption.status,),
        wording.giving_way(assumption.text, assumption.status, *notes[-1:]),
        wording.GIVING_WAY_TRIES[assumption.load_bearing],
        cards=assumption.cards,
    )


def _rootless(assumption: Assumption) -> Finding:
    sentence = wording.rootless(assumption.text)
    return about(assumption, ("rootless",), sentence, wording.ROOTLESS_TRY)


ANALYSIS = Analysis("assumption", find_assumptions)
