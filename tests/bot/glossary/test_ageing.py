"""Which words are to be looked at again, and when a quarter begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.glossary.rules import ageing
from tests.bot.glossary.samples import PLAIN

TODAY = date(2026, 3, 2)


def test_a_word_is_old_a_year_after_somebody_looked_at_it() -> None:
    new, just, old, older = (
        replace(PLAIN, id=str(days), checked_on=TODAY - timedelta(days=days)) for days in (1, 365, 366, 900)
    )
    assert ageing.to_check([new, just, old, older], {}, TODAY) == [older, old]


def test_without_a_mark_its_last_change_counts_and_the_starters_are_left_alone() -> None:
    term = replace(PLAIN, checked_on=None)
    assert ageing.to_check([term], {}, TODAY) == []
    assert ageing.to_check([term], {term.id: TODAY - timedelta(days=400)}, TODAY) == [term]
    assert ageing.to_check([term], {term.id: TODAY}, TODAY) == []


@pytest.mark.parametrize(
    ("day", "first"),
    [((2026, 1, 1), (2026, 4, 1)), ((2026, 3, 31), (2026, 4, 1)), ((2026, 10, 1), (2027, 1, 1))],
)
def test_a_quarter_begins_on_a_first(day: tuple[int, int, int], first: tuple[int, int, int]) -> None:
    assert ageing.next_quarter(datetime(*day, 12, tzinfo=UTC)) == datetime(*first, tzinfo=UTC)
