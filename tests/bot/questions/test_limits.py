"""How often one may ask: in memory, for a while, each account for itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.questions.service.limits import AN_HOUR, MOST_AN_HOUR, Limits
from tests.bot.questions.making import NOW, refusal

SECOND = timedelta(seconds=1)


def may_ask(limits: Limits, account: int, now: datetime) -> bool:
    try:
        limits.check(account, now)
    except Refused:
        return False
    return True


def test_twelve_questions_an_hour_and_then_a_wait_that_is_told() -> None:
    limits = Limits()
    assert (MOST_AN_HOUR, timedelta(hours=1)) == (12, AN_HOUR)
    for minute in range(12):
        limits.check(7, NOW + timedelta(minutes=minute))
        limits.count(7, f"form {minute}", NOW + timedelta(minutes=minute))
    line = refusal(lambda: limits.check(7, NOW + timedelta(minutes=12)))
    again = int((NOW + AN_HOUR).timestamp())
    assert (line.id, line.values) == ("error-too-many", {"most": 12, "at": f"<t:{again}:t>"})
    assert may_ask(limits, 8, NOW + timedelta(minutes=12))
    assert not may_ask(limits, 7, NOW + AN_HOUR - SECOND)
    assert may_ask(limits, 7, NOW + AN_HOUR)


def test_looking_whether_one_may_ask_counts_for_nothing() -> None:
    limits = Limits()
    assert all(may_ask(limits, 7, NOW) for _ in range(50))


@given(st.lists(st.integers(0, 900), max_size=60))
def test_never_more_than_twelve_within_any_hour(gaps: list[int]) -> None:
    limits, now, let_through = Limits(), NOW, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        recent = [at for at in let_through if now - at < AN_HOUR]
        assert may_ask(limits, 7, now) == (len(recent) < 12)
        if len(recent) < 12:
            limits.count(7, "form", now)
            let_through.append(now)


def test_a_form_that_was_counted_is_known_for_a_while() -> None:
    limits = Limits()
    assert not limits.has_counted("form")
    limits.count(7, "form", NOW)
    assert limits.has_counted("form")
    assert not limits.has_counted("another form")
