"""The words of the slides beside their story: titles, and names in the selection pane."""

from __future__ import annotations

from typing import Final

from iceberg.wording import LEVEL_TITLES

EDITABLE: Final = "{title}: to edit"
LAYER: Final = "{title}: {layer}"
ASSUMPTIONS: Final = "What we assume"
CONTINUED: Final = "{title} ({part} of {parts})"

WATER: Final = "Water"
WATERLINE: Final = "Waterline"
LINK: Final = "Link"
SIGN: Final = "Sign of a link"
CARD: Final = "Card"
HEADING_AND_LEGEND: Final = "Heading and legend"
LEVELS: Final = {level: f"Level {title}" for level, title in LEVEL_TITLES.items()}


def iceberg(layer: str) -> str:
    """The name of an iceberg's shapes."""
    return f"Iceberg {layer}"


LOGO: Final = "Logo"
