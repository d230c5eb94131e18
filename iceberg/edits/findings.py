"""Edits of findings: what the room keeps, in which words, and what it does not want to be told."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import quoted
from iceberg.edits.refusals import not_dismissed, said_already, too_many
from iceberg.edits.rows import index_of, put, replace, take_out
from iceberg.model import (
    KEPT_LIMIT,
    Canvas,
    FindingKey,
    FindingKind,
    FindingText,
    Id,
    KeptFinding,
    OptionalLine,
)


class KeepFinding(BaseEdit):
    """Keeps a finding on the canvas."""

    kind: Literal["keep_finding"] = "keep_finding"
    finding: KeptFinding
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the finding."""
        if any(known.id == self.finding.id for known in canvas.kept):
            raise said_already("kept")
        kept = put(canvas.kept, self.finding, self.at, "finding", KEPT_LIMIT)
        return canvas.model_copy(update={"kept": kept})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Says the finding."""
        return f"Kept the finding {quoted(self.finding.text)}"


class KeptChanges(Changes):
    """What can change on a finding that is kept."""

    kind: FindingKind = "gap"
    text: FindingText = ""
    cards: tuple[Id, ...] = ()
    links: tuple[Id, ...] = ()
    date: dt.date | None = None


class RewordFinding(BaseEdit):
    """Changes a finding that is kept, mostly its words."""

    kind: Literal["reword_finding"] = "reword_finding"
    finding: FindingKey
    changes: KeptChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed finding."""
        index = index_of(canvas.kept, self.finding, "finding")
        changed = canvas.kept[index].model_copy(update=self.changes.given())
        return canvas.model_copy(update={"kept": replace(canvas.kept, index, changed)})

    def describe(self, before: Canvas) -> str:
        """Says the old words and, where they are what changed, the new ones."""
        name = _name(before, self.finding)
        if "text" in self.changes.given():
            return f"Reworded the finding {name} as {quoted(self.changes.text)}"
        return f"Changed the finding {name}"


class ForgetFinding(BaseEdit):
    """Keeps a finding no longer."""

    kind: Literal["forget_finding"] = "forget_finding"
    finding: FindingKey

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the finding."""
        return canvas.model_copy(update={"kept": take_out(canvas.kept, self.finding, "finding")})

    def describe(self, before: Canvas) -> str:
        """Says the finding."""
        return f"No longer kept the finding {_name(before, self.finding)}"


class DismissFinding(BaseEdit):
    """Does not want to be told a finding any more.

    ``says`` is its sentence, shortened, for the history: the canvas keeps the key alone.
    """

    kind: Literal["dismiss_finding"] = "dismiss_finding"
    finding: FindingKey
    says: OptionalLine = None
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the finding among those that are dismissed."""
        if self.finding in canvas.dismissed:
            raise said_already("dismissed")
        if len(canvas.dismissed) >= KEPT_LIMIT:
            raise too_many("dismissed finding", KEPT_LIMIT)
        at = len(canvas.dismissed) if self.at is None else self.at
        dismissed = (*canvas.dismissed[:at], self.finding, *canvas.dismissed[at:])
        return canvas.model_copy(update={"dismissed": dismissed})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Says the finding where it is known."""
        return f"Dismissed {_said(self.says)}"


class BringBackFinding(BaseEdit):
    """Wants to be told a finding again."""

    kind: Literal["bring_back_finding"] = "bring_back_finding"
    finding: FindingKey
    says: OptionalLine = None

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the finding among those that are dismissed."""
        if self.finding not in canvas.dismissed:
            raise not_dismissed()
        dismissed = tuple(key for key in canvas.dismissed if key != self.finding)
        return canvas.model_copy(update={"dismissed": dismissed})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Says the finding where it is known."""
        return f"Brought back {_said(self.says)}"


def _said(says: str | None) -> str:
    return f"the finding {quoted(says)}" if says else "a finding"


def _name(canvas: Canvas, key: str) -> str:
    texts = (quoted(finding.text) for finding in canvas.kept if finding.id == key)
    return next(texts, "that is gone")
