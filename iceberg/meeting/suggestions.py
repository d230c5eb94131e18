"""Suggestions: what somebody would change on a card that is not theirs."""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from iceberg.errors import EditRefusedError
from iceberg.meeting import wording
from iceberg.meeting.desk import Desk
from iceberg.meeting.grants import Grant
from iceberg.meeting.rules import check_right
from iceberg.model import CardText, Id, Part, new_id

SUGGESTIONS_LIMIT: Final = 500
"""Suggestions that wait at once: more than a facilitator reads in an evening."""
_KIND: Final = "suggestion"


class Suggestion(Part):
    """What is suggested about a card; not by whom."""

    id: Id
    card: Id
    text: CardText


class Suggestions:
    """The suggestions that wait for a facilitator, of all canvases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self, grant: Grant, client: str, card: str, text: str) -> Suggestion:
        """Keep a suggestion.

        Raises:
            EditRefusedError: not now, the card is gone, or the text is empty or too long.
        """
        meeting = self._desk.taking_part(grant, client)
        check_right(grant, meeting.phase, "suggest")
        if self._desk.workshop.open(grant.canvas_id).card(card) is None:
            raise EditRefusedError(wording.NO_SUCH_CARD)
        if len(self._desk.store.papers(grant.canvas_id, _KIND)) >= SUGGESTIONS_LIMIT:
            raise EditRefusedError(wording.TOO_MANY_SUGGESTIONS)
        try:
            made = Suggestion(id=new_id(), card=card, text=text)
        except ValidationError:
            raise EditRefusedError(wording.BAD_SUGGESTION) from None
        self._desk.store.put_paper(grant.canvas_id, _KIND, made.id, made.model_dump_json())
        self._desk.workshop.tell(grant.canvas_id)
        return made

    def waiting(self, grant: Grant) -> tuple[Suggestion, ...]:
        """All that wait, for facilitators."""
        self._desk.facilitating(grant)
        papers = self._desk.store.papers(grant.canvas_id, _KIND)
        return tuple(Suggestion.model_validate_json(paper.payload) for paper in papers)

    def settle(self, grant: Grant, suggestion: str) -> None:
        """Let one wait no longer, whether it was taken up or not; for facilitators."""
        self._desk.facilitating(grant)
        self._desk.store.remove_papers(grant.canvas_id, _KIND, suggestion)
        self._desk.workshop.tell(grant.canvas_id)
