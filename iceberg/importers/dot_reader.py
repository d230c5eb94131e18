"""The grammar of DOT, as graphviz's documentation gives it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeAlias

from iceberg.importers.dot_tokens import Token
from iceberg.importers.limits import PARTS, XML_DEPTH
from iceberg.importers.refusing import refused

_DEFAULTS: Final = frozenset({"graph", "node", "edge"})

Values: TypeAlias = dict[str, str]


@dataclass
class DotReader:
    """Reads one graph: nodes and edges with their attributes, clusters with their labels.

    ``looks`` says whether there were attributes for the looks of all nodes or edges.
    """

    tokens: list[Token]
    at: int = 0
    directed: bool = True
    name: str = ""
    looks: bool = False
    nodes: dict[str, Values] = field(default_factory=dict)
    edges: list[tuple[str, str, Values]] = field(default_factory=list)
    clusters: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def graph(self) -> None:
        """``[strict] (graph | digraph) [ID] { … }``"""
        self._skip("strict")
        kind = self._word().casefold()
        if kind not in ("graph", "digraph"):
            raise self._broken()
        self.directed = kind == "digraph"
        if self._peek("{") is None:
            self.name = self._word()
        self._block("", 0)

    def _block(self, cluster: str, depth: int) -> list[str]:
        """The statements between braces; gives the nodes that they name."""
        if depth > XML_DEPTH:
            raise refused(f"Graphs stand more than {XML_DEPTH} deep in one another.", "Flatten it.")
        self._mark("{")
        found: list[str] = []
        while not self._skip("}"):
            found += self._statement(cluster, depth)
            while self._skip(";") or self._skip(","):
                pass
        return found

    def _statement(self, cluster: str, depth: int) -> list[str]:
        token = self._here()
        following = self.tokens[self.at + 1 : self.at + 2]
        if token.is_word and following and following[0].text == "=" and not following[0].is_word:
            name, value = self._word(), self._value()
            self._told(cluster, name, value)
            return []
        if token.is_word and token.text.casefold() in _DEFAULTS:
            self.at += 1
            values = self._attributes()
            self.looks = self.looks or bool(values)
            if token.text.casefold() == "graph" and "label" in values:
                self._told(cluster, "label", values["label"])
            return []
        return self._chain(cluster, depth)

    def _chain(self, cluster: str, depth: int) -> list[str]:
        """A node, or nodes and subgraphs with arrows between them."""
        ends = [self._end(cluster, depth)]
        while self._skip("->") or self._skip("--"):
            ends.append(self._end(cluster, depth))
        values = self._attributes()
        if len(ends) == 1 and len(ends[0]) == 1:
            self.nodes[ends[0][0]].update(values)
        for sources, targets in pairwise(ends):
            if len(self.edges) + len(sources) * len(targets) > PARTS:
                raise refused(
                    "The graph has far more edges than a canvas can hold.",
                    "Take a part of the map.",
                )
            self.edges += [(one, other, values) for one in sources for other in targets]
        return [name for end in ends for name in end]

    def _end(self, cluster: str, depth: int) -> list[str]:
        """The nodes at one end of an arrow: one, or all of a subgraph."""
        if self._peek("{") or self._here().text.casefold() == "subgraph":
            inner = cluster
            if self._skip("subgraph"):
                inner = cluster if self._peek("{") else self._word()
            return list(dict.fromkeys(self._block(inner, depth + 1)))
        name = self._word()
        while self._skip(":"):
            self._word()
        self.nodes.setdefault(name, {})
        if cluster:
            self.clusters.setdefault(name, cluster)
        return [name]

    def _attributes(self) -> Values:
        found: Values = {}
        while self._skip("["):
            while not self._skip("]"):
                name = self._word()
                found[name] = self._value() if self._peek("=") else "true"
                while self._skip(",") or self._skip(";"):
                    pass
        return found

    def _told(self, cluster: str, name: str, value: str) -> None:
        if name == "label":
            self.labels[cluster] = value
        else:
            self.looks = True

    def _value(self) -> str:
        self._mark("=")
        value = self._word()
        while self._skip("+"):
            value += self._word()
        return value

    def _here(self) -> Token:
        if self.at >= len(self.tokens):
            raise refused("The graph is cut off before its last }.", "Export it again.")
        return self.tokens[self.at]

    def _peek(self, mark: str) -> Token | None:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token if token and not token.is_word and token.text == mark else None

    def _skip(self, text: str) -> bool:
        """Whether this mark or keyword comes next; if so it is passed over."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is None or token.text.casefold() != text or token.is_word != text.isalpha():
            return False
        self.at += 1
        return True

    def _mark(self, mark: str) -> None:
        if not self._skip(mark):
            self._here()
            raise self._broken()

    def _word(self) -> str:
        token = self._here()
        if not token.is_word:
            raise self._broken()
        self.at += 1
        return token.text

    def _broken(self) -> Exception:
        token = (
            self.tokens[min(self.at, len(self.tokens) - 1)] if self.tokens else Token("", True, 1)
        )
        return refused("this is not DOT.", "Mend it, or export it again.", f"line {token.line}")
