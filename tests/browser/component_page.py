"""The page of the small app."""

from __future__ import annotations

import streamlit as st

from iceberg.scene.parts import (
    Badge,
    Box,
    CardDrawing,
    Gradient,
    LinkDrawing,
    Page,
    Paint,
    Path,
    Scene,
    Text,
)
from iceberg.ui.component import canvas_view

WIDTH, HEIGHT = 44.0, 16.0
PLACES = {"a": (40.0, 40.0), "b": (180.0, 40.0), "c": (180.0, 130.0), "d": (40.0, 130.0)}
TEXTS = {"a": "Costs rise", "b": "Groups close", "c": "أسعار ترتفع", "d": "Staff leave 🙂"}
LINKS = {"a-b": ("a", "b"), "b-c": ("b", "c")}
WATER = Gradient(0.0, 210.0, ((0.0, "#f3f8fa"), (1.0, "#9cc3d3")))


def card(name: str, text: str) -> CardDrawing:
    x, y = PLACES[name]
    rtl = name == "c"
    marks = (
        Box(x, y, WIDTH, HEIGHT, 1.2, Paint("#ffffff", "#9fb4bf", 0.3)),
        Box(x, y, 1.6, HEIGHT, 0.8, Paint("#b03d18")),
        Text(
            x + (WIDTH - 3 if rtl else 4),
            y + 7,
            text,
            10.0,
            30.0,
            "#14232e",
            bold=name == "a",
            anchor="end" if rtl else "start",
            rtl=rtl,
        ),
    )
    return CardDrawing(
        name, "place", "events", x, y, WIDTH, HEIGHT, (text,), 10.0, f"Card: {text}.", marks
    )


def link(name: str) -> LinkDrawing:
    source, target = LINKS[name]
    (x0, y0), (x1, y1) = PLACES[source], PLACES[target]
    if y0 == y1:
        start, end = (x0 + WIDTH, y0 + 8), (x1, y1 + 8)
    else:
        start, end = (x0 + 20, y0 + HEIGHT), (x1 + 20, y1)
    path = (*start, *start, *end, *end)
    d = f"M{start[0]} {start[1]}L{end[0]} {end[1]}"
    x, y = (start[0] + end[0]) / 2 - 2, (start[1] + end[1]) / 2 - 2
    badge = Badge(x, y, 4, 4, (Box(x, y, 4, 4, 2, Paint("#ffffff", "#46555f", 0.3)),))
    spoken = f"{TEXTS[source]} drives {TEXTS[target]}."
    marks = (Path(d, Paint(None, "#46555f", 0.5)),)
    return LinkDrawing(name, source, target, (path,), badge, spoken, marks)


def scene(names: list[str], texts: dict[str, str]) -> Scene:
    shown = [name for name, ends in LINKS.items() if set(ends) <= set(names)]
    return Scene(
        page=Page(297.0, 210.0),
        title="A test",
        description="A test.",
        language="en",
        background=(Box(0, 0, 297, 210, 0, Paint(WATER)),),
        bands=(),
        icebergs=(),
        cards=tuple(card(name, texts[name]) for name in names),
        links=tuple(link(name) for name in shown),
        furniture=(Text(10, 12, "A test", 16.0, 20.0, "#14232e", bold=True),),
    )


state = st.session_state
state.setdefault("revision", 1)
state.setdefault("names", ["a", "b", "c"])
state.setdefault("texts", dict(TEXTS))
state.setdefault("runs", 0)
state["runs"] += 1

left, right, more, other = st.columns(4)
if left.button("Add a card"):
    state["names"] = [*state["names"], "d"]
    state["revision"] += 1
if right.button("Change a card"):
    state["texts"] = {**state["texts"], "a": "Costs fall"}
    state["revision"] += 1
more.button("Run again")
if other.button("Choose B"):
    state["selected"] = "b"

shown = canvas_view(
    scene(state["names"], state["texts"]),
    revision=state["revision"],
    selected=state.get("selected"),
    document="test",
)
if shown.news:
    state["selected"] = shown.selected_card or shown.selected_link
st.text(f"Chosen: card {shown.selected_card}, link {shown.selected_link}, run {state['runs']}")
st.markdown("<br>" * 40, unsafe_allow_html=True)
