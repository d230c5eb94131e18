"""How what lies beyond the place reaches it: by which chains of causes, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from iceberg.analyses import wording
from iceberg.analyses.downstream import Downstream
from iceberg.analyses.findings import Analysis, Finding, finding_id
from iceberg.analyses.paths import (
    Path,
    in_words,
    links_along,
    reached_from,
    shortest_from,
    strongest_from,
    turned_round,
    weakest_link,
)
from iceberg.analyses.sides import Sides, sides_of
from iceberg.analyses.wording import Which
from iceberg.graph import CauseGraph
from iceberg.model import LEVELS, Canvas


def find_chains(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """How much of the place has a cause beyond it; then chains to each event of the place.

    Last come the chains from each card beyond the place to the nearest such event. Among chains
    to an event that are equally strong the one from the deepest level is told, because it
    explains most.
    """
    sides = sides_of(canvas)
    if not sides.beyond_cards or not sides.place_cards:
        return ()
    events = [c for c in sides.place_cards if graph.nodes[c]["level"] == "events"]
    return (
        _share(graph, sides),
        *_to_events(graph, sides, events),
        *_from_beyond(graph, sides, events),
    )


def _share(graph: CauseGraph, sides: Sides) -> Finding:
    reached = reached_from(graph, sides.beyond_cards)
    caused = tuple(card for card in sides.place_cards if card in reached)
    sentence, to_try = wording.share(
        len(caused), len(sides.place_cards), sides.place.title, sides.beyond_titles
    )
    return Finding(
        id=finding_id("chain", "share"),
        kind="chain",
        sentence=sentence,
        sure="if the links hold",
        to_try=to_try,
        cards=caused,
    )


def _to_events(graph: CauseGraph, sides: Sides, events: list[str]) -> Iterator[Finding]:
    groups = [
        [card for card in sides.beyond_cards if graph.nodes[card]["level"] == level]
        for level in reversed(LEVELS)
    ]
    strongest = strongest_from(graph, groups)
    shortest = shortest_from(graph, sides.beyond_cards)
    upstream = Downstream(turned_round(graph)).counts(sides.beyond_cards)
    for event in (card for card in events if card in strongest):
        opening = partial(
            wording.chain_to, graph.nodes[event]["text"], upstream[event], sides.beyond_titles
        )
        told = partial(in_words, graph, last=wording.THIS)
        yield from _ways(graph, "to", event, (strongest[event], shortest[event]), opening, told)


def _from_beyond(graph: CauseGraph, sides: Sides, events: list[str]) -> Iterator[Finding]:
    back = turned_round(graph)
    strongest, shortest = strongest_from(back, [events]), shortest_from(back, events)
    downstream = Downstream(graph).counts(sides.place_cards)
    for card in (card for card in sides.beyond_cards if card in strongest):
        opening = partial(
            wording.chain_from, graph.nodes[card]["text"], downstream[card], sides.place.title
        )
        told = partial(in_words, graph, first=wording.THIS.capitalize())
        ways = strongest[card][::-1], shortest[card][::-1]
        yield from _ways(graph, "from", card, ways, opening, told)


def _ways(
    graph: CauseGraph,
    topic: str,
    subject: str,
    ways: tuple[Path, Path],
    opening: Callable[[Which], str],
    told: Callable[[Path], str],
) -> Iterator[Finding]:
    """The strongest way, and the shortest where it has fewer links."""
    strongest, shortest = ways
    chosen: dict[Which, Path] = {"strongest": strongest}
    if len(shortest) < len(strongest):
        chosen["shortest"] = shortest
    for which, path in chosen.items():
        yield Finding(
            id=finding_id("chain", f"{which}-{topic}", subject),
            kind="chain",
            sentence=wording.chain(opening(which), told(path), weakest_link(graph, path)),
            sure="if the links hold",
            to_try=wording.CHAIN_TRIES[which],
            cards=path,
            links=links_along(graph, path),
        )


ANALYSIS = Analysis("chain", find_chains)
