"""Every word of the assumptions' page; why one asks for another look comes from the analyses."""

from __future__ import annotations

from typing import Final

from iceberg.wording import counted

LINE: Final = (
    "What the initiative rests on, and what has happened since somebody last looked. The page reads"
    " the canvas again whenever a reading, a cause or a score changes."
)
EMPTY: Final = (
    "No assumption is written down yet. What has to stay true for your plan to work? Write it as"
    " “We assume …”, or pick one below and reword it."
)
EMPTY_LOOKING: Final = "No assumption is written down yet."
NONE_LEFT: Final = "No assumption is like that. Take a filter away to see the others."

SECTIONS: Final = {
    "asking": "Ask for another look ({count})",
    "dated": "By review date ({count})",
    "undated": "Without a review date ({count})",
}
FILTER: Final = "Show only"
FILTERS: Final = {
    "asking": "asks for another look",
    "shaky": "weakening or broken",
    "load_bearing": "the plan rests on it",
    "vulnerable": "could well fail",
}
OWNER_FILTER: Final = "Looked after by"
OWNER_ANY: Final = "anybody"

MARKS: Final = {
    "holds": "✓ holds",
    "weakening": "▽ weakening",
    "broken": "✗ broken",
    "better than expected": "△ better than expected",
}
LOAD_BEARING: Final = "the plan rests on it"
VULNERABLE: Final = "could well fail"
REVIEW_BY: Final = "review by {date}"
AND_MORE: Final = "And {count} more."

RESTS_ON: Final = "Rests on"
RESTS_ON_NOTHING: Final = "no card yet, so nothing can warn you"
SIGNPOST: Final = "Warning sign"
SHAPING: Final = "To protect it"
HEDGING: Final = "In case it fails"
HISTORY: Final = "History ({count})"
REWORDED: Final = "reworded"
THEN_WORDED: Final = "It said then: “{text}”."

REVIEW: Final = "Review"
CHANGE: Final = "Change"
REMOVE: Final = "Remove"
SHOW: Final = "Show on the picture"
NAMED: Final = {
    "review": "Review {label}: still true? what do we now assume? what will we do?",
    "change": "Change what {label} says, rests on and is watched by",
    "remove": "Remove {label}; Undo brings it back",
    "show": "Go to the canvas and choose the first card that {label} rests on",
}

GONE: Final = "That assumption is no longer on the canvas. Somebody may have removed it."

# The review

REVIEW_TITLE: Final = "Review an assumption"
STILL_TRUE: Final = "Is it still true?"
WHY: Final = "What makes us say so? (optional)"
NOW_ASSUME: Final = "What do we now assume?"
WILL_DO: Final = "What will we do?"
WILL_PROTECT: Final = "To protect it, one action a line"
WILL_PREPARE: Final = "In case it fails, one action a line"
NEXT_REVIEW: Final = "Look at it again by"
REVIEW_SAVE: Final = "Save the review"

# What it says and rests on

ADD: Final = "Write an assumption"
ADD_SAVE: Final = "Add the assumption"
CHANGE_TITLE: Final = "Change an assumption"
CHANGE_SAVE: Final = "Save the assumption"
TEXT: Final = "We assume …"
CARDS: Final = "It rests on these cards"
LINKS: Final = "And on these links (optional)"
CHOOSE: Final = "Choose"
IF_IT_FAILS: Final = "If it fails, our plan must change"
COULD_FAIL: Final = "It could well fail while the plan runs"
SIGN: Final = "What would we see that warns us? (optional)"
SIGN_CARD: Final = "At which card would we see it? (optional)"
CROSSING: Final = "Warn us when a reading of that card"
CROSSINGS: Final = {"none": "no figure", "above": "rises above", "below": "falls below"}
FIGURE: Final = "this figure"
OWNER: Final = "Whose role is it to look after it? (optional)"
OWNER_HELP: Final = "A role, such as “Partnership board”, stays true when people move on"
DETAILS: Final = "Warning sign, actions, who looks after it, review date"
NEEDS_CARD: Final = "Choose the card whose readings are measured against the figure."
NEEDS_FIGURE: Final = "Write the figure as a number, such as 130,000, or choose “no figure”."

# The starter set

STARTER: Final = "Pick one to start from"
STARTER_LINE: Final = (
    "How does the initiative last when the external money ends? Three ways, each with what it"
    " needs. Many partnerships saw these fail: reword one until it is yours."
)
STARTER_GROUP: Final = "How it would last"
STARTER_ABOUT: Final = "What that needs"
STARTER_TEXT: Final = "Reword it first"
STARTER_NONE: Final = "Every one of these is on the canvas already."
STARTER_ADD: Final = "Add this assumption"

CALENDAR: Final = "Review dates for your calendar"
CALENDAR_HELP: Final = "A file (.ics) that every calendar can open; it names roles, not people"

# At a card of the canvas

AT_CARD: Final = "Assumptions ({count})"
AT_CARD_NONE: Final = "No assumption rests on this card yet."
AT_CARD_ADD: Final = "Add, resting on this card"
AT_CARD_MORE: Final = "All assumptions, with reviews"


def summary(count: int, asking: int, holding: int) -> str:
    """How many assumptions there are, hold, and ask for another look."""
    asks = {0: "none asks", 1: "1 asks"}.get(asking, f"{asking} ask")
    holds = {0: "none holds", 1: "1 holds"}.get(holding, f"{holding} hold")
    return f"{counted(count, 'assumption')}; {holds}; {asks} for another look."
