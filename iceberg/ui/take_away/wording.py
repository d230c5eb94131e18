"""The words of the page to take away from, beside those that all pages share."""

from __future__ import annotations

from typing import Final

PURPOSE: Final = "What is it for?"
PURPOSES: Final = {
    "bid": "Bid page",
    "slide": "Slide",
    "report": "Report",
    "wall": "Wall",
    "website": "Website",
    "program": "Another program",
}
PURPOSE_LINES: Final = {
    "bid": "One page that prints well, to attach to an application.",
    "slide": "16 : 9, with type that can be read from the back of a room.",
    "report": "The picture, and everything on it in words and tables.",
    "wall": "Large enough to stand around, A1 or A0.",
    "website": "To look at on a screen, large or small.",
    "program": "Everything as data, to work on with elsewhere.",
}

SETTINGS: Final = "Page and colours"
SHOW: Final = "What to show"
SHOW_WAYS: Final = {
    "all": "Everything",
    "strongest": "The strongest cards",
    "cards": "Just these cards",
    "finding": "A finding, chain or loop",
}
STRONGEST: Final = "How many cards"
STRONGEST_HELP: Final = "Those with the most votes; then the strongest force, then the most links."
CARDS: Final = "Cards"
CARDS_NONE: Final = "Choose cards. Until then all are shown."
FINDING: Final = "Finding"
FINDING_NONE: Final = "Nothing was found yet that leads from card to card."
KEPT_FINDING: Final = "Kept: {text}"
QUOTED: Final = "Leave out what people said ({count})"
QUOTED_HELP: Final = "Cards with words in quotation marks."
SENSITIVE: Final = "Leave out sensitive cards ({count})"
SENSITIVE_HELP: Final = (
    "Cards tagged sensitive, confidential or private, and those nobody could be sure of."
)

NAMES: Final = "Does it name anyone? ({count})"
NAMES_NONE: Final = "Does it name anyone?"
NAMES_CLEAR: Final = (
    "Nothing looks like a person's name. Nicknames and names without capitals cannot be found: "
    "read the page once yourself."
)
NAMES_LINE: Final = (
    "These may name a person. Decide about each; what you hide is in no file that you take away, "
    "and stays on the canvas."
)
NAMES_OPEN_ONE: Final = (
    "1 place may name a person. Decide under “Does it name anyone?”; until then it is in the file."
)
NAMES_OPEN: Final = (
    "{count} places may name a person. Decide under “Does it name anyone?”; until then they are in "
    "the file."
)
NAMES_MORE: Final = "And {count} more. Decide about these first, or about all at once."
NAME_ALL: Final = {"hide": "Hide all", "keep": "Keep all"}
NAME_CHOICES: Final = {"hide": "Hide", "keep": "Keep"}
NAME_FIXED: Final = "Change it on the canvas if it should not be told."
PLACES: Final = {
    "card": "Card",
    "link": "Link",
    "reading": "Reading",
    "assumption": "Assumption",
    "kept": "Finding",
    "canvas": "Canvas",
}
PLACE_FIELDS: Final = {
    "note": "note",
    "source": "source",
    "originals": "earlier words",
    "tags": "tags",
    "signpost": "what would warn us",
    "owner": "who looks after it",
    "history": "notes of its history",
    "shaping": "what protects it",
    "hedging": "what we do in case it fails",
    "question": "question",
    "aim": "aim",
    "title": "title",
    "caption": "caption",
}
NAME_LINE: Final = "{place}: **{found}** ({why})"

COVER: Final = "Around the picture"
COVER_LINES: Final = {
    "organisation": "Your organisation",
    "funder": "Who it is for",
    "caption": "Caption, a sentence under the title",
}
LANGUAGE: Final = "Language of the words"
LANGUAGE_HELP: Final = "For screen readers, such as en-GB, cy or ar."
DIRECTION: Final = "The page runs"
DIRECTIONS: Final = {
    "auto": "as its words do",
    "ltr": "from the left",
    "rtl": "from the right",
}
LOGO: Final = "Logo, a PNG or SVG of at most 200 kB"
LOGO_ALT: Final = "Whose logo it is, for people who cannot see it"
LOGO_KEPT: Final = "There is a logo. Choose another file to replace it."
LOGO_REMOVE: Final = "Take the logo away"
COVER_SAVE: Final = "Save what is around the picture"

PRINTER: Final = "Paper of your printer"
PACK: Final = "What goes in"
PACK_LIMIT: Final = "At most (MB)"
ANSWER_LIMIT: Final = "Each answer at most"
ANSWER_UNIT: Final = "Counted in"
ANSWER_UNITS: Final = {"words": "words", "characters": "characters"}

IN_WORDS: Final = "What it says in words and tables"
INSTEAD: Final = {
    ".xlsx": "The workbook has these tables, a sheet each. It also has what only programs read.",
    ".ics": "The calendar has an entry for each day under “Review by”.",
}
NO_PREVIEW: Final = "There is nothing to show of this file here."

MAKE: Final = "Make the file"
MAKE_LINE: Final = "This one takes a while. You can go on looking meanwhile, and stop it."
STOP: Final = "Stop"
STOPPED: Final = "Stopped. Nothing was kept."


def shows(shown: int, total: int) -> str:
    """How many cards will be in the file."""
    return f"{shown} of {total} cards"


def making(title: str, number: int, total: int) -> str:
    """What is under way: Making Slides (PowerPoint), 3 of 11…"""
    if not title:
        return "Making the file…"
    if total > 1 and number:
        return f"Making {title}, {number} of {total}…"
    return f"Making {title}…"
