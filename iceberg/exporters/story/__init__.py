"""A canvas in words: the sections that every document tells, and answers for a form."""

from __future__ import annotations

from iceberg.exporters.once import once
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Section, SectionName, Sentence, Story, Table
from iceberg.exporters.story.sections import sections
from iceberg.model import Canvas
from iceberg.scene.header import credit, from_right, subtitle
from iceberg.scene.shown import shown_part
from iceberg.scene.spoken import description, spoken_cards, spoken_links

__all__ = ["Column", "Section", "SectionName", "Sentence", "Story", "Table", "tell"]


@once
def tell(canvas: Canvas, *, layers: tuple[str, ...] | None = None, whole: bool = False) -> Story:
    """The story of the part of a canvas that its picture shows.

    ``layers`` and ``whole`` as in `iceberg.scene.build_scene`. The same canvas gives the same
    story, and every sentence is made from what stands on it.
    Raises NotFoundError for a layer that the canvas does not have.
    """
    shown = shown_part(canvas, layers, whole=whole)
    titles = tuple(layer.title for layer in shown.ordered_layers())
    counts = len(shown.cards), len(shown.links)
    return Story(
        title=shown.title,
        subtitle=subtitle(shown),
        language=shown.language,
        alt=wording.alt(shown.title, shown.question, titles, *counts),
        description=description(shown, spoken_cards(shown), spoken_links(shown)),
        sections=sections(shown),
        credit=credit(shown),
        caption=shown.cover.caption,
        edition=wording.edition(shown.revision, shown.date),
        from_right=from_right(shown),
    )
