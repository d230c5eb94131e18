"""What to take away, and how it is to look."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from iceberg.exporters import FORMATS, ExportOptions, Format
from iceberg.model import PAGES, Canvas
from iceberg.ui import wording
from iceberg.ui.plain import plain

_PICTURES = (".png", ".svg", ".pdf", ".html", ".docx", ".pptx")
_KINDS = {
    "picture": (".png", ".svg", ".pdf", ".html"),
    "document": (".docx", ".pptx", ".xlsx", ".txt", ".zip"),
}
_TEXTS = ("text/plain", "application/json")


@dataclass(frozen=True, slots=True)
class Choice:
    """A format and the options that it is made with."""

    format: Format
    options: ExportOptions

    @property
    def is_picture(self) -> bool:
        """Whether the preview is a picture."""
        return self.format.extension in _PICTURES

    @property
    def is_text(self) -> bool:
        """Whether the preview is the beginning of the file itself."""
        return self.format.mime in _TEXTS


def choose(canvas: Canvas) -> Choice:
    """Widgets for the format and for what can be chosen in that format."""
    known = {fmt.extension: fmt for fmt in FORMATS}
    kind = st.segmented_control(
        wording.KIND,
        list(wording.KINDS),
        default="picture",
        format_func=lambda name: wording.KINDS[name],
        required=True,
        key="kind",
    )
    offered = _offered(kind, list(known))
    extension = st.pills(
        wording.FORMAT,
        offered,
        default=offered[0],
        format_func=lambda item: _name(known[item]),
        required=True,
        wrap=True,
        key=f"{kind}:format",
    )
    chosen = known[extension]
    if line := wording.FORMATS.get(extension, ("", ""))[1]:
        st.caption(line)
    return Choice(chosen, _options(canvas, chosen))


def _offered(kind: str, known: list[str]) -> list[str]:
    """The formats of a kind; what has no kind of its own is data for other programs."""
    named = [extension for extension in wording.FORMATS if extension in known]
    every = [*named, *(extension for extension in known if extension not in named)]
    return [extension for extension in every if kind_of(extension) == kind]


def kind_of(extension: str) -> str:
    """What a file is for: a picture, a document, or data."""
    found = (kind for kind, extensions in _KINDS.items() if extension in extensions)
    return next(found, "data")


def _name(fmt: Format) -> str:
    return wording.FORMATS.get(fmt.extension, (fmt.title, ""))[0]


def _options(canvas: Canvas, chosen: Format) -> ExportOptions:
    if chosen.extension not in (*_PICTURES, ".scene.json"):
        return ExportOptions()
    page = st.segmented_control(
        wording.PAGE,
        PAGES,
        default=canvas.view.page,
        format_func=lambda name: wording.PAGES[name],
        required=True,
        key="page",
    )
    layers = _layers(canvas)
    whole = _whole(canvas)
    greyscale = st.toggle(wording.GREYSCALE, value=canvas.view.greyscale, key="greyscale")
    transparent, dpi = False, 300
    if chosen.extension in (".png", ".svg"):
        transparent = st.toggle(wording.TRANSPARENT, key="transparent")
    if chosen.extension == ".png":
        dpi = st.selectbox(
            wording.DPI,
            wording.DPIS,
            index=len(wording.DPIS) - 1,
            format_func=lambda value: wording.DPIS[value],
            key="dpi",
        )
    return ExportOptions(
        page=page,
        dpi=dpi,
        greyscale=greyscale,
        layers=layers,
        transparent=transparent,
        whole=whole,
    )


def _whole(canvas: Canvas) -> bool:
    left_out, total = len(canvas.left_out_cards()), len(canvas.cards)
    if not left_out:
        return False
    st.caption(wording.shows_just(total - left_out, total))
    return st.toggle(wording.WHOLE.format(total=total), key="whole")


def _layers(canvas: Canvas) -> tuple[str, ...] | None:
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    if len(titles) < 2:
        return None
    shown = st.pills(
        wording.LAYERS_SHOWN,
        list(titles),
        selection_mode="multi",
        default=[layer.id for layer in canvas.shown_layers()],
        format_func=lambda layer_id: plain(titles[layer_id]),
        key="layers_shown",
    )
    return tuple(layer_id for layer_id in titles if layer_id in shown) or None
