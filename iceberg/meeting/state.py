"""What is going on around a canvas."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final

from pydantic import AwareDatetime, Field, NonNegativeInt

from iceberg.meeting.phases import Phase
from iceberg.meeting.roles import Role
from iceberg.model import Line, Part

DOTS_LIMIT: Final = 50
"""Dots a person: more could not be counted out in a room."""


class Invitation(Part):
    """The link of one role: which one in a row it is, and the SHA-256 of its token."""

    number: NonNegativeInt
    proof: str


class Door(Part):
    """The short code that lets people in: which one in a row, and until when (UTC)."""

    number: NonNegativeInt
    until: AwareDatetime


class Meeting(Part):
    """The phase of a workshop and what belongs to it.

    ``since`` is the canvas's revision when the phase began, ``ends`` when its timer does (UTC).
    ``dots`` are those of each person in a vote; none given: the root of the number of cards.
    ``names`` says whether friendly names are kept and shown; ``keep_until`` is the day on which
    the canvas is deleted.
    """

    phase: Phase = "open"
    since: NonNegativeInt = 0
    ends: AwareDatetime | None = None
    dots: Annotated[int, Field(ge=1, le=DOTS_LIMIT)] | None = None
    note: Line = ""
    names: bool = False
    door: Door | None = None
    doors: NonNegativeInt = 0
    invitations: dict[Role, Invitation] = Field(default_factory=dict)
    keep_until: dt.date | None = None

    def role_of(self, proof: str) -> Role | None:
        """The role that a token with this hash gives, if any."""
        for role, invitation in self.invitations.items():
            if invitation.proof == proof:
                return role
        return None
