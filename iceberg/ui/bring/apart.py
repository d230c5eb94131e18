"""Single cards of a group, placed apart from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from iceberg.errors import EditRefusedError
from iceberg.ui.acting import attempt, show_refusal
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.groups import Group, cell_of, spelled
from iceberg.ui.bring.upload import drafts
from iceberg.ui.plain import plain, short, told_apart

_SHOWN: Final = 100
"""Cards of one group that are listed with their places."""


def apart(token: str, bringing: Bringing, group: Group, names: Mapping[str, str]) -> None:
    """Any cards of the group, and where just these go; made only when it is looked at."""
    with st.expander(wording.ONE_BY_ONE, key=f"one:{group.key}", on_change="rerun") as opened:
        if not opened.open:
            return
        texts = told_apart(
            {node.id: short(node.text or node.id, 80) for node in bringing.draft.source.nodes}
        )
        with st.form(f"apart:{group.key}:form", border=False):
            st.multiselect(
                wording.APART,
                group.nodes,
                format_func=lambda node: texts.get(node, ""),
                placeholder=wording.APART_HINT,
                key=f"apart:{group.key}:cards",
            )
            st.selectbox(
                wording.APART_WHERE,
                list(names),
                index=None,
                format_func=lambda choice: names.get(choice, ""),
                placeholder=wording.OPEN,
                key=f"apart:{group.key}:to",
            )
            st.form_submit_button(
                wording.APART_BUTTON,
                key=f"apart:{group.key}:go",
                on_click=_place,
                args=(token, group.key),
            )
        show_refusal(f"apart:{group.key}")
        st.markdown("\n".join(_lines(bringing, group, texts, names)))


def _place(token: str, key: str) -> None:
    nodes = st.session_state[f"apart:{key}:cards"]
    choice = st.session_state[f"apart:{key}:to"]

    def work() -> None:
        if not nodes or not choice:
            raise EditRefusedError(wording.APART_NONE)
        if bringing := drafts().find(token):
            bringing.decide(nodes, cell_of(choice))

    if attempt(f"apart:{key}", work):
        st.session_state[f"apart:{key}:cards"] = []


def _lines(
    bringing: Bringing, group: Group, texts: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[str]:
    for node in group.nodes[:_SHOWN]:
        chosen = names.get(spelled(bringing, node))
        text = texts[node]
        if chosen:
            yield f"- {plain(wording.CARD_LINE.format(text=text, place=chosen))}"
            continue
        found = bringing.draft.suggestions[node]
        told = {"place": names[f"{found.layer}|{found.level}"], "reason": found.reason}
        yield f"- {plain(wording.CARD_OPEN.format(text=text, **told))}"
