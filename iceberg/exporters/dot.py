"""DOT for graphviz: a cluster a layer, every card and link with all that it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iceberg.exporters.data import Told, data_format, told_of_card, told_of_link
from iceberg.exporters.left_behind import NEVER
from iceberg.model import Canvas, Layer

_LAYER: Final = "iceberg"
"""Graphviz has an attribute of its own that is called layer."""


def _text(canvas: Canvas) -> str:
    lines = ["digraph {", f"  label={_quoted(canvas.title)}", "  node [shape=box, style=rounded]"]
    for layer in canvas.ordered_layers():
        lines += _cluster(canvas, layer)
    for link in canvas.links:
        told = {**told_of_link(link), "label": link.sign or ""}
        lines.append(f"  {_quoted(link.source)} -> {_quoted(link.target)} {_attributes(told)}")
    return "\n".join([*lines, "}"]) + "\n"


def _cluster(canvas: Canvas, layer: Layer) -> Iterator[str]:
    yield f"  subgraph {_quoted(f'cluster_{layer.id}')} {{"
    yield f"    label={_quoted(layer.title)}"
    for card in canvas.cards:
        if card.layer == layer.id:
            told = told_of_card(card)
            told[_LAYER] = told.pop("layer")
            yield f"    {_quoted(card.id)} {_attributes(told)}"
    yield "  }"


def _attributes(told: Told) -> str:
    pairs = (f"{name}={_quoted(str(value))}" for name, value in told.items() if value != "")
    return f"[{', '.join(pairs)}]"


def _quoted(text: str) -> str:
    """A text between quotes, with graphviz's escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


FORMAT: Final = data_format(".dot", "text/vnd.graphviz", "Graph (DOT)", _text, leaves=NEVER)
