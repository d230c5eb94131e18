"""Friendly names for devices: nobody has to say who they are."""

from __future__ import annotations

import hashlib
from typing import Final

_MANNERS: Final = (
    "Brave", "Bright", "Calm", "Careful", "Cheerful", "Clever", "Curious", "Eager", "Gentle",
    "Happy", "Honest", "Kind", "Lively", "Lucky", "Merry", "Patient", "Quick", "Quiet", "Steady",
    "Sunny", "Swift", "Thoughtful", "Warm", "Wise",
)  # fmt: skip
_ANIMALS: Final = (
    "Badger", "Beaver", "Curlew", "Dolphin", "Dormouse", "Egret", "Falcon", "Fox", "Gannet",
    "Hare", "Hedgehog", "Heron", "Kestrel", "Kingfisher", "Kite", "Lapwing", "Lynx", "Marten",
    "Otter", "Owl", "Plover", "Puffin", "Raven", "Robin", "Salmon", "Seal", "Skylark", "Squirrel",
    "Starling", "Stoat", "Swallow", "Tern", "Thrush", "Vole", "Wagtail", "Wren",
)  # fmt: skip


def friendly_name(device: str) -> str:
    """The name of a device, such as "Quiet Otter": the same each time, and it tells nothing."""
    drawn = int.from_bytes(hashlib.sha256(f"name/{device}".encode()).digest())
    drawn, manner = divmod(drawn, len(_MANNERS))
    return f"{_MANNERS[manner]} {_ANIMALS[drawn % len(_ANIMALS)]}"
