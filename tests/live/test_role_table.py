"""The same table over the WebSocket route, with votes and suggestions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iceberg.edits import AddCard, AddLink
from iceberg.meeting import PHASES, ROLES, Grant, Phase, Role, wording
from iceberg.model import Link
from tests.live.conftest import Page, Serving
from tests.live.test_roles import does, inside, token
from tests.meeting.table import may
from tests.meeting.world import CANVAS, KIM, SAM, SHARED, card, edits, name_of

RULES = {
    wording.ONLY_LOOKING,
    wording.ONLY_FACILITATORS,
    wording.NOT_YOURS,
    wording.NOT_BY_HAND,
    wording.NO_VOTE_NOW,
    *(wording.not_now(phase) for phase in PHASES),
}
ACTS: dict[str, Any] = {name_of(edit): does(edit) for edit in edits("own", "mine")}
ACTS["vote"] = {"vote": {"card": "c0", "dots": 1}}
ACTS["suggest"] = {"suggest": {"card": "c0", "text": "Better words"}}
# The last, so that what the others are about is still there.
ACTS["RemoveCard"] = ACTS.pop("RemoveCard")


def in_phase(live: Serving, phase: Phase) -> None:
    """A shared canvas in a phase, with a card and a link that are Sam's."""
    live.canvas = live.workshop.create(CANVAS)
    host = Grant(live.canvas, "facilitator")
    part = live.meetings.enter(live.canvas, token(live, "participant"))
    live.meetings.submit(part, AddCard(card=card("own")), SAM)
    link = Link(id="mine", source="own", target="c1")
    live.meetings.submit(part, AddLink(link=link), SAM)
    live.meetings.begin(host, phase)


def rules_met(live: Serving, page: Page, first: int) -> dict[str, bool]:
    """Whether the rules have let each act pass, all sent at once; a pen never begins anew."""
    acts = [
        {"seq": seq, "document": live.canvas, "seen": 0, "do": do}
        for seq, do in enumerate(ACTS.values(), first)
    ]
    page.say(pen=page.pen, acts=acts)
    wanted = acts[-1]["seq"]
    heard = page.hear_until(lambda news: (news.get("answers") or {}).get("done") == wanted)
    told = [one["sentence"] for one in heard["answers"]["told"] if one["seq"] >= first]
    return {name: said not in RULES for name, said in zip(ACTS, told, strict=True)}


@pytest.mark.parametrize("phase", PHASES)
def test_the_whole_table_over_the_live_route(live: Serving, phase: Phase) -> None:
    live.share(SHARED)
    for number, role in enumerate(ROLES):
        for pen in (SAM, KIM):
            in_phase(live, phase)
            found = rules_met(live, inside(live, role, pen), 1 + number * len(ACTS))
            assert found == wanted(role, pen, phase), (role, pen)


def wanted(role: Role, pen: str, phase: Phase) -> dict[str, bool]:
    return {name: may(role, pen == SAM, phase, name) for name in ACTS}


def test_what_is_sent_is_what_the_table_is_about() -> None:
    assert len(ACTS) == len({json.dumps(do) for do in ACTS.values()})
