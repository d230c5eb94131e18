"""Nobody reads of a hidden card in what was found about it."""

from __future__ import annotations

from iceberg.meeting.silence import seen_by_all, without_hidden
from iceberg.meeting.state import Meeting
from iceberg.model import KeptFinding, View
from tests.meeting.world import CANVAS

ABOUT_C1, ABOUT_C2 = (
    KeptFinding(id=f"gap:lone:{card}", kind="gap", text=f"About {card}", cards=(card,))
    for card in ("c1", "c2")
)
FOUND = CANVAS.model_copy(update={"kept": (ABOUT_C1, ABOUT_C2)})


def test_what_names_a_card_that_is_left_out_is_hidden_with_it() -> None:
    hidden = FOUND.model_copy(update={"view": View(left_out=("c1",))})
    assert without_hidden(hidden).kept == (ABOUT_C2,)


def test_what_names_a_card_of_the_silence_is_hidden_with_it() -> None:
    before = FOUND.model_copy(
        update={"cards": tuple(c for c in FOUND.cards if c.id != "c2"), "links": FOUND.links}
    )
    assert seen_by_all(FOUND, before, Meeting(phase="silence")).kept == (ABOUT_C1,)
    assert seen_by_all(FOUND, before, Meeting(phase="open")).kept == (ABOUT_C1, ABOUT_C2)


def test_what_was_dismissed_names_no_hidden_card_either() -> None:
    keys = ("gap:lone:c1", "gap:lone:c2", "loop:round:c2:c1")
    told = FOUND.model_copy(update={"dismissed": keys, "view": View(left_out=("c1",))})
    seen = without_hidden(told)
    assert seen.dismissed == ("gap:lone:c2",)
    assert seen.view.left_out == ()
    assert "c1" not in seen.model_dump_json()
