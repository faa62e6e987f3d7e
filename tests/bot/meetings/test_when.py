"""What a facilitator types about when: dates, several of them, rules; and what is refused, never guessed."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.core.notices import Line
from bot.meetings.rules import LONGEST_WHEN, MOST_OCCURRENCES, Rule, When, read_rule, read_when
from bot.meetings.rules.typed import MONTHS, WEEKDAYS

#: A Sunday.
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONDON = "Europe/London"
#: Each changes its clocks in another way; the last one never does.
ZONES = (LONDON, "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kolkata")
THE_MOMENT = datetime(2026, 5, 14, 14)  # noqa: DTZ001 - on the wall


def on_the_wall(when: When, zone: str = LONDON) -> list[datetime]:
    return [each.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for each in when.starts]


def days(when: When) -> list[str]:
    return [f"{each:%a %d %b %Y %H:%M}" for each in on_the_wall(when)]


def refusal(typed: str, zone: str = LONDON, now: datetime = NOW) -> Line:
    with pytest.raises(Refused) as refused:
        read_when(typed, zone, now)
    return refused.value.line


@pytest.mark.parametrize(
    "typed",
    [
        *("14 May 2pm", "14 May, 14:00", "14th of May at 2 pm", "May 14, 2pm", "2pm 14 May", "14 may 2 p.m."),
        *("Thursday 14 May 2pm", "thu 14 May 2026 at 14.00", "14/5 2pm", "14/5/26 2pm", "14.5.2026 14.00"),
        *("2026-05-14 14:00", " 14  May   2PM. ", "14 May @ 2pm", "14-May-2026 2pm"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str) -> None:
    assert on_the_wall(read_when(typed, LONDON, NOW)) == [THE_MOMENT]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *(
            (typed, "unread")
            for typed in ("the 32nd", "the 32nd 2pm", "31 June 2pm", "5/14/26 2pm", "x" * 99)
        ),
        *((typed, "unread") for typed in ("next Tuesday 2pm", "Tuesday 2pm", "in 3 days 2pm", "may 2pm")),
        *(
            (typed, "unread")
            for typed in ("14 May 2pm GMT", "14 May 9 June 2pm", "1 1 2pm", "2pm", "14 ½ May 2pm")
        ),
        *((typed, "no-time") for typed in ("14 May", "1 Sept 14h", "14 May 1400", "14 May 12")),
        *((typed, "time") for typed in ("14 May 25:00", "14 May 10:60", "14 May 14pm")),
        *((typed, "two") for typed in ("14 May 2pm to 4pm", "14 May 2pm and 13 Aug 2pm", "14.05 2pm")),
        *((typed, "past") for typed in ("14 May 2025 2pm", "1 March 2026 10am", "1 March 10am")),
        *((typed, "far") for typed in ("14 May 2099 2pm", "26 May 14 2pm")),
        ("14 May 2:30", "half"),
        ("Friday 14 May 2pm", "weekday"),
        ("29 March 1:30am", "left-out"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_refused_by_its_number(typed: str, why: str) -> None:
    line = refusal(typed)
    assert (line.id, line.values["number"], line.values["of"]) == (f"error-meeting-when-{why}", 1, 1)
    line = refusal(f"14 May 2pm; 13 Aug 2pm\n{typed}; 15 Aug 2pm")
    assert (line.id, line.values["number"], line.values["of"]) == (f"error-meeting-when-{why}", 3, 4)


def test_several_are_read_in_the_order_in_which_they_were_typed() -> None:
    read = read_when("13 Aug 2pm;\n; 14 May 2.30pm\n1 March 3pm", LONDON, NOW)
    assert days(read) == ["Thu 13 Aug 2026 14:00", "Thu 14 May 2026 14:30", "Sun 01 Mar 2026 15:00"]
    assert read.series is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (" ;\n; ", "error-meeting-when-none"),
        ("", "error-meeting-when-none"),
        (";".join(f"{day} May 2pm" for day in range(1, 12)), "error-meeting-when-many"),
        ("x" * (LONGEST_WHEN + 1), "error-meeting-when-long"),
        ("14 May 2pm; every Tuesday 2pm", "error-meeting-rule-alone"),
        ("every second Tuesday 2pm", "error-meeting-rule-which"),
        *(
            (f"{rule} 2pm", "error-meeting-rule")
            for rule in (
                *(
                    "every day",
                    "every month",
                    "every week",
                    "fifth Friday every month",
                    "every 0 weeks on Monday",
                ),
                *("first Monday every 13 months", "every ² weeks on Monday", "second Tuesday every 2 weeks"),
                *(
                    "Tuesday every 3 months",
                    "every Tuesday and Friday",
                    "every Tuesday from 5 May",
                    "every " * 20,
                ),
            )
        ),
        ("every Tuesday", "error-meeting-when-no-time"),
        ("every Tuesday 2:30", "error-meeting-when-half"),
    ],
)
def test_what_cannot_be_taken_as_a_whole_is_refused(typed: str, why: str) -> None:
    assert refusal(typed).id == why


def test_without_a_year_it_is_the_next_day_of_that_name_and_today_counts() -> None:
    assert days(read_when("28 February 2pm; 29 Feb 2pm; tomorrow 2pm", LONDON, NOW)) == [
        "Sun 28 Feb 2027 14:00",
        "Tue 29 Feb 2028 14:00",
        "Mon 02 Mar 2026 14:00",
    ]
    eve = datetime(2026, 12, 31, 23, tzinfo=UTC)
    assert days(read_when("1 January 2pm; 31 December 23:30", LONDON, eve)) == [
        "Fri 01 Jan 2027 14:00",
        "Thu 31 Dec 2026 23:30",
    ]
    # Where it is already the first, the thirty-first has passed.
    kolkata = read_when("31 December 23:30", "Asia/Kolkata", eve)
    assert [each.year for each in on_the_wall(kolkata, "Asia/Kolkata")] == [2027]


def test_a_day_that_there_is_not_is_never_taken_for_the_year() -> None:
    # The library reads this as 27 May 2032.
    assert refusal("32 May 27 2pm", now=datetime(2031, 3, 1, tzinfo=UTC)).id == "error-meeting-when-unread"


@given(st.dates(date(2026, 3, 2), date(2029, 2, 1)), st.times(), st.integers(0, 4))
def test_every_date_comes_back_however_it_is_typed(day: date, at: time, how: int) -> None:
    month, weekday = MONTHS[day.month - 1].title(), WEEKDAYS[day.weekday()].title()
    ways = (
        f"{day.isoformat()} {at:%H:%M}",
        f"{at:%H:%M} on {day.day}/{day.month}/{day.year}",
        f"{day.day} {month[:3]} {day.year} {at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}",
        f"{weekday} {day.day} {month} {day.year}, {at:%H.%M}",
        f"{month} {day.day} {day.year} at {at:%H:%M}",
    )
    read = read_when(ways[how].replace(" on ", " "), "Asia/Kolkata", NOW)
    assert on_the_wall(read, "Asia/Kolkata") == [datetime.combine(day, at.replace(second=0, microsecond=0))]


@given(st.text(max_size=40) | st.from_regex(re.compile(r"[0-9a-z ;:./]{0,30}"), fullmatch=True))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        read = read_when(typed, LONDON, NOW)
    except Refused:
        return
    assert all(NOW < each <= NOW + timedelta(days=3 * 366) for each in read.starts)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("second tuesday every 3 months", Rule(2, 1, 3)),
        ("every 3 months on the 2nd tuesday", Rule(2, 1, 3)),
        ("last thursday of every month", Rule(-1, 3, 1)),
        ("every second tuesday of the month", Rule(2, 1, 1)),
        ("first monday of each month", Rule(1, 0, 1)),
        ("monthly on the last fri", Rule(-1, 4, 1)),
        ("quarterly on the first monday", Rule(1, 0, 3)),
        ("every other month on the 4th sunday", Rule(4, 6, 2)),
        ("every 2 weeks on wednesday", Rule(0, 2, 2)),
        ("every two weeks wednesday", Rule(0, 2, 2)),
        ("fortnightly on mondays", Rule(0, 0, 2)),
        ("every other wednesday", Rule(0, 2, 2)),
        ("every tuesday", Rule(0, 1, 1)),
        ("weekly on tuesdays", Rule(0, 1, 1)),
    ],
)
def test_a_rule_is_read_as_people_type_it(typed: str, rule: Rule) -> None:
    assert read_rule(typed) == rule


def test_a_rule_gives_its_next_dates_and_none_later_than_18_months() -> None:
    assert days(read_when("last Thursday of every month at 10.30", LONDON, NOW)) == [
        *("Thu 26 Mar 2026 10:30", "Thu 30 Apr 2026 10:30", "Thu 28 May 2026 10:30"),
        *("Thu 25 Jun 2026 10:30", "Thu 30 Jul 2026 10:30", "Thu 27 Aug 2026 10:30"),
    ]
    assert days(read_when("first Monday every 12 months 2pm", LONDON, NOW)) == [
        "Mon 02 Mar 2026 14:00",
        "Mon 01 Mar 2027 14:00",
    ]
    # Today's has begun at noon, and has not at one o'clock.
    assert days(read_when("every Sunday noon", LONDON, NOW))[0] == "Sun 08 Mar 2026 12:00"
    assert days(read_when("every Sunday 1pm", LONDON, NOW))[0] == "Sun 01 Mar 2026 13:00"


def test_what_is_kept_of_a_series_is_its_first_time_on_the_wall_and_its_rule() -> None:
    series = read_when("every 2 weeks on Wednesday 10:30", LONDON, NOW).series
    assert series is not None
    assert (series.text, series.zone) == ("2026-03-04T10:30:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", LONDON)


_MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize("zone", ZONES)
@given(
    now=_MOMENTS, at=_TIMES | st.sampled_from([time(0), time(1, 30), time(2), time(2, 15)]), data=st.data()
)
def test_each_of_a_series_shows_the_same_time_on_the_wall(
    zone: str, now: datetime, at: time, data: st.DataObject
) -> None:
    nth = data.draw(st.sampled_from([0, 1, 2, 3, 4, -1]))
    weekday, interval = data.draw(st.integers(0, 6)), data.draw(st.integers(1, 12))
    name = {0: "", 1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[nth]
    unit = "months" if nth else "weeks"
    read = read_when(f"{name} {WEEKDAYS[weekday]} every {interval} {unit} {at:%H:%M}", zone, now)
    walls = on_the_wall(read, zone)
    assert 0 < len(walls) <= MOST_OCCURRENCES
    assert all(wall.weekday() == weekday for wall in walls)
    for begins, wall in zip(read.starts, walls, strict=True):
        if begins in read.moved:
            assert at < wall.time() <= (datetime.combine(wall, at) + timedelta(hours=1)).time()
        else:
            assert wall.time() == at
        _first_of_two(begins, wall, zone)
    if nth:
        apart = {12 * (b.year - a.year) + b.month - a.month for a, b in itertools.pairwise(walls)}
        assert all((wall - timedelta(weeks=nth)).month != wall.month for wall in walls if nth > 0)
        assert all((wall + timedelta(weeks=1)).month != wall.month for wall in walls if nth < 0)
        assert apart <= {interval}
    else:
        assert {(b.date() - a.date()).days for a, b in itertools.pairwise(walls)} <= {7 * interval}
    assert walls[0].date() - now.astimezone(ZoneInfo(zone)).date() <= timedelta(days=62 if nth else 7)


def _first_of_two(begins: datetime, wall: datetime, zone: str) -> None:
    """No earlier moment shows the same."""
    for minutes in (30, 60):
        earlier = (begins - timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
        assert earlier.replace(tzinfo=None) != wall


@pytest.mark.parametrize(
    ("zone", "typed", "day", "shown"),
    [
        (LONDON, "last Sunday every month 01:30", date(2026, 3, 29), time(2)),
        ("America/New_York", "second Sunday every month 02:30", date(2026, 3, 8), time(3)),
        ("Australia/Lord_Howe", "first Sunday every month 02:15", date(2026, 10, 4), time(2, 30)),
        ("Africa/Cairo", "last Friday every month 00:10", date(2026, 4, 24), time(1)),
    ],
)
def test_a_time_that_does_not_exist_is_moved_to_the_first_that_does(
    zone: str, typed: str, day: date, shown: time
) -> None:
    now = datetime.combine(day - timedelta(days=40), time(12), UTC)
    read = read_when(typed, zone, now)
    (moved,) = read.moved
    local = moved.astimezone(ZoneInfo(zone))
    assert (local.date(), local.time()) == (day, shown)
    at = typed.rsplit(" ", 1)[1]
    assert {f"{wall:%H:%M}" for wall in on_the_wall(read, zone) if wall.date() != day} == {at}
    # A single date is refused in its place: nobody types a whole series anew for one of it.
    assert refusal(f"{day.isoformat()} {at}", zone, now).id == "error-meeting-when-left-out"


@pytest.mark.parametrize(
    ("zone", "typed"),
    [
        (LONDON, "25 Oct 2026 01:30"),
        ("America/New_York", "1 Nov 2026 01:30"),
        ("Australia/Lord_Howe", "5 April 2026 01:45"),
        ("Africa/Cairo", "29 Oct 2026 23:30"),
    ],
)
def test_of_a_time_that_exists_twice_the_first_is_meant(zone: str, typed: str) -> None:
    (begins,) = read_when(typed, zone, NOW).starts
    wall = begins.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    later = [begins + timedelta(minutes=30 * halves) for halves in (1, 2)]
    assert wall in [each.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for each in later]
    _first_of_two(begins, wall, zone)
