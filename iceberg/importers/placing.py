"""Suggestions for where imported cards belong, each with its reason; a person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from iceberg.importers import wording
from iceberg.importers.evidence import Evidence, layer_evidence, level_evidence
from iceberg.importers.maps import Map
from iceberg.model import LEVELS, Layer, Level


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Nodes (by id) that might stand on one level of one layer, for one reason."""

    nodes: tuple[str, ...]
    layer: str
    level: Level
    reason: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a node will stand, and why."""

    node: str
    layer: str
    level: Level
    reason: str


def suggest(source: Map, layers: tuple[Layer, ...]) -> tuple[Suggestion, ...]:
    """A place for every node of a `prepared` map, in groups with one reason, layer by layer.

    ``layers`` are those of the canvas, in any order; there is at least one.
    """
    ordered = sorted(layers, key=lambda layer: layer.order)
    levels = level_evidence(source)
    homes = layer_evidence(source, tuple(ordered))
    groups: dict[tuple[str, Level, str], list[str]] = defaultdict(list)
    for node in source.nodes:
        level, home = levels[node.id], homes[node.id]
        groups[home.value, cast(Level, level.value), _reason(level, home)].append(node.id)
    rank = {layer.id: place for place, layer in enumerate(ordered)}
    in_order = sorted(groups, key=lambda key: (rank[key[0]], LEVELS.index(key[1])))
    return tuple(Suggestion(tuple(groups[key]), *key) for key in in_order)


def accepted(suggestions: Iterable[Suggestion]) -> tuple[Placement, ...]:
    """All of the suggestions, as they are, as placements."""
    return tuple(
        Placement(node, one.layer, one.level, one.reason)
        for one in suggestions
        for node in one.nodes
    )


def by_node(placements: Iterable[Placement]) -> Mapping[str, Placement]:
    """Placements by their nodes; of two for one node the later holds."""
    return {placement.node: placement for placement in placements}


def _reason(level: Evidence, home: Evidence) -> str:
    if level.reason == home.reason:
        return level.reason
    return wording.REASON.format(
        level=wording.LEVEL_REASON.format(reason=level.reason),
        layer=wording.LAYER_REASON.format(reason=home.reason),
    )
