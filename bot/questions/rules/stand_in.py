"""Whose question it is that was relayed for a member without Discord."""

from __future__ import annotations

_TOP_BIT = 1 << 63


def stand_in(member: str) -> int:
    """The number that takes an account's place in the handles of a member's questions.

    A member's id is 16 hexadecimal characters. Discord's ids are below 2**63 (a snowflake begins with 41 bits
    of time, which do not reach the top one before 2084), so with the top bit set no member's number is that
    of an account. It names her and not her contact: the next contact finds the same questions.

    Raises ValueError for what is no member's id.
    """
    number = int(member, 16)
    if not 0 <= number < 2 * _TOP_BIT:
        raise ValueError("not the id of a member")
    return number | _TOP_BIT
