"""What is done on the picture itself: from acts in the browser to edits in the store.

An act is kept under its pen and number, so one that arrives twice is kept once; each gets its
answer, and the picture goes on sending it until it has seen that answer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from iceberg.edits import Edit, Together, edit_from_json
from iceberg.errors import EditRefusedError, IcebergError, NotFoundError, NothingToDoError
from iceberg.live import wording
from iceberg.live.acts import Act
from iceberg.live.answers import Pens, Told
from iceberg.meeting import Grant, Meetings
from iceberg.meeting.state import DOTS_LIMIT
from iceberg.meeting.wording import NO_WAY_IN, ONLY_LOOKING
from iceberg.model import Canvas, Id, Level, Part, problems_of
from iceberg.scene.placing import dropped, placed, put_down, released, shown_alone, tidied
from iceberg.workshop import Submitted

_MILLIMETRES: Final = 2_000.0
_log = logging.getLogger("iceberg.live")


class Drop(Part):
    """A card put down with its middle at (x, y) mm, in a cell of the picture."""

    card: Id
    layer: Id
    level: Level
    x: Annotated[float, Field(ge=-_MILLIMETRES, le=_MILLIMETRES)]
    y: Annotated[float, Field(ge=-_MILLIMETRES, le=_MILLIMETRES)]


class Doing(Part):
    """One thing that can be done: exactly one of the fields is given.

    ``place`` takes a card from the tray. ``show`` names the cards to leave on the picture; none
    named shows all of them.
    """

    drop: tuple[Drop, ...] = ()
    place: Drop | None = None
    release: Id | None = None
    show: tuple[Id, ...] | None = None
    step: Literal["undo", "redo", "tidy"] | None = None


class Dots(Part):
    """So many dots on a card."""

    card: Id
    dots: Annotated[int, Field(ge=0, le=DOTS_LIMIT)]


class Suggesting(Part):
    """What somebody would change on a card that is not theirs."""

    card: Id
    text: str


class Taking(Part):
    """What can be done in a workshop beside edits: exactly one of the fields is given."""

    vote: Dots | None = None
    suggest: Suggesting | None = None


def take(meetings: Meetings, pens: Pens, grant: Grant, pen: str, acts: Sequence[Act]) -> None:
    """Do what was done under a pen and has no answer yet; the answers go to ``pens``."""
    for act in acts:
        if act.seq > pens.of(pen).done:
            pens.tell(pen, _told(meetings, grant, pen, act))


def _told(meetings: Meetings, grant: Grant, pen: str, act: Act) -> Told:
    try:
        if act.document != grant.canvas_id:
            raise NotFoundError(NO_WAY_IN)
        if grant.role == "viewer":
            raise EditRefusedError(ONLY_LOOKING)
        if sentence := _take_part(meetings, grant, pen, act.do):
            return Told(act.seq, sentence)
        submitted = _submit(meetings, grant, pen, act)
    except NothingToDoError as error:
        return Told(act.seq, str(error))
    except IcebergError as error:
        return Told(act.seq, str(error), refused=True)
    except Exception as error:
        _log.error("An act met an unexpected error", exc_info=error)
        return Told(act.seq, wording.OUR_FAULT, refused=True)
    has_seen_all = act.seen >= submitted.seq - 1
    late = None if has_seen_all else meetings.workshop.overridden(act.document, submitted.seq)
    if late is None:
        return Told(act.seq, submitted.sentence)
    return Told(act.seq, f"{submitted.sentence}. {late.sentence}", late=True)


def _take_part(meetings: Meetings, grant: Grant, pen: str, do: object) -> str:
    """A vote or a suggestion, and what to say to it; nothing for anything else."""
    if not isinstance(do, Mapping) or do.keys().isdisjoint(Taking.model_fields):
        return ""
    try:
        taking = Taking.model_validate_json(json.dumps(do))
    except ValidationError as error:
        raise EditRefusedError(str(problems_of(error)[0])) from error
    if taking.vote:
        ballot = meetings.votes.cast(grant, pen, taking.vote.card, taking.vote.dots)
        return wording.voted(sum(ballot.values()))
    if taking.suggest:
        meetings.suggestions.make(grant, pen, taking.suggest.card, taking.suggest.text)
    return wording.SUGGESTED


def _submit(meetings: Meetings, grant: Grant, pen: str, act: Act) -> Submitted:
    do = act.do if isinstance(act.do, Mapping) else {}
    step = do.get("step")
    if step in ("undo", "redo"):
        return meetings.revert(grant, "undo" if step == "undo" else "redo", pen, act.seq, act.seen)
    if step == "tidy":
        # On a large map this takes seconds, for which nobody else should have to wait.
        edit = edit_of(meetings.workshop.open(act.document), do)
        return meetings.submit(grant, lambda _: edit, pen, act.seq, act.seen)
    return meetings.submit(grant, partial(edit_of, do=do), pen, act.seq, act.seen)


def edit_of(canvas: Canvas, do: Mapping[str, object]) -> Edit | None:
    """The edit that was made or asked for; None where nothing would change.

    ``do`` is either ``{"edit": an edit as it is kept}`` or one field of ``Doing``. Raises
    IcebergError, with a sentence to show, for anything else and for what does not fit the canvas.
    """
    if "edit" in do:
        return placed(canvas, edit_from_json(json.dumps(do["edit"])))
    try:
        doing = Doing.model_validate_json(json.dumps(do))
    except ValidationError as error:
        raise EditRefusedError(str(problems_of(error)[0])) from error
    if doing.step == "tidy":
        return tidied(canvas)
    if doing.release:
        return released(canvas, doing.release)
    if doing.show is not None:
        return shown_alone(canvas, doing.show)
    if d := doing.place:
        return put_down(canvas, d.card, d.layer, d.level, d.x, d.y)
    moves = tuple(dropped(canvas, d.card, d.layer, d.level, d.x, d.y) for d in doing.drop)
    return moves[0] if len(moves) == 1 else Together(edits=moves) if moves else None
