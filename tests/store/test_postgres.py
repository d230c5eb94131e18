"""Postgres by its address: with or without a driver, a server, and connections that last."""

from __future__ import annotations

import sys

import pytest

from iceberg.errors import BadInputError
from iceberg.store import Store, open_store
from tests.contract.rows import NOON
from tests.postgres import Cluster

OTHERS = "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename IS NOT NULL"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_an_address_may_name_the_driver_or_not(postgres_address: str, scheme: str) -> None:
    with open_store(postgres_address) as store:
        store.create("one", "One", "{}", NOON)
    with open_store(f"{scheme}:{postgres_address.partition(':')[2]}") as store:
        assert store.initial("one") == "{}"
        assert store.listen(print) is not None


def use(store: Store) -> str:
    store.put_paper("one", "ballot", "phone", "{}")
    return store.initial("one")


def test_connections_that_the_server_closed_are_replaced(
    postgres_address: str, cluster: Cluster
) -> None:
    with open_store(postgres_address) as store, cluster.connected() as server:
        store.create("one", "One", "{}", NOON)
        for (pid,) in server.execute(OTHERS).fetchall():
            server.execute("SELECT pg_terminate_backend(%s)", [pid])
        assert use(store) == "{}"


def refusal(address: str) -> str:
    with pytest.raises(BadInputError) as caught:
        open_store(address)
    sentence = str(caught.value)
    assert len(sentence.splitlines()) == 1
    return sentence


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    said = refusal("postgresql://me:hush@127.0.0.1:1/canvases")
    assert said.startswith("postgresql://…@127.0.0.1:1/canvases: cannot be used as a store")
    assert "hush" not in said


def test_a_database_that_is_not_there_is_refused(postgres_address: str) -> None:
    assert 'database "nowhere" does not exist' in refusal(
        f"{postgres_address.rpartition('/')[0]}/nowhere"
    )


def test_without_psycopg_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("iceberg.store.postgres", "iceberg.store.listening"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    said = refusal("postgresql://127.0.0.1/canvases")
    assert said.endswith('needs psycopg. Install it: pip install "extended-iceberg[postgres]".')


def connected_by(address: str) -> dict[str, str]:
    """What the connections of a store's pool were made with, and their sockets."""
    with open_store(address) as store:
        raw = store.engine.raw_connection()
        try:
            asked: dict[str, str] = raw.driver_connection.info.get_parameters()
            return asked
        finally:
            raw.close()


def test_a_database_that_has_gone_without_a_word_is_noticed_within_15_seconds(
    postgres_address: str,
) -> None:
    asked = connected_by(postgres_address)
    idle, interval, count = (int(asked[f"keepalives_{w}"]) for w in ("idle", "interval", "count"))
    assert idle + interval * count <= 15
    assert int(asked["tcp_user_timeout"]) <= 15_000


def test_an_address_may_ask_for_more_patience(postgres_address: str) -> None:
    patient = f"{postgres_address}&keepalives_idle=60&tcp_user_timeout=60000"
    asked = connected_by(patient)
    assert (asked["keepalives_idle"], asked["tcp_user_timeout"]) == ("60", "60000")
