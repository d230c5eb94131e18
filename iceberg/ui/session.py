"""What one browser session works with: the workshop, its own name, what is chosen."""

from __future__ import annotations

import os
import secrets
from typing import NoReturn, cast

import streamlit as st

from iceberg.catalog import Catalog, load_catalog
from iceberg.errors import IcebergError
from iceberg.live.answers import Pens
from iceberg.meeting import Grant, Meetings
from iceberg.meeting.access import access_from
from iceberg.model import Canvas
from iceberg.scene.placing import settled
from iceberg.store import Store, default_path, open_store
from iceberg.ui import where
from iceberg.workshop import Workshop


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this process: the one that the environment names."""
    return open_store(None)


@st.cache_resource(show_spinner=False)
def workshop() -> Workshop:
    """The one workshop of this process."""
    return Workshop(store())


@st.cache_resource(show_spinner=False)
def meetings() -> Meetings:
    """What goes on around the canvases of this process."""
    return Meetings(workshop(), store(), access_from(os.environ, default_path().parent))


def is_host() -> bool:
    """Whether this session may see every canvas: alone on a computer, or by the host's link."""
    access = meetings().access
    return not access.is_shared or access.is_host(where.token())


def grant(canvas_id: str) -> Grant:
    """What this session may do on a canvas; raises NotFoundError when its link does not open it."""
    return meetings().enter(canvas_id, where.token())


@st.cache_resource(show_spinner=False)
def catalog() -> Catalog:
    """Every layer that comes with the program; raises BadInputError for a broken file."""
    return load_catalog()


@st.cache_resource(show_spinner=False)
def pens() -> Pens:
    """What has been answered to everything done on pictures."""
    return Pens()


def note_pulse(canvas_id: str) -> None:
    """Note how far a canvas and the workshop around it have come, before the canvas is read.

    What is read later may be newer than this, never older.
    """
    pulse = workshop().pulses((canvas_id,)).get(canvas_id)
    st.session_state["turns"] = pulse.turns if pulse else 0
    st.session_state["seen"] = (canvas_id, pulse.revision if pulse else 0)


def turns() -> int:
    """How far the workshop around the canvas had come when this run began."""
    return cast(int, st.session_state.get("turns", 0))


def seen(canvas_id: str) -> int | None:
    """The revision of a canvas that the forms on this page show; None before there are any."""
    shown, revision = st.session_state.get("seen", ("", None))
    return cast("int | None", revision) if shown == canvas_id else None


def may_facilitate(canvas_id: str) -> bool:
    """Whether this session may do everything on a canvas that is there."""
    try:
        return grant(canvas_id).may_facilitate
    except IcebergError:
        return False


def client() -> str:
    """The random name under which this session's edits are kept; it says nothing about anyone."""
    return cast(str, st.session_state.setdefault("client", secrets.token_urlsafe(12)))


def use_client(name: str) -> None:
    """Go on under the name that a page has used before, as after a restart of the server."""
    st.session_state["client"] = name
    st.session_state["has_pen"] = True


def has_pen() -> bool:
    """Whether the browser's tab has told the name under which it does things."""
    return bool(st.session_state.get("has_pen"))


def go_to_canvas(opened: str) -> NoReturn:
    """Open the canvas's page."""
    forget_selection()
    where.go(where.CANVAS, opened)


def create(canvas: Canvas) -> str:
    """Keep a new canvas and give its id; raises IcebergError when the store cannot."""
    made = workshop().create(settled(canvas))
    if not is_host():
        where.use_token(meetings().doors.found(made))
    return made


def selected_card() -> str | None:
    """The card chosen on the picture or in a list."""
    return cast("str | None", st.session_state.get("selected_card"))


def selected_link() -> str | None:
    """The link chosen on the picture or in a list."""
    return cast("str | None", st.session_state.get("selected_link"))


def select(card: str | None = None, link: str | None = None) -> None:
    """Choose a card, a link, or nothing."""
    st.session_state["selected_card"] = card
    st.session_state["selected_link"] = link


def forget_selection() -> None:
    """Choose nothing, as on opening another canvas."""
    select()
