"""Every role with every edit: who may make which; the rest is refused and keeps nothing."""

from __future__ import annotations

from contextlib import suppress

import pytest

from iceberg.edits import AddCard, CardChanges, ChangeCard, Edit, Together
from iceberg.errors import EditRefusedError, NotFoundError
from iceberg.meeting import PHASES, Grant, Phase, Role
from iceberg.meeting.desk import ACTS_A_MINUTE
from iceberg.meeting.rules import AT_ONCE
from tests.meeting.world import HOST, KIM, SAM, World, card, edits, name_of

OTHERS = {"AddCard", "AddLink", "Together"}
OWN = OTHERS | {"ChangeCard", "MoveCard", "RemoveCard", "ChangeLink", "RemoveLink"}


def is_accepted(world: World, role: Role, edit: Edit, client: str) -> bool:
    before = world.workshop.revision(world.canvas)
    grant = world.grant(role)
    with suppress(EditRefusedError):
        world.meetings.submit(grant, edit, client)
    return world.workshop.revision(world.canvas) == before + 1


@pytest.mark.parametrize("edit", edits("own", "mine"), ids=name_of)
@pytest.mark.parametrize(
    ("role", "client", "allowed"),
    [
        ("facilitator", KIM, None),
        ("participant", SAM, OWN),
        ("participant", KIM, OTHERS),
        ("viewer", SAM, set()),
    ],
)
def test_the_table_of_roles(role: Role, client: str, allowed: set[str] | None, edit: Edit) -> None:
    world = World()
    world.has_own(SAM)
    wanted = allowed is None or name_of(edit) in allowed
    assert is_accepted(world, role, edit, client) is wanted


@pytest.mark.parametrize("phase", PHASES)
def test_the_table_of_phases(phase: Phase) -> None:
    adds = {"open", "silence", "reveal"}
    owns = adds | {"cluster", "link"}
    world = World()
    world.has_own(SAM)
    world.meetings.begin(world.host, phase)
    add, reword, _, _, link, *_ = edits("own", "mine")
    assert is_accepted(world, "participant", add, SAM) is (phase in adds)
    assert is_accepted(world, "participant", reword, SAM) is (phase in owns)
    assert is_accepted(world, "participant", link, SAM) is (phase in {"open", "link"})
    again = ChangeCard(card="c0", changes=CardChanges(text="By the facilitator"))
    assert is_accepted(world, "facilitator", again, KIM) is (phase != "locked")


def test_a_participant_cannot_bring_votes_or_many_cards_at_once() -> None:
    world = World()
    many = tuple(AddCard(card=card(f"m{n}")) for n in range(AT_ONCE + 1))
    assert not is_accepted(world, "participant", AddCard(card=card("x", votes=3)), SAM)
    assert not is_accepted(world, "participant", AddCard(card=card("x", originals=("y",))), SAM)
    assert not is_accepted(world, "participant", Together(edits=many), SAM)
    assert is_accepted(world, "participant", Together(edits=many[:AT_ONCE]), SAM)


def test_one_refused_part_refuses_the_whole() -> None:
    world = World()
    mixed = Together(
        edits=(
            AddCard(card=card("x")),
            ChangeCard(card="c0", changes=CardChanges(text="Not mine")),
        )
    )
    assert not is_accepted(world, "participant", mixed, SAM)
    assert world.workshop.open(world.canvas).card("x") is None


def test_undo_goes_by_the_same_rules() -> None:
    world = World()
    world.has_own(SAM)
    part = world.grant("participant")
    world.meetings.begin(world.host, "look")
    with pytest.raises(EditRefusedError, match="not possible in the phase"):
        world.meetings.revert(part, "undo", SAM)
    world.meetings.begin(world.host, "link")
    world.meetings.revert(part, "undo", SAM)
    assert all(link.id != "mine" for link in world.workshop.open(world.canvas).links)


def test_a_device_that_floods_is_told_to_wait_and_others_are_not() -> None:
    world = World()
    part = world.grant("participant")
    for n in range(ACTS_A_MINUTE):
        world.meetings.submit(part, AddCard(card=card(f"f{n}")), SAM)
    with pytest.raises(EditRefusedError, match="more than one device can send"):
        world.meetings.submit(part, AddCard(card=card("more")), SAM)
    world.meetings.submit(part, AddCard(card=card("kims")), KIM)


@pytest.mark.parametrize(
    "use",
    [
        lambda world, grant: world.meetings.begin(grant, "vote"),
        lambda world, grant: world.meetings.set_up(grant, note="Hello"),
        lambda world, grant: world.meetings.doors.open(grant),
        lambda world, grant: world.meetings.doors.close(grant),
        lambda world, grant: world.meetings.doors.code(grant),
        lambda world, grant: world.meetings.doors.token(grant, "facilitator"),
        lambda world, grant: world.meetings.doors.replace(grant, "participant"),
        lambda world, grant: world.meetings.suggestions.waiting(grant),
        lambda world, grant: world.meetings.suggestions.settle(grant, "x"),
    ],
)
@pytest.mark.parametrize("role", ["participant", "viewer"])
def test_only_facilitators_run_the_workshop(role: Role, use: object) -> None:
    world = World()
    grant = world.grant(role)
    before = world.meetings.of(world.canvas)
    with pytest.raises(EditRefusedError, match="Only a facilitator"):
        use(world, grant)  # type: ignore[operator]
    assert world.meetings.of(world.canvas) == before


def test_a_grant_of_another_canvas_or_a_made_up_one_is_worth_nothing() -> None:
    world, other = World(), World()
    assert HOST.may_facilitate
    for made_up in (Grant(world.canvas, "facilitator", "0" * 64), other.grant("facilitator")):
        with pytest.raises(NotFoundError):
            world.meetings.submit(made_up, AddCard(card=card("x")), SAM)
