"""What has changed upstream of an assumption since it was last reviewed, from two canvases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from iceberg.analyses import assumption_words as wording
from iceberg.analyses.another_look import last_look, upstream, ways_to
from iceberg.analyses.findings import Finding
from iceberg.analyses.gone_since import gone_cards, gone_links
from iceberg.analyses.paths import Path, turned_round
from iceberg.graph import CauseGraph
from iceberg.model import Assumption, Canvas, Card, Link, Reading

Thing = TypeVar("Thing")

_FEW: Final = 5


def changed_upstream(
    then: Canvas, canvas: Canvas, graph: CauseGraph, assumption: Assumption
) -> tuple[Finding, ...]:
    """Why an assumption asks for another look, given the canvas as it was when last reviewed.

    Links and forces carry no dates, and a reading may be written down late, so what is new is
    told from the two canvases: readings upstream that were not there, though they are of an
    earlier day; links to cards upstream; links that it rests on and that say something else now;
    cards upstream whose force is scored otherwise; cards and links that it rested on and that have
    been taken off the canvas. Of each kind the nearest few are told: they
    are enough to look again. ``graph`` is that of ``canvas``, which holds the assumption.
    """
    looked = last_look(canvas, assumption)
    late, new = _late_readings(then, canvas, looked), _new_links(then, canvas)
    reworded, rescored = _changed_links(then, canvas, assumption), _rescored(then, canvas)
    cards, links = gone_cards(then, canvas, assumption), gone_links(then, canvas, assumption)
    if not (cards or links or late or new or reworded or rescored):
        return ()
    ways = ways_to(turned_round(graph), assumption)
    told = _Told(graph, assumption, looked)
    return (
        *(told.card_gone(one) for one in cards),
        *(told.link_gone(one, then) for one in links),
        *(told.late(one, way) for one, way in _nearest(late, lambda one: one.card, ways)),
        *(told.cause(one, way) for one, way in _nearest(new, lambda one: one.target, ways)),
        *(told.link(one) for one in reworded),
        *(told.force(one, way) for one, way in _nearest(rescored, lambda one: one.id, ways)),
    )


def _nearest(
    things: Iterable[Thing], card_of: Callable[[Thing], str], ways: Mapping[str, Path]
) -> list[tuple[Thing, Path]]:
    """The few things upstream with the shortest ways, of equals in the order of the canvas."""
    found = [(one, ways[card_of(one)]) for one in things if card_of(one) in ways]
    return sorted(found, key=lambda pair: len(pair[1]))[:_FEW]


def _late_readings(then: Canvas, canvas: Canvas, looked: dt.date | None) -> list[Reading]:
    """Of later days, and of days that nobody knows, the canvas tells without its history."""
    known = set(then.readings)
    return [
        reading
        for reading in canvas.latest_readings().values()
        if reading not in known and looked and reading.date <= looked
    ]


def _new_links(then: Canvas, canvas: Canvas) -> list[Link]:
    known = {link.id for link in then.links}
    return [link for link in canvas.links if link.id not in known]


def _changed_links(then: Canvas, canvas: Canvas, assumption: Assumption) -> list[Link]:
    known = {link.id: link for link in then.links}
    rests = (link for link in canvas.links if link.id in assumption.links)
    return [link for link in rests if link.id in known and _says(known[link.id]) != _says(link)]


def _says(link: Link) -> tuple[object, ...]:
    return (link.source, link.target, link.verb, link.sign, link.strength, link.delayed)


def _rescored(then: Canvas, canvas: Canvas) -> list[Card]:
    forces = {card.id: card.force for card in then.cards}
    return [card for card in canvas.cards if forces.get(card.id, card.force) != card.force]


class _Told:
    """The findings about one assumption, each with what is new as its subject."""

    def __init__(self, graph: CauseGraph, assumption: Assumption, looked: dt.date | None) -> None:
        self._graph, self._assumption, self._looked = graph, assumption, looked

    def late(self, reading: Reading, way: Path) -> Finding:
        """A reading of an earlier day that was written down since."""
        text = self._text(reading.card)
        reason = wording.late_reading(text, reading.direction, reading.date, self._looked)
        return self._asks("reading", reading.id, way, reason)

    def cause(self, link: Link, way: Path) -> Finding:
        """A cause that was named since."""
        whole = way if link.source in way else (link.source, *way)
        names = self._text(link.source), self._text(link.target)
        return self._asks("cause", link.id, whole, wording.new_cause(*names, self._looked))

    def link(self, link: Link) -> Finding:
        """A link that it rests on and that says something else since."""
        names = self._text(link.source), self._text(link.target)
        reason = wording.changed_link(names[0], link.verb, names[1], self._looked)
        return self._asks("link", link.id, (link.target,), reason)

    def card_gone(self, card: Card) -> Finding:
        """A card that it rested on and that has been taken off since."""
        reason = wording.card_gone(card.text, self._looked)
        return self._asks("gone", card.id, self._assumption.cards[:1], reason)

    def link_gone(self, link: Link, then: Canvas) -> Finding:
        """A link that it rested on and that has been taken away since."""
        texts = {card.id: card.text for card in then.cards}
        names = texts[link.source], texts[link.target]
        reason = wording.link_gone(names[0], link.verb, names[1], self._looked)
        there = tuple(end for end in (link.source, link.target) if end in self._graph)
        return self._asks("gone", link.id, there[-1:], reason)

    def force(self, card: Card, way: Path) -> Finding:
        """A card that was scored otherwise since."""
        return self._asks("force", card.id, way, wording.changed_force(card.text, self._looked))

    def _asks(self, topic: str, subject: str, way: Path, reason: str) -> Finding:
        return upstream(self._graph, self._assumption, topic, subject, way, reason)

    def _text(self, card: str) -> str:
        text: str = self._graph.nodes[card]["text"]
        return text
