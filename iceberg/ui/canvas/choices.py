"""The widgets that ask the same thing in several forms, in the same words."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from iceberg import wording as picture_words
from iceberg.model import LEVELS, Canvas, Level, Verb
from iceberg.ui import wording
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain


def choose_one(
    label: str, words: Mapping[str, str], value: str | None, key: str, *, visible: bool = True
) -> None:
    """One of a few words, side by side; ``none`` stands for no answer."""
    st.segmented_control(
        label,
        list(words),
        default=value or "none",
        format_func=lambda item: words[item],
        required=True,
        key=key,
        label_visibility="visible" if visible else "collapsed",
    )


def answer(value: str) -> str | None:
    """What ``choose_one`` was answered: None for no answer."""
    return None if value == "none" else value


def choose_layer(canvas: Canvas, fields: Fields, value: str | None = None) -> str:
    """An iceberg of the canvas; those to the left first."""
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    ids = list(titles)
    return st.segmented_control(
        wording.LAYER,
        ids,
        default=value or ids[-1],
        format_func=lambda layer_id: plain(titles[layer_id]),
        required=True,
        key=fields.key("layer"),
    )


def choose_level(fields: Fields, value: Level = LEVELS[0]) -> Level:
    """One of the four levels, from the surface down."""
    return st.selectbox(
        wording.LEVEL,
        LEVELS,
        index=LEVELS.index(value),
        format_func=lambda level: picture_words.LEVEL_TITLES[level],
        key=fields.key("level"),
    )


def choose_card_of(
    label: str, names: Mapping[str, str], key: str, value: str | None = None
) -> None:
    """A card from a list that can be searched by typing."""
    ids = list(names)
    st.selectbox(
        label,
        ids,
        index=ids.index(value) if value in ids else None,
        format_func=lambda card_id: names.get(card_id, ""),
        placeholder=wording.CHOOSE_CARD_HINT,
        key=key,
    )


def choose_verb(fields: Fields, value: Verb = "drives") -> None:
    """How one card acts on another, in plain words."""
    words = wording.VERBS
    st.selectbox(
        wording.LINK_VERB,
        list(words),
        index=list(words).index(value),
        format_func=lambda verb: words[verb],
        key=fields.key("verb"),
    )
