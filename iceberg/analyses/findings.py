"""A finding: what an analysis tells the room, and how it can be shown, kept or dismissed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2s
from typing import Final, Literal, TypeAlias, get_args

from iceberg.graph import CauseGraph
from iceberg.model import FINDING_KINDS, Canvas, FindingKind

Kind: TypeAlias = FindingKind
Sure = Literal["plain to see", "if the links hold", "a hint"]

KINDS: Final[tuple[Kind, ...]] = FINDING_KINDS
SURE: Final[tuple[Sure, ...]] = get_args(Sure)

_LONGEST_ID: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the canvas tells.

    ``sentence`` is plain text that can be read aloud, ``to_try`` what the room may do about it.
    ``cards``, ``links`` and ``assumptions`` are the ids that it names; the cards and links of a
    chain or loop come in their order along it. ``id`` is the same for as long as the finding is
    about the same cards, whatever else comes onto the canvas.
    """

    id: str
    kind: Kind
    sentence: str
    sure: Sure
    to_try: str
    cards: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


Find: TypeAlias = Callable[[Canvas, CauseGraph], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of the graph: its findings, the most telling first."""

    kind: Kind
    find: Find


def finding_id(kind: Kind, topic: str, *subjects: str) -> str:
    """The id of a finding from what it is about; long ones end in a digest instead."""
    whole = ":".join((kind.replace(" ", "-"), topic, *subjects))
    if len(whole) <= _LONGEST_ID:
        return whole
    digest = blake2s(":".join(subjects).encode(), digest_size=12).hexdigest()
    return f"{kind.replace(' ', '-')}:{topic}:{digest}"
