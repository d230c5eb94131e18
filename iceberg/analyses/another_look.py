"""Findings about an assumption, and why something upstream of it asks for another look."""

from __future__ import annotations

import datetime as dt

from iceberg.analyses import assumption_words as wording
from iceberg.analyses.findings import Finding, Sure, finding_id
from iceberg.analyses.paths import Path, in_words, links_along, shortest_from
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas


def last_look(canvas: Canvas, assumption: Assumption) -> dt.date | None:
    """When an assumption was last looked at, as far as the canvas says."""
    return max((line.date for line in assumption.looks), default=canvas.date)


def ways_to(back: CauseGraph, assumption: Assumption) -> dict[str, Path]:
    """From each card upstream the shortest way to a card or link that an assumption rests on.

    A card that it rests on is its own way, and so is the end of such a link: what happens there
    tells whether the link still works. Ways to a link go through it. ``back`` is the graph turned
    round.
    """
    linked = [link for link in back.graph["canvas"].links if link.id in assumption.links]
    ends = {link.source: link.target for link in linked if link.source not in assumption.cards}
    back_ways = shortest_from(back, (*assumption.cards, *ends))
    through = {card: _through(way[::-1], ends) for card, way in back_ways.items()}
    sources = {source: (source, target) for source, target in ends.items()}
    own = {card: (card,) for card in (*assumption.cards, *(link.target for link in linked))}
    return sources | own | {card: way for card, way in through.items() if card not in own}


def _through(way: Path, ends: dict[str, str]) -> Path:
    """A way to the beginning of a link, led on to its end unless it has been there."""
    end = ends.get(way[-1])
    return way if end is None or end in way else (*way, end)


def upstream(
    graph: CauseGraph, assumption: Assumption, topic: str, subject: str, way: Path, reason: str
) -> Finding:
    """An assumption that asks for another look for a reason, with the way that it takes.

    ``subject`` is the id of what is new, so that the next thing that is new is another finding.
    """
    far = len(way) > 1
    return about(
        assumption,
        (topic, subject),
        wording.another_look(assumption.text, reason, in_words(graph, way) if far else ""),
        wording.REVIEW_TRY,
        cards=way,
        links=links_along(graph, way),
        sure="if the links hold" if far else "plain to see",
    )


def upstream_id(topic: str, assumption_id: str, subject: str) -> str:
    """The id of a finding about something upstream of an assumption."""
    return finding_id("assumption", topic, assumption_id, subject)


def about(
    assumption: Assumption,
    topic: tuple[str, ...],
    sentence: str,
    to_try: str,
    *,
    cards: Path = (),
    links: tuple[str, ...] = (),
    sure: Sure = "plain to see",
) -> Finding:
    """A finding about an assumption; the topic's first word and subjects go into its id."""
    return Finding(
        id=finding_id("assumption", topic[0], assumption.id, *topic[1:]),
        kind="assumption",
        sentence=sentence,
        sure=sure,
        to_try=to_try,
        cards=cards,
        links=links,
        assumptions=(assumption.id,),
    )
