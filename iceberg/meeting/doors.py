"""Ways in: a link for each role, and a short code while the door is open."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from iceberg.errors import EditRefusedError, NotFoundError
from iceberg.meeting import wording
from iceberg.meeting.access import proof_of, spelled
from iceberg.meeting.desk import Desk
from iceberg.meeting.grants import Grant
from iceberg.meeting.roles import Role
from iceberg.meeting.state import Door, Invitation, Meeting
from iceberg.meeting.turnstile import Turnstile

DOOR_OPEN_FOR: Final = dt.timedelta(hours=4)
"""Longer than a workshop with its breaks; a facilitator can open the door again."""
CODE_TRIES_EACH: Final = 10
"""Wrong codes from one address a minute: enough for the slips of a room behind one router."""
CODE_TRIES_IN_ALL: Final = 100
"""Wrong codes a minute in all: see ``CODE_LENGTH``."""


class Doors:
    """Links and codes; all but ``knock`` is for facilitators, and refused to others."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._codes = Turnstile(CODE_TRIES_EACH, CODE_TRIES_IN_ALL, 60.0)

    def token(self, grant: Grant, role: Role) -> str:
        """The token of a role's link, made when there is none that this server could show."""
        meeting = self._desk.facilitating(grant)
        if not self._is_ours(meeting, grant.canvas_id, role):
            meeting = self._invited(grant.canvas_id, role)
        return self._token(meeting, grant.canvas_id, role)

    def replace(self, grant: Grant, *roles: Role) -> None:
        """Make new links for these roles and shut the old ones out at once."""
        self._desk.facilitating(grant)
        if "participant" in roles:
            self.close(grant)
        for role in roles:
            self._invited(grant.canvas_id, role)

    def found(self, canvas_id: str) -> str:
        """The facilitator's token of a canvas that has just been made, for the one who made it."""
        return self._token(self._invited(canvas_id, "facilitator"), canvas_id, "facilitator")

    def open(self, grant: Grant) -> str:
        """Let people take part by a new short code; gives the code."""
        self.token(grant, "participant")
        self.close(grant)
        until = self._desk.now() + DOOR_OPEN_FOR

        def opened(before: Meeting) -> dict[str, Any]:
            number = before.doors + 1
            return {"doors": number, "door": Door(number=number, until=until)}

        meeting = self._desk.changed(grant.canvas_id, opened)
        code = self._desk.access.code(grant.canvas_id, meeting.doors)
        proof = self._desk.access.code_proof(code)
        self._desk.store.open_door(proof, grant.canvas_id, until.isoformat())
        return code

    def close(self, grant: Grant) -> None:
        """Let nobody in by a code any more; who is in stays in."""
        meeting = self._desk.facilitating(grant)
        self._desk.store.close_doors(grant.canvas_id)
        if meeting.door:
            self._desk.changed(grant.canvas_id, lambda _: {"door": None})

    def code(self, grant: Grant) -> str | None:
        """The short code while the door is open; None while it is not."""
        door = self._desk.facilitating(grant).door
        if door is None or door.until <= self._desk.now():
            return None
        return self._desk.access.code(grant.canvas_id, door.number)

    def knock(self, code: str, address: str) -> tuple[str, str]:
        """The canvas and the participant's token behind a short code.

        Raises:
            EditRefusedError: too many tries from this address, or from all.
            NotFoundError: no open door has this code.
        """
        if not self._codes.passes(address):
            raise EditRefusedError(wording.TOO_MANY_TRIES)
        door = self._desk.store.door(self._desk.access.code_proof(spelled(code)))
        if door is None or dt.datetime.fromisoformat(door.until) <= self._desk.now():
            raise NotFoundError(wording.UNKNOWN_CODE)
        # A room full of people behind one router must not be in each other's way.
        self._codes.forgive(address)
        meeting = self._desk.of(door.canvas_id)
        return door.canvas_id, self._token(meeting, door.canvas_id, "participant")

    def _is_ours(self, meeting: Meeting, canvas_id: str, role: Role) -> bool:
        """Whether the kept link was made with this server's key, so that it can be shown again."""
        if role not in meeting.invitations:
            return False
        return meeting.role_of(proof_of(self._token(meeting, canvas_id, role))) == role

    def _token(self, meeting: Meeting, canvas_id: str, role: Role) -> str:
        return self._desk.access.token(canvas_id, role, meeting.invitations[role].number)

    def _invited(self, canvas_id: str, role: Role) -> Meeting:
        def invited(before: Meeting) -> dict[str, Any]:
            last = before.invitations.get(role)
            number = last.number + 1 if last else 1
            proof = proof_of(self._desk.access.token(canvas_id, role, number))
            invitation = Invitation(number=number, proof=proof)
            return {"invitations": {**before.invitations, role: invitation}}

        return self._desk.changed(canvas_id, invited)
