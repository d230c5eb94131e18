"""What the report of an import says, in one place so that it can be translated."""

from __future__ import annotations

from typing import Final

from iceberg.importers.maps import About

CHANGED: Final = "Changed"
LEFT_OUT: Final = "Left out"

REMARKS: Final[dict[About, tuple[str, str]]] = {
    "encoding": (CHANGED, "The text is not UTF-8; it was read as"),
    "ghost": (CHANGED, "Copies of a card made one with it"),
    "shortened": (CHANGED, "Texts shortened; each is whole in its card's note"),
    "unwrapped": (CHANGED, "Labels that had line breaks; joined to one line"),
    "original": (CHANGED, "Original texts shortened; each is whole in its card's note"),
    "source": (CHANGED, "Sources shortened; each is whole in its card's note"),
    "tag": (CHANGED, "Tags that are too long or too many; they are in their card's note"),
    "layer_title": (CHANGED, "Names of layers shortened; they stand whole here"),
    "title": (CHANGED, "The map's title shortened; it stands whole here"),
    "note_cut": (CHANGED, "Notes that were too long; what was cut stands here"),
    "unnamed": (CHANGED, "Cards that had no text"),
    "same_id": (CHANGED, "Cards that had another card's id and got their own"),
    "polarity": (CHANGED, "Links with a sign that is neither + nor −; it is in the link's note"),
    "weight": (CHANGED, "Weights turned into strengths; the figure is in the link's note"),
    "both_ways": (CHANGED, "Two-way links made two links"),
    "no_way": (CHANGED, "Links without a direction; they go the way they were written"),
    "end_made": (CHANGED, "Cards made because a link names them"),
    "layer_made": (CHANGED, "Layers made because a card names them"),
    "date": (CHANGED, "Texts that the spreadsheet holds as dates"),
    "formula": (CHANGED, "Formulas; their last results were read"),
    "heading": (CHANGED, "Columns without a meaning here; their values are in the notes"),
    "description": (LEFT_OUT, "The map's description"),
    "dangling": (LEFT_OUT, "Links to cards that are not in the file"),
    "self": (LEFT_OUT, "Links from a card to itself"),
    "duplicate": (LEFT_OUT, "Links that say again what another link says"),
    "empty": (LEFT_OUT, "Cards without text, note and links"),
    "no_place": (LEFT_OUT, "What one table has no place for, as far as the canvas had any of it"),
    "loose": (LEFT_OUT, "What hangs on cards, links or layers that are not in the file"),
    "style": (LEFT_OUT, "Colours, shapes and other looks"),
    "drawing": (LEFT_OUT, "Drawings and texts beside the map"),
    "history": (LEFT_OUT, "History"),
    "loop": (LEFT_OUT, "Loops"),
    "scenario": (LEFT_OUT, "Scenarios"),
    "sheet": (LEFT_OUT, "Sheets and columns"),
    "macro": (LEFT_OUT, "Macros"),
    "other": (LEFT_OUT, "Other parts of the file"),
}

NOT_IN_TABLES: Final = (
    "title, question, place, aim, date and cover; the wording of the layers; readings,"
    " assumptions, kept findings, moments, reports on imports, settings of the picture"
)
NO_TEXT: Final = "(no text)"
UNTITLED: Final = "Imported map"
NAMED_VALUE: Final = "{name}: {value}"
SAID: Final = "Sign: {value}"
WEIGHT: Final = "Weight: {value:g}"
LINK: Final = "{source} → {target}"
LINK_AGAIN: Final = "{source} → {target} ({words})"
LINK_SAID: Final = "{name}: {words}"
CUT: Final = "“{card}”: {rest}"

REPORT_TITLE: Final = "Report on the import of {name}"
CAME_IN: Final = "What came in"
READ_AS: Final = "Read as {format}."
MADE: Final = "{cards} and {links} on {layers}."
NOTHING_ELSE: Final = "Nothing was changed and nothing was left out."
TRAY: Final = "Waiting in the tray, to be placed later"
PLACES: Final = "Where the cards were put, and why"
PLACE: Final = "{layer}, {level}: {reason}"

SAID_SO: Final = "the file says so"
BY_CHOICE: Final = "somebody chose it"
BY_RULE: Final = "rule {number} says so"
BY_TYPE: Final = "its type is “{word}”"
BY_TAG: Final = "it is tagged “{word}”"
BY_GROUP: Final = "its group is “{word}”"
BY_WORD: Final = "it says “{word}”"
BY_FELLOWS: Final = "most cards of {what} “{word}” are there"
BY_ORDER: Final = "{where} in the order of causes"
BY_POSITION: Final = "it stands {where} on the map it came from"
BY_NOTHING: Final = "nothing in the file speaks for another place"
REASON: Final = "{level}; {layer}"
LEVEL_REASON: Final = "level: {reason}"
LAYER_REASON: Final = "layer: {reason}"
FELLOWS: Final = {"group": "the group", "colour": "the colour"}
ORDER: Final = {
    "mental_models": "it comes first",
    "structures": "it comes early",
    "patterns": "it comes late",
    "events": "it comes last",
}
HEIGHT: Final = {
    "events": "at the top",
    "patterns": "in the upper half",
    "structures": "in the lower half",
    "mental_models": "at the bottom",
}

BROUGHT: Final = "Brought in “{name}”: {cards} and {links}"
NO_ROOM: Final = (
    "The canvas has {has} and the map {more} more, but a canvas holds {limit}."
    " Take a part of the map, or make a canvas of its own of it."
)
REPORT_CUT: Final = "The rest of this report was too long to be kept."
