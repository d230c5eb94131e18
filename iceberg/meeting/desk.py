"""Where everybody who comes to a workshop shows what allows them to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from iceberg.errors import ConflictError, EditRefusedError, NotFoundError
from iceberg.meeting import wording
from iceberg.meeting.access import Access, proof_of
from iceberg.meeting.grants import HOST, Grant
from iceberg.meeting.state import Meeting
from iceberg.meeting.turnstile import Turnstile
from iceberg.store import Store
from iceberg.workshop import Workshop

ACTS_A_MINUTE: Final = 120
"""Edits and votes a minute from one device: nobody types two cards a second."""
_ATTEMPTS: Final = 20


class Desk:
    """Reads and keeps meetings, and checks grants; every method may be called from any thread.

    Methods about a canvas raise ``NotFoundError`` when the store does not have it.
    """

    def __init__(
        self, workshop: Workshop, store: Store, access: Access, now: Callable[[], dt.datetime]
    ) -> None:
        self.workshop = workshop
        self.store = store
        self.access = access
        self.now = now
        self._acts = Turnstile(ACTS_A_MINUTE, 2**31, 60.0)

    def enter(self, canvas_id: str, token: str) -> Grant:
        """What a token allows on a canvas; alone on a computer everything is allowed.

        Raises:
            NotFoundError: no canvas, or none that this token opens: the two look the same.
        """
        if not self.access.is_shared or self.access.is_host(token):
            self.store.last(canvas_id)
            return Grant(canvas_id, "facilitator", HOST)
        proof = proof_of(token)
        role = self.of(canvas_id).role_of(proof) if self._is_there(canvas_id) else None
        if role is None:
            raise NotFoundError(wording.NO_WAY_IN)
        return Grant(canvas_id, role, proof)

    def check(self, grant: Grant) -> Meeting:
        """The meeting, if the grant still counts: its link may have been replaced.

        Raises:
            NotFoundError: it does not, or the canvas is gone.
        """
        meeting = self.of(grant.canvas_id)
        if grant.proof != HOST and meeting.role_of(grant.proof) != grant.role:
            raise NotFoundError(wording.NO_WAY_IN)
        return meeting

    def facilitating(self, grant: Grant) -> Meeting:
        """The meeting, for one who may run it; raises EditRefusedError for others."""
        meeting = self.check(grant)
        if not grant.may_facilitate:
            raise EditRefusedError(wording.ONLY_FACILITATORS)
        return meeting

    def taking_part(self, grant: Grant, client: str) -> Meeting:
        """The meeting, for one who is not only looking; counts what each device does.

        Raises:
            EditRefusedError: a viewer, or a device that sends more than a person can.
        """
        meeting = self.check(grant)
        if grant.role == "viewer":
            raise EditRefusedError(wording.ONLY_LOOKING)
        if not grant.may_facilitate and not self._acts.passes(f"{grant.canvas_id}/{client}"):
            raise EditRefusedError(wording.TOO_FAST)
        return meeting

    def of(self, canvas_id: str) -> Meeting:
        """What is going on around a canvas."""
        return self._read(canvas_id)[1]

    def changed(self, canvas_id: str, change: Callable[[Meeting], Mapping[str, Any]]) -> Meeting:
        """Keep a change of the meeting as it is now.

        Raises:
            ConflictError: too many others change it at once.
        """
        for _ in range(_ATTEMPTS):
            version, before = self._read(canvas_id)
            after = Meeting.model_validate({**dict(before), **change(before)})
            if self.store.keep_room(canvas_id, version + 1, after.model_dump_json()):
                self.workshop.tell(canvas_id)
                return after
        raise ConflictError(wording.BUSY)

    def _read(self, canvas_id: str) -> tuple[int, Meeting]:
        room = self.store.room(canvas_id)
        return (room.version, Meeting.model_validate_json(room.payload)) if room else (0, Meeting())

    def _is_there(self, canvas_id: str) -> bool:
        try:
            self.store.last(canvas_id)
        except NotFoundError:
            return False
        return True
