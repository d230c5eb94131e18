"""What the picture on screen says to the server; it comes from a browser, so nothing is taken
on trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["card", "link"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card or a link by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks (``client``), for which time (``seq``), what is chosen, the drawing held."""

    client: str = ""
    seq: int = 0
    chosen: Chosen | None = None
    holds: str = ""


def read_said(state: Any) -> Said:
    """The state value as it should be; whatever it is not is left out."""
    if not isinstance(state, dict):
        return Said()
    seq = state.get("seq")
    return Said(
        client=_text(state.get("client")),
        seq=seq if isinstance(seq, int) and seq > 0 else 0,
        chosen=_chosen(state.get("chosen")),
        holds=_text(state.get("holds")),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _chosen(value: Any) -> Chosen | None:
    if not isinstance(value, dict):
        return None
    kind, identity = value.get("kind"), _text(value.get("id"))
    return Chosen(kind, identity) if kind in ("card", "link") and identity else None
