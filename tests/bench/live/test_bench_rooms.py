"""How soon a room sees what one of it does: phones and pictures as in a workshop, on one process.

Three pages show the picture (facilitator, projector, who types along), the others are phones. Rooms
in which all are phones, or all have the picture, tell what each of them costs.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.bench.live.rooms import SECONDS, House, measured


def bench(benchmark: Any, house: House, plan: Any, **how: Any) -> Any:
    """Measure one room, once, and see that it has lost nothing."""
    found = benchmark.pedantic(lambda: measured(house, plan, **how))
    assert (found.missed, found.doubled) == (0, 0)
    return found


@pytest.mark.parametrize("cards", [40, 100])
@pytest.mark.parametrize("rate", [1, 5])
@pytest.mark.parametrize("clients", [10, 30, 60, 120])
def test_a_room(
    benchmark: Any, house: House, tell: Any, clients: int, rate: int, cards: int
) -> None:
    found = bench(benchmark, house, house.plan(clients, cards, rate))
    name = f"{clients} clients, 3 of them pictures, {rate} edits/s, {cards} cards"
    tell(name, found.figures(SECONDS))


@pytest.mark.parametrize("cards", [40, 100])
@pytest.mark.parametrize("clients", [60, 120])
def test_a_room_of_phones(
    benchmark: Any, house: House, tell: Any, clients: int, cards: int
) -> None:
    found = bench(benchmark, house, house.plan(clients, cards, 5, pictures=[]))
    tell(f"{clients} clients, all of them phones, 5 edits/s, {cards} cards", found.figures(SECONDS))


@pytest.mark.parametrize("clients", [30, 60])
def test_a_room_in_which_all_have_the_picture(
    benchmark: Any, house: House, tell: Any, clients: int
) -> None:
    plan = house.plan(clients, 100, 5, pictures=["facilitator"] * clients)
    found = bench(benchmark, house, plan)
    tell(f"{clients} clients, all of them pictures, 5 edits/s, 100 cards", found.figures(SECONDS))


@pytest.mark.parametrize("cards", [40, 100])
def test_a_room_on_postgres(benchmark: Any, postgres_house: House, tell: Any, cards: int) -> None:
    found = bench(benchmark, postgres_house, postgres_house.plan(60, cards, 5))
    name = f"60 clients, 3 of them pictures, 5 edits/s, {cards} cards, Postgres"
    tell(name, found.figures(SECONDS))
