"""``iceberg export --for``, ``--show``, ``--hide`` and ``--palette``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iceberg.model import PAGES
from tests.cli.running import NORTHFIELD, Run

CARDS = 24


def scene(run: Run, *options: str, canvas: str | Path = NORTHFIELD) -> tuple[dict[str, Any], str]:
    said = run("export", canvas, "-o", "out.scene.json", *options)
    assert said.code == 0, said.err
    return json.loads(Path("out.scene.json").read_text("utf-8")), said.err


@pytest.mark.parametrize(
    ("name", "width"),
    [("bid", 297), ("slide", 338.667), ("report", 297), ("wall", 841), ("website", 297)],
)
def test_a_purpose_sets_the_page(run: Run, name: str, width: float) -> None:
    drawn, _ = scene(run, "--for", name)
    assert drawn["page"]["width"] == width


@pytest.mark.parametrize(
    ("name", "out", "like"),
    [
        ("report", "out.pdf", "same.report.pdf"),
        ("report", "out.report.pdf", "same.report.pdf"),
        ("bid", "out.pdf", "same.pdf"),
        ("bid", "out.txt", "same.txt"),
        ("website", "out.pdf", "same.pdf"),
    ],
)
def test_a_purpose_gives_its_own_kind_of_a_format(run: Run, name: str, out: str, like: str) -> None:
    assert run("export", NORTHFIELD, "-o", out, "--for", name).code == 0
    assert run("export", NORTHFIELD, "-o", like).code == 0
    assert Path(out).read_bytes() == Path(like).read_bytes()


def test_own_settings_come_before_those_of_the_purpose(run: Run) -> None:
    drawn, _ = scene(run, "--for", "slide", "--page", "a3", "--show", "all")
    assert drawn["page"]["width"] == 420
    assert len(drawn["cards"]) == CARDS


def test_a_slide_shows_the_strongest_and_says_so(run: Run) -> None:
    drawn, err = scene(run, "--for", "slide")
    assert len(drawn["cards"]) == 16
    assert "Note: Shows 16 of 24 cards." in err
    assert "Drawn from 16 of 24 cards" in " ".join(text["text"] for text in drawn["texts"])


def test_small_type_is_warned_of_with_ways_out(run: Run) -> None:
    _, err = scene(run, "--for", "slide", "--show", "all", "--page", "a4")
    assert "pt on A4 is too small to read from the back of a room: show fewer cards." in err


def test_the_strongest_and_named_cards(run: Run) -> None:
    drawn, _ = scene(run, "--show", "strongest:5")
    five = [card["id"] for card in drawn["cards"]]
    assert len(five) == 5
    drawn, _ = scene(run, "--show", f"cards:{five[0]},{five[1]}")
    assert {card["id"] for card in drawn["cards"]} == set(five[:2])


def test_a_finding_by_its_id(run: Run) -> None:
    told = json.loads(run("read", NORTHFIELD, "--json").out)
    [first, *_] = [one for one in told if one["kind"] == "loop"]
    drawn, _ = scene(run, "--show", f"finding:{first['id']}")
    assert {card["id"] for card in drawn["cards"]} == set(first["cards"])


def test_quotations_are_left_out_of_the_text_too(run: Run) -> None:
    said = run("export", NORTHFIELD, "-o", "out.txt", "--hide", "quoted", "--for", "bid")
    assert said.code == 0
    assert "“Keep your head" not in Path("out.txt").read_text("utf-8")
    assert "Note: Shows 18 of 24 cards." in said.err


def test_names_are_pointed_at_and_can_be_hidden(run: Run) -> None:
    canvas = json.loads(Path(NORTHFIELD).read_text("utf-8"))
    canvas["cards"][0]["text"] = "Since Sylvia Wardrop left, nobody asks"
    Path("named.iceberg.json").write_text(json.dumps(canvas), "utf-8")
    drawn, err = scene(run, canvas="named.iceberg.json")
    assert "1 place may name a person, such as “Sylvia Wardrop”." in err
    drawn, err = scene(run, "--hide", "names", canvas="named.iceberg.json")
    assert "may name a person" not in err
    assert "Sylvia" not in json.dumps(drawn)
    assert len(drawn["cards"]) == CARDS - 1


def test_black_and_white(run: Run) -> None:
    drawn, _ = scene(run, "--palette", "black_and_white")
    assert {text["colour"] for text in drawn["texts"]} <= {
        f"#{level:02x}{level:02x}{level:02x}" for level in range(256)
    }


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--show", "some"), "--show does not know “some”. Write all, strongest:12, cards:ID,ID"),
        (("--show", "strongest:0"), "At least one card has to be shown."),
        (("--show", "cards:nobody"), "The canvas has no card “nobody”."),
        (("--show", "finding:nothing"), "There is no finding “nothing”"),
        (("--hide", "all"), "--hide knows no “all”. Choose from quoted, sensitive, names."),
    ],
)
def test_what_is_not_known_is_said_in_a_sentence(
    run: Run, options: tuple[str, str], why: str
) -> None:
    said = run("export", NORTHFIELD, "-o", "out.svg", *options)
    assert said.code == 1
    assert why in said.err
    assert not Path("out.svg").exists()


def test_every_page_can_be_asked_for(run: Run) -> None:
    for page in PAGES:
        assert run("export", NORTHFIELD, "-o", f"{page}.svg", "--page", page).code == 0
