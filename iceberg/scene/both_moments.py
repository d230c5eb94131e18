"""Two moments in one canvas: what is there now, and what is gone in the place it had."""

from __future__ import annotations

from iceberg.compare import Comparison
from iceberg.model import LAYERS_LIMIT, Canvas, Layer, Link


def both_moments(comparison: Comparison, subtitle: str) -> Canvas:
    """A canvas to draw from, never to keep: ``after`` with the ghosts of what was there before.

    Cards that the earlier view left out leave no ghost. Where there are more layers than fit side
    by side, those that are gone are left out with their cards.
    """
    before, after = comparison.before, comparison.after
    layers = _layers(before, after)
    there = {card.id for card in after.cards}
    named = {layer.id for layer in layers}
    ghosts = tuple(
        card for card in before.shown_cards() if card.id not in there and card.layer in named
    )
    cards = (*after.cards, *ghosts)
    links = (*after.links, *_gone_links(before, after, {card.id for card in cards}))
    about = {"question": subtitle, "place": "", "date": None, "revision": 0, "snapshots": ()}
    return after.model_copy(update={"layers": layers, "cards": cards, "links": links, **about})


def _layers(before: Canvas, after: Canvas) -> tuple[Layer, ...]:
    known = {layer.id for layer in after.layers}
    gone = [layer for layer in before.layers if layer.id not in known]
    return (*after.layers, *gone)[:LAYERS_LIMIT]


def _gone_links(before: Canvas, after: Canvas, cards: set[str]) -> list[Link]:
    ids = {link.id for link in after.links}
    ends = {(link.source, link.target) for link in after.links}
    return [
        link
        for link in before.links
        if link.id not in ids
        and (link.source, link.target) not in ends
        and {link.source, link.target} <= cards
    ]
