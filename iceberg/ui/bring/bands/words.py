"""What the bands say: ``{group}`` is a group's name, ``{place}`` that of a band."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

WORDS: Final = MappingProxyType(
    {
        "label": "Icebergs to put groups of cards on",
        "open": "Not decided yet",
        "open_none": "Every group has a place. Drag one elsewhere to change your mind.",
        "later": "Decide later (tray)",
        "mixed": "In several places",
        "place": "{layer}, {level}",
        "here": "Put here",
        "here_suggested": "Put here (suggested)",
        "here_title": "Put {group} in: {place}",
        "picked": "Picked: {group}. Choose a band with Tab and Enter. Escape leaves it.",
        "put": "{group} goes to: {place}.",
        "left": "Nothing is picked.",
        "failed": "The bands could not be drawn. Choose from the lists below.",
    }
)
"""Every word and sentence by its name."""
