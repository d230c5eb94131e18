from __future__ import annotations

import html
import time

import pytest

from iceberg.exporters import FORMATS, Exported, ExportOptions
from iceberg.exporters.leaving.selection import Selection
from iceberg.exporters.names import file_name
from iceberg.exporters.pack import usual
from iceberg.exporters.story import tell
from iceberg.exporters.story.limit import Limit
from iceberg.model import Canvas, View
from iceberg.ui import pictures
from iceberg.ui import wording as words
from iceberg.ui.take_away import making, wording
from iceberg.ui.take_away.choices import offered_for
from tests.exporters.everything import everything
from tests.ui.driving import Driver

PICTURES = (*(".svg", ".png", ".pdf", ".html", ".docx", ".pptx"), ".report.pdf", ".tiles.pdf")
TEXTS = (
    *(".txt", ".alt.txt", ".iceberg.json", ".scene.json", ".kumu.json", ".prsm", ".mmp"),
    *(".csv", ".graphml", ".gexf", ".dot", ".mmd", ".md"),
)
WHERE = {extension: name for name in reversed(wording.PURPOSES) for extension in offered_for(name)}
"""A purpose that each format is offered for."""


def choose(app: Driver, **values: object) -> Driver:
    """Set one field after the other; a format brings its purpose."""
    for key, value in values.items():
        if key == "format":
            app.fill(purpose=WHERE[str(value)])
            app.at.run()
        app.fill(**{key: value})
        app.at.run()
    assert not app.errors
    return app


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ExportOptions]]:
    """Every export that the page asked for, in order."""
    calls: list[tuple[str, ExportOptions]] = []
    export = pictures.export

    def recorded(canvas: Canvas, extension: str, options: ExportOptions) -> Exported:
        calls.append((extension, options))
        return export(canvas, extension, options)

    monkeypatch.setattr(pictures, "export", recorded)
    return calls


@pytest.mark.parametrize("extension", [fmt.extension for fmt in FORMATS if fmt.extension != ".zip"])
def test_every_format_is_offered_by_name(app: Driver, small: Canvas, extension: str) -> None:
    choose(app.open(small, "take-away"), format=extension)
    [button] = app.at.get("download_button")
    assert button.label == words.DOWNLOAD.format(format=words.FORMATS[extension][0])
    assert file_name(small, extension) in app.shown
    assert bool(app.at.get("image")) == (extension in PICTURES)
    assert bool(app.at.get("code")) == (extension in TEXTS)


def test_the_workbook_for_other_programs_has_what_the_picture_leaves_out(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    assert offered_for("program")[0] == ".iceberg.json"
    choose(app.open(small, "take-away"), purpose="program")
    app.fill(**{"program:format": ".xlsx"})
    app.at.run()
    assert [options.whole for extension, options in asked if extension == ".xlsx"] == [True]


def test_a_purpose_sets_page_and_format_and_can_be_changed(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), purpose="slide")
    assert asked[-1][1].page == "slide"
    assert {extension for extension, _ in asked[-2:]} == {".svg", ".pptx"}
    choose(app, page="a4")
    assert asked[-1][1].page == "a4"
    choose(app, purpose="bid")
    assert asked[-1][1].page == "a4"


def test_preview_follows_the_options(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), format=".svg", page="a3", palette="plain")
    choose(app, transparent=True, layers_shown=["place"])
    extension, options = asked[-1]
    assert extension == ".svg"
    assert (options.page, options.palette) == ("a3", "plain")
    assert (options.transparent, options.layers) == (True, ("place",))
    before = len(asked)
    app.at.run()
    assert len(asked) == before, "the same revision and options are made once"


def test_a_grey_view_of_an_old_file_begins_in_black_and_white(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    app.open(small.model_copy(update={"view": View(greyscale=True)}), "take-away")
    assert asked[-1][1].palette == "black_and_white"


def test_a_narrowed_picture_says_so_and_can_be_whole(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    view = small.view.model_copy(update={"left_out": (small.cards[0].id,)})
    app.open(small.model_copy(update={"view": view}), "take-away")
    total = len(small.cards)
    assert words.shows_just(total - 1, total) in app.shown
    assert wording.shows(total - 1, total) in app.shown
    assert not asked[-1][1].whole
    choose(app, whole=True)
    assert asked[-1][1].whole


def test_a_picture_of_all_cards_asks_nothing_about_it(app: Driver, small: Canvas) -> None:
    app.open(small, "take-away")
    assert not [toggle for toggle in app.at.toggle if toggle.key and "whole" in toggle.key]


def test_resolution_is_asked_for_png_only(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), format=".png", dpi=96)
    assert (".png", 96) in [(extension, options.dpi) for extension, options in asked]
    choose(app, format=".pdf")
    assert not [box for box in app.at.selectbox if box.key and "dpi" in box.key]


def test_answers_keep_to_a_limit_in_characters_or_words(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), format=".txt", unit="characters", limit=500)
    assert asked[-1][1].limit == Limit(500, "characters")


def test_alt_text_and_description_can_be_copied_whole(app: Driver, small: Canvas) -> None:
    many = tuple(
        small.cards[0].model_copy(update={"id": f"more{n}", "text": f"Card {n} of many more"})
        for n in range(60)
    )
    canvas = small.model_copy(update={"cards": (*small.cards, *many)})
    choose(app.open(canvas, "take-away"), format=".alt.txt")
    [code] = app.at.get("code")
    story = tell(canvas)
    assert len(story.description) > 2_000
    assert code.value.strip().endswith(story.description)
    assert story.alt in code.value
    assert words.PREVIEW_WHOLE in app.shown


def told(app: Driver) -> str:
    """The part of the page that says what the file says in words."""
    [said] = [one.proto.body for one in app.at.get("html") if "<article" in one.proto.body]
    return str(said)


@pytest.mark.parametrize("extension", [".report.pdf", ".docx", ".html"])
def test_what_a_document_says_beside_its_picture_can_be_read_first(
    app: Driver, small: Canvas, extension: str
) -> None:
    choose(app.open(small, "take-away"), format=extension)
    assert wording.IN_WORDS in [one.label for one in app.at.expander]
    said = told(app)
    for section in tell(small).told():
        assert f">{section.title}</h2>" in said
    choose(app, format=".pdf")
    assert wording.IN_WORDS not in [one.label for one in app.at.expander]


@pytest.mark.parametrize(
    ("extension", "is_there"), [(".pdf", True), (".scene.json", True), (".graphml", False)]
)
def test_nothing_is_opened_where_there_is_nothing_to_set(
    app: Driver, small: Canvas, extension: str, is_there: bool
) -> None:
    choose(app.open(small, "take-away"), format=extension)
    labels = [one.label for one in app.at.expander]
    assert (wording.SETTINGS in labels) == is_there
    assert wording.SHOW in labels


def test_the_tables_of_a_workbook_can_be_read_first(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), format=".xlsx")
    said = told(app)
    assert wording.INSTEAD[".xlsx"] in app.shown
    assert ">Cards</h2>" in said
    assert ">Layer</th>" in said
    assert ">Layer id</th>" not in said
    assert ">Pinned</th>" not in said


def test_the_days_of_a_calendar_can_be_read_first(app: Driver, small: Canvas) -> None:
    choose(app.open(everything(1), "take-away"), format=".ics")
    assert ">Review by</th>" in told(app)
    assert everything(1).assumptions[0].text in told(app)
    undated = everything(1).assumptions[0].model_copy(update={"review": None, "cards": ("less",)})
    for left in ((), (undated,)):
        canvas = small.model_copy(update={"assumptions": left})
        choose(app.open(canvas, "take-away"), format=".ics")
        assert wording.INSTEAD[".ics"] not in app.shown
        assert wording.NO_PREVIEW in app.shown


def test_what_is_left_out_is_not_in_the_words_either(app: Driver, small: Canvas) -> None:
    first, *rest = small.cards
    choose(app.open(small, "take-away"), format=".report.pdf")
    choose(app, **{"report:show": "cards", "report:cards": [card.id for card in rest]})
    said = told(app)
    assert html.escape(first.text) not in said
    assert html.escape(rest[0].text) in said


def test_a_pack_begins_with_what_a_pack_usually_holds(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), format=".zip")
    assert list(app.widget("bid:pack").value) == list(usual())


def shown_by(asked: list[tuple[str, ExportOptions]]) -> Selection:
    show = asked[-1][1].show
    assert show is not None
    return show


def test_the_strongest_cards(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), show="strongest", strongest=1)
    assert shown_by(asked) == Selection(strongest=1)
    assert wording.shows(1, 3) in app.shown


def test_just_these_cards(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), show="cards")
    assert wording.CARDS_NONE in app.shown
    choose(app, cards=["cost", "less"])
    assert shown_by(asked) == Selection(cards=("cost", "less"))
    assert wording.shows(2, 3) in app.shown


def test_a_chain_that_was_found(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    choose(app.open(small, "take-away"), show="finding")
    cards = shown_by(asked).cards
    assert cards
    assert set(cards) <= {card.id for card in small.cards}


def test_quotations_and_sensitive_cards_are_left_out(
    app: Driver, small: Canvas, asked: list[tuple[str, ExportOptions]]
) -> None:
    said, unsure, other = small.cards
    cards = (
        said.model_copy(update={"text": "“Never again”"}),
        unsure.model_copy(update={"unsure": True}),
        other,
    )
    choose(app.open(small.model_copy(update={"cards": cards}), "take-away"), quoted=True)
    choose(app, sensitive=True)
    assert shown_by(asked) == Selection(without_quoted=True, without_sensitive=True)
    assert wording.shows(1, 3) in app.shown


def test_notes_about_a_file_are_shown(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Exported(b"x" * 2_500, ("The type is small. Use A3.",))
    monkeypatch.setattr(pictures, "export", lambda *_: made)
    choose(app.open(small, "take-away"), format=".iceberg.json")
    assert [warning.value.replace("\\", "") for warning in app.at.warning] == list(made.notes)
    assert "2 kB" in app.shown


def test_warnings_about_the_page_stand_beside_it(app: Driver, small: Canvas) -> None:
    app.open(small, "take-away")
    warned = " ".join(warning.value for warning in app.at.warning).replace("\\", "")
    assert "The page has no date." in warned
    assert "1 figure has no source." in warned


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


def until_made(app: Driver) -> Driver:
    ends = time.monotonic() + 60
    while not app.at.get("download_button"):
        assert time.monotonic() < ends
        time.sleep(0.3)
        app.at.run()
    return app


def test_a_pack_is_made_apart_when_it_is_asked_for(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), format=".zip", pack=[".txt", ".svg"])
    assert not app.at.get("download_button")
    assert app.at.get("image")
    until_made(app.press("make"))
    assert file_name(small, ".zip") in app.shown
    choose(app, pack=[".txt"])
    assert not app.at.get("download_button"), "another file has to be asked for"


class Slow:
    """An export that goes on for as long as it is told to."""

    step, place, made = "", (0, 2), None

    def __init__(self, *_: object) -> None:
        pass

    def result(self) -> Exported | None:
        return self.made

    def stop(self) -> None:
        pass


def test_a_long_export_says_how_far_it_is(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "Apart", Slow)
    choose(app.open(small, "take-away"), format=".zip").press("make")
    assert [one.label for one in app.at.status] == ["Making the file…"]
    job = app.at.session_state[making._JOB]
    job.step, job.place = "Slides (PowerPoint)", (1, 2)
    app.at.run()
    assert [one.label for one in app.at.status] == ["Making Slides (PowerPoint), 1 of 2…"]
    assert not app.at.get("download_button")
    job.made = Exported(b"file")
    app.at.run()
    assert not app.at.status
    assert app.at.get("download_button")


def test_a_long_export_can_be_stopped(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), format=".zip").press("make")
    job = app.at.session_state[making._JOB]
    app.press("stop")
    assert job._process.returncode is not None
    assert making._JOB not in app.at.session_state
    assert not app.at.get("download_button")
    assert wording.STOPPED in app.errors


def test_very_many_pixels_are_made_apart_too(app: Driver, small: Canvas) -> None:
    choose(app.open(small, "take-away"), purpose="wall")
    assert app.at.get("download_button"), "a page of lines is there at once"
    app.fill(**{"wall:format": ".png"})
    app.at.run()
    assert not app.at.get("download_button")
    assert app.widget("make").label == wording.MAKE
