"""Every word of bringing a map in, in one place so that it can be translated."""

from __future__ import annotations

from typing import Final

from iceberg.wording import counted

BRING: Final = "Bring your map"
BRING_LINE: Final = (
    "A map from Kumu, PRSM, Mental Modeler, LOOPY, Gephi or yEd, a spreadsheet, an outline, or a"
    " canvas that you took away from here. Nothing is kept before you say so."
)
START: Final = "Open a file, or bring your map"
START_LINE: Final = (
    "A canvas, picture or document that you took away from here, or a map from Kumu, PRSM, Mental"
    " Modeler, LOOPY, Gephi or yEd, a spreadsheet or an outline. You are told what was found; a map"
    " is kept only when you say so."
)
OPENED: Final = "A canvas file: “{title}”, {cards}, {links}. It is open as a canvas of your own."
KNOWN: Final = "This file is revision {revision} of “{title}”, which is now at {now}."
AS_IT_WAS: Final = "Open it as it was then"
ON_ITS_OWN: Final = "Make a canvas of its own"
ITS_CARDS: Final = "Bring its cards in as a map"
UNKNOWN: Final = "This file does not say which canvas it is from, or that canvas is not here."
UNKNOWN_MEND: Final = "Choose a canvas file (.iceberg.json) or a map."
FILE_LABEL: Final = "Choose a file, any kind"
PASTE: Final = "Or paste a LOOPY address, or a list of cards"
PASTE_LABEL: Final = "One line for each card, or the address that LOOPY gives out"
PASTE_HINT: Final = "Events\n- The youth club has closed\nPatterns\n- Posts keep moving"
PASTE_BUTTON: Final = "Read this"
PASTED: Final = "Pasted text"
PASTE_EMPTY: Final = "There is no text yet. Paste an address or some lines first."

GONE: Final = (
    "This map is not being placed here any more: it waits for two hours at most. Choose its file"
    " again."
)
ONLY_FACILITATORS: Final = "Only facilitators may bring a map into this canvas."
INTO: Final = "Into “{title}”"
BACK: Final = "Back to the canvas"

TITLE: Final = "Bring in “{name}”"
REPORT: Final = "1. What came in"
REPORT_MORE: Final = "{count} changed or left out: see each by its name"
REPORT_ALL: Final = "Nothing was changed and nothing was left out."
REPORT_DOWNLOAD: Final = "Download this report"
REPORT_FILE: Final = "report.md"
READ_AS: Final = "Read as {format}: {cards} and {links}."
AND_MORE: Final = "… and {count:,} more, all in the downloaded report"

PLACE: Final = "2. Where do the cards belong?"
PLACE_LINE: Final = (
    "Drag a group onto a band, or pick it and then its band; or take the suggestions. What you"
    " decide later waits in a tray beside the icebergs. In any order."
)
LISTS: Final = "Choose from lists instead, also card by card"
ACCEPT_ALL: Final = "Take all suggestions"
START_OVER: Final = "Start over"
DECIDED: Final = "{decided:,} of {cards} decided. Next: look at the picture, then keep it."
MORE_GROUPS: Final = "Show {count:,} more of {groups:,} groups"
GROUP_BY: Final = "Groups by"
GROUPINGS: Final = {
    "suggestion": "suggestion",
    "reason": "reason",
    "kind": "type",
    "tags": "tag",
    "group": "group on the map",
    "colour": "colour",
}
NO_GROUP: Final = "without one"
GROUP_TITLE: Final = "{name} ({cards})"
SUGGESTED: Final = "Suggested: {places}"
BECAUSE: Final = "{place} ({reason})"
FOR_SOME: Final = "{place} for {count} ({reason})"
AND_REASONS: Final = ", and other reasons"
NAMES_MORE: Final = "{count:,} more"
WHERE: Final = "Where “{name}” goes"
OPEN: Final = "Not decided yet"
MIXED: Final = "In several places"
LATER: Final = "Decide later (tray)"
ACCEPT: Final = "Take it"
ACCEPT_HELP: Final = "Take the suggestion for {name}"
ONE_BY_ONE: Final = "Cards of this group, one by one"
APART: Final = "Cards to place apart"
APART_HINT: Final = "Choose one or more"
APART_WHERE: Final = "Where they go"
APART_BUTTON: Final = "Place these apart"
APART_NONE: Final = "Choose at least one card, and where it goes."
CARD_LINE: Final = "{text}: {place}"
CARD_OPEN: Final = "{text}: suggested {place} ({reason})"

SAME: Final = "{cards} on the canvas already:"
SAME_BOX: Final = "Leave them out; their links go to the cards that are there"

PREVIEW: Final = "The picture as it will be"
PREVIEW_ALT: Final = "Preview. {description}"
PREVIEW_EMPTY: Final = "No card has a place yet. Take a suggestion, and the picture grows here."
PREVIEW_LARGE: Final = "{cards}: drawing takes a while."
PREVIEW_BUTTON: Final = "Draw it now"

KEEP: Final = "3. Keep it"
NAME: Final = "Title of the canvas"
MAKE: Final = "Make the canvas"
ADD: Final = "Add to the canvas"
CANCEL: Final = "Leave it"
MADE: Final = "Made a canvas of “{name}”."

# On the canvas page

TRAY: Final = "Tray"
TRAY_LINE: Final = "{waiting} Choose where each goes; its links come with it."
TRAY_CARD: Final = "Card in the tray"
TRAY_LINKED: Final = "Linked to: {cards}"
TRAY_CHANGE: Final = "Change what it says"
TRAY_ADD: Final = "Not sure where: put it in the tray"
TRAY_ADD_HELP: Final = "The tray stands beside the picture; cards are placed from there later"
TRAY_PLACE: Final = "Place the card"
TRAY_REMOVE: Final = "Remove it"
TRAY_REMOVE_HELP: Final = "Takes the card away with its links; undo brings it back"
PUT_BACK: Final = "Decide its place later"
PUT_BACK_LINE: Final = (
    "Off the iceberg and into the tray, with its links and readings. Assumptions forget it."
)
PUT_BACK_BUTTON: Final = "Put it in the tray"

IMPORTS: Final = "Maps brought in"
IMPORTS_LINE: Final = "Another map comes in as one change, which undo takes back."
IMPORTS_GO: Final = "Bring a map into this canvas"
IMPORT_LINE: Final = "“{name}”, {format}"
IMPORT_DAY: Final = "“{name}”, {format}, {day}"
IMPORT_DOWNLOAD: Final = "Download the report on “{name}”"


def where_they_go(placed: int, waiting: int, undecided: int) -> str:
    """How many cards go where, as a sentence."""
    if not waiting:
        return f"All {counted(placed, 'card')} have a place."
    said = f"{counted(placed, 'card')} on icebergs, {waiting:,} in the tray"
    return f"{said} ({undecided:,} not decided yet)." if undecided else f"{said}."
