"""Answers to paste into a form: from the canvas alone, never over the limit, in whole sentences."""

from __future__ import annotations

from dataclasses import dataclass

from iceberg.exporters.story.answers import wording
from iceberg.exporters.story.answers.fitting import Group, fitted
from iceberg.exporters.story.answers.questions import change, need, watch, why_now
from iceberg.exporters.story.limit import DEFAULT, Limit
from iceberg.exporters.story.parts import Sentence
from iceberg.model import Canvas
from iceberg.scene.shown import shown_part

__all__ = ["Answer", "answers"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What to write under one heading of a form; no sentences where the canvas says nothing."""

    title: str
    sentences: tuple[Sentence, ...]
    limit: Limit

    @property
    def text(self) -> str:
        """The answer as one paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def length(self) -> int:
        """How long it is, in the unit of its limit."""
        return self.limit.length(self.text)

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the cards that it was made from."""
        return tuple(dict.fromkeys(card for one in self.sentences for card in one.cards))


def answers(
    canvas: Canvas,
    limit: Limit = DEFAULT,
    *,
    layers: tuple[str, ...] | None = None,
    whole: bool = False,
) -> tuple[Answer, ...]:
    """The need, why now, what we will change, and our assumptions, each within the limit.

    The strongest cards come first: by votes, then by the strength of their force. Raises
    NotFoundError for a layer that the canvas does not have.
    """
    shown = shown_part(canvas, layers, whole=whole)
    asked: tuple[tuple[str, tuple[Group, ...]], ...] = (
        (wording.NEED, need(shown)),
        (wording.WHY_NOW, why_now(shown)),
        (wording.CHANGE, change(shown)),
        (wording.WATCH, watch(shown)),
    )
    return tuple(Answer(title, fitted(groups, limit), limit) for title, groups in asked)
