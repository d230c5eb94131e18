"""Writing canvas files: readable, complete, and read back as the same canvas."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.errors import NotFoundError
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.canvas_file import ALWAYS, only_layers, write_canvas
from iceberg.importers import load_canvas, read_canvas
from iceberg.model import (
    DIRECTIONS,
    EFFECTS,
    FINDING_KINDS,
    LEVELS,
    PAGES,
    SHIFTABLE,
    SIGNS,
    STATUSES,
    VERBS,
    Assumption,
    Canvas,
    Card,
    Force,
    KeptFinding,
    Layer,
    LevelGuide,
    Link,
    Position,
    Reading,
    Snapshot,
    StatusChange,
    View,
)

CATALOG = load_catalog()
LAYERS = (CATALOG.layer("national"), CATALOG.layer("place"))
EMPTY = Canvas(title="Empty", layers=LAYERS)
NORTHFIELD = load_canvas(resources.examples_folder() / "northfield.iceberg.json", CATALOG)

texts = st.text(min_size=1, max_size=40).map(lambda text: f"a{text}é")
maybe = st.none() | texts
dates = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
scores = st.integers(1, 5)
numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
figures = st.none() | texts | numbers
guides = st.builds(LevelGuide, question=texts | st.just(""), example=texts, mistake=texts)
layers = st.builds(
    Layer,
    id=st.just("own"),
    title=texts,
    order=st.integers(-9, 99),
    levels=st.dictionaries(st.sampled_from(LEVELS), guides),
)
forces = st.none() | st.builds(
    Force,
    effect=st.sampled_from(EFFECTS),
    strength=scores,
    shiftable=st.none() | st.sampled_from(SHIFTABLE),
)
positions = st.none() | st.builds(
    Position, row=st.integers(0, 500), x=st.floats(0, 1), pinned=st.booleans()
)
changes = st.builds(
    StatusChange,
    date=dates,
    status=st.sampled_from(STATUSES),
    note=maybe,
    text=maybe,
    look=st.booleans(),
)
views = st.builds(
    View,
    page=st.sampled_from(PAGES),
    greyscale=st.booleans(),
    layers=st.sampled_from([(), ("place",)]),
)


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """Canvases of up to six cards in which every optional field may be given."""
    all_layers = (*LAYERS, draw(layers))
    names = [f"c{number}" for number in range(draw(st.integers(0, 6)))]
    some = st.lists(st.sampled_from(names), unique=True).map(tuple) if names else st.just(())
    pairs = [(a, b) for a in names for b in names if a != b]
    linked = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
    seen = draw(st.lists(st.sampled_from(names), max_size=3)) if names else []
    return Canvas(
        revision=draw(st.integers(0, 9)),
        title=draw(texts),
        question=draw(texts),
        date=draw(st.none() | dates),
        language=draw(st.sampled_from(["en-GB", "cy"])),
        layers=all_layers,
        cards=tuple(
            Card(
                id=name,
                layer=draw(st.sampled_from([layer.id for layer in all_layers])),
                level=draw(st.sampled_from(LEVELS)),
                text=draw(texts),
                force=draw(forces),
                position=draw(positions),
                tags=draw(st.lists(texts.map(lambda text: text[:20]), max_size=2).map(tuple)),
                note=draw(maybe),
                votes=draw(st.integers(0, 3)),
                originals=draw(st.lists(texts, max_size=2).map(tuple)),
            )
            for name in names
        ),
        links=tuple(
            Link(
                id=f"l{number}",
                source=source,
                target=target,
                verb=draw(st.sampled_from(VERBS)),
                sign=draw(st.none() | st.sampled_from(SIGNS)),
                strength=draw(st.integers(1, 3)),
                delayed=draw(st.booleans()),
                note=draw(maybe),
            )
            for number, (source, target) in enumerate(linked)
        ),
        readings=tuple(
            Reading(
                id=f"r{number}",
                card=card,
                date=draw(dates),
                direction=draw(st.sampled_from(DIRECTIONS)),
                figure=draw(figures),
                period=draw(maybe),
            )
            for number, card in enumerate(seen)
        ),
        assumptions=(
            Assumption(
                id="a1",
                text=draw(texts),
                cards=draw(some),
                load_bearing=draw(st.booleans()),
                review=draw(st.none() | dates),
                status=draw(st.sampled_from(STATUSES)),
                history=draw(st.lists(changes, max_size=2).map(tuple)),
            ),
        ),
        kept=(
            KeptFinding(
                id="chain:to-event:c1",
                kind=draw(st.sampled_from(FINDING_KINDS)),
                text=draw(texts),
                cards=draw(some),
                date=draw(st.none() | dates),
            ),
        ),
        dismissed=draw(st.sampled_from([(), ("loop:stopped",)])),
        snapshots=(Snapshot(id="s1", name=draw(texts), revision=draw(st.integers(0, 9))),),
        view=draw(views),
    )


def exact(canvas: Canvas) -> str:
    """The canvas with the kinds of its numbers: 1 and 1.0 are equal, but not exactly the same."""
    return json.dumps(canvas.model_dump(mode="json"), sort_keys=True)


@settings(max_examples=60, deadline=None)
@given(canvas=canvases())
def test_a_file_reads_back_as_the_same_canvas(canvas: Canvas) -> None:
    text = write_canvas(canvas)
    again = read_canvas(text, CATALOG)
    assert again == canvas
    assert write_canvas(again) == text
    assert exact(again) == exact(canvas)


def test_an_empty_canvas_shows_the_keys_that_there_could_be() -> None:
    data = json.loads(write_canvas(EMPTY))
    assert set(data) == {"schema", *ALWAYS}
    assert data["schema"] == 1
    assert (data["cards"], data["question"]) == ([], "")


def test_defaults_are_left_out_but_for_a_strength_beside_its_effect() -> None:
    card = Card(id="c", layer="place", level="events", text="One", force=Force(effect="helps"))
    data = json.loads(write_canvas(EMPTY.model_copy(update={"cards": (card,)})))
    assert data["cards"] == [
        {
            "id": "c",
            "layer": "place",
            "level": "events",
            "text": "One",
            "force": {"effect": "helps", "strength": 3},
        }
    ]


def test_a_file_is_readable_utf8_that_ends_with_a_newline() -> None:
    text = write_canvas(EMPTY.model_copy(update={"title": "Ynys Môn ☂", "place": "مدينة"}))
    assert '"title": "Ynys Môn ☂",\n' in text
    assert "مدينة" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_short_parts_stand_on_one_line() -> None:
    lines = write_canvas(NORTHFIELD).splitlines()
    assert '      "force": {"effect": "resists", "strength": 4, "shiftable": "no"},' in lines
    assert max(len(line) for line in lines if line.lstrip().startswith(("{", "["))) <= 100


def test_layers_are_written_whole_so_that_the_file_stays_the_same_picture() -> None:
    data = json.loads(write_canvas(EMPTY))
    place = next(layer for layer in data["layers"] if layer["id"] == "place")
    assert place["title"] == "Place"
    assert place["levels"]["structures"]["mistake"]


def test_equal_canvases_are_written_alike() -> None:
    layer = LAYERS[0]
    turned = layer.model_copy(update={"levels": dict(reversed(layer.levels.items()))})
    other = EMPTY.model_copy(update={"layers": (turned, LAYERS[1])})
    assert other == EMPTY
    assert write_canvas(other) == write_canvas(EMPTY)


def test_layers_can_be_kept_alone_with_what_stands_on_them() -> None:
    place = only_layers(NORTHFIELD, ("place",))
    assert {card.layer for card in place.cards} == {"place"}
    ids = {card.id for card in place.cards}
    assert all({link.source, link.target} <= ids for link in place.links)
    assert [assumption.cards for assumption in place.assumptions] == [("no-flexible-money",)]
    assert read_canvas(write_canvas(place), CATALOG) == place


def test_what_was_found_about_cards_that_are_left_out_is_left_out() -> None:
    found = [
        KeptFinding(id=f"gap:lone:{card}", kind="gap", text="Found", cards=(card,))
        for card in ("no-flexible-money", "nics", "gone")
    ]
    place = only_layers(NORTHFIELD.model_copy(update={"kept": tuple(found)}), ("place",))
    assert [finding.cards for finding in place.kept] == [("no-flexible-money",), ("gone",)]


def test_a_layer_that_the_canvas_lacks_is_refused() -> None:
    with pytest.raises(NotFoundError, match="It has: national, place"):
        only_layers(NORTHFIELD, ("region",))


def test_the_export_is_the_file_and_says_what_it_left_out() -> None:
    assert export(NORTHFIELD, ".iceberg.json").data.decode() == write_canvas(NORTHFIELD)
    assert export(NORTHFIELD, ".iceberg.json").notes == ()
    (note,) = export(NORTHFIELD, ".iceberg.json", ExportOptions(layers=("place",))).notes
    assert "12 of 24 cards" in note
