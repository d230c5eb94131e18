"""The foot of the page: legend, assumptions with their status, findings, sources, counts."""

from __future__ import annotations

from iceberg import theme, wording
from iceberg.layout.faces import assumption_labels
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.text import line_width, wrap
from iceberg.model import Assumption, Canvas
from iceberg.scene.flow import Item, Row, draw_row, in_rows, space, width_of, words
from iceberg.scene.legend import legend
from iceberg.scene.parts import Mark
from iceberg.scene.shown import told_assumptions
from iceberg.theme import Sizes

ASSUMPTION_ROWS = 4
FOUND_ROWS = 3
SOURCE_ROWS = 2
"""Rows at most: past that the picture would shrink for the sake of its footnotes."""
SOURCE_WIDTH = 90.0
"""Width of a source at most, in mm on A4: some 80 letters, then an ellipsis."""


def draw_footer(canvas: Canvas, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """The footer's marks, and the y (mm) above which the picture must end.

    ``canvas`` holds only what is shown. Nothing leaves the page: rows wrap, and past a number of
    rows the rest is counted.
    """
    room = sizes.width - 2 * sizes.edge
    gap = 5.0 * sizes.scale
    rows = [
        *((row, sizes.footer) for row in in_rows(legend(canvas, sizes), room, gap)),
        *((row, sizes.footer) for row in _assumptions(canvas, sizes, room, gap)),
        *((row, sizes.footer) for row in _found(canvas, sizes, room, gap)),
        *((row, sizes.sources) for row in _sources(canvas, sizes, room)),
    ]
    return _set(rows, sizes)


def _set(rows: list[tuple[Row, float]], sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    y = sizes.height - 0.62 * sizes.edge
    marks: list[tuple[Mark, ...]] = []
    for row, size in reversed(rows):
        marks.insert(0, draw_row(row, sizes.edge, y))
        y -= 1.55 * size * MM_PER_PT
    return tuple(mark for row_marks in marks for mark in row_marks), y - 0.6 * sizes.scale


def _assumptions(canvas: Canvas, sizes: Sizes, room: float, gap: float) -> tuple[Row, ...]:
    labels = assumption_labels(canvas)
    blocks = [
        _block(labels[one.id], one.text.rstrip(" ."), _status(canvas, one, sizes), sizes, room)
        for one in told_assumptions(canvas)
    ]
    return _as_many(blocks, ASSUMPTION_ROWS, sizes, room, gap)


def _found(canvas: Canvas, sizes: Sizes, room: float, gap: float) -> tuple[Row, ...]:
    """The findings that the room has kept, in its own words."""
    blocks = [
        _block("" if n else wording.WE_FOUND, " ".join(one.text.split()), (), sizes, room)
        for n, one in enumerate(canvas.kept)
    ]
    return _as_many(blocks, FOUND_ROWS, sizes, room, gap)


def _as_many(
    blocks: list[tuple[Item, ...]], most: int, sizes: Sizes, room: float, gap: float
) -> tuple[Row, ...]:
    """As many blocks as so many rows hold; the others are counted."""
    rows: tuple[Row, ...] = ()
    items: list[Item] = []
    for n, block in enumerate(blocks):
        left = len(blocks) - n - 1
        more = (_more(left, sizes),) if left else ()
        if len(in_rows((*items, *block, *more), room, gap)) > most:
            return in_rows((*items, _more(left + 1, sizes)), room, gap)
        items += block
        rows = in_rows(tuple(items), room, gap)
    return rows


def _more(count: int, sizes: Sizes) -> Item:
    return (words(wording.AND_MORE.format(count=count), sizes.footer, theme.QUIET_INK),)


def _block(label: str, text: str, tail: Item, sizes: Sizes, room: float) -> tuple[Item, ...]:
    """A label, a text and what follows it: one item if it fits a row, else one for each line."""
    size, thin = sizes.footer, 0.3 * sizes.footer * MM_PER_PT
    head: Item = (words(label, size, theme.INK, bold=True), space(thin)) if label else ()
    lines = wrap(text, room - width_of(head), size) or ("",)
    body: list[Item] = [(words(line, size, theme.INK),) for line in lines]
    fits = width_of(head) + line_width(lines[-1], size) + width_of(tail) <= room
    last: tuple[Item, ...] = ((*body[-1], *tail),) if fits else (body[-1], tail)
    first, *rest = (*body[:-1], *last)
    indent = space(width_of(head))
    return ((*head, *first), *((indent, *item) for item in rest))


def _status(canvas: Canvas, assumption: Assumption, sizes: Sizes) -> Item:
    size, thin = sizes.footer, 0.3 * sizes.footer * MM_PER_PT
    colour = theme.STATUS_COLOURS[assumption.status]
    word = words(wording.STATUS_WORDS[assumption.status], size, colour, bold=True)
    status: Item = (words(":", size, theme.INK), space(thin), word)
    if canvas.passed_signpost(assumption) is not None:
        status += (space(thin), words(wording.SIGN_PASSED, size, theme.ASSUMPTION, bold=True))
    if assumption.review is None:
        return status
    review = words(wording.review_by(assumption.review), size, theme.QUIET_INK)
    return (*status, space(thin), review)


def _sources(canvas: Canvas, sizes: Sizes, room: float) -> tuple[Row, ...]:
    """As many sources as fit, how many more there are, and what the picture was drawn from."""
    found = [r.source for r in canvas.readings] + [c.source for c in canvas.cards]
    unique = tuple(dict.fromkeys(source.rstrip(" .") for source in found if source))
    for shown in range(len(unique), -1, -1):
        rows = in_rows(_source_items(canvas, unique, shown, sizes), room, _gap(sizes))
        if len(rows) <= SOURCE_ROWS:
            return rows
    raise AssertionError("the counts alone always fit")


def _source_items(
    canvas: Canvas, sources: tuple[str, ...], shown: int, sizes: Sizes
) -> tuple[Item, ...]:
    more = len(sources) - shown
    listed = [_shortened(source, sizes) for source in sources[:shown]]
    listed += [wording.AND_MORE.format(count=more)] if more else []
    ends = [wording.SOURCE_JOIN] * (len(listed) - 1) + [wording.SOURCES_END]
    pieces = [f"{wording.isolated(source)}{end}" for source, end in zip(listed, ends, strict=False)]
    texts = [*([wording.SOURCES] if listed else []), *pieces, drawn_from(canvas)]
    return tuple((words(content, sizes.sources, theme.QUIET_INK),) for content in texts)


def drawn_from(canvas: Canvas, ghosts: tuple[int, int] = (0, 0)) -> str:
    """What the picture was drawn from; ``ghosts`` are cards and links that are there no more."""
    cards, links = len(canvas.cards) - ghosts[0], len(canvas.links) - ghosts[1]
    left_out = len(canvas.view.left_out)
    return wording.drawn_from(cards, links, left_out, waiting=len(canvas.tray))


def _shortened(source: str, sizes: Sizes) -> str:
    return "".join(wrap(source, SOURCE_WIDTH * sizes.scale, sizes.sources, max_lines=1))


def _gap(sizes: Sizes) -> float:
    return line_width(" ", sizes.sources)
