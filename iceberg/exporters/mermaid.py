"""A Mermaid flowchart, which GitHub, GitLab, Notion and Obsidian draw inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iceberg.exporters.data import data_format, text_of_link
from iceberg.exporters.left_behind import NEVER, ON_CARDS
from iceberg.model import LEVELS, Canvas, Layer, Link
from iceberg.wording import LEVEL_TITLES

_SPECIAL: Final = re.compile(r'["#&<>`\\|\[\]{}()*_~;%]')
_ARROWS: Final = {1: "-.->", 2: "-->", 3: "==>"}


def _text(canvas: Canvas) -> str:
    names = {card.id: f"c{number}" for number, card in enumerate(canvas.cards, start=1)}
    lines = ["flowchart TB"]
    for number, layer in enumerate(canvas.ordered_layers(), start=1):
        lines += _layer(canvas, layer, f"layer{number}", names)
    lines += [_link(link, names) for link in canvas.links]
    return "\n".join(lines) + "\n"


def _layer(canvas: Canvas, layer: Layer, name: str, names: dict[str, str]) -> Iterator[str]:
    """The layer around its levels; names are numbers, because ids may be Mermaid's own words."""
    yield f'  subgraph {name}["{_safe(layer.title)}"]'
    for level in LEVELS:
        cards = [card for card in canvas.cards if (card.layer, card.level) == (layer.id, level)]
        if cards:
            yield f'    subgraph {name}_{level}["{LEVEL_TITLES[level]}"]'
            yield from (f'      {names[card.id]}["{_safe(card.text)}"]' for card in cards)
            yield "    end"
    yield "  end"


def _link(link: Link, names: dict[str, str]) -> str:
    arrow = _ARROWS[link.strength]
    return f'  {names[link.source]} {arrow}|"{_safe(text_of_link(link))}"| {names[link.target]}'


def _safe(text: str) -> str:
    """Mermaid's own form of entities: ``#34;`` is a quotation mark."""
    return _SPECIAL.sub(lambda one: f"#{ord(one[0])};", text).replace("\n", "<br>")


FORMAT: Final = data_format(
    ".mmd",
    "text/vnd.mermaid",
    "Flowchart (Mermaid)",
    _text,
    leaves=NEVER | ON_CARDS | {"link note", "delay", "title"},
)
