"""What somebody has shown to be allowed: a role on one canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iceberg.meeting.roles import Role

HOST: Final = "host"
"""The proof of whoever works on the computer that serves."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role on a canvas; ``proof`` is the hash of the token that was shown, or ``HOST``."""

    canvas_id: str
    role: Role
    proof: str = HOST

    @property
    def link_proof(self) -> str:
        """The hash of the token of the link that it was shown by; empty for the host."""
        return "" if self.proof == HOST else self.proof

    @property
    def may_facilitate(self) -> bool:
        """Whether everything is allowed, within the phase."""
        return self.role == "facilitator"
