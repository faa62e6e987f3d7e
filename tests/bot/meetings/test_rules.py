"""Days and times as people type them, and the moments that they mean."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.meetings.rules import check_title, read_day, read_time, shown, starts_at
from bot.meetings.rules.typed import MONTHS, WEEKDAYS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONDON = "Europe/London"
THE_DAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "typed",
    [
        *("14 May 2026", "14th May 2026", "14th of May 2026", " 14  may  2026 ", "May 14, 2026"),
        *("14/5/26", "14/05/2026", "14.5.2026", "14-5-2026", "2026-05-14"),
        *("Thursday 14 May 2026", "Thu 14/5/26", "thurs, 14 May 2026"),
    ],
)
def test_a_day_is_read_as_people_type_it_with_the_day_first(typed: str) -> None:
    assert read_day(typed) == THE_DAY


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("14 May", "error-meeting-day"),
        ("next Thursday", "error-meeting-day"),
        ("5/14/26", "error-meeting-day"),
        ("31 June 2026", "error-meeting-day"),
        ("14/5-26", "error-meeting-day"),
        ("14 Ma 2026", "error-meeting-day"),
        ("", "error-meeting-day"),
        ("Friday 14 May 2026", "error-meeting-weekday"),
    ],
)
def test_what_is_no_day_or_could_be_two_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(typed)
    assert refused.value.line.id == why


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 4))
def test_every_day_comes_back_however_it_is_typed(day: date, how: int) -> None:
    month, weekday = MONTHS[day.month - 1].title(), WEEKDAYS[day.weekday()].title()
    ways = (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        f"{day.day} {month} {day.year}",
        f"{weekday} {day.day} {month[:3]} {day.year}",
    )
    assert read_day(ways[how]) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("02:30", time(2, 30)),
        ("2:30 pm", time(14, 30)),
        ("2PM", time(14)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("9:05", time(9, 5)),
        ("0:10", time(0, 10)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *((typed, "error-meeting-time") for typed in ("10", "", "25:00", "10:60", "14 pm", "0 am", "noon")),
        ("2:30", "error-meeting-half"),
    ],
)
def test_what_is_no_time_or_could_be_two_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_time(typed)
    assert refused.value.line.id == why


def test_the_clock_on_the_wall_is_kept_in_summer_and_in_winter() -> None:
    assert starts_at(THE_DAY, time(10, 30), LONDON, NOW) == datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
    winter = starts_at(date(2026, 11, 14), time(10, 30), LONDON, NOW)
    assert winter == datetime(2026, 11, 14, 10, 30, tzinfo=UTC)
    assert shown(winter, LONDON).time == shown(starts_at(THE_DAY, time(10, 30), LONDON, NOW), LONDON).time


def test_an_hour_that_is_left_out_is_refused_and_of_two_the_first_is_meant() -> None:
    with pytest.raises(Refused) as refused:
        starts_at(date(2026, 3, 29), time(1, 30), LONDON, NOW)
    assert refused.value.line.id == "error-meeting-left-out"
    twice = starts_at(date(2026, 10, 25), time(1, 30), LONDON, NOW)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "why"), [(date(2026, 2, 28), "error-meeting-past"), (date(2126, 5, 14), "error-meeting-far")]
)
def test_a_day_that_has_passed_or_is_years_away_is_refused(day: date, why: str) -> None:
    with pytest.raises(Refused) as refused:
        starts_at(day, time(10), LONDON, NOW)
    assert refused.value.line.id == why


def test_a_title_is_one_line_and_not_too_long() -> None:
    assert check_title("  First\n meeting ") == "First meeting"
    for title, why in (("  \n", "error-meeting-title"), ("x" * 101, "error-meeting-title-long")):
        with pytest.raises(Refused) as refused:
            check_title(title)
        assert refused.value.line.id == why
