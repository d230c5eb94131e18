"""``iceberg check``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import NORTHFIELD, Run


def test_check_gives_one_line_a_problem_and_goes_on_to_the_next_file(run: Run) -> None:
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    data["cards"][0]["level"] = "deep"
    data["cards"][1]["colour"] = "red"
    Path("bad.json").write_text(json.dumps(data))
    said = run("check", "bad.json", "gone.json", NORTHFIELD)
    assert said.code == 1
    first, second, third, fourth = said.out.splitlines()
    assert first.startswith("bad.json: cards[0].level (id nics): ")
    assert second.startswith("bad.json: cards[1].colour (id exceptional-support): ")
    assert third.startswith("gone.json: There is no file")
    assert fourth == f"{NORTHFIELD}: fine (24 cards, 29 links)."
