"""The layers that come with the program, and what happens to layer files with mistakes."""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path

import pytest

from iceberg import resources
from iceberg.catalog import Catalog, load_catalog
from iceberg.errors import BadInputError, NotFoundError
from iceberg.model import DIRECTIONS, LEVELS, Canvas

MINIMAL = 'id = "street"\ntitle = "Street"\norder = 40\n'


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the layers that come with the program, to break."""
    return Path(shutil.copytree(resources.layers_folder(), tmp_path / "layers"))


def refused(folder: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        load_catalog(folder)
    return str(caught.value)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_layers_stand_from_the_country_to_the_place(catalog: Catalog) -> None:
    assert [layer.id for layer in catalog.layers] == ["national", "region", "place"]


def test_every_layer_guides_every_level(catalog: Catalog) -> None:
    for layer in catalog.layers:
        assert layer.scope
        for level in LEVELS:
            guide = layer.guide(level)
            assert guide.question.endswith("?")
            assert guide.example
            assert guide.mistake


def test_layer_colours_read_on_white_and_differ_in_greyscale(catalog: Catalog) -> None:
    tones = [luminance(layer.colour) + 0.05 for layer in catalog.layers]
    assert all(1.05 / tone >= 4.5 for tone in tones)
    assert all(max(pair) / min(pair) >= 1.3 for pair in combinations(tones, 2))


def test_the_national_deck_is_dated_sourced_and_unscored(catalog: Catalog) -> None:
    deck = catalog.deck("national")
    assert len(deck) >= 14
    for trend in deck:
        assert len(trend.text) <= 90
        card, readings = trend.dealt("national")
        assert card.force is None
        assert readings
        for reading in readings:
            assert reading.nation
            assert reading.source
            assert reading.figure
            assert reading.period is not None
            assert "as first published" in reading.period


def test_trends_of_the_deck_may_improve(catalog: Catalog) -> None:
    latest = {trend.id: trend.latest.direction for trend in catalog.deck("national")}
    assert latest["nhs-waiting-list"] == "easing"
    assert latest["food-parcels"] == "easing"
    assert set(latest.values()) == set(DIRECTIONS)


def test_the_deck_reaches_every_level(catalog: Catalog) -> None:
    assert {trend.level for trend in catalog.deck("national")} == set(LEVELS)


def test_the_whole_deck_fits_one_canvas(catalog: Catalog) -> None:
    dealt = [trend.dealt("national") for trend in catalog.deck("national")]
    canvas = Canvas(
        title="All trends",
        layers=(catalog.layer("national"),),
        cards=tuple(card for card, _ in dealt),
        readings=tuple(reading for _, readings in dealt for reading in readings),
    )
    newest = canvas.latest_readings()["temporary-accommodation"]
    assert (newest.figure, newest.unit, newest.nation) == (134_760, "households", "England")


def test_a_dealt_card_takes_the_id_it_is_given(catalog: Catalog) -> None:
    card, readings = catalog.deck("national")[0].dealt("national", "c7")
    assert card.id == "c7"
    assert [reading.id for reading in readings] == ["c7-r1"]
    assert {reading.card for reading in readings} == {"c7"}


def test_a_layer_without_a_deck_has_an_empty_one(catalog: Catalog) -> None:
    assert catalog.deck("place") == ()


def test_the_starter_assumptions_ask_each_way_of_lasting_what_it_needs(catalog: Catalog) -> None:
    needs = {"funding", "infrastructure", "processes", "relationships"}
    asked: dict[str, set[str]] = {}
    for one in catalog.assumptions:
        asked.setdefault(one.group, set()).add(one.about)
        assert one.text.startswith("We assume ")
        assert len(one.text) <= 120
        assert one.signpost
        assert one.shaping
        assert one.hedging
    assert list(asked.values()) == [needs] * 3
    assert len({one.id for one in catalog.assumptions}) == len(catalog.assumptions) == 12
    seen_to_fail = [one.id for one in catalog.assumptions if one.vulnerable]
    assert seen_to_fail == ["anchor-funding", "integration-funding", "integration-relationships"]


def test_a_starter_assumption_becomes_one_of_the_canvas(catalog: Catalog) -> None:
    first = catalog.assumptions[0]
    taken = first.taken("a1")
    assert (taken.id, taken.text, taken.signpost) == ("a1", first.text, first.signpost)
    assert (taken.vulnerable, taken.load_bearing, taken.cards) == (True, False, ())
    assert (taken.shaping, taken.hedging) == (first.shaping, first.hedging)


def test_an_unknown_layer_is_answered_with_the_known_ones(catalog: Catalog) -> None:
    with pytest.raises(NotFoundError, match="national, region, place"):
        catalog.layer("county")
    with pytest.raises(NotFoundError, match="county"):
        catalog.deck("county")


def test_adding_a_file_adds_a_layer(folder: Path) -> None:
    (folder / "street.toml").write_text(MINIMAL, encoding="utf-8")
    assert load_catalog(folder).layers[-1].id == "street"


def test_a_layer_file_may_start_with_a_byte_order_mark(folder: Path) -> None:
    (folder / "street.toml").write_text(MINIMAL, encoding="utf-8-sig")
    assert load_catalog(folder).layer("street").title == "Street"


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("title = = 1", 4, "Invalid value"),
        ('title = "', 4, "Unterminated string"),
        ('colour = "blue"', 4, "colour"),
        ("ordre = 1", 4, "ordre"),
        ("[levels.evnts]\n", 4, "evnts"),
        ("[levels.events]\n\nquestion = 3\n", 6, "question"),
        ('[[deck]]\nid = "a"\nlevel = "events"\ntext = "b"\n', 4, "readings"),
        (
            '[[deck]]\nid = "a"\nlevel = "events"\ntext = "b"\nforce = "resists"\n'
            '[[deck.readings]]\ndate = 2026-01-01\ndirection = "rising"\n'
            'figure = 1\nnation = "UK"\nperiod = "2026"\nsource = ""\n',
            15,
            "source",
        ),
        (
            '[[deck]]\nid = "a"\nlevel = "events"\ntext = "b"\nreadings = [\n  '
            '{ date = 2026-01-01, direction = "rising", figure = "", nation = "UK", '
            'period = "2026", source = "S" },\n]\n',
            8,
            "readings[0].figure is missing",
        ),
        (
            '[[deck]]\nid = "a"\nlevel = "events"\ntext = "b"\n'
            '[[deck.readings]]\ndate = 2026-01-01\ndirection = "up"\n',
            10,
            "direction",
        ),
    ],
)
def test_a_broken_layer_file_is_refused_with_file_line_and_reason(
    folder: Path, broken: str, line: int, reason: str
) -> None:
    file = folder / "street.toml"
    file.write_text(MINIMAL + broken, encoding="utf-8")
    message = refused(folder)
    assert f"{file}, line {line}: " in message
    assert reason in message


def test_a_deck_scores_no_card(folder: Path) -> None:
    text = (folder / "national.toml").read_text(encoding="utf-8")
    scored = text.replace('level = "events"', 'level = "events"\nforce = "resists"', 1)
    (folder / "national.toml").write_text(scored, encoding="utf-8")
    line = scored.split("\n").index('force = "resists"') + 1
    assert f"national.toml, line {line}: deck[0].force" in refused(folder)


def test_a_card_that_a_deck_has_twice_is_refused(folder: Path) -> None:
    text = (folder / "national.toml").read_text(encoding="utf-8")
    twice = text.replace('id = "rough-sleeping"', 'id = "private-rents"')
    (folder / "national.toml").write_text(twice, encoding="utf-8")
    line = [n for n, row in enumerate(twice.split("\n"), 1) if row == 'id = "private-rents"'][-1]
    message = refused(folder)
    assert f"national.toml, line {line}: deck[" in message
    assert "private-rents" in message


def test_a_layer_id_in_two_files_is_refused(folder: Path) -> None:
    (folder / "street.toml").write_text(MINIMAL.replace("street", "place"), encoding="utf-8")
    message = refused(folder)
    assert "street.toml, line 1" in message
    assert "already used by place.toml" in message


def test_the_problems_of_all_files_come_together(folder: Path) -> None:
    (folder / "a.toml").write_text("id = ", encoding="utf-8")
    (folder / "b.toml").write_bytes(b'id = "b"\ntitle = "\xff"')
    message = refused(folder)
    assert "a.toml, line 1" in message
    assert "b.toml, line 2: is not UTF-8" in message


def test_a_folder_without_layers_is_refused(tmp_path: Path) -> None:
    assert "no layer files" in refused(tmp_path)
