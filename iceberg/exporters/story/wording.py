"""The words of the story, in one place so that they can be translated."""

from __future__ import annotations

import datetime as dt
from typing import Final

from iceberg.exporters.story.parts import SectionName
from iceberg.wording import REVISION, SEPARATOR, counted, ended, isolated, long_date

HOW_TO_READ: Final = "How to read this"
FOUND: Final = "What we found"
CARDS: Final = "What is on the picture"
LINKS: Final = "What leads to what"
FORCES: Final = "What resists and what helps the change"
ASSUMPTIONS: Final = "What we assume"
READINGS: Final = "What was observed"
SOURCES: Final = "Sources"

DATA_TITLES: Final[dict[SectionName, str]] = {
    "cards": "Cards",
    "links": "Links",
    "forces": "Forces",
    "assumptions": "Assumptions",
    "found": "Findings",
    "readings": "Readings",
    "sources": "Sources",
}
"""The sections with rows, in the order of a workbook's sheets, by names short enough for a tab."""

RESISTS: Final = "What resists the change"
HELPS: Final = "What helps the change"
BETWEEN_LAYERS: Final = "From one layer to another"

DEPTH: Final = (
    "What can be seen stands above the waterline: events. What keeps it there lies below: "
    "patterns, then structures, then mental models."
)
DEEPER: Final = (
    "The deeper something lies, the longer it takes to change, and the more changes with it."
)
CARD: Final = "Each card is one short statement of the people who made this picture."
ARROW: Final = "An arrow leads from a cause to its effect."
PLUS: Final = "With + on it, more of the cause leads to more of the effect."
MINUS: Final = "With − on it, more of the cause leads to less of the effect; its line is dashed."
CROSSING: Final = "Arrows between icebergs show what reaches from one layer to another."
STRENGTHS: Final = "The thicker an arrow, the stronger the link."
DELAYED: Final = "Two strokes across an arrow: the effect takes time."
RESISTS_MARK: Final = "▼ marks what resists the change."
HELPS_MARK: Final = "▲ marks what helps the change."
VOTES_MARK: Final = "A dot is a vote of the workshop."
ASSUMPTION_MARK: Final = "A flag marks a card that an assumption rests on."
TWO_SCORES: Final = (
    "Strength runs from 1 to 5. Strength and whether we can shift it are two scores; they are "
    "never added up."
)
FIRST_PUBLISHED: Final = (
    "Figures are given with their period and source, as they were written down."
)

PAGE: Final = "Page"
OF: Final = "of"
"""Page 2 of 10: the foot of every page."""

LAYER: Final = "Layer"
LEVEL: Final = "Level"
CARD_COLUMN: Final = "Card"
EFFECT: Final = "Effect"
STRENGTH: Final = "Strength"
SHIFTABLE: Final = "Can we shift it?"
LATEST: Final = "Latest reading"
VOTES: Final = "Votes"
TAGS: Final = "Tags"
NOTE: Final = "Note"
ID: Final = "Id"
ROW: Final = "Row"
X: Final = "X"
PINNED: Final = "Pinned"
ORIGINALS: Final = "Originals"
UNSURE: Final = "Unsure"
LAYER_ID: Final = "Layer id"
LIST_ORDER: Final = "List order"
CARD_ID: Final = "Card id"
CARD_IDS: Final = "Card ids"
LINK_IDS: Final = "Link ids"
SIGN_TEXT: Final = "Warning sign"
SIGN_CARD: Final = "Seen on card id"
SIGN_CROSSING: Final = "Passed"
SIGN_FIGURE: Final = "Passed at"
CAUSE: Final = "Cause"
VERB: Final = "Link"
EFFECT_CARD: Final = "Effect on"
CAUSE_ID: Final = "Cause id"
EFFECT_ID: Final = "Effect id"
SIGN: Final = "Sign"
TAKES_TIME: Final = "Takes time"
CROSSES: Final = "Between layers"
NUMBER: Final = "No."
ASSUMPTION: Final = "Assumption"
ASSUMPTIONS_COLUMN: Final = "Assumptions"
STATUS: Final = "Status"
RESTS_ON: Final = "Rests on"
LOAD_BEARING: Final = "Load-bearing"
VULNERABLE: Final = "Vulnerable"
SIGNPOST: Final = "Signpost"
SHAPING: Final = "To protect it"
HEDGING: Final = "In case it fails"
REWORDED: Final = "reworded"
WORDED: Final = "It said then: “{text}”."
OWNER: Final = "Owner"
REVIEW: Final = "Review by"
HISTORY: Final = "History"
DATE: Final = "Date"
DIRECTION: Final = "Direction"
FIGURE: Final = "Figure"
UNIT: Final = "Unit"
NATION: Final = "Nation"
PERIOD: Final = "Period"
OBSERVED: Final = "Observed"
SOURCE: Final = "Source"
SOURCE_FOR: Final = "For"

FINDING: Final = "What we found"
FINDING_KIND: Final = "Kind"
FINDING_CARDS: Final = "Cards it names"
KEPT_ON: Final = "Kept on"
REVIEW_OF: Final = "Review: {assumption}"
REVIEW_ASKS: Final = "Is it still true? What do we now assume? What will we do?"
NO_REVIEWS: Final = (
    "No assumption has a review date yet, so this calendar is empty. Give one on the Assumptions"
    " page."
)

YES: Final = "yes"
NO: Final = "no"


def edition(revision: int, date: dt.date | None) -> str:
    """Which state of the canvas it is: Revision 128 · 24 June 2026; as much as is known."""
    counted_as = REVISION.format(revision=revision).capitalize() if revision else ""
    return SEPARATOR.join(filter(None, (counted_as, long_date(date) if date else "")))


def side_by_side(titles: tuple[str, ...]) -> str:
    """Which icebergs the picture shows."""
    if len(titles) == 1:
        return f"The picture shows one iceberg: {isolated(titles[0])}."
    named = listed(tuple(map(isolated, titles)))
    return f"The picture shows {len(titles)} icebergs side by side: {named}."


def listed(items: tuple[str, ...]) -> str:
    """Items in a row: one, two and three."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def alt(title: str, question: str, layers: tuple[str, ...], cards: int, links: int) -> str:
    """The picture in a sentence or two, for where a long description does not fit."""
    named = ended(f"Extended iceberg: {isolated(title)}")
    about = f"{named} {ended(isolated(question)) if question else ''}".strip()
    on = listed(tuple(map(isolated, layers)))
    return f"{about} {counted(cards, 'card')} and {counted(links, 'link')} on {on}."


def assumption_details(
    label: str, load_bearing: bool, vulnerable: bool, rests_on: tuple[str, ...], owner: str
) -> str:
    """What a page's table of assumptions has no room for; empty when there is nothing.

    ``rests_on`` holds cards in quotation marks and links as sentences without a full stop.
    """
    marks = ((LOAD_BEARING, load_bearing), (VULNERABLE, vulnerable))
    words = tuple(word.lower() for word, is_so in marks if is_so)
    parts = (
        f"is {listed(words)}" if words else "",
        f"rests on {listed(rests_on)}" if rests_on else "",
    )
    said = "; it ".join(filter(None, parts))
    owned = ended(f"{OWNER}: {isolated(owner)}") if owner else ""
    if not said:
        return f"{label}: {owned}" if owned else ""
    return f"{ended(f'{label} {said}')} {owned}".rstrip()


def actions(title: str, lines: tuple[str, ...]) -> str:
    """What is done about an assumption; empty when there is nothing."""
    done = "; ".join(isolated(line.rstrip(" .;")) for line in lines)
    return ended(f"{title}: {done}") if lines else ""
