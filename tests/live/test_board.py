"""What phones are told: the phase, cards that all may see, and what is their own alone."""

from __future__ import annotations

from typing import Any

from iceberg.edits import AddCard, AddLink, edit_to_json
from iceberg.meeting import Grant
from iceberg.meeting.names import friendly_name
from iceberg.model import Card, Link
from tests.live.conftest import Page, Serving


def layer(live: Serving) -> str:
    return live.workshop.open(live.canvas).layers[0].id


def phone(live: Serving, pen: str) -> tuple[Page, dict[str, Any]]:
    page = live.page(pen)
    page.say(show=live.canvas, holds="", pen=pen, **{"as": "board"})
    return page, page.hear()


def add(page: Page, live: Serving, seq: int, card: str, text: str) -> dict[str, Any]:
    made = AddCard(card=Card(id=card, text=text, layer=layer(live), level="events"))
    page.do(live.canvas, seq, {"edit": made.model_dump(mode="json")})
    page.hear_until(lambda news: news["answers"])
    return page.own


def test_a_phone_is_told_questions_cards_and_phase(live: Serving) -> None:
    _, news = phone(live, "sam")
    put = news["update"]["put"]
    assert put["about"]["title"] == live.workshop.open(live.canvas).title
    assert put["meeting"]["phase"] == "open"
    assert put["cards/c0"]["text"] == live.workshop.open(live.canvas).cards[0].text
    assert news["own"] == {"name": friendly_name("sam"), "cards": [], "links": [], "ballot": {}}


def test_ones_own_is_told_to_nobody_else(live: Serving) -> None:
    (sam, _), (kim, _) = phone(live, "sam"), phone(live, "kim")
    own = add(sam, live, 1, "mine", "My card")
    assert [(card["id"], card["text"]) for card in own["cards"]] == [("mine", "My card")]
    seen = kim.hear_until(lambda news: news["revision"] == 1)
    assert seen["update"]["put"]["cards/mine"]["text"] == "My card"
    assert seen["own"] is None
    assert kim.own["cards"] == []


def test_in_silence_only_its_own_phone_is_told_what_a_card_says(live: Serving) -> None:
    live.meetings.begin(Grant(live.canvas, "facilitator"), "silence")
    (sam, _), (kim, _), picture = phone(live, "sam"), phone(live, "kim"), live.watching("wall")
    own = add(sam, live, 1, "mine", "My quiet card")
    assert own["cards"][0]["text"] == "My quiet card"
    for page in (kim, picture):
        seen = page.hear_until(lambda news: news["revision"] == 1)
        assert seen["update"]["put"]["meeting"]["counts"] == [[layer(live), "events", 1]]
        assert "My quiet card" not in str(seen)
    live.meetings.begin(Grant(live.canvas, "facilitator"), "reveal")
    shown = kim.hear_until(lambda news: "cards/mine" in news["update"]["put"])
    assert shown["update"]["put"]["meeting"]["phase"] == "reveal"


def voters(news: dict[str, Any]) -> int:
    put = (news["update"] or {"put": {}})["put"]
    return int(put.get("meeting", {}).get("voters", 0))


def test_votes_are_told_to_their_own_phone_and_counted_for_all(live: Serving) -> None:
    live.meetings.begin(Grant(live.canvas, "facilitator"), "vote")
    (sam, _), (kim, _) = phone(live, "sam"), phone(live, "kim")
    sam.do(live.canvas, 1, {"vote": {"card": "c0", "dots": 2}})
    sam.hear_until(lambda news: news["answers"])
    assert sam.own["ballot"] == {"c0": 2}
    seen = kim.hear_until(lambda news: voters(news) == 1)
    assert seen["own"] is None
    assert kim.own["ballot"] == {}


def test_a_vote_beyond_ones_dots_is_refused_in_a_sentence(live: Serving) -> None:
    live.meetings.begin(Grant(live.canvas, "facilitator"), "vote")
    sam, _ = phone(live, "sam")
    sam.do(live.canvas, 1, {"vote": {"card": "c0", "dots": 40}})
    told = sam.hear_until(lambda news: news["answers"])["answers"]["told"][0]
    assert told["refused"]
    assert "used all of your" in told["sentence"]


def test_links_and_suggestions_come_from_phones(live: Serving) -> None:
    sam, _ = phone(live, "sam")
    taken = {(link.source, link.target) for link in live.workshop.open(live.canvas).links}
    ends = next((f"c{a}", f"c{b}") for a in range(9) for b in range(9) if a != b
                and (f"c{a}", f"c{b}") not in taken)  # fmt: skip
    link = AddLink(link=Link(id="mine", source=ends[0], target=ends[1]))
    sam.do(live.canvas, 1, {"edit": link.model_dump(mode="json")})
    sam.hear_until(lambda news: news["answers"])
    assert sam.own["links"] == ["mine"]
    sam.do(live.canvas, 2, {"suggest": {"card": "c0", "text": "Shorter"}})
    assert "waits for the facilitator" in str(sam.hear_until(lambda news: news["answers"]))
    (waiting,) = live.meetings.suggestions.waiting(Grant(live.canvas, "facilitator"))
    assert waiting.text == "Shorter"
    assert edit_to_json(link)
