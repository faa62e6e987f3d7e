"""Bank holidays of the four nations, and working days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.rules import Nation
from bot.nudges.rules import after_working_days, bank_holidays
from tests.bot.nudges.making import at

LONDON = ZoneInfo("Europe/London")
FIRST = at(1, month=1, year=2024)
NATIONS = [nation for nation in Nation if nation is not Nation.ELSEWHERE]
ST_ANDREWS, ST_PATRICKS, EASTER_MONDAY = date(2026, 11, 30), date(2026, 3, 17), date(2026, 4, 6)


@pytest.mark.parametrize(
    ("day", "nations"),
    [
        (date(2026, 12, 25), {"ENG", "WLS", "SCT", "NIR"}),
        (EASTER_MONDAY, {"ENG", "WLS", "NIR"}),
        (ST_ANDREWS, {"SCT"}),
        (ST_PATRICKS, {"NIR"}),
        (date(2026, 6, 3), set()),
    ],
)
def test_each_nation_has_its_own_holidays(day: date, nations: set[str]) -> None:
    assert {nation.value for nation in NATIONS if bank_holidays(nation)(day)} == nations


def test_another_country_has_its_own_and_one_that_nobody_knows_has_none() -> None:
    bastille = date(2026, 7, 14)
    assert bank_holidays(Nation.ELSEWHERE, "FR")(bastille)
    assert not bank_holidays(Nation.ELSEWHERE, "IE")(bastille)
    assert not bank_holidays(Nation.ELSEWHERE, "")(bastille)
    assert not bank_holidays(Nation.ENGLAND, "FR")(bastille), "a country counts only without a nation"


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (at(1, 14), 2, at(3, 14)),
        (at(4, 14), 2, at(8, 14)),  # from a Thursday, over the week-end
        (at(6, 14), 2, at(9, 23)),  # a Saturday counts from Monday, 0:00 in London
        (at(2, 14, month=4), 2, at(8, 14, month=4)),  # over Good Friday and Easter Monday
        (at(27, 10, month=3), 1, at(30, 9, month=3)),  # the clocks go forward: the same hour on the wall
        (at(1, 14), 0, at(1, 14)),
    ],
)
def test_working_days_pass(start: datetime, days: int, end: datetime) -> None:
    assert after_working_days(start, days, Nation.ENGLAND, LONDON) == end


def test_a_holiday_of_one_nation_is_a_working_day_in_the_next() -> None:
    friday = at(27, 10, month=11)
    assert after_working_days(friday, 1, Nation.ENGLAND, LONDON) == at(30, 10, month=11)
    assert after_working_days(friday, 1, Nation.SCOTLAND, LONDON) == at(1, 10, month=12)


@given(
    st.integers(0, 3_000_000).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.integers(1, 8),
    st.sampled_from(NATIONS),
)
def test_it_ends_on_a_working_day_with_as_many_between(start: datetime, days: int, nation: Nation) -> None:
    end = after_working_days(start, days, nation, LONDON).astimezone(LONDON)
    begin = start.astimezone(LONDON).date()
    holiday = bank_holidays(nation)

    def works(day: date) -> bool:
        return day.weekday() < 5 and not holiday(day)

    between = (begin + timedelta(days=n) for n in range(1, (end.date() - begin).days + 1))
    passed = sum(works(day) for day in between)
    assert works(end.date())
    assert passed == days + (not works(begin))
