"""The parts of a canvas, as frozen models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from typing import Annotated, Self

from pydantic import Field, model_validator

from iceberg.errors import Problem
from iceberg.model.fields import (
    Actions,
    CardText,
    Colour,
    Figure,
    FindingKey,
    FindingText,
    Id,
    Line,
    Number,
    OptionalLine,
    OptionalNote,
    OptionalText,
    Strength3,
    Strength5,
    Tags,
    Title,
)
from iceberg.model.limits import ROWS_LIMIT
from iceberg.model.part import Part
from iceberg.model.problems import InconsistentError
from iceberg.model.words import (
    Crossing,
    Direction,
    Effect,
    FindingKind,
    Level,
    PageName,
    PaletteName,
    Shiftable,
    Sign,
    Status,
    Verb,
)


class LevelGuide(Part):
    """What to ask at one level of one layer, an example answer, and the usual mistake."""

    question: Line = ""
    example: Line = ""
    mistake: Line = ""


class Layer(Part):
    """A scale of the picture, such as the country or the place; drawn as one iceberg."""

    id: Id
    title: Title
    order: int = 0
    colour: Colour = "#1c4f8a"
    scope: Line = ""
    levels: dict[Level, LevelGuide] = Field(default_factory=dict)

    def guide(self, level: Level) -> LevelGuide:
        """The guide for a level; empty wording where the layer has none."""
        return self.levels.get(level, LevelGuide())


class Force(Part):
    """What a card does to the change that the canvas is about.

    Strength (Lewin's arrow length, 1 to 5) and "can we shift it?" are two scores, never a total.
    """

    effect: Effect
    strength: Strength5 = 3
    shiftable: Shiftable | None = None


class Position(Part):
    """Where a card stands in its cell (one band of one iceberg), free of any page size.

    ``row`` counts from the top of the band; ``x`` is the card's centre across the iceberg, 0 to 1.
    A pinned card was put there by a person; the others are only asked to stay near.
    """

    row: Annotated[int, Field(ge=0, le=ROWS_LIMIT)] = 0
    x: Annotated[float, Field(ge=0, le=1)] = 0.5
    pinned: bool = True


class Card(Part):
    """A short statement on one layer and one level.

    ``unsure``: nobody in the room could say whether it is so; somebody else has to be asked.
    """

    id: Id
    layer: Id
    level: Level
    text: CardText
    force: Force | None = None
    position: Position | None = None
    tags: Tags = ()
    source: OptionalLine = None
    note: OptionalNote = None
    votes: Annotated[int, Field(ge=0, le=9_999)] = 0
    originals: tuple[CardText, ...] = ()
    unsure: bool = False


class Link(Part):
    """One card causes another. Without a sign it speaks plainly; with one it can form loops.

    ``+``: the two move the same way; ``-``: opposite ways (causal-loop convention).
    """

    id: Id
    source: Id
    target: Id
    verb: Verb = "drives"
    sign: Sign | None = None
    strength: Strength3 = 2
    delayed: bool = False
    note: OptionalNote = None

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.source == self.target:
            problem = Problem("target", "links a card to itself.", "Name another card.")
            raise InconsistentError((problem,))
        return self


class Reading(Part):
    """A dated observation of a card, with an optional figure as first published."""

    id: Id
    card: Id
    date: dt.date
    direction: Direction
    figure: Figure = None
    unit: OptionalLine = None
    nation: OptionalLine = None
    period: OptionalLine = None
    source: OptionalLine = None


class StatusChange(Part):
    """One line in the history of an assumption; ``text`` is its wording from that day on.

    A line that is no ``look`` notes other words for the same: nobody asked whether it still holds.
    """

    date: dt.date
    status: Status
    note: OptionalNote = None
    text: OptionalText = None
    look: bool = True


class Threshold(Part):
    """A figure that the readings of a card are measured against: passed above it, or below it."""

    crossing: Crossing
    figure: Number

    def is_passed_by(self, reading: Reading) -> bool:
        """Whether a reading lies beyond the figure; one that gives no number never does."""
        if not isinstance(reading.figure, int | float):
            return False
        if self.crossing == "above":
            return reading.figure > self.figure
        return reading.figure < self.figure


class Assumption(Part):
    """ "We assume …": what the initiative rests on.

    After assumption-based planning (Dewar, Assumption-based planning, Cambridge University Press,
    2002; Dewar and others, RAND MR-114-A, 1993). Load-bearing: its failure would change the plan.
    Vulnerable: it may fail within the plan's life. Signpost: what would warn that it is failing,
    on which card it would be seen, and the figure past which it is. Shaping actions protect the
    assumption; hedging actions prepare for its failure. The owner is a role rather than a person.
    """

    id: Id
    text: CardText
    cards: tuple[Id, ...] = ()
    links: tuple[Id, ...] = ()
    load_bearing: bool = False
    vulnerable: bool = False
    signpost: OptionalLine = None
    signpost_card: Id | None = None
    threshold: Threshold | None = None
    shaping: Actions = ()
    hedging: Actions = ()
    owner: OptionalLine = None
    review: dt.date | None = None
    status: Status = "holds"
    history: tuple[StatusChange, ...] = ()

    @property
    def looks(self) -> tuple[StatusChange, ...]:
        """The lines of its history at which somebody looked whether it holds."""
        return tuple(line for line in self.history if line.look)

    @property
    def rests_on_something(self) -> bool:
        """Whether it names a card or a link that it rests on."""
        return bool(self.cards or self.links)

    def among(self, cards: Set[str], links: Set[str]) -> Assumption:
        """The assumption with only those of these cards and links that it names.

        A threshold goes with the card whose readings it measures.
        """
        watched = self.signpost_card if self.signpost_card in cards else None
        kept = {
            "cards": tuple(card for card in self.cards if card in cards),
            "links": tuple(link for link in self.links if link in links),
            "signpost_card": watched,
            "threshold": self.threshold if watched or not self.signpost_card else None,
        }
        changed = any(getattr(self, name) != value for name, value in kept.items())
        return self.model_copy(update=kept) if changed else self


class KeptFinding(Part):
    """A finding that the room wants to keep, in its own words if it likes.

    ``id`` is the key of the finding that it was (see `iceberg.analyses.Finding`), which is the
    same for as long as that is about the same cards. ``cards`` and ``links`` are those that it
    names; ids of such as are gone do no harm. ``date`` is the day on which it was kept.
    """

    id: FindingKey
    kind: FindingKind
    text: FindingText
    cards: tuple[Id, ...] = ()
    links: tuple[Id, ...] = ()
    date: dt.date | None = None


class View(Part):
    """How the canvas is shown: page, colours, which layers (none named: all).

    ``left_out`` names cards that the picture does not show; ids of cards that are gone do no harm.
    ``greyscale`` turns whatever the palette gives into greys.
    """

    page: PageName = "a4"
    palette: PaletteName = "water"
    greyscale: bool = False
    layers: tuple[Id, ...] = ()
    left_out: tuple[Id, ...] = ()


class Snapshot(Part):
    """A named revision, such as "Workshop of 24 June"."""

    id: Id
    name: Title
    revision: Annotated[int, Field(ge=0)]
    date: dt.date | None = None
