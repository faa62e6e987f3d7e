"""Which planned meeting it is that begins now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.meetings.rules import Meeting
from bot.sittings.rules import Sitting, Times, begun, goes_on, meant

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST = Meeting("m1", 1, "First", NOON, minutes=60)
SECOND = Meeting("m2", 1, "Second", NOON + HOUR, "Europe/Paris", minutes=60)


@pytest.mark.parametrize(
    ("minutes", "meeting"),
    [(-61, None), (-60, "m1"), (0, "m1"), (29, "m1"), (31, "m2"), (119, "m2"), (120, None)],
)
def test_it_is_the_meeting_whose_beginning_is_nearest(minutes: int, meeting: str | None) -> None:
    found = meant([SECOND, FIRST], NOON + timedelta(minutes=minutes))
    assert (None if found is None else found.id) == meeting


def test_of_two_at_the_same_time_it_is_always_the_same() -> None:
    other = replace(FIRST, id="m0", title="Other")
    assert meant([FIRST, other], NOON) == meant([other, FIRST], NOON) == other


def sitting(*meetings: Meeting, key: str = "s1", at: datetime = NOON) -> Sitting:
    return begun(key, 1, meetings, "Europe/London", Times(at, at + 6 * HOUR))


def test_what_nobody_planned_has_the_communitys_zone_and_no_title() -> None:
    assert sitting(FIRST) == Sitting("s1", 1, "m1", "First", "Europe/London", NOON, NOON + 6 * HOUR)
    assert sitting(SECOND).zone == "Europe/Paris"
    bare = sitting()
    assert (bare.meeting, bare.title, bare.zone) == ("", "", "Europe/London")


def test_it_is_on_until_somebody_ends_it_or_it_ends_by_itself() -> None:
    on = sitting(FIRST)
    assert on.is_on(NOON + 5 * HOUR)
    assert not on.is_on(NOON + 6 * HOUR)
    assert not replace(on, ended_at=NOON + HOUR).is_on(NOON + HOUR)


@pytest.mark.parametrize(
    ("ended", "begins", "same"),
    [
        (NOON + HOUR, sitting(FIRST, key="s2", at=NOON + HOUR), True),
        (NOON + HOUR, sitting(FIRST, key="s2", at=NOON + 2 * HOUR), True),
        (NOON + HOUR / 2, sitting(FIRST, key="s2", at=NOON + HOUR / 2), True),
        (NOON + HOUR, sitting(FIRST, key="s2", at=NOON + 2 * HOUR + timedelta(seconds=1)), False),
        (NOON + HOUR, sitting(SECOND, key="s2", at=NOON + HOUR), False),
        # The clock was set back.
        (NOON + HOUR, sitting(FIRST, key="s2", at=NOON), False),
        (None, sitting(FIRST, key="s2", at=NOON + HOUR), False),
    ],
)
def test_what_was_ended_by_mistake_goes_on(ended: datetime | None, begins: Sitting, same: bool) -> None:
    last = replace(sitting(FIRST), ended_at=ended)
    found = goes_on(last, begins)
    assert (found is not None) == same
    if found is not None:
        assert found == replace(last, until=begins.until, ended_at=None)


def test_before_the_first_there_is_none_that_could_go_on() -> None:
    assert goes_on(None, sitting(FIRST)) is None
