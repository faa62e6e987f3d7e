"""Where a meeting is and how long it takes, as people type it; and which meetings are in each other's way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.meetings.rules import Meeting, Place, overlaps, read_minutes, read_place, typed_place

LINK = "https://teams.example.com/l/meetup-join/19%3ameeting_a-b?context=%7b%22Tid%22%7d&x=1#y"
BEGINS = datetime(2026, 5, 14, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("", Place()),
        (" \n", Place()),
        ("Room 4,  Town Hall", Place(where="Room 4, Town Hall")),
        (LINK, Place(link=LINK)),
        (f"Teams: {LINK}", Place(where="Teams", link=LINK)),
        (f"{LINK} (Zoom)", Place(where="(Zoom)", link=LINK)),
        ("www.example.com", Place(where="www.example.com")),
    ],
)
def test_a_place_is_words_a_link_or_both(typed: str, place: Place) -> None:
    assert read_place(typed) == place
    assert read_place(typed_place(place)) == place


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *(
            (link, "error-meeting-link")
            for link in (
                *("http://example.com", "ftp://example.com", "javascript://example.com/%0aalert(1)"),
                *("https://", "https:///path", "https://example", "https://me:x@example.com"),
                *(
                    "https://example.com:port",
                    "https://[example.com",
                    "https://example.com/](https://evil.com",
                ),
                *("https://example.com/**a", "https://example.com/<b>", "https://exämple.com", "://"),
            )
        ),
        (f"{LINK} {LINK}", "error-meeting-links"),
        ("x" * 101, "error-meeting-where-long"),
        (f"https://example.com/{'x' * 512}", "error-meeting-link-long"),
    ],
)
def test_a_link_that_cannot_be_trusted_or_is_too_long_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_place(typed)
    assert refused.value.line.id == why


@given(st.text(max_size=60), st.sampled_from(["", "https://", "a://", "https://example.com/"]))
def test_whatever_is_typed_is_read_or_refused(words: str, before: str) -> None:
    try:
        place = read_place(before + words)
    except Refused:
        return
    assert place.link == "" or place.link.startswith("https://")


def test_a_channel_stays_until_another_place_is_typed() -> None:
    there = Place(channel=7)
    assert typed_place(there) == ""
    assert read_place("", there) == there
    assert read_place("Room 4", there) == Place(where="Room 4")
    assert read_place("", Place(where="Room 4")) == Place()


def test_minutes_are_a_whole_number_from_15_to_480_and_two_hours_where_nothing_is_typed() -> None:
    assert [read_minutes(typed) for typed in ("15", " 90 ", "480", "")] == [15, 90, 480, 120]
    for typed in ("14", "481", "1.5", "2 hours", "-30", "٩٠", "²", "9" * 5_000):
        with pytest.raises(Refused) as refused:
            read_minutes(typed)
        assert refused.value.line.id == "error-meeting-minutes"


def meeting(name: str, hours: float, minutes: int = 60) -> Meeting:
    return Meeting(name, 1, name, BEGINS + timedelta(hours=hours), minutes=minutes)


def test_two_that_are_on_at_the_same_time_are_found_once_and_neighbours_are_not() -> None:
    one, two, three = meeting("one", 0), meeting("two", 1), meeting("three", 0.5, 15)
    assert overlaps([one], [two]) == []
    assert overlaps([one, three], [two]) == [(one, three)]
    assert overlaps([three], [one, two]) == [(one, three)]
    assert overlaps([one], [one, two]) == [], "not with what it is itself"
    assert overlaps([one], [two, three, meeting("four", -2, 480)]) != []


@pytest.mark.parametrize("typed", ["here", " Here ", "HERE."])
def test_here_is_the_voice_channel_of_the_community(typed: str) -> None:
    assert read_place(typed, Place(where="Room 4"), room=5) == Place(5)
    with pytest.raises(Refused, match="error-meeting-no-room"):
        read_place(typed)
    assert read_place("here and there", room=5) == Place(where="here and there")
