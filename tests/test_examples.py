"""The worked examples: they can be opened, hold what they promise and can be exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import export
from iceberg.exporters.canvas_file import write_canvas
from iceberg.importers import load_canvas
from iceberg.model import LEVELS, Canvas

FILES = sorted(resources.examples_folder().glob("*.iceberg.json"))
LONGEST = 90
"""Characters on a card of an example, so that each stays readable on A4."""


def opened(name: str) -> Canvas:
    return load_canvas(resources.examples_folder() / f"{name}.iceberg.json", load_catalog())


def crossings(canvas: Canvas, source: str, target: str) -> int:
    layer = {card.id: card.layer for card in canvas.cards}
    return sum((layer[a.source], layer[a.target]) == (source, target) for a in canvas.links)


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_the_examples_are_there() -> None:
    names = {path.name.removesuffix(".iceberg.json") for path in FILES}
    assert names == {"enfield-localmotion", "first-iceberg", "northfield"}


def test_an_example_is_stored_as_the_program_writes_it(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    assert write_canvas(load_canvas(example, load_catalog())) == text


def test_an_example_carries_both_layers_as_they_come_with_the_program(example: Path) -> None:
    catalog = load_catalog()
    canvas = load_canvas(example, catalog)
    assert canvas.layers == (catalog.layer("national"), catalog.layer("place"))
    assert {card.layer for card in canvas.cards} == {"national", "place"}


def test_an_example_says_what_it_is_about(example: Path) -> None:
    canvas = load_canvas(example, load_catalog())
    assert canvas.question
    assert canvas.place
    assert canvas.aim
    assert canvas.date is not None
    assert canvas.date.year == 2026


def test_cards_of_an_example_are_short_and_their_readings_sourced(example: Path) -> None:
    canvas = load_canvas(example, load_catalog())
    assert max(len(card.text) for card in canvas.cards) <= LONGEST
    assert all(reading.source for reading in canvas.readings)


@pytest.mark.parametrize("extension", [".svg", ".html", ".scene.json", ".iceberg.json"])
def test_an_example_is_exported(example: Path, extension: str) -> None:
    canvas = load_canvas(example, load_catalog())
    text = export(canvas, extension).data.decode("utf-8")
    assert all(card.id in text for card in canvas.cards)


@pytest.mark.parametrize(("extension", "magic"), [(".png", b"\x89PNG"), (".pdf", b"%PDF-")])
def test_an_example_is_printed(example: Path, extension: str, magic: bytes) -> None:
    canvas = load_canvas(example, load_catalog())
    assert export(canvas, extension).data.startswith(magic)


def test_northfield_shows_everything_that_a_canvas_can_say() -> None:
    canvas = opened("northfield")
    assert 22 <= len(canvas.cards) <= 26
    for layer in ("national", "place"):
        assert {card.level for card in canvas.cards if card.layer == layer} == set(LEVELS)
    assert {link.sign for link in canvas.links} == {"+", "-", None}
    assert any(link.delayed for link in canvas.links)
    assert crossings(canvas, "national", "place") >= 3
    assert crossings(canvas, "place", "national") >= 2
    assert {card.force.effect for card in canvas.cards if card.force} == {"resists", "helps"}
    assert any(card.votes for card in canvas.cards)
    assert sum(reading.figure is not None for reading in canvas.readings) >= 5


def test_northfield_rests_on_two_assumptions_that_are_watched() -> None:
    first, second = opened("northfield").assumptions
    assert (first.status, second.status) == ("weakening", "holds")
    for assumption in (first, second):
        assert assumption.text.startswith("We assume ")
        assert assumption.signpost
        assert assumption.review
        assert assumption.history[-1].status == assumption.status


def test_enfield_names_its_source_on_every_card_of_the_place() -> None:
    cards = opened("enfield-localmotion").cards
    assert all("enfielddispatch.co.uk" in (c.source or "") for c in cards if c.layer == "place")


def test_the_first_iceberg_is_small_and_plain() -> None:
    canvas = opened("first-iceberg")
    assert len(canvas.cards) == 8
    assert {(card.layer, card.level) for card in canvas.cards} == {
        (layer, level) for layer in ("national", "place") for level in LEVELS
    }
    assert not any(link.sign for link in canvas.links)
