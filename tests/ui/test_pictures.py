"""What is made once and shared is not shared with those who are to see less."""

from __future__ import annotations

import pytest

from iceberg.meeting.silence import without_hidden
from iceberg.model import Canvas, ImportNote, TrayCard
from iceberg.ui.pictures_key import key_of


@pytest.mark.parametrize(
    "beside",
    [
        {"tray": (TrayCard(id="t1", text="Waits"),)},
        {"imports": (ImportNote(id="i1", name="ours.csv", format="CSV", report="Sylvia"),)},
    ],
)
def test_tray_and_reports_make_another_showing(small: Canvas, beside: dict[str, object]) -> None:
    whole = small.model_copy(update=beside)
    assert key_of("c", whole) != key_of("c", without_hidden(whole))
    assert key_of("c", small) == key_of("c", without_hidden(whole))
