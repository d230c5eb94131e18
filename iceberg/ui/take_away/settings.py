"""Page, colours and what else can be set for a format; each purpose has its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from iceberg.exporters import FORMATS, ExportOptions
from iceberg.exporters.pack import MEGABYTE, usual
from iceberg.exporters.story.limit import DEFAULT, Limit
from iceberg.exporters.tiling import PRINTER_SIDES, PrinterSize
from iceberg.model import PAGES, PALETTES, Canvas
from iceberg.ui import wording as words
from iceberg.ui.plain import plain
from iceberg.ui.take_away import wording

_DATA: Final = (".xlsx", ".txt", ".alt.txt", ".ics", ".iceberg.json")
"""What has neither page nor colours, but layers."""
_MOST_WORDS: Final = 5_000


def has_settings(name: str, extension: str) -> bool:
    """Whether there is anything to set: other programs take a canvas as it is."""
    return name != "program" or extension == ".scene.json"


def settings(canvas: Canvas, name: str, extension: str, given: ExportOptions) -> ExportOptions:
    """The options that a person chose, beginning with those ``given`` for the purpose."""
    options = given
    if has_settings(name, extension):
        if extension not in _DATA:
            options = _look(canvas, name, options)
        options = replace(options, layers=_layers(canvas, name), whole=_whole(canvas, name))
    if extension in (".png", ".svg"):
        transparent = st.toggle(words.TRANSPARENT, key=f"{name}:transparent")
        options = replace(options, transparent=transparent)
    if extension == ".png":
        options = replace(options, dpi=_dpi(name, given.dpi))
    if extension == ".tiles.pdf":
        options = replace(options, printer=_printer(name))
    if extension == ".txt":
        options = replace(options, limit=_limit(name))
    if extension == ".zip":
        options = _pack(name, options)
    return options


def _look(canvas: Canvas, name: str, options: ExportOptions) -> ExportOptions:
    page = st.segmented_control(
        words.PAGE,
        PAGES,
        default=options.page or canvas.view.page,
        format_func=lambda one: words.PAGES[one],
        required=True,
        key=f"{name}:page",
    )
    # A view of an earlier version knows no palettes, only whether it is grey.
    grey = canvas.view.greyscale and canvas.view.palette == "water"
    palette = st.segmented_control(
        words.PALETTE,
        PALETTES,
        default="black_and_white" if grey else canvas.view.palette,
        format_func=lambda one: words.PALETTES[one],
        required=True,
        key=f"{name}:palette",
    )
    return replace(options, page=page, palette=palette, greyscale=False)


def _dpi(name: str, given: int) -> int:
    return int(
        st.selectbox(
            words.DPI,
            words.DPIS,
            index=list(words.DPIS).index(given),
            format_func=lambda value: words.DPIS[value],
            key=f"{name}:dpi",
        )
    )


def _printer(name: str) -> PrinterSize:
    chosen: PrinterSize = st.segmented_control(
        wording.PRINTER,
        list(PRINTER_SIDES),
        default="a4",
        format_func=lambda one: one.upper(),
        required=True,
        key=f"{name}:printer",
    )
    return chosen


def _whole(canvas: Canvas, name: str) -> bool:
    left_out, total = len(canvas.left_out_cards()), len(canvas.cards)
    if not left_out:
        return False
    st.caption(words.shows_just(total - left_out, total))
    return st.toggle(words.WHOLE.format(total=total), key=f"{name}:whole")


def _layers(canvas: Canvas, name: str) -> tuple[str, ...] | None:
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    if len(titles) < 2:
        return None
    shown = st.pills(
        words.LAYERS_SHOWN,
        list(titles),
        selection_mode="multi",
        default=[layer.id for layer in canvas.shown_layers()],
        format_func=lambda layer_id: plain(titles[layer_id]),
        key=f"{name}:layers_shown",
    )
    return tuple(layer_id for layer_id in titles if layer_id in shown) or None


def _limit(name: str) -> Limit:
    unit = st.segmented_control(
        wording.ANSWER_UNIT,
        list(wording.ANSWER_UNITS),
        default=DEFAULT.unit,
        format_func=lambda one: wording.ANSWER_UNITS[one],
        required=True,
        key=f"{name}:unit",
    )
    count = st.number_input(
        wording.ANSWER_LIMIT,
        min_value=10,
        max_value=_MOST_WORDS,
        value=DEFAULT.count if unit == DEFAULT.unit else 2 * DEFAULT.count,
        step=50,
        key=f"{name}:{unit}:limit",
    )
    return Limit(int(count), "words" if unit == "words" else "characters")


def _pack(name: str, options: ExportOptions) -> ExportOptions:
    known = {fmt.extension: fmt.title for fmt in FORMATS if fmt.extension != ".zip"}
    inside = st.multiselect(
        wording.PACK,
        list(known),
        default=list(usual()),
        format_func=lambda one: words.FORMATS.get(one, (known[one], ""))[0],
        key=f"{name}:pack",
    )
    size = st.number_input(
        wording.PACK_LIMIT, min_value=0.1, max_value=500.0, value=10.0, key=f"{name}:size"
    )
    return replace(options, formats=tuple(inside), size_limit=round(size * MEGABYTE))
