"""What gathered while the network was away goes at the pace that the server takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from iceberg.meeting import desk
from iceberg.ui import assets
from iceberg.ui.assets import ASSETS
from tests.browser.conftest import Server, Watched

pytestmark = pytest.mark.browser
OUTBOX = ASSETS["outbox.js"].path

# A clock that is moved on by hand, and a server that counts as ours does (a sliding minute).
AFTER_A_BREAK = """
async ([url, gathered, aMinute]) => {
  const { Outbox } = await import(url);
  let now = 1e12;
  Date.now = () => now;
  const live = { isOpen: false, send: ({ acts }) => live.sent.push(...acts), sent: [] };
  const outbox = new Outbox(live);
  outbox.connect(() => {});
  await outbox.take({ pen: `pen-${gathered}`, done: 0 });
  for (let n = 0; n < gathered; n += 1) outbox.act({ document: "d", revision: 0 }, { n });
  await Promise.resolve();
  live.isOpen = true;
  const begun = now;
  let [done, refused, taken] = [0, 0, []];
  while (outbox.waiting.length && now < begun + 3_600_000) {
    outbox.sendAll();
    for (const { seq } of live.sent.splice(0)) {
      if (seq !== done + 1) continue;
      done = seq;
      taken = taken.filter((at) => at > now - 60_000);
      if (taken.length >= aMinute) refused += 1;
      else taken.push(now);
    }
    now += 700;
    outbox.hear({ pen: outbox.pen, done, told: [] });
    now += 2_300;
  }
  outbox.destroy();
  return { done, refused, seconds: (now - begun) / 1000 };
}
"""


def after_a_break(page: Any, gathered: int) -> dict[str, float]:
    url = f"{assets.folder_url()}/{assets.digest()}/outbox.js"
    told: dict[str, float] = page.evaluate(AFTER_A_BREAK, [url, gathered, desk.ACTS_A_MINUTE])
    return told


@pytest.mark.parametrize(("gathered", "seconds"), [(100, 10), (300, 150), (700, 400)])
def test_none_of_what_gathered_is_refused(
    server: Server, watched: Callable[..., Watched], gathered: int, seconds: int
) -> None:
    page = watched(f"{server.home}/join").page
    told = after_a_break(page, gathered)
    assert (told["done"], told["refused"]) == (gathered, 0)
    assert told["seconds"] < seconds


def test_the_pace_is_below_what_the_server_takes() -> None:
    (acts, pause) = re.findall(r"const PACE_\w+ = ([\d_]+);", OUTBOX.read_text(encoding="utf-8"))
    assert int(acts) <= desk.ACTS_A_MINUTE
    assert int(pause) > 60_000
