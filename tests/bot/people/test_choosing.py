"""What members type and choose: zones, hours, role groups, needs, pauses."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest

from bot.community.rules import CommunitySettings, RoleGroup, Side
from bot.core.errors import Refused
from bot.people.rules import About, Hours, Pause, PauseKind
from bot.people.rules.choosing import (
    LAY_WAYS,
    MOST_APART,
    MOST_OPTIONS,
    NOT_SAID,
    apart_from,
    choices,
    group_of,
    hours_of,
    needs_of,
    pause_of,
    tidy,
    with_groups,
    zone_of,
)

KNOWN = available_timezones()
NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
SETTINGS = CommunitySettings(1)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("", ""),
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("London", "Europe/London"),
        (" cardiff ", "Europe/London"),
        ("Northern Ireland", "Europe/London"),
        ("new york", "America/New_York"),
        ("Paris", "Europe/Paris"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(typed: str, zone: str) -> None:
    assert zone_of(typed, KNOWN) == zone


@pytest.mark.parametrize("typed", ["Springfield", "../../etc/passwd", "x" * 60])
def test_no_zone_is_guessed(typed: str) -> None:
    with pytest.raises(Refused, match="error-zone"):
        zone_of(typed, KNOWN)


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [
        ("9", "18", (time(9), time(18))),
        ("9:30", "17.45", (time(9, 30), time(17, 45))),
        ("9am", "12 pm", (time(9), time(12))),
        ("12am", "11:59 PM", (time(0), time(23, 59))),
        ("0:00", "24:00", (time(0), time(23, 59))),
    ],
)
def test_hours_are_read_as_people_write_them(begin: str, end: str, hours: tuple[time, time]) -> None:
    assert hours_of(["6", "0", "0"], begin, end) == Hours((0, 6), *hours)


@pytest.mark.parametrize(
    ("days", "begin", "end"),
    [
        ([], "9", "18"),
        (["7"], "9", "18"),
        (["0"], "", ""),
        (["0"], "18", "9"),
        (["0"], "9", "9"),
        (["0"], "9", "25"),
        (["0"], "9:60", "18"),
        (["0"], "noon", "18"),
    ],
)
def test_hours_that_make_no_sense_are_refused(days: list[str], begin: str, end: str) -> None:
    with pytest.raises(Refused, match="error-quiet-hours"):
        hours_of(days, begin, end)


def test_nothing_at_all_is_as_the_community_does() -> None:
    assert hours_of([], " ", "") is None


def test_a_role_group_is_chosen_by_its_key_and_lay_in_four_ways() -> None:
    assert {group_of(SETTINGS, f"lay-{way}") for way in LAY_WAYS} == {"lay"}
    assert group_of(SETTINGS, "clinical") == "clinical"
    assert group_of(SETTINGS, NOT_SAID) == ""
    with pytest.raises(Refused, match="error-choice"):
        group_of(SETTINGS, "kings")


def test_there_are_never_more_groups_than_one_choice_can_hold() -> None:
    many = tuple(RoleGroup(f"g{at}", Side.PROFESSIONAL, "x") for at in range(40))
    assert len(choices(CommunitySettings(1, groups=many))) + len(LAY_WAYS) + 1 == MOST_OPTIONS


def test_the_main_group_comes_first_and_each_once() -> None:
    assert with_groups(About(), "lay", ["academic", "lay", ""]).groups == ("lay", "academic")
    assert with_groups(About(groups=("lay",)), "").groups == ()


def test_a_pause_ends_with_the_week_or_the_meeting_or_not_by_itself() -> None:
    meets = NOW + timedelta(days=12)
    assert pause_of(PauseKind.WEEK, NOW, None) == Pause(PauseKind.WEEK, NOW + timedelta(days=7))
    assert pause_of(PauseKind.MEETING, NOW, meets) == Pause(PauseKind.MEETING, meets)
    assert pause_of(PauseKind.GOOD, NOW, meets) == Pause(PauseKind.GOOD)
    for unknown in (None, NOW):
        with pytest.raises(Refused, match="error-no-next-meeting"):
            pause_of(PauseKind.MEETING, NOW, unknown)


def test_nobody_is_kept_apart_from_herself_or_from_a_crowd() -> None:
    assert apart_from(About(), ["7", "8", "7"], 8).apart == ("7",)
    with pytest.raises(Refused, match="error-apart-many"):
        apart_from(About(), [str(at) for at in range(100, 101 + MOST_APART)], 8)


def test_needs_are_those_there_are_and_words_have_an_end() -> None:
    assert needs_of(["post", "bsl", "gold"], " a seat ", About()) == About(
        needs=("bsl", "post"), own_words="a seat"
    )
    with pytest.raises(Refused, match="error-line-long"):
        needs_of([], "x" * 501, About())
    assert tidy(" a\n\u200bb\t c ", 10) == "a b c"
    with pytest.raises(Refused, match="error-line-long"):
        tidy("x" * 11, 10)
