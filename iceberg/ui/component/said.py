"""What the picture on screen says to the server; it comes from a browser, so nothing is taken
on trust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

Kind = Literal["card", "link"]
ACTS_LIMIT: Final = 1_000
"""Acts that one message may hold: more than a person does while the network is away."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card or a link by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something done on the picture: the ``seq``-th thing that this pen did, to which canvas.

    ``seen`` is the revision that its page showed then. ``do`` is what was done, as it came:
    whoever takes it has to check it.
    """

    seq: int
    document: str
    do: Any
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks (``client``), for which time (``seq``), what is chosen, the drawing held.

    ``pen`` is the name under which ``acts`` are done. It outlives a server, so that an act that
    is sent again after a lost answer is known for the same.
    """

    client: str = ""
    seq: int = 0
    chosen: Chosen | None = None
    holds: str = ""
    pen: str = ""
    acts: tuple[Act, ...] = ()


def read_said(state: Any) -> Said:
    """The state value as it should be; whatever it is not is left out."""
    if not isinstance(state, dict):
        return Said()
    return Said(
        client=_text(state.get("client")),
        seq=_count(state.get("seq")),
        chosen=_chosen(state.get("chosen")),
        holds=_text(state.get("holds")),
        pen=_text(state.get("pen")),
        acts=tuple(_acts(state.get("outbox"))),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if type(value) is int and value > 0 else 0


def _chosen(value: Any) -> Chosen | None:
    if not isinstance(value, dict):
        return None
    kind, identity = value.get("kind"), _text(value.get("id"))
    return Chosen(kind, identity) if kind in ("card", "link") and identity else None


def _acts(value: Any) -> Iterator[Act]:
    """The acts in the order of their numbers, each number once."""
    listed = value[:ACTS_LIMIT] if isinstance(value, list) else []
    found = {_count(item.get("seq")): item for item in listed if isinstance(item, dict)}
    for seq in sorted(found.keys() - {0}):
        item = found[seq]
        document, seen = _text(item.get("document")), _count(item.get("seen"))
        yield Act(seq, document, item.get("do"), seen)
