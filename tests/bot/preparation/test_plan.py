"""When each card goes out: whoever joins when, and whatever facilitators composed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.preparation.rules import (
    CARDS,
    Card,
    Due,
    PathOf,
    Step,
    by_day,
    check_days,
    defaults,
    due_cards,
    morning,
    next_card,
    offered,
)

FIRST = date(2026, 5, 14)
LAY = defaults(1).steps(PathOf.LAY)
LONDON = "Europe/London"


def before(**span: int) -> date:
    """A day so long before the first meeting."""
    return FIRST - timedelta(**span)


def cards(planned: list[Due]) -> list[Card]:
    return [due.card for due in planned]


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
paths = st.lists(
    st.builds(Step, st.sampled_from(offered(PathOf.LAY)), st.integers(1, 60)),
    unique_by=lambda step: step.card,
)


def is_spaced(sent_on: list[date]) -> bool:
    """Whether no two went out within a week."""
    return all(later - day >= timedelta(days=7) for day, later in pairwise(sent_on))


@given(
    paths,
    days,
    days,
    st.sets(st.sampled_from(CARDS)),
    st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(-10, 20)),
)
def test_never_two_in_a_week_none_twice_none_too_late(
    steps: list[Step], first: date, today: date, gone: set[Card], spans: tuple[int | None, int | None]
) -> None:
    last, hold = (None if each is None else timedelta(days=each) for each in spans)
    sent_on = [] if last is None else [today - last]
    planned = due_cards(
        steps,
        gone,
        first,
        today,
        last=sent_on[0] if sent_on else None,
        hold=None if hold is None else today + hold,
    )
    assert is_spaced(sent_on + [due.day for due in planned])
    assert len(set(cards(planned))) == len(planned)
    assert not set(cards(planned)) & gone
    for due in planned:
        assert due.day >= today
        assert (due.day > first) if due.card is Card.TALK else (due.day < first)


def test_two_in_a_week_are_found() -> None:
    """The planted fault."""
    assert not is_spaced([FIRST, FIRST + timedelta(days=6)])


@given(paths, days, days)
def test_they_come_in_the_order_of_the_path(steps: list[Step], first: date, today: date) -> None:
    by_card = {step.card: step.days for step in steps}
    planned = [card for card in cards(due_cards(steps, [], first, today)) if card is not Card.TALK]
    assert [by_card[card] for card in planned] == sorted((by_card[card] for card in planned), reverse=True)


@given(paths, days, st.integers(1, 200))
def test_of_what_does_not_fit_the_least_essential_is_left_out(
    steps: list[Step], first: date, ahead: int
) -> None:
    planned = due_cards(steps, [], first, first - timedelta(days=ahead))
    wanted = [step.card for step in steps if step.card is not Card.TALK]
    if wanted:
        assert min(wanted, key=CARDS.index) in cards(planned)


def test_whoever_joins_in_good_time_gets_each_on_its_own_day() -> None:
    planned = due_cards(LAY, [], FIRST, before(days=80))
    assert planned == [
        Due(Card.PURPOSE, before(days=49)),
        Due(Card.PART, before(days=42)),
        Due(Card.PAYMENT, before(days=35)),
        Due(Card.PEOPLE, before(days=28)),
        Due(Card.WORDS, before(days=21)),
        Due(Card.MEETING, before(days=14)),
        Due(Card.PRACTICE, before(days=7)),
        Due(Card.TALK, FIRST + timedelta(days=2)),
    ]


def test_whoever_joins_five_weeks_before_gets_the_essential_five() -> None:
    planned = due_cards(LAY, [], FIRST, before(weeks=5))
    assert cards(planned) == [Card.PURPOSE, Card.PART, Card.PAYMENT, Card.MEETING, Card.PRACTICE, Card.TALK]
    assert planned[0].day == before(weeks=5)


@pytest.mark.parametrize("ahead", [3, 1])
def test_whoever_joins_days_before_gets_what_matters_most_on_the_eve_and_the_talk(ahead: int) -> None:
    today = before(days=ahead)
    planned = due_cards(LAY, [], FIRST, today, hold=today + timedelta(days=7))
    assert planned == [Due(Card.PURPOSE, before(days=1)), Due(Card.TALK, FIRST + timedelta(days=6))]


@pytest.mark.parametrize(("after", "planned"), [(0, [Card.TALK]), (1, [Card.TALK]), (31, [])])
def test_after_the_meeting_there_is_only_the_talk_and_not_for_ever(after: int, planned: list[Card]) -> None:
    assert cards(due_cards(LAY, [], FIRST, FIRST + timedelta(days=after))) == planned


def test_without_a_meeting_nothing_is_planned() -> None:
    assert due_cards(LAY, [], None, FIRST) == []
    assert next_card([], LONDON) is None


def test_the_call_holds_the_cards_back_for_so_long_and_no_longer() -> None:
    today = before(days=80)
    late = due_cards(LAY, [], FIRST, before(days=49), hold=before(days=42))
    assert late[0] == Due(Card.PURPOSE, before(days=42))
    assert due_cards(LAY, [], FIRST, today, hold=today + timedelta(days=7))[0].day == before(days=49)


@given(days)
def test_the_morning_is_nine_by_the_clock_of_each_zone_in_summer_and_in_winter(day: date) -> None:
    for zone in (LONDON, "America/New_York", "Asia/Kolkata"):
        local = morning(day, zone).astimezone(ZoneInfo(zone))
        assert (local.date(), local.hour, local.minute) == (day, 9, 0)
    moments = [morning(day + timedelta(days=more), LONDON) for more in range(3)]
    assert moments == sorted(moments)


@pytest.mark.parametrize(
    ("moment", "waits_until"),
    [
        (datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 7, 1, 12, tzinfo=UTC)),
        (datetime(2026, 7, 1, 2, tzinfo=UTC), datetime(2026, 7, 1, 8, tzinfo=UTC)),
        (datetime(2026, 7, 1, 19, tzinfo=UTC), datetime(2026, 7, 2, 8, tzinfo=UTC)),
        (datetime(2026, 12, 31, 19, 59, tzinfo=UTC), datetime(2026, 12, 31, 19, 59, tzinfo=UTC)),
    ],
)
def test_what_is_waited_for_comes_by_day(moment: datetime, waits_until: datetime) -> None:
    assert by_day(moment, LONDON) == waits_until


@pytest.mark.parametrize("typed", ["0", "-1", "181", "two", "", "1.5", "٣"])
def test_days_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        check_days(Card.PURPOSE, typed)
    assert refused.value.line.id == "error-preparation-days"
    assert check_days(Card.PURPOSE, " 180 ") == 180
    with pytest.raises(Refused):
        check_days(Card.TALK, "15")
