"""Nothing unasked where none may be, and everything that was due where it may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.community.rules import Nation
from bot.community.service import Communities
from bot.core.database import Tx
from bot.nudges.rules import Budget, bank_holidays
from bot.nudges.service import Nudges
from bot.people.rules import Hours
from bot.people.service import People
from tests.year.cast import BEGINS, HERE, IN_THE_OUTAGE, KINDS, PAUSED
from tests.year.sources import FULL_MONTHS
from tests.year.world import Came, Year, a_year

DAY = timedelta(days=1)
DEFAULT = Hours((0, 1, 2, 3, 4), time(9), time(18))
IN_ENGLAND = bank_holidays(Nation.ENGLAND)


def outside_hours(year: Year) -> list[str]:
    """What came unasked by night, at a week-end, on a holiday: by the clock on each one's own wall."""
    return [f"{each.due.key} at {each.at}" for each in waiting_for_an_hour(year) if not _is_open(each)]


def waiting_for_an_hour(year: Year) -> list[Came]:
    return [each for each in year.came() if not each.due.budget.at_once]


def _is_open(came: Came) -> bool:
    local = came.at.astimezone(ZoneInfo(came.who.zone))
    hours = came.who.hours or DEFAULT
    is_right_day = local.weekday() in hours.days and not IN_ENGLAND(local.date())
    return is_right_day and hours.begin <= local.time() < hours.end


def above_the_caps(year: Year) -> list[str]:
    """Who got more than one in a calendar week, or more than three in a month that count."""
    weeks: Counter[tuple[str, str, date]] = Counter()
    months: Counter[tuple[str, str]] = Counter()
    for each in waiting_for_an_hour(year):
        day = each.at.astimezone(ZoneInfo(each.who.zone)).date()
        weeks[each.who.id, each.due.budget.value, day - timedelta(days=day.weekday())] += 1
        if each.due.budget is Budget.COUNTED:
            months[each.who.id, f"{day:%Y-%m}"] += 1
    return [f"{what} {n}" for what, n in weeks.items() if n > 1] + [
        f"{what} {n}" for what, n in months.items() if n > 3
    ]


def faults(year: Year) -> list[str]:
    """All that must never be, in any year."""
    twice = [due.key for due, n in Counter(each.due for each in year.came()).items() if n > 1]
    return [*year.unasked_where_none_may_be(), *outside_hours(year), *above_the_caps(year), *twice]


def still_due(year: Year) -> list[str]:
    """What was due, had to come, and did not; what waits at the end of the year has time until it is over."""
    came = {(each.who.id, each.due.key) for each in year.came()}
    must = [each for each in year.due if not each.kind.startswith("may") and not year.was_withdrawn(each)]
    return [
        each.key
        for each in must
        if (each.member, each.key) not in came and (each.until or each.not_before + DAY) < year.end
    ]


async def test_a_year_with_all_its_troubles(tmp_path: Path) -> None:
    async with a_year(tmp_path, troubled=True) as year:
        await year.live()
        assert faults(year) == []
        came = Counter(each.who.kind for each in year.came())
        assert {"never", "closed", "without Discord"} & set(came) == set()
        assert set(KINDS) - set(came) == {"never", "closed", "without Discord"}
        assert asked_that_came(year, "member00") >= asked_for(year, "member00"), "also while all was paused"
        for_good = [each for each in year.came() if each.who.kind == "for good in the outage"]
        assert {each.due.budget for each in for_good if each.at > IN_THE_OUTAGE} == {Budget.ASKED}
        assert_nothing_piled_up(year)
        assert_cards_go_on_after_the_pause(year)
        own = {"reminder", "cancelled", "asked"}
        assert {kind for _, kind in year.errands} == {*own, "offer", "papers", "message", "absent"}
        assert await kept_for_the_inbox(year) > 0


def asked_that_came(year: Year, member: str) -> set[str]:
    return {e.due.key for e in year.came() if (e.who.id, e.due.budget) == (member, Budget.ASKED)}


def asked_for(year: Year, member: str) -> set[str]:
    hers = (each for each in year.due if (each.member, each.budget) == (member, Budget.ASKED))
    return {each.key for each in hers if not year.was_withdrawn(each)}


def assert_cards_go_on_after_the_pause(year: Year) -> None:
    """Whoever came late has a card that fell due on the day of the pause, and was kept from going by it."""
    for who in year.of_kind("late"):
        cards = [each.due.key for each in year.came() if each.who == who and each.due.budget is Budget.PATH]
        assert len(cards) == len(set(cards)) > 0
    decided: Counter[tuple[str, str]] = Counter(
        (each.member, each.key) for each in year.due if each.budget is Budget.PATH
    )
    again = [key for key, times in decided.items() if times > 1]
    came = {(each.who.id, each.due.key) for each in year.came()}
    assert came.intersection(again), "planned once more, and then it came"


def features_that_sent(year: Year) -> set[str]:
    """By the kind of what came."""
    return {each.due.kind for each in year.came()}


def assert_nothing_piled_up(year: Year) -> None:
    """In the week after the pause nobody gets what fell due in it."""
    fell_in = [each for each in year.came() if PAUSED[0] <= each.due.not_before < PAUSED[1]]
    assert {each.due.budget for each in fell_in} == {Budget.ASKED}
    after = [each for each in year.came() if PAUSED[1] <= each.at and each.due.budget is not Budget.ASKED]
    assert after, "and then it goes on"


async def kept_for_the_inbox(year: Year) -> int:
    """How many messages wait under `/inbox` for those whose direct messages are closed."""
    closed = [who for who in year.people if who.kind == "closed"]
    kept = [(await year.features.nudges.export_for(HERE, who.id))["could_not_reach_me"] for who in closed]
    return sum(len(each) for each in kept if isinstance(each, list))


async def test_the_same_year_without_these_sends_every_message_that_was_due(tmp_path: Path) -> None:
    async with a_year(tmp_path, troubled=False) as year:
        await year.live()
        assert faults(year) == []
        assert still_due(year) == []
        assert len(year.came()) > 400
        months = {each.at.month for each in year.came()}
        assert months == set(range(1, 13))
        assert {1, 12} <= months
        assert set(FULL_MONTHS) <= months
        assert year.errands == []
        assert features_that_sent(year) > {"preparation", "offer", "contacts.word", "reminder", "absent"}
        budgets = {each.due.budget for each in year.came() if each.due.kind == "preparation"}
        assert budgets == {Budget.ASKED, Budget.COUNTED, Budget.PATH}


# Planted faults: each rule switched off is caught.

Fault = Callable[[pytest.MonkeyPatch], None]


def any_hour(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("bot.nudges.rules.timing._is_open", lambda *_: True)


def no_holidays(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("bot.nudges.rules.deciding.bank_holidays", lambda *_: lambda _: False)


def no_caps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("bot.nudges.rules.timing._has_room", lambda *_: True)


def no_pause_of_hers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("bot.nudges.rules.deciding.is_paused", lambda *_: False)


def no_pause_of_all(patch: pytest.MonkeyPatch) -> None:
    settings_in = Communities.settings_in

    async def without(self: Communities, tx: Tx, community: int) -> object:
        return replace(await settings_in(self, tx, community), pause=None)

    patch.setattr(Communities, "settings_in", without)


def nobody_leaves(patch: pytest.MonkeyPatch) -> None:
    member = People.member

    async def there(self: People, tx: Tx, community: int, id_: str) -> object:
        found = await member(self, tx, community, id_)
        return found and replace(found, left_on=None)

    patch.setattr(People, "member", there)


def never_looked_at_again(patch: pytest.MonkeyPatch) -> None:
    async def at_once(self: Nudges, tx: Tx, delivery: object, now: datetime) -> datetime:
        return now

    patch.setattr(Nudges, "when", at_once)


AUTUMN, CHRISTMAS, SPRING = BEGINS, datetime(2026, 12, 20, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fault", "first", "days"),
    [
        (any_hour, AUTUMN, 3),
        (no_holidays, datetime(2026, 12, 24, tzinfo=UTC), 5),
        (no_caps, AUTUMN, 12),
        (no_pause_of_hers, AUTUMN, 60),
        (no_pause_of_all, SPRING, 20),
        (nobody_leaves, AUTUMN, 20),
        (never_looked_at_again, datetime(2026, 9, 8, tzinfo=UTC), 3),
    ],
)
async def test_each_rule_that_is_switched_off_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, first: datetime, days: int
) -> None:
    async with a_year(tmp_path, troubled=True) as year:
        fault(monkeypatch)
        await year.live(first, days, enough=lambda: faults(year) != [])
        assert faults(year) != []


async def test_what_is_lost_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: what has to wait is let go instead."""

    async def lets_go(self: Nudges, *_: object) -> None:
        pass

    look: Callable[..., Awaitable[None]] = lets_go
    monkeypatch.setattr(Nudges, "_look", look)
    async with a_year(tmp_path, troubled=False) as year:
        await year.live(days=20)
        assert still_due(year) != []


async def test_a_card_that_is_lost_for_good_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: nobody is told of what a pause kept from going."""

    async def tells_nobody(self: Nudges, *_: object) -> None:
        pass

    monkeypatch.setattr(Nudges, "_lost", tells_nobody)
    async with a_year(tmp_path, troubled=True) as year:
        await year.live(SPRING, days=55)
        with pytest.raises(AssertionError):
            assert_cards_go_on_after_the_pause(year)
