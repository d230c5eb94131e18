"""Every sentence of the findings, in one place so that they can be translated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from iceberg.model import (
    Level,
    Link,
    Shiftable,
)
from iceberg.wording import (
    DIRECTION_WORDS,
    LEVEL_TITLES,
    SPOKEN_SHIFTABLE,
    VERB_WORDS,
    counted,
    short,
)

if TYPE_CHECKING:
    from iceberg.analyses.circuits import Stopped
    from iceberg.analyses.findings import Kind, Sure
    from iceberg.analyses.leverage import Side
    from iceberg.analyses.loops import Turn
    from iceberg.analyses.pushes import Way

Which = Literal["strongest", "shortest"]

LONGEST_NAME: Final = 90
"""Characters of a card's words in a sentence; longer ones are cut."""
MOST_NAMED: Final = 4
"""Cards that one sentence names; the others are counted."""

NOTHING: Final = "There is nothing to tell yet."
KEPT_TITLE: Final = "What we found"
KIND_TITLES: Final[dict[Kind, str]] = {
    "assumption": "Assumptions to talk about",
    "chain": "What reaches the place from beyond it",
    "what if": "What if things go on as they are",
    "loop": "What goes round in circles",
    "force": "What to weaken before pushing harder",
    "leverage": "Where a small shift may go far",
    "gap": "What is still missing",
}
SURE_WORDS: Final[dict[Sure, str]] = {
    "plain to see": "It is plain to see on the canvas.",
    "if the links hold": "It is true if every link that it follows is true.",
    "a hint": "It is a hint from how the cards are linked; let the room judge.",
}
SURE_MARKS: Final[dict[Sure, str]] = {
    "plain to see": "",
    "if the links hold": "(if the links hold)",
    "a hint": "(a hint)",
}
LEVEL_NOUNS: Final[dict[Level, str]] = {
    "events": "an event",
    "patterns": "a pattern",
    "structures": "a structure",
    "mental_models": "a mental model",
}


def named(text: str) -> str:
    """A card's words on one line, cut after a word where they are long."""
    return short(text, LONGEST_NAME)


def quoted(text: str) -> str:
    """A card's words in quotation marks; those that it has suffice."""
    line = named(text)
    spoken = line.startswith("“") and line.endswith("”") and line.count("“") == 1
    return line if spoken else f"“{line}”"


def listed(names: Sequence[str]) -> str:
    """Names as a list: the first few, and how many more."""
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[: MOST_NAMED - 1])} and {len(names) - MOST_NAMED + 1} more"
    return ", ".join((*names[:-2], " and ".join(names[-2:])))


def either(titles: Sequence[str]) -> str:
    """Icebergs by their titles: the National or Region iceberg."""
    named = " or ".join((", ".join(titles[:-1]), titles[-1])) if len(titles) > 1 else titles[0]
    return f"the {named} iceberg"


def step(link: Link) -> str:
    """What stands between two cards of a chain."""
    verb = "" if link.verb == "drives" else VERB_WORDS[link.verb]
    less = "less of" if link.sign == "-" and not verb else ""
    words = " ".join(word for word in ("in time" if link.delayed else "", verb, less) if word)
    return f" → {words}: " if words else " → "


# Gaps


def gap(topic: str, text: str, place: str) -> tuple[str, str]:
    """What a card lacks, and what to ask."""
    name = quoted(text)
    return {
        "event": (
            f"Nothing beneath {name} says why it happened.",
            "Ask what keeps happening that led to it.",
        ),
        "pattern": (
            f"No structure says why this keeps happening: {name}.",
            "Ask which rules, money, power or habits keep it going.",
        ),
        "structure": (
            f"Nothing on the canvas leads to {name}.",
            "Ask who or what put it there, and which belief keeps it there.",
        ),
        "unreaching": (
            f"Does this reach us? No chain of links leads from {name} to the {place} iceberg.",
            "Ask what it changes here; if nothing, it may come off.",
        ),
        "unlinked": (
            f"No link joins {name} to the rest.",
            "Ask what leads to it, and what it leads to.",
        ),
    }[topic]


def empty(title: str, level: Level | None, question: str) -> tuple[str, str]:
    """A layer or a level without cards, and what to ask."""
    if level is None:
        return f"The {title} iceberg has no cards yet.", "Ask what belongs on it."
    sentence = f"The {title} iceberg has no {LEVEL_TITLES[level].lower()} yet."
    return sentence, f"Ask: {question}" if question else "Ask what belongs there."


# Chains


def share(caused: int, cards: int, place: str, beyond: Sequence[str]) -> tuple[str, str]:
    """How much of the place has a cause beyond it, and what to do about it."""
    source = either(beyond)
    if not caused:
        return (
            f"Nothing in the {place} iceberg has a cause in {source} yet.",
            "Ask of each card there: does this reach us, and how?",
        )
    some = f"{caused} of the {cards}"
    if caused == cards:
        some = "The one" if cards == 1 else f"All {cards}"
    noun, verb = ("card" if cards == 1 else "cards"), ("has" if caused == 1 else "have")
    return (
        f"{some} {noun} in the {place} iceberg {verb} a cause in {source}.",
        "Ask which of these we can change ourselves, and where we need others.",
    )


def chain_to(text: str, causes: int, beyond: Sequence[str], which: Which) -> str:
    """How many cards beyond the place lead to an event, before a chain that does."""
    leads = "leads" if causes == 1 else "lead"
    opening = f"{counted(causes, 'card')} of {either(beyond)} {leads} to {quoted(text)}."
    return f"{opening} The {which} way:"


def chain_from(text: str, reached: int, place: str, which: Which) -> str:
    """How many cards of the place a card beyond it leads to, before a chain to an event."""
    opening = f"{quoted(text)} leads to {counted(reached, 'card')} of the {place} iceberg."
    return f"{opening} The {which} way to an event:"


def chain(opening: str, path: str, weakest: int) -> str:
    """A chain of causes in words, and whether it is remarkably strong or weak."""
    return f"{opening} {path}.{_REMARKABLE.get(weakest, '')}"


THIS: Final = "this"
CHAIN_TRIES: Final[dict[Which, str]] = {
    "strongest": "Ask which link of this chain is ours to break.",
    "shortest": "Ask whether it really is that direct.",
}
_REMARKABLE: Final = {1: " It has a weak link.", 3: " Every link of it is strong."}


# What if

NOTHING_MOVES: Final = "If nothing moves,"


def if_it_goes_on(beyond: Sequence[str], rising: int, easing: int) -> str:
    """How a sentence begins about what follows from the latest readings."""
    counts = [(rising, DIRECTION_WORDS["rising"]), (easing, DIRECTION_WORDS["easing"])]
    read = " and ".join(f"{n} {direction}" for n, direction in counts if n)
    return f"If {either(beyond)} goes on as last read ({read})," if read else NOTHING_MOVES


def if_pushed(up: Sequence[str], down: Sequence[str]) -> str:
    """How a sentence begins about what follows from pushing cards."""
    parts = [f"more of {listed(up)}"] if up else []
    parts += [f"less of {listed(down)}"] if down else []
    return f"If there is {', and '.join(parts)}," if parts else NOTHING_MOVES


def moving(opening: str, way: Way, names: Sequence[str], doubted: int) -> str:
    """Which cards move one way."""
    follows = {
        "more": "expect more of this",
        "less": "expect less of this",
        "either way": "this could go either way, because links pull in both directions",
        "not known": "this moves too, but a link without a sign leaves open which way",
    }[way]
    return f"{opening} {follows}: {listed(names)}.{_doubt(doubted, len(names))}"


def _doubt(doubted: int, cards: int) -> str:
    if not doubted:
        return ""
    if doubted == cards:
        return " A link without a sign could change that."
    which = "one" if doubted == 1 else f"{doubted}"
    return f" For {which} of them a link without a sign could change that."


MOVING_TRIES: Final[dict[Way, str]] = {
    "more": "Ask who here feels it first, and what would soften it.",
    "less": "Ask how to make use of it while it lasts.",
    "either way": "Ask which of the links is stronger here, and watch these cards.",
    "not known": "Give the links on the way a sign: does more lead to more, or to less?",
}


def touched(opening: str, assumption: str, rests: Sequence[tuple[str, Way]]) -> str:
    """An assumption that rests on what moves."""
    words = {
        "more": "more of this",
        "less": "less of this",
        "either way": "could go either way",
        "not known": "moves, which way is open",
    }
    moved = listed([f"{name} ({words[way]})" for name, way in rests])
    return f"{opening} this touches what {quoted(assumption)} rests on: {moved}."


def nearest(path: str, links: int, weakest: int) -> str:
    """The shortest way from a push to what an assumption rests on; comes after a sentence."""
    how = _REMARKABLE.get(weakest, "")
    return f" The nearest way there has {counted(links, 'link')}: {path}.{how}"


WARNED: Final = " The card of its signpost would move towards the figure that was set there."
TOUCHED_TRY: Final = "Ask whether the assumption would still hold, and what you would do if not."


# Loops


def loop(turn: Turn, path: str, titles: Sequence[str], unsigned: int) -> str:
    """A loop in words, with the icebergs that it runs through when there are several."""
    kind = {
        "reinforcing": "This feeds itself (a reinforcing loop)",
        "balancing": "This holds itself in check (a balancing loop)",
        "unsigned": f"This goes round in a circle, and {_unsigned(unsigned)}",
    }[turn]
    across = f" It runs through {listed(titles)}." if len(titles) > 1 else ""
    return f"{kind}: {path}.{across}"


def _unsigned(links: int) -> str:
    if links == 1:
        return "one link without a sign leaves open which way"
    return f"{links} links without a sign leave open which way"


THE_START: Final = "the card it began with"
LOOP_TRIES: Final[dict[Turn, str]] = {
    "reinforcing": "Ask whether you want it to go faster or to stop, and which link is weakest.",
    "balancing": "Ask what it keeps steady, and whether a push would only be pushed back.",
    "unsigned": "Give each link a sign: does more lead to more, or to less?",
}


def stopped(why: Stopped, found: int, longest: int) -> str:
    """Why not all loops are told."""
    shown = f"the {found} shortest loops" if found > 1 else ("one loop" if found else "no loop")
    return {
        "many": f"Showing {shown}; there are more.",
        "work": f"Showing {shown}: this canvas is so dense that the search was stopped early.",
        "long": f"Showing {shown}; loops of more than {longest} cards were not looked for.",
    }[why]


STOPPED_TRY: Final = "Look at the short ones; long loops are hard to act on."


# Forces


def strength_of(strength: int) -> str:
    """A force's strength, with its scale."""
    return f"strength {strength} of 5"


def weaken(text: str, strength: int, shiftable: Shiftable) -> str:
    """A resistance that can be shifted."""
    return f"{quoted(text)} resists ({strength_of(strength)}), and {SPOKEN_SHIFTABLE[shiftable]}."


def weaken_try(causes: Sequence[str]) -> str:
    """How to weaken a resistance."""
    if not causes:
        return "Weaken it before you add push."
    return f"Weaken it before you add push. Begin with what feeds it: {listed(causes)}."


def lands(text: str, strength: int, landing: Sequence[str]) -> str:
    """A resistance that cannot be shifted, and where it lands."""
    return (
        f"{quoted(text)} resists ({strength_of(strength)}), and we cannot shift it. "
        f"It lands here: {listed(landing)}."
    )


LANDS_TRY: Final = "Spend no push on it; soften where it lands."


def unasked(text: str, strength: int) -> str:
    """A resistance of which nobody has said whether it can be shifted."""
    return (
        f"{quoted(text)} resists ({strength_of(strength)}), "
        "and nobody has said yet whether we can shift it."
    )


UNASKED_TRY: Final = "Ask the room: yes, partly or no?"


def balance(title: str, resisting: int, helping: int, strongest: Sequence[tuple[str, int]]) -> str:
    """How many cards of a layer resist and help, and which resists most."""
    cards = counted(resisting, "card") if resisting else "no card"
    resist = f"{cards} {'resists' if resisting < 2 else 'resist'} the change"
    help_it = f"{helping or 'none'} {'helps' if helping < 2 else 'help'} it"
    most = "".join(
        f" The strongest resistance: {quoted(text)} ({strength_of(strength)})."
        for text, strength in strongest
    )
    return f"In the {title} iceberg {resist} and {help_it}.{most}"


BALANCE_TRY: Final = "Ask which resistance to weaken first, and which help to protect."


# Leverage


def pairs(between: int, estimated: bool) -> str:
    """How many pairs of other cards one joins, and whether that is an estimate."""
    if not between:
        return ""
    return f"{'about ' if estimated else ''}{counted(between, 'pair')} of others"


def lever(
    side: Side, text: str, level: Level, reach: int, joined: str, shiftable: Shiftable | None
) -> str:
    """What each measure says of a card, one after the other."""
    whose = {"place": "In our own hands", "beyond": "Beyond the place"}[side]
    joins = f", joins {joined}" if joined else ""
    shift = SPOKEN_SHIFTABLE[shiftable] if shiftable else "nobody has said yet if we can shift it"
    measures = f"leads on to {counted(reach, 'card')}{joins}, is {LEVEL_NOUNS[level]}, and {shift}"
    return f"{whose}: {quoted(text)}. It {measures}."


LEVER_TRIES: Final[dict[Side, str]] = {
    "place": "Ask what the smallest step would be that shifts it.",
    "beyond": "Ask who else wants it to shift, and who can speak for all of you.",
}
