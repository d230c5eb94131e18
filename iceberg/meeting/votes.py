"""Votes: each device has a ballot of its own, which nobody else sees."""

from __future__ import annotations

from typing import Final

from iceberg.errors import EditRefusedError
from iceberg.meeting import ballots, wording
from iceberg.meeting.ballots import Ballot, ballot_from, ballot_payload
from iceberg.meeting.desk import Desk
from iceberg.meeting.grants import Grant

_BALLOT: Final = "ballot"
_COUNTED_BY: Final = "vote"


class Votes:
    """The ballots of all canvases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def cast(self, grant: Grant, client: str, card: str, dots: int) -> Ballot:
        """Set the dots that this client has on a card, 0 and up; gives the whole ballot.

        Raises:
            EditRefusedError: no vote is open, the card is gone, or these are more than one's dots.
        """
        meeting = self._desk.taking_part(grant, client)
        if meeting.phase != "vote":
            raise EditRefusedError(wording.NO_VOTE_NOW)
        canvas = self._desk.workshop.open(grant.canvas_id)
        if canvas.card(card) is None:
            raise EditRefusedError(wording.NO_SUCH_CARD)
        ballot = ballots.marked(self.of(grant, client), card, max(0, dots))
        each = ballots.dots_each(meeting, canvas)
        if sum(ballot.values()) > each:
            raise EditRefusedError(wording.no_dots_left(each))
        self._desk.store.put_paper(grant.canvas_id, _BALLOT, client, ballot_payload(ballot))
        self._desk.workshop.tell(grant.canvas_id)
        return ballot

    def of(self, grant: Grant, client: str) -> Ballot:
        """This client's own dots."""
        return ballot_from(self._desk.store.paper(grant.canvas_id, _BALLOT, client))

    def by_client(self, canvas_id: str) -> dict[str, Ballot]:
        """Every ballot with dots on it, to be told to its own client only."""
        papers = self._desk.store.papers(canvas_id, _BALLOT)
        found = {paper.name: ballot_from(paper.payload) for paper in papers}
        return {client: ballot for client, ballot in found.items() if ballot}

    def voters(self, canvas_id: str) -> int:
        """How many have put dots."""
        return len(self.by_client(canvas_id))

    def close(self, canvas_id: str) -> None:
        """Add the sums to the cards and throw the ballots away."""
        cast = self.by_client(canvas_id).values()
        edit = ballots.closing(self._desk.workshop.open(canvas_id), cast)
        if edit is not None:
            self._desk.workshop.submit(canvas_id, edit, _COUNTED_BY)
        self._desk.store.remove_papers(canvas_id, _BALLOT)
