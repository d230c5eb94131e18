"""Every word of the workshop's page."""

from __future__ import annotations

from typing import Final

INVITE: Final = "Invite"
INVITE_LINE: Final = (
    "People join with their phones: no account, no name. They see this code, or scan the square."
)
INVITE_ALONE: Final = (
    "Only this computer can open the app now. Start it with “iceberg serve --share” so that phones"
    " on the same network can join."
)
OPEN_DOOR: Final = "Open the door"
OPEN_DOOR_HELP: Final = "Shows a code to read aloud and a square to scan, for the next four hours"
CLOSE_DOOR: Final = "Close the door"
CLOSE_DOOR_HELP: Final = "Nobody else gets in by the code; who is in stays in"
CODE_AT: Final = "Go to **{address}** and type"
QR_ALT: Final = "A square to scan that opens the page to take part"
LINKS: Final = "Links to send"
LINKS_LINE: Final = "Whoever has a link can do what it says. Send them by e-mail or chat."
LINK_HINTS: Final = {
    "facilitator": "May do everything, as you",
    "participant": "May add cards and links, vote, and change their own",
    "viewer": "Sees the picture, changes nothing",
}
REPLACE: Final = "Replace the links"
REPLACE_HELP: Final = "Makes new links; the old ones stop working at once, for everybody"
REPLACED: Final = "The old links do not work any more."
REPLACE_WHICH: Final = "Which links"
SHUT_OUT: Final = (
    "Your own link has been replaced too. This page goes on with the new one: keep its address."
)

PHASE: Final = "What we are doing now"
PHASE_LABEL: Final = "Phase"
MINUTES: Final = "Minutes on the timer"
NO_TIMER: Final = "none"
BEGIN: Final = "Begin"
BEGUN: Final = "Now: {name}"
NOW: Final = "Now: **{name}**"
TIME_UNTIL: Final = "until {clock}"
ADD_TIME: Final = "2 minutes more"
STOP_TIME: Final = "Stop the timer"
COUNT: Final = "{cards} added in this phase"

AGENDA: Final = "A plan for the workshop"
AGENDA_LABEL: Final = "How long do you have?"
AGENDA_LENGTHS: Final = {45: "45 minutes", 90: "90 minutes", 120: "2 hours"}
AGENDA_STEP: Final = "{minutes} min · **{name}**: {what}"
AGENDA_GO: Final = "Begin this part"

ROOM: Final = "For everybody to see"
NOTE: Final = "A note to the room"
NOTE_HINT: Final = "e.g. Think of the last three months"
DOTS: Final = "Dots for each person in a vote"
DOTS_HELP: Final = "By default about as many as the root of the number of cards"
NAMES: Final = "Show friendly names"
NAMES_HELP: Final = (
    "Each phone has a random name such as “Quiet Otter”. When this is on, the history shows it"
    " beside what is added from now on, and every phone says so."
)
SAVE: Final = "Save"
SAVED: Final = "Saved. Everybody sees it now."

TOGETHER: Final = "Cards that may say the same"
TOGETHER_NONE: Final = "No two cards on one level read alike."
TOGETHER_LINE: Final = "Merging keeps both wordings and adds their votes. Undo separates them."
MERGE: Final = "Merge into the first"
KEEP_BOTH: Final = "Keep both"

SUGGESTIONS: Final = "Suggestions"
SUGGESTIONS_NONE: Final = "Nobody has suggested a change."
SUGGESTED: Final = "On “{card}”: {text}"
TAKE_UP: Final = "Use as the new text"
SETTLE: Final = "Done"

DECK: Final = "National trends to choose from"
DECK_LINE: Final = (
    "Which of these reach us, and how? Each comes with its latest figure and source, not scored."
)
DECK_LABEL: Final = "Trends that are not on the canvas yet"
DECK_ADD: Final = "Add them"
DECK_NONE: Final = "All trends of the starter decks are on the canvas."
DECK_EMPTY: Final = "Choose at least one trend."

PAPER: Final = "Type up paper notes"
PAPER_LINE: Final = "One card a line. They are added together and undone together."
PAPER_LABEL: Final = "Notes"
PAPER_ADD: Final = "Add the cards"
PAPER_EMPTY: Final = "Write at least one line."
PAPER_TOO_LONG: Final = "Line {number} has {length} characters; a card holds {limit}. Shorten it."

HIDDEN: Final = "Hidden cards"
HIDDEN_LABEL: Final = "Cards that nobody sees, neither on the picture nor on phones"
HIDDEN_NONE: Final = "There are no cards to hide yet."
HIDE_SAVE: Final = "Hide these"

AFTER: Final = "After the workshop"
AFTER_LINE: Final = (
    "Closes the door, locks the canvas, and names this moment so that it can be found."
)
AFTER_NAME: Final = "Workshop of {date}"
AFTER_LABEL: Final = "Name of this moment"
AFTER_END: Final = "End the workshop"
AFTER_DONE: Final = "The door is closed, the canvas is locked, and this moment is named “{name}”."

KEEPING: Final = "How long this canvas is kept"
KEEP_UNTIL: Final = "Delete it after this day"
KEEP_HELP: Final = "Without a day it is kept until somebody deletes it"
KEEP_SAVE: Final = "Set the day"
KEPT_UNTIL: Final = "This canvas is kept until {day} and then deleted with its history."
KEPT_FOR_GOOD: Final = "This canvas is kept until somebody deletes it."
TAKE_FIRST: Final = "Take everything away first"
TAKE_HISTORY: Final = "Canvas with its history"
TAKE_PACK: Final = "All files for people (ZIP)"
TAKE_HELP: Final = (
    "Take everything away first. The canvas opens again on Start as it is now; its file also tells"
    " every change that led there. The ZIP holds its picture, documents and tables, and takes a"
    " moment to make."
)
DELETE_NOW: Final = "Delete this canvas now"
DELETE_QUESTION: Final = (
    "Delete “{title}” with its whole history, for everybody and for good? This cannot be undone."
)
DELETE_YES: Final = "Delete it for good"
DELETE_NO: Final = "Keep it"
ENDING_SOON: Final = (
    "This canvas is deleted with its history after {day}. Take away what you need, or set another"
    " day on the Workshop page."
)
ENDING_SOON_FOR_OTHERS: Final = (
    "This canvas is deleted with its history after {day}. Take away what you need, or ask whoever"
    " runs the workshop to keep it longer."
)

BLANK: Final = "Blank sheets to print"
BLANK_LINE: Final = "The empty icebergs with their questions, for sticky notes on a wall."
BLANK_PAGE: Final = "Paper"
BLANK_GET: Final = "Download the sheet"

ONLY_FACILITATORS: Final = "This page is for whoever runs the workshop."


def voters(people: int) -> str:
    """How many have voted."""
    return "1 person has put dots" if people == 1 else f"{people} people have put dots"
