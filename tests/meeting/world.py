"""A canvas with a workshop around it, and one edit of every kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import get_args

from iceberg.edits import (
    AddAssumption,
    AddCard,
    AddLayer,
    AddLink,
    AddReading,
    AddTrayCard,
    AddTrayLink,
    Arrange,
    AssumptionChanges,
    BaseEdit,
    BringBackFinding,
    CardChanges,
    ChangeAssumption,
    ChangeCard,
    ChangeDetails,
    ChangeLink,
    ChangeReading,
    ChangeTrayCard,
    DetailsChanges,
    DismissFinding,
    Edit,
    ForgetFinding,
    KeepFinding,
    KeepImportNote,
    KeptChanges,
    LinkChanges,
    MergeCards,
    MoveCard,
    NameSnapshot,
    PlaceFromTray,
    Placement,
    PutInTray,
    ReadingChanges,
    RemoveAssumption,
    RemoveCard,
    RemoveImportNote,
    RemoveLayer,
    RemoveLink,
    RemoveReading,
    RemoveSnapshot,
    RemoveTrayCard,
    RemoveTrayLink,
    RewordFinding,
    Single,
    Together,
)
from iceberg.meeting import Access, Grant, Meetings, Role
from iceberg.model import (
    Assumption,
    Canvas,
    Card,
    ImportNote,
    KeptFinding,
    Layer,
    Link,
    Position,
    Reading,
    Snapshot,
    TrayCard,
)
from iceberg.store import MemoryStore, Store
from iceberg.workshop import Workshop

NOON = dt.datetime(2026, 6, 24, 12, tzinfo=dt.UTC)
SHARED = Access(b"the key of this server", is_shared=True)
HOST = Grant("", "facilitator")
SAM, KIM = "sams-phone", "kims-phone"


def card(card_id: str, text: str = "", **more: object) -> Card:
    fields = {"id": card_id, "layer": "place", "level": "events", "text": text or card_id, **more}
    return Card.model_validate(fields)


CANVAS = Canvas(
    title="The lunch club",
    layers=(
        Layer(id="national", title="National"),
        Layer(id="place", title="Place"),
        Layer(id="spare", title="Spare"),
    ),
    cards=tuple(card(f"c{n}") for n in range(5)),
    links=(Link(id="l0", source="c0", target="c1"),),
    readings=(Reading(id="r0", card="c0", date=NOON.date(), direction="rising"),),
    assumptions=(Assumption(id="a0", text="We assume", cards=("c0",)),),
    kept=(KeptFinding(id="gap:lone:c0", kind="gap", text="Nothing leads to it", cards=("c0",)),),
    dismissed=("gap:lone:c3",),
    tray=tuple(TrayCard(id=f"w{n}", text=f"Waits {n}") for n in range(3)),
    tray_links=(Link(id="t0", source="w0", target="c0"),),
    imports=(ImportNote(id="i0", name="ours.prsm", format="PRSM map"),),
)


def edits(prefix: str, link: str) -> tuple[Edit, ...]:
    """One edit of every kind, on the card ``prefix`` and the link ``link``."""
    today = NOON.date()
    found: tuple[Edit, ...] = (
        AddCard(card=card(f"new{prefix}")),
        ChangeCard(card=prefix, changes=CardChanges(text="Reworded")),
        MoveCard(card=prefix, layer="national", level="patterns"),
        Arrange(placements=(Placement(card=prefix, position=Position()),)),
        AddLink(link=Link(id=f"link{prefix}", source="c2", target=prefix)),
        ChangeLink(link=link, changes=LinkChanges(strength=3)),
        RemoveLink(link=link),
        MergeCards(into="c3", cards=("c4",)),
        AddReading(reading=Reading(id="r1", card="c0", date=today, direction="easing")),
        ChangeReading(reading="r0", changes=ReadingChanges(direction="steady")),
        RemoveReading(reading="r0"),
        AddAssumption(assumption=Assumption(id="a1", text="We assume more")),
        ChangeAssumption(assumption="a0", changes=AssumptionChanges(text="We assume less")),
        RemoveAssumption(assumption="a0"),
        ChangeDetails(changes=DetailsChanges(title="Another title")),
        KeepFinding(finding=KeptFinding(id="gap:lone:c1", kind="gap", text="Nothing leads to it")),
        RewordFinding(finding="gap:lone:c0", changes=KeptChanges(text="Why?")),
        ForgetFinding(finding="gap:lone:c0"),
        DismissFinding(finding="gap:lone:c2"),
        BringBackFinding(finding="gap:lone:c3"),
        AddLayer(layer=Layer(id="region", title="Region")),
        RemoveLayer(layer="spare"),
        NameSnapshot(snapshot=Snapshot(id="s1", name="A moment", revision=0)),
        RemoveSnapshot(snapshot="s0"),
        AddTrayCard(card=TrayCard(id="w9", text="Waits too")),
        ChangeTrayCard(card="w1", changes=CardChanges(text="Waits on")),
        AddTrayLink(link=Link(id="t9", source="w1", target="w2")),
        RemoveTrayLink(link="t0"),
        PlaceFromTray(card="w1", layer="place", level="events"),
        PutInTray(card="c4"),
        RemoveTrayCard(card="w2"),
        KeepImportNote(note=ImportNote(id="i9", name="more.csv", format="CSV table")),
        RemoveImportNote(note="i0"),
        Together(edits=(AddCard(card=card("t1")), AddCard(card=card("t2")))),
        RemoveCard(card=prefix),
    )
    kinds = {type(edit) for edit in found}
    assert kinds == {*get_args(Single), Together}
    return found


@dataclass
class World:
    """Everything that a workshop needs, with a clock that can be moved."""

    store: Store = field(default_factory=MemoryStore)
    access: Access = SHARED
    now: dt.datetime = NOON

    def __post_init__(self) -> None:
        self.workshop = Workshop(self.store, lambda: self.now)
        self.meetings = Meetings(self.workshop, self.store, self.access, lambda: self.now)
        self.canvas = self.workshop.create(CANVAS)
        self.workshop.submit(
            self.canvas,
            NameSnapshot(snapshot=Snapshot(id="s0", name="The start", revision=0)),
            "host",
        )
        self.host = Grant(self.canvas, "facilitator")

    def token(self, role: Role) -> str:
        return self.meetings.doors.token(self.host, role)

    def grant(self, role: Role) -> Grant:
        return self.meetings.enter(self.canvas, self.token(role))

    def later(self, **span: float) -> None:
        self.now += dt.timedelta(**span)

    def has_own(self, client: str) -> None:
        """Somebody has a card ``own`` and a link ``mine`` of their own."""
        part = self.grant("participant")
        self.meetings.submit(part, AddCard(card=card("own")), client)
        mine = Link(id="mine", source="own", target="c1")
        self.meetings.submit(part, AddLink(link=mine), client)


def name_of(edit: BaseEdit) -> str:
    return type(edit).__name__
