"""The face of a card: its text in lines and its marks, measured before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from iceberg.layout import text
from iceberg.layout.parts import (
    DOTS_LIMIT,
    MM_PER_PT,
    SYMBOL_EM,
    Mark,
    MarkKind,
    PlacedLine,
    Rect,
)
from iceberg.model import Assumption, Canvas, Card, Link
from iceberg.wording import DIRECTION_WORDS, EFFECT_WORDS, GIVES_WAY, SIGN_SYMBOLS, UNSURE

BAR_EM = 0.42
"""Width of the coloured bar at a card's left edge."""
PAD_LEFT_EM = 0.85
PAD_RIGHT_EM = 0.45
PAD_TOP_EM = 0.36
PAD_BOTTOM_EM = 0.38
LINE_EM = 1.18
"""Distance of baselines, in ems of the card's type."""
MARKS_SIZE = 0.8
"""Size of the marks beside the card's type."""
MARKS_LINE_EM = 1.0
"""Height of a line of marks, in ems of the card's type."""
MARK_GAP_EM = 0.8
"""Space between two marks, in ems of the marks' type."""
KEPT = 16_384
"""Faces kept, as the same sizes are tried again after every edit; about 15 MB at most."""


@dataclass(frozen=True, slots=True)
class MarkWord:
    """A mark before it is placed."""

    kind: MarkKind
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed on a card at any size: its text and its marks."""

    text: str
    words: tuple[MarkWord, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """A card's lines with their widths, and its rows of marks, at one size; ``height`` in mm."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    mark_rows: tuple[tuple[tuple[MarkWord, float], ...], ...]
    height: float


def assumption_labels(canvas: Canvas) -> dict[str, str]:
    """A short name for each assumption, A1, A2, …, by its id."""
    return {a.id: f"A{n}" for n, a in enumerate(canvas.assumptions, start=1)}


def flags(canvas: Canvas) -> dict[str, list[str]]:
    """The short names of the assumptions that rest on each card or on a link at it, by card id."""
    names = assumption_labels(canvas)
    return {card: [names[one.id] for one in some] for card, some in _resting(canvas).items()}


def gives_way(canvas: Canvas, assumption: Assumption) -> bool:
    """Whether an assumption is weakening or broken, or a reading has passed its threshold.

    Both are facts of the canvas alone, so that a picture is the same on every day.
    """
    failing = assumption.status in ("weakening", "broken")
    return failing or canvas.passed_signpost(assumption) is not None


def _resting(canvas: Canvas) -> dict[str, list[Assumption]]:
    ends = {link.id: (link.source, link.target) for link in canvas.links}
    found: dict[str, list[Assumption]] = {}
    for assumption in canvas.assumptions:
        linked = [end for link in assumption.links for end in ends.get(link, ())]
        for card_id in dict.fromkeys((*assumption.cards, *linked)):
            found.setdefault(card_id, []).append(assumption)
    return found


def _flags_drawn(canvas: Canvas) -> dict[str, list[str]]:
    """The flags as they are drawn: with an exclamation mark where an assumption gives way."""
    names = assumption_labels(canvas)
    drawn = {a.id: f"{names[a.id]}{GIVES_WAY}" for a in canvas.assumptions if gives_way(canvas, a)}
    said = names | drawn
    return {card: [said[one.id] for one in some] for card, some in _resting(canvas).items()}


def badge_text(link: Link) -> str:
    """What a link's badge says: its sign, else its verb unless that is the plain one, else ""."""
    if link.sign is not None:
        return SIGN_SYMBOLS[link.sign]
    return "" if link.verb == "drives" else link.verb


def labels(canvas: Canvas) -> dict[str, Label]:
    """What is printed on each card, by card id."""
    readings = canvas.latest_readings()
    flagged = _flags_drawn(canvas)
    return {
        card.id: Label(
            card.text,
            tuple(
                _words(
                    card,
                    readings[card.id].direction if card.id in readings else None,
                    flagged.get(card.id, []),
                )
            ),
        )
        for card in canvas.cards
    }


def _words(card: Card, direction: str | None, flagged: list[str]) -> list[MarkWord]:
    words: list[MarkWord] = []
    if card.force is not None:
        words.append(MarkWord(card.force.effect, EFFECT_WORDS[card.force.effect]))
    if direction is not None:
        words.append(MarkWord("reading", DIRECTION_WORDS[direction]))
    if card.unsure:
        words.append(MarkWord("unsure", UNSURE))
    if 0 < card.votes <= DOTS_LIMIT:
        words.append(MarkWord("votes", "", card.votes))
    elif card.votes:
        words.append(MarkWord("votes", str(card.votes)))
    words += [MarkWord("assumption", flag) for flag in flagged]
    return words


def marks_pt(font_pt: float) -> float:
    """The size of marks under text of this size, in points."""
    return round(font_pt * MARKS_SIZE, 2)


def _word_width(word: MarkWord, size_pt: float) -> float:
    em = size_pt * MM_PER_PT
    symbols = 0.0 if word.kind in ("reading", "unsure") else word.count * SYMBOL_EM * em
    return symbols + (text.line_width(word.text, size_pt, bold=True) if word.text else 0.0)


@lru_cache(maxsize=KEPT)
def face(label: Label, width: float, font_pt: float) -> Face:
    """The label wrapped for a card of ``width`` mm at ``font_pt`` points."""
    em = font_pt * MM_PER_PT
    room = width - (PAD_LEFT_EM + PAD_RIGHT_EM) * em
    lines = text.wrap(label.text, room, font_pt)
    rows = _mark_rows(label.words, room, marks_pt(font_pt))
    height = (PAD_TOP_EM + PAD_BOTTOM_EM + LINE_EM * len(lines) + MARKS_LINE_EM * len(rows)) * em
    widths = tuple(text.line_width(line, font_pt) for line in lines)
    return Face(lines, widths, rows, height)


def _mark_rows(
    words: tuple[MarkWord, ...], room: float, size_pt: float
) -> tuple[tuple[tuple[MarkWord, float], ...], ...]:
    gap = MARK_GAP_EM * size_pt * MM_PER_PT
    rows: list[list[tuple[MarkWord, float]]] = []
    used = 0.0
    for word in words:
        width = _word_width(word, size_pt)
        if not rows or used + gap + width > room:
            rows.append([])
            used = -gap
        rows[-1].append((word, width))
        used += gap + width
    return tuple(tuple(row) for row in rows)


def place_face(
    shown: Face, rect: Rect, font_pt: float
) -> tuple[tuple[PlacedLine, ...], tuple[Mark, ...]]:
    """The lines and marks of a face on the page, for the card's rectangle."""
    em = font_pt * MM_PER_PT
    left, right = rect.x + PAD_LEFT_EM * em, rect.right - PAD_RIGHT_EM * em
    top = rect.y + PAD_TOP_EM * em
    lines = []
    rtl = text.is_rtl(" ".join(shown.lines))
    for n, (line, width) in enumerate(zip(shown.lines, shown.widths, strict=True)):
        baseline = top + (n + 0.78) * LINE_EM * em
        lines.append(PlacedLine(line, right if rtl else left, baseline, width, rtl))
    marks_top = top + len(shown.lines) * LINE_EM * em
    return tuple(lines), _place_marks(shown, left, marks_top, font_pt)


def _place_marks(shown: Face, left: float, top: float, font_pt: float) -> tuple[Mark, ...]:
    em = font_pt * MM_PER_PT
    gap = MARK_GAP_EM * marks_pt(font_pt) * MM_PER_PT
    marks: list[Mark] = []
    for n, row in enumerate(shown.mark_rows):
        x, y = left, top + (n + 0.8) * MARKS_LINE_EM * em
        for word, width in row:
            marks.append(Mark(word.kind, word.text, x, y, width, word.count))
            x += width + gap
    return tuple(marks)
