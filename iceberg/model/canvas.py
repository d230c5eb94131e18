"""The canvas: its parts, held together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from iceberg.model.consistency import dangling, repeated
from iceberg.model.cover import Cover
from iceberg.model.fields import FindingKey, Language, Line, Title
from iceberg.model.limits import CARDS_LIMIT, IMPORTS_LIMIT, KEPT_LIMIT, LAYERS_LIMIT, LINKS_LIMIT
from iceberg.model.part import Part
from iceberg.model.parts import (
    Assumption,
    Card,
    KeptFinding,
    Layer,
    Link,
    Reading,
    Snapshot,
    View,
)
from iceberg.model.problems import InconsistentError
from iceberg.model.tray import ImportNote, TrayCard


class Canvas(Part):
    """The document: a question about a place, its layers, cards, links and assumptions.

    ``kept`` are the findings that the room keeps, ``dismissed`` the keys of those that it does not
    want to be told.

    ``tray`` holds the cards that wait beside the icebergs, ``tray_links`` the links with an end
    there; whatever draws, counts or reasons looks at ``cards`` and ``links`` alone.
    """

    schema_version: Literal[1] = Field(default=1, alias="schema")
    revision: Annotated[int, Field(ge=0)] = 0
    title: Title
    question: Line = ""
    place: Line = ""
    aim: Line = ""
    date: dt.date | None = None
    language: Language = "en-GB"
    layers: Annotated[tuple[Layer, ...], Field(min_length=1, max_length=LAYERS_LIMIT)]
    cards: Annotated[tuple[Card, ...], Field(max_length=CARDS_LIMIT)] = ()
    links: Annotated[tuple[Link, ...], Field(max_length=LINKS_LIMIT)] = ()
    readings: Annotated[tuple[Reading, ...], Field(max_length=LINKS_LIMIT)] = ()
    assumptions: Annotated[tuple[Assumption, ...], Field(max_length=CARDS_LIMIT)] = ()
    kept: Annotated[tuple[KeptFinding, ...], Field(max_length=KEPT_LIMIT)] = ()
    dismissed: Annotated[tuple[FindingKey, ...], Field(max_length=KEPT_LIMIT)] = ()
    snapshots: Annotated[tuple[Snapshot, ...], Field(max_length=CARDS_LIMIT)] = ()
    tray: Annotated[tuple[TrayCard, ...], Field(max_length=CARDS_LIMIT)] = ()
    tray_links: Annotated[tuple[Link, ...], Field(max_length=LINKS_LIMIT)] = ()
    imports: Annotated[tuple[ImportNote, ...], Field(max_length=IMPORTS_LIMIT)] = ()
    view: View = View()
    cover: Cover = Cover()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if problems := (*repeated(self), *dangling(self)):
            raise InconsistentError(problems)
        return self

    def ordered_layers(self) -> tuple[Layer, ...]:
        """The layers from left to right: by ``order``, then as listed."""
        return tuple(sorted(self.layers, key=lambda layer: layer.order))

    def shown_layers(self) -> tuple[Layer, ...]:
        """The layers that the view shows, from left to right; all when it names none."""
        layers = self.ordered_layers()
        return tuple(layer for layer in layers if layer.id in self.view.layers) or layers

    def shown_cards(self) -> tuple[Card, ...]:
        """The cards that the view shows: on a shown layer, and not left out."""
        layers = {layer.id for layer in self.shown_layers()}
        left_out = {card.id for card in self.left_out_cards()}
        return tuple(c for c in self.cards if c.layer in layers and c.id not in left_out)

    def left_out_cards(self) -> tuple[Card, ...]:
        """The cards that the view leaves out of the picture by name."""
        named = set(self.view.left_out)
        return tuple(card for card in self.cards if card.id in named)

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)

    def only_cards(self, wanted: Set[str]) -> Self:
        """The canvas with only these of its cards, placed or in the tray, and what hangs on them.

        Links, readings and kept findings stay where all the cards that they name do. Assumptions
        forget the other cards, and go when they rest on nothing any more.
        """
        cards = tuple(card for card in self.cards if card.id in wanted)
        links = tuple(x for x in self.links if {x.source, x.target} <= wanted)
        ids, link_ids = {card.id for card in cards}, {link.id for link in links}
        rests = tuple((one, one.among(ids, link_ids)) for one in self.assumptions)
        return self.model_copy(
            update={
                "cards": cards,
                "links": links,
                "tray": tuple(card for card in self.tray if card.id in wanted),
                "tray_links": tuple(x for x in self.tray_links if {x.source, x.target} <= wanted),
                "readings": tuple(one for one in self.readings if one.card in wanted),
                "assumptions": tuple(
                    left
                    for one, left in rests
                    if left.rests_on_something or not one.rests_on_something
                ),
                "kept": self._kept_among(wanted),
            }
        )

    def _kept_among(self, wanted: Set[str]) -> tuple[KeptFinding, ...]:
        gone = {card.id for card in self.cards} | {card.id for card in self.tray}
        gone -= wanted
        return tuple(finding for finding in self.kept if gone.isdisjoint(finding.cards))

    def tray_card(self, card_id: str) -> TrayCard | None:
        """The card with this id that waits in the tray, or None."""
        return next((card for card in self.tray if card.id == card_id), None)

    def latest_readings(self) -> dict[str, Reading]:
        """The newest reading of each card that has any; of two on one day the later listed."""
        latest: dict[str, Reading] = {}
        for reading in self.readings:
            known = latest.get(reading.card)
            if known is None or reading.date >= known.date:
                latest[reading.card] = reading
        return latest

    def passed_signpost(self, assumption: Assumption) -> Reading | None:
        """The reading that has passed an assumption's threshold: the newest that gives a number.

        None where no threshold is set, or where the newest number lies on its safe side again.
        """
        if assumption.threshold is None:
            return None
        measured = [
            reading
            for reading in self.readings
            if reading.card == assumption.signpost_card and isinstance(reading.figure, int | float)
        ]
        # Of two on one day the later listed, as among the latest readings.
        newest = max(reversed(measured), key=lambda reading: reading.date, default=None)
        return newest if newest and assumption.threshold.is_passed_by(newest) else None
