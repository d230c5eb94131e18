"""What speaks for a node's level and layer: its own words first, then its fellows and its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from iceberg.importers import wording
from iceberg.importers.causal_order import causal_order
from iceberg.importers.hints import LEVEL_WORDS, layer_words, level_names, spoken_for
from iceberg.importers.layering import called
from iceberg.importers.maps import Map, Node
from iceberg.model import LEVELS, TAGS_LIMIT, Layer

_FELLOWS: Final = 2
"""Cards of a group or colour that must agree before the rest is put beside them."""
_AGREE: Final = 2 / 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A level or a layer id, and why."""

    value: str
    reason: str


def level_evidence(source: Map) -> dict[str, Evidence]:
    """The level that most speaks for, for each node."""
    found = {
        node.id: one
        for node in source.nodes
        if (one := _said_level(node) or _worded(node, level_names(), LEVEL_WORDS))
    }
    found = _by_fellows(source, found)
    order = causal_order(source)
    heights = _heights(source)
    for node in source.nodes:
        if node.id not in found:
            found[node.id] = _by_order(order.get(node.id)) or _by_height(heights.get(node.id))
    return found


def layer_evidence(source: Map, layers: tuple[Layer, ...]) -> dict[str, Evidence]:
    """The layer that most speaks for, for each node; without any evidence the innermost."""
    words = layer_words(layers)
    found = {
        node.id: one
        for node in source.nodes
        if (one := _said_layer(node, layers) or _worded(node, words, words))
    }
    found = _by_fellows(source, found)
    innermost = Evidence(layers[-1].id, wording.BY_NOTHING)
    return {node.id: found.get(node.id, innermost) for node in source.nodes}


def _said_level(node: Node) -> Evidence | None:
    return Evidence(node.level, wording.SAID_SO) if node.level else None


def _said_layer(node: Node, layers: tuple[Layer, ...]) -> Evidence | None:
    said = called(node.layer, layers) if node.layer else None
    return Evidence(said.id, wording.SAID_SO) if said else None


def _worded(node: Node, names: Mapping[str, str], words: Mapping[str, str]) -> Evidence | None:
    """By the words of its type, its tags, its group and its text, in this order."""
    for text, known, reason in (
        (node.kind, names, wording.BY_TYPE),
        *((tag, names, wording.BY_TAG) for tag in node.tags[:TAGS_LIMIT]),
        (node.group, names, wording.BY_GROUP),
        (node.text[:1_000], words, wording.BY_WORD),
    ):
        if found := spoken_for(known, text[:1_000]):
            shown = found[1] if reason is wording.BY_WORD else " ".join(text.split())[:60]
            return Evidence(found[0], reason.format(word=shown))
    return None


def _by_fellows(source: Map, found: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """The same, and where most of a group or colour agree, the rest of it beside them."""
    known = dict(found)
    for what in ("group", "colour"):
        named: dict[str, list[Node]] = defaultdict(list)
        for node in source.nodes:
            if name := getattr(node, what):
                named[name].append(node)
        for name, nodes in named.items():
            if value := _agreed([found[node.id].value for node in nodes if node.id in found]):
                shown = wording.BY_FELLOWS.format(what=wording.FELLOWS[what], word=name[:60])
                for node in nodes:
                    known.setdefault(node.id, Evidence(value, shown))
    return known


def _agreed(values: list[str]) -> str | None:
    [(value, count)] = Counter(values).most_common(1) or [("", 0)]
    return value if count >= max(_FELLOWS, _AGREE * len(values)) else None


def _by_order(place: float | None) -> Evidence | None:
    if place is None:
        return None
    level = _band(1 - place)
    return Evidence(level, wording.BY_ORDER.format(where=wording.ORDER[level]))


def _by_height(height: float | None) -> Evidence:
    if height is None:
        return Evidence("patterns", wording.BY_NOTHING)
    level = _band(height)
    return Evidence(level, wording.BY_POSITION.format(where=wording.HEIGHT[level]))


def _band(depth: float) -> str:
    """The level at a depth from 0 (events) to 1 (mental models)."""
    return LEVELS[min(int(depth * len(LEVELS)), len(LEVELS) - 1)]


def _heights(source: Map) -> dict[str, float]:
    """How far down each node stood, 0 to 1, where the map had any height."""
    # Halves keep the difference of the widest floats finite.
    tall = {node.id: node.y / 2 for node in source.nodes if node.y is not None}
    low, high = min(tall.values(), default=0.0), max(tall.values(), default=0.0)
    return {key: (y - low) / (high - low) for key, y in tall.items()} if high > low else {}
