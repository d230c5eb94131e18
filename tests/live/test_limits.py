"""The limits themselves: places, arrivals, acts, and how much comes through in how long."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import HTTPConnection

from iceberg.live.addresses import address_of
from iceberg.live.limits import (
    ACTS_EACH,
    ARRIVALS_EACH,
    CONNECTIONS_EACH,
    CONNECTIONS_IN_ALL,
    Bucket,
    Limits,
)

STEPS = st.lists(st.tuples(st.floats(0, 5), st.floats(0, 30)), max_size=40)


@given(steps=STEPS, at_once=st.floats(1, 50), a_second=st.floats(0.1, 20))
def test_a_bucket_never_lets_through_more_than_it_may(
    steps: list[tuple[float, float]], at_once: float, a_second: float
) -> None:
    now = 0.0
    bucket = Bucket(at_once, a_second, lambda: now)
    passed = 0.0
    for pause, amount in steps:
        now += pause
        passed += amount if bucket.lets_through(amount) else 0
        assert passed <= at_once + a_second * now + 1e-6


def test_a_bucket_fills_again() -> None:
    now = 0.0
    bucket = Bucket(2, 1, lambda: now)
    assert [bucket.lets_through() for _ in range(3)] == [True, True, False]
    now = 1.0
    assert [bucket.lets_through() for _ in range(2)] == [True, False]


def test_one_address_leaves_places_to_others_until_all_are_taken() -> None:
    limits = Limits()
    with ExitStack() as inside:
        taken = [inside.enter_context(limits.place("a")) for _ in range(CONNECTIONS_EACH + 5)]
        assert taken == [True] * CONNECTIONS_EACH + [False] * 5
        others = [inside.enter_context(limits.place(f"b{n}")) for n in range(CONNECTIONS_IN_ALL)]
        assert sum(others) == CONNECTIONS_IN_ALL - CONNECTIONS_EACH
    with limits.place("a") as has_place:
        assert has_place


def test_whoever_comes_and_goes_all_the_time_has_to_wait() -> None:
    limits = Limits()
    came = 0
    for _ in range(ARRIVALS_EACH + 5):
        with limits.place("a") as has_place:
            came += has_place
    assert came == ARRIVALS_EACH
    with limits.place("b") as has_place:
        assert has_place


def test_acts_are_counted_by_address() -> None:
    limits = Limits()
    assert limits.may_act("a", ACTS_EACH)
    assert not limits.may_act("a", 1)
    assert limits.may_act("b", 1)


@pytest.mark.parametrize(
    ("near", "said", "address"),
    [
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "made-up, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "made-up" * 1_000, "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", None, "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", None, "192.0.2.7"),
    ],
)
def test_an_address_is_believed_from_a_proxy_beside_us_only(
    near: str, said: str | None, address: str
) -> None:
    headers = [(b"x-forwarded-for", said.encode())] if said else []
    scope = {"type": "http", "client": (near, 1), "headers": headers}
    assert address_of(HTTPConnection(scope)) == address
