"""Signposts that have been passed: the warnings that the room itself has set."""

from __future__ import annotations

from collections.abc import Mapping

from iceberg.analyses import assumption_words as wording
from iceberg.analyses.another_look import last_look, upstream, ways_to
from iceberg.analyses.findings import Finding
from iceberg.analyses.paths import turned_round
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Reading


def passed_readings(canvas: Canvas, then: Mapping[str, Canvas]) -> dict[str, Reading]:
    """By assumption the readings past its threshold that nobody has looked at since.

    Looked at is a reading that was there at the last review and is not of a later day; where no
    review is known none is.
    """
    passed = ((one, canvas.passed_signpost(one)) for one in canvas.assumptions)
    return {
        one.id: reading
        for one, reading in passed
        if reading and not _seen(canvas, one, reading, then.get(one.id))
    }


def _seen(canvas: Canvas, assumption: Assumption, reading: Reading, then: Canvas | None) -> bool:
    looked = last_look(canvas, assumption)
    if looked is None or reading.date > looked:
        return False
    return then is None or reading in then.readings


def passed_signpost(graph: CauseGraph, assumption: Assumption, reading: Reading) -> Finding:
    """An assumption whose threshold a reading has passed, with the way that it takes from there."""
    way = ways_to(turned_round(graph), assumption).get(reading.card, (reading.card,))
    text = graph.nodes[reading.card]["text"]
    reason = wording.passed(text, reading, assumption.threshold, assumption.signpost)
    return upstream(graph, assumption, "signpost", reading.id, way, reason)
