"""What is said to an act, in one place so that it can be translated."""

from __future__ import annotations

from typing import Final

from iceberg.wording import counted

SUGGESTED: Final = "Your suggestion waits for the facilitator."
OUR_FAULT: Final = (
    "Something went wrong on our side, and it has been noted. Your work is saved. "
    "Please try again; if it happens again, reload the page."
)


def voted(dots: int) -> str:
    """What is said to a vote."""
    return f"You have put {counted(dots, 'dot')}."
