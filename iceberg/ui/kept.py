"""What is made from a canvas once and kept for all visitors, until a canvas is deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

import streamlit as st

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

_forgetting: Final[list[Callable[[], None]]] = []


def kept(most: int) -> Callable[[Callable[_Given, _Made]], Callable[_Given, _Made]]:
    """Keeps the last ``most`` results of a function by its arguments, but for those named _…"""

    def keeping(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
        made = st.cache_resource(show_spinner=False, max_entries=most)(make)
        forget_too(made.clear)
        return made

    return keeping


def forget_too(forget: Callable[[], None]) -> None:
    """Have this called as well when all that is kept is forgotten."""
    _forgetting.append(forget)


def forget_all() -> None:
    """Drop everything that was made from any canvas; it is made anew where it is wanted."""
    for forget in _forgetting:
        forget()
