"""Links and codes: who gets in, for how long, and how nobody gets in by trying."""

from __future__ import annotations

import stat
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.errors import BadInputError, EditRefusedError, NotFoundError
from iceberg.meeting import ROLES, Access
from iceberg.meeting.access import CODE_LETTERS, access_from, check_key, spelled
from iceberg.meeting.doors import CODE_TRIES_EACH, CODE_TRIES_IN_ALL
from iceberg.store import MemoryStore
from tests.meeting.world import SHARED, World


def test_each_link_opens_its_role_and_nothing_else_does() -> None:
    world, other = World(), World()
    for role in ROLES:
        assert world.grant(role).role == role
        with pytest.raises(NotFoundError, match="does not open this canvas"):
            other.meetings.enter(other.canvas, world.token(role))
    for wrong in ("", "x", world.token("viewer")[:-1], world.token("viewer") + "x"):
        with pytest.raises(NotFoundError, match="does not open this canvas"):
            world.meetings.enter(world.canvas, wrong)


def test_a_canvas_that_is_not_there_looks_like_one_that_is_not_opened() -> None:
    world = World()
    said = []
    for canvas in (world.canvas, "none"):
        with pytest.raises(NotFoundError) as refused:
            world.meetings.enter(canvas, "wrong")
        said.append(str(refused.value))
    assert said[0] == said[1]


def test_links_are_long_and_only_hashes_are_kept() -> None:
    world = World()
    tokens = {role: world.token(role) for role in ROLES}
    kept = world.store.room(world.canvas)
    assert kept is not None
    for token in tokens.values():
        assert len(token) == 32
        assert token not in kept.payload
    assert len(set(tokens.values())) == 3


def test_replaced_links_shut_the_old_ones_out_at_once() -> None:
    world = World()
    inside, old = world.grant("participant"), world.token("participant")
    world.meetings.doors.replace(world.host, "participant")
    for use in (
        lambda: world.meetings.check(inside),
        lambda: world.meetings.enter(world.canvas, old),
    ):
        with pytest.raises(NotFoundError):
            use()
    assert world.grant("participant").role == "participant"
    assert world.grant("viewer").role == "viewer"


def test_alone_on_a_computer_everything_is_open() -> None:
    world = World(access=Access(b"key"))
    assert world.meetings.enter(world.canvas, "").may_facilitate
    with pytest.raises(NotFoundError):
        world.meetings.enter("none", "")


def test_the_host_opens_every_canvas() -> None:
    world = World()
    assert world.meetings.enter(world.canvas, SHARED.host_token).may_facilitate
    assert not SHARED.is_host(Access(b"another").host_token)
    assert not SHARED.is_host("ŵ")


def test_a_code_lets_in_while_the_door_is_open() -> None:
    world = World()
    code = world.meetings.doors.open(world.host)
    assert world.meetings.doors.code(world.host) == code
    typed = f" {code[:3].lower()} {code[3:].lower()} "
    canvas, token = world.meetings.doors.knock(typed, "here")
    assert world.meetings.enter(canvas, token).role == "participant"
    world.meetings.doors.close(world.host)
    assert world.meetings.doors.code(world.host) is None
    with pytest.raises(NotFoundError, match="No workshop is open under this code"):
        world.meetings.doors.knock(code, "here")


def test_a_code_expires_and_is_not_used_again() -> None:
    world = World()
    first = world.meetings.doors.open(world.host)
    world.later(hours=5)
    assert world.meetings.doors.code(world.host) is None
    with pytest.raises(NotFoundError):
        world.meetings.doors.knock(first, "here")
    assert world.meetings.doors.open(world.host) != first


def test_codes_cannot_be_found_by_trying() -> None:
    world = World()
    code = world.meetings.doors.open(world.host)
    for _ in range(CODE_TRIES_EACH):
        with pytest.raises(NotFoundError):
            world.meetings.doors.knock("AAAAAA", "one address")
    with pytest.raises(EditRefusedError, match="too many tries"):
        world.meetings.doors.knock(code, "one address")
    for n in range(CODE_TRIES_IN_ALL - CODE_TRIES_EACH):
        with pytest.raises(NotFoundError):
            world.meetings.doors.knock("AAAAAA", f"address {n}")
    with pytest.raises(EditRefusedError, match="too many tries"):
        world.meetings.doors.knock(code, "a new address")


def test_a_room_full_of_people_gets_in_from_one_address() -> None:
    world = World()
    code = world.meetings.doors.open(world.host)
    for _ in range(2 * CODE_TRIES_IN_ALL):
        assert world.meetings.doors.knock(code, "the router")[0] == world.canvas


@given(st.text(CODE_LETTERS, min_size=6, max_size=6))
def test_a_code_is_read_as_it_was_written(code: str) -> None:
    assert spelled(code) == code
    assert spelled(f"{code[:3]}-{code[3:]}\n".lower()) == code


def test_the_key_is_kept_for_its_owner_alone_and_found_again(tmp_path: Path) -> None:
    first = access_from({}, tmp_path)
    assert access_from({}, tmp_path) == first
    assert not first.is_shared
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    given_key = access_from({"ICEBERG_KEY": "secret", "ICEBERG_SHARED": "1"}, tmp_path)
    assert given_key.is_shared
    assert given_key.key != first.key


def test_a_store_that_moves_to_another_key_gets_new_links() -> None:
    store = MemoryStore()
    world = World(store)
    old = world.token("viewer")
    moved = World(store, Access(b"another key", is_shared=True))
    new = moved.meetings.doors.token(world.host, "viewer")
    assert new != old
    with pytest.raises(NotFoundError):
        moved.meetings.enter(world.canvas, old)
    assert moved.meetings.enter(world.canvas, new).role == "viewer"


@pytest.mark.parametrize(
    ("environment", "is_safe"),
    [
        ({}, True),
        ({"ICEBERG_SHARED": "1"}, True),
        ({"ICEBERG_SHARED": "1", "ICEBERG_KEY": "0123456789abcdef" * 4}, True),
        ({"ICEBERG_SHARED": "1", "ICEBERG_KEY": "our-workshop"}, False),
        ({"ICEBERG_SHARED": "0", "ICEBERG_KEY": "our-workshop"}, True),
    ],
)
def test_a_key_that_could_be_found_by_trying_serves_nobody_else(
    environment: dict[str, str], is_safe: bool
) -> None:
    with nullcontext() if is_safe else pytest.raises(BadInputError, match="openssl rand"):
        check_key(environment)
