"""Every mark of a picture can be seen on the very ground that it is drawn on (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iceberg import resources, theme
from iceberg.catalog import load_catalog
from iceberg.compare import compare
from iceberg.importers import load_canvas
from iceberg.model import PALETTES, Canvas, PaletteName
from iceberg.scene import build_scene
from iceberg.scene.compared import build_comparison
from iceberg.scene.parts import Gradient, Mark, Scene, Text
from iceberg.scene.recolouring import recoloured
from iceberg.theme import PALETTE_TONES, READABLE_CONTRAST, contrast, dark, grey
from tests.compare.samples import NOW, THEN
from tests.exporters.everything import everything
from tests.scene.grounds import on_grounds
from tests.scene.samples import sample

GRAPHIC_CONTRAST = 3.0
"""Success criterion 1.4.11."""
GROUNDS = (theme.SHEET, theme.SKY)
"""What is filled with these is ground for others."""
ORNAMENT = (theme.CASING, theme.CARD_EDGE)
"""The gap beside a line, and the edge of a card, which its white paper and its bar tell too."""
Tone = Callable[[str], str]


def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


CANVASES = {"northfield": northfield(), "everything": everything(6), "sample": sample()}


def faint(scene: Scene, tone: Tone) -> list[str]:
    """Each mark that cannot be seen well enough, in words."""
    skipped = {tone(colour) for colour in (*GROUNDS, *ORNAMENT)}
    return [
        f"{mark!r:.90} on {ground}: {contrast(colour, ground):.2f}"
        for mark, grounds in on_grounds(scene)
        if (colour := seen_by(mark)) and colour not in skipped
        for ground in grounds
        if contrast(colour, ground) < least(mark)
    ]


def seen_by(mark: Mark) -> str | None:
    """The colour that a mark is known by: its ink, its outline, or what fills it."""
    if isinstance(mark, Text):
        return mark.colour
    fill = None if isinstance(mark.paint.fill, Gradient) else mark.paint.fill
    return mark.paint.stroke or fill


def least(mark: Mark) -> float:
    return READABLE_CONTRAST if isinstance(mark, Text) else GRAPHIC_CONTRAST


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", CANVASES)
def test_every_mark_stands_out_on_its_own_ground(palette: PaletteName, name: str) -> None:
    assert faint(build_scene(CANVASES[name], palette=palette), PALETTE_TONES[palette]) == []


@pytest.mark.parametrize("name", CANVASES)
def test_every_mark_stands_out_in_grey(name: str) -> None:
    assert faint(build_scene(CANVASES[name], greyscale=True), grey) == []


@pytest.mark.parametrize("name", CANVASES)
def test_every_mark_stands_out_on_a_dark_screen(name: str) -> None:
    assert faint(recoloured(build_scene(CANVASES[name]), dark), dark) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_marks_stand_out_where_there_is_no_ground_of_ours(palette: PaletteName) -> None:
    """A picture without sheet and water lies on a white page."""
    scene = build_scene(sample(), palette=palette, transparent=True)
    assert faint(scene, PALETTE_TONES[palette]) == []


def test_a_mark_that_is_too_faint_is_found() -> None:
    pale = recoloured(build_scene(sample()), lambda c: "#9ad0c0" if c == theme.HELPS else c)
    assert any("helps" in mark for mark in faint(pale, str))
    assert any(mark.startswith("Path") for mark in faint(pale, str))


def test_marks_stand_out_where_two_moments_are_compared() -> None:
    scene = build_comparison(compare(THEN, NOW), ("“June”", "now"))
    assert faint(scene, str) == []
    assert faint(recoloured(scene, grey), grey) == []
