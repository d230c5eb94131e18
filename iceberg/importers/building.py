"""From a prepared map and placements to a canvas, with the report of all that was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Any

from pydantic import ValidationError

from iceberg.errors import BadInputError
from iceberg.importers import wording
from iceberg.importers.cards import cards_of
from iceberg.importers.links import links_of
from iceberg.importers.maps import Map, Remark
from iceberg.importers.placing import Placement, by_node
from iceberg.importers.refusing import refused
from iceberg.importers.report import Placed, Report
from iceberg.importers.texts import one_line, shortened
from iceberg.model import (
    LINKS_LIMIT,
    TITLE_LIMIT,
    Canvas,
    Card,
    Layer,
    Link,
    TrayCard,
    problems_of,
)
from iceberg.wording import LEVEL_TITLES


@dataclass(frozen=True, slots=True)
class Imported:
    """A canvas, and the report on how it came about."""

    canvas: Canvas
    report: Report


def to_canvas(
    source: Map,
    placements: Iterable[Placement],
    layers: tuple[Layer, ...],
    *,
    name: str,
    format_title: str,
) -> Imported:
    """The canvas of a `prepared` map; its cards without a placement wait in the tray.

    ``name`` is the file's, for the report and for a map without a title. Raises `BadInputError`
    for more links than a canvas holds.
    """
    places = by_node(placements)
    cards, of_cards = cards_of(source, places)
    links, of_links = links_of(source, cards)
    if len(links) > LINKS_LIMIT:
        what = f"The map has {len(links):,} links, and a canvas holds {LINKS_LIMIT:,}."
        raise refused(what, "Take a part of the map.")
    whole = one_line(source.title) or _stem(name) or wording.UNTITLED
    title = shortened(whole, TITLE_LIMIT)
    cut = () if title == whole else (Remark("title", whole),)
    try:
        canvas = Canvas(title=title, layers=layers, **_parted(cards, links))
    except ValidationError as error:
        raise BadInputError(problems_of(error)) from None
    report = Report(
        name=name,
        format=format_title,
        cards=len(cards),
        links=len(links),
        layers=len({card.layer for card in canvas.cards}),
        placed=_placed(cards, places, layers),
        waiting=tuple(card.text for card in canvas.tray),
        remarks=(*source.remarks, *cut, *of_cards, *of_links),
    )
    return Imported(canvas, report)


def _stem(name: str) -> str:
    return one_line(name.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0])


def _parted(cards: Mapping[str, Card | TrayCard], links: tuple[Link, ...]) -> dict[str, Any]:
    """Cards and links, those that wait in the tray apart from the others."""
    tray = tuple(card for card in cards.values() if isinstance(card, TrayCard))
    waiting = {card.id for card in tray}
    beside = [not waiting.isdisjoint((link.source, link.target)) for link in links]
    return {
        "cards": tuple(card for card in cards.values() if isinstance(card, Card)),
        "links": tuple(compress(links, (not one for one in beside))),
        "tray": tray,
        "tray_links": tuple(compress(links, beside)),
    }


def _placed(
    cards: Mapping[str, Card | TrayCard], places: Mapping[str, Placement], layers: tuple[Layer, ...]
) -> tuple[Placed, ...]:
    titles = {layer.id: layer.title for layer in layers}
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for node_id, card in cards.items():
        if isinstance(card, TrayCard):
            continue
        key = (titles[card.layer], LEVEL_TITLES[card.level], places[node_id].reason)
        groups[key].append(card.text)
    return tuple(Placed(tuple(texts), *key) for key, texts in groups.items())
