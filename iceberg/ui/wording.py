"""Every word of the pages, in one place so that they can be translated.

Names in braces are filled in by the page; nothing here comes from the people who use it.
"""

from __future__ import annotations

from typing import Final

APP: Final = "Extended iceberg"
START: Final = "Start"
CANVAS: Final = "Canvas"
FINDINGS: Final = "Findings"
ASSUMPTIONS: Final = "Assumptions"
WORKSHOP: Final = "Workshop"
NO_CONNECTION: Final = "No connection just now. This page goes on by itself when it is back."
OPEN_BY_LINK: Final = (
    "Canvases are opened by their links here. Keep the address of each canvas that you make: it is"
    " the only way back to it."
)
OPEN_BY_CODE: Final = "Join a workshop with a code"
TAKE_PART: Final = "This link is for taking part."
TAKE_PART_GO: Final = "Open the page to take part"
TAKE_AWAY: Final = "Take away"

NO_CANVAS: Final = "No canvas is open yet. Start a new one, or open one that you kept."
UNKNOWN_CANVAS: Final = (
    "There is no canvas at this address. It may have been deleted, or the address was cut short."
)
LEFT_OUT: Final = "Some cards are left out of the picture; this page is about the others."
BACK_TO_START: Final = "Go to the start page"

TODAY: Final = "today at {clock}"
YESTERDAY: Final = "yesterday at {clock}"

FIELDS: Final = {
    "title": "The title",
    "question": "The question",
    "place": "The place",
    "aim": "The aim",
    "language": "The language",
    "text": "The text",
    "source": "The source",
    "note": "The note",
    "tags": "The list of tags",
    "votes": "The number of votes",
    "name": "The name",
    "figure": "The figure",
    "unit": "The unit",
    "signpost": "The signpost",
    "owner": "The role of who looks after it",
    "shaping": "An action to protect it",
    "hedging": "An action in case it fails",
    "layers": "The list of layers",
    "card.text": "The text",
    "card.source": "The source",
    "card.note": "The note",
    "assumption.text": "The text",
    "snapshot.name": "The name",
}
"""How a problem names the field that it is about."""

# The start page

WELCOME: Final = "What holds things in place?"
WELCOME_LINE: Final = (
    "Draw the situation in your place as an iceberg, beside the iceberg of the country, "
    "and see which forces reach you from where."
)
NEW: Final = "Start a new canvas"
NEW_TITLE: Final = "Title"
NEW_TITLE_HINT: Final = "Keeping Northfield Together going after 2028"
NEW_PLACE: Final = "Place"
NEW_PLACE_HINT: Final = "Northfield"
NEW_QUESTION: Final = "Question"
NEW_QUESTION_HINT: Final = "Which national forces reach our place, and what holds them there?"
NEW_LAYERS: Final = "Icebergs, side by side"
NEW_NO_LAYER: Final = "Choose at least one iceberg to draw."
NEW_DECK: Final = "{layer}: take cards from the starter deck ({count})"
NEW_DECK_LINE: Final = (
    "Published figures to begin with. Whether a trend resists or helps your change is for "
    "the room to say."
)
NEW_DECK_SEEN: Final = "{date}, {source}"
NEW_BUTTON: Final = "Create the canvas"

OPEN: Final = "Open a canvas"
OPEN_EMPTY: Final = "Canvases that you make are kept here. Begin with a new one, or an example."
OPEN_CHANGED: Final = "changed {when}"
OPEN_ENDS: Final = "deleted after {day}"
OPEN_MORE: Final = "Older ones ({count})"
DELETE: Final = "Delete"
DELETE_HELP: Final = "Delete “{title}”"
DELETE_TITLE: Final = "Delete this canvas?"
DELETE_QUESTION: Final = (
    "“{title}” goes away for everyone, with its whole history. This cannot be undone."
)
DELETE_YES: Final = "Delete it for good"
DELETE_NO: Final = "Keep it"
DELETED: Final = "Deleted “{title}”."

EXAMPLES: Final = "Open an example"
EXAMPLES_LINE: Final = "An example opens as a copy of your own: change what you like."
EXAMPLE_OPEN: Final = "Open"
EXAMPLE_SIZE: Final = "{cards} cards, {links} links."

# The canvas page

PICTURE: Final = "Picture"
CARDS: Final = "Cards"
LINKS: Final = "Links"
IN_WORDS: Final = "The picture in words"
DRAWING: Final = "Drawing the picture…"
EMPTY_CANVAS: Final = (
    "Nothing is on the canvas yet. Add a first card: what just happened, here or nationally?"
)
ONE_CARD: Final = "Add a second card, then link the two: which one leads to the other?"

TIDY: Final = "Tidy"
TIDY_SAYS: Final = "Place all cards anew, so that links cross less. Undo brings this picture back."
BACK: Final = {
    "undo": ("Undo", "Take back: {what}", "Nothing of yours to undo"),
    "redo": ("Redo", "Do again: {what}", "Nothing of yours to redo"),
}
"""The button, what it would do, and what it says when there is nothing."""

PANELS: Final = {
    "add": "Add",
    "card": "Card",
    "link": "Link",
    "canvas": "Canvas",
}
PANEL_LABEL: Final = "What to do"

LAYER: Final = "Iceberg"
LEVEL: Final = "Level"
ADD_TEXT: Final = "What does the card say?"
ADD_BUTTON: Final = "Add the card"
GUIDE_EXAMPLE: Final = "For example: {example}"
GUIDE_MISTAKE: Final = "Mind: {mistake}"

CHOOSE_CARD: Final = "Card"
CHOOSE_CARD_HINT: Final = "Choose a card, here or on the picture"
NO_CARDS: Final = "There are no cards yet. Add one first."

TEXT: Final = "Text"
EFFECT: Final = "What does it do to the change?"
EFFECTS: Final = {"none": "not scored", "resists": "▼ resists", "helps": "▲ helps"}
STRENGTH: Final = "How strongly, if it does?"
SHIFTABLE: Final = "Can we shift it?"
SHIFTABLES: Final = {"none": "not asked", "yes": "yes", "partly": "partly", "no": "no"}
SHIFTABLES_ASKED: Final = {"yes": "yes", "partly": "partly", "no": "no"}
TAGS: Final = "Tags"
TAGS_HELP: Final = "Separate tags with commas."
SOURCE: Final = "Source"
NOTE: Final = "Note"
VOTES: Final = "Votes"
CHANGE_BUTTON: Final = "Save the card"
UNSURE: Final = "Nobody here can say"
UNSURE_HELP: Final = "Marks the card with a question mark: somebody else has to be asked"
MORE_FIELDS: Final = "Tags, source, note, votes"

MOVE: Final = "Move"
MOVE_BUTTON: Final = "Move the card"
FREE: Final = "Let the picture place it"
MERGE: Final = "Merge"
MERGE_LINE: Final = (
    "The other card goes; its links, readings, votes and assumptions come here, "
    "and its words are kept."
)
MERGE_WITH: Final = "The card that goes"
MERGE_NONE: Final = "There is no other card to merge with."
MERGE_BUTTON: Final = "Merge the two"
REMOVE: Final = "Remove"
REMOVE_LINE: Final = "Its links and readings go with it. Undo brings all of it back."
REMOVE_BUTTON: Final = "Remove the card"
ORIGINALS: Final = "Merged from:"

LINK_FROM_HERE: Final = "Link this card to another"
LINK_FROM: Final = "This card"
LINK_VERB: Final = "does what"
LINK_TO: Final = "to this card"
LINK_BUTTON: Final = "Link them"
LINK_NEEDS_TWO: Final = "Two cards are needed for a link. Add another card first."
LINK_GONE: Final = "That link is no longer on the canvas. Choose another one."
LINK_NEEDS_ENDS: Final = "Choose both cards."
LINK_CHOOSE: Final = "A link to change"
LINK_CHOOSE_HINT: Final = "Choose a link, here or on the picture"
LINK_CHANGE_BUTTON: Final = "Save the link"
LINK_TURN_BUTTON: Final = "Turn it round"
LINK_REMOVE_BUTTON: Final = "Remove the link"
NEW_LINK: Final = "New link"
VERBS: Final = {
    "drives": "drives",
    "holds in place": "holds in place",
    "blocks": "blocks",
    "opens up": "opens up",
}
SIGN: Final = "Sign"
SIGNS: Final = {
    "none": "no sign",
    "+": "+ more leads to more",
    "-": "− more leads to less",
}
LINK_STRENGTH: Final = "Strength"
LINK_STRENGTHS: Final = {1: "weak", 2: "medium", 3: "strong"}
DELAYED: Final = "It takes a while"
DETAILS: Final = "Sign, strength, delay, note"

READINGS: Final = "Readings"
READINGS_EMPTY: Final = "How is this moving? Add what you see, with a date."
READINGS_ALL: Final = "Update all readings, card by card"
READING_DATE: Final = "Date"
READING_DIRECTION: Final = "It is"
DIRECTIONS: Final = {"rising": "rising", "steady": "steady", "easing": "easing"}
READING_FIGURE: Final = "Figure (optional)"
READING_FIELDS: Final = {
    "unit": "Unit",
    "nation": "Nation",
    "period": "Period",
    "source": "Source",
}
READING_BUTTON: Final = "Add the reading"
READING_SAVE: Final = "Save the reading"
READING_REMOVE: Final = "Remove the reading"
READING_CHOOSE: Final = "A reading to change"
READING_NEW: Final = "a new reading"

CANVAS_LINES: Final = {
    "title": "Title",
    "place": "Place",
    "question": "Question",
    "aim": "Aim of the initiative",
}
DATE: Final = "Date on the picture"
DETAILS_BUTTON: Final = "Save"
ADD_LAYER: Final = "Another iceberg"
ADD_LAYER_NONE: Final = "Every iceberg there is stands on this canvas already."
ADD_LAYER_BUTTON: Final = "Add the iceberg"
SNAPSHOT: Final = "Name this moment"
SNAPSHOT_NAME: Final = "A name for this moment"
SNAPSHOT_HINT: Final = "Workshop of 24 June"
SNAPSHOT_NAMELESS: Final = "Give this moment a name first."
SNAPSHOT_LINE: Final = "“{name}” is revision {revision}"
SNAPSHOT_BUTTON: Final = "Keep the name"
COMPARE_MOMENTS: Final = "Compare moments"
HISTORY: Final = "History"
HISTORY_EMPTY: Final = "Nothing has been changed yet."
HISTORY_YOU: Final = "you"
LOOK: Final = "Look at an earlier moment"
LOOK_HINT: Final = "Choose a moment; now stays as it is"
LOOK_FIRST: Final = "The beginning"
LOOK_LINE: Final = (
    "You are looking at an earlier moment: revision {revision} of {now}. "
    "The canvas itself is as it was left."
)
LOOK_BACK: Final = "Back to now"
BRING_BACK: Final = "Bring this moment back"
BROUGHT_BACK: Final = "Brought back revision {revision}"
HISTORY_OLDER: Final = "{count} earlier changes are kept as well."

TABLE_LINE: Final = (
    "Change any cell, add a row at the end, or choose rows and delete them. "
    "Nothing changes until you save."
)
TABLE_SAVE: Final = "Save the table"
TABLE_ALTS: Final = {"cards": "Table of the cards", "links": "Table of the links"}
COLUMNS: Final = {
    "text": "Text",
    "layer": "Iceberg",
    "level": "Level",
    "effect": "Resists or helps",
    "strength": "Strength",
    "shiftable": "Can we shift it?",
    "votes": "Votes",
    "tags": "Tags",
    "source": "Source",
    "note": "Note",
    "from": "From",
    "verb": "Does what",
    "to": "To",
    "sign": "Sign",
    "delayed": "Takes a while",
}

# The page to take away from

FORMAT: Final = "Format"
FORMATS: Final = {
    ".png": ("PNG", "A picture for slides and documents"),
    ".report.pdf": ("PDF report", "The picture, how to read it, and the same in words and tables"),
    ".tiles.pdf": ("PDF to join", "A1 or A0 on sheets that an office printer takes"),
    ".svg": ("SVG", "A picture that stays sharp at any size"),
    ".pdf": ("PDF", "One page, to print or to attach"),
    ".html": ("Interactive page", "One file that opens in a browser, without the internet"),
    ".docx": ("Word", "A report to edit: the picture, then the same in words and tables"),
    ".pptx": ("PowerPoint", "Slides: the picture, and the picture in shapes to edit"),
    ".xlsx": ("Excel", "Everything on the canvas as tables to sort and count, to open here again"),
    ".txt": ("Text", "Answers to paste into a form, and the picture in words"),
    ".alt.txt": ("Alt text", "The picture in a sentence, and in full, to paste beside it"),
    ".ics": ("Calendar", "The review dates of the assumptions, for any calendar"),
    ".zip": ("Pack", "All files in one, at most 10 MB"),
    ".iceberg.json": ("Canvas file", "Everything on the canvas, to open here again"),
    ".scene.json": ("Drawing as data", "Where everything stands, for other programs"),
    ".csv": (
        "CSV table",
        "Cards, links and the tray to open here again; without readings and assumptions",
    ),
    ".graphml": ("GraphML", "For Gephi, yEd and others; without readings and assumptions"),
    ".gexf": ("GEXF", "For Gephi; without readings and assumptions"),
    ".dot": ("DOT", "For graphviz; without readings and assumptions"),
    ".kumu.json": ("Kumu", "For Kumu; without readings and assumptions"),
    ".kumu.xlsx": ("Kumu workbook", "For Kumu, as sheets; without readings and assumptions"),
    ".prsm": ("PRSM", "For PRSM; without positions, readings and assumptions"),
    ".mmp": ("Mental Modeler", "Cards, signs, strengths and notes; without layers and forces"),
    ".mmd": ("Mermaid", "A flowchart of texts, signs and strengths; without notes and forces"),
    ".md": ("Markdown outline", "Texts, notes and links as a list; without strengths and forces"),
}
PAGE: Final = "Page"
PAGES: Final = {"a4": "A4", "a3": "A3", "slide": "Slide", "a1": "A1", "a0": "A0"}
PALETTE: Final = "Colours"
PALETTES: Final = {"water": "Water", "plain": "Plain", "black_and_white": "Black and white"}
TRANSPARENT: Final = "Transparent background"
WHOLE: Final = "Show all {total} cards"


def shows_just(shown: int, total: int) -> str:
    """What the canvas's view leaves of the picture."""
    return f"Shows just {shown} of {total} cards, as the canvas does."


def too_much(cards: int) -> str:
    """That a page cannot show so many cards well, and what can be done."""
    return f"{cards:,} cards are more than a page shows well. Show a part; nothing is deleted."


ONLY_LAYER: Final = "Only {layer} ({cards} cards)"
ONLY_CAUSES: Final = "{level} and what leads to them ({cards} cards)"
MOST_LINKED: Final = "The {cards} cards with most links"
SHOW_WHOLE: Final = "Show all {total} cards"
DPI: Final = "Dots per inch"
DPIS: Final = {96: "96, for screens", 150: "150, for documents", 300: "300, for print"}
LAYERS_SHOWN: Final = "Icebergs to show"
PREVIEW_ALT: Final = "{title}. {description}"
PREVIEW_CUT: Final = "The beginning of the file:"
PREVIEW_WHOLE: Final = "The whole text, to copy from here:"
MAKING: Final = "Making the file…"
DOWNLOAD: Final = "Download {format}"
FILE_SIZE: Final = "{name} · {size}"
"""A file's name and its size."""
