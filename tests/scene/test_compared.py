"""Two moments as one picture: new, changed and gone by shape, word and colour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from iceberg.compare import compare
from iceberg.edits import Edit, fold
from iceberg.errors import ExportError
from iceberg.exporters import ExportOptions
from iceberg.exporters.comparison import COMPARISON_MIMES, export_comparison
from iceberg.model import Canvas, View
from iceberg.scene.compared import build_comparison
from iceberg.scene.parts import Box, CardDrawing, Path, Scene, Text
from tests.compare.samples import NOW, THEN
from tests.strategies import histories

NAMES = ("“June”", "now")


def drawn(before: Canvas = THEN, after: Canvas = NOW, **more: bool) -> Scene:
    return build_comparison(compare(before, after), NAMES, greyscale=more.get("greyscale"))


def card(scene: Scene, card_id: str) -> CardDrawing:
    return next(one for one in scene.cards if one.id == card_id)


def words(one: CardDrawing) -> list[str]:
    return [mark.text for mark in one.marks if isinstance(mark, Text)]


def test_what_differs_says_so_in_words() -> None:
    scene = drawn()
    assert {one.id for one in scene.cards} == {"nics", "need", "staff", "trust", "club"}
    assert words(card(scene, "club"))[-1] == "new"
    assert words(card(scene, "trust"))[-1] == "gone"
    assert words(card(scene, "nics"))[-1] == "changed"
    assert card(scene, "trust").spoken.startswith("Gone: ")


def test_a_ghost_is_dashed_and_without_the_colour_of_its_force() -> None:
    paper = card(drawn(), "trust").marks[0]
    assert isinstance(paper, Box)
    assert paper.paint.dash
    other = card(drawn(), "club").marks[0]
    assert isinstance(other, Box)
    assert not other.paint.dash


def test_without_colour_shapes_still_tell_it_apart() -> None:
    scene = drawn(greyscale=True)
    shapes = []
    for card_id in ("club", "trust", "nics"):
        marks = card(scene, card_id).marks
        start = max(n for n, mark in enumerate(marks) if isinstance(mark, Box))
        tab = [mark.d for mark in marks[start:] if isinstance(mark, Path)]
        shapes.append([piece.count("L") for piece in tab])
    assert shapes == [[9], [1, 1], [3]]


def test_links_that_differ_have_a_bead_on_them() -> None:
    links = {link.id: link for link in drawn().links}
    assert set(links) == {"l1", "l2", "l3"}
    assert links["l2"].spoken.startswith("Gone: ")
    assert links["l3"].spoken.startswith("New: ")
    assert links["l1"].spoken.startswith("Changed: ")
    plain = {link.id: link for link in drawn(THEN, THEN).links}
    assert len(links["l1"].over) > len(plain["l1"].over)


def test_the_header_explains_just_the_shapes_that_are_used() -> None:
    def header(scene: Scene) -> list[str]:
        top = scene.bands[0].y0
        return [m.text for m in scene.furniture if isinstance(m, Text) and m.y < top]

    assert header(drawn())[1:] == ["What has changed: “June” → now", "new", "gone", "changed"]
    assert header(drawn(THEN, THEN))[1:] == ["What has changed: “June” → now"]


def test_without_a_palette_lines_keep_their_light_casing() -> None:
    plain = NOW.model_copy(update={"view": View(palette="black_and_white")})
    links = {link.id: link for link in drawn(THEN, plain).links}
    casing, line = links["l3"].marks
    assert isinstance(casing, Path)
    assert isinstance(line, Path)
    assert casing.paint.stroke != line.paint.stroke


def test_nothing_that_the_earlier_view_left_out_leaves_a_ghost() -> None:
    hidden = THEN.model_copy(update={"view": View(left_out=("trust",))})
    assert "trust" not in {one.id for one in drawn(hidden).cards}


def test_the_footer_counts_what_is_there_and_no_ghosts() -> None:
    def counted(scene: Scene) -> list[str]:
        texts = [mark.text for mark in scene.furniture if isinstance(mark, Text)]
        return [text for text in texts if text.startswith("Drawn from")]

    assert counted(drawn()) == ["Drawn from 4 cards and 2 links."]
    assert counted(drawn(THEN, THEN)) == ["Drawn from 4 cards and 2 links."]
    empty = NOW.model_copy(update={"cards": (), "links": (), "readings": (), "assumptions": ()})
    assert counted(drawn(THEN, empty)) == ["Drawn from 0 cards and 0 links."]


def test_the_description_says_all_that_differs() -> None:
    said = drawn().description
    assert all(d.sentence in said for d in compare(THEN, NOW).differences)


@settings(max_examples=25, deadline=None)
@given(histories(max_cards=5, max_edits=8))
def test_any_two_moments_can_be_drawn(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    first, edits = history
    compared = compare(first, fold(first, edits))
    scene = build_comparison(compared, NAMES)
    differ = compared.cards_that_differ()
    assert {c.id for c in scene.cards if c.spoken.split(":")[0] in ("New", "Changed", "Gone")} == {
        c.id for c in scene.cards if c.id in differ
    }


@pytest.mark.parametrize("extension", COMPARISON_MIMES)
def test_it_can_be_taken_away(extension: str) -> None:
    options = ExportOptions(dpi=72)
    made = export_comparison(compare(THEN, NOW), NAMES, extension, options)
    starts = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    assert made.data.startswith(starts[extension])
    assert made == export_comparison(compare(THEN, NOW), NAMES, extension, options)


def test_other_files_are_refused() -> None:
    with pytest.raises(ExportError, match="There is no comparison as"):
        export_comparison(compare(THEN, NOW), NAMES, ".docx", ExportOptions())
