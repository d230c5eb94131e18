"""What a phone is shown of a canvas: the phase, cards and links in words, and what is its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from iceberg.live.pieces import Drawing, drawing_from
from iceberg.meeting import Meetings
from iceberg.meeting.ballots import Ballot, dots_each
from iceberg.meeting.names import friendly_name
from iceberg.meeting.phases import RIGHTS
from iceberg.meeting.state import Meeting
from iceberg.meeting.wording import PHASE_HINTS, PHASE_NAMES
from iceberg.model import LEVELS, TEXT_LIMIT, Canvas, Card, Layer, Link
from iceberg.sameness import BySameness
from iceberg.scene.colours import PARTS_KEPT
from iceberg.wording import LEVEL_TITLES, VERB_WORDS

_NOBODY: Final = ""
_CLIENTS_KEPT: Final = 1_000
"""More phones than a process serves at once."""


def meeting_facts(
    meetings: Meetings,
    canvas_id: str,
    meeting: Meeting | None = None,
    canvas: Canvas | None = None,
    ballots: Mapping[str, Ballot] | None = None,
) -> dict[str, Any]:
    """The phase as JSON values; ``ends`` is in milliseconds since 1970 or None.

    ``counts`` is how many cards each cell has gained in this phase, ``voters`` how many have voted.
    ``meeting``, ``canvas`` and ``ballots`` save reading them where they have just been read.
    """
    meeting = meeting or meetings.of(canvas_id)
    canvas = canvas or meetings.workshop.open(canvas_id)
    silent, voting = meeting.phase == "silence", meeting.phase == "vote"
    if voting and ballots is None:
        ballots = meetings.votes.by_client(canvas_id, canvas)
    gained = meetings.counts(canvas_id, canvas) if silent else {}
    return {
        "phase": meeting.phase,
        "name": PHASE_NAMES[meeting.phase],
        "hint": PHASE_HINTS[meeting.phase],
        "rights": sorted(RIGHTS[meeting.phase]),
        "ends": int(meeting.ends.timestamp() * 1000) if meeting.ends else None,
        "note": meeting.note,
        "names": meeting.names,
        "dots": dots_each(meeting, canvas),
        "counts": [[layer, level, count] for (layer, level), count in sorted(gained.items())],
        "voters": len(ballots or ()) if voting else 0,
    }


def board_of(canvas: Canvas, facts: Mapping[str, Any]) -> Drawing:
    """A canvas, as everybody may see it, and the facts of its meeting as pieces for phones."""
    return drawing_from(dict(_pieces(canvas, facts)))


def own_parts(
    canvas: Canvas, owners: Mapping[str, str], ballots: Mapping[str, Ballot]
) -> dict[str, str]:
    """What is each client's own, as JSON: cards with their texts, ids of links, dots by card.

    ``owners`` are clients by the parts that they have added, ``ballots`` are by client.
    """
    own: dict[str, dict[str, Any]] = {}
    for card in canvas.cards:
        part = own.setdefault(owners.get(card.id, _NOBODY), _nothing())
        part["cards"].append({"id": card.id, **_card_row(card)})
    for link in canvas.links:
        own.setdefault(owners.get(link.id, _NOBODY), _nothing())["links"].append(link.id)
    own.pop(_NOBODY, None)
    for client, ballot in ballots.items():
        own.setdefault(client, _nothing())["ballot"] = ballot
    return {client: _dump({"name": friendly_name(client), **part}) for client, part in own.items()}


@lru_cache(_CLIENTS_KEPT)
def nothing_own(client: str) -> str:
    """What is own to a client that has not done anything yet."""
    return _dump({"name": friendly_name(client), **_nothing()})


def _nothing() -> dict[str, Any]:
    return {"cards": [], "links": [], "ballot": {}}


def _pieces(canvas: Canvas, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "meeting", _dump(facts)
    yield (
        "about",
        _dump(
            {
                "title": canvas.title,
                "place": canvas.place,
                "question": canvas.question,
                "layers": [_layer_row(layer) for layer in canvas.ordered_layers()],
                "levels": [{"id": level, "title": LEVEL_TITLES[level]} for level in LEVELS],
                "verbs": dict(VERB_WORDS),
                "text_limit": TEXT_LIMIT,
            }
        ),
    )
    left_out = {card.id for card in canvas.left_out_cards()}
    shown = [card for card in canvas.cards if card.id not in left_out]
    yield "order", _dump([card.id for card in shown])
    for card in shown:
        yield f"cards/{card.id}", _card(card)
    for link in canvas.links:
        yield f"links/{link.id}", _link(link)


def _layer_row(layer: Layer) -> dict[str, Any]:
    guides = {level: layer.guide(level) for level in LEVELS}
    return {
        "id": layer.id,
        "title": layer.title,
        "colour": layer.colour,
        "questions": {level: guide.question for level, guide in guides.items()},
        "examples": {level: guide.example for level, guide in guides.items()},
    }


def _card_row(card: Card) -> dict[str, Any]:
    return {"layer": card.layer, "level": card.level, "text": card.text, "votes": card.votes}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _link_row(link: Link) -> dict[str, Any]:
    return {"source": link.source, "target": link.target, "verb": link.verb}


_card = BySameness(lambda card: _dump(_card_row(card)), PARTS_KEPT)
_link = BySameness(lambda link: _dump(_link_row(link)), PARTS_KEPT)
