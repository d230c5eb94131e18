"""The layers that a canvas can be made of, each from one TOML file, with what to start from."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from iceberg import resources
from iceberg.errors import BadInputError, NotFoundError, Problem
from iceberg.model import (
    Actions,
    Assumption,
    Card,
    CardText,
    Direction,
    Figure,
    Id,
    InconsistentError,
    Layer,
    Level,
    Line,
    OptionalLine,
    OptionalNote,
    Part,
    Reading,
    Tags,
    problems_of,
)
from iceberg.toml_lines import KeyPath, line_of, lines_of_keys, path_of


def _given(figure: int | float | str | None) -> int | float | str:
    if figure is None:
        raise PydanticCustomError("missing", "missing")
    return figure


GivenLine = Annotated[Line, Field(min_length=1)]
GivenFigure = Annotated[Figure, AfterValidator(_given)]


class DeckReading(Part):
    """One dated reading of a trend: no figure without its nation, period and source.

    ``date`` is the day that the figure stands for; the layer's file says how it was chosen.
    """

    date: dt.date
    direction: Direction
    figure: GivenFigure
    unit: OptionalLine = None
    nation: GivenLine
    period: GivenLine
    source: GivenLine


class DeckCard(Part):
    """A trend that a room may take onto its canvas; the room says whether it resists or helps."""

    id: Id
    level: Level
    text: CardText
    readings: Annotated[tuple[DeckReading, ...], Field(min_length=1)]
    tags: Tags = ()
    note: OptionalNote = None

    @property
    def latest(self) -> DeckReading:
        """The newest reading."""
        return max(self.readings, key=lambda reading: reading.date)

    def dealt(self, layer_id: str, card_id: str | None = None) -> tuple[Card, tuple[Reading, ...]]:
        """The card and its readings as parts of a canvas, unscored.

        The card's id is ``card_id``, or the deck's own; readings are ``<card id>-r1`` and so on.
        """
        own = card_id or self.id
        card = Card(
            id=own,
            layer=layer_id,
            level=self.level,
            text=self.text,
            tags=self.tags,
            source=self.latest.source,
            note=self.note,
        )
        readings = (
            Reading(id=f"{own}-r{number}", card=own, **dict(reading))
            for number, reading in enumerate(self.readings, start=1)
        )
        return card, tuple(readings)


class StarterAssumption(Part):
    """An assumption to pick from and reword: the case that it belongs to, and what it is about.

    It names no cards: on which of them it rests is for the room to say, as is its weight.
    """

    id: Id
    group: GivenLine
    about: GivenLine
    text: CardText
    vulnerable: bool = False
    signpost: OptionalLine = None
    shaping: Actions = ()
    hedging: Actions = ()

    def taken(self, assumption_id: str) -> Assumption:
        """The assumption as a part of a canvas."""
        given = {name: getattr(self, name) for name in ("vulnerable", "shaping", "hedging")}
        return Assumption(id=assumption_id, text=self.text, signpost=self.signpost, **given)


class LayerFile(Layer):
    """A layer together with its starter deck and starter assumptions, as a file holds them."""

    deck: tuple[DeckCard, ...] = ()
    assumptions: tuple[StarterAssumption, ...] = ()

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        problems = (
            *_again("deck", "card of the deck", self.deck),
            *_again("assumptions", "assumption", self.assumptions),
        )
        if problems:
            raise InconsistentError(problems)
        return self

    def layer(self) -> Layer:
        """The layer that a canvas carries; deck and assumptions stay behind."""
        return Layer(**{name: getattr(self, name) for name in Layer.model_fields})


def _again(
    where: str, noun: str, parts: Sequence[DeckCard | StarterAssumption]
) -> Iterator[Problem]:
    ids = [part.id for part in parts]
    for place, part_id in enumerate(ids):
        if part_id in ids[:place]:
            what = f"is used twice: another {noun} is called {part_id} too."
            yield Problem(f"{where}[{place}].id", what, "Give it an id of its own.")


class Catalog(Part):
    """Every known layer, ordered from left (the country) to right (the place)."""

    layers: tuple[Layer, ...]
    decks: dict[Id, tuple[DeckCard, ...]] = Field(default_factory=dict)
    assumptions: tuple[StarterAssumption, ...] = ()

    def layer(self, layer_id: str) -> Layer:
        """The layer with this id; `NotFoundError` names those that there are."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        known = ", ".join(layer.id for layer in self.layers)
        raise NotFoundError(f"There is no layer “{layer_id}”. Known layers: {known}.")

    def deck(self, layer_id: str) -> tuple[DeckCard, ...]:
        """The starter deck of a layer; empty where it has none."""
        return self.decks.get(self.layer(layer_id).id, ())


def load_catalog(folder: Path | None = None) -> Catalog:
    """Read every ``*.toml`` of a folder (by default the one that comes with the program).

    Raises `BadInputError` with file, line and reason of everything wrong in any of the files.
    """
    place = folder or resources.layers_folder()
    texts = {path: path.read_bytes() for path in sorted(place.glob("*.toml")) if path.is_file()}
    if not texts:
        raise BadInputError((Problem(str(place), "has no layer files.", "Add one (*.toml)."),))
    files: dict[Path, LayerFile] = {}
    problems: list[Problem] = []
    for path, content in texts.items():
        try:
            files[path] = read_layer(content, str(path))
        except BadInputError as error:
            problems += error.problems
    problems += _same_ids(files)
    if problems:
        raise BadInputError(tuple(problems))
    ordered = sorted(files.values(), key=lambda file: (file.order, file.id))
    return Catalog(
        layers=tuple(file.layer() for file in ordered),
        decks={file.id: file.deck for file in ordered},
        assumptions=tuple(one for file in ordered for one in file.assumptions),
    )


def read_layer(content: bytes, name: str) -> LayerFile:
    """One layer file; ``name`` is what messages call it. Raises `BadInputError`."""
    text, data = _parsed(content, name)
    try:
        return LayerFile.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        lines = lines_of_keys(text)
        raise BadInputError(
            tuple(_on_line(problem, name, lines) for problem in problems_of(error))
        ) from None


def _on_line(problem: Problem, name: str, lines: dict[KeyPath, int]) -> Problem:
    line = line_of(path_of(problem.where), lines)
    what = f"{problem.where} {problem.what}".strip()
    return Problem(f"{name}, line {line}", what, problem.mend)


def _parsed(content: bytes, name: str) -> tuple[str, dict[str, Any]]:
    try:
        text = content.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = Problem(f"{name}, line {line}", "is not UTF-8.", "Save the file as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+), column \d+\)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = re.sub(r" \(at .*\)$", "", str(error))
        problem = Problem(f"{name}, line {line}", f"{reason}.", "Mend this line of TOML.")
    raise BadInputError((problem,))


def _same_ids(files: dict[Path, LayerFile]) -> Iterator[Problem]:
    owners: dict[str, Path] = {}
    for path, file in files.items():
        if file.id in owners:
            line = line_of(("id",), lines_of_keys(path.read_text("utf-8-sig")))
            what = f"the layer id {file.id} is already used by {owners[file.id].name}."
            yield Problem(f"{path}, line {line}", what, "Choose another id.")
        owners.setdefault(file.id, path)
