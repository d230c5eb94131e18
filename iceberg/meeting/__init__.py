"""A workshop around a canvas: who may come in, what each may do, phases, votes."""

from iceberg.meeting.access import Access
from iceberg.meeting.grants import Grant
from iceberg.meeting.meetings import Meetings
from iceberg.meeting.phases import PHASES, Phase
from iceberg.meeting.roles import ROLES, Role
from iceberg.meeting.state import Invitation, Meeting

__all__ = [
    "PHASES",
    "ROLES",
    "Access",
    "Grant",
    "Invitation",
    "Meeting",
    "Meetings",
    "Phase",
    "Role",
]
