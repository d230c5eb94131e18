"""An outline in Markdown: layers, levels, cards, and below each card its note and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iceberg.exporters.data import data_format, text_of_link
from iceberg.exporters.left_behind import NEVER, ON_CARDS
from iceberg.model import LEVELS, Canvas, Card
from iceberg.wording import LEVEL_TITLES

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])|^([-+=]|\d+(?=[.)]))", re.MULTILINE)


def _text(canvas: Canvas) -> str:
    lines = [f"# {_safe(canvas.title)}"]
    lines += ["", _safe(canvas.question)] if canvas.question else []
    for layer in canvas.ordered_layers():
        lines += ["", f"## {_safe(layer.title)}"]
        for level in LEVELS:
            cards = [card for card in canvas.cards if (card.layer, card.level) == (layer.id, level)]
            lines += ["", f"### {LEVEL_TITLES[level]}", ""] if cards else []
            lines += [line for card in cards for line in _card(canvas, card)]
    return "\n".join(lines) + "\n"


def _card(canvas: Canvas, card: Card) -> Iterator[str]:
    first, *rest = _safe(card.text).split("\n")
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)
    for line in filter(None, _safe(card.note or "").split("\n")):
        yield f"  - {line}"
    for link in canvas.links:
        if link.source == card.id:
            verb, _, sign = text_of_link(link).partition(" (")
            target = next(one.text for one in canvas.cards if one.id == link.target)
            yield f"  - {verb} → {_line(target)}" + (f" ({sign}" if sign else "")


def _line(text: str) -> str:
    return _safe(" ".join(text.split()))


def _safe(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}" if found[1] else _first(found[0]), text)


def _first(start: str) -> str:
    """What would begin a list at the start of a line, written so that it does not."""
    return f"{start}\\" if start.isdigit() else f"\\{start}"


FORMAT: Final = data_format(
    ".md",
    "text/markdown",
    "Outline (Markdown)",
    _text,
    leaves=(NEVER | ON_CARDS | {"strength", "delay", "link note"}) - {"card note", "question"},
)
