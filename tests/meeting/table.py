"""Who may do what in which phase: written down once more, apart from the rules themselves."""

from __future__ import annotations

from typing import Final

from iceberg.meeting import Phase, Role

ADD: Final = {"open", "silence", "reveal"}
OWN: Final = ADD | {"cluster", "link"}
LINK: Final = {"open", "link"}
PARTICIPANTS: Final = {
    "AddCard": ADD,
    "Together": ADD,
    "ChangeCard": OWN,
    "MoveCard": OWN,
    "RemoveCard": OWN,
    "AddLink": LINK,
    "ChangeLink": LINK,
    "RemoveLink": LINK,
    "vote": {"vote"},
    "suggest": {"open", "reveal", "cluster", "link", "look"},
}
"""The phases in which a participant may do something; whatever is not here, never."""
TO_ONES_OWN: Final = {"ChangeCard", "MoveCard", "RemoveCard", "ChangeLink", "RemoveLink"}


def may(role: Role, is_own: bool, phase: Phase, what: str) -> bool:
    """Whether somebody may make an edit of this name, vote or suggest."""
    if role == "viewer" or phase == "locked":
        return False
    if what == "vote":
        return phase == "vote"
    if role == "facilitator":
        return True
    return phase in PARTICIPANTS.get(what, ()) and (is_own or what not in TO_ONES_OWN)
