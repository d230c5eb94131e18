"""The sentences of a workshop, in one place so that they can be translated."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from iceberg.meeting.phases import Phase
from iceberg.meeting.roles import Role
from iceberg.wording import counted

PHASE_NAMES: Final[Mapping[Phase, str]] = MappingProxyType(
    {
        "open": "Open work",
        "silence": "Add in silence",
        "reveal": "Show all cards",
        "cluster": "Bring together",
        "link": "Link",
        "vote": "Vote",
        "look": "Look together",
        "locked": "Locked",
    }
)
PHASE_HINTS: Final[Mapping[Phase, str]] = MappingProxyType(
    {
        "open": "Everybody adds and links cards; all see all.",
        "silence": "Everybody adds cards. Others see how many, not what they say.",
        "reveal": "All cards are shown. Missing ones can still be added.",
        "cluster": "Cards that say the same are merged.",
        "link": "Everybody links causes to what they lead to.",
        "vote": "Everybody puts dots on what matters most. Sums are shown when the vote is closed.",
        "look": "Nobody changes anything: look and talk.",
        "locked": "Nothing can be changed.",
    }
)
ROLE_NAMES: Final[Mapping[Role, str]] = MappingProxyType(
    {"facilitator": "Facilitate", "participant": "Take part", "viewer": "Look only"}
)

NO_WAY_IN: Final = (
    "This link does not open this canvas, or it has been replaced. Ask whoever runs the workshop"
    " for a new one."
)
ONLY_LOOKING: Final = "This link is for looking only. Ask for the link to take part."
ONLY_FACILITATORS: Final = "Only a facilitator can do this."
NOT_YOURS: Final = "You can change only what you have added yourself. Suggest the change instead."
NOT_BY_HAND: Final = "Votes and first wordings of a card cannot be set by hand."
LOCKED: Final = "The canvas is locked. A facilitator can choose another phase to go on."
UNKNOWN_CODE: Final = (
    "No workshop is open under this code. Check the letters, or ask whether the door is still open."
)
TOO_MANY_TRIES: Final = "There have been too many tries. Wait a minute, then type the code again."
TOO_FAST: Final = "That is more than one device can send. Wait a minute, then do it again."
NO_VOTE_NOW: Final = "There is no vote at this moment."
NO_SUCH_CARD: Final = "This card is no longer on the canvas."
BUSY: Final = "Somebody else changed the workshop at this moment. Try again."
BAD_SUGGESTION: Final = "A suggestion holds 1 to 240 characters."
TOO_MANY_SUGGESTIONS: Final = (
    "Many suggestions are waiting already. Say it aloud, or wait until some have been read."
)
DAY_IS_OVER: Final = (
    "This day is over in UTC, the time that counts here. Choose a later day, or delete the canvas."
)
CLOSED_VOTE: Final = "Closed the vote"


def not_now(phase: Phase) -> str:
    """Why something that is allowed at other times is refused."""
    if phase == "locked":
        return LOCKED
    return f"This is not possible in the phase “{PHASE_NAMES[phase]}”. Wait for the next one."


def no_dots_left(dots: int) -> str:
    """A vote beyond one's dots."""
    return (
        f"You have used all of your {counted(dots, 'dot')}. Take one back from another card first."
    )
