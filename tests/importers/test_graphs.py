"""GraphML, GEXF and GML, as networkx, Gephi and yEd write them."""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pytest

from tests.importers.bringing import arrows, bring, card, link, refused, texts

GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="Type" attr.type="string"/>
  <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d3" for="edge" attr.name="polarity" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="d0">Rents &amp; debt</data><data key="d1">Trend</data></node>
    <node id="n1"><data key="d0">Moves</data></node>
    <node id="n2"/>
    <edge id="x" source="n0" target="n1"><data key="d2">2.5</data><data key="d3">-</data></edge>
    <edge id="x" source="n0" target="n1"/>
    <edge source="n1" target="n2" directed="false"/>
    <edge source="n2" target="n2"/>
    <edge id="lost" source="n0" target="n9"/>
  </graph>
</graphml>
"""
YED = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="10.0" y="20.0"/>
      <y:NodeLabel>Rents</y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:Geometry x="90.0" y="80.0"/>
      <y:NodeLabel>Debt</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge>
      <y:EdgeLabel>+</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>
"""
GEXF = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://{version}" xmlns:viz="http://{version}/viz" version="1">
  <graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="Tags" type="string"/></attributes>
    <nodes>
      <node id="a" label="Rents"><attvalues><attvalue for="0" value="x|y"/></attvalues>
        <viz:position x="1.0" y="5.0"/><viz:color r="255" g="0" b="10"/></node>
      <node id="b" label="Debt"><viz:position x="2.0" y="-5.0"/></node>
    </nodes>
    <edges>
      <edge id="0" source="a" target="b" weight="-1"/>
      <edge id="1" source="b" target="a" type="undirected"/>
    </edges>
  </graph>
</gexf>
"""
GML = """Creator "someone"
graph [
  directed 1
  node [ id 1 label "Rents" graphics [ x 10 y 20 fill "#ff0000" ] ]
  node [ id 2 label "Debt &#38; worry" ]
  node [ id 3 label "Rents" ]
  edge [ source 1 target 2 label "+" ]
  edge [ source 1 target 2 label "again" ]
  edge [ source 2 target 9 ]
]
"""


def test_graphml_keeps_attributes_and_names_what_does_not_fit() -> None:
    imported = bring(GRAPHML, "map.graphml")
    assert texts(imported) == ["Rents & debt", "Moves", "n2"]
    assert card(imported, "Rents & debt").level == "patterns"
    assert arrows(imported) == ["Rents & debt >- Moves", "Moves > n2"]
    assert link(imported, "Rents & debt", "Moves").note == "Weight: 2.5"
    report = imported.report
    assert report.names("duplicate") == ("Rents & debt → Moves",)
    assert report.names("no_way") == ("Moves → n2",)
    assert report.names("self") == ("n2 → n2",)
    assert report.names("dangling") == ("Rents & debt → n9",)


def test_graphml_without_its_namespace_is_read() -> None:
    bare = GRAPHML.replace(' xmlns="http://graphml.graphdrawing.org/xmlns"', "")
    assert texts(bring(bare, "map.xml")) == ["Rents & debt", "Moves", "n2"]


def test_yeds_labels_and_places_are_read() -> None:
    imported = bring(YED, "yed.graphml")
    assert arrows(imported) == ["Rents >+ Debt"]
    assert all(card.position for card in imported.canvas.cards)


@pytest.mark.parametrize(
    "version", ["www.gexf.net/1.1draft", "www.gexf.net/1.2draft", "gexf.net/1.3"]
)
def test_gexf_of_every_version(version: str) -> None:
    imported = bring(GEXF.format(version=version), "gephi.gexf")
    assert arrows(imported) == ["Rents >- Debt", "Debt > Rents"]
    assert card(imported, "Rents").tags == ("x", "y")
    # Gephi's y grows upwards: what stands high there comes first here.
    assert [card.level for card in imported.canvas.cards]
    assert imported.report.names("no_way") == ("Debt → Rents",)


def test_gml_with_labels_twice_edges_twice_and_an_end_that_is_not_there() -> None:
    imported = bring(GML, "map.gml")
    assert texts(imported) == ["Rents", "Debt & worry", "Rents"]
    assert len(imported.canvas.links) == 1
    assert imported.canvas.links[0].sign == "+"
    assert imported.report.names("duplicate") == ("Rents → Debt & worry (again)",)
    assert imported.report.names("dangling") == ("Debt & worry → 9",)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("kind", ["graphml", "gexf", "gml"])
def test_what_networkx_writes_is_read(kind: str, directed: bool) -> None:
    graph: Any = nx.DiGraph() if directed else nx.Graph()
    graph.add_node("Löhne", layer="national")
    graph.add_edge("Löhne", "Mieten", sign="-")
    written = io.BytesIO()
    getattr(nx, f"write_{kind}")(graph, written)
    imported = bring(written.getvalue(), f"map.{kind}")
    assert arrows(imported) == ["Löhne >- Mieten"]
    assert card(imported, "Löhne").layer == "national"
    assert bool(imported.report.names("no_way")) == (not directed)


LAUGHS = '<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
AWAY = '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
@pytest.mark.parametrize("start", [LAUGHS, AWAY])
def test_entities_are_refused(kind: str, start: str) -> None:
    assert "entities" in refused(f"{start}<{kind}>&a;</{kind}>", f"x.{kind}")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        ("<graphml><graph>", "x.graphml", "line 1: this is not XML"),
        ("<graphml/>", "x.graphml", "cannot be read"),
        ("<graphml><graph><node/></graph></graphml>", "x.graphml", ""),
        ("<gexf/>", "x.gexf", "cannot be read"),
        ("<gexf>" + "<graph>" * 3_000, "x.gexf", "deep"),
        ("graph [ node [ id", "x.gml", "cannot be read"),
        ("graph [ node [ id 1 ] " + "a [ " * 5_000, "x.gml", "deep"),
        ("graph [ node [ id 1 ] ] ]", "x.gml", "cannot be read"),
        ('{"a": 1}', "x.gml", "cannot be read"),
    ],
)
def test_a_bad_graph_is_refused(data: str, name: str, said: str) -> None:
    assert said in refused(data, name)
