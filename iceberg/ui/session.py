"""What one browser session works with: the workshop, its own name, what is chosen."""

from __future__ import annotations

import secrets
from typing import NoReturn, cast

import streamlit as st

from iceberg.catalog import Catalog, load_catalog
from iceberg.live.answers import Pens
from iceberg.model import Canvas
from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.ui import where
from iceberg.workshop import Workshop


@st.cache_resource(show_spinner=False)
def workshop() -> Workshop:
    """The one workshop of this process, on the store that the environment names."""
    return Workshop(open_store(None))


@st.cache_resource(show_spinner=False)
def catalog() -> Catalog:
    """Every layer that comes with the program; raises BadInputError for a broken file."""
    return load_catalog()


@st.cache_resource(show_spinner=False)
def pens() -> Pens:
    """What has been answered to everything done on pictures."""
    return Pens()


def client() -> str:
    """The random name under which this session's edits are kept; it says nothing about anyone."""
    return cast(str, st.session_state.setdefault("client", secrets.token_urlsafe(12)))


def use_client(name: str) -> None:
    """Go on under the name that a page has used before, as after a restart of the server."""
    st.session_state["client"] = name


def go_to_canvas(opened: str) -> NoReturn:
    """Open the canvas's page."""
    forget_selection()
    where.go(where.CANVAS, opened)


def create(canvas: Canvas) -> str:
    """Keep a new canvas and give its id; raises IcebergError when the store cannot."""
    return workshop().create(settled(canvas))


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
