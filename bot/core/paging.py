"""Which page of a list a button means."""

from __future__ import annotations

#: A forged button may bring more figures than any page has.
_LONGEST_NUMBER = 6


def page_of(typed: str, number: int, on_a_page: int) -> tuple[int, int]:
    """Which page, from 0, and of how many, where `number` things are shown, so many on each.

    One beyond the last is the last; what is no number is the first.
    """
    of = max(1, -(-number // on_a_page))
    page = int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else 0
    return min(page, of - 1), of
