"""What happens to dots while the canvas and the workshop go on around a vote."""

from __future__ import annotations

import pytest

from iceberg.edits import MergeCards, RemoveCard
from iceberg.errors import EditRefusedError
from iceberg.meeting import Grant, Meetings
from iceberg.workshop import Workshop
from tests.meeting.world import KIM, SAM, SHARED, World


@pytest.fixture
def voting() -> World:
    """Five cards, and so three dots each."""
    world = World()
    world.meetings.begin(world.host, "vote")
    return world


def votes(world: World) -> dict[str, int]:
    return {one.id: one.votes for one in world.workshop.open(world.canvas).cards if one.votes}


def test_dots_follow_a_card_into_the_one_it_is_merged_into(voting: World) -> None:
    part = voting.grant("participant")
    voting.meetings.votes.cast(part, SAM, "c0", 2)
    voting.meetings.votes.cast(part, SAM, "c1", 1)
    for into, gone in (("c1", "c0"), ("c2", "c1")):
        voting.meetings.submit(voting.host, MergeCards(into=into, cards=(gone,)), KIM)
    assert voting.meetings.votes.of(part, SAM) == {"c2": 3}
    assert voting.meetings.votes.by_client(voting.canvas) == {SAM: {"c2": 3}}
    voting.meetings.begin(voting.host, "look")
    assert votes(voting) == {"c2": 3}


def test_dots_stay_where_they_were_when_a_merge_is_undone(voting: World) -> None:
    part = voting.grant("participant")
    voting.meetings.votes.cast(part, SAM, "c0", 1)
    voting.meetings.submit(voting.host, MergeCards(into="c1", cards=("c0",)), KIM)
    voting.meetings.revert(voting.host, "undo", KIM)
    assert voting.meetings.votes.of(part, SAM) == {"c0": 1}


def test_dots_on_a_card_that_is_removed_come_back(voting: World) -> None:
    part = voting.grant("participant")
    voting.meetings.votes.cast(part, SAM, "c0", 2)
    voting.meetings.submit(voting.host, RemoveCard(card="c0"), KIM)
    assert voting.meetings.votes.of(part, SAM) == {}
    assert voting.meetings.votes.cast(part, SAM, "c1", 2) == {"c1": 2}


def test_who_has_more_dots_than_there_are_now_can_take_them_back_one_by_one(voting: World) -> None:
    part = voting.grant("participant")
    voting.meetings.votes.cast(part, SAM, "c0", 3)
    voting.meetings.set_up(voting.host, dots=1)
    with pytest.raises(EditRefusedError, match="used all"):
        voting.meetings.votes.cast(part, SAM, "c1", 1)
    assert voting.meetings.votes.cast(part, SAM, "c0", 2) == {"c0": 2}


def test_two_who_close_one_vote_count_it_once(voting: World) -> None:
    part = voting.grant("participant")
    voting.meetings.votes.cast(part, SAM, "c0", 2)
    other = Workshop(voting.store)
    elsewhere = Meetings(other, voting.store, SHARED)
    # Each has read the ballots before the other throws them away.
    kept = voting.store.papers(voting.canvas, "ballot")
    voting.meetings.votes.close(voting.canvas)
    for paper in kept:
        voting.store.put_paper(voting.canvas, "ballot", paper.name, paper.payload)
    elsewhere.begin(Grant(voting.canvas, "facilitator"), "look")
    assert votes(voting) == {"c0": 2}


def test_a_vote_begins_without_dots_of_the_one_before(voting: World) -> None:
    part = voting.grant("participant")
    ballot = voting.meetings.votes.cast(part, SAM, "c0", 1)
    [paper] = voting.store.papers(voting.canvas, "ballot")
    voting.meetings.begin(voting.host, "look")
    # One that came in while the vote was being closed.
    voting.store.put_paper(voting.canvas, "ballot", SAM, paper.payload)
    voting.meetings.begin(voting.host, "vote")
    assert voting.meetings.votes.of(part, SAM) == {}
    voting.meetings.begin(voting.host, "look")
    assert votes(voting) == ballot


def test_votes_of_two_rounds_are_added_up(voting: World) -> None:
    part = voting.grant("participant")
    for _ in range(2):
        voting.meetings.votes.cast(part, SAM, "c0", 1)
        voting.meetings.begin(voting.host, "look")
        voting.meetings.begin(voting.host, "vote")
    assert votes(voting) == {"c0": 2}
