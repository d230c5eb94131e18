"""What is dragged on the bands, as a browser says it: nothing of it is taken on trust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from iceberg.live.acts import count_of, text_of
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.groups import Group, cell_of, choices, groupings, groups

OPEN: Final = "open"
"""Where a group goes that nothing is decided about."""
_MOVES_LIMIT: Final = 1_000


@dataclass
class Moves:
    """How far each page's moves have been taken: numbers by the page's random name."""

    done: dict[str, int] = field(default_factory=dict)


def taken_moves(bringing: Bringing, moves: Moves, said: Any) -> None:
    """Decide what was dragged and has not been taken yet.

    ``said`` is ``{"client": …, "moves": [{"seq", "group", "to"}]}`` from a browser. Moves come
    again until the page has heard that they were taken, so none is lost and none done twice.
    """
    if not isinstance(said, Mapping) or not isinstance(said.get("moves"), list):
        return
    client = text_of(said.get("client"))
    known = choices(bringing.draft)
    for move in said["moves"][:_MOVES_LIMIT]:
        seq = count_of(move.get("seq")) if isinstance(move, Mapping) else 0
        if seq <= moves.done.get(client, 0):
            continue
        moves.done[client] = seq
        group, to = _group(bringing, text_of(move.get("group"))), text_of(move.get("to"))
        if group and to in known:
            bringing.decide(group.nodes, cell_of(to))
        elif group and to == OPEN:
            bringing.reopen(group.nodes)


def _group(bringing: Bringing, key: str) -> Group | None:
    by = key.partition("-")[0]
    if by not in groupings(bringing.draft):
        return None
    return next((group for group in groups(bringing.draft, by) if group.key == key), None)
