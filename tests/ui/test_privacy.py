"""The server asks nothing of other servers."""

from __future__ import annotations

import pytest
from streamlit import net_util
from streamlit.web.server import server_util

from iceberg.ui.privacy import ask_nobody_outside


def test_a_page_of_another_server_makes_this_one_ask_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def asked(*_: object) -> None:
        pytest.fail("an outside service was asked")

    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", asked)
    ask_nobody_outside()
    assert not server_util.is_url_from_allowed_origins("https://elsewhere.example")
