"""Findings about an assumption, and why something upstream of it asks for another look."""

from __future__ import annotations

from iceberg.analyses import wording
from iceberg.analyses.findings import Finding, Sure, finding_id
from iceberg.analyses.paths import Path, in_words, links_along, shortest_from
from iceberg.graph import CauseGraph
from iceberg.model import Assumption


def ways_to(back: CauseGraph, assumption: Assumption) -> dict[str, Path]:
    """From each card upstream the shortest way to a card that an assumption rests on.

    A card that it rests on is its own way. ``back`` is the graph turned round.
    """
    ways = {card: path[::-1] for card, path in shortest_from(back, assumption.cards).items()}
    return {card: (card,) for card in assumption.cards} | ways


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
