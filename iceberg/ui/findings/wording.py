"""Every word of the findings' page; the findings' own sentences come from their analyses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from iceberg.scene import wording as picture_words
from iceberg.wording import counted

TABS: Final = ("What it says", "What if", "Forces", "Levers")
NO_CARDS: Final = "There is nothing to find yet. Put a few cards on the canvas and link them."
TO_CANVAS: Final = "Go to the canvas"
TO_READINGS: Final = "Update readings"
TO_COMPARE: Final = "Compare moments"

# What it says

LOOK_AGAIN_NONE: Final = "Nothing on the canvas asks to look at an assumption again."
NO_ASSUMPTIONS: Final = (
    "No assumptions are written down yet. Say under “Assumptions” what the initiative rests on,"
    " and this page tells when to look at it again."
)
ELSE: Final = "What else the canvas says"
ELSE_NONE: Final = "There is nothing else to tell yet."
ALL: Final = "Everything, kind by kind"
KIND: Final = "{title} ({count})"
MORE: Final = "Show {count} more"
TO_TRY: Final = "**To try:** {what}"
SHOW: Final = "Show on the picture"
SHOW_HELP: Final = "Goes to the canvas and chooses the first of these cards"
SHOW_JUST: Final = "Show just these"
SHOW_JUST_HELP: Final = (
    "Leaves all other cards out of the picture, for everybody; Undo on the canvas brings them back"
)
NOT_SHOWN: Final = "The cards that this names are left out of the picture now."
CARDS_GONE: Final = "The cards that this names are no longer on the canvas."

KEEP: Final = "Keep"
KEEP_HELP: Final = (
    "Puts this among what you found: here, at the foot of the picture and in documents"
)
IS_KEPT: Final = "Kept above"
DISMISS: Final = "Dismiss"
DISMISS_HELP: Final = "Does not tell this any more; it can be brought back below"
BRING_BACK: Final = "Bring back"
SHOW_DISMISSED: Final = "Show what was dismissed ({count})"
KEPT_ON: Final = "kept on {date}"
SAYS_NO_MORE: Final = "the canvas does not say this any more"
FORGET: Final = "Keep no longer"
REWORD: Final = "Put it in your own words"
REWORD_LABEL: Final = "What you found"
REWORD_SAVE: Final = "Save these words"

# What if

IF_LINE: Final = (
    "Choose cards and say which way they go: the links tell what moves with them. Nothing on the"
    " canvas is changed."
)
IF_MORE: Final = "If there is more of"
IF_LESS: Final = "If there is less of"
IF_CHOOSE: Final = "Choose cards"
IF_BOTH: Final = "{card} cannot go both ways. Take it out of one of the two."
IF_STILL: Final = "Nothing moves: no link leads on from there."
IF_BREAKS: Final = "Which assumptions would break first"
IF_BREAKS_LINE: Final = (
    "The nearest first, by the links on the way; of equally near ones the surest, then those that"
    " the plan rests on. Whether one really breaks is for the room to say."
)
IF_BREAKS_NONE: Final = "No assumption rests on anything that moves."
IF_MOVES: Final = "What moves"
IF_TABLE: Final = "The cards that move, and which way"
WAYS: Final = {
    "more": "↑ more of this",
    "less": "↓ less of this",
    "either way": "↕ could go either way",
    "not known": "? a link without a sign leaves open which way",
}
DOUBTED: Final = "{way}; a link without a sign could change that"

# Forces

FORCES_LINE: Final = (
    "How strongly each card resists or helps the change, and whether we can shift it. The two"
    " scores stand side by side and are never added up."
)
FORCES_NONE: Final = (
    "No card is scored yet. On the canvas, choose a card and say whether it resists or helps."
)
FORCES_NONE_HERE: Final = "No card of this iceberg is scored yet."
STRENGTH_AXIS: Final = picture_words.FORCE_AXIS
NOT_ASKED: Final = picture_words.FORCE_NOT_ASKED
FORCES_FORMAT: Final = "Take these pictures away"
FORCES_FORMATS: Final = {
    ".svg": "To scale (SVG)",
    ".png": "Picture (PNG)",
    ".pdf": "To print (PDF)",
}
FORCES_DOWNLOAD: Final = "Download: {format}"
STRONGEST: Final = "The {count} strongest each way; the table has them all."
FORCE_TABLE: Final = "Forces in the {title} iceberg"

# Levers

LEVERS_LINE: Final = (
    "Cards that lead on to others, by four measures that are never added up. A hint from how the"
    " cards are linked; let the room judge."
)
LEVERS_NONE: Final = "No card here leads on to another one yet."
LEVERS_OURS: Final = "What the place can do itself"
LEVERS_ALL: Final = "Show every card that leads on to others"
LEVERS_ALL_HELP: Final = "Otherwise only those that no other card beats on every measure"
PAIRS_ABOUT: Final = "about {pairs}"
"""Where there are so many cards that the number comes from a sample."""

CARD: Final = "Card"
ICEBERG: Final = "Iceberg"
WAY: Final = "Which way"
EFFECT: Final = "Resists or helps"
STRENGTH: Final = "Strength (1 to 5)"
SHIFTABLE: Final = "Can we shift it?"
SHIFTABLES: Final = {"yes": "yes", "partly": "partly", "no": "no", None: "not asked"}
REACH: Final = "Cards it leads on to"
BETWEEN: Final = "Pairs of others it joins"
LEVEL: Final = "Level"


def levers_beyond(titles: Sequence[str]) -> str:
    """The title over the levers of the icebergs beyond the place."""
    return f"What only others can do: {' and '.join(titles)}"


def chart_says(title: str, resisting: int, helping: int) -> str:
    """What a force-field chart shows, for those who do not see it."""
    return (
        f"Force field of the {title} iceberg: {counted(resisting, 'card')} against the change,"
        f" {counted(helping, 'card')} for it. The table below has the same numbers."
    )
