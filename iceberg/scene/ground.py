"""What lies under everything: sheet, sky and water, the bands with their names, the waterline."""

from __future__ import annotations

from iceberg import theme, wording
from iceberg.layout.parts import MM_PER_PT, Layout, PlacedBand
from iceberg.layout.text import LINE_HEIGHT, wrap
from iceberg.scene.parts import Band, Gradient, Mark, Paint, Path
from iceberg.scene.shapes import box, command, mm, polyline, text, wave
from iceberg.theme import Sizes

WAVE_LENGTH = 9.9
WAVE_HEIGHT = 0.9
"""The waterline's waves, in mm on A4."""


def draw_background(layout: Layout, sizes: Sizes) -> tuple[Mark, ...]:
    """The sheet, the sky over the waterline and the water under it."""
    area, surface = layout.area, waterline_y(layout)
    bottom = area.y + area.height
    stops = tuple((at, colour) for at, colour in theme.WATER)
    water = (
        *_surface(surface, sizes),
        command("L", sizes.width, bottom),
        command("L", 0, bottom),
        "Z",
    )
    return (
        box(0, 0, sizes.width, sizes.height, 0, Paint(fill=theme.SHEET)),
        box(0, area.y, sizes.width, surface - area.y, 0, Paint(fill=theme.SKY)),
        Path(" ".join(water), Paint(fill=Gradient(mm(surface), mm(bottom), stops))),
    )


def draw_waterline(layout: Layout, sizes: Sizes) -> tuple[Mark, ...]:
    """The line across the page that parts what is seen from what is not."""
    stroke = Paint(stroke=theme.WATERLINE, stroke_width=mm(0.38 * sizes.scale))
    return (Path(" ".join(_surface(waterline_y(layout), sizes)), stroke),)


def waterline_y(layout: Layout) -> float:
    """Where the water begins: at the lower end of the events."""
    events = next((band for band in layout.bands if band.level == "events"), None)
    return events.y1 if events else layout.area.y


def _surface(y: float, sizes: Sizes) -> tuple[str, ...]:
    length, height = WAVE_LENGTH * sizes.scale, WAVE_HEIGHT * sizes.scale
    waves = round(sizes.width / length)
    return (
        command("M", 0, y),
        *wave(0, sizes.width, y, sizes.width / waves, height),
    )


def draw_band(band: PlacedBand, layout: Layout, sizes: Sizes, *, asks: bool = True) -> Band:
    """A level's rule, name and question; the name stands at the page's outer edge.

    ``asks`` false leaves the question out.
    """
    question = wording.LEVEL_QUESTIONS[band.level] if asks else ""
    below_water = band.y0 > waterline_y(layout) + 1
    return Band(
        level=band.level,
        y0=mm(band.y0),
        y1=mm(band.y1),
        marks=(*(_rule(band.y0, sizes) if below_water else ()), *_names(band, question, sizes)),
    )


def _rule(y: float, sizes: Sizes) -> tuple[Mark, ...]:
    dash = tuple(mm(piece * sizes.scale) for piece in theme.BAND_DASH)
    stroke = Paint(stroke=theme.BAND_RULE, stroke_width=mm(0.25 * sizes.scale), dash=dash)
    return (polyline(((0.0, y), (sizes.width, y)), stroke),)


def first_baseline(band: PlacedBand, sizes: Sizes) -> float:
    """Where (mm) the name of a band stands."""
    return band.y0 + sizes.drop + 1.25 * sizes.band * MM_PER_PT


def _names(band: PlacedBand, question: str, sizes: Sizes) -> tuple[Mark, ...]:
    room = sizes.strip - sizes.edge - 1.0
    blocks = (
        (wording.LEVEL_TITLES[band.level].upper(), sizes.band, theme.INK, True),
        (question, sizes.question, theme.BAND_INK, False),
    )
    y = first_baseline(band, sizes) - LINE_HEIGHT * sizes.band * MM_PER_PT
    marks: list[Mark] = []
    for content, size, colour, bold in blocks:
        for line in wrap(content, room, size, bold=bold):
            y += LINE_HEIGHT * size * MM_PER_PT
            marks.append(text(line, sizes.edge, y, size, colour, bold=bold))
    return tuple(marks)
