"""Colours, type and shapes of the picture.

Every text colour has a contrast of at least 4.5 : 1 on everything that it is printed on (WCAG 2.2,
success criterion 1.4.3), in grey and on a dark screen too; nothing is told by colour alone.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from iceberg.model import Effect, PageName, PaletteName, Status

SHEET: Final = "#ffffff"
INK: Final = "#14232e"
QUIET_INK: Final = "#3d4d58"
BAND_INK: Final = "#22343f"
SKY: Final = "#f3f8fa"
WATER: Final = ((0.0, "#dceef4"), (0.5, "#bfdce7"), (1.0, "#9cc3d3"))
"""Top to bottom of the water: (0 to 1, colour)."""
ICE: Final = ((0.0, "#ffffff"), (0.25, "#f7fbfd"), (1.0, "#e0eef4"))
"""Top to bottom of an iceberg."""
ICE_EDGE: Final = "#668a9a"
WATERLINE: Final = "#2d6f8c"
BAND_RULE: Final = "#506f7c"
CASING: Final = "#f4f9fb"
CARD_EDGE: Final = "#9fb4bf"
UNSCORED: Final = "#82949e"
RESISTS: Final = "#b03d18"
HELPS: Final = "#0f7565"
LINK: Final = "#46555f"
CROSS_LINK: Final = "#1a4f92"
ASSUMPTION: Final = "#8a1850"
ACCENT: Final = "#0b5fa5"
"""What is chosen on screen, and what is under way there."""
NEW: Final = "#0b5fa5"
CHANGED: Final = "#7a4b00"
GONE: Final = "#56636d"
"""What differs between two moments; each also has a shape and a word."""
EFFECT_COLOURS: Final[dict[Effect, str]] = {"resists": RESISTS, "helps": HELPS}
STATUS_COLOURS: Final[dict[Status, str]] = {
    "holds": HELPS,
    "weakening": ASSUMPTION,
    "broken": RESISTS,
    "better than expected": HELPS,
}

READABLE_CONTRAST: Final = 4.5
"""The least contrast of text with what it is printed on."""
HALF: Final = 0.5
"""Colours up to this lightness (HLS) are ink, lighter ones are ground."""

_GREYS: Final = {
    RESISTS: "#1f1f1f",
    HELPS: "#656565",
    CROSS_LINK: "#000000",
    LINK: "#5e5e5e",
    ASSUMPTION: "#333333",
    UNSCORED: "#939393",
}
"""Colours that share a lightness and still have to be told apart without colour."""


def grey(colour: str) -> str:
    """The grey that stands for a ``#rrggbb`` colour: dark for resists, mid for helps, and so on.

    Other colours keep their lightness (Rec. 709 luma).
    """
    if colour in _GREYS:
        return _GREYS[colour]
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


_PLAIN: Final = {
    SKY: SHEET,
    **{colour: SHEET for _, colour in (*WATER, *ICE)},
    CASING: SHEET,
    CARD_EDGE: "#7d93a0",
}
_BLACK: Final = (INK, QUIET_INK, BAND_INK, ICE_EDGE, WATERLINE)


def plain(colour: str) -> str:
    """The colour on a sheet without water: a white ground, to save ink and to fit any document."""
    return _PLAIN.get(colour, colour)


def black_and_white(colour: str) -> str:
    """The colour for a printer or copier without any: a white ground, black words, few greys."""
    return "#000000" if colour in _BLACK else grey(plain(colour))


PALETTE_TONES: Final[dict[PaletteName, Callable[[str], str]]] = {
    "water": str,
    "plain": plain,
    "black_and_white": black_and_white,
}
"""What each palette makes of the colours above."""


_DARK: Final = {
    SHEET: "#1b2c3a",
    INK: "#eaf3f8",
    QUIET_INK: "#b9cad4",
    BAND_INK: "#d5e3ea",
    SKY: "#14222d",
    WATER[0][1]: "#12303f",
    WATER[1][1]: "#0e2635",
    WATER[2][1]: "#0a1c29",
    ICE[1][1]: "#1d3140",
    ICE[2][1]: "#17303f",
    ICE_EDGE: "#6f97a9",
    WATERLINE: "#6cb4d2",
    BAND_RULE: "#6a8fa0",
    CASING: "#1c2f3d",
    CARD_EDGE: "#6d8797",
    UNSCORED: "#7d93a0",
    RESISTS: "#ff9a75",
    HELPS: "#5fd3bd",
    LINK: "#b4c4ce",
    CROSS_LINK: "#8ab8f5",
    ASSUMPTION: "#f29bc4",
    ACCENT: "#7cc4f0",
}


def dark(colour: str) -> str:
    """The colour that stands for a ``#rrggbb`` colour on a screen with a dark theme.

    Colours that are not the theme's own, such as a layer's, swap light for dark (HLS) and are
    lightened until they can be read on dark ice.
    """
    if colour in _DARK:
        return _DARK[colour]
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if lightness > HALF:
        return _from_hls(hue, 1 - lightness, saturation)
    steps = (_from_hls(hue, 1 - lightness * (10 - n) / 10, saturation) for n in range(11))
    return next(tone for tone in steps if contrast(tone, _DARK[ICE[1][1]]) >= READABLE_CONTRAST)


def _from_hls(hue: float, lightness: float, saturation: float) -> str:
    channels = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def layer_ink(colour: str) -> str:
    """A layer's own colour for its name, or ink where that would be too light on ice."""
    readable = contrast(colour, ICE[1][1]) >= READABLE_CONTRAST
    return colour if readable else INK


STROKES: Final = {1: 0.2, 2: 0.32, 3: 0.52}
"""Width of a link's line by its strength, in mm beside type of ``LINK_TYPE``."""
LINK_TYPE: Final = 7.5
"""The type (pt) beside which links have the measures given here; they shrink and grow with it."""
CROSS_STROKE: Final = 0.1
"""What a link across layers is wider, in mm on A4."""
NEGATIVE_DASH: Final = (1.5, 0.75)
"""Dash of a link with the sign −, in mm on A4."""
BAND_DASH: Final = (0.3, 1.0)
HALO: Final = 0.3
"""How far a line's light casing reaches on either side, in mm on A4: it shows at crossings which
line goes on."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in points and distances in mm for one page size.

    ``drop`` is how far under the upper limit of a band its name begins; ``reads_as`` the height of
    the page whose type suits this one.
    """

    width: float
    height: float
    edge: float
    strip: float
    title: float
    subtitle: float
    band: float
    question: float
    drop: float
    footer: float
    sources: float
    scale: float
    reads_as: float


def _sizes(width: float, height: float, scale: float, reads_as: float | None = None) -> Sizes:
    return Sizes(
        width=width,
        height=height,
        edge=8.0 * scale,
        strip=30.0 * scale,
        title=16.0 * scale,
        subtitle=9.0 * scale,
        band=7.4 * scale,
        question=6.8 * scale,
        drop=1.0 + 1.4 * scale,
        footer=7.2 * scale,
        sources=6.4 * scale,
        scale=scale,
        reads_as=reads_as or height,
    )


PAGE_SIZES: Final[dict[PageName, Sizes]] = {
    "a4": _sizes(297.0, 210.0, 1.0),
    "a3": _sizes(420.0, 297.0, 1.25),
    "slide": _sizes(338.667, 190.5, 1.2, reads_as=252.0),
    "a1": _sizes(841.0, 594.0, 2.3),
    "a0": _sizes(1189.0, 841.0, 3.1),
}
"""Landscape. From A3 on they hang on a wall: the furniture grows less than the sheet, the icebergs
get more. A slide is as wide and high as those of slide programs (16 : 9), and read from far."""

SheetName = Literal["a4", "a3", "a2", "a1", "a0"]
FAR_PT: Final = 14.2
"""Type of what a room reads on a blank sheet, in points on A4.

On A1 that is 40 pt with capitals of 9.4 mm: 16 minutes of arc from two metres away, the least that
ISO 9241-303 asks for.
"""
BOLDER: Final = 1.5
"""A sheet is looked at from further away than a picture of its size: all else grows by this."""


def _sheet_sizes(width: float, height: float, growth: float) -> Sizes:
    return replace(
        _sizes(width, height, BOLDER * growth),
        edge=7.0 * growth,
        strip=42.0 * growth,
        title=20.0 * growth,
        subtitle=FAR_PT * growth,
        band=FAR_PT * growth,
        question=FAR_PT * growth,
        drop=0.5 * growth,
    )


SHEET_SIZES: Final[dict[SheetName, Sizes]] = {
    "a4": _sheet_sizes(297.0, 210.0, 1.0),
    "a3": _sheet_sizes(420.0, 297.0, 1.414),
    "a2": _sheet_sizes(594.0, 420.0, 2.0),
    "a1": _sheet_sizes(841.0, 594.0, 2.828),
    "a0": _sheet_sizes(1189.0, 841.0, 3.4),
}
"""Blank sheets, landscape. Their type grows with them, but on A0 the notes get more of the room."""
