"""``iceberg read``: the findings of a canvas file as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iceberg.analyses import KINDS, read
from iceberg.analyses.wording import KEPT_TITLE, KIND_TITLES, NOTHING
from iceberg.catalog import load_catalog
from iceberg.importers import load_canvas
from tests.cli.running import NORTHFIELD, Run

SCREENFUL = 50
"""Lines that a projector shows at a size that a room can read."""
JARGON = ("node", "edge", "betweenness", "polarity", "centrality", "graph", "cycle", "pareto")


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and line == line.upper()]


def test_northfield_is_read_on_one_screen_in_plain_words(run: Run) -> None:
    said = run("read", NORTHFIELD)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Keeping Northfield Together going after 2028"
    assert len(lines) <= SCREENFUL
    assert max(map(len, lines)) <= 100
    assert not [word for word in JARGON if word in said.out.lower()]
    assert headings(said.out) == [KIND_TITLES[kind].upper() for kind in KINDS]


def test_what_a_facilitator_reads_aloud(run: Run) -> None:
    said = " ".join(run("read", NORTHFIELD).out.split())
    for sentence in (
        "8 of the 12 cards in the Place iceberg have a cause in the National iceberg.",
        "The strongest way: “Good value means a lower price for each unit” → Contracts ask for more"
        " work, never for more money → Charities’ costs rise faster than their income → Staff in"
        " the council and in charities keep moving on → this.",
        "“Nobody is paid for time spent on relationships” resists (strength 4 of 5), and we can"
        " shift it. ▸ Weaken it before you add push.",
        "This feeds itself (a reinforcing loop): People from every sector keep turning up",
    ):
        assert sentence in said


def test_all_tells_every_finding_once(run: Run) -> None:
    few, everything = (run("read", NORTHFIELD, *more).out for more in ((), ("--all",)))
    found = read(load_canvas(NORTHFIELD, load_catalog()))
    told = " ".join(everything.split())
    assert all(told.count(" ".join(finding.sentence.split())) >= 1 for finding in found)
    assert few.splitlines()[-1].endswith("findings more: add --all.")
    assert "add --all" not in everything
    assert len(few.splitlines()) < len(everything.splitlines())


def test_json_gives_the_same_findings_with_what_they_name(run: Run) -> None:
    said = run("read", NORTHFIELD, "--json")
    found = {finding["id"]: finding for finding in json.loads(said.out)}
    chain = found["chain:strongest-to:leads-leave"]
    assert chain["cards"] == ["lower-price", "more-for-less", "costs", "turnover", "leads-leave"]
    assert chain["links"][0] == "lower-price-more-for-less"
    assert set(chain) == {
        "id",
        "kind",
        "sentence",
        "sure",
        "to_try",
        "cards",
        "links",
        "assumptions",
    }
    on_the_canvas = read(load_canvas(NORTHFIELD, load_catalog()))
    assert {finding.id for finding in on_the_canvas} <= set(found)


def test_a_review_whose_date_has_passed_is_told_on_any_later_day(run: Run) -> None:
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    data["assumptions"][1]["review"] = "2001-02-03"
    Path("late.json").write_text(json.dumps(data), encoding="utf-8")
    assert "was due for review on 3 February 2001." in " ".join(
        run("read", "late.json").out.split()
    )


def test_an_empty_canvas_asks_for_cards(run: Run) -> None:
    run("new", "ours.iceberg.json", "--title", "Ours", "--place", "Here")
    said = run("read", "ours.iceberg.json")
    assert "The Place iceberg has no cards yet." in said.out
    assert json.loads(run("read", "ours.iceberg.json", "--json").out)


def test_a_canvas_without_findings_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iceberg.cli.read.findings_of", lambda *_, **__: ())
    assert run("read", NORTHFIELD).out.splitlines()[-1] == NOTHING


def test_lines_are_no_wider_than_a_narrow_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("read", NORTHFIELD, "--all").out.splitlines()[1:]
    assert max(map(len, lines)) <= 60


def test_text_from_people_cannot_command_the_terminal(run: Run) -> None:
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    data["cards"][0]["text"] = "Red \u202e\u2066 alert\u00ad"
    Path("odd.json").write_text(json.dumps(data), encoding="utf-8")
    said = run("read", "odd.json", "--all")
    assert all(char.isprintable() for char in said.out.replace("\n", ""))


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["read"], 2, "Missing argument"),
        (["read", "gone.json"], 1, "gone.json: There is no file"),
        (["read", "noise.json"], 1, "not JSON"),
        (["read", "noise.json", "--json"], 1, "not JSON"),
        (["read", "NORTHFIELD", "--aloud"], 2, "--aloud"),
    ],
)
def test_mistakes_are_answered_with_a_sentence(
    run: Run, arguments: list[str], code: int, sentence: str
) -> None:
    Path("noise.json").write_text("{noise", encoding="utf-8")
    said = run(*(NORTHFIELD if part == "NORTHFIELD" else part for part in arguments))
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err


def test_what_is_kept_comes_first_and_what_is_dismissed_is_not_told(run: Run) -> None:
    found = read(load_canvas(NORTHFIELD, load_catalog()))
    kept, dismissed = found[0], found[1]
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    data["kept"] = [{"id": kept.id, "kind": kept.kind, "text": "In our own words"}]
    data["dismissed"] = [dismissed.id]
    Path("kept.json").write_text(json.dumps(data), encoding="utf-8")
    said = run("read", "kept.json", "--all").out
    assert said.split("\n")[1:4] == ["", KEPT_TITLE.upper(), "• In our own words"]
    told = " ".join(said.split())
    for finding in (kept, dismissed):
        assert " ".join(finding.sentence.split()) not in told


def test_with_the_file_of_the_last_review_new_causes_ask_for_another_look(
    run: Run, tmp_path: Path
) -> None:
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    gone = next(link for link in data["links"] if link["target"] == "no-flexible-money")
    data["links"].remove(gone)
    then = tmp_path / "then.iceberg.json"
    then.write_text(json.dumps(data), encoding="utf-8")
    said = " ".join(run("read", NORTHFIELD, "--since", then).out.split())
    assert "has been named as a cause of" in said
    assert "has been named as a cause of" not in run("read", NORTHFIELD).out
    same = run("read", NORTHFIELD, "--since", NORTHFIELD).out
    assert same == run("read", NORTHFIELD).out
    missing = run("read", NORTHFIELD, "--since", tmp_path / "none.json")
    assert (missing.code, missing.out) == (1, "")
    assert "none.json" in missing.err
