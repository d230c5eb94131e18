"""What the picture on screen says to the page script; it comes from a browser, so nothing is taken
on trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from iceberg.live.acts import count_of, text_of

Kind = Literal["card", "link"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card or a link by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks (``client``), for which time (``seq``), what is chosen, the drawing held.

    ``pen`` is the name under which things are done on the picture. It outlives a server, so that
    what is done again after a lost answer is known for the same.
    """

    client: str = ""
    seq: int = 0
    chosen: Chosen | None = None
    holds: str = ""
    pen: str = ""


def read_said(state: Any) -> Said:
    """The state value as it should be; whatever it is not is left out."""
    if not isinstance(state, dict):
        return Said()
    return Said(
        client=text_of(state.get("client")),
        seq=count_of(state.get("seq")),
        chosen=_chosen(state.get("chosen")),
        holds=text_of(state.get("holds")),
        pen=text_of(state.get("pen")),
    )


def _chosen(value: Any) -> Chosen | None:
    if not isinstance(value, dict):
        return None
    kind, identity = value.get("kind"), text_of(value.get("id"))
    return Chosen(kind, identity) if kind in ("card", "link") and identity else None
