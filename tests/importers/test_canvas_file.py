"""Reading canvas files: what is accepted, and the sentence for everything that is not."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iceberg.catalog import Catalog, load_catalog
from iceberg.errors import BadInputError, NotFoundError
from iceberg.importers import load_canvas, read_canvas
from iceberg.importers.canvas_file import FILE_LIMIT
from iceberg.model import LEVELS, Canvas

CATALOG: Catalog = load_catalog()


def minimal(**changes: Any) -> dict[str, Any]:
    """A file with only the required fields."""
    card = {"id": "a", "layer": "national", "level": "events", "text": "One"}
    return {
        "schema": 1,
        "title": "T",
        "question": "Q?",
        "place": "P",
        "aim": "A",
        "layers": ["national", "place"],
        "cards": [card, {**card, "id": "b", "layer": "place", "level": "mental_models"}],
        "links": [{"id": "l", "source": "a", "target": "b"}],
        "readings": [{"card": "a", "date": "2026-01-31", "direction": "rising"}],
        "assumptions": [{"id": "x", "text": "We assume one", "cards": ["a"]}],
        **changes,
    }


def read(data: Any) -> Canvas:
    return read_canvas(json.dumps(data), CATALOG)


def refused(content: str | bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        read_canvas(content, CATALOG)
    assert all(problem.mend for problem in caught.value.problems)
    return str(caught.value)


def refused_data(**changes: Any) -> str:
    return refused(json.dumps(minimal(**changes)))


def test_a_file_with_only_the_required_fields_is_read() -> None:
    canvas = read(minimal())
    assert canvas.layers == (CATALOG.layer("national"), CATALOG.layer("place"))
    assert canvas.links[0].verb == "drives"
    assert canvas.links[0].sign is None
    assert canvas.cards[1].level == LEVELS[-1]


def test_bytes_and_text_with_a_byte_order_mark_are_read() -> None:
    text = json.dumps(minimal(title="Café"), ensure_ascii=False)
    assert read_canvas(b"\xef\xbb\xbf" + text.encode(), CATALOG).title == "Café"
    assert read_canvas("\ufeff" + text, CATALOG).title == "Café"


def test_layers_may_be_written_out_beside_ids() -> None:
    own = {"id": "street", "title": "Our street", "order": 50}
    canvas = read(minimal(layers=["national", "place", own]))
    assert [layer.title for layer in canvas.layers] == ["National", "Place", "Our street"]


def test_readings_without_an_id_are_numbered_by_their_place() -> None:
    bare = {"card": "a", "date": "2026-01-31", "direction": "easing"}
    canvas = read(minimal(readings=[bare, {**bare, "id": "own"}, bare, {**bare, "id": "r1"}]))
    assert [reading.id for reading in canvas.readings] == ["r1-2", "own", "r3", "r1"]


def test_control_and_half_characters_are_dropped() -> None:
    text = json.dumps(minimal()).replace('"T"', r'"T\u0007\ud800"')
    assert read_canvas(text, CATALOG).title == "T"


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("", ["empty"]),
        (b"  \n", ["empty"]),
        ('{\n "title": "T",\n}', ["line 3, column 1", "not JSON"]),
        ("[]", ["no canvas"]),
        ('"x"', ["no canvas"]),
        (b'{"title":\n"\xff"}', ["line 2", "UTF-8"]),
        ("{}".encode("utf-16"), ["line 1", "UTF-8"]),
        ('{"schema": NaN}', ["NaN"]),
        ('{"schema": -Infinity}', ["-Infinity"]),
        ('{"schema": 1, "title": "a", "title": "b"}', ['"title"', "twice"]),
        ('{"id": "q", "text": "a", "text": "b"}', ['"text"', "twice", '"q"']),
        ("[" * 100_000, ["deep"]),
        ('{"a":' * 50 + "1" + "}" * 50, ["deep"]),
        ('{"schema": ' + "1" * 5_000 + "}", ["thousands of digits"]),
        (" " * (FILE_LIMIT + 1), ["20 MB"]),
    ],
)
def test_text_that_is_no_canvas_is_refused_in_a_sentence(
    content: str | bytes, parts: list[str]
) -> None:
    message = refused(content)
    assert all(part in message for part in parts), message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize(
    ("schema", "part"),
    [(2, "Update the program"), (0, "ever was"), ("1", "ever was"), (True, "ever was")],
)
def test_a_version_that_cannot_be_read_is_refused(schema: Any, part: str) -> None:
    assert part in refused_data(schema=schema)


def test_a_file_without_a_version_is_told_what_to_add() -> None:
    data = minimal()
    del data["schema"]
    assert 'Add "schema": 1' in refused(json.dumps(data))


def test_an_unknown_layer_is_named_beside_the_known_ones() -> None:
    message = refused_data(layers=["national", "plaice"])
    assert "layers[1]" in message
    assert "“plaice”" in message
    assert "national, region, place" in message


def test_an_unknown_layer_does_not_hide_other_problems() -> None:
    cards = [{"id": "a", "layer": "plaice", "level": "depth", "text": "One"}]
    message = refused_data(layers=["pläice", "plaice"], cards=cards)
    assert "layers[0]" in message
    assert "cards[0].level (id a)" in message


def test_every_problem_is_told_with_place_and_id() -> None:
    card = {"id": "a", "layer": "national", "level": "events", "text": "One"}
    cards = [{**card, "colour": "red"}, {**card, "id": "b", "text": " "}, {**card, "id": "c d"}]
    message = refused_data(cards=cards, mood="good")
    for place in ("cards[0].colour (id a)", "cards[1].text (id b)", "cards[2].id", "mood"):
        assert place in message
    assert len(message.splitlines()) == 4


def test_a_figure_of_a_wrong_kind_is_one_problem() -> None:
    reading = {"card": "a", "date": "2026-01-31", "direction": "rising", "figure": [1]}
    message = refused_data(readings=[reading])
    assert message.count("readings[0].figure") == 1


def test_a_figure_too_large_for_a_number_is_refused() -> None:
    text = json.dumps(minimal()).replace('"rising"', '"rising", "figure": 1e999')
    assert "readings[0].figure" in refused(text)


def test_dangling_ends_and_repeated_ids_are_named() -> None:
    link = {"id": "l", "source": "a", "target": "ghost"}
    assert "ghost" in refused_data(links=[link])
    assert "twice" in refused_data(links=[link, {**link, "target": "b"}, {**link, "target": "b"}])
    assert "itself" in refused_data(links=[{**link, "target": "a"}])


def test_names_from_the_file_cannot_command_a_terminal() -> None:
    message = refused_data(**{"bad\x1b[31m\nkey": 1, "layers": ["na\x1b[2J\ntional"]})
    assert "\x1b" not in message
    assert len(message.splitlines()) == 2


def test_a_file_is_loaded_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "ours.iceberg.json"
    file.write_text(json.dumps(minimal()), encoding="utf-8")
    assert load_canvas(file, CATALOG).title == "T"


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no file"):
        load_canvas(tmp_path / "gone.iceberg.json", CATALOG)
    with pytest.raises(BadInputError, match="is a folder"):
        load_canvas(tmp_path, CATALOG)
    with pytest.raises(BadInputError, match="cannot be read"):
        load_canvas(tmp_path / ("n" * 300), CATALOG)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None)
@given(key=st.sampled_from(sorted(minimal())), value=json_values, inside=st.booleans())
def test_a_value_of_any_kind_anywhere_is_read_or_refused(
    key: str, value: Any, inside: bool
) -> None:
    data = minimal()
    if inside and isinstance(data[key], list) and isinstance(data[key][0], dict):
        part = data[key][0]
        part[sorted(part)[len(str(value)) % len(part)]] = value
    else:
        data[key] = value
    with suppress(BadInputError):
        assert isinstance(read(data), Canvas)


@settings(max_examples=80, deadline=None)
@given(content=st.binary(max_size=60) | st.text(max_size=60))
def test_any_content_is_read_or_refused(content: bytes | str) -> None:
    with pytest.raises(BadInputError):
        read_canvas(content, CATALOG)
