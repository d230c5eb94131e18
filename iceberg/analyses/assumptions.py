"""Which assumptions ask for another look, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from iceberg.analyses import assumption_words as wording
from iceberg.analyses.another_look import about, last_look, upstream, upstream_id, ways_to
from iceberg.analyses.findings import Analysis, Finding
from iceberg.analyses.paths import turned_round
from iceberg.analyses.signposts import passed_readings, passed_signpost
from iceberg.analyses.since_review import changed_upstream
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Reading

NO_HISTORY: Final[Mapping[str, Canvas]] = MappingProxyType({})
"""Nothing is known of how the canvas was at any review."""


def find_assumptions(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """Those that ask for another look, those that give way, and those that rest on nothing."""
    return (
        *asking(canvas, graph),
        *(_giving_way(a) for a in canvas.assumptions if a.status in ("weakening", "broken")),
        *(_rootless(a) for a in canvas.assumptions if not a.rests_on_something),
    )


def asking(
    canvas: Canvas, graph: CauseGraph, then: Mapping[str, Canvas] = NO_HISTORY
) -> tuple[Finding, ...]:
    """Why assumptions ask for another look, the warnings that the room has set itself first.

    Signposts that were passed, newer readings upstream, and what has changed upstream since the
    review. ``then`` is the canvas as it was at the review, by assumption; of one without it only
    what has a date is known.
    """
    passed = passed_readings(canvas, then)
    found = [
        *(passed_signpost(graph, a, passed[a.id]) for a in canvas.assumptions if a.id in passed),
        *_newer_readings(canvas, graph, passed),
        *_changed(canvas, graph, then),
    ]
    told = {upstream_id("reading", a, reading.id) for a, reading in passed.items()}
    return tuple(finding for finding in found if finding.id not in told)


def _changed(canvas: Canvas, graph: CauseGraph, then: Mapping[str, Canvas]) -> Iterator[Finding]:
    for assumption in canvas.assumptions:
        if assumption.id in then:
            yield from changed_upstream(then[assumption.id], canvas, graph, assumption)


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
            links=assumption.links,
        )
        for review, assumption in sorted(late, key=lambda pair: pair[0])
    )


def _newer_readings(
    canvas: Canvas, graph: CauseGraph, passed: Mapping[str, Reading]
) -> Iterator[Finding]:
    """Of several newer readings upstream of an assumption the newest is told, with its way.

    Of one day the nearest is told; the others are counted. A reading is newer when its date is
    after the last date in the assumption's history or, for one without history, after the date of
    the canvas. An assumption whose last look has no date is not compared with readings.
    """
    back = turned_round(graph)
    latest = canvas.latest_readings().values()
    for assumption in canvas.assumptions:
        looked = last_look(canvas, assumption)
        others = [reading for reading in latest if reading != passed.get(assumption.id)]
        if looked:
            yield from _newer(graph, back, assumption, others, looked)


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
        links=assumption.links,
    )


def _rootless(assumption: Assumption) -> Finding:
    sentence = wording.rootless(assumption.text)
    return about(assumption, ("rootless",), sentence, wording.ROOTLESS_TRY)


ANALYSIS = Analysis("assumption", find_assumptions)
