"""Votes: each device has a ballot of its own, which nobody else sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iceberg.errors import EditRefusedError
from iceberg.meeting import ballots, wording
from iceberg.meeting.ballots import Ballot, ballot_from, ballot_payload
from iceberg.meeting.desk import Desk
from iceberg.meeting.grants import Grant
from iceberg.model import Canvas

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
        before = self.of(grant, client)
        ballot = ballots.marked(before, card, max(0, dots))
        each = ballots.dots_each(meeting, canvas)
        # Taking dots back is always possible, also for one who had more of them before.
        if sum(ballot.values()) > max(each, sum(before.values()) - 1):
            raise EditRefusedError(wording.no_dots_left(each))
        self._desk.store.put_paper(grant.canvas_id, _BALLOT, client, ballot_payload(ballot))
        self._desk.workshop.tell(grant.canvas_id)
        return ballot

    def of(self, grant: Grant, client: str) -> Ballot:
        """This client's own dots."""
        kept = ballot_from(self._desk.store.paper(grant.canvas_id, _BALLOT, client))
        return self._now(grant.canvas_id, {client: kept}, None)[client]

    def by_client(self, canvas_id: str, canvas: Canvas | None = None) -> dict[str, Ballot]:
        """Every ballot with dots on it, to be told to its own client only.

        ``canvas`` saves reading it where it has just been read.
        """
        papers = self._desk.store.papers(canvas_id, _BALLOT)
        found = {paper.name: ballot_from(paper.payload) for paper in papers}
        now = self._now(canvas_id, found, canvas) if found else {}
        return {client: ballot for client, ballot in now.items() if ballot}

    def _now(
        self, canvas_id: str, cast: Mapping[str, Ballot], canvas: Canvas | None
    ) -> Mapping[str, Ballot]:
        """Ballots on the cards that there are now: some may have been merged since, or removed."""
        canvas = canvas or self._desk.workshop.open(canvas_id)
        there = {card.id for card in canvas.cards}
        if all(there >= ballot.keys() for ballot in cast.values()):
            return cast
        since = self._desk.of(canvas_id).since
        merged = ballots.merged_by(self._desk.workshop.edits(canvas_id, since))
        return {
            client: ballots.following(ballot, canvas, merged) for client, ballot in cast.items()
        }

    def voters(self, canvas_id: str, canvas: Canvas | None = None) -> int:
        """How many have put dots."""
        return len(self.by_client(canvas_id, canvas))

    def close(self, canvas_id: str) -> None:
        """Add the sums to the cards and throw the ballots away.

        The sums of one vote are added once, also when two facilitators close it at the same moment.
        Ballots that come while it is closed count no more: the next vote begins without any.
        """
        meeting = self._desk.of(canvas_id)
        cast = self.by_client(canvas_id).values()
        edit = ballots.closing(self._desk.workshop.open(canvas_id), cast)
        if edit is not None and meeting.phase == "vote":
            self._desk.workshop.submit(canvas_id, edit, _COUNTED_BY, meeting.since)
        self._desk.store.remove_papers(canvas_id, _BALLOT)
