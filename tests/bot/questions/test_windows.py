"""Windows on a fixed clock, and the two times a day, also where clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.rules.windows import (
    GRAIN,
    LENGTHS,
    Pace,
    last_hour,
    next_hour,
    window_end,
    window_start,
)

# Hypothesis adds the zone.
SPAN = datetime(2015, 1, 1), datetime(2037, 1, 1)  # noqa: DTZ001
moments = st.datetimes(*SPAN, timezones=st.just(UTC))
anywhere = st.datetimes(*SPAN, timezones=st.timezones())
lengths = st.sampled_from([*LENGTHS.values(), timedelta(hours=12)])
hours = st.lists(st.integers(0, 23), min_size=2, max_size=2, unique=True).map(sorted)

#: Clocks change by an hour, by half an hour, at midnight, south of the equator, and not at all.
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata")


def changes(zone: str, year: int) -> list[datetime]:
    """The moments of a year, to the hour, around which clocks change."""
    here = ZoneInfo(zone)
    start = datetime(year, 1, 1, tzinfo=UTC)
    every = [start + timedelta(hours=by) for by in range(24 * 366)]
    return [
        at
        for at in every
        if at.astimezone(here).utcoffset() != (at + timedelta(hours=1)).astimezone(here).utcoffset()
    ]


CHANGES = [(zone, at) for zone in ZONES for at in changes(zone, 2026)]


def test_the_paces_are_those_that_people_read() -> None:
    assert {pace.value: int(length.total_seconds()) for pace, length in LENGTHS.items()} == {
        "quick": 20,
        "steady": 120,
        "careful": 600,
    }
    assert timedelta(seconds=20) == GRAIN


@given(moments, lengths)
def test_windows_stand_on_a_fixed_clock(now: datetime, length: timedelta) -> None:
    start = window_start(now, length)
    assert start.timestamp() % length.total_seconds() == 0
    assert start.utcoffset() == timedelta(0)
    assert start <= now < start + length
    assert window_end(now, length) == start + length


@given(moments)
def test_the_usual_window_is_the_shortest(now: datetime) -> None:
    assert window_start(now) == window_start(now, timedelta(seconds=20))
    assert window_end(now) == window_end(now, timedelta(seconds=20))


@given(moments, lengths)
def test_at_the_end_of_a_window_the_next_one_begins(now: datetime, length: timedelta) -> None:
    end = window_end(now, length)
    assert window_start(end, length) == end
    assert window_end(end, length) == end + length


@given(moments, st.floats(0, 1, exclude_max=True), lengths)
def test_all_who_act_within_a_window_wait_for_the_same_end(
    now: datetime, part: float, length: timedelta
) -> None:
    other = window_start(now, length) + timedelta(seconds=int(part * length.total_seconds()))
    assert window_end(other, length) == window_end(now, length)


@given(anywhere, lengths)
def test_a_window_is_the_same_in_every_zone(now: datetime, length: timedelta) -> None:
    assert window_start(now, length) == window_start(now.astimezone(UTC), length)


# Twice a day


def on_the_clock(chosen: list[int], zone: str, now: datetime, step: int) -> datetime:
    """The next moment, or with a step of -1 the last, at which a clock there shows one of these hours."""
    here, quarter = ZoneInfo(zone), timedelta(minutes=15)
    at = window_start(now, quarter)
    if step > 0 or at == now:
        at += step * quarter
    while (local := at.astimezone(here)).minute or local.hour not in chosen:
        at += step * quarter
    return at


@pytest.mark.parametrize("zone", ZONES)
@given(data=st.data())
def test_the_next_and_the_last_of_two_hours_are_those_on_the_clock_there(
    zone: str, data: st.DataObject
) -> None:
    around = [at for where, at in CHANGES if where == zone] or [datetime(2026, 3, 29, tzinfo=UTC)]
    change = data.draw(st.sampled_from(around))
    now = change + timedelta(minutes=data.draw(st.integers(-3 * 24 * 60, 3 * 24 * 60)))
    # From 4 to 22 no hour is left out or comes twice.
    chosen = data.draw(st.lists(st.integers(4, 22), min_size=2, max_size=2, unique=True).map(sorted))
    assert next_hour(chosen, zone, now) == on_the_clock(chosen, zone, now, 1)
    assert last_hour(chosen, zone, now) == on_the_clock(chosen, zone, now, -1)


@pytest.mark.parametrize("zone", ZONES)
@given(moments, hours)
def test_the_next_hour_is_soon_and_the_last_not_long_ago(zone: str, now: datetime, chosen: list[int]) -> None:
    following, last = next_hour(chosen, zone, now), last_hour(chosen, zone, now)
    assert last < now < following
    # Where clocks change, a day has 25 hours.
    assert following - now <= timedelta(hours=25)
    assert now - last <= timedelta(hours=25)
    assert following.utcoffset() == last.utcoffset() == timedelta(0)


@pytest.mark.parametrize(("zone", "change"), CHANGES)
def test_no_time_is_left_out_and_none_comes_twice_when_clocks_change(zone: str, change: datetime) -> None:
    """Also the hours that are left out that night, or come twice, strike once a day."""
    for hour in range(24):
        other = (hour + 12) % 24
        at, end, struck = change - timedelta(days=2), change + timedelta(days=2), 0
        while (at := next_hour((hour, other), zone, at)) < end:
            struck += 1
            assert last_hour((hour, other), zone, at + timedelta(seconds=1)) == at
        assert struck in (7, 8)


@pytest.mark.parametrize(
    ("now", "following", "last"),
    [
        # 9 and 16 in London are 8 and 15 in summer, as UTC has it.
        ("2026-05-14T07:59:59", "2026-05-14T08:00:00", "2026-05-13T15:00:00"),
        ("2026-05-14T08:00:00", "2026-05-14T15:00:00", "2026-05-13T15:00:00"),
        ("2026-05-14T15:00:00", "2026-05-15T08:00:00", "2026-05-14T08:00:00"),
        ("2026-05-14T23:30:00", "2026-05-15T08:00:00", "2026-05-14T15:00:00"),
        ("2026-03-28T16:30:00", "2026-03-29T08:00:00", "2026-03-28T16:00:00"),
        ("2026-10-24T15:30:00", "2026-10-25T09:00:00", "2026-10-24T15:00:00"),
    ],
)
def test_two_hours_in_london(now: str, following: str, last: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_hour((9, 16), "Europe/London", at) == datetime.fromisoformat(following).replace(tzinfo=UTC)
    assert last_hour((9, 16), "Europe/London", at) == datetime.fromisoformat(last).replace(tzinfo=UTC)


def test_an_hour_that_is_left_out_strikes_an_hour_later() -> None:
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert next_hour((1, 16), "Europe/London", night) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_pace_is_kept_by_its_word() -> None:
    assert [Pace(each) for each in ("quick", "steady", "careful")] == list(Pace)
