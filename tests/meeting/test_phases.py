"""Phases: silence keeps new cards back, votes are private until they are closed."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.edits import AddCard, AddTrayCard, KeepImportNote, PutInTray, RemoveCard, Together
from iceberg.errors import EditRefusedError
from iceberg.meeting.ballots import dots_each
from iceberg.meeting.names import friendly_name
from iceberg.meeting.silence import without_hidden
from iceberg.meeting.state import Meeting
from iceberg.model import ImportNote, TrayCard
from tests.meeting.world import CANVAS, KIM, NOON, SAM, World, card


def seen(world: World) -> set[str]:
    canvas = world.workshop.open(world.canvas)
    return {one.id for one in world.meetings.seen(world.canvas, canvas).cards}


def test_in_silence_others_see_counts_and_not_cards() -> None:
    world = World()
    world.meetings.submit(world.grant("participant"), AddCard(card=card("before")), SAM)
    world.meetings.begin(world.host, "silence", minutes=5)
    world.meetings.submit(world.grant("participant"), AddCard(card=card("new")), SAM)
    assert "before" in seen(world)
    assert "new" not in seen(world)
    canvas = world.workshop.open(world.canvas)
    assert world.meetings.counts(world.canvas, canvas) == {("place", "events"): 1}
    world.meetings.begin(world.host, "reveal")
    assert "new" in seen(world)


def test_a_silence_that_is_begun_again_goes_on() -> None:
    world = World()
    world.meetings.begin(world.host, "silence", minutes=5)
    world.meetings.submit(world.grant("participant"), AddCard(card=card("new")), SAM)
    again = world.meetings.begin(world.host, "silence", minutes=10)
    assert again.ends == NOON + dt.timedelta(minutes=10)
    assert "new" not in seen(world)
    world.meetings.begin(world.host, "reveal")
    world.meetings.begin(world.host, "silence")
    assert "new" in seen(world)


def test_a_card_that_was_taken_away_in_silence_is_not_seen() -> None:
    world = World()
    world.meetings.begin(world.host, "silence")
    world.meetings.submit(world.host, RemoveCard(card="c0"), KIM)
    assert seen(world) == {"c1", "c2", "c3", "c4"}


def test_what_comes_into_the_tray_in_silence_is_not_seen() -> None:
    world = World()
    world.meetings.begin(world.host, "silence")
    note = ImportNote(id="i1", name="more.csv", format="CSV table", report="A card that is new")
    brought = AddTrayCard(card=TrayCard(id="w7", text="A card that is new"))
    world.meetings.submit(world.host, Together(edits=(brought, KeepImportNote(note=note))), KIM)
    now = world.meetings.seen(world.canvas, world.workshop.open(world.canvas))
    assert {one.id for one in now.tray} == {"w0", "w1", "w2"}
    assert [one.id for one in now.imports] == ["i0"]


def test_a_new_card_that_is_put_in_the_tray_in_silence_is_not_seen() -> None:
    world = World()
    world.meetings.begin(world.host, "silence")
    world.meetings.submit(world.grant("participant"), AddCard(card=card("new")), SAM)
    world.meetings.submit(world.host, PutInTray(card="new"), KIM)
    assert "new" not in {
        one.id for one in world.meetings.seen(world.canvas, world.workshop.open(world.canvas)).tray
    }


def test_viewers_do_not_take_the_tray_and_the_reports_away() -> None:
    taken = without_hidden(CANVAS)
    assert (taken.tray, taken.tray_links, taken.imports) == ((), (), ())
    assert (taken.cards, taken.links) == (CANVAS.cards, CANVAS.links)


def test_a_timer_ends_when_it_was_said_to() -> None:
    world = World()
    assert world.meetings.begin(world.host, "vote", minutes=3).ends == NOON + dt.timedelta(
        minutes=3
    )
    assert world.meetings.begin(world.host, "look").ends is None


@pytest.mark.parametrize(("cards", "dots"), [(0, 1), (1, 1), (4, 2), (5, 3), (100, 10)])
def test_dots_are_the_root_of_the_number_of_cards_unless_they_are_set(
    cards: int, dots: int
) -> None:
    canvas = CANVAS.model_copy(update={"cards": tuple(card(f"x{n}") for n in range(cards))})
    assert dots_each(Meeting(), canvas) == dots
    assert dots_each(Meeting(dots=7), canvas) == 7


def test_votes_are_private_and_then_only_sums() -> None:
    world = World()
    part = world.grant("participant")
    with pytest.raises(EditRefusedError, match="no vote at this moment"):
        world.meetings.votes.cast(part, SAM, "c0", 1)
    world.meetings.begin(world.host, "vote")
    world.meetings.votes.cast(part, SAM, "c0", 2)
    world.meetings.votes.cast(part, SAM, "c1", 1)
    with pytest.raises(EditRefusedError, match="used all of your 3 dots"):
        world.meetings.votes.cast(part, SAM, "c2", 1)
    world.meetings.votes.cast(part, SAM, "c1", 0)
    world.meetings.votes.cast(part, KIM, "c0", 1)
    assert world.meetings.votes.of(part, KIM) == {"c0": 1}
    assert world.meetings.votes.voters(world.canvas) == 2
    assert all(one.votes == 0 for one in world.workshop.open(world.canvas).cards)
    world.meetings.begin(world.host, "look")
    votes = {one.id: one.votes for one in world.workshop.open(world.canvas).cards}
    assert votes == {"c0": 3, "c1": 0, "c2": 0, "c3": 0, "c4": 0}
    assert world.meetings.votes.by_client(world.canvas) == {}
    assert all(line.client != SAM for line in world.workshop.history(world.canvas))


def test_a_viewer_does_not_vote_and_a_gone_card_gets_no_dot() -> None:
    world = World()
    world.meetings.begin(world.host, "vote")
    with pytest.raises(EditRefusedError, match="for looking only"):
        world.meetings.votes.cast(world.grant("viewer"), SAM, "c0", 1)
    with pytest.raises(EditRefusedError, match="no longer on the canvas"):
        world.meetings.votes.cast(world.grant("participant"), SAM, "none", 1)


def test_names_are_kept_only_while_they_are_on() -> None:
    world = World()
    part = world.grant("participant")
    world.meetings.submit(part, AddCard(card=card("x")), SAM)
    world.meetings.set_up(world.host, names=True)
    world.meetings.submit(part, AddCard(card=card("y")), SAM)
    authors = [line.author for line in world.workshop.history(world.canvas)[-2:]]
    assert authors == [None, friendly_name(SAM)]


def test_suggestions_wait_for_a_facilitator() -> None:
    world = World()
    part = world.grant("participant")
    world.meetings.suggestions.make(part, SAM, "c0", " Say it shorter ")
    (one,) = world.meetings.suggestions.waiting(world.host)
    assert (one.card, one.text) == ("c0", "Say it shorter")
    world.meetings.suggestions.settle(world.host, one.id)
    assert world.meetings.suggestions.waiting(world.host) == ()
    for text in ("", "x" * 241):
        with pytest.raises(EditRefusedError, match="1 to 240"):
            world.meetings.suggestions.make(part, SAM, "c0", text)
