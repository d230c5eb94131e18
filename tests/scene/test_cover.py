"""Who the picture is from and for: printed in the header, spoken, and never on top of anything."""

from __future__ import annotations

import pytest

from iceberg.layout.parts import MM_PER_PT
from iceberg.model import PAGES, Canvas, Cover, TextDirection, logo_from
from iceberg.scene import build_scene
from iceberg.scene.parts import Scene
from tests.layout.test_text import ink
from tests.scene.reading import texts_of
from tests.scene.samples import sample
from tests.strategies.covers import LOGO

COVER = Cover(
    organisation="Northfield Partnership",
    funder="The Example Fund",
    caption="What keeps the posts from lasting.",
    logo=LOGO,
)


def covered(cover: Cover = COVER, **changes: object) -> Canvas:
    return sample().model_copy(update={"cover": cover, **changes})


def header_of(scene: Scene) -> list[str]:
    return [text.text for text in texts_of(scene) if text.y < scene.bands[0].y0]


def test_the_header_names_organisation_funder_and_caption() -> None:
    header = header_of(build_scene(covered()))
    assert "Northfield Partnership · for The Example Fund" in header
    assert "What keeps the posts from lasting." in header


def test_without_a_cover_the_picture_is_as_it_was() -> None:
    assert build_scene(covered(Cover())) == build_scene(sample())


def test_who_it_is_from_and_the_logo_are_spoken() -> None:
    spoken = build_scene(covered()).description
    assert "Northfield Partnership · for The Example Fund." in spoken
    assert "Logo: A green plate." in spoken


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("title", ["Keeping going " * 8, "معا نبقي العمل في المدينة", "T"])
@pytest.mark.parametrize("box", ["0 0 40 20", "0 0 400 22", "0 0 20 300"])
def test_a_logo_stands_on_the_page_beside_the_words_and_above_the_picture(
    page: str, title: str, box: str
) -> None:
    shape = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>'.encode()
    cover = COVER.model_copy(update={"logo": logo_from(shape)})
    scene = build_scene(covered(cover, title=title.strip()), page=page)  # type: ignore[arg-type]
    logo = scene.logo
    assert logo is not None
    assert logo.x > 0
    assert logo.x + logo.width < scene.page.width
    assert logo.y > 0
    assert logo.y + logo.height < scene.bands[0].y0
    assert logo.width / logo.height == pytest.approx(logo.logo.width_to_height, rel=0.01)
    for text in texts_of(scene):
        if text.y < scene.bands[0].y0:
            left = text.x - text.width * {"start": 0, "middle": 0.5, "end": 1}[text.anchor]
            assert left > logo.x + logo.width or left + text.width < logo.x


ARABIC = "معا نبقي العمل في المدينة"


@pytest.mark.parametrize(
    ("direction", "title", "anchors"),
    [
        ("auto", "Keeping going", {"start"}),
        ("auto", ARABIC, {"start", "end"}),
        ("rtl", "Keeping going", {"end"}),
        ("rtl", ARABIC, {"end"}),
        ("ltr", ARABIC, {"start"}),
    ],
)
def test_the_header_runs_the_way_that_was_asked_for(
    direction: TextDirection, title: str, anchors: set[str]
) -> None:
    scene = build_scene(covered(Cover(direction=direction), title=title))
    header = [text for text in texts_of(scene) if text.y < scene.bands[0].y0]
    assert {text.anchor for text in header} == anchors
    assert [text.rtl for text in header] == [title == ARABIC, False]


@pytest.mark.parametrize("title", ["ما الذي يتغير في الحي؟", "Gŵyl y jyngl: ŷg", "ice الحي"])
def test_the_tails_of_a_title_stay_off_the_line_below(title: str) -> None:
    scene = build_scene(covered(Cover(), title=title, question="أي قوى وطنية تصل إلى مكاننا؟"))
    first, second = (text for text in texts_of(scene) if text.y < scene.bands[0].y0)
    below = ink(first.text, True)[1] * first.font_pt * MM_PER_PT
    above = ink(second.text, False)[0] * second.font_pt * MM_PER_PT
    assert first.y + below < second.y - above
