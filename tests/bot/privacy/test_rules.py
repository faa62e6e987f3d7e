"""What is kept becomes rows and pages; nights; what may be said about what went."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.rules import Member
from bot.privacy.rules import (
    CHARACTERS_ON_A_PAGE,
    LONGEST_VALUE,
    NIGHT,
    ROWS_ON_A_PAGE,
    Removed,
    Row,
    is_nothing,
    is_to_go,
    next_night,
    pages,
    sections,
    totals,
)

NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
HERE = 900_000_000_000_000_001


def rows(**kept: object) -> list[Row]:
    return [row for section in sections({"people": kept}) for row in section.rows]


def test_what_is_empty_is_left_out_and_what_is_false_is_not() -> None:
    assert rows(name="", groups=[], pause=None, nested={}) == []
    assert rows(number=0, told=False) == [Row("number", "0", ours=True), Row("told", "False", ours=True)]


def test_what_a_person_wrote_is_hers_and_what_discord_shows_is_ours() -> None:
    account = "190000000000000042"
    assert rows(account=account) == [Row("account", f"<@{account}>", ours=True)]
    assert rows(roles=["700000000000000001"]) == [Row("roles", "<@&700000000000000001>", ours=True)]
    assert rows(own_words="A chair <@1>") == [Row("own-words", "A chair <@1>")]
    assert rows(apart=["3f1c0a9b7d2e4f60"]) == [Row("apart", "3f1c0a9b7d2e4f60")]


def test_words_that_look_like_a_mention_are_not_made_one() -> None:
    assert rows(own_words="190000000000000042") == [Row("own-words", "190000000000000042")]


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("2026-05-14", "<t:1778760000:D>"),
        ("2026-05-14T13:00:05+00:00", "<t:1778763605:f>"),
    ],
)
def test_days_and_times_are_shown_in_the_readers_own_way(kept: str, shown: str) -> None:
    assert rows(joined_on=kept) == [Row("joined-on", shown, ours=True)]


def test_several_of_a_kind_are_numbered_and_their_parts_follow() -> None:
    found = rows(questions=[{"text": "What is it?", "number": 3}, {"text": "And that?"}])
    assert [(row.key, row.value) for row in found] == [
        ("questions", "1"),
        ("text", "What is it?"),
        ("number", "3"),
        ("questions", "2"),
        ("text", "And that?"),
    ]


def test_a_long_text_is_cut_on_the_page() -> None:
    (row,) = rows(own_words="x" * 2_000)
    assert len(row.value) == LONGEST_VALUE
    assert row.value.endswith("…")


def test_nothing_is_nothing_and_a_word_is_something() -> None:
    assert is_nothing({})
    assert is_nothing({"people": {}, "questions": {"waiting": [], "paused_until": None}})
    assert not is_nothing({"people": {}, "questions": {"waiting": [{"text": "x"}]}})


kept_things = st.dictionaries(
    st.sampled_from(["people", "questions", "contacts"]),
    st.dictionaries(st.text("abcdefgh_", min_size=1, max_size=8), st.text(max_size=1_500), max_size=30),
)


@given(kept_things)
def test_every_row_is_on_one_page_and_every_page_fits(kept: dict[str, dict[str, object]]) -> None:
    found = sections(kept)
    made = pages(found)
    everything = [(section.name, row) for section in found for row in section.rows]
    assert [
        (section.name, row) for page in made for section in page.sections for row in section.rows
    ] == everything
    assert [page.number for page in made] == list(range(1, len(made) + 1))
    assert {page.of for page in made} == {len(made)}
    for page in made:
        on_it = [row for section in page.sections for row in section.rows]
        assert len(on_it) <= ROWS_ON_A_PAGE
        assert len(on_it) == 1 or sum(len(row.value) for row in on_it) <= CHARACTERS_ON_A_PAGE


@pytest.mark.parametrize(
    ("now", "zone", "night"),
    [
        ("2026-05-14T13:00", "Europe/London", "2026-05-15T02:00"),
        ("2026-05-15T01:59", "Europe/London", "2026-05-15T02:00"),
        ("2026-05-15T02:00", "Europe/London", "2026-05-16T02:00"),
        ("2026-01-14T13:00", "Europe/London", "2026-01-15T03:00"),
        # Over the night in which the clocks go forward, and back.
        ("2026-03-28T12:00", "Europe/London", "2026-03-29T02:00"),
        ("2026-10-24T12:00", "Europe/London", "2026-10-25T03:00"),
        ("2026-05-14T13:00", "Pacific/Auckland", "2026-05-14T15:00"),
    ],
)
def test_it_is_night_at_three_in_the_communitys_own_time(now: str, zone: str, night: str) -> None:
    def utc(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)

    assert next_night(utc(now), zone) == utc(night)


@given(
    st.integers(1_600_000_000, 2_000_000_000),
    st.sampled_from(["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]),
)
def test_a_night_is_always_later_and_never_more_than_a_day_off(when: int, zone: str) -> None:
    now = datetime.fromtimestamp(when, UTC)
    night = next_night(now, zone)
    assert timedelta() < night - now <= timedelta(hours=25)
    assert night.astimezone(ZoneInfo(zone)).time() == NIGHT


def member(left_on: date | None) -> Member:
    return Member("3f1c0a9b7d2e4f60", HERE, 1, NOW.date(), frozenset(), NOW, left_on=left_on)


def test_whoever_left_goes_on_the_last_day_of_the_period_and_whoever_stayed_never_does() -> None:
    left = NOW.date()
    assert not is_to_go(member(None), 1, left + timedelta(days=999))
    assert not is_to_go(member(left), 30, left + timedelta(days=29))
    assert is_to_go(member(left), 30, left + timedelta(days=30))


def test_what_went_is_added_up_by_kind() -> None:
    day = NOW.date()
    removed = [
        Removed(HERE, day, "gone", 2),
        Removed(HERE, day - timedelta(days=1), "gone", 1),
        Removed(HERE, day, "nudges", 0),
        Removed(HERE, day, "contacts", 9),
    ]
    assert totals(removed) == {"contacts": 9, "gone": 3}
