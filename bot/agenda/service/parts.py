"""What the token of a button says."""

from __future__ import annotations

_LONGEST = 9


def parted(token: str) -> tuple[str, str]:
    """A meeting's id, and what stands behind it."""
    meeting, _, rest = token.partition(".")
    return meeting, rest


def number(typed: str) -> int:
    """The number behind a meeting's id; 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST else 0
