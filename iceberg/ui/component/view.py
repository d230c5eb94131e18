"""The canvas on screen: hands a scene to the browser and hears what is chosen there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from iceberg.live.answers import Answers
from iceberg.live.pieces import drawing_of, update
from iceberg.model import Canvas
from iceberg.scene.parts import Scene
from iceberg.ui import assets
from iceberg.ui.component.said import Chosen, Said, read_said
from iceberg.ui.component.words import WORDS

NO_ANSWERS: Final = Answers()
PATIENCE_MS: Final = 3_000
"""How long the forms beside the picture stay as they are while others change the canvas."""

# Constant and small, because it travels with every change; the rest is loaded once, by address.
_LOADER: Final = """
const once = {};
const load = (url) => (once[url] ??= import(new URL(url, location.href).href));
export default async (component) => {
  const [{ assets, words }] = component.data;
  try {
    const names = ["canvas.js", "scene.js", "vis-network.min.js"];
    const [canvas] = await Promise.all(names.map((name) => load(assets + name)));
    return canvas.default(component);
  } catch (error) {
    for (const url in once) delete once[url];
    console.error(error);
    component.parentElement.append(words.failed);
  }
};
"""

_mount = st.components.v2.component("extended_iceberg_canvas", js=_LOADER)


@dataclass(frozen=True, slots=True)
class CanvasState:
    """What is chosen on the picture: a card, a link, or nothing.

    ``news`` is true in the one run that follows a choice made on the picture itself; in all other
    runs the ids repeat what was last chosen there, which a list may have overruled meanwhile.
    """

    selected_card: str | None = None
    selected_link: str | None = None
    news: bool = False


def canvas_view(
    scene: Scene,
    *,
    revision: int,
    selected: str | None = None,
    height: int | None = None,
    key: str = "canvas",
    document: str = "",
    canvas: Canvas | None = None,
    meeting: Mapping[str, Any] | None = None,
    turns: int = 0,
    live: str = "",
    token: str = "",
    answers: Answers = NO_ANSWERS,
    patience_ms: int = PATIENCE_MS,
) -> CanvasState:
    """Show a scene, and return what is chosen on it.

    ``revision`` is the canvas's, ``turns`` its workshop's: data older than what is on screen is
    not shown. ``selected`` is
    the id of the card or link to show as chosen, unless somebody has just chosen another one on
    the picture. ``height`` is in CSS pixels, by default as much as the window has room for.
    ``document`` names the canvas: camera and choice are kept as long as it stays the same.
    With its ``canvas`` the picture can be changed, without it only looked at. ``live`` is the path
    of the WebSocket route by which the picture follows every change and sends what is done on it,
    by the link with this ``token``; ``meeting`` are the facts of the workshop around the canvas;
    ``answers`` says under which pen, and how far that pen has got. ``patience_ms`` is how long,
    more or less, the rest of the page stays as it is while others go on changing the canvas.
    """
    said = said_on(key)
    news = _is_news(key, said)
    chosen = said.chosen if news else _find(scene, selected)
    drawing = drawing_of(scene, canvas, meeting)
    data = {
        "assets": assets.url(),
        "words": dict(WORDS),
        "document": document,
        "revision": revision,
        "turns": turns,
        "height": height,
        "digest": drawing.digest,
        "update": update(drawing, said.holds),
        "chosen": _known(scene, chosen),
        "heard": {"client": said.client, "seq": said.seq},
        "live": live,
        "token": token,
        "pen": answers.pen,
        "done": answers.done,
        "patience_ms": patience_ms,
    }
    _mount(
        key=key,
        # In a list: Streamlit would look for tables among a dictionary's values, with pandas,
        # which takes a fifth of a cold start to import.
        data=[data],
        default={"said": None},
        on_said_change=_nothing,
    )
    return _state(scene, said, news)


def _nothing() -> None:
    """A state is one only when somebody listens to its changes."""


def said_on(key: str) -> Said:
    """What the picture with this key has said last; also before it is shown in this run."""
    state = st.session_state.get(key)
    return read_said(state.get("said") if isinstance(state, Mapping) else None)


def _is_news(key: str, said: Said) -> bool:
    heard = f"{key}-heard"
    before = st.session_state.get(heard)
    st.session_state[heard] = (said.client, said.seq)
    return said.seq > 0 and before != (said.client, said.seq)


def _find(scene: Scene, selected: str | None) -> Chosen | None:
    if selected is None:
        return None
    is_card = any(card.id == selected for card in scene.cards)
    return Chosen("card" if is_card else "link", selected)


def _known(scene: Scene, chosen: Chosen | None) -> dict[str, str] | None:
    if chosen is None:
        return None
    drawn = scene.cards if chosen.kind == "card" else scene.links
    if all(part.id != chosen.id for part in drawn):
        return None
    return {"kind": chosen.kind, "id": chosen.id}


def _state(scene: Scene, said: Said, news: bool) -> CanvasState:
    chosen = _known(scene, said.chosen)
    if chosen is None:
        return CanvasState(news=news)
    if chosen["kind"] == "card":
        return CanvasState(selected_card=chosen["id"], news=news)
    return CanvasState(selected_link=chosen["id"], news=news)
