"""When a message may come: hours, holidays, caps, zones, and the two days on which the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.rules import Nation, Quiet
from bot.nudges.rules import Budget, Ledger, Nudge, Receiver, bank_holidays, next_time
from bot.people.rules import Hours
from tests.bot.nudges.making import at, nudge

LONDON, LORD_HOWE = ZoneInfo("Europe/London"), ZoneInfo("Australia/Lord_Howe")
ZONES = [LONDON, LORD_HOWE, ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Kathmandu")]
ENGLAND = bank_holidays(Nation.ENGLAND)
A_QUARTER = timedelta(minutes=15)


def when(
    message: Nudge,
    now: datetime,
    to: Receiver = Receiver(LONDON),  # noqa: B008 - it is frozen
    ledger: Ledger = Ledger(),  # noqa: B008 - it is frozen
    quiet: Quiet = Quiet(),  # noqa: B008 - it is frozen
) -> datetime | None:
    return next_time(message, to, quiet, ENGLAND, ledger=ledger, now=now)


@pytest.mark.parametrize(
    ("now", "comes"),
    [
        (at(1, 10), at(1, 10)),  # a Monday
        (at(1, 5), at(1, 8)),  # 9:00 in London, in summer
        (at(1, 16, 59), at(1, 16, 59)),
        (at(1, 17), at(2, 8)),  # 18:00 in London
        (at(5, 20), at(8, 8)),  # over the week-end
        (at(31, 10, month=8), at(1, 8, month=9)),  # a bank holiday
        (at(27, 20, month=3), at(30, 8, month=3)),  # the clocks go forward
        (at(23, 20, month=10), at(26, 9, month=10)),  # and back
    ],
)
def test_it_waits_for_the_hours_of_the_community(now: datetime, comes: datetime) -> None:
    assert when(nudge(), now) == comes


@pytest.mark.parametrize("budget", [Budget.ASKED, Budget.URGENT])
def test_what_was_asked_for_and_what_is_urgent_wait_for_nothing(budget: Budget) -> None:
    night = at(25, 3, month=12)
    full = Ledger(counted=(night.date(),) * 9, path=(night.date(),) * 9)
    assert when(nudge(budget=budget), night, ledger=full) == night
    assert when(nudge(budget=budget, not_before=at(26, 4, month=12)), night) == at(26, 4, month=12)
    assert when(nudge(budget=budget, until=at(24, month=12)), night) is None


def test_her_own_hours_count_instead_in_her_own_zone() -> None:
    saturday_evening = Hours((5,), time(20), time(22))
    to = Receiver(ZoneInfo("Asia/Kathmandu"), saturday_evening)
    assert when(nudge(), at(1), to) == at(6, 14, 15)
    by_night = Receiver(LONDON, Hours((0, 1), time(22), time(2)))
    assert when(nudge(), at(1, 12), by_night) == at(1, 21)
    assert when(nudge(), at(1, 23, 30), by_night) == at(1, 23, 30), "0:30 on Tuesday"
    assert when(nudge(), at(2, 3), by_night) == at(2, 21)


def test_a_week_and_a_month_have_room_for_so_many() -> None:
    monday = date(2026, 6, 1)
    assert when(nudge(), at(3), ledger=Ledger((monday,))) == at(8, 8)
    three = Ledger(tuple(monday + timedelta(weeks=n) for n in range(3)))
    assert when(nudge(), at(22), ledger=three) == at(1, 8, month=7)
    assert when(nudge(), at(22), ledger=three, quiet=Quiet(a_month=4)) == at(22)
    assert when(nudge(), at(3), ledger=Ledger((monday,)), quiet=Quiet(a_week=2)) == at(3)
    assert when(nudge(), at(3), quiet=Quiet(a_week=0)) is None


def test_the_path_has_one_a_week_and_no_month() -> None:
    monday = date(2026, 6, 1)
    weekly = Ledger(path=tuple(monday + timedelta(weeks=n) for n in range(3)))
    path = nudge(budget=Budget.PATH)
    assert when(path, at(16), ledger=weekly) == at(22, 8)
    assert when(path, at(22), ledger=weekly) == at(22)
    assert when(path, at(3), ledger=Ledger(counted=(monday,))) == at(3), "they do not count each other"
    assert when(nudge(), at(3), ledger=Ledger(path=(monday,))) == at(3)


def test_a_week_is_hers_and_not_the_communitys() -> None:
    """Sunday evening in London is Monday in Auckland."""
    to = Receiver(ZoneInfo("Pacific/Auckland"), Hours(tuple(range(7)), time(0), time(0)))
    sunday = Ledger((date(2026, 6, 7),))
    assert when(nudge(), at(7, 11), to, sunday) == at(7, 12)


def test_without_room_before_its_end_it_never_comes() -> None:
    ledger = Ledger((date(2026, 6, 1),))
    assert when(nudge(until=at(7, 23)), at(3), ledger=ledger) is None
    assert when(nudge(until=at(8, 8)), at(3), ledger=ledger) == at(8, 8)
    assert when(nudge(until=at(1, 7)), at(1, 5)) is None
    assert when(nudge(), at(1), Receiver(LONDON, Hours(()))) is None


def test_an_hour_that_does_not_exist_is_left_out() -> None:
    """On 29 March 2026 there is no 1:30 in London."""
    sundays = Hours((6,), time(1, 15), time(1, 45))
    assert when(nudge(), at(28, month=3), Receiver(LONDON, sundays)) == at(5, 0, 15, month=4)
    longer = Receiver(LONDON, replace(sundays, end=time(2, 30)))
    assert when(nudge(), at(28, month=3), longer) == at(29, 1, 15, month=3), "as much later on the wall"


def test_an_hour_that_comes_twice_counts_twice() -> None:
    """On 25 October 2026 there are two 1:30 in London, half of them before 1:15 again."""
    sundays = Receiver(LONDON, Hours((6,), time(1, 15), time(1, 45)))
    assert when(nudge(), at(25, 0, 20, 10), sundays) == at(25, 0, 20, 10)
    assert when(nudge(), at(25, 1, 5, 10), sundays) == at(25, 1, 15, 10)


@dataclass(frozen=True)
class Case:
    message: Nudge
    to: Receiver
    quiet: Quiet
    ledger: Ledger
    now: datetime


QUARTERS = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
HOURS = st.builds(Hours, DAYS, QUARTERS, QUARTERS)
#: Around both days on which the clocks change, and Christmas.
MOMENTS = st.sampled_from([at(25, 0, month=3), at(20, 0, month=10), at(18, 0, month=12)]).flatmap(
    lambda first: st.integers(0, 900).map(lambda n: first + n * A_QUARTER)
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    now = draw(MOMENTS)
    near = st.integers(-40, 10).map(lambda n: now.date() + timedelta(days=n))
    ledger = Ledger(tuple(draw(st.lists(near, max_size=4))), tuple(draw(st.lists(near, max_size=2))))
    until = draw(st.none() | st.integers(0, 20).map(lambda n: now + timedelta(days=n)))
    begins = now + draw(st.integers(-200, 200)) * A_QUARTER
    message = nudge(budget=draw(st.sampled_from(Budget)), until=until, not_before=begins)
    to = Receiver(draw(st.sampled_from(ZONES)), draw(st.none() | HOURS))
    quiet = Quiet(a_week=draw(st.integers(1, 2)), a_month=draw(st.integers(1, 4)))
    return Case(message, to, quiet, ledger, now)


def may_come(case: Case, moment: datetime) -> bool:
    """The rules once more, said as a person would, of one moment."""
    if moment < case.message.not_before or (case.message.until and moment > case.message.until):
        return False
    if case.message.budget in (Budget.ASKED, Budget.URGENT):
        return True
    local = moment.astimezone(case.to.zone)
    hours = case.to.hours or Hours(case.quiet.days, case.quiet.begin, case.quiet.end)
    wall, over_midnight = local.time(), hours.end <= hours.begin
    inside = [wall >= hours.begin, wall < hours.end]
    if local.weekday() not in hours.days or ENGLAND(local.date()):
        return False
    if not (any(inside) if over_midnight else all(inside)):
        return False
    monday = local.date() - timedelta(days=local.weekday())
    counted, path = (
        [day for day in days if monday <= day < monday + timedelta(days=7)]
        for days in (case.ledger.counted, case.ledger.path)
    )
    if case.message.budget is Budget.PATH:
        return not path
    in_month = [day for day in case.ledger.counted if (day.month, day.year) == (local.month, local.year)]
    return len(counted) < case.quiet.a_week and len(in_month) < case.quiet.a_month


def opens_in_a_gap(case: Case, moment: datetime) -> bool:
    """Whether the clocks of that day leave out the minute at which her hours begin."""
    if case.to.hours is None:
        return False
    opens = datetime.combine(moment.astimezone(case.to.zone).date(), case.to.hours.begin, case.to.zone)
    return opens.astimezone(UTC).astimezone(case.to.zone).time() != case.to.hours.begin


def quarters_before(case: Case, end: datetime) -> Iterator[datetime]:
    moment = case.now
    while moment < end:
        yield moment
        moment += A_QUARTER


@settings(max_examples=300, deadline=None)
@given(cases())
def test_it_comes_at_the_first_moment_at_which_it_may(case: Case) -> None:
    found = when(case.message, case.now, case.to, case.ledger, case.quiet)
    horizon = case.now + timedelta(days=30)
    if found is not None:
        assert found >= case.now
        assert found.tzinfo is UTC
        assert may_come(case, found)
    for moment in quarters_before(case, min(found or horizon, horizon)):
        assert not may_come(case, moment) or opens_in_a_gap(case, moment), moment
