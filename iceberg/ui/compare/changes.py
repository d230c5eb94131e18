"""What has changed between two moments: as one picture, and in words."""

from __future__ import annotations

import streamlit as st

from iceberg.compare import HOWS, KINDS, Comparison, Kind, Moment, compare
from iceberg.compare.wording import KIND_TITLES, counts, differing
from iceberg.exporters.comparison import COMPARISON_MIMES
from iceberg.exporters.names import file_name
from iceberg.ui import wording as app_wording
from iceberg.ui.compare import wording
from iceberg.ui.compare.kept import comparison_file
from iceberg.ui.pictures_key import key_of
from iceberg.ui.plain import plain, short

_NAME = 40
"""Characters of a moment's name that the line under the picture's title has room for."""
_AT_ONCE = 12


def changes(canvas_id: str, earlier: Moment, later: Moment) -> None:
    """A line of counts a kind, the picture, every difference in a sentence, and the files."""
    comparison = compare(earlier.canvas, later.canvas)
    names = (short(earlier.name, _NAME), short(later.name, _NAME))
    st.markdown(f"**{differing(len(comparison.differences))}**")
    if not comparison.differences:
        return
    said = [_counts(comparison, kind) for kind in KINDS if comparison.of(kind)]
    st.caption(plain(" ".join(said)))
    picture, words = st.columns([8, 5], gap="large")
    with picture:
        _picture(canvas_id, comparison, names, " ".join(said))
    with words:
        _words(comparison)


def _counts(comparison: Comparison, kind: Kind) -> str:
    new, gone, changed = (len(comparison.of(kind, how)) for how in HOWS)
    return counts(kind, new, gone, changed)


def _picture(canvas_id: str, comparison: Comparison, names: tuple[str, str], said: str) -> None:
    keys = tuple(key_of(canvas_id, one) for one in (comparison.before, comparison.after))
    with st.spinner(app_wording.DRAWING):
        drawn = comparison_file(keys[0], keys[1], names, ".svg", comparison)
    title = comparison.after.title
    with st.container(border=True):
        st.image(
            drawn.data.decode("utf-8"),
            width="stretch",
            alt=wording.PICTURE_ALT.format(title=title, said=said),
        )
    for note in drawn.notes:
        st.caption(plain(note))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        extension = st.segmented_control(
            wording.FORMAT,
            list(COMPARISON_MIMES),
            default=".svg",
            format_func=lambda one: wording.FORMATS[one],
            required=True,
            key="compare_format",
        )
        with st.spinner(app_wording.MAKING):
            made = comparison_file(keys[0], keys[1], names, extension, comparison)
        st.download_button(
            wording.DOWNLOAD.format(format=wording.FORMATS[extension]),
            made.data,
            file_name=file_name(comparison.after, f"-changes{extension}"),
            mime=COMPARISON_MIMES[extension],
            type="primary",
            key="compare_download",
            on_click="ignore",
        )


def _words(comparison: Comparison) -> None:
    st.subheader(wording.WORDS, anchor=False)
    for kind in KINDS:
        said = [plain(difference.sentence) for difference in comparison.of(kind)]
        if said:
            st.markdown("\n".join((f"**{KIND_TITLES[kind]}**", "", *_points(said[:_AT_ONCE]))))
        if rest := said[_AT_ONCE:]:
            with st.expander(wording.MORE.format(count=len(rest)), key=f"more_changes:{kind}"):
                st.markdown("\n".join(_points(rest)))


def _points(lines: list[str]) -> list[str]:
    return [f"- {line}" for line in lines]
