"""A file of rules (RULES.toml) that says where the cards of a map belong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Final, Self

from pydantic import Field, ValidationError, model_validator

from iceberg.errors import BadInputError, Problem
from iceberg.importers import wording
from iceberg.importers.maps import Map, Node
from iceberg.importers.placing import Placement
from iceberg.importers.refusing import refused
from iceberg.model import Id, InconsistentError, Layer, Level, Part, problems_of

_CONDITIONS: Final = ("id", "type", "tag", "group", "colour", "text")


class Rule(Part):
    """What holds of a card (all that is given, in any case), and where such cards belong.

    ``text`` need only stand somewhere in the card's text; the others are compared whole. Without a
    layer or a level that much stays as suggested.
    """

    id: str | None = None
    type: str | None = None
    tag: str | None = None
    group: str | None = None
    colour: str | None = None
    text: str | None = None
    layer: Id | None = None
    level: Level | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(getattr(self, name) is None for name in _CONDITIONS):
            mend = f"Give one of {', '.join(_CONDITIONS)}."
            raise InconsistentError((Problem("", "is about no card.", mend),))
        if self.layer is None and self.level is None:
            raise InconsistentError(
                (Problem("", "puts cards nowhere.", "Give a layer or a level."),)
            )
        return self

    def holds(self, node: Node) -> bool:
        """Whether the rule is about this node."""
        said = {
            "id": (node.id,),
            "type": (node.kind,),
            "tag": node.tags,
            "group": (node.group,),
            "colour": (node.colour,),
        }
        whole = all(
            wanted is None or wanted.casefold() in {one.casefold() for one in said[name]}
            for name in said
            for wanted in (getattr(self, name),)
        )
        return whole and (self.text is None or self.text.casefold() in node.text.casefold())


class Rules(Part):
    """Rules in order, the first that holds decides; ``layers`` are those of the canvas, by id."""

    layers: tuple[Id, ...] = ()
    rule: Annotated[tuple[Rule, ...], Field(max_length=500)] = ()

    def placed(
        self, source: Map, placements: Iterable[Placement], layers: Iterable[Layer]
    ) -> tuple[Placement, ...]:
        """The placements as the rules change them. Raises `BadInputError` for an unknown layer."""
        known = {layer.id for layer in layers}
        for number, rule in enumerate(self.rule):
            if rule.layer and rule.layer not in known:
                what = f"names layer {rule.layer}, which the canvas does not have."
                raise refused(
                    what, f"It has {', '.join(sorted(known))}.", f"rules, rule[{number}].layer"
                )
        nodes = {node.id: node for node in source.nodes}
        return tuple(self._placed(nodes[one.node], one) for one in placements)

    def _placed(self, node: Node, suggested: Placement) -> Placement:
        for number, rule in enumerate(self.rule, start=1):
            if rule.holds(node):
                return replace(
                    suggested,
                    layer=rule.layer or suggested.layer,
                    level=rule.level or suggested.level,
                    reason=wording.BY_RULE.format(number=number),
                )
        return suggested


def read_rules(content: bytes, name: str) -> Rules:
    """The rules in a TOML file. Raises `BadInputError` that says where in ``name`` it is wrong."""
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise refused(f"this is not TOML: {error}.", "Mend it there.", name) from None
    except RecursionError:
        raise refused("brackets stand too deep in one another.", "Mend it.", name) from None
    try:
        return Rules.model_validate(_tupled(data))
    except ValidationError as error:
        problems = problems_of(error)
        raise BadInputError(
            tuple(Problem(f"{name}, {one.where}", one.what, one.mend) for one in problems)
        ) from None


def _tupled(data: dict[str, object]) -> dict[str, object]:
    """Lists as the tuples that strict models ask for."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
