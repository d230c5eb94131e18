"""What a room is to do, as the process that plays its people is told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Person:
    """Somebody with an open page.

    ``shows`` is what it says it is: the board of a phone, or the picture. ``headers`` are those of
    its connection, such as the cookie that keeps it at one process.
    """

    pen: str
    shows: str
    token: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Plan:
    """A room: where it is, who is there, and who rewords which card in turn.

    ``turns`` are pairs of a person's place in ``people`` and a card's id, begun again at the end.
    """

    url: str
    canvas: str
    people: tuple[Person, ...]
    turns: tuple[tuple[int, str], ...]
    edits_a_second: float
    seconds: float

    @property
    def edits(self) -> int:
        """How many edits are measured; the one before them is a warm-up."""
        return round(self.edits_a_second * self.seconds)

    def to_json(self) -> str:
        """For the process that plays the people."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """What ``to_json`` has given."""
        read: dict[str, Any] = json.loads(text)
        people = tuple(Person(**person) for person in read.pop("people"))
        turns = tuple((at, card) for at, card in read.pop("turns"))
        return cls(people=people, turns=turns, **read)


BEGUN, ENDED = "begun", "ended"
"""What the process that plays the people says when measuring begins and ends; then its report."""


@dataclass(frozen=True)
class Report:
    """What people saw.

    ``sent`` is, for each edit, its pen, its number under that pen and when it was sent; ``seen`` is
    for each person when which revision came; ``texts`` are the different sets of texts by card that
    people had in the end, one if nobody has missed anything. Times are in seconds since 1970.
    """

    sent: list[tuple[str, int, float]]
    seen: list[list[tuple[float, int]]]
    texts: list[dict[str, str]]
