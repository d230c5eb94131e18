"""A map from elsewhere before it becomes a canvas: nodes, edges, and remarks about the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from iceberg.model import Force, Level, Position, Sign, Verb

Way: TypeAlias = Literal["one way", "both ways", "no way"]

About: TypeAlias = Literal[
    "encoding",
    "ghost",
    "unwrapped",
    "shortened",
    "original",
    "source",
    "tag",
    "layer_title",
    "title",
    "note_cut",
    "unnamed",
    "same_id",
    "polarity",
    "weight",
    "both_ways",
    "no_way",
    "end_made",
    "layer_made",
    "date",
    "formula",
    "heading",
    "description",
    "dangling",
    "self",
    "duplicate",
    "empty",
    "no_place",
    "loose",
    "style",
    "drawing",
    "history",
    "loop",
    "scenario",
    "sheet",
    "macro",
    "other",
]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was changed or left out: what about, and the name of what it happened to."""

    about: About
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """What will be a card. ``x`` and ``y`` are in the file's own units, y downwards.

    ``more`` holds what else the file says of it, by name. The last fields only our own tables and
    graphs have.
    """

    id: str
    text: str = ""
    note: str = ""
    kind: str = ""
    group: str = ""
    colour: str = ""
    tags: tuple[str, ...] = ()
    x: float | None = None
    y: float | None = None
    more: tuple[tuple[str, str], ...] = ()
    layer: str = ""
    level: Level | None = None
    force: Force | None = None
    source: str = ""
    votes: int = 0
    position: Position | None = None
    originals: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """What will be a link between two nodes, named by their ids.

    ``said`` is a polarity that is neither + nor −, as written; ``weight`` is between −1 and 1 where
    the format says so (``graded``).
    """

    source: str
    target: str
    id: str = ""
    sign: Sign | None = None
    said: str = ""
    label: str = ""
    kind: str = ""
    weight: float | None = None
    graded: bool = False
    strength: int | None = None
    verb: Verb | None = None
    delayed: bool = False
    way: Way = "one way"
    note: str = ""
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Map:
    """A map as it was read, with what could not be kept of its file.

    In a table of ours (``ours``) a card without a level waits in the tray, and the layers are those
    that cards name.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    title: str = ""
    remarks: tuple[Remark, ...] = ()
    ours: bool = False
