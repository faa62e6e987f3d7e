"""When a meeting is announced, and of which changes people are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.attending.rules import (
    AHEAD,
    Announcement,
    Stand,
    announced_at,
    differs,
    in_order,
    key_in,
    next_open,
    read_back,
    written_down,
)
from bot.core.deliveries import new_key
from bot.meetings.rules import Meeting, Place

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = timedelta(days=1)
MEETING = Meeting("m1", 1, "First", NOW + 7 * DAY, place=Place(channel=5))
MOVED = replace(MEETING, starts_at=MEETING.starts_at + DAY)
OUT = Announcement(Stand(MEETING), "k" * 16, promised=True).arrived(2, 3, Stand(MEETING))


@pytest.mark.parametrize(
    ("series", "days", "waits"), [("", 300, 0), ("s", 99, 0), ("s", 100, 0), ("s", 101, 1), ("s", 300, 200)]
)
def test_only_what_is_far_away_in_a_series_waits(series: str, days: int, waits: int) -> None:
    meeting = replace(MEETING, starts_at=NOW + days * DAY, series=series)
    assert announced_at(meeting, NOW) == NOW + waits * DAY
    assert meeting.starts_at - announced_at(meeting, NOW) <= max(AHEAD, timedelta(days=0 if series else 999))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (Stand(MEETING), False),
        (Stand(replace(MEETING, title="Other", minutes=45, version=7)), False),
        (Stand(MOVED), True),
        (Stand(replace(MEETING, place=Place(link="https://meet.example"))), True),
        (Stand(MEETING, cancelled=True), True),
    ],
)
def test_people_are_told_of_another_time_or_place_or_that_it_is_off(after: Stand, told: bool) -> None:
    assert differs(Stand(MEETING), after) is told
    assert replace(OUT, stand=after).to_tell(NOW) is told
    assert not replace(OUT, stand=after, message=0).to_tell(NOW), "nobody knows of it yet"
    assert not replace(OUT, stand=after).to_tell(MOVED.ends_at), "it is over"
    assert not differs(None, after)


def test_what_stood_there_before_is_what_people_were_told_last() -> None:
    once = OUT.changed(MOVED, NOW)
    assert once.was == MEETING
    twice = once.changed(replace(MOVED, starts_at=MOVED.starts_at + DAY), NOW)
    assert twice.was == MEETING
    assert twice.changed(MEETING, NOW).was is None
    assert not twice.changed(MEETING, NOW).to_tell(NOW)
    told = replace(once, told=once.stand).changed(replace(MOVED, title="Other"), NOW)
    assert told.was == MEETING
    assert replace(OUT, message=0).changed(MOVED, NOW).was is None


def test_a_meeting_that_is_moved_into_the_time_to_come_is_not_over_any_more() -> None:
    over = replace(OUT, over=True)
    later = MEETING.ends_at + DAY
    assert not over.is_open(later)
    again = over.changed(replace(MEETING, starts_at=later + DAY), later)
    assert again.is_open(later)
    assert not again.over
    assert not again.changed(None, later).is_open(later)


def test_a_key_is_found_in_the_token_of_each_message() -> None:
    for key in ("_-" * 8, new_key()):
        about = replace(OUT, key=key, number=99_999_999)
        assert key_in(about.change_key) == key_in(key) == key
        assert len(about.change_key) <= 25


def test_the_next_one_is_the_first_that_is_announced_and_open() -> None:
    off = replace(OUT.changed(None, NOW), key="off")
    unknown = replace(OUT, key="unknown", message=0)
    later = replace(OUT.changed(MOVED, NOW), key="later")
    assert next_open([later, off, unknown], NOW) == later
    assert next_open([later, OUT], NOW) == OUT
    assert next_open([off, unknown], NOW) is None
    # While one is on, the next is the one after it.
    assert next_open([later, OUT], OUT.meeting.starts_at) == later
    assert next_open([OUT], OUT.meeting.starts_at) == OUT
    assert next_open([later], MOVED.ends_at) is None


def test_names_are_in_order_and_unknown_ones_last() -> None:
    assert in_order({"3": "", "1": "Priya", "2": "amina", "4": ""}) == ["2", "1", "3", "4"]


def test_a_stand_is_read_back_as_it_was() -> None:
    for stand in (Stand(MEETING), Stand(MOVED, cancelled=True)):
        assert read_back(written_down(stand)) == stand
