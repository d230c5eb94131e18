"""Warnings that matter before a file goes out, each with a way on."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import wording as picture
from iceberg.exporters.leaving import wording
from iceberg.exporters.leaving.purposes import Purpose
from iceberg.layout.faces import assumption_labels
from iceberg.model import Canvas, PageName, PaletteName
from iceberg.scene import Scene
from iceberg.scene.parts import Text
from iceberg.scene.shown import told_assumptions


def advice(
    scene: Scene, canvas: Canvas, purpose: Purpose, page: PageName, palette: PaletteName
) -> tuple[str, ...]:
    """What to know about a picture for a purpose, with what the scene itself has to say.

    ``canvas`` holds only what is shown.
    """
    small = tuple(_small_type(scene, purpose, page))
    notes = (note for note in scene.notes if not (small and note.startswith(picture.TYPE_IS)))
    return (
        *small,
        *notes,
        *_cut_cards(scene, canvas),
        *_untold_assumptions(scene, canvas),
        *_sources(canvas),
        *_logo(canvas, palette),
    )


def _small_type(scene: Scene, purpose: Purpose, page: PageName) -> Iterator[str]:
    sizes = [card.font_pt for card in scene.cards]
    if sizes and min(sizes) < purpose.least_pt:
        larger = tuple(one for one in purpose.larger if one != page)
        yield wording.too_small(min(sizes), page, purpose.read_where, larger)


def _cut_cards(scene: Scene, canvas: Canvas) -> Iterator[str]:
    texts = {card.id: card.text for card in canvas.cards}
    cut = sum(
        bool(card.lines)
        and card.lines[-1].endswith("…")
        and not texts.get(card.id, "…").rstrip().endswith("…")
        for card in scene.cards
    )
    if cut:
        yield wording.cut_cards(cut)


def _untold_assumptions(scene: Scene, canvas: Canvas) -> Iterator[str]:
    labels = assumption_labels(canvas)
    printed = {mark.text for mark in scene.furniture if isinstance(mark, Text)}
    told = [labels[one.id] for one in told_assumptions(canvas)]
    missing = [label for label in told if label not in printed]
    if missing:
        yield wording.untold_assumptions(len(missing), len(told))


def _sources(canvas: Canvas) -> Iterator[str]:
    bare = sum(reading.figure is not None and not reading.source for reading in canvas.readings)
    if bare:
        yield wording.bare_figures(bare)
    elif canvas.cards and not any((*canvas.readings, *(c.source for c in canvas.cards))):
        yield wording.NO_SOURCES
    if canvas.date is None:
        yield wording.NO_DATE


def _logo(canvas: Canvas, palette: PaletteName) -> Iterator[str]:
    logo = canvas.cover.logo
    if logo is None:
        return
    if not logo.alt:
        yield wording.LOGO_WITHOUT_ALT
    if palette == "black_and_white":
        yield wording.LOGO_IN_COLOUR
