"""Where the cards belong: by groups, or one by one; nothing is decided without a person."""

from __future__ import annotations

from typing import Final

import streamlit as st

from iceberg.ui.bring import wording
from iceberg.ui.bring.apart import apart
from iceberg.ui.bring.bands import bands
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.groups import (
    Group,
    cell_of,
    choice_of,
    choices,
    first_texts,
    groupings,
    groups,
    suggested,
)
from iceberg.ui.bring.upload import drafts
from iceberg.ui.plain import plain, short
from iceberg.wording import counted

_GROUPS: Final = 60
"""Groups on the page at first, and as many more each time that somebody asks."""
_BY: Final = "bring_by"


def placing(token: str, bringing: Bringing) -> None:
    """All groups, and the ways to decide many at once."""
    st.subheader(wording.PLACE, anchor=False)
    st.caption(wording.PLACE_LINE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            wording.ACCEPT_ALL,
            type="primary",
            key="accept_all",
            on_click=_accept,
            args=(token, bringing.nodes),
        )
        st.button(
            wording.START_OVER,
            key="start_over",
            disabled=not bringing.decided,
            on_click=_reopen,
            args=(token,),
        )
        by = _grouping(bringing)
    found = groups(bringing.draft, by)
    shown = _shown(token, by)
    bands(token, bringing, found[:shown], drafts())
    if decided := len(bringing.decided):
        cards = counted(len(bringing.nodes), "card")
        st.caption(wording.DECIDED.format(decided=decided, cards=cards))
    with st.expander(wording.LISTS, key="bring_lists", on_change="rerun") as lists:
        if lists.open:
            for group in found[:shown]:
                _group(token, bringing, group)
    if (more := len(found) - shown) > 0:
        label = wording.MORE_GROUPS.format(count=min(more, _GROUPS), groups=len(found))
        st.button(label, key="more_groups", on_click=_show_more, args=(token, by))


def _shown(token: str, by: str) -> int:
    return int(st.session_state.get(f"groups:{token}:{by}", _GROUPS))


def _show_more(token: str, by: str) -> None:
    st.session_state[f"groups:{token}:{by}"] = _shown(token, by) + _GROUPS


def _grouping(bringing: Bringing) -> str:
    known = groupings(bringing.draft)
    if st.session_state.get(_BY) not in known:
        st.session_state[_BY] = known[0]
    return str(
        st.segmented_control(
            wording.GROUP_BY,
            known,
            format_func=lambda name: wording.GROUPINGS[name],
            required=True,
            key=_BY,
        )
    )


def _group(token: str, bringing: Bringing, group: Group) -> None:
    name = short(group.name, 60)
    title = wording.GROUP_TITLE.format(name=name, cards=counted(len(group.nodes), "card"))
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(title)}**")
        st.markdown(plain(first_texts(bringing.draft, group)))
        st.caption(plain(suggested(bringing.draft, group)))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            _chooser(token, bringing, group)
            st.button(
                wording.ACCEPT,
                key=f"accept:{group.key}",
                help=plain(wording.ACCEPT_HELP.format(name=name)),
                disabled=bringing.is_accepted(group.nodes),
                on_click=_accept,
                args=(token, group.nodes),
            )
        apart(token, bringing, group, choices(bringing.draft))


def _chooser(token: str, bringing: Bringing, group: Group) -> None:
    key, names = f"to:{group.key}", choices(bringing.draft)
    chosen = choice_of(bringing, group)
    st.session_state[key] = chosen if chosen in names else None
    st.selectbox(
        wording.WHERE.format(name=short(group.name, 40)),
        list(names),
        index=None,
        format_func=lambda choice: names.get(choice, ""),
        placeholder=wording.MIXED if chosen == "mixed" else wording.OPEN,
        key=key,
        on_change=_choose,
        args=(token, key, group.nodes),
        label_visibility="collapsed",
    )


def _choose(token: str, key: str, nodes: tuple[str, ...]) -> None:
    bringing, choice = drafts().find(token), st.session_state[key]
    if bringing and choice:
        bringing.decide(nodes, cell_of(choice))
    elif bringing:
        bringing.reopen(nodes)


def _accept(token: str, nodes: tuple[str, ...]) -> None:
    if bringing := drafts().find(token):
        bringing.accept(nodes)


def _reopen(token: str) -> None:
    if bringing := drafts().find(token):
        bringing.reopen(bringing.nodes)
