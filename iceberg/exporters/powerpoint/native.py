"""A scene in shapes that can be edited: cards as shapes with text, links as curves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iceberg import theme
from iceberg.exporters.powerpoint import wording
from iceberg.exporters.powerpoint.shapes import ASCENT_EM, LINE_EM, Shape, Shapes
from iceberg.exporters.powerpoint.text import Insets, body, card_body
from iceberg.exporters.powerpoint.xml import Element
from iceberg.layout.faces import LINE_EM as CARD_LINE_EM
from iceberg.layout.faces import PAD_LEFT_EM, PAD_RIGHT_EM
from iceberg.layout.parts import MM_PER_PT
from iceberg.scene import Scene
from iceberg.scene.parts import Box, CardDrawing, LinkDrawing, Mark, Path, Text
from iceberg.scene.shapes import curve


def native(scene: Scene, texts: Mapping[str, str], first: int) -> Iterator[Element]:
    """The groups of a slide from the ground up, links before cards.

    ``texts`` is what each card says, by id; ``first`` the first number free for a shape.
    """
    shapes = Shapes(first)
    for group in _groups(scene, texts, shapes):
        yield group.xml


def _groups(scene: Scene, texts: Mapping[str, str], shapes: Shapes) -> Iterator[Shape]:
    ground = (
        (wording.WATER, scene.background),
        *((wording.LEVELS[band.level], band.marks) for band in scene.bands),
        *((wording.iceberg(iceberg.title), iceberg.marks) for iceberg in scene.icebergs),
        (wording.WATERLINE, scene.waterline),
    )
    for name, marks in ground:
        yield from _group(shapes, name, marks)
    for link in scene.links:
        yield from _link(shapes, link)
    for link in scene.links:
        # The arrowhead comes with the curve; what else lies over the lines is drawn over them.
        over = (*link.over[1:], *(link.badge.marks if link.badge else ()))
        yield from _group(shapes, wording.SIGN, over)
    for card in scene.cards:
        yield _card(shapes, card, texts[card.id])
    yield from _group(shapes, wording.HEADING_AND_LEGEND, scene.furniture)


def _group(shapes: Shapes, name: str, marks: tuple[Mark, ...]) -> Iterator[Shape]:
    if marks:
        yield shapes.group(name, [shapes.mark(mark) for mark in marks])


def _link(shapes: Shapes, link: LinkDrawing) -> Iterator[Shape]:
    """The light casing, then the whole way from card to card as one curve with an arrowhead."""
    lines = [mark for mark in link.marks if isinstance(mark, Path)]
    if not lines:
        return
    *casing, line = lines
    whole = curve(link.path, line.paint)
    drawn = [shapes.path(mark.d, mark.paint) for mark in casing]
    drawn.append(shapes.path(whole.d, whole.paint, arrow=True))
    yield shapes.group(wording.LINK, drawn, link.spoken)


def _card(shapes: Shapes, card: CardDrawing, content: str) -> Shape:
    """The card's paper with its text, then its bar and marks."""
    paper, *rest = card.marks
    assert isinstance(paper, Box)  # noqa: S101 - a card is drawn on its paper
    em = card.font_pt * MM_PER_PT
    lines, others = _parted(card, rest)
    room = body(_room(card, lines, em), wraps=True)
    words = card_body(room, content, card.font_pt, _ink(lines), CARD_LINE_EM / LINE_EM)
    drawn = [shapes.box(paper, words), *(shapes.mark(mark) for mark in others)]
    return shapes.group(wording.CARD, drawn, card.spoken)


def _room(card: CardDrawing, lines: list[Text], em: float) -> Insets:
    """What a card keeps free around its text: its bar, its edges, its marks."""
    left, right = PAD_LEFT_EM * em, PAD_RIGHT_EM * em
    if not lines:
        return Insets(left=left, right=right)
    top = lines[0].y - ASCENT_EM * em - card.y
    bottom = card.y + card.height - lines[-1].y - (LINE_EM - ASCENT_EM) * em
    return Insets(left, top, right, bottom)


def _parted(card: CardDrawing, marks: list[Mark]) -> tuple[list[Text], list[Mark]]:
    """The lines of a card's own text, and its other marks: the lines are drawn first."""
    texts = [mark for mark in marks if isinstance(mark, Text)]
    lines = texts[: len(card.lines)]
    return lines, [mark for mark in marks if mark not in lines]


def _ink(lines: list[Text]) -> str:
    return lines[0].colour if lines else theme.INK
