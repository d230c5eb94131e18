"""Every edit by every role in every phase, on what is one's own and what is not."""

from __future__ import annotations

from contextlib import suppress

import pytest

from iceberg.edits import Edit
from iceberg.errors import EditRefusedError
from iceberg.meeting import PHASES, ROLES, Phase, Role
from tests.meeting.table import may
from tests.meeting.world import KIM, SAM, World, edits, name_of

EDITS = edits("own", "mine")


def is_accepted(role: Role, phase: Phase, client: str, edit: Edit) -> bool:
    world = World()
    world.has_own(SAM)
    world.meetings.begin(world.host, phase)
    before = world.workshop.revision(world.canvas)
    with suppress(EditRefusedError):
        world.meetings.submit(world.grant(role), edit, client)
    return world.workshop.revision(world.canvas) == before + 1


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("client", [SAM, KIM])
@pytest.mark.parametrize("role", ROLES)
def test_the_whole_table(role: Role, client: str, phase: Phase) -> None:
    found = {name_of(edit): is_accepted(role, phase, client, edit) for edit in EDITS}
    wanted = {name_of(edit): may(role, client == SAM, phase, name_of(edit)) for edit in EDITS}
    assert found == wanted
