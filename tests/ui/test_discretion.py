"""What fails is logged with its kind and place, without what people wrote."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from iceberg.ui.discretion import log_no_words

SECRET = "a neighbour told me"


@pytest.fixture(autouse=True)
def _discreet() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    log_no_words()
    yield
    logging.setLogRecordFactory(before)


def fail() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        raise RuntimeError(f"could not keep {SECRET}") from error


def test_a_traceback_has_its_places_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fail()
    except RuntimeError:
        logging.getLogger("anybodys").exception("It failed")
    assert "It failed" in caplog.text
    assert SECRET not in caplog.text
    for said in ("ValueError in:", "RuntimeError in:", __file__, "in fail"):
        assert said in caplog.text


def test_doing_it_again_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    made = logging.getLogRecordFactory()
    log_no_words()
    assert logging.getLogRecordFactory() is made
    logging.getLogger("anybodys").warning("Nothing failed")
    assert [record.exc_text for record in caplog.records] == [None]
