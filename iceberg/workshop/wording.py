"""The sentences of the workshop."""

from __future__ import annotations

from typing import Final

NOTHING_TO_UNDO: Final = "There is no edit of yours to undo."
NOTHING_TO_REDO: Final = "There is no edit of yours to redo."
NOTHING_CHANGED: Final = "Nothing was changed."
BUSY: Final = "Many people are changing this canvas at this moment. Try again."
BAD_CLIENT: Final = "This page has lost its place in the workshop. Reload it and try again."


def undone(sentence: str) -> str:
    """An undone edit in the history."""
    return f"Undone: {sentence[:1].lower()}{sentence[1:]}"


def redone(sentence: str) -> str:
    """An edit in the history that was undone and done again."""
    return f"Redone: {sentence[:1].lower()}{sentence[1:]}"


def in_the_way(verb: str, sentence: str, who: str | None, later: str) -> str:
    """Why an edit cannot be undone or redone: somebody else's later one."""
    return (
        f"You cannot {verb} this ({sentence}), because {who or 'somebody else'} has changed the"
        f" same part since ({later}). Change it by hand instead."
    )


def no_longer_fits(verb: str, sentence: str, reason: str) -> str:
    """Why an edit cannot be undone or redone: the canvas has changed."""
    return f"You cannot {verb} this any more ({sentence}). {reason}"


def overridden(who: str | None, earlier: str) -> str:
    """What somebody did whose change was changed again by one who had not seen it."""
    return (
        f"{who or 'Somebody else'} had changed the same part a moment before ({earlier})."
        " Undo brings that back."
    )


def overriding(who: str | None, later: str) -> str:
    """What is said to somebody whose change was changed again by one who had not seen it."""
    return (
        f"{who or 'Somebody else'} changed the same part without having seen yours, and that counts"
        f" now ({later}). Yours is in the history."
    )


def came_first(reason: str) -> str:
    """Why an edit was refused after others came first."""
    return f"Somebody else's change came first. {reason}"


def no_such_revision(revision: int, latest: int) -> str:
    """A snapshot of a revision to come."""
    return f"There is no revision {revision} to name yet; the latest is {latest}."
