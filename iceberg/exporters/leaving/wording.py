"""The words of the warnings, in one place so that they can be translated."""

from __future__ import annotations

from typing import Final

from iceberg.model import PageName

PAGES: Final[dict[PageName, str]] = {
    "a4": "A4",
    "a3": "A3",
    "slide": "a slide",
    "a1": "A1",
    "a0": "A0",
}
NO_SOURCES: Final = (
    "Nothing on the picture has a source or a reading. Funders ask where it comes from: add "
    "sources to the cards that matter most."
)
NO_DATE: Final = "The page has no date. Set one under “Around the picture”."
LOGO_WITHOUT_ALT: Final = (
    "The logo has no words for people who cannot see it. Say whose it is under “Around the "
    "picture”."
)
LOGO_IN_COLOUR: Final = (
    "The logo keeps its own colours. Choose one in black and white if the page will be copied."
)


def too_small(size: float, page: PageName, where: str, larger: tuple[PageName, ...]) -> str:
    """That the type of the cards cannot be read there, and the ways out."""
    ways = ["show fewer cards", *(f"use {PAGES[one]}" for one in larger)]
    return f"{size:.1f} pt on {PAGES[page]} is too small to read {where}: {', or '.join(ways)}."


def cut_cards(count: int) -> str:
    """That texts of cards end in an ellipsis, and the ways out."""
    which = "The text of 1 card is" if count == 1 else f"The texts of {count} cards are"
    return f"{which} cut short: shorten it on the canvas, show fewer cards, or use a larger page."


def untold_assumptions(missing: int, count: int) -> str:
    """That the foot of the page has no room for all assumptions, and where they are."""
    return (
        f"The foot of the page has room for {count - missing} of {count} assumptions. Word, Excel "
        "and the text have them all; send one of these along."
    )


def bare_figures(count: int) -> str:
    """That figures have no source, and what to do."""
    which = "1 figure has" if count == 1 else f"{count} figures have"
    return f"{which} no source. Add where it was published, under the card’s readings."
