"""The three ways to be in a workshop."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Role: TypeAlias = Literal["facilitator", "participant", "viewer"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
