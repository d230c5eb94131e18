"""The words that a canvas chooses from."""

from __future__ import annotations

from typing import Literal, get_args

Level = Literal["events", "patterns", "structures", "mental_models"]
Effect = Literal["resists", "helps"]
Shiftable = Literal["yes", "partly", "no"]
Verb = Literal["drives", "holds in place", "blocks", "opens up"]
Sign = Literal["+", "-"]
Direction = Literal["rising", "steady", "easing"]
Status = Literal["holds", "weakening", "broken", "better than expected"]
FindingKind = Literal["assumption", "chain", "what if", "loop", "force", "leverage", "gap"]
PageName = Literal["a4", "a3", "slide", "a1", "a0"]
TextDirection = Literal["auto", "ltr", "rtl"]
PaletteName = Literal["water", "plain", "black_and_white"]
Crossing = Literal["above", "below"]

LEVELS: tuple[Level, ...] = get_args(Level)
EFFECTS: tuple[Effect, ...] = get_args(Effect)
SHIFTABLE: tuple[Shiftable, ...] = get_args(Shiftable)
VERBS: tuple[Verb, ...] = get_args(Verb)
SIGNS: tuple[Sign, ...] = get_args(Sign)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
STATUSES: tuple[Status, ...] = get_args(Status)
CROSSINGS: tuple[Crossing, ...] = get_args(Crossing)
PAGES: tuple[PageName, ...] = get_args(PageName)
FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
PALETTES: tuple[PaletteName, ...] = get_args(PaletteName)
TEXT_DIRECTIONS: tuple[TextDirection, ...] = get_args(TextDirection)
