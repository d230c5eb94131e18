"""The canvas on screen in a real Chromium, beside the same canvas as pyvis HTML in an iframe."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Error, Frame, Page

from iceberg.exporters.canvas_file import write_canvas
from iceberg.model import Canvas, Force
from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.bench.live.rooms import calm
from tests.browser.conftest import ROOT, Server, serving
from tests.layout.samples import sample_canvas

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
SIZES = (20, 100, 500)
EDITS = 40
MANY_EDITS = 500
SECONDS = 3.0
SCREEN = {"width": 1920, "height": 1080}

Opened = Callable[[str], Page]


def canvas_of(cards: int) -> Canvas:
    """A canvas whose cards have their places, as after a workshop; the first one is scored."""
    canvas = settled(sample_canvas(cards, 3))
    first = canvas.cards[0].model_copy(update={"force": Force(effect="resists")})
    return canvas.model_copy(update={"cards": (first, *canvas.cards[1:])})


@pytest.fixture(scope="module")
def addresses(server: Server) -> dict[int, str]:
    """The address of a canvas of each size."""
    workshop = Workshop(open_store(str(server.store)))
    made = {n: workshop.create(canvas_of(n)) for n in SIZES}
    workshop.close()
    calm([server])
    return {n: f"{server.home}/canvas?canvas={canvas}" for n, canvas in made.items()}


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    """Opens pages that are watched from their start."""
    contexts = []

    def open_page(url: str) -> Page:
        context = chromium.new_context(viewport=SCREEN, reduced_motion="reduce")  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()


def wait_for_picture(page: Page) -> None:
    page.wait_for_function("() => watch.board()?.dataset.revision !== undefined", timeout=120_000)
    page.keyboard.press("Escape")
    page.wait_for_timeout(1_500)


def bytes_on(page: Page) -> list[int]:
    """Fills with the sizes of all messages between page and server from now on."""
    sizes: list[int] = []

    def hear(socket: Any) -> None:
        for event in ("framesent", "framereceived"):
            socket.on(event, lambda payload: sizes.append(len(payload)))

    page.on("websocket", hear)
    return sizes


def first_draw(frame: Frame) -> float:
    """When a frame first drew, in ms since 1970; 0 when it has not, or is just being replaced."""
    with contextlib.suppress(Error):
        return float(frame.evaluate("() => window.watch?.first ?? 0"))
    return 0.0


def figures(values: list[float]) -> dict[str, float]:
    return {"median": round(median(values)), "p95": round(quantiles(values, n=20)[-1])}


@pytest.mark.parametrize("cards", SIZES)
def test_a_change_by_key(
    benchmark: Any, opened: Opened, addresses: dict[int, str], cards: int
) -> None:
    page = opened("about:blank")
    sizes = bytes_on(page)
    page.goto(addresses[cards])
    wait_for_picture(page)
    page.locator(".cards button").first.focus()
    told: list[dict[str, float]] = []
    keys = iter("hr" * EDITS)

    def change() -> None:
        page.evaluate("() => watch.next()")
        page.keyboard.press(next(keys))
        page.wait_for_function("() => watch.done", timeout=60_000, polling="raf")
        told.append(page.evaluate("() => watch.done"))

    change()
    sizes.clear()
    told.clear()
    benchmark.pedantic(change, rounds=EDITS)
    benchmark.extra_info["sight ms"] = figures([one["sight"] for one in told])
    benchmark.extra_info["sight frames"] = max(one["frames"] for one in told)
    benchmark.extra_info["settled ms"] = figures([one["settled"] for one in told])
    benchmark.extra_info["websocket bytes an edit"] = round(sum(sizes) / EDITS)


@pytest.mark.parametrize("cards", SIZES)
def test_the_same_change_in_an_iframe(
    benchmark: Any,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cards: int,
) -> None:
    """The named baseline: pyvis HTML in an iframe, made anew by each run of the script."""
    file = tmp_path / "bench.iceberg.json"
    file.write_text(write_canvas(canvas_of(cards)), encoding="utf-8")
    monkeypatch.setenv("BENCH_CANVAS", str(file))
    told: list[float] = []
    with serving(Path(__file__).with_name("iframe_app.py"), tmp_path) as url:
        page = opened("about:blank")
        sizes = bytes_on(page)
        page.goto(url)

        def first_drawn(since: float) -> float | None:
            inner = [frame for frame in page.frames if frame != page.main_frame]
            return next((at for at in map(first_draw, inner) if at > since), None)

        def change() -> None:
            start = page.evaluate("() => performance.timeOrigin + performance.now()")
            page.get_by_role("button", name="Change").click()
            while (at := first_drawn(start)) is None:
                page.wait_for_timeout(5)
            told.append(at - start)

        while first_drawn(0.0) is None:
            page.wait_for_timeout(50)
        change()
        sizes.clear()
        told.clear()
        benchmark.pedantic(change, rounds=EDITS // 4)
    benchmark.extra_info["settled ms"] = figures(told)
    benchmark.extra_info["websocket bytes an edit"] = round(sum(sizes) / (EDITS // 4))


def frames_a_second(page: Page, x: float, y: float) -> dict[str, float]:
    """Drawings and frames a second while the mouse is down and moves."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("() => { watch.draws = []; watch.frames = []; }")
    end = time.monotonic() + SECONDS
    n = 0
    while time.monotonic() < end:
        n += 1
        page.mouse.move(x + 3 * (n % 50), y + 2 * (n % 40))
    seen = page.evaluate("() => [watch.draws.length, watch.frames.length]")
    page.mouse.move(x, y)
    page.mouse.up()
    return {"drawings": round(seen[0] / SECONDS), "frames": round(seen[1] / SECONDS)}


def test_dragging_and_panning(benchmark: Any, opened: Opened, addresses: dict[int, str]) -> None:
    page = opened(addresses[500])
    wait_for_picture(page)
    box = page.locator(".stage").bounding_box()
    assert box is not None
    corner = (box["x"] + 12, box["y"] + box["height"] - 12)
    benchmark.extra_info["panning"] = frames_a_second(page, *corner)
    card = page.evaluate(
        """() => {
          const stage = watch.board().querySelector(".stage").getBoundingClientRect();
          return [stage.x + stage.width / 2, stage.y + stage.height / 2];
        }"""
    )
    benchmark.extra_info["dragging"] = frames_a_second(page, *card)
    benchmark.pedantic(lambda: None)


@pytest.mark.parametrize("visit", ["first visit", "return visit"])
def test_a_warm_page_to_its_first_picture(
    benchmark: Any, opened: Opened, addresses: dict[int, str], visit: str
) -> None:
    """The server has been asked before; the browser has Streamlit's own files on a return visit."""
    told: list[float] = []
    known = opened("about:blank")

    def load() -> None:
        page = known.context.new_page() if visit == "return visit" else opened("about:blank")
        page.goto(addresses[20])
        page.wait_for_function("() => watch.first", timeout=60_000, polling="raf")
        told.append(page.evaluate("() => watch.first - performance.timeOrigin"))
        page.close()

    for _ in range(2):
        load()
    told.clear()
    benchmark.pedantic(load, rounds=8)
    benchmark.extra_info["first picture ms"] = figures(told)


def test_a_cold_start_to_the_first_picture(benchmark: Any, opened: Opened, tmp_path: Path) -> None:
    server = Server(ROOT / "app.py", tmp_path)
    workshop = Workshop(open_store(str(server.store)))
    canvas = workshop.create(canvas_of(20))
    workshop.close()

    pages: list[Page] = []

    def start() -> None:
        server.start()
        pages.append(opened(f"{server.home}/canvas?canvas={canvas}"))
        pages[-1].wait_for_function("() => watch.first", timeout=60_000, polling="raf")

    def stop() -> None:
        # A page that stays open would come back to the next server, and be served first.
        pages.pop().context.close()
        server.stop()

    benchmark.pedantic(start, rounds=3, teardown=stop)


def heap_mb(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")) / 2**20


def test_memory_of_the_page_after_many_edits(
    benchmark: Any, opened: Opened, addresses: dict[int, str]
) -> None:
    page = opened(addresses[100])
    wait_for_picture(page)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.locator(".cards button").first.focus()
    before = heap_mb(session)

    def many() -> None:
        for n in range(MANY_EDITS):
            page.keyboard.press("hr"[n % 2])
        page.wait_for_function("() => watch.board().dataset.waiting === '0'", timeout=300_000)
        page.evaluate("() => { watch.draws = []; watch.frames = []; }")

    benchmark.pedantic(many)
    benchmark.extra_info["heap MB"] = {
        "before": round(before, 1),
        "after": round(heap_mb(session), 1),
    }
