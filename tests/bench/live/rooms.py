"""A room with people in it, measured: the canvas, the plan, and what comes of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from iceberg.edits import AddCard, AddLink, Together
from iceberg.meeting import Access, Grant, Meetings, Role
from iceberg.model import Canvas, new_id
from iceberg.scene.placing import settled
from iceberg.store import Store
from iceberg.workshop import Workshop
from tests.bench.live.plan import BEGUN, ENDED, Person, Plan, Report
from tests.browser.conftest import ROOT, Server
from tests.layout.samples import sample_canvas

SECONDS: Final = float(os.environ.get("ICEBERG_BENCH_SECONDS", "8"))
"""How long each room is measured; fewer seconds give rougher figures."""
LEISURE_S, CALM_CORE, CALM_WITHIN_S = 8.0, 0.03, 30.0
"""So long after its start a server reads what nobody has asked for yet. It is calm when it uses
less of a core than this; it is given that many seconds."""
PICTURES: Final[tuple[Role, ...]] = ("facilitator", "viewer", "facilitator")
"""Who shows the picture in a real room: the facilitator, the projector, and who types along."""
Connected = Callable[[int], dict[str, str]]


@dataclass(frozen=True)
class Usage:
    """What the servers' processes have used: seconds of a processor, and megabytes held now."""

    processor: float
    memory: float


def usage(servers: Sequence[Server]) -> Usage:
    """What servers have used so far, as Linux counts it."""
    return Usage(sum(map(_processor, servers)), sum(map(_memory, servers)))


def _processor(server: Server) -> float:
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(server: Server) -> float:
    lines = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8").splitlines()
    held = next(line for line in lines if line.startswith("VmRSS:"))
    return int(held.split()[1]) / 1024


def calm(servers: Sequence[Server]) -> None:
    """Wait until servers that have just started have read what they need later."""
    time.sleep(LEISURE_S)
    end = time.monotonic() + CALM_WITHIN_S
    before = usage(servers).processor
    while time.monotonic() < end:
        time.sleep(1)
        now = usage(servers).processor
        if now - before < CALM_CORE:
            return
        before = now


@dataclass
class House:
    """What serves a room: processes, what they keep, and the address of their live route."""

    servers: Sequence[Server]
    store: Store
    access: Access
    url: str

    def __post_init__(self) -> None:
        self.workshop = Workshop(self.store)
        self.meetings = Meetings(self.workshop, self.store, self.access)

    def plan(
        self,
        clients: int,
        cards: int,
        edits_a_second: float,
        pictures: Sequence[Role] = PICTURES,
        connected: Connected = lambda _: {},
        seconds: float = SECONDS,
    ) -> Plan:
        """A room in which everybody but who only looks on rewords their own cards in turn."""
        roles: list[Role] = [*pictures, *["participant"] * clients][:clients]  # type: ignore[list-item]
        doers = [at for at, role in enumerate(roles) if role != "viewer"]
        owned = [(doers[n % len(doers)], f"c{n}") for n in range(cards)]
        room = new_id()
        pens = [f"{room}-{at}" for at in range(clients)]
        canvas = self._canvas(cards, [(pens[at], card) for at, card in owned])
        host = Grant(canvas, "facilitator")
        people = tuple(
            Person(pen, _shown(at < len(pictures)), self.meetings.doors.token(host, role), said)
            for at, (pen, role, said) in enumerate(
                zip(pens, roles, map(connected, range(clients)), strict=True)
            )
        )
        return Plan(self.url, canvas, people, tuple(owned), edits_a_second, seconds)

    def _canvas(self, cards: int, owners: Sequence[tuple[str, str]]) -> str:
        made = settled(sample_canvas(cards, 3, links_per_card=1.5))
        empty = Canvas(title="A room", layers=made.layers, view=made.view)
        canvas = self.workshop.create(empty)
        known = {card.id: card for card in made.cards}
        for pen in dict.fromkeys(pen for pen, _ in owners):
            own = [AddCard(card=known[card]) for owner, card in owners if owner == pen]
            self._keep(canvas, own, pen)
        self._keep(canvas, [AddLink(link=link) for link in made.links], "links")
        return canvas

    def _keep(self, canvas: str, edits: Sequence[AddCard | AddLink], pen: str) -> None:
        self.workshop.submit(canvas, Together(edits=tuple(edits)), pen)


def _shown(is_picture: bool) -> str:
    return "picture" if is_picture else "board"


@dataclass(frozen=True)
class Measured:
    """A room's figures: latencies in seconds, and what the servers used while it worked."""

    latencies: list[float]
    missed: int
    doubled: int
    used: float
    memory: float
    report: Report
    revisions: list[int]

    def figures(self, seconds: float) -> dict[str, Any]:
        """What is told of a room, by name."""
        return {
            **spread(self.latencies),
            "core %": round(100 * self.used / seconds, 1),
            "MB": round(self.memory),
            "missed": self.missed,
            "doubled": self.doubled,
        }


def spread(latencies: Sequence[float]) -> dict[str, int]:
    """Percentiles in ms."""
    marks = quantiles(latencies, n=100, method="inclusive")
    return {f"p{at} ms": round(1000 * marks[at - 1]) for at in (50, 95, 99)}


def measured(
    house: House,
    plan: Plan,
    program: Sequence[str] = ("tests.bench.live.people",),
    meanwhile: Callable[[], None] = lambda: None,
    is_counted: bool = True,
) -> Measured:
    """Have a process play the people, and read what the servers use while edits are made.

    ``meanwhile`` is called once that has begun. Servers that are killed cannot be counted.
    """
    servers = house.servers if is_counted else ()
    command = [sys.executable, "-m", *program]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as people:
        assert people.stdin is not None
        assert people.stdout is not None
        try:
            people.stdin.write(plan.to_json())
            people.stdin.close()
            assert people.stdout.readline().strip() == BEGUN
            before = usage(servers)
            meanwhile()
            assert people.stdout.readline().strip() == ENDED
            after = usage(servers)
            report = Report(**json.loads(people.stdout.readline()))
        finally:
            people.kill()
    return _measured(house, plan, report, after.processor - before.processor, after.memory)


def _measured(house: House, plan: Plan, report: Report, used: float, memory: float) -> Measured:
    rows = [(row.client, row.client_seq, row.seq) for row in house.store.rows(plan.canvas)]
    kept = {(client, number): seq for client, number, seq in rows if number is not None}
    revisions = [kept.get((pen, number), 0) for pen, number, _ in report.sent]
    latencies, missed = [], revisions.count(0) + _stale(house, plan, report)
    # The first edit is a warm-up: it finds the canvas unread.
    for (pen, _, at), revision in list(zip(report.sent, revisions, strict=True))[1:]:
        for person, seen in zip(plan.people, report.seen, strict=True):
            came = next((time for time, shown in seen if revision and shown >= revision), None)
            if came is None:
                missed += revision > 0
            elif person.pen != pen:
                latencies.append(came - at)
    doubled = sum(number is not None for _, number, _ in rows) - len(set(revisions) - {0})
    return Measured(latencies, missed, doubled, used, memory, report, revisions)


def _stale(house: House, plan: Plan, report: Report) -> int:
    """How many cards somebody had with another text than is kept, when all was over."""
    texts = {card.id: card.text for card in house.workshop.open(plan.canvas).cards}
    return sum(shown.get(card) != text for shown in report.texts for card, text in texts.items())
