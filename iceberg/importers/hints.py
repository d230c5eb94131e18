"""Words that speak for a level or a layer; they only make suggestions, each shown with its word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from iceberg.model import Layer

LEVEL_NAMES: Final[dict[str, str]] = {
    "events": "event|incident|(?<!keeps )(?:happening|happened)|headline|symptom",
    "patterns": "pattern|trend|keeps happening|behaviour over time|behavior over time|outcome",
    "structures": "structure|structural|system|polic(?:y|ies)|practice|resource|rule|institution"
    "|power dynamic|relationship|driver|process|holds? (?:it|this) in place",
    "mental_models": "mental model|belief|believe|value|attitude|assumption|mindset|norm|culture"
    "|narrative|paradigm|worldview",
}
"""What types, tags and groups of a level are called, its question on our sheets among them."""

LEVEL_WORDS: Final[dict[str, str]] = {
    "events": "announced|closed down|launched|resigned|elected|was cut|were cut|has ended|opened|"
    "january|february|april|june|july|august|september|october|november|december",
    "patterns": "keep|keeps|rising|falling|grow(?:s|ing)|shrink(?:s|ing)|declin(?:e|es|ing)|"
    "increas(?:e|es|ing)|decreas(?:e|es|ing)|more and more|ever more|turnover|every year|trend|"
    "level of|rate of|number of|amount of",
    "structures": "funding|funded|budgets?|contracts?|polic(?:y|ies)|laws?|rules?|commissioning|"
    "procurement|duties|governance|regulations?|infrastructure|targets?|grants?|taxes|tax|pay|"
    "monitoring",
    "mental_models": "believ(?:e|es)|beliefs?|trust|fears?|feels?|assum(?:e|es)|attitudes?|stigma|"
    "culture|should|values|confidence|hope|motivation|blame",
}
"""Words in a card's text."""

LAYER_WORDS: Final[dict[str, str]] = {
    "national": "national|nationally|nationwide|government|country|england|uk|britain|british|"
    "whitehall|treasury|parliament|ministers?|federal|state",
    "region": "region|regional|combined authority|county|integrated care",
    "place": "local|locally|council|residents?|community|communities|town|village|city|school|"
    "borough",
    "neighbourhood": "neighbourhood|neighbours?|street|estate",
}
"""Words for the layers that come with the program, by their ids."""


def spoken_for(words: Mapping[str, str], text: str) -> tuple[str, str] | None:
    """The only key whose words stand in the text, and the first of them; None if not only one."""
    found = [(key, match[0]) for key, said in words.items() if (match := _find(said, text))]
    return found[0] if len(found) == 1 else None


def layer_words(layers: tuple[Layer, ...]) -> dict[str, str]:
    """What speaks for each of these layers: its id, its title, and the words known for it."""
    return {
        layer.id: "|".join(
            filter(None, (*map(re.escape, (layer.id, layer.title)), LAYER_WORDS.get(layer.id)))
        )
        for layer in layers
    }


def _find(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)


def level_names() -> dict[str, str]:
    """What levels are called, each as one or many."""
    return {level: f"(?:{names})s?" for level, names in LEVEL_NAMES.items()}
