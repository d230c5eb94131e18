"""What a page says was done on its picture; nothing that comes from a browser is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

ACTS_LIMIT: Final = 1_000
"""Acts that one message may hold: more than a person does while the network is away."""


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


def read_acts(value: Any) -> tuple[Act, ...]:
    """The acts in the order of their numbers, each number once; what is none is left out."""
    return tuple(_acts(value))


def text_of(value: Any) -> str:
    """The text that a browser said, or none; what cannot be written down is none."""
    return value if isinstance(value, str) and _is_text(value) else ""


def count_of(value: Any) -> int:
    """The number above 0 that a browser said, or 0."""
    return value if type(value) is int and value > 0 else 0


def _is_text(value: str) -> bool:
    # JSON can hold halves of characters and null, which databases refuse.
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _acts(value: Any) -> Iterator[Act]:
    listed = value[:ACTS_LIMIT] if isinstance(value, list) else []
    found = {count_of(item.get("seq")): item for item in listed if isinstance(item, dict)}
    for seq in sorted(found.keys() - {0}):
        item = found[seq]
        document, seen = text_of(item.get("document")), count_of(item.get("seen"))
        yield Act(seq, document, item.get("do"), seen)
