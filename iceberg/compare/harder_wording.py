"""The sentences that say whether it is getting harder, and what they cannot know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from iceberg.analyses.wording import listed, quoted
from iceberg.model import Card, Effect, Reading, Status
from iceberg.wording import DIRECTION_WORDS, EFFECT_WORDS, STATUS_WORDS, counted

NO_MOMENT: Final = "There is no moment to look at yet. Put cards on the canvas first."
NO_ASSUMPTION: Final = (
    "No assumption is marked “the plan rests on it”, so this cannot say whether what it rests on"
    " still holds."
)
_VERBS: Final[dict[Effect, tuple[str, str]]] = {
    "resists": ("resists", "resist"),
    "helps": ("helps", "help"),
}


def between(earlier: str, later: str) -> str:
    """Which two moments are compared."""
    return f"Between {earlier} and {later}:"


def cannot_know(name: str, *, one: bool) -> str:
    """What no canvas can say about this."""
    if one:
        return (
            f"There is only one moment so far, {name}: this says how things stand, not which way"
            " they go. Name the moment at each review; from the second one on, this compares."
        )
    return (
        "What this cannot know: a card more may be something that happened, or something that was"
        " only now written down; a score may change because the room has changed its mind. Nothing"
        " here is added up: whether it is getting harder is for the room to say."
    )


def pulling_now(title: str, effect: Effect, cards: Sequence[tuple[str, int]]) -> str:
    """What resists or helps at the only moment, with strengths."""
    if not cards:
        return f"In the {title} iceberg no card is said to {_VERBS[effect][1]} the change."
    names = listed([f"{quoted(text)} (strength {strength})" for text, strength in cards])
    return f"In the {title} iceberg {_many(len(cards), effect)} the change: {names}."


def pulling_since(title: str, effect: Effect, now: int, before: int) -> str:
    """How many cards resist or help now, beside how many did."""
    if not now and not before:
        return f"In the {title} iceberg no card is said to {_VERBS[effect][1]}, now or before."
    many = _many(now, effect) if now else f"no card {_VERBS[effect][0]}"
    was = "as many as" if now == before else f"{before or 'none'} did"
    return f"In the {title} iceberg {many} the change; {was} before."


def _many(count: int, effect: Effect) -> str:
    return f"{counted(count, 'card')} {_VERBS[effect][count != 1]}"


def fresh(cards: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Cards that did not pull that way before: new ones, and known ones that are scored since."""
    new = [quoted(text) for text, known in cards if not known]
    scored = [quoted(text) for text, known in cards if known]
    if new:
        yield f"New on the canvas: {listed(new)}."
    if scored:
        yield f"On the canvas before, but scored so only since: {listed(scored)}."


def no_longer(texts: Sequence[str]) -> Iterator[str]:
    """Cards that no longer pull that way."""
    if texts:
        yield f"No longer among them: {listed([quoted(text) for text in texts])}."


def other_strength(cards: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    """Cards that pull more or less strongly than before."""
    if cards:
        said = [f"{quoted(text)} ({now}, was {before})" for text, now, before in cards]
        yield f"With another strength: {listed(said)}."


def no_reading(title: str) -> str:
    """A layer that nobody has read."""
    return f"No card of the {title} iceberg has a reading, so this cannot say how it moves."


def moving_now(title: str, readings: Sequence[tuple[Card, Reading]], cards: int) -> str:
    """How the cards of a layer move at the only moment."""
    said = [_moving(card, DIRECTION_WORDS[one.direction]) for card, one in readings]
    rest = _unread(cards - len(readings), cards, "have never been read")
    return " ".join((f"Last seen in the {title} iceberg: {listed(said)}.", *rest))


def moving_since(
    title: str,
    turned: Sequence[tuple[Card, Reading, Reading]],
    same: Sequence[Card],
    first: Sequence[tuple[Card, Reading]],
    old: tuple[int, int],
) -> str:
    """How the cards of a layer have moved since an earlier moment.

    ``old`` is how many cards have no newer reading, and of how many.
    """
    if not (turned or same or first):
        return f"No card of the {title} iceberg has been read since."
    turns = [
        _moving(card, f"{DIRECTION_WORDS[now.direction]}, was {DIRECTION_WORDS[was.direction]}")
        for card, was, now in turned
    ]
    parts = (
        f"Turned in the {title} iceberg: {listed(turns)}." if turns else "",
        f"No reading in the {title} iceberg has turned." if not turns else "",
        f"Read again and going the same way: {_names(same)}." if same else "",
        f"Read for the first time: {listed(_first(first))}." if first else "",
        *_unread(*old, "have not been read since"),
    )
    return " ".join(part for part in parts if part)


def _first(readings: Sequence[tuple[Card, Reading]]) -> list[str]:
    return [_moving(card, DIRECTION_WORDS[one.direction]) for card, one in readings]


def _names(cards: Sequence[Card]) -> str:
    return listed([quoted(card.text) for card in cards])


def _moving(card: Card, way: str) -> str:
    """A card with which way it goes, and on which side it pulls: rising is not good or bad."""
    side = f"{EFFECT_WORDS[card.force.effect]}; " if card.force else ""
    return f"{quoted(card.text)} ({side}{way})"


def _unread(count: int, cards: int, what: str) -> tuple[str, ...]:
    if not count:
        return ()
    who = "The only card there" if cards == 1 else f"{count} of its {cards} cards"
    one = what.replace("have", "has", 1)
    return (f"{who} {one if count == 1 else what}.",)


def bearing(
    holding: int,
    count: int,
    shaky: Sequence[tuple[str, Status]],
    before: tuple[int, int] | None,
) -> str:
    """How many load-bearing assumptions hold, and which do not; ``before``: holding, all."""
    names = [f"{quoted(text)} is {STATUS_WORDS[status]}" for text, status in shaky]
    rest = f": {listed(names)}" if names else ""
    return f"{_holding(holding, count)}{rest}.{_held(*before) if before else ''}"


def _holding(holding: int, count: int) -> str:
    if count == 1:
        return (
            f"The one assumption that the plan rests on {'holds' if holding else 'does not hold'}"
        )
    many = f"{holding} holds" if holding == 1 else f"{holding or 'none'} hold"
    return f"Of {counted(count, 'assumption')} that the plan rests on {many}"


def _held(holding: int, count: int) -> str:
    if count < 2:
        told = ("it did not", "it held")[holding] if count else "none was marked so"
        return f" Before, {told}."
    return f" Before, {holding or 'none'} of {count} held."
