"""Shows the bands of every iceberg in the browser, and takes what is dragged onto them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

import streamlit as st

from iceberg import wording as picture_words
from iceberg.importers import Draft
from iceberg.live.acts import text_of
from iceberg.model import LEVELS
from iceberg.ui import assets
from iceberg.ui.bring.bands.moves import Moves, taken_moves
from iceberg.ui.bring.bands.words import WORDS
from iceberg.ui.bring.drafts import Bringing, Drafts
from iceberg.ui.bring.groups import BY_PLACE, Group, choice_of, first_texts, suggested
from iceberg.ui.plain import short
from iceberg.wording import counted

_KEY: Final = "bands"
_JS: Final = """
const once = {};
const load = (url) => (once[url] ??= import(new URL(url, location.href).href));
export default async (component) => {
  const { assets, words } = component.data;
  try {
    return (await load(`${assets}bands.js`)).default(component);
  } catch (error) {
    for (const url in once) delete once[url];
    console.error(error);
    component.parentElement.append(words.failed);
  }
};
"""

_mount = st.components.v2.component("extended_iceberg_bands", js=_JS)


def bands(token: str, bringing: Bringing, shown: Iterable[Group], drafts: Drafts) -> None:
    """The bands with these groups; ``drafts`` finds the map of this ``token`` when one is moved."""
    said = _said()
    client = text_of(said.get("client")) if isinstance(said, Mapping) else ""
    done = _moves(token).done.get(client, 0)
    layers = sorted(bringing.draft.layers, key=lambda layer: layer.order)
    _mount(
        key=_KEY,
        data={
            "assets": assets.url(),
            "words": dict(WORDS),
            "layers": [{"id": layer.id, "title": layer.title} for layer in layers],
            "levels": [
                {"id": level, "title": picture_words.LEVEL_TITLES[level]} for level in LEVELS
            ],
            "groups": [_told(bringing, group) for group in shown],
            "draft": token,
            "heard": {"client": client, "done": done},
        },
        default={"said": None},
        on_said_change=lambda: _take(token, drafts),
    )


def _take(token: str, drafts: Drafts) -> None:
    if bringing := drafts.find(token):
        taken_moves(bringing, _moves(token), _said())


def _said() -> Any:
    state = st.session_state.get(_KEY)
    return state.get("said") if isinstance(state, Mapping) else None


def _moves(token: str) -> Moves:
    moves: Moves = st.session_state.setdefault(f"moves:{token}", Moves())
    return moves


def _told(bringing: Bringing, group: Group) -> dict[str, Any]:
    draft = bringing.draft
    return {
        "key": group.key,
        "name": short(group.name, 60),
        "is_place": group.key.startswith(f"{BY_PLACE}-"),
        "count": counted(len(group.nodes), "card"),
        "texts": first_texts(draft, group),
        "why": suggested(draft, group),
        "where": choice_of(bringing, group),
        "suggested": _usual_place(draft, group),
    }


def _usual_place(draft: Draft, group: Group) -> str:
    """The cell that most of a group are suggested for, as it can be chosen."""
    found = (draft.suggestions[node] for node in group.nodes)
    return Counter(f"{one.layer}|{one.level}" for one in found).most_common(1)[0][0]
