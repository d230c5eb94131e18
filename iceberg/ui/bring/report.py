"""What came in, what was changed and what did not fit, each by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import streamlit as st

from iceberg.importers import Report
from iceberg.importers import wording as report_words
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.plain import plain, short
from iceberg.wording import counted

_NAMES: Final = 8
"""Names of one kind on the page; the downloaded report has them all."""


def report(bringing: Bringing) -> None:
    """The report first, before anything is decided or kept."""
    made = bringing.imported().report
    st.subheader(wording.REPORT, anchor=False)
    told = {"cards": counted(made.cards, "card"), "links": counted(made.links, "link")}
    st.markdown(plain(wording.READ_AS.format(format=made.format, **told)))
    if made.remarks:
        label = wording.REPORT_MORE.format(count=counted(len(made.remarks), "thing"))
        with st.expander(label, expanded=len(made.remarks) <= _NAMES):
            st.markdown("\n".join(_lines(made)))
    with st.container(horizontal=True, vertical_alignment="center"):
        if not made.remarks:
            st.caption(wording.REPORT_ALL, width="content")
        st.download_button(
            wording.REPORT_DOWNLOAD,
            made.markdown(),
            file_name=wording.REPORT_FILE,
            mime="text/markdown",
            key="report_download",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _lines(made: Report) -> Iterator[str]:
    for about, (section, said) in report_words.REMARKS.items():
        names = made.names(about)
        if not names:
            continue
        yield f"- **{section}:** {plain(said)} ({len(names):,})"
        yield from (f"    - {plain(short(name, 120))}" for name in names[:_NAMES])
        if len(names) > _NAMES:
            yield f"    - {wording.AND_MORE.format(count=len(names) - _NAMES)}"
