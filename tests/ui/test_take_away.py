from __future__ import annotations

import pytest

from iceberg.exporters import FORMATS, Exported, ExportOptions
from iceberg.exporters.names import file_name
from iceberg.model import Canvas
from iceberg.ui import pictures, wording
from iceberg.ui.take_away.choices import kind_of
from tests.ui.driving import Driver

PICTURES = (".svg", ".png", ".pdf", ".html", ".docx", ".pptx")
TEXTS = (".txt", ".iceberg.json", ".scene.json", ".kumu.json", ".prsm", ".mmp")


def choose(app: Driver, **values: object) -> Driver:
    for key, value in values.items():
        if key == "format":
            app.fill(kind=kind_of(str(value)))
            app.at.run()
        app.fill(**{key: value})
        app.at.run()
    assert not app.errors
    return app


@pytest.mark.parametrize("extension", [fmt.extension for fmt in FORMATS])
def test_every_format_is_offered_by_name(app: Driver, small: Canvas, extension: str) -> None:
    choose(app.open(small, "take-away"), format=extension)
    [button] = app.at.get("download_button")
    assert button.label == wording.DOWNLOAD.format(format=wording.FORMATS[extension][0])
    assert file_name(small, extension) in app.shown
    assert bool(app.at.get("image")) == (extension in PICTURES)
    assert bool(app.at.get("code")) == (extension in TEXTS)


def test_preview_follows_the_options(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, object]] = []
    export = pictures.export

    def recorded(canvas: Canvas, extension: str, options: object) -> object:
        asked.append((extension, options))
        return export(canvas, extension, options)  # type: ignore[arg-type]

    monkeypatch.setattr(pictures, "export", recorded)
    choose(app.open(small, "take-away"), format=".svg", page="a3", greyscale=True)
    choose(app, transparent=True, layers_shown=["place"])
    extension, options = asked[-1]
    assert extension == ".svg"
    assert (options.page, options.greyscale) == ("a3", True)  # type: ignore[attr-defined]
    assert (options.transparent, options.layers) == (True, ("place",))  # type: ignore[attr-defined]
    before = len(asked)
    app.at.run()
    assert len(asked) == before, "the same revision and options are made once"


def test_a_narrowed_picture_says_so_and_can_be_whole(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ExportOptions] = []
    export = pictures.export

    def recorded(canvas: Canvas, extension: str, options: ExportOptions) -> Exported:
        asked.append(options)
        return export(canvas, extension, options)

    monkeypatch.setattr(pictures, "export", recorded)
    view = small.view.model_copy(update={"left_out": (small.cards[0].id,)})
    app.open(small.model_copy(update={"view": view}), "take-away")
    total = len(small.cards)
    assert wording.shows_just(total - 1, total) in app.shown
    assert not asked[-1].whole
    choose(app, whole=True)
    assert asked[-1].whole


def test_a_picture_of_all_cards_asks_nothing_about_it(app: Driver, small: Canvas) -> None:
    app.open(small, "take-away")
    assert not [toggle for toggle in app.at.toggle if toggle.key == "whole"]


def test_resolution_is_asked_for_png_only(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), format=".png", dpi=96)
    choose(app, format=".pdf")
    assert not [box for box in app.at.selectbox if box.key == "dpi"]


def test_notes_about_a_file_are_shown(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Exported(b"x" * 2_500, ("The type is small. Use A3.",))
    monkeypatch.setattr(pictures, "export", lambda *_: made)
    choose(app.open(small, "take-away"), format=".iceberg.json")
    assert [warning.value.replace("\\", "") for warning in app.at.warning] == list(made.notes)
    assert "2 kB" in app.shown


def test_a_failed_export_is_told_in_a_sentence(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iceberg.errors import ExportError

    def broken(*_: object) -> None:
        raise ExportError("The disk is full. Make room and try again.")

    monkeypatch.setattr(pictures, "export", broken)
    app.open(small, "take-away")
    assert "The disk is full. Make room and try again." in app.errors
    assert not app.at.exception
