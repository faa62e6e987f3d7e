"""A whole series that changes, on clocks that go forward and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.meetings.rules import Home, Meeting, Place, all_changed, moment, whole_series

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
SERIES = "s1 2026-01-01T12:00:00 FREQ=DAILY"
#: By zone: a day on which a time of the clock does not exist, and one on which it exists twice.
CLOCKS = {
    "Europe/London": ("2026-03-29", "2026-10-25", "01:30"),
    "Europe/Berlin": ("2026-03-29", "2026-10-25", "02:30"),
    "America/New_York": ("2026-03-08", "2026-11-01", "01:30"),
    "Australia/Sydney": ("2026-10-04", "2026-04-05", "02:30"),
    "Asia/Kolkata": ("2026-03-29", "2026-10-25", "01:30"),
}


def on(day: str, zone: str, number: int) -> Meeting:
    """A meeting of the series at noon of a day."""
    local = datetime.fromisoformat(f"{day}T12:00")
    return Meeting(f"m{number}", 1, "First", moment(local, zone), zone, series=SERIES)


@pytest.mark.parametrize("zone", CLOCKS)
def test_each_begins_at_the_time_on_its_wall_or_as_soon_after_as_there_is_one(zone: str) -> None:
    forward, back, at = CLOCKS[zone]
    days = [forward, back, "2026-06-10"]
    before = [on(day, zone, number) for number, day in enumerate(days)]
    typed = {"title": "All", "time": at, "minutes": "60", "where": ""}
    draft = all_changed(before, typed, Home(zone), NOW)
    made = [each.after for each in draft.changes if each.after is not None]
    assert [f"{each.local:%Y-%m-%d}" for each in made] == days
    assert all(f"{each.local:%H:%M}" == at for each in made if each.starts_at not in draft.moved)
    twice = made[1].starts_at
    assert twice == moment(datetime.fromisoformat(f"{back}T{at}"), zone), "of two the first"
    if zone not in ("Asia/Kolkata", "America/New_York"):
        assert draft.moved == {made[0].starts_at}
        assert f"{made[0].local:%M}" == "00"
    else:
        assert draft.moved == frozenset()


def test_with_no_place_typed_each_keeps_its_channel_and_loses_its_words() -> None:
    before = [on("2026-05-01", "UTC", 1), replace(on("2026-05-02", "UTC", 2), place=Place(channel=5))]
    typed = {"title": "All", "time": "13:00", "minutes": "", "where": ""}
    made = [each.after for each in all_changed(before, typed, Home("UTC"), NOW).changes]
    assert [each.place for each in made if each is not None] == [Place(), Place(channel=5)]


def test_a_series_is_two_or_more_of_the_same() -> None:
    first, second = on("2026-05-01", "UTC", 1), on("2026-05-02", "UTC", 2)
    other = replace(second, id="m3", series="s2 2026-01-01T12:00:00 FREQ=DAILY")
    alone = replace(second, id="m4", series="")
    assert whole_series([first, second, other, alone, replace(alone, id="m5")]) == {"s1": (first, second)}
