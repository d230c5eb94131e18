"""A map for PRSM, the Participatory System Mapper, as the plain JSON that it also reads."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.exporters.data import data_format, told_of_card, told_of_link
from iceberg.exporters.left_behind import NEVER
from iceberg.exporters.spread_out import spread_out
from iceberg.model import LEVELS, Canvas, Link
from iceberg.wording import LEVEL_TITLES

_VERSION: Final = "2.0.0"
_COLOURS: Final = ("#ffffff", "#99e699", "#b3ccff", "#ffccdd")
_STYLES: Final = {
    None: ("edge0", "Influence", "#000000"),
    "+": ("edge1", "Positive influence", "#00cc00"),
    "-": ("edge2", "Negative influence", "#ff0000"),
}
_THEIRS: Final = frozenset({"label", "note", "id", "sign", "votes", "row", "x", "pinned"})


def _text(canvas: Canvas) -> str:
    titles = _titles(canvas)
    whole = {
        "version": _VERSION,
        "mapTitle": canvas.title,
        "lastNodeSample": "group0",
        "lastLinkSample": "edge0",
        "attributeTitles": {key: title.capitalize() for title, key in titles.items()},
        "styles": _styles(),
        "nodes": _nodes(canvas, titles),
        "edges": [_edge(link, titles) for link in canvas.links],
        "history": [],
        **_description(canvas),
    }
    return json.dumps(whole, ensure_ascii=False, indent="\t") + "\n"


def _description(canvas: Canvas) -> dict[str, Any]:
    """What is said of the canvas as a whole, as PRSM's notes about the map: a Quill delta."""
    said = {"Question": canvas.question, "Place": canvas.place, "Aim": canvas.aim}
    lines = [f"{name}: {words}\n" for name, words in said.items() if words]
    return {"description": {"text": {"ops": [{"insert": "".join(lines)}]}}} if lines else {}


def _titles(canvas: Canvas) -> dict[str, str]:
    """A key for each thing that PRSM has no field for, as it gives them to its own attributes."""
    told = [*map(told_of_card, canvas.cards), *map(told_of_link, canvas.links)]
    names = dict.fromkeys(name for one in told for name in one if name not in _THEIRS)
    return {name: f"att{number}" for number, name in enumerate(names, start=1)}


def _styles() -> dict[str, Any]:
    nodes = {
        f"group{number}": {"groupLabel": LEVEL_TITLES[level], "color": _colour(_COLOURS[number])}
        for number, level in enumerate(LEVELS)
    }
    edges = {
        key: {"groupLabel": label, "color": {"color": colour}}
        for key, label, colour in _STYLES.values()
    }
    return {"nodes": nodes, "edges": edges}


def _colour(background: str) -> dict[str, str]:
    return {"background": background, "border": "#000000"}


def _nodes(canvas: Canvas, titles: dict[str, str]) -> list[dict[str, Any]]:
    places = spread_out(canvas)
    return [
        {
            "id": card.id,
            "label": card.text,
            "grp": f"group{LEVELS.index(card.level)}",
            "x": places[card.id][0],
            "y": places[card.id][1],
            # One entry a person who gave a thumb.
            "thumbUp": list(range(card.votes)),
            "thumbDown": [],
            **_note(card.note),
            **{titles[name]: one for name, one in told_of_card(card).items() if name in titles},
        }
        for card in canvas.cards
    ]


def _edge(link: Link, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "id": link.id,
        "from": link.source,
        "to": link.target,
        "grp": _STYLES[link.sign][0],
        "arrows": {"to": {"enabled": True, "type": "arrow"}},
        # PRSM keeps no attributes of links when it saves; their labels it keeps.
        "label": "" if link.verb == "drives" else link.verb,
        **_note(link.note),
        **{titles[name]: one for name, one in told_of_link(link).items() if name in titles},
    }


def _note(note: str | None) -> dict[str, Any]:
    """A note as a Quill delta."""
    return {"note": {"ops": [{"insert": f"{note}\n"}]}} if note else {}


FORMAT: Final = data_format(
    ".prsm",
    "application/json",
    "PRSM map",
    _text,
    leaves=(NEVER | {"position"}) - {"question", "place", "aim"},
)
