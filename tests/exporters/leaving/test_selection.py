"""What is left out of a file is in no file: not drawn, not written, not said."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iceberg.errors import ExportError
from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.exporters.leaving.selection import Selection, is_quoted, is_sensitive, select
from iceberg.model import Canvas, Card, Force, KeptFinding, Link, Reading
from iceberg.scene import build_scene
from tests.scene.reading import texts_of
from tests.scene.samples import NATIONAL, PLACE, sample
from tests.strategies import canvases

SECRET = "Qzx"


def marked() -> Canvas:
    """A canvas of four cards; everything about two of them says so."""
    base = sample()
    cards = tuple(
        Card(
            id=f"{SECRET}{n}" if hidden else f"c{n}",
            layer=layer,
            level="patterns",
            text=f"{SECRET} said {n}" if hidden else f"Open card {n}",
            note=f"{SECRET} note" if hidden else None,
            source=f"{SECRET} source" if hidden else None,
            originals=(f"{SECRET} first",) if hidden else (),
            tags=(f"{SECRET}tag",) if hidden else (),
            votes=n,
            force=Force(effect="helps"),
        )
        for n, (layer, hidden) in enumerate(
            [("national", False), ("place", True), ("place", False), ("national", True)], start=1
        )
    )
    links = (
        Link(id="l1", source="c1", target="c3", note="Open"),
        Link(id="l2", source=f"{SECRET}2", target="c3", note=f"{SECRET} link"),
    )
    a1 = base.assumptions[0]
    return base.model_copy(
        update={
            "cards": cards,
            "links": links,
            "readings": (
                Reading(
                    id="r1",
                    card=f"{SECRET}4",
                    date=dt.date(2026, 1, 1),
                    direction="rising",
                    source=f"{SECRET} reading",
                ),
            ),
            "kept": (
                KeptFinding(
                    id=f"chain:{SECRET}2",
                    kind="chain",
                    text=f"{SECRET} found",
                    cards=(f"{SECRET}2",),
                ),
                KeptFinding(id="chain:c1", kind="chain", text="Open found", cards=("c1",)),
            ),
            "dismissed": (f"loop:{SECRET}4",),
            "assumptions": (
                a1.model_copy(update={"text": f"{SECRET} holds", "cards": (f"{SECRET}2",)}),
                a1.model_copy(update={"id": "a9", "cards": ("c1", f"{SECRET}4")}),
            ),
        }
    )


HIDING = Selection(hidden=(("card", f"{SECRET}2"), ("card", f"{SECRET}4")))


def readable(data: bytes, extension: str) -> str:
    """All that can be read in a file, also what no page shows."""
    if extension.endswith(".pdf"):
        document = pymupdf.open(stream=data)
        whole = [document.xref_object(n) for n in range(1, document.xref_length())]
        return "".join(page.get_text() for page in document) + "".join(whole)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(
                name + readable(archive.read(name), "." + name.rpartition(".")[2])
                for name in archive.namelist()
            )
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("extension", [fmt.extension for fmt in FORMATS])
def test_no_format_holds_anything_of_a_hidden_card(extension: str) -> None:
    options = ExportOptions(show=HIDING, dpi=72, whole=True)
    told = readable(export(marked(), extension, options).data, extension)
    assert SECRET not in told
    assert extension == ".png" or "Open" in told


def test_the_check_would_see_what_is_not_hidden() -> None:
    for extension in (".svg", ".pdf", ".docx", ".txt", ".iceberg.json"):
        assert SECRET in readable(export(marked(), extension).data, extension)


def test_the_page_says_how_many_cards_were_left_out() -> None:
    shown = select(marked(), HIDING)
    told = " ".join(text.text for text in texts_of(build_scene(shown)))
    assert "Drawn from 2 of 4 cards" in told
    one_layer = " ".join(text.text for text in texts_of(build_scene(shown, layers=("place",))))
    assert "Drawn from 1 of 2 cards" in one_layer
    again = select(shown, Selection(cards=("c1",)))
    assert "Drawn from 1 of" in " ".join(text.text for text in texts_of(build_scene(again)))


def test_only_these_cards() -> None:
    shown = select(marked(), Selection(cards=("c1", "c3")))
    assert [card.id for card in shown.cards] == ["c1", "c3"]
    assert [link.id for link in shown.links] == ["l1"]
    assert [(a.id, a.cards) for a in shown.assumptions] == [("a9", ("c1",))]


def test_the_strongest_have_the_most_votes_then_the_strongest_force_then_links() -> None:
    cards = (
        Card(id="a", layer="place", level="events", text="a", votes=1),
        Card(id="b", layer="place", level="events", text="b", votes=3),
        Card(
            id="c",
            layer="place",
            level="events",
            text="c",
            force=Force(effect="helps", strength=5),
        ),
        Card(id="d", layer="national", level="events", text="d"),
        Card(id="e", layer="national", level="events", text="e"),
    )
    links = (Link(id="l", source="e", target="a"),)
    canvas = Canvas(title="T", layers=(NATIONAL, PLACE), cards=cards, links=links)

    def strongest(count: int, **more: object) -> set[str]:
        shown = select(canvas, Selection(strongest=count), **more)  # type: ignore[arg-type]
        return {card.id for card in shown.cards}

    assert strongest(1) == {"b"}
    assert strongest(3) == {"a", "b", "c"}
    assert strongest(4) == {"a", "b", "c", "e"}
    assert strongest(1, layers=("national",)) == {"e"}
    assert strongest(99) == {"a", "b", "c", "d", "e"}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Keep your head down”", True),
        ('They say "never again" here', True),
        ("‘We were not asked’", True),
        ("« On verra bien »", True),
        ("„So geht es nicht“", True),
        ("「また来年」", True),
        ("Residents’ groups don't meet", False),
        ("Councils' money, charities' money", False),
        ('A 6" pipe', False),
    ],
)
def test_quotations_are_known_by_their_marks(text: str, quoted: bool) -> None:
    assert is_quoted(Card(id="c", layer="place", level="events", text=text)) is quoted


def test_sensitive_and_unsure_cards_can_be_left_out() -> None:
    cards = (
        Card(id="a", layer="place", level="events", text="a", tags=("Sensitive",)),
        Card(id="b", layer="place", level="events", text="b", unsure=True),
        Card(id="c", layer="place", level="events", text="“c”", tags=("money",)),
        Card(id="d", layer="place", level="events", text="d"),
    )
    canvas = Canvas(title="T", layers=(PLACE,), cards=cards)
    assert [is_sensitive(card) for card in cards] == [True, True, False, False]
    kept = select(canvas, Selection(without_sensitive=True, without_quoted=True)).cards
    assert [card.id for card in kept] == ["d"]


def test_single_fields_and_assumptions_can_be_emptied() -> None:
    canvas = marked()
    hidden = (
        ("card", f"{SECRET}2", "note"),
        ("card", f"{SECRET}2", "originals"),
        ("link", "l2", "note"),
        ("assumption", "a9"),
        ("canvas", "question"),
    )
    shown = select(canvas, Selection(hidden=hidden))
    card = shown.card(f"{SECRET}2")
    assert card is not None
    assert (card.note, card.originals, card.source) == (None, (), f"{SECRET} source")
    assert shown.links[1].note is None
    assert [assumption.id for assumption in shown.assumptions] == [canvas.assumptions[0].id]
    assert (shown.question, shown.title) == ("", canvas.title)
    assert len(shown.cards) == len(canvas.cards)


def test_nothing_left_is_refused() -> None:
    with pytest.raises(ExportError, match="No card would be left"):
        select(marked(), Selection(cards=()))
    with pytest.raises(ExportError, match="At least one card"):
        Selection(strongest=0)


def test_everything_is_the_same_canvas() -> None:
    assert select(marked(), Selection()) == marked()


@given(canvases(max_cards=10), st.data())
@settings(max_examples=60)
def test_a_selection_is_a_canvas_that_holds_together(canvas: Canvas, data: st.DataObject) -> None:
    ids = [card.id for card in canvas.cards]
    hidden = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    selection = Selection(
        strongest=data.draw(st.none() | st.integers(1, 12)),
        hidden=tuple(("card", one) for one in hidden),
    )
    if ids and len(hidden) == len(ids):
        return
    shown = select(canvas, selection)
    assert Canvas.model_validate_json(shown.model_dump_json(by_alias=True)) == shown
    assert not {card.id for card in shown.cards} & set(hidden)
    assert len(shown.cards) <= (selection.strongest or len(ids))
    assert len(shown.cards) + len(shown.view.left_out) == len(ids)
    assert select(shown, Selection()) == shown
