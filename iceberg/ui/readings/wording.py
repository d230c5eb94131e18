"""Every word of the page on which a layer is read again."""

from __future__ import annotations

from typing import Final

from iceberg.wording import counted

TITLE: Final = "Update readings"
LINE: Final = (
    "Before a meeting: go through one iceberg and say of each card how it is moving now. Each"
    " answer is kept at once, and Undo takes it back."
)
ONLY_FACILITATORS: Final = (
    "Only those who facilitate can add readings. Ask for the facilitator's link."
)
NO_CARDS: Final = "The {title} iceberg has no cards yet. Choose another one, or add cards first."
TO_CANVAS: Final = "Back to the canvas"
TO_FINDINGS: Final = "See the findings"
TO_COMPARE: Final = "Compare with an earlier moment"
LAYER: Final = "Iceberg"

PROGRESS: Final = "{at} of {count}"
LAST: Final = "Last reading: {reading}"
NEVER: Final = "Nobody has read this card yet."
OLDER: Final = "Before that: {reading}"
NOW: Final = "It is now"
FIGURE: Final = "Figure (optional)"
UNIT: Final = "Unit"
SOURCE: Final = "Source"
SOURCE_HINT: Final = "Where the figure or the observation comes from"
DATE: Final = "Seen on"
SAVE: Final = "Save and go on"
CONFIRM: Final = "No change: confirm as of today"
CONFIRM_HELP: Final = "Keeps the last reading once more, with today's date"
SKIP: Final = "Skip"
BACK: Final = "Back"
READ_TODAY: Final = "This card was read today."

AGAIN: Final = "Go through it again"


def done(title: str, saved: int, confirmed: int, skipped: int) -> str:
    """What came of going through a layer."""
    parts = (
        f"{counted(saved, 'new reading')}" if saved else "",
        f"{counted(confirmed, 'card')} confirmed without a change" if confirmed else "",
        f"{counted(skipped, 'card')} skipped" if skipped else "",
    )
    said = ", ".join(part for part in parts if part) or "nothing was read"
    return f"You have been through the {title} iceberg: {said}."
