"""The picture in sentences: for screen readers and as the text alternative of every picture."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import wording
from iceberg.layout.faces import assumption_labels, flags
from iceberg.model import Canvas, Card, Link
from iceberg.scene.header import credit
from iceberg.scene.shown import told_assumptions


def spoken_cards(canvas: Canvas) -> dict[str, str]:
    """How each card is spoken, by card id."""
    titles = {layer.id: layer.title for layer in canvas.layers}
    readings = canvas.latest_readings()
    rests = flags(canvas)
    return {
        card.id: _card(
            card,
            titles[card.layer],
            wording.DIRECTION_WORDS[readings[card.id].direction] if card.id in readings else "",
            rests.get(card.id, []),
        )
        for card in canvas.cards
    }


def _card(card: Card, layer: str, reading: str, rests: list[str]) -> str:
    sentences = [
        f"{wording.spoken_place(layer, card.level)}: {wording.quoted(_line(card.text))}.",
        _force(card),
        f"{reading.capitalize()}." if reading else "",
        wording.SPOKEN_UNSURE if card.unsure else "",
        f"{wording.counted(card.votes, 'vote')}." if card.votes else "",
        wording.spoken_assumptions(tuple(rests)) if rests else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _force(card: Card) -> str:
    if card.force is None:
        return ""
    shift = wording.SPOKEN_SHIFTABLE[card.force.shiftable] if card.force.shiftable else ""
    says = wording.spoken_force(card.force.effect, card.force.strength)
    return f"{says}; {shift}." if shift else f"{says}."


def spoken_links(canvas: Canvas) -> dict[str, str]:
    """How each link is spoken, by link id."""
    texts = {card.id: _line(card.text) for card in canvas.cards}
    return {link.id: _link(link, texts[link.source], texts[link.target]) for link in canvas.links}


def _link(link: Link, source: str, target: str) -> str:
    details = (
        wording.SPOKEN_SIGNS[link.sign] if link.sign else "",
        wording.SPOKEN_STRENGTHS[link.strength],
        wording.LEGEND_DELAYED if link.delayed else "",
    )
    more = ", ".join(detail for detail in details if detail)
    sentence = f"{wording.quoted(source)} {wording.VERB_WORDS[link.verb]} {wording.quoted(target)}"
    return f"{sentence}: {more}." if more else f"{sentence}."


def _line(content: str) -> str:
    return " ".join(content.split())


def _cover(canvas: Canvas) -> Iterator[str]:
    """Who the picture is from and for, its caption and its logo, as far as there are any."""
    for line in (credit(canvas), canvas.cover.caption):
        if line:
            yield f"{line.rstrip(' .')}."
    if canvas.cover.logo and canvas.cover.logo.alt:
        yield wording.LOGO.format(alt=wording.isolated(canvas.cover.logo.alt.rstrip(" .")))


def description(canvas: Canvas, cards: dict[str, str], links: dict[str, str]) -> str:
    """The whole picture in words, one sentence or two a line; ``canvas`` holds what is shown."""
    lines = [wording.spoken_title(canvas.title, canvas.question), *_cover(canvas)]
    for layer in canvas.ordered_layers():
        own = [card for card in canvas.cards if card.layer == layer.id]
        lines.append(wording.spoken_layer(layer.title, len(own)))
        lines += [
            cards[card.id] for level in wording.LEVEL_TITLES for card in own if card.level == level
        ]
    if links:
        lines += [f"{wording.counted(len(links), 'link')}:".capitalize(), *links.values()]
    lines += [wording.in_tray(len(canvas.tray))] if canvas.tray else []
    labels = assumption_labels(canvas)
    lines += [
        wording.spoken_assumption(
            labels[a.id], a.text, a.status, passed=canvas.passed_signpost(a) is not None
        )
        for a in told_assumptions(canvas)
    ]
    lines += [
        f"{wording.WE_FOUND}: {wording.isolated(_line(finding.text))}" for finding in canvas.kept
    ]
    return "\n".join(lines)
