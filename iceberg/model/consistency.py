"""What no single part of a canvas can see: ids and links that are there twice, loose ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from iceberg.errors import Problem

if TYPE_CHECKING:
    from iceberg.model.canvas import Canvas

_NOUNS: Final = {
    "layers": "layer",
    "cards": "card",
    "links": "link",
    "readings": "reading",
    "assumptions": "assumption",
    "kept": "finding",
    "snapshots": "snapshot",
    "tray": "card in the tray",
    "tray_links": "link of the tray",
    "imports": "import",
}


def repeated(canvas: Canvas) -> Iterator[Problem]:
    """Ids and links that were there before, each named where it comes again."""
    for name, noun in _NOUNS.items():
        for index, part_id in _again(part.id for part in getattr(canvas, name)):
            what = f"is used twice: another {noun} is called {part_id} too."
            yield Problem(f"{name}[{index}].id", what, "Give it an id of its own.")
    for index, key in _again(canvas.dismissed):
        yield Problem(f"dismissed[{index}]", f"says {key} again.", "Remove one of the two.")
    for name in ("links", "tray_links"):
        pairs = ((link.source, link.target) for link in getattr(canvas, name))
        for index, (source, target) in _again(pairs):
            what = f"says again what another link says: {source} → {target}."
            yield Problem(f"{name}[{index}]", what, "Remove one of the two.")
    yield from _both(canvas, "cards", "tray")
    yield from _both(canvas, "links", "tray_links")


def _both(canvas: Canvas, placed: str, waiting: str) -> Iterator[Problem]:
    """Parts that wait in the tray and are on the canvas as well."""
    known = {part.id for part in getattr(canvas, placed)}
    for index, part in enumerate(getattr(canvas, waiting)):
        if part.id in known:
            what = f"is used twice: one of the {placed} is called {part.id} too."
            yield Problem(f"{waiting}[{index}].id", what, "Give it an id of its own.")


def _again(values: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index, value
        seen.add(value)


def dangling(canvas: Canvas) -> Iterator[Problem]:
    """Cards on layers, and links, readings and assumptions of cards, that are not there."""
    layers = {layer.id for layer in canvas.layers}
    for index, card in enumerate(canvas.cards):
        if card.layer not in layers:
            what = f"names layer {card.layer}, which the canvas does not have."
            mend = f"Name one that it has ({', '.join(sorted(layers))}), or add that layer."
            yield Problem(f"cards[{index}].layer", what, mend)
    cards = {card.id for card in canvas.cards}
    for where, card_id in _named_cards(canvas):
        if card_id not in cards:
            what = f"names card {card_id}, which the canvas does not have."
            yield Problem(where, what, "Name another card, or add that one.")
    links = {link.id for link in canvas.links}
    for where, link_id in _named_links(canvas):
        if link_id not in links:
            what = f"names link {link_id}, which the canvas does not have."
            yield Problem(where, what, "Name another link, or add that one.")
    yield from _loose_in_tray(canvas, cards)


def _loose_in_tray(canvas: Canvas, placed: set[str]) -> Iterator[Problem]:
    waiting = {card.id for card in canvas.tray}
    for index, card in enumerate(canvas.tray):
        for place, reading in enumerate(card.readings):
            if reading.card != card.id:
                what = f"is about card {reading.card}, not about {card.id}, which it waits with."
                yield Problem(f"tray[{index}].readings[{place}].card", what, "Name the same card.")
    for index, link in enumerate(canvas.tray_links):
        for name, card_id in (("source", link.source), ("target", link.target)):
            if card_id not in placed and card_id not in waiting:
                what = f"names card {card_id}, which is neither on the canvas nor in the tray."
                mend = "Name another card, or add that one."
                yield Problem(f"tray_links[{index}].{name}", what, mend)
        if waiting.isdisjoint((link.source, link.target)):
            what = "has no end in the tray."
            yield Problem(f"tray_links[{index}]", what, "Put it among the links.")


def _named_cards(canvas: Canvas) -> Iterator[tuple[str, str]]:
    for index, link in enumerate(canvas.links):
        yield f"links[{index}].source", link.source
        yield f"links[{index}].target", link.target
    for index, reading in enumerate(canvas.readings):
        yield f"readings[{index}].card", reading.card
    for index, assumption in enumerate(canvas.assumptions):
        for place, card_id in enumerate(assumption.cards):
            yield f"assumptions[{index}].cards[{place}]", card_id
        if assumption.signpost_card is not None:
            yield f"assumptions[{index}].signpost_card", assumption.signpost_card


def _named_links(canvas: Canvas) -> Iterator[tuple[str, str]]:
    for index, assumption in enumerate(canvas.assumptions):
        for place, link_id in enumerate(assumption.links):
            yield f"assumptions[{index}].links[{place}]", link_id
