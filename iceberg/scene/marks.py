"""The same scene with every mark changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from iceberg.scene.parts import LinkDrawing, Mark, Scene

Change = Callable[[Mark], Mark]


def with_marks(scene: Scene, change: Change) -> Scene:
    """The scene with what ``change`` makes of each of its marks, in the same places."""

    def each(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(map(change, marks))

    def link(one: LinkDrawing) -> LinkDrawing:
        badge = replace(one.badge, marks=each(one.badge.marks)) if one.badge else None
        return replace(one, marks=each(one.marks), over=each(one.over), badge=badge)

    return replace(
        scene,
        background=each(scene.background),
        bands=tuple(replace(band, marks=each(band.marks)) for band in scene.bands),
        icebergs=tuple(replace(ice, marks=each(ice.marks)) for ice in scene.icebergs),
        waterline=each(scene.waterline),
        links=tuple(map(link, scene.links)),
        cards=tuple(replace(card, marks=each(card.marks)) for card in scene.cards),
        furniture=each(scene.furniture),
    )
