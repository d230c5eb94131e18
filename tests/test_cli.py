"""The command line as a person uses it: what it writes, says and returns."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import pymupdf
import pytest

import iceberg
from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.cli import main
from iceberg.cli.serve import app_command
from iceberg.exporters import FORMATS
from iceberg.importers import load_canvas
from iceberg.meeting.access import KEY, access_from

ANYWHERE = {**os.environ, "PYTHONPATH": str(Path(iceberg.__file__).parents[1])}
"""An environment in which the package is found from any folder, installed or not."""
NORTHFIELD = resources.examples_folder() / "northfield.iceberg.json"
COMMANDS = ["", "serve", "new", "check", "read", "export", "sheet", "layers", "host-link"]


@dataclass(frozen=True)
class Said:
    """What a command left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    # Starting the app would put it in the place of the very process that runs the tests.
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("the app was started"))
    return Run(capsys)


class Run:
    """Runs ``iceberg`` with arguments, in an empty folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Said:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        spoken = self._capsys.readouterr()
        return Said(int(ended.value.code or 0), spoken.out, spoken.err)


def test_version(run: Run) -> None:
    assert run("--version") == Said(0, f"iceberg {iceberg.__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_everywhere_documents_the_exit_codes(run: Run, command: str) -> None:
    said = run(*command.split(), "--help")
    assert said.code == 0
    assert "Exit codes: 0" in said.out


def test_help_of_export_names_every_format(run: Run) -> None:
    said = run("export", "--help")
    for fmt in FORMATS:
        assert fmt.extension in said.out


def test_layers_lists_every_layer(run: Run) -> None:
    lines = run("layers").out.splitlines()
    assert [line.split()[0] for line in lines] == ["national", "region", "place"]


@pytest.fixture
def layers_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the layers, from which the commands read."""
    copy = Path(shutil.copytree(resources.layers_folder(), tmp_path / "layers"))
    monkeypatch.setattr(resources, "layers_folder", lambda: copy)
    return copy


def test_a_layer_file_more_is_a_layer_more(run: Run, layers_folder: Path) -> None:
    text = 'id = "street"\ntitle = "Our street"\norder = 40\n'
    (layers_folder / "street.toml").write_text(text, encoding="utf-8")
    assert run("layers").out.splitlines()[-1].startswith("street")
    new = ("new", "x.json", "--title", "T", "--place", "P", "--layers", "place,street")
    assert run(*new).code == 0
    assert run("export", "x.json", "-o", "x.svg").code == 0
    assert "OUR STREET" in Path("x.svg").read_text(encoding="utf-8").upper()


def test_a_broken_layer_file_stops_every_command(run: Run, layers_folder: Path) -> None:
    (layers_folder / "street.toml").write_text('id = "street"\n', encoding="utf-8")
    for command in (
        ["layers"],
        ["check", str(NORTHFIELD)],
        ["export", str(NORTHFIELD), "-o", "x.svg"],
    ):
        said = run(*command)
        assert said.code == 1
        assert "street.toml, line 1: title is missing" in said.out + said.err


def test_new_writes_a_canvas_that_check_accepts(run: Run) -> None:
    file = Path("ours.iceberg.json")
    assert run("new", file, "--title", "Ours", "--place", "Here").code == 0
    canvas = load_canvas(file, load_catalog())
    assert (canvas.title, canvas.place) == ("Ours", "Here")
    assert [layer.id for layer in canvas.layers] == ["national", "place"]
    assert run("check", file) == Said(0, "ours.iceberg.json: fine (0 cards, 0 links).\n", "")


def test_new_takes_the_layers_it_is_given(run: Run) -> None:
    file = Path("ours.iceberg.json")
    run("new", file, "--title", "Ours", "--place", "Here", "--layers", "place, region")
    assert [layer["id"] for layer in json.loads(file.read_text())["layers"]] == ["place", "region"]


def test_new_never_writes_over_a_file(run: Run) -> None:
    Path("ours.json").write_text("mine")
    said = run("new", "ours.json", "--title", "Ours", "--place", "Here")
    assert said.code == 1
    assert "is there already" in said.err
    assert Path("ours.json").read_text() == "mine"


def test_check_gives_one_line_a_problem_and_goes_on_to_the_next_file(run: Run) -> None:
    data = json.loads(NORTHFIELD.read_text(encoding="utf-8"))
    data["cards"][0]["level"] = "deep"
    data["cards"][1]["colour"] = "red"
    Path("bad.json").write_text(json.dumps(data))
    said = run("check", "bad.json", "gone.json", NORTHFIELD)
    assert said.code == 1
    first, second, third, fourth = said.out.splitlines()
    assert first.startswith("bad.json: cards[0].level (id nics): ")
    assert second.startswith("bad.json: cards[1].colour (id exceptional-support): ")
    assert third.startswith("gone.json: There is no file")
    assert fourth == f"{NORTHFIELD}: fine (24 cards, 29 links)."


@pytest.mark.parametrize("name", ["out.svg", "OUT.SVG", "out.scene.json", "out.iceberg.json"])
def test_export_takes_the_format_from_the_extension(run: Run, name: str) -> None:
    assert run("export", NORTHFIELD, "-o", name).code == 0
    text = Path(name).read_text(encoding="utf-8")
    assert ("<svg" in text) == name.lower().endswith(".svg")
    if name == "out.scene.json":
        assert json.loads(text)["page"]["width"] > 0
    if name == "out.iceberg.json":
        assert text == NORTHFIELD.read_text(encoding="utf-8")


def test_export_draws_for_the_page_it_is_given(run: Run) -> None:
    widths = {}
    for page in ("a4", "A3"):
        assert run("export", NORTHFIELD, "-o", "out.scene.json", "--page", page).code == 0
        widths[page] = json.loads(Path("out.scene.json").read_text())["page"]["width"]
    assert widths == {"a4": 297, "A3": 420}


def test_export_shows_the_layers_it_is_given(run: Run) -> None:
    assert run("export", NORTHFIELD, "-o", "out.scene.json", "--layers", "place").code == 0
    scene = json.loads(Path("out.scene.json").read_text())
    assert {card["layer"] for card in scene["cards"]} == {"place"}


def test_export_says_what_it_left_out(run: Run) -> None:
    said = run("export", NORTHFIELD, "-o", "out.iceberg.json", "--layers", "place")
    wrote, note = "Wrote out.iceberg.json.\n", "Note: Left out with their layers: 12 of 24 cards.\n"
    assert said == Said(0, wrote, note)
    assert run("check", "out.iceberg.json").code == 0


def test_export_answers_a_form_within_its_limit(run: Run) -> None:
    assert run("export", NORTHFIELD, "-o", "bid.txt", "--limit", "500c").code == 0
    text = Path("bid.txt").read_text(encoding="utf-8")
    assert text.count(" of 500 characters)") == 4


def test_export_packs_the_formats_it_is_given(run: Run) -> None:
    given = ("--formats", "xlsx, txt", "--limit", "90w")
    assert run("export", NORTHFIELD, "-o", "bid.zip", *given).code == 0
    with zipfile.ZipFile("bid.zip") as archive:
        names = archive.namelist()
        [text] = [archive.read(name).decode() for name in names if name.endswith(".txt")]
    assert [Path(name).suffix for name in names] == [".json", ".xlsx", ".txt"]
    assert " of 90 words)" in text


@pytest.mark.parametrize("name", ["bid.docx", "bid.pptx", "bid.xlsx"])
def test_export_writes_office_files(run: Run, name: str) -> None:
    assert run("export", NORTHFIELD, "-o", name, "--dpi", "72") == Said(0, f"Wrote {name}.\n", "")
    with zipfile.ZipFile(name) as archive:
        assert "[Content_Types].xml" in archive.namelist()


def test_export_never_writes_over_its_own_canvas(run: Run) -> None:
    run("new", "ours.iceberg.json", "--title", "Ours", "--place", "Here")
    before = Path("ours.iceberg.json").read_bytes()
    said = run("export", "ours.iceberg.json", "-o", "./ours.iceberg.json", "--layers", "place")
    assert said.code == 1
    assert Path("ours.iceberg.json").read_bytes() == before


def printed(name: str) -> tuple[int, str]:
    """The width in mm and the text of a PDF's first page."""
    page = pymupdf.open(name)[0]
    return round(page.rect.width * 25.4 / 72), page.get_text()


def test_sheet_needs_no_canvas(run: Run) -> None:
    assert run("sheet", "-o", "x.pdf", "--layers", "region") == Said(0, "Wrote x.pdf.\n", "")
    width, text = printed("x.pdf")
    assert width == 420
    assert "REGION" in text
    assert "NATIONAL" not in text


def test_sheet_takes_what_a_canvas_says_but_its_cards(run: Run) -> None:
    assert run("sheet", NORTHFIELD, "-o", "x.pdf", "--page", "A1", "--layers", "place").code == 0
    width, text = printed("x.pdf")
    assert width == 841
    assert "Keeping Northfield Together going after 2028" in text
    assert "NATIONAL" not in text


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["frobnicate"], 2, "No such command"),
        (["check"], 2, "Missing argument"),
        (["serve", "--port", "0"], 2, "--port"),
        (["new", "x.json", "--title", "T"], 2, "--place"),
        (["new", "x.json", "--title", " ", "--place", "P"], 1, "title"),
        (["new", "x.json", "--title", "T" * 999, "--place", "P"], 1, "title"),
        (["new", "x.json", "--title", "T", "--place", "P", "--layers", "moon"], 1, "“moon”"),
        (["new", "x.json", "--title", "T", "--place", "P", "--layers", ","], 1, "no layer"),
        (["new", "no/x.json", "--title", "T", "--place", "P"], 1, "no folder"),
        (["new", ".", "--title", "T", "--place", "P"], 1, "."),
        (["export", "NORTHFIELD"], 2, "--out"),
        (["export", "NORTHFIELD", "-o", "x.docm"], 1, ".svg"),
        (["export", "NORTHFIELD", "-o", "x.json"], 1, ".scene.json"),
        (["export", "NORTHFIELD", "-o", "no/x.svg"], 1, "no folder"),
        (["export", "NORTHFIELD", "-o", "folder.svg"], 1, "is a folder"),
        (["export", "NORTHFIELD", "-o", f"{'n' * 300}.svg"], 1, "cannot be written"),
        (["export", "NORTHFIELD", "-o", "x.svg", "--page", "a5"], 2, "--page"),
        (["export", "NORTHFIELD", "-o", "x.png", "--dpi", "many"], 2, "--dpi"),
        (["export", "NORTHFIELD", "-o", "x.png", "--dpi", "-1"], 1, "dpi"),
        (["export", "NORTHFIELD", "-o", "x.svg", "--layers", "moon"], 1, "moon"),
        (["export", "NORTHFIELD", "-o", "x.txt", "--limit", "long"], 1, "500c"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--formats", "docm"], 1, ".docx"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--formats", ","], 1, "nothing"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--size-limit", "0"], 2, "--size-limit"),
        (
            ["export", "NORTHFIELD", "-o", "x.zip", "--formats", "xlsx", "--size-limit", "0.01"],
            1,
            "over the limit of 0.01 MB",
        ),
        (["export", "gone.json", "-o", "x.svg"], 1, "no file"),
        (["export", "folder.svg", "-o", "x.svg"], 1, "is a folder"),
        (["export", "noise.json", "-o", "x.svg"], 1, "not JSON"),
        (["check", "noise.json", "\x1b[31m\nred"], 1, "not JSON"),
        (["sheet"], 2, "--out"),
        (["sheet", "-o", "x.svg"], 1, ".pdf"),
        (["sheet", "-o", "x.pdf", "--page", "a5"], 2, "--page"),
        (["sheet", "-o", "x.pdf", "--layers", "moon"], 1, "“moon”"),
        (["sheet", "-o", "no/x.pdf"], 1, "no folder"),
        (["sheet", "noise.json", "-o", "x.pdf"], 1, "not JSON"),
        (["sheet", "NORTHFIELD", "-o", "x.pdf", "--layers", "moon"], 1, "moon"),
    ],
)
def test_mistakes_are_answered_with_a_sentence(
    run: Run, arguments: list[str], code: int, sentence: str
) -> None:
    Path("folder.svg").mkdir()
    Path("noise.json").write_text("{noise", encoding="utf-8")
    said = run(*(NORTHFIELD if part == "NORTHFIELD" else part for part in arguments))
    assert said.code == code
    assert sentence in said.out + said.err
    assert "\x1b" not in said.out + said.err
    assert not list(Path().glob("x.*"))


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a server that this user starts keeps its key, with no key set."""
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    return tmp_path


def test_host_link_opens_every_canvas_of_a_server_with_the_same_key(
    run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "ours")
    said = run("host-link", "--address", "https://ice.example/berg/")
    address, token = said.out.rstrip("\n").split("?token=")
    assert (said.code, address) == (0, "https://ice.example/berg/")
    assert access_from({KEY: "ours"}, data_folder).is_host(token)
    assert not access_from({KEY: "theirs"}, data_folder).is_host(token)


def test_host_link_takes_the_key_that_a_server_keeps_and_never_makes_one(
    run: Run, data_folder: Path
) -> None:
    said = run("host-link")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"No key is set, and none is kept in {data_folder}.")
    assert not list(data_folder.iterdir())
    kept = access_from({}, data_folder)
    assert run("host-link").out == f"http://localhost:8501/?token={kept.host_token}\n"


@pytest.mark.parametrize(
    "address", ["ice.example", "ftp://ice.example", "http://", "http://[", "http://i/?a"]
)
def test_host_link_refuses_what_is_no_address(
    run: Run, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(KEY, "ours")
    said = run("host-link", "--address", address)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"--address: {address} is no address")


def test_a_terminal_that_lacks_characters_shows_no_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from iceberg.cli import main; main()", "check", "“東京”"],
        env={**ANYWHERE, "PYTHONIOENCODING": "latin-1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="latin-1",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == "????: There is no file ????. Check its name and folder.\n"
    assert done.stderr == ""


def test_the_app_is_started_with_its_settings_from_any_folder() -> None:
    command = app_command(8765)
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert Path(command[4]).is_absolute()
    assert command[4] == str(resources.app_script())
    assert "--browser.gatherUsageStats=false" in command
    assert "--runner.postScriptGC=false" in command
    assert command[-1] == "--server.port=8765"
    assert "--server.address=127.0.0.1" in command
    assert "--server.address=0.0.0.0" in app_command(8765, share=True)


def test_options_before_the_command_count_for_it(run: Run, tmp_path: Path) -> None:
    said = run("--store", tmp_path, "serve")
    assert said.code == 1
    assert "is a folder" in said.err


def test_a_store_that_cannot_be_used_is_answered_before_the_app_starts(run: Run) -> None:
    Path("notes.txt").write_text("not a database, but long enough to look like one\n" * 50)
    for store in ("notes.txt", "cloud://canvases"):
        said = run("--store", store)
        assert said.code == 1
        assert said.err.startswith(f"{store}: ")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("arguments", [[], ["serve"]], ids=["iceberg", "iceberg serve"])
def test_serve_starts_the_app_and_ends_with_it(tmp_path: Path, arguments: list[str]) -> None:
    port = free_port()
    options = ["--port", str(port), "--store", str(tmp_path / "canvases.db")]
    process = subprocess.Popen(
        [sys.executable, "-c", "from iceberg.cli import main; main()", *arguments, *options],
        env={**ANYWHERE, "STREAMLIT_SERVER_HEADLESS": "true"},
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def healthy(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the address answers within a minute, for as long as the process lives."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return False
