"""The picture in words alone."""

from __future__ import annotations

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.leaving.purposes import purpose
from iceberg.exporters.story import tell
from tests.scene.samples import sample


def test_it_holds_alt_text_and_description_and_nothing_else() -> None:
    story = tell(sample())
    blocks = export(sample(), ".alt.txt").data.decode().split("\n\n", 2)
    assert blocks[1] == story.alt
    assert blocks[2].split("\n\n", 1)[1] == f"{story.description}\n"


def test_it_tells_what_the_picture_shows() -> None:
    only = ExportOptions(layers=("place",))
    assert export(sample(), ".alt.txt", only).data != export(sample(), ".alt.txt").data
    assert tell(sample(), layers=("place",)).alt in export(sample(), ".alt.txt", only).data.decode()


def test_it_is_offered_to_those_who_put_the_picture_somewhere() -> None:
    assert ".alt.txt" in purpose("bid").formats
    assert ".alt.txt" in purpose("website").formats
