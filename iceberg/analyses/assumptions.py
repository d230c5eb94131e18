"""Which assumptions ask for another look, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from iceberg.analyses import wording
from iceberg.analyses.findings import Analysis, Finding, Sure, finding_id
from iceberg.analyses.paths import Path, in_words, links_along, shortest_from
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Link


def find_assumptions(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """Assumptions with newer readings upstream, those that give way, those that rest on nothing.

    A reading is newer when its date is after the last date in the assumption's history or, for
    one without history, after the date of the canvas. Of several newer readings the newest is
    told with its way, of one day the nearest, and the others are counted. An assumption whose
    last look has no date is not compared with readings.
    """
    back = graph.reverse()
    return (
        *chain.from_iterable(_newer(canvas, graph, back, a) for a in canvas.assumptions),
        *(_giving_way(a) for a in canvas.assumptions if a.status in ("weakening", "broken")),
        *(_rootless(a) for a in canvas.assumptions if not a.cards),
    )


def overdue(canvas: Canvas, today: dt.date) -> tuple[Finding, ...]:
    """The assumptions whose review date has passed, the longest overdue first."""
    late = [(a.review, a) for a in canvas.assumptions if a.review and a.review < today]
    return tuple(
        _about(
            "overdue",
            assumption,
            wording.overdue(assumption.text, review, assumption.owner),
            wording.REVIEW_TRY,
        )
        for review, assumption in sorted(late, key=lambda pair: pair[0])
    )


def changed_upstream(
    then: Canvas, canvas: Canvas, graph: CauseGraph, assumption_id: str
) -> tuple[Finding, ...]:
    """Why an assumption asks for another look, given the canvas as it was when last reviewed.

    Links and forces carry no dates, so what is new or changed is told from the two canvases: new
    causes, and cards whose force is scored otherwise, upstream of the cards that it rests on.
    ``graph`` is that of ``canvas``. An assumption that is gone gives nothing.
    """
    found = [a for a in canvas.assumptions if a.id == assumption_id]
    if not found:
        return ()
    ways = _ways_to(graph.reverse(), found[0])
    known = {link.id for link in then.links}
    before = {card.id: card for card in then.cards}
    causes = [link for link in canvas.links if link.id not in known and link.target in ways]
    changed = [
        card
        for card in canvas.cards
        if card.id in ways and card.id in before and before[card.id].force != card.force
    ]
    return (
        *(_new_cause(graph, found[0], link, ways[link.target]) for link in causes),
        *(
            _upstream(graph, "force", found[0], ways[card.id], wording.changed_force(card.text))
            for card in changed
        ),
    )


def last_look(canvas: Canvas, assumption: Assumption) -> dt.date | None:
    """When an assumption was last looked at, as far as the canvas says."""
    return max((change.date for change in assumption.history), default=canvas.date)


def _newer(
    canvas: Canvas, graph: CauseGraph, back: CauseGraph, assumption: Assumption
) -> Iterator[Finding]:
    looked = last_look(canvas, assumption)
    if looked is None:
        return
    newer = [r for r in canvas.latest_readings().values() if r.date > looked]
    ways = _ways_to(back, assumption) if newer else {}
    upstream = sorted((r for r in newer if r.card in ways), key=lambda r: len(ways[r.card]))
    if upstream:
        reading = max(upstream, key=lambda r: r.date)
        text = graph.nodes[reading.card]["text"]
        reason = wording.newer_reading(
            text, reading.direction, reading.date, looked, len(upstream) - 1
        )
        yield _upstream(graph, "reading", assumption, ways[reading.card], reason)


def _ways_to(back: CauseGraph, assumption: Assumption) -> dict[str, Path]:
    """The shortest way to what an assumption rests on, from each card upstream and from itself."""
    ways = {card: path[::-1] for card, path in shortest_from(back, assumption.cards).items()}
    return {card: (card,) for card in assumption.cards} | ways


def _new_cause(graph: CauseGraph, assumption: Assumption, link: Link, way: Path) -> Finding:
    reason = wording.new_cause(graph.nodes[link.source]["text"], graph.nodes[link.target]["text"])
    whole = way if link.source in way else (link.source, *way)
    return _upstream(graph, "cause", assumption, whole, reason)


def _upstream(
    graph: CauseGraph, topic: str, assumption: Assumption, way: Path, reason: str
) -> Finding:
    path = in_words(graph, way) if len(way) > 1 else ""
    sentence = wording.another_look(assumption.text, reason, path)
    sure: Sure = "if the links hold" if len(way) > 1 else "plain to see"
    return _about(
        topic, assumption, sentence, wording.REVIEW_TRY, way, links_along(graph, way), sure
    )


def _giving_way(assumption: Assumption) -> Finding:
    noted = [change.note for change in assumption.history if change.note]
    sentence = wording.giving_way(assumption.text, assumption.status, *noted[-1:])
    to_try = wording.GIVING_WAY_TRIES[assumption.load_bearing]
    return _about(assumption.status, assumption, sentence, to_try, assumption.cards)


def _rootless(assumption: Assumption) -> Finding:
    return _about("rootless", assumption, wording.rootless(assumption.text), wording.ROOTLESS_TRY)


def _about(
    topic: str,
    assumption: Assumption,
    sentence: str,
    to_try: str,
    cards: Path = (),
    links: tuple[str, ...] = (),
    sure: Sure = "plain to see",
) -> Finding:
    return Finding(
        id=finding_id("assumption", topic, assumption.id, *cards[:1]),
        kind="assumption",
        sentence=sentence,
        sure=sure,
        to_try=to_try,
        cards=cards,
        links=links,
        assumptions=(assumption.id,),
    )


ANALYSIS = Analysis("assumption", find_assumptions)
