"""Where one is: the page and the canvas, both in the address, so that a reload comes back here.

All pages share one path and differ in the query. Streamlit asks for its own files below the path
of a page first, and a path of our own would fill the browser's console with its failures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn, cast
from urllib.parse import urlsplit

import streamlit as st

from iceberg.ui import wording
from iceberg.ui.welcome import own_address

START: Final = "start"
CANVAS: Final = "canvas"
FINDINGS: Final = "findings"
ASSUMPTIONS: Final = "assumptions"
WORKSHOP: Final = "workshop"
TAKE_AWAY: Final = "take-away"
READINGS: Final = "readings"
COMPARE: Final = "compare"
BRING: Final = "bring"
PAGES: Final = (
    *(START, CANVAS, FINDINGS, ASSUMPTIONS, WORKSHOP, TAKE_AWAY),
    *(READINGS, COMPARE, BRING),
)

_PAGE, _CANVAS, _TOKEN, _SHOWN = "page", "canvas", "token", "address_shown"
_DRAFT: Final = "draft"


def below_base(path: str) -> str:
    """A path of ours as the server has it, below the server's own base path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/{path}" if base else f"/{path}"


def live_url() -> str:
    """The path of the WebSocket route that every picture is joined to."""
    return below_base("iceberg-live")


def join_url() -> str:
    """The path of the page for phones."""
    return below_base("join")


def home() -> str:
    """The address of the app as this browser knows it, without a slash at its end.

    On the computer that serves, others would not find it by that computer's name for itself.
    """
    shown = urlsplit(str(st.context.url or ""))
    host = shown.hostname or "localhost"
    near = own_address() if host in ("localhost", "127.0.0.1", "::1") else None
    port = f":{shown.port}" if shown.port else ""
    return f"{shown.scheme or 'http'}://{near or host}{port}{below_base('').rstrip('/')}"


def page() -> str:
    """The page in the address; a canvas without a page is the canvas's own."""
    named = st.query_params.get(_PAGE)
    if named in PAGES:
        return str(named)
    return CANVAS if st.query_params.get(_CANVAS) else START


def token() -> str:
    """The token of the link that this page was opened by, else that of the one before; or none."""
    named = st.query_params.get(_TOKEN)
    if named:
        st.session_state[_TOKEN] = named
    return cast(str, st.session_state.get(_TOKEN, ""))


def use_token(made: str) -> None:
    """Go on by another link, as after making a canvas."""
    st.session_state[_TOKEN] = made
    # What stands in the address counts before anything else.
    if _TOKEN in st.query_params:
        st.query_params[_TOKEN] = made


def canvas_id() -> str | None:
    """The canvas in the address, else the one that was open before."""
    named = st.query_params.get(_CANVAS)
    if named:
        st.session_state["canvas_id"] = named
    return cast("str | None", st.session_state.get("canvas_id"))


def keep_address(opened: str) -> None:
    """Put the canvas into the address when it is not there."""
    if st.query_params.get(_CANVAS) != opened:
        st.query_params[_CANVAS] = opened
    if token() and st.query_params.get(_TOKEN) != token():
        st.query_params[_TOKEN] = token()


def show_address() -> None:
    """Show the address in the browser; a link within one path changes it for the server only."""
    address = st.query_params.to_dict()
    if st.session_state.get(_SHOWN, address) != address:
        st.query_params.from_dict(address)
    st.session_state[_SHOWN] = address


def serve(show: Callable[[], None]) -> None:
    """Run the page that the address names."""
    st.navigation([_path(show)], position="hidden").run()


def link(label: str, to: str, opened: str | None = None, icon: str | None = None) -> None:
    """A link to a page, with the canvas that it is about; ``label`` is Markdown."""
    st.page_link(_path(), label=label, icon=icon, query_params=_query(to, opened))


def go(to: str, opened: str | None = None) -> NoReturn:
    """Go to a page at once."""
    st.switch_page(_path(), query_params=_query(to, opened))


def go_soon(to: str, opened: str | None = None) -> None:
    """Have the page drawn next be this one; for callbacks, which cannot go at once."""
    st.query_params.from_dict(_query(to, opened))


def draft() -> str:
    """The name of the map that is being placed, from the address; or none."""
    return str(st.query_params.get(_DRAFT, ""))


def named_canvas() -> str | None:
    """The canvas in the address alone, whatever was open before."""
    return st.query_params.get(_CANVAS)


def go_to_draft(name: str, into: str | None) -> NoReturn:
    """Go to the page on which a map is placed, for a canvas or a new one."""
    st.switch_page(_path(), query_params={**_query(BRING, into), _DRAFT: name})


def outside(label: str, path: str) -> None:
    """A link to a page of this server that is none of Streamlit's."""
    st.link_button(label, f"{home()}/{path.rsplit('/', 1)[-1]}")


def forget(deleted: str) -> None:
    """Forget a canvas that is not there any more."""
    if st.session_state.get("canvas_id") == deleted:
        del st.session_state["canvas_id"]
    if st.query_params.get(_CANVAS) == deleted:
        del st.query_params[_CANVAS]


def _query(to: str, opened: str | None) -> dict[str, str]:
    is_own = to == CANVAS and bool(opened)
    named = {} if is_own or to == START else {_PAGE: to}
    shown = {_TOKEN: known} if (known := token()) else {}
    return named | shown | ({_CANVAS: opened} if opened else {})


def _path(show: Callable[[], None] | None = None) -> st.Page:
    return st.Page(show or _nothing, title=wording.APP, url_path="", default=True)


def _nothing() -> None:
    """Stands for the page where only its path counts."""
