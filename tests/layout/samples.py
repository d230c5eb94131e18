"""Random canvases for layout tests and benchmarks: seeded, in several scripts, of any size."""

from __future__ import annotations

from random import Random

from iceberg.model import (
    EFFECTS,
    LEVELS,
    SIGNS,
    VERBS,
    Assumption,
    Canvas,
    Card,
    Force,
    Layer,
    Link,
)

SCRIPTS = {
    "latin": (
        "council funding residents services demand rising trust contracts staff turnover local "
        "national budget partnership housing health charity grant year short term power voice"
    ),
    "welsh": "gwasanaethau cymunedol ŵyr tŷ cyngor llywodraeth ariannu pobl ifanc ymddiriedaeth",
    "cyrillic": "совет жители услуги доверие бюджет партнёрство жильё здоровье помощь решения",
    "arabic": "المجلس السكان الخدمات الثقة الميزانية الشراكة السكن الصحة القرار الجيران",
    "emoji": "👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🧊 🌊 ❤️ 👍🏽 ice 🏘️ berg",
    "endless": f"{'W' * 60} {'Donaudampfschifffahrt' * 3} {'i' * 80}",
}
TITLES = ("National", "Region", "Place", "Neighbourhood")


def sentence(random: Random, shortest: int, longest: int, script: str = "latin") -> str:
    """Words of a script, at least 1 and at most ``longest`` characters together."""
    words = SCRIPTS[script].split()
    wanted = random.randint(shortest, longest)
    said = random.choice(words)
    while len(said) < wanted:
        said += " " + random.choice(words)
    return said[:wanted].strip() or "A"


def sample_canvas(
    cards: int,
    seed: int,
    *,
    layers: int = 2,
    shortest: int = 20,
    longest: int = 90,
    links_per_card: float = 1.5,
    scripts: tuple[str, ...] = ("latin",),
    marks: bool = True,
    levels: int = 4,
) -> Canvas:
    """A canvas with themes: three links in four join cards of one theme."""
    random = Random(seed)
    icebergs = tuple(Layer(id=f"l{n}", title=TITLES[n], order=n) for n in range(layers))
    made = tuple(
        _card(
            random,
            n,
            layers,
            levels,
            sentence(random, shortest, longest, random.choice(scripts)),
            marks,
        )
        for n in range(cards)
    )
    assumption = Assumption(id="a", text="We assume it holds", cards=tuple(c.id for c in made[:3]))
    return Canvas(
        title="Sample",
        layers=icebergs,
        cards=made,
        links=_links(random, cards, round(cards * links_per_card)),
        assumptions=(assumption,) if marks else (),
    )


def _card(random: Random, n: int, layers: int, levels: int, text: str, marks: bool) -> Card:
    return Card(
        id=f"c{n}",
        layer=f"l{random.randrange(layers)}",
        level=LEVELS[random.randrange(levels)],
        text=text,
        force=Force(effect=random.choice(EFFECTS)) if marks and random.random() < 0.7 else None,
        votes=random.choice((0, 0, 0, 3, 12)) if marks else 0,
    )


def _links(random: Random, cards: int, wanted: int) -> tuple[Link, ...]:
    themes = [random.randrange(max(2, cards // 8)) for _ in range(cards)]
    pairs: dict[tuple[int, int], None] = {}
    for _ in range(20 * wanted if cards > 1 else 0):
        if len(pairs) >= wanted:
            break
        a = random.randrange(cards)
        same = [n for n in range(cards) if themes[n] == themes[a]]
        b = random.choice(same) if random.random() < 0.75 else random.randrange(cards)
        if a != b:
            pairs.setdefault((a, b))
    return tuple(
        Link(
            id=f"k{n}",
            source=f"c{a}",
            target=f"c{b}",
            sign=random.choice((*SIGNS, None)),
            verb=random.choice(VERBS),
        )
        for n, (a, b) in enumerate(pairs)
    )
