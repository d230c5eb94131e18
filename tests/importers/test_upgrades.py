"""Older files are brought up step by step; newer ones are not guessed at."""

from __future__ import annotations

from typing import Any

import pytest

from iceberg.errors import BadInputError
from iceberg.importers.upgrades import UPGRADES, upgraded
from iceberg.model import SCHEMA_VERSION


def _name_to_title(data: dict[str, Any]) -> dict[str, Any]:
    return {"title": data["name"]}


def _loud(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "title": data["title"].upper()}


STEPS = (_name_to_title, _loud)


def test_every_older_version_has_its_step() -> None:
    assert len(UPGRADES) == SCHEMA_VERSION - 1


@pytest.mark.parametrize(
    "old", [{"schema": 1, "name": "a"}, {"schema": 2, "title": "a"}, {"schema": 3, "title": "A"}]
)
def test_a_file_takes_the_steps_that_it_lacks(old: dict[str, Any]) -> None:
    assert upgraded(old, STEPS, newest=3) == {"schema": 3, "title": "A"}


def test_a_newer_file_is_refused() -> None:
    with pytest.raises(BadInputError, match="of version 4, and this program reads up to version 3"):
        upgraded({"schema": 4}, STEPS, newest=3)
