"""When wishes are given and fit, what becomes of items, when it is asked who is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.rules import Nation
from bot.core.errors import Refused
from bot.glossary.rules.pages import as_sent
from bot.nudges.rules import bank_holidays
from bot.questions.rules.saying import put_together
from bot.stumbles.rules import Quarter
from bot.wishes.rules import (
    ITEM,
    LONGEST_WHAT,
    LONGEST_WHY,
    LONGEST_WISH,
    MOST_UNSIGNED,
    MOST_WISHES,
    Decision,
    Fate,
    Proposed,
    Wish,
    answered,
    are_too_many,
    asked_about,
    batch_at,
    decided,
    is_full,
    made_of,
    pages,
    prompt_after,
    prompt_at,
    read_minutes,
    waiting,
)

ZONES = [
    ZoneInfo(each) for each in ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
]
LONDON = ZONES[0]
ENGLAND = bank_holidays(Nation.ENGLAND)
DAY = date(2026, 3, 5)
ITEM_OF_HERS = Proposed("i1", 1, "Parking", "", DAY, "m1", "Ama A.")
BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: BEGINS + timedelta(minutes=minutes))


@given(moments, st.sampled_from(ZONES))
def test_a_batch_goes_on_the_next_monday_at_nine_on_the_wall(now: datetime, zone: ZoneInfo) -> None:
    when = batch_at(now, zone)
    local = when.astimezone(zone)
    assert (local.weekday(), local.hour, local.minute) == (0, 9, 0)
    # A week in which clocks are set back is an hour longer.
    assert timedelta(0) < when - now <= timedelta(days=7, hours=1)


texts = st.lists(st.text(st.sampled_from("a*\n é"), min_size=1, max_size=LONGEST_WISH), max_size=70)


@given(texts)
def test_each_text_is_in_one_message_and_each_message_fits(written: list[str]) -> None:
    wishes = [Wish(f"{at:03}", 1, text) for at, text in enumerate(written)]
    found = pages([*wishes, Wish("given", 1, "before", batch="k")])
    assert [wish for page in found for wish in page] == wishes
    for page in found:
        assert 0 < len(page) <= 20
        assert sum(as_sent(each.text) + 3 * (each.text.count("\n") + 1) for each in page) < 3_600


def test_what_was_given_leaves_room_for_more() -> None:
    wishes = [Wish(f"{at}", 1, "Tea") for at in range(MOST_WISHES)]
    assert are_too_many(wishes)
    assert not are_too_many([replace(wishes[0], batch="k"), *wishes[1:]])


def test_so_many_without_a_name_are_enough_and_named_ones_do_not_count() -> None:
    items = [replace(ITEM_OF_HERS, id=f"{at}", member=None) for at in range(MOST_UNSIGNED)]
    assert is_full(items)
    assert not is_full([ITEM_OF_HERS, *items[1:]])


@given(st.text(max_size=4_000))
def test_an_item_is_made_of_whatever_came_out(text: str) -> None:
    made = made_of(ITEM_OF_HERS, text)
    assert len(made.what) <= LONGEST_WHAT
    assert len(made.why) <= LONGEST_WHY
    assert "\n" not in made.what


@pytest.mark.parametrize("why", ["", "Many come by car.\n\nIt is dear."])
def test_why_it_matters_may_be_empty(why: str) -> None:
    made = made_of(ITEM_OF_HERS, put_together(ITEM, {"what": " Parking\n and buses", "why": why}))
    assert (made.what, made.why) == ("Parking and buses", why)


def test_an_answer_leaves_nobody_with_the_item() -> None:
    done = decided(replace(ITEM_OF_HERS, is_held=True), Decision(Fate.NOT_NOW, DAY, "In June."))
    assert (done.member, done.by, done.is_held, done.reason) == (None, "", False, "In June.")
    assert (waiting([done]), answered([done, ITEM_OF_HERS])) == ([], [done])


def test_those_that_wait_are_read_by_day_and_no_further() -> None:
    earlier = replace(ITEM_OF_HERS, id="z", on=DAY - timedelta(days=1))
    assert waiting([ITEM_OF_HERS, replace(ITEM_OF_HERS, id="a"), earlier])[0] == earlier


@pytest.mark.parametrize("typed", ["", " ", "0", "241", "-1", "1.5", "١٠", "²", "ten", "10000", "1" * 4_000])
def test_what_is_no_number_of_minutes_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_minutes(typed)


def test_minutes_are_read_as_people_type_them() -> None:
    assert [read_minutes(typed) for typed in ("1", " 45 ", "240", "010")] == [1, 45, 240, 10]


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        (Quarter(2026, 2), date(2026, 3, 18)),
        (Quarter(2026, 4), date(2026, 9, 17)),
        # 18 December 2027 is a Saturday.
        (Quarter(2028, 1), date(2027, 12, 20)),
    ],
)
def test_it_is_asked_two_weeks_before_a_quarter_on_a_working_day(quarter: Quarter, day: date) -> None:
    moment = prompt_at(quarter, LONDON, ENGLAND).astimezone(LONDON)
    assert (moment.date(), moment.hour) == (day, 9)
    holiday = prompt_at(quarter, LONDON, lambda each: each == day or ENGLAND(each))
    assert holiday.astimezone(LONDON).date() > day


@given(moments, st.sampled_from(ZONES))
def test_each_quarter_is_asked_about_once_and_in_time(now: datetime, zone: ZoneInfo) -> None:
    when = prompt_after(now, zone, ENGLAND)
    assert when > now
    quarter, begins = asked_about(when, zone)
    assert timedelta(days=7) < begins - when <= timedelta(days=15)
    after, _ = asked_about(prompt_after(when, zone, ENGLAND), zone)
    assert after == quarter.moved(1)
