"""What a community chooses, when a meeting is on, and what an asker is promised by it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.community.rules import CommunitySettings, Safeguarding
from bot.core.errors import Refused
from bot.questions.rules.settings import (
    BETWEEN_HURRIES,
    LONGEST_CLOSE_AFTER,
    LONGEST_KEEP_FOR,
    LONGEST_MEETING,
    PARTS,
    QuestionSettings,
    Terms,
    Who,
    chosen,
    hurried,
    parse_days,
    parse_hours,
    with_meeting,
    without_meeting,
)
from bot.questions.rules.windows import LENGTHS, Pace, next_hour, window_end
from tests.bot.questions.making import NOW, in_meeting, refusal
from tests.bot.questions.making import chosen as settings

SECOND = timedelta(seconds=1)
SIX_HOURS = timedelta(hours=6)

moments = st.datetimes(datetime(2020, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
paces = st.sampled_from(Pace)
hours = st.lists(st.integers(0, 23), min_size=2, max_size=2, unique=True).map(lambda two: tuple(sorted(two)))


@st.composite
def communities(draw: st.DrawFn) -> tuple[QuestionSettings, datetime]:
    """Settings, and a moment, in a meeting or not."""
    now = draw(moments)
    until = draw(st.none() | st.integers(-9_000, 9_000).map(lambda by: now + timedelta(seconds=by)))
    made = settings(
        pace=draw(paces), hours=draw(hours), meeting_until=until, release_first=draw(st.booleans())
    )
    return made, now


# Meetings


def test_a_meeting_starts_and_ends_by_hand() -> None:
    on = with_meeting(settings(), NOW)
    assert on.in_meeting(NOW)
    assert not settings().in_meeting(NOW)
    assert refusal(lambda: with_meeting(on, NOW)).id == "error-meeting-is-on"
    off = without_meeting(on, NOW)
    assert off == settings()
    assert refusal(lambda: without_meeting(off, NOW)).id == "error-no-meeting"


@given(moments)
def test_a_meeting_that_nobody_ends_does_so_by_itself(now: datetime) -> None:
    on = with_meeting(settings(), now)
    assert on.meeting_until is not None
    assert SIX_HOURS == LONGEST_MEETING
    assert timedelta(0) < on.meeting_until - now - SIX_HOURS <= timedelta(seconds=20)
    # It says nothing about when somebody pressed.
    assert on.meeting_until.timestamp() % 20 == 0
    assert on.in_meeting(on.meeting_until - SECOND)
    assert not on.in_meeting(on.meeting_until)
    assert with_meeting(on, on.meeting_until).in_meeting(on.meeting_until)
    assert refusal(lambda: without_meeting(on, on.meeting_until or now)).id == "error-no-meeting"


# What is promised


@given(communities())
def test_an_act_comes_never_earlier_than_the_window_that_was_set_when_it_was_done(
    here: tuple[QuestionSettings, datetime],
) -> None:
    made, now = here
    pace, not_before = made.pace_at(now), datetime.fromtimestamp(made.not_before(now), UTC)
    assert not_before > now - SECOND
    assert not_before <= made.next_window(now)
    if pace is not None:
        assert not_before == made.next_window(now) == window_end(now, LENGTHS[pace])
    else:
        # A meeting may start meanwhile: even then, no sooner than in one with careful windows.
        assert not_before == min(window_end(now, timedelta(minutes=10)), made.next_window(now))
        assert made.next_window(now) == next_hour(made.hours, made.zone, now)


@given(communities())
def test_it_comes_at_the_latest_when_she_was_told(here: tuple[QuestionSettings, datetime]) -> None:
    made, now = here
    careful = made.pace_at(now) is Pace.CAREFUL
    assert made.latest(now) - made.next_window(now) == timedelta(minutes=10 if careful else 0)


@given(communities(), st.booleans())
def test_what_is_promised_is_what_holds_when_she_asks(
    here: tuple[QuestionSettings, datetime], private: bool
) -> None:
    made, now = here
    terms = made.terms(now, 9, to_facilitators=private)
    assert terms == Terms(9, private, made.release_first, made.pace if made.in_meeting(now) else None)


@given(communities(), paces, hours)
def test_a_setting_that_is_changed_later_brings_nothing_out_sooner(
    here: tuple[QuestionSettings, datetime], pace: Pace, changed: tuple[int, ...]
) -> None:
    """What waits carries the earliest moment; whatever the new windows are, it is not before that."""
    made, now = here
    promised = made.not_before(now)
    length = LENGTHS[made.pace_at(now) or Pace.CAREFUL]
    own = min(window_end(now, length), made.next_window(now)).timestamp()
    assert promised == int(own)
    after = with_meeting(replace(made, pace=pace, hours=changed, meeting_until=None), now)
    # Only windows from then on count, and none of them starts before the one that holds her act has ended.
    assert window_end(now, LENGTHS[pace]) == after.next_window(now)
    assert promised >= min(own, after.not_before(now))


def test_windows_in_a_meeting_and_between() -> None:
    assert in_meeting(Pace.QUICK).next_window(NOW) == NOW.replace(second=20)
    assert in_meeting(Pace.STEADY).next_window(NOW) == NOW.replace(minute=2, second=0)
    assert in_meeting(Pace.CAREFUL).next_window(NOW) == NOW.replace(minute=10, second=0)
    assert settings().next_window(NOW) == NOW.replace(hour=15, second=0)
    assert settings(zone="Asia/Kolkata").next_hour(NOW) == datetime(2026, 5, 15, 3, 30, tzinfo=UTC)
    assert settings().not_before(NOW) == int(NOW.replace(minute=10, second=0).timestamp())
    late = NOW.replace(hour=14, minute=55)
    assert settings(hours=(9, 16)).not_before(late) == int(
        late.replace(hour=15, minute=0, second=0).timestamp()
    )


# Let questions out now


@pytest.mark.parametrize(
    "made", [settings(pace=Pace.CAREFUL), in_meeting(Pace.QUICK), in_meeting(Pace.STEADY)]
)
def test_questions_now_is_for_careful_meetings_alone(made: QuestionSettings) -> None:
    assert refusal(lambda: hurried(made, NOW)).id == "error-now-only-careful"


def test_questions_now_once_in_ten_minutes() -> None:
    assert timedelta(minutes=10) == BETWEEN_HURRIES
    first = hurried(in_meeting(Pace.CAREFUL), NOW)
    assert first.hurried_at == NOW
    line = refusal(lambda: hurried(first, NOW + BETWEEN_HURRIES - SECOND))
    again = int((NOW + BETWEEN_HURRIES).timestamp())
    assert (line.id, line.values) == ("error-now-too-soon", {"at": f"<t:{again}:t>"})
    assert hurried(first, NOW + BETWEEN_HURRIES).hurried_at == NOW + BETWEEN_HURRIES


# What is typed


@pytest.mark.parametrize(
    ("typed", "two"),
    [
        ("9 and 16", (9, 16)),
        ("9:00, 16:00", (9, 16)),
        ("16 9", (9, 16)),
        ("0 23", (0, 23)),
        (" 09:00  and  16:00 ", (9, 16)),
        ("9am, 4pm", (9, 16)),
    ],
)
def test_two_hours_are_understood_as_people_type_them(typed: str, two: tuple[int, ...]) -> None:
    assert parse_hours(typed) == two


@pytest.mark.parametrize(
    "typed",
    [
        *("", "9", "9 9", "9 and 24", "9:30 and 16", "9 10 11", "nine and four", "9 16 20", "116", "9:00:00"),
        *("9.15", "-9", "9 1234", "9 o'clock", "0.9", "9:5 16", "1e1 5", "25pm 3", "9/16/20"),
    ],
)
def test_anything_else_is_no_pair_of_hours(typed: str) -> None:
    assert refusal(lambda: parse_hours(typed)).id == "error-hours"


@pytest.mark.parametrize("typed", ["13pm and 4", "0am and 4", "14am, 5"])
def test_an_hour_that_no_clock_shows_is_refused(typed: str) -> None:
    assert refusal(lambda: parse_hours(typed)).id == "error-hours"


@given(st.text(max_size=30) | st.text(st.sampled_from("0123456789: ,andpm.-"), max_size=14))
@example("9" * 5_000)
@example("٩ and ١٦")
@example("² ³")
def test_whatever_is_typed_is_two_hours_of_the_day_or_is_refused(typed: str) -> None:
    try:
        two = parse_hours(typed)
    except Refused as error:
        assert error.line.id == "error-hours"  # noqa: PT017
        return
    assert len(two) == 2
    assert 0 <= two[0] < two[1] < 24


@given(
    st.tuples(st.integers(0, 23), st.integers(0, 23)), st.sampled_from(["{} and {}", "{}:00 {}:00", "{}, {}"])
)
def test_two_hours_are_those_that_were_typed(two: tuple[int, int], how: str) -> None:
    typed = how.format(*two)
    if two[0] == two[1]:
        assert refusal(lambda: parse_hours(typed)).id == "error-hours"
    else:
        assert parse_hours(typed) == tuple(sorted(two))


@given(st.text(max_size=12) | st.integers(-5, 400).map(str), st.integers(1, 365))
@example("9" * 5_000, 365)
@example("²", 9)
@example("1.5", 9)
@example("٣", 9)
def test_whatever_is_typed_is_a_number_of_days_or_is_refused(typed: str, most: int) -> None:
    try:
        number = parse_days(typed, most)
    except Refused as error:
        assert (error.line.id, error.line.values) == ("error-days", {"most": most})  # noqa: PT017
        return
    assert 1 <= number <= most
    assert number == int(typed)


@given(st.integers(-3, 400), st.integers(1, 365))
def test_days_are_whole_and_from_one_to_the_most(number: int, most: int) -> None:
    if 1 <= number <= most:
        assert parse_days(f" {number} ", most) == number
    else:
        assert refusal(lambda: parse_days(str(number), most)).id == "error-days"


# What is chosen, part by part

TYPED = {
    "meetings": ({"pace": "careful"}, {"pace": Pace.CAREFUL}),
    "between": ({"hours": "8 and 20"}, {"hours": (8, 20)}),
    "release": ({"release": "first"}, {"release_first": True}),
    "who": ({"who": "facilitators"}, {"who": Who.FACILITATORS}),
    "time": ({"close": "365", "keep": "3650"}, {"close_after": 365, "keep_for": 3_650}),
    "urgent": ({"urgent": " Call us. "}, {"urgent": "Call us."}),
    "threats": ({"threats": "We act."}, {"threats": "We act."}),
}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_changes_what_it_is_about_and_nothing_else(part: str) -> None:
    typed, changes = TYPED[part]
    before = in_meeting(hours=(1, 2), close_after=3, keep_for=4, hurried_at=NOW)
    after = chosen(before, part, typed)
    assert after == replace(before, **changes)
    assert after != before


def test_what_was_chosen_can_be_taken_back() -> None:
    first = settings(release_first=True, urgent="Call us.")
    assert not chosen(first, "release", {"release": "straight"}).release_first
    assert chosen(first, "urgent", {"urgent": ""}).urgent == ""


@pytest.mark.parametrize(
    ("part", "typed", "line"),
    [
        ("between", {"hours": "9"}, "error-hours"),
        ("time", {"close": "0", "keep": "1"}, "error-days"),
        ("time", {"close": "366", "keep": "1"}, "error-days"),
        ("time", {"close": "1", "keep": "3651"}, "error-days"),
        ("urgent", {"urgent": "x" * 601}, "error-lines-long"),
        ("threats", {"threats": "x" * 601}, "error-lines-long"),
    ],
)
def test_what_cannot_be_is_refused(part: str, typed: dict[str, str], line: str) -> None:
    assert refusal(lambda: chosen(settings(), part, typed)).id == line


def test_the_longest_that_can_be_chosen() -> None:
    assert (LONGEST_CLOSE_AFTER, LONGEST_KEEP_FOR) == (365, 3_650)
    assert chosen(settings(), "urgent", {"urgent": "x" * 600}).urgent == "x" * 600
    assert chosen(settings(), "threats", {"threats": "y" * 600}).threats == "y" * 600
    assert set(TYPED) == set(PARTS)


def test_a_community_that_has_chosen_nothing() -> None:
    usual = settings()
    values = {each.name: getattr(usual, each.name) for each in fields(usual)}
    assert values == {
        "community": usual.community,
        "pace": Pace.QUICK,
        "hours": (9, 16),
        "zone": "Europe/London",
        "release_first": False,
        "who": Who.ASKER,
        "close_after": 14,
        "keep_for": 365,
        "urgent": "",
        "threats": "",
        "meeting_until": None,
        "hurried_at": None,
        "safeguarding": Safeguarding(),
        "host_takes_part": False,
    }


def test_what_holds_for_all_that_a_community_does_is_the_communitys() -> None:
    lead = Safeguarding("Ruth Calder")
    here = CommunitySettings(5, zone="America/New_York", host_takes_part=True, safeguarding=lead)
    chosen = QuestionSettings(5, hours=(9, 16), zone="Asia/Tokyo").of(here)
    assert (chosen.zone, chosen.host_takes_part, chosen.safeguarding) == ("America/New_York", True, lead)
    assert chosen.next_hour(datetime(2026, 3, 2, 12, tzinfo=UTC)) == datetime(2026, 3, 2, 14, tzinfo=UTC)
    assert QuestionSettings(5).of(CommunitySettings(5)) == QuestionSettings(5)
