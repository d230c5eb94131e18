"""From a canvas to the drawing of one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from iceberg import wording
from iceberg.layout import lay_out
from iceberg.layout.fonts import uncovered
from iceberg.layout.frame import readable_pt
from iceberg.layout.parts import Layout, PlacedCard, Rect
from iceberg.model import Canvas, PageName, PaletteName
from iceberg.scene.cards import draw_card
from iceberg.scene.footer import draw_footer
from iceberg.scene.ground import draw_background, draw_band, draw_waterline
from iceberg.scene.header import credit, draw_header, place_logo, subtitle
from iceberg.scene.icebergs import draw_iceberg
from iceberg.scene.links import draw_link
from iceberg.scene.parts import LinkDrawing, Page, Scene
from iceberg.scene.questions import draw_questions
from iceberg.scene.recolouring import recoloured, to_greyscale
from iceberg.scene.shown import shown_part
from iceberg.scene.spoken import description, spoken_cards, spoken_links
from iceberg.theme import LINK_TYPE, PAGE_SIZES, PALETTE_TONES, Sizes


def build_scene(
    canvas: Canvas,
    *,
    page: PageName | None = None,
    greyscale: bool | None = None,
    palette: PaletteName | None = None,
    layers: tuple[str, ...] | None = None,
    transparent: bool = False,
    whole: bool = False,
) -> Scene:
    """The drawing of a canvas; what is ``None`` is as the canvas's own view says.

    ``transparent`` leaves out sheet, sky and water; ``whole`` shows cards too that the view leaves
    out. The same canvas gives the same scene, always.
    Raises NotFoundError for a layer that the canvas does not have.
    """
    shown = shown_part(canvas, layers, whole=whole)
    size = page or canvas.view.page
    scene = _scene(shown, PAGE_SIZES[size], size)
    if (colours := palette or canvas.view.palette) != "water":
        scene = recoloured(scene, PALETTE_TONES[colours])
    if canvas.view.greyscale if greyscale is None else greyscale:
        scene = to_greyscale(scene)
    return _without_background(scene) if transparent else scene


def page_frame(canvas: Canvas, page: PageName) -> tuple[Rect, float, float]:
    """What a layout needs to know of a page: the area between header and footer, the strip at its
    left that the bands' names keep, and the height (mm) of the page whose type suits it."""
    sizes = PAGE_SIZES[page]
    top, bottom = draw_header(canvas, sizes)[1], draw_footer(canvas, sizes)[1]
    area = Rect(0.0, top, sizes.width - sizes.edge / 2, bottom - top)
    return area, sizes.strip, sizes.reads_as


def _scene(canvas: Canvas, sizes: Sizes, page: PageName) -> Scene:
    header, _ = draw_header(canvas, sizes)
    footer, _ = draw_footer(canvas, sizes)
    layout = _laid_out(canvas, page)
    spoken = spoken_cards(canvas)
    cards = {card.id: card for card in canvas.cards}
    titles = {layer.id: layer for layer in canvas.layers}
    links = tuple(_links(canvas, layout))
    return Scene(
        page=Page(sizes.width, sizes.height),
        title=canvas.title,
        description=description(canvas, spoken, {link.id: link.spoken for link in links}),
        language=canvas.language,
        background=draw_background(layout, sizes),
        bands=tuple(draw_band(band, layout, sizes) for band in layout.bands),
        icebergs=tuple(draw_iceberg(titles[i.layer], i, layout, sizes) for i in layout.icebergs),
        waterline=(*draw_waterline(layout, sizes), *draw_questions(canvas, layout, sizes)),
        links=links,
        cards=tuple(draw_card(cards[p.id], p, spoken[p.id]) for p in _in_reading_order(layout)),
        furniture=(*header, *footer),
        notes=tuple(_notes(canvas, layout, page)),
        logo=place_logo(canvas, sizes),
    )


def _links(canvas: Canvas, layout: Layout) -> Iterator[LinkDrawing]:
    links = {link.id: link for link in canvas.links}
    layer = {card.id: card.layer for card in canvas.cards}
    spoken = spoken_links(canvas)
    for routed in layout.links:
        yield draw_link(
            links[routed.id],
            routed,
            crosses=layer[routed.source] != layer[routed.target],
            scale=layout.font_pt / LINK_TYPE,
            spoken=spoken[routed.id],
        )


def _in_reading_order(layout: Layout) -> list[PlacedCard]:
    """Band by band from the top, in each the icebergs from the left, then row by row."""
    bands = {band.level: n for n, band in enumerate(layout.bands)}
    icebergs = {iceberg.layer: n for n, iceberg in enumerate(layout.icebergs)}
    return sorted(
        layout.cards,
        key=lambda p: (bands[p.level], icebergs[p.layer], p.row, p.rect.x, p.id),
    )


def _laid_out(canvas: Canvas, page: PageName) -> Layout:
    """The cards in their kept places; on another page than the canvas's own only if that reads.

    Places were found for the canvas's own page. Where they make the type of another one too small,
    cards that nobody has pinned are arranged for it, if that helps.
    """
    kept = lay_out(canvas, *page_frame(canvas, page))
    least = readable_pt(len(kept.cards))
    if page == canvas.view.page or kept.font_pt >= least:
        return kept
    cards = tuple(
        card
        if card.position and card.position.pinned
        else card.model_copy(update={"position": None})
        for card in canvas.cards
    )
    anew = lay_out(canvas.model_copy(update={"cards": cards}), *page_frame(canvas, page))
    return anew if anew.font_pt >= least else kept


def _notes(canvas: Canvas, layout: Layout, page: PageName) -> Iterator[str]:
    if layout.cards and layout.font_pt < readable_pt(len(layout.cards)):
        ways = (
            *((wording.WAY_OUT_A3,) if page == "a4" else ()),
            *((wording.WAY_OUT_LAYER,) if len(layout.icebergs) > 1 else ()),
        )
        yield wording.small_type(layout.font_pt, ways or (wording.WAY_OUT_FEWER,))
    yield from lost_letters(_printed(canvas))


def lost_letters(texts: Iterable[str]) -> Iterator[str]:
    """The sentence that names the characters of these texts that no font draws, if any."""
    lost = dict.fromkeys(cluster for text in texts for cluster in uncovered(text))
    if lost:
        yield wording.undrawable(tuple(lost))


def _printed(canvas: Canvas) -> Iterator[str]:
    yield from (canvas.title, subtitle(canvas), credit(canvas), canvas.cover.caption)
    yield from (layer.title for layer in canvas.layers)
    yield from (card.text for card in canvas.cards)
    yield from (assumption.text for assumption in canvas.assumptions)
    yield from (finding.text for finding in canvas.kept)
    yield from (reading.source or "" for reading in canvas.readings)
    yield from (card.source or "" for card in canvas.cards)


def _without_background(scene: Scene) -> Scene:
    return replace(scene, background=())
