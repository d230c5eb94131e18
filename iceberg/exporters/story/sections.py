"""The sections of the story, each made from the canvas by templates."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import wording as picture
from iceberg.exporters.story import tables, wording
from iceberg.exporters.story.glance import TITLE as GLANCE
from iceberg.exporters.story.glance import glance
from iceberg.exporters.story.parts import Section, SectionName, Sentence
from iceberg.layout.faces import assumption_labels
from iceberg.model import Canvas, Effect, Layer, Link
from iceberg.scene.shown import told_assumptions
from iceberg.scene.spoken import spoken_links


def sections(canvas: Canvas) -> dict[SectionName, Section]:
    """All sections by name, in reading order; ``canvas`` holds only what is shown."""
    return {
        "glance": Section(GLANCE, points=tuple(glance(canvas))),
        "how_to_read": Section(wording.HOW_TO_READ, points=tuple(_how_to_read(canvas))),
        "found": _found(canvas),
        "cards": _cards(canvas),
        "links": _links(canvas),
        "forces": _forces(canvas),
        "assumptions": _assumptions(canvas),
        "readings": _readings(canvas),
        "sources": _sources(canvas),
    }


def _how_to_read(canvas: Canvas) -> Iterator[Sentence]:
    titles = tuple(layer.title for layer in canvas.ordered_layers())
    yield Sentence(wording.side_by_side(titles))
    yield Sentence(f"{wording.DEPTH} {wording.DEEPER}")
    marks = " ".join((wording.CARD, *_card_marks(canvas)))
    yield Sentence(marks)
    if canvas.links:
        yield Sentence(" ".join((wording.ARROW, *_link_marks(canvas))))
    counts = len(canvas.cards), len(canvas.links), len(canvas.view.left_out)
    yield Sentence(picture.drawn_from(*counts, waiting=len(canvas.tray)))


def _card_marks(canvas: Canvas) -> Iterator[str]:
    effects = {card.force.effect for card in canvas.cards if card.force}
    if "resists" in effects:
        yield wording.RESISTS_MARK
    if "helps" in effects:
        yield wording.HELPS_MARK
    if any(card.votes for card in canvas.cards):
        yield wording.VOTES_MARK
    if any(one.rests_on_something for one in told_assumptions(canvas)):
        yield wording.ASSUMPTION_MARK


def _link_marks(canvas: Canvas) -> Iterator[str]:
    signs = {link.sign for link in canvas.links}
    if "+" in signs:
        yield wording.PLUS
    if "-" in signs:
        yield wording.MINUS
    layers = {card.id: card.layer for card in canvas.cards}
    if any(layers[link.source] != layers[link.target] for link in canvas.links):
        yield wording.CROSSING
    if len({link.strength for link in canvas.links}) > 1:
        yield wording.STRENGTHS
    if any(link.delayed for link in canvas.links):
        yield wording.DELAYED


def _found(canvas: Canvas) -> Section:
    """What the room keeps of what the canvas told it, in its own words."""
    points = tuple(Sentence(one.text, one.cards, one.links) for one in canvas.kept)
    return Section(wording.FOUND, points=points, data=tables.found_table(canvas))


def _cards(canvas: Canvas) -> Section:
    def part(layer: Layer) -> Section:
        scope = (Sentence(picture.ended(layer.scope)),) if layer.scope else ()
        own = tables.in_order(canvas, layer.id)
        return Section(layer.title, scope, table=tables.cards_table(canvas, own))

    parts = tuple(part(layer) for layer in canvas.ordered_layers()) if canvas.cards else ()
    return Section(
        wording.CARDS,
        parts=tuple(one for one in parts if one.table and one.table.rows),
        data=tables.cards_table(canvas, tables.in_order(canvas)),
    )


def _links(canvas: Canvas) -> Section:
    spoken = spoken_links(canvas)

    def said(link: Link) -> Sentence:
        note = f" {picture.ended(tables.one_line(link.note))}" if link.note else ""
        return Sentence(f"{spoken[link.id]}{note}", (link.source, link.target), (link.id,))

    parts = tuple(
        Section(title, points=tuple(map(said, links)), rows=tables.links_table(canvas, links))
        for title, links in _by_layer(canvas).items()
        if links
    )
    return Section(wording.LINKS, parts=parts, data=tables.links_table(canvas))


def _by_layer(canvas: Canvas) -> dict[str, list[Link]]:
    """The links from one layer to another, then those within each layer, by what to call them."""
    grouped: dict[str, list[Link]] = {wording.BETWEEN_LAYERS: []}
    grouped |= {layer.title: [] for layer in canvas.ordered_layers()}
    layer_of = {card.id: card.layer for card in canvas.cards}
    titles = {layer.id: layer.title for layer in canvas.layers}
    for link in canvas.links:
        source, target = layer_of[link.source], layer_of[link.target]
        grouped[titles[source] if source == target else wording.BETWEEN_LAYERS].append(link)
    return grouped


def _forces(canvas: Canvas) -> Section:
    sides: tuple[tuple[Effect, str], ...] = (
        ("resists", wording.RESISTS),
        ("helps", wording.HELPS),
    )
    parts = tuple(Section(title, table=tables.forces_table(canvas, side)) for side, title in sides)
    parts = tuple(part for part in parts if not part.is_empty)
    said = (Sentence(wording.TWO_SCORES),) if parts else ()
    return Section(wording.FORCES, said, parts=parts, data=tables.forces_table(canvas))


def _assumptions(canvas: Canvas) -> Section:
    table = tables.assumptions_table(canvas)
    details = tuple(_assumption_details(canvas))
    return Section(wording.ASSUMPTIONS, points=details, table=table, data=table)


def _assumption_details(canvas: Canvas) -> Iterator[Sentence]:
    labels = assumption_labels(canvas)
    cards, links = ({part.id for part in parts} for parts in (canvas.cards, canvas.links))
    for one in told_assumptions(canvas):
        shown = one.among(cards, links)
        said = wording.assumption_details(
            labels[one.id],
            one.load_bearing,
            one.vulnerable,
            tables.rests_on(canvas, shown, in_sentence=True),
            one.owner or "",
        )
        done = (
            wording.actions(wording.SHAPING, one.shaping),
            wording.actions(wording.HEDGING, one.hedging),
        )
        text = " ".join(filter(None, (said or f"{labels[one.id]}:", *done)))
        if said or any(done):
            yield Sentence(text, shown.cards, shown.links)


def _readings(canvas: Canvas) -> Section:
    table = tables.readings_table(canvas)
    said = (Sentence(wording.FIRST_PUBLISHED),) if table.rows else ()
    return Section(wording.READINGS, said, table=table, data=table)


def _sources(canvas: Canvas) -> Section:
    table = tables.sources_table(canvas)
    return Section(wording.SOURCES, table=table, data=table)
