"""Parts of a canvas that a page shows well, where the whole of it is too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.model import LEVELS, Canvas, Level, View
from iceberg.scene.parts import Scene
from iceberg.scene.shown import shown_part

SMALL_PT: Final = 5.0
"""Type that a reader of print can still make out; below it the words are texture."""
MANY_CARDS: Final = 160
"""More cards than a person finds their way among, whatever the type."""
MANY_LINKS: Final = 3_000
"""More links than are drawn while a person waits: 9,000 take 20 s."""
MOST_LINKED: Final = 40
"""Cards of the part that shows where most links meet: one page's worth, and easy to read."""

LARGEST: Final = 2 / 3
"""How much of what is shown a part may have: with more it would hardly be easier to read."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A part that might be shown instead: what it is, and the view that shows it.

    One of ``layer`` (a layer's id), ``level`` (with the direct causes of its cards) and ``linked``
    (how many cards) says what it is; ``cards`` is how many it shows.
    """

    view: View
    cards: int
    layer: str = ""
    level: Level | None = None
    linked: int = 0

    @property
    def key(self) -> str:
        """A name that no other part of the canvas has."""
        return f"{self.layer or self.level or self.linked}"


def is_too_much(scene: Scene) -> bool:
    """Whether the type of a drawing is too small to read, or its cards are too many."""
    small = any(card.font_pt < SMALL_PT for card in scene.cards)
    return small or len(scene.cards) > MANY_CARDS


def takes_long(canvas: Canvas) -> bool:
    """Whether what the canvas shows has more links than are drawn while a person waits."""
    return len(shown_part(canvas).links) > MANY_LINKS


def portions(canvas: Canvas) -> tuple[Portion, ...]:
    """Parts with fewer cards than are shown now: single layers, a level with its causes, the most
    linked. Cards that the view leaves out stay out; no part is larger than `LARGEST`.
    """
    shown = shown_part(canvas)
    found = (*_layers(canvas, shown), *_levels(canvas, shown), *_linked(canvas, shown))
    return tuple(one for one in found if 0 < one.cards <= LARGEST * len(shown.cards))


def whole_view(canvas: Canvas) -> View:
    """The view that shows all cards and layers, otherwise as it is."""
    return canvas.view.model_copy(update={"layers": (), "left_out": ()})


def _layers(canvas: Canvas, shown: Canvas) -> Iterator[Portion]:
    for layer in shown.ordered_layers():
        count = sum(card.layer == layer.id for card in shown.cards)
        view = canvas.view.model_copy(update={"layers": (layer.id,)})
        yield Portion(view, count, layer=layer.id)


def _levels(canvas: Canvas, shown: Canvas) -> Iterator[Portion]:
    """The shallowest level that has causes, with the cards that directly lead to its own."""
    for level in LEVELS:
        own = {card.id for card in shown.cards if card.level == level}
        causes = {link.source for link in shown.links if link.target in own} - own
        if causes:
            kept = own | causes
            yield Portion(_just(canvas, shown, kept), len(kept), level=level)
            return


def _linked(canvas: Canvas, shown: Canvas) -> Iterator[Portion]:
    """The cards at which most links begin or end; of equals the earlier on the canvas."""
    ends = Counter(end for link in shown.links for end in (link.source, link.target))
    by_links = sorted(shown.cards, key=lambda card: -ends[card.id])
    kept = {card.id for card in by_links[:MOST_LINKED] if ends[card.id]}
    yield Portion(_just(canvas, shown, kept), len(kept), linked=len(kept))


def _just(canvas: Canvas, shown: Canvas, kept: Iterable[str]) -> View:
    """The view with these of the shown cards, in the order of the canvas."""
    wanted = set(kept)
    seen = {card.id for card in shown.cards}
    gone = {card.id for card in canvas.left_out_cards()} | (seen - wanted)
    left_out = tuple(card.id for card in canvas.cards if card.id in gone)
    return canvas.view.model_copy(update={"left_out": left_out})
