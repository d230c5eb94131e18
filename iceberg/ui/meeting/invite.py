"""Ways in: a code to read aloud, a square to scan, links to send."""

from __future__ import annotations

import io
from collections.abc import Callable

import segno
import streamlit as st

from iceberg.errors import NotFoundError
from iceberg.meeting import ROLES, Grant, Role
from iceberg.meeting.wording import ROLE_NAMES
from iceberg.ui import session, where
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.meeting import wording
from iceberg.ui.plain import plain

_PLACE = "invite"
_QR_SCALE = 6


def invite(grant: Grant) -> None:
    """The door and the links."""
    st.subheader(wording.INVITE, anchor=False)
    if not session.meetings().access.is_shared:
        st.info(wording.INVITE_ALONE)
        return
    code = session.meetings().doors.code(grant)
    if code:
        _door(grant, code)
    else:
        st.markdown(wording.INVITE_LINE)
        _button(wording.OPEN_DOOR, "open_door", wording.OPEN_DOOR_HELP, _open, grant)
    with st.expander(wording.LINKS, key="links", on_change="rerun") as links:
        if links.open:
            _links(grant)
    show_refusal(_PLACE)


def _door(grant: Grant, code: str) -> None:
    address = f"{where.home()}/join"
    st.markdown(wording.CODE_AT.format(address=plain(address.split("//")[-1])))
    st.markdown(f"# {code[:3]} {code[3:]}", anchors=False)
    st.image(qr(link_for(grant, "participant")), width=260, alt=wording.QR_ALT)
    _button(wording.CLOSE_DOOR, "close_door", wording.CLOSE_DOOR_HELP, _close, grant)


def qr(address: str) -> str:
    """The square for an address as SVG; dark on light in every theme, so that it can be scanned."""
    drawn = io.BytesIO()
    made = segno.make(address, error="m")
    made.save(drawn, kind="svg", scale=_QR_SCALE, border=3, light="#ffffff", title=wording.QR_ALT)
    return drawn.getvalue().decode()


def link_for(grant: Grant, role: Role) -> str:
    """The whole link of a role; a participant's names the canvas where no log sees it."""
    token = session.meetings().doors.token(grant, role)
    if role == "participant":
        return f"{where.home()}/join#{grant.canvas_id}.{token}"
    return f"{where.home()}/?canvas={grant.canvas_id}&token={token}"


def _links(grant: Grant) -> None:
    st.caption(wording.LINKS_LINE)
    for role in ROLES:
        st.markdown(f"**{ROLE_NAMES[role]}**  \n:small[{wording.LINK_HINTS[role]}]")
        st.code(link_for(grant, role), language=None, wrap_lines=True)
    st.pills(
        wording.REPLACE_WHICH,
        ROLES,
        format_func=lambda role: ROLE_NAMES[role],
        selection_mode="multi",
        default=["participant"],
        key="replace_which",
    )
    _button(wording.REPLACE, "replace_links", wording.REPLACE_HELP, _replace, grant)


def _button(label: str, key: str, says: str, work: Callable[..., None], *args: object) -> None:
    def attempted() -> None:
        attempt(_PLACE, lambda: work(*args))

    st.button(label, key=key, help=says, on_click=attempted)


def _open(grant: Grant) -> None:
    session.meetings().doors.open(grant)


def _close(grant: Grant) -> None:
    session.meetings().doors.close(grant)


def _replace(grant: Grant) -> None:
    session.meetings().doors.replace(grant, *st.session_state["replace_which"])
    tell(wording.REPLACED)
    try:
        session.grant(grant.canvas_id)
    except NotFoundError:
        where.use_token(session.meetings().doors.found(grant.canvas_id))
        tell(wording.SHUT_OUT)
