"""What waits in the tray goes out too, or the file says that it does not."""

from __future__ import annotations

import pytest

from iceberg.edits import PutInTray, fold
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.canvas_file import write_canvas
from iceberg.exporters.leaving.selection import Selection
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.importers import drafted, read_canvas, read_map
from iceberg.model import Hint, ImportNote
from tests.importers.bringing import CATALOG
from tests.scene.samples import sample

WAITING = fold(sample(), [PutInTray(card="c1"), PutInTray(card="c2")])
CARRIED = (".csv", ".graphml", ".gexf")


def test_the_canvas_file_opens_again_with_its_tray() -> None:
    assert read_canvas(write_canvas(WAITING), CATALOG) == WAITING


@pytest.mark.parametrize("extension", CARRIED)
def test_tables_and_graphs_bring_the_tray_back_without_a_level(extension: str) -> None:
    _, read = read_map(f"ours{extension}", export(WAITING, extension).data)
    open_ones = {node.id for node in read.nodes if node.level is None}
    assert open_ones == {card.id for card in WAITING.tray}
    assert len(read.edges) == len(WAITING.links) + len(WAITING.tray_links)


@pytest.mark.parametrize("extension", CARRIED)
def test_where_a_card_of_the_tray_stood_comes_back(extension: str) -> None:
    hints = {"c1": Hint(x=0.25, y=1), "c2": Hint(x=0.75, y=0.125)}
    tray = tuple(card.model_copy(update={"hint": hints[card.id]}) for card in WAITING.tray)
    told = WAITING.model_copy(update={"tray": tray})
    draft = drafted(f"ours{extension}", export(told, extension).data, CATALOG, told.layers)
    back = draft.placed(()).canvas.tray
    texts = {card.text: hints[card.id] for card in tray}
    assert {card.text: card.hint for card in back if card.text in texts} == texts


@pytest.mark.parametrize("fmt", DATA_FORMATS, ids=lambda fmt: str(fmt.extension))
def test_a_file_without_the_tray_says_so(fmt: object) -> None:
    extension = fmt.extension  # type: ignore[attr-defined]
    told = any("2 tray cards" in note for note in export(WAITING, extension).notes)
    assert told is (extension not in CARRIED)


def test_a_part_of_the_canvas_keeps_the_links_that_wait_with_its_cards() -> None:
    options = ExportOptions(layers=(WAITING.layers[0].id,))
    part = read_canvas(export(WAITING, ".iceberg.json", options).data, CATALOG)
    ends = {card.id for card in (*part.cards, *part.tray)}
    assert part.tray == WAITING.tray
    assert all({link.source, link.target} <= ends for link in part.tray_links)


@pytest.mark.parametrize(
    "selection",
    [Selection(without_sensitive=True), Selection(cards=("c3",)), Selection(strongest=1)],
)
def test_a_selection_leaves_the_tray_and_the_reports_behind(selection: Selection) -> None:
    note = ImportNote(id="i", name="ours.csv", format="CSV table", report="Staff keep leaving")
    told = WAITING.model_copy(update={"imports": (note,)})
    made = read_canvas(export(told, ".iceberg.json", ExportOptions(show=selection)).data, CATALOG)
    assert (made.tray, made.tray_links, made.imports) == ((), (), ())


def test_a_selection_of_everything_keeps_the_tray() -> None:
    everything = ExportOptions(show=Selection())
    assert read_canvas(export(WAITING, ".iceberg.json", everything).data, CATALOG) == WAITING


def test_the_picture_says_how_many_cards_wait() -> None:
    drawing = export(WAITING, ".scene.json").data.decode()
    assert "2 cards wait in the tray." in drawing
    assert "in the tray" not in export(sample(), ".scene.json").data.decode()
