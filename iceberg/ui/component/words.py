"""What the picture on screen says: its buttons, and its line for those who do not see it.

``{what}`` is the sentence that a card or link is spoken with.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

WORDS: Final = MappingProxyType(
    {
        "picture": "Picture of the canvas",
        "cards": "Cards on the picture",
        "hint": "Arrow keys move between cards. Enter chooses one, Escape none.",
        "zoomIn": "Zoom in",
        "zoomOut": "Zoom out",
        "fit": "Show the whole picture",
        "added": "Card added: {what}",
        "added_many": "{count} cards added.",
        "removed": "Card removed: {what}",
        "removed_many": "{count} cards removed.",
        "changed": "Card changed: {what}",
        "changed_many": "{count} cards changed.",
        "linked": "Link added: {what}",
        "linked_many": "{count} links added.",
        "unlinked": "Link removed: {what}",
        "unlinked_many": "{count} links removed.",
        "chosen_card": "Chosen: {what} Direct causes: {causes}. Direct effects: {effects}.",
        "chosen_link": "Chosen: {what}",
        "chosen_nothing": "Nothing is chosen.",
        "failed": "The picture could not be drawn. Reload the page.",
    }
)
"""Every word and sentence by its name."""
