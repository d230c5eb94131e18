"""Who may make which edit: asked wherever an edit is accepted, from a form or from a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from iceberg.edits import (
    AddCard,
    AddLink,
    ChangeCard,
    ChangeLink,
    Edit,
    MoveCard,
    RemoveCard,
    RemoveLink,
    Single,
    Together,
)
from iceberg.errors import EditRefusedError
from iceberg.meeting import wording
from iceberg.meeting.grants import Grant
from iceberg.meeting.phases import RIGHTS, STANDING, Phase, Right

AT_ONCE: Final = 20
"""Cards that a participant may add with one edit, as from several pasted lines."""
Owners: TypeAlias = Mapping[str, str]
"""Which client first added a part, by the part's id."""


def check_edit(grant: Grant, phase: Phase, edit: Edit, client: str, owners: Owners) -> None:
    """Nothing when this client may make this edit now.

    Raises:
        EditRefusedError: it may not; says why and what to do.
    """
    if grant.role == "viewer":
        raise EditRefusedError(wording.ONLY_LOOKING)
    if phase in STANDING:
        raise EditRefusedError(wording.LOCKED)
    if not grant.may_facilitate:
        for one in _singles(edit):
            _check_single(phase, one, client, owners)


def check_right(grant: Grant, phase: Phase, right: Right) -> None:
    """Nothing when the role has this right in this phase.

    Raises:
        EditRefusedError: it has not.
    """
    if grant.role == "viewer":
        raise EditRefusedError(wording.ONLY_LOOKING)
    if right not in RIGHTS[phase] and not (grant.may_facilitate and phase not in STANDING):
        raise EditRefusedError(wording.not_now(phase))


def _singles(edit: Edit) -> Iterator[Single]:
    if not isinstance(edit, Together):
        yield edit
        return
    if len(edit.edits) > AT_ONCE:
        raise EditRefusedError(wording.ONLY_FACILITATORS)
    yield from edit.edits


def _check_single(phase: Phase, edit: Single, client: str, owners: Owners) -> None:
    right, part = _asked(edit)
    if right is None:
        raise EditRefusedError(wording.ONLY_FACILITATORS)
    if part is not None and owners.get(part) != client:
        raise EditRefusedError(wording.NOT_YOURS)
    if right not in RIGHTS[phase]:
        raise EditRefusedError(wording.not_now(phase))
    if _sets_votes(edit):
        raise EditRefusedError(wording.NOT_BY_HAND)


def _asked(edit: Single) -> tuple[Right | None, str | None]:
    """The right that an edit needs, and the part that has to be one's own."""
    match edit:
        case AddCard():
            return "add", None
        case ChangeCard() | MoveCard() | RemoveCard():
            return "own", edit.card
        case AddLink():
            return "link", None
        case ChangeLink() | RemoveLink():
            return "link", edit.link
        case _:
            return None, None


def _sets_votes(edit: Single) -> bool:
    if isinstance(edit, AddCard):
        return bool(edit.card.votes or edit.card.originals)
    return isinstance(edit, ChangeCard) and not {"votes", "originals"}.isdisjoint(
        edit.changes.given()
    )
