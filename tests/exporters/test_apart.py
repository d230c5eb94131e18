"""A file that is made in a process of its own is the one that would be made here."""

from __future__ import annotations

import time

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.errors import ExportError
from iceberg.exporters import FORMATS, Exported, ExportOptions, export
from iceberg.exporters.apart import Apart
from iceberg.exporters.leaving.selection import Selection
from iceberg.exporters.story.limit import Limit
from iceberg.importers import load_canvas
from iceberg.model import Canvas, Origin


@pytest.fixture(scope="module")
def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


def waited_for(job: Apart) -> Exported:
    try:
        while (made := job.result()) is None:
            time.sleep(0.05)
        return made
    finally:
        job.stop()


def test_every_option_arrives(northfield: Canvas) -> None:
    options = ExportOptions(
        page="a4",
        palette="plain",
        layers=(northfield.layers[0].id,),
        show=Selection(strongest=5, hidden=(("card", northfield.cards[0].id, "note"),)),
        limit=Limit(300, "characters"),
        formats=(".txt", ".svg", ".csv"),
        size_limit=2_000_000,
        origin=Origin("somewhere", northfield.revision),
    )
    made = waited_for(Apart(northfield, ".zip", options))
    assert made == export(northfield, ".zip", options)


def test_what_cannot_be_made_is_told_in_the_same_words(northfield: Canvas) -> None:
    options = ExportOptions(show=Selection(cards=()))
    with pytest.raises(ExportError) as here:
        export(northfield, ".txt", options)
    with pytest.raises(ExportError, match=str(here.value)):
        waited_for(Apart(northfield, ".txt", options))


def test_it_says_which_file_of_a_pack_is_being_made(northfield: Canvas) -> None:
    job = Apart(northfield, ".zip", ExportOptions(formats=(".txt", ".csv")))
    assert job.place in ((0, 2), (1, 2), (2, 2))
    while job.result() is None:
        time.sleep(0.05)
    assert job.place == (2, 2)
    assert job.step == next(one.title for one in FORMATS if one.extension == ".csv")
    job.stop()


def test_one_file_is_the_first_of_one(northfield: Canvas) -> None:
    job = Apart(northfield, ".txt", ExportOptions())
    while job.result() is None:
        time.sleep(0.05)
    assert job.place == (1, 1)
    job.stop()
