"""Which terms somebody should look at again: a year is long for a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from bot.glossary.rules.term import Term

A_YEAR = timedelta(days=365)
_MONTHS_A_QUARTER, _MONTHS = 3, 12


def looked_at(term: Term, touched: Mapping[str, date]) -> date | None:
    """When somebody last looked at a term: the day that it shows, or of its last change here.

    None for one of the starter glossary that nobody here has touched: its makers look after it.
    """
    return term.checked_on or touched.get(term.id)


def to_check(terms: Iterable[Term], touched: Mapping[str, date], today: date) -> list[Term]:
    """The terms that were last looked at over a year ago, the longest ago first."""
    days = [(day, term) for term in terms if (day := looked_at(term, touched)) is not None]
    old = [(day, term) for day, term in days if today - day > A_YEAR]
    return [term for _, term in sorted(old, key=lambda pair: (pair[0], pair[1].id))]


def next_quarter(now: datetime) -> datetime:
    """The begin of the calendar quarter after this moment, in UTC."""
    today = now.astimezone(UTC).date()
    month = (today.month - 1) // _MONTHS_A_QUARTER * _MONTHS_A_QUARTER + _MONTHS_A_QUARTER
    first = date(today.year + month // _MONTHS, month % _MONTHS + 1, 1)
    return datetime.combine(first, time(), UTC)
