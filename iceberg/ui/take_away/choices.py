"""What it is for, in which format, and how it is to look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from iceberg.exporters import FORMATS, ExportOptions, Format
from iceberg.exporters.leaving.purposes import PURPOSES, Purpose, purpose
from iceberg.model import Canvas, Origin
from iceberg.ui import wording as words
from iceberg.ui.plain import plain
from iceberg.ui.take_away import wording
from iceberg.ui.take_away.names import hidden
from iceberg.ui.take_away.settings import has_settings, settings
from iceberg.ui.take_away.showing import showing

_PICTURES: Final = (
    *(".png", ".svg", ".pdf", ".html", ".docx", ".pptx"),
    *(".report.pdf", ".tiles.pdf", ".zip"),
)
_CANVAS_FILE: Final = ".iceberg.json"
_WORKBOOK: Final = ".xlsx"
_TEXTS: Final = ("text/", "application/json", "application/xml")
"""How the media types of what can be read as it is begin."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A format, the options that it is made with, and what it is for."""

    format: Format
    options: ExportOptions
    purpose: Purpose | None

    @property
    def is_picture(self) -> bool:
        """Whether the preview is a picture."""
        return self.format.extension in _PICTURES

    @property
    def is_text(self) -> bool:
        """Whether the preview is the beginning of the file itself."""
        told = self.is_picture or self.format.extension in wording.INSTEAD
        return not told and self.format.mime.startswith(_TEXTS)


def choose(canvas_id: str, canvas: Canvas, above: DeltaGenerator) -> Choice:
    """Widgets for the purpose and the format ``above``, then for what can be chosen there."""
    with above:
        name = st.pills(
            wording.PURPOSE,
            list(wording.PURPOSES),
            default="bid",
            format_func=lambda one: wording.PURPOSES[one],
            required=True,
            wrap=True,
            help=_purposes_help(),
            key="purpose",
        )
        chosen = _format(name)
    for_what = _purpose(name)
    # Of the formats for other programs only the workbook could leave out what the picture does.
    given = for_what.options(canvas) if for_what else ExportOptions(whole=True)
    options = given
    if has_settings(name, chosen.extension):
        with st.expander(wording.SETTINGS):
            options = settings(canvas, name, chosen.extension, given)
    with st.expander(wording.SHOW):
        show = showing(canvas_id, canvas, name, given)
    show = replace(show, hidden=hidden(canvas_id, canvas))
    origin = Origin(canvas_id, canvas.revision)
    return Choice(chosen, replace(options, show=show, origin=origin), for_what)


def _purposes_help() -> str:
    lines = wording.PURPOSE_LINES.items()
    return "\n".join(f"- **{wording.PURPOSES[name]}**: {plain(line)}" for name, line in lines)


def _format(name: str) -> Format:
    known = {fmt.extension: fmt for fmt in FORMATS}
    offered = offered_for(name)
    extension = st.pills(
        words.FORMAT,
        offered,
        default=offered[0],
        format_func=lambda item: words.FORMATS.get(item, (known[item].title, ""))[0],
        required=True,
        wrap=True,
        key=f"{name}:format",
    )
    if line := words.FORMATS.get(extension, ("", ""))[1]:
        st.caption(line)
    return known[extension]


def _purpose(name: str) -> Purpose | None:
    """The purpose with this name; None for other programs, which have none of ours."""
    return next((purpose(one) for one in PURPOSES if one == name), None)


def offered_for(name: str) -> list[str]:
    """The extensions that are offered for a purpose, the most usual first.

    What no purpose asks for is there for other programs, and the workbook, which is both.
    """
    known = [fmt.extension for fmt in FORMATS]
    if asked_for := _purpose(name):
        return [extension for extension in asked_for.formats if extension in known]
    asked = {extension for one in PURPOSES for extension in purpose(one).formats}
    others = [one for one in known if one not in asked or one == _WORKBOOK]
    return sorted(others, key=lambda one: one != _CANVAS_FILE)
