"""People: joining, leaving, and being found to have left the server, on every kind of database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import MetaData, select
from sqlalchemy.exc import IntegrityError

from bot import migrations
from bot.core.alarms import Alarms, alarm_table
from bot.core.database import Database
from bot.core.errors import NotNow
from bot.core.notices import Line, Notice
from bot.people.rules import CHECK_EVERY, Member
from bot.people.service import OnGone, People
from bot.people.store import PeopleStore, member_table
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMA, BEN, CAT = 190_000_000_000_000_042, 190_000_000_000_000_043, 190_000_000_000_000_044
LAY, CLINICAL = 700_000_000_000_000_001, 2**63 - 1
THE_DAY = date(2026, 5, 14)

OFFERED = ("people-offer", ["people:confirm", "people:notnow"])
JOINED = ("people-joined", ["people:leave"])
LEFT: tuple[str, list[str]] = ("people-left", [])


@dataclass
class FakeServers:
    """A Directory. Whoever is not in `there` has left; nobody can be asked about who is in `silent`."""

    there: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)
    #: Done, once, while the question is on its way.
    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        if account in self.silent:
            raise NotNow("status 503")
        return self.there.get((community, account))


class Town:
    """People who join, built as `bot.app` builds it, with the servers that they are in."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.store = PeopleStore()
        self.servers = FakeServers()
        self.told: list[tuple[int, int]] = []
        self.starts()

    def starts(self, *on_gone: OnGone) -> None:
        """The bot starts, for the first time or again."""
        # An account can press, and a time be read, in the middle of a second.
        self.clock.time = self.clock.time.replace(microsecond=654_321)
        self.alarms = Alarms(self.database, alarm_table(MetaData()), self.clock)
        self.people = People(database=self.database, store=self.store, alarms=self.alarms, clock=self.clock)
        self.alarms.answer(self.people.works(self.servers, self.is_told, *on_gone))

    async def is_told(self, community: int, account: int) -> None:
        """Another feature hears who has gone."""
        self.told.append((community, account))

    async def joins(self, account: int = AMA, *roles: int, community: int = HERE) -> Notice:
        """Somebody in the server presses [Join]."""
        self.servers.there[community, account] = frozenset(roles)
        return await self.people.join(community, account, frozenset(roles))

    def goes(self, account: int = AMA, community: int = HERE) -> None:
        """Somebody leaves the server."""
        del self.servers.there[community, account]

    async def passes(self, times: int = 1) -> None:
        """One member is looked up, or so many."""
        for _ in range(times):
            self.clock.time += CHECK_EVERY
            # To ask Discord inside a transaction would hold up everybody; here, for ever.
            async with asyncio.timeout(10):
                await self.alarms.ring()

    async def roles(self, account: int = AMA, community: int = HERE) -> frozenset[int] | None:
        """What is known of somebody's roles; None of somebody who is not kept."""
        found = {member.account: member.roles for member in await self.people.members(community)}
        return found.get(account)

    async def here(self) -> set[int]:
        """Who has joined."""
        return {member.account for member in await self.people.members(HERE)}

    async def rows(self) -> int:
        async with self.database.read() as tx:
            return len((await tx.execute(select(member_table))).all())


@pytest.fixture
async def town(database: Database, clock: FakeClock) -> Town:
    await migrations.upgrade(database, "everyday")
    return Town(database, clock)


def said(notice: Notice) -> tuple[str, list[str]]:
    """What a notice says, and what can be pressed on it."""
    (line,) = notice.parts
    assert isinstance(line, Line)
    return line.id, [button.action for button in notice.buttons]


# Joining and leaving


async def test_nobody_has_joined_who_has_not_pressed_join(town: Town) -> None:
    assert said(await town.people.joining(HERE, AMA, frozenset({LAY}))) == OFFERED
    assert said(town.people.not_now()) == ("people-not-now", [])
    assert not await town.people.joined(HERE, AMA)
    assert await town.people.members(HERE) == []
    assert await town.rows() == 0


async def test_whoever_joins_is_kept_with_the_day_and_her_roles(town: Town) -> None:
    notice = await town.joins(AMA, LAY, CLINICAL)
    assert said(notice) == JOINED
    assert notice.parts == (Line("people-joined", {"day": 14, "month": 5, "year": 2026}),)
    assert await town.people.joined(HERE, AMA)
    (member,) = await town.people.members(HERE)
    now = town.clock.now().replace(microsecond=0)
    assert member == Member(member.id, HERE, AMA, THE_DAY, frozenset({LAY, CLINICAL}), now)


async def test_the_id_of_a_member_says_nothing_about_her(town: Town) -> None:
    await town.joins(AMA)
    await town.joins(BEN)
    ids = {member.id for member in await town.people.members(HERE)}
    await town.people.leave(HERE, AMA)
    await town.joins(AMA)
    again = {member.id for member in await town.people.members(HERE)}
    assert len(ids | again) == 3


async def test_joining_twice_is_joining_once_and_on_the_first_day(town: Town) -> None:
    first = await town.joins(AMA, LAY)
    (before,) = await town.people.members(HERE)
    town.clock.move(days=3)
    assert await town.joins(AMA, CLINICAL) == first
    (after,) = await town.people.members(HERE)
    now = town.clock.now().replace(microsecond=0)
    assert after == replace(before, roles=frozenset({CLINICAL}), checked_at=now)


async def test_two_presses_at_once_are_one_row(town: Town) -> None:
    notices = await asyncio.gather(*(town.joins(AMA, LAY) for _ in range(5)))
    assert {said(notice)[0] for notice in notices} == {"people-joined"}
    assert await town.rows() == 1


async def test_the_table_itself_takes_nobody_twice(town: Town) -> None:
    await town.joins(AMA)
    (member,) = await town.people.members(HERE)
    with pytest.raises(IntegrityError):
        async with town.database.write() as tx:
            await town.store.put(tx, replace(member, id="another"))


async def test_whoever_has_joined_sees_since_when_and_her_roles_are_new(town: Town) -> None:
    joined = await town.joins(AMA, LAY)
    town.clock.move(days=40)
    assert await town.people.joining(HERE, AMA, frozenset({CLINICAL})) == joined
    assert await town.roles() == {CLINICAL}
    assert await town.people.joining(HERE, AMA, frozenset()) == joined
    assert await town.roles() == frozenset()


async def test_whoever_leaves_leaves_nothing(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(BEN, LAY)
    assert said(await town.people.leave(HERE, AMA)) == LEFT
    assert not await town.people.joined(HERE, AMA)
    assert await town.people.export_for(HERE, AMA) == {}
    assert await town.here() == {BEN}
    assert await town.rows() == 1


async def test_leaving_twice_or_without_having_joined_is_no_fault(town: Town) -> None:
    assert said(await town.people.leave(HERE, BEN)) == LEFT
    await town.joins(AMA)
    for _ in range(2):
        assert said(await town.people.leave(HERE, AMA)) == LEFT
    assert said(await town.people.joining(HERE, AMA, frozenset())) == OFFERED


async def test_whoever_joins_again_has_joined_on_the_later_day(town: Town) -> None:
    await town.joins(AMA)
    await town.people.leave(HERE, AMA)
    town.clock.move(days=1)
    notice = await town.joins(AMA)
    assert notice.parts == (Line("people-joined", {"day": 15, "month": 5, "year": 2026}),)


async def test_two_communities_do_not_mix(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(AMA, CLINICAL, community=ELSEWHERE)
    await town.joins(BEN, community=ELSEWHERE)
    assert await town.people.communities_of(AMA) == [HERE, ELSEWHERE]
    assert await town.people.communities_of(BEN) == [ELSEWHERE]
    assert await town.people.communities_of(CAT) == []
    assert not await town.people.joined(HERE, BEN)
    assert (await town.roles(AMA), await town.roles(AMA, ELSEWHERE)) == ({LAY}, {CLINICAL})
    await town.people.leave(HERE, AMA)
    assert await town.people.communities_of(AMA) == [ELSEWHERE]
    assert await town.here() == set()


# Showing and forgetting


async def test_what_is_kept_of_somebody_is_shown_to_her_and_nothing_of_others(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(BEN, CLINICAL)
    (member,) = [each for each in await town.people.members(HERE) if each.account == AMA]
    assert await town.people.export_for(HERE, AMA) == {
        "id": member.id,
        "community": str(HERE),
        "account": str(AMA),
        "joined_on": "2026-05-14",
        "roles": [str(LAY)],
        "checked_at": "2026-05-14T13:00:05+00:00",
    }
    assert await town.people.export_for(ELSEWHERE, AMA) == {}


async def test_whoever_is_erased_is_erased_here_only(town: Town) -> None:
    for account, community in ((AMA, HERE), (AMA, ELSEWHERE), (BEN, HERE)):
        await town.joins(account, community=community)
    await town.people.erase(HERE, AMA)
    assert await town.people.export_for(HERE, AMA) == {}
    assert await town.here() == {BEN}
    assert await town.people.joined(ELSEWHERE, AMA)


# Finding out who has left the server


async def test_whoever_has_left_the_server_is_erased_and_others_are_told(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.goes()
    await town.passes()
    assert await town.rows() == 0
    assert town.told == [(HERE, AMA)]


async def test_whoever_is_still_there_stays_as_she_was(town: Town) -> None:
    await town.joins(AMA, LAY)
    (before,) = await town.people.members(HERE)
    await town.passes(3)
    (after,) = await town.people.members(HERE)
    now = town.clock.now().replace(microsecond=0)
    assert after == replace(before, checked_at=now)
    assert town.told == []


async def test_roles_that_changed_are_found(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.servers.there[HERE, AMA] = frozenset({LAY, CLINICAL})
    await town.passes()
    assert await town.roles() == {LAY, CLINICAL}
    town.servers.there[HERE, AMA] = frozenset()
    await town.passes()
    assert await town.roles() == frozenset()


async def test_one_is_looked_up_every_ten_minutes_and_no_more(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
        town.goes(account)
    town.clock.move(minutes=9, seconds=59)
    await town.alarms.ring()
    assert len(await town.here()) == 3
    town.clock.move(seconds=1)
    for left in (2, 1, 0):
        for _ in range(3):
            await town.alarms.ring()
        assert len(await town.here()) == left
        town.clock.move(minutes=10)


async def test_after_a_long_sleep_nothing_has_piled_up(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
        town.goes(account)
    town.clock.move(days=30)
    await town.alarms.ring()
    assert len(await town.here()) == 2


async def test_many_who_join_do_not_make_it_faster_or_later(town: Town) -> None:
    for number in range(30):
        await town.joins(AMA + number)
        town.goes(AMA + number)
        town.clock.move(minutes=1)
        await town.alarms.ring()
    assert await town.rows() == 30 - 3


async def test_whoever_waits_the_longest_comes_first_in_whichever_community(town: Town) -> None:
    order = ((BEN, HERE), (AMA, ELSEWHERE), (CAT, HERE))
    for account, community in order:
        await town.joins(account, community=community)
        town.clock.move(seconds=1)
        town.goes(account, community)
    await town.passes(3)
    assert town.told == [(community, account) for account, community in order]


async def test_everybody_has_her_turn_again_and_again(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
    await town.passes(7)
    for account in (AMA, BEN, CAT):
        town.goes(account)
    await town.passes(3)
    assert await town.here() == set()


async def test_whoever_pressed_just_now_need_not_be_looked_up_yet(town: Town) -> None:
    await town.joins(AMA)
    town.clock.move(seconds=1)
    await town.joins(BEN)
    town.clock.move(seconds=1)
    await town.people.joining(HERE, AMA, frozenset())
    for account in (AMA, BEN):
        town.goes(account)
    await town.passes()
    assert await town.here() == {AMA}


async def test_when_discord_cannot_be_asked_nobody_is_taken_for_gone(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.goes()
    town.servers.silent.add(AMA)
    await town.passes(3)
    assert await town.roles() == {LAY}
    assert town.told == []
    town.servers.silent.clear()
    await town.passes()
    assert await town.here() == set()
    assert town.told == [(HERE, AMA)]


async def test_one_about_whom_discord_never_answers_holds_up_nobody(town: Town) -> None:
    await town.joins(AMA)
    town.clock.move(seconds=1)
    await town.joins(BEN)
    town.goes(BEN)
    town.servers.silent.add(AMA)
    await town.passes(2)
    assert await town.here() == {AMA}


async def test_nobody_is_brought_back_who_leaves_while_discord_is_asked(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.servers.there[HERE, AMA] = frozenset({CLINICAL})
    town.servers.meanwhile = lambda: town.people.leave(HERE, AMA)
    await town.passes()
    assert await town.rows() == 0


async def test_a_press_while_discord_is_asked_knows_better(town: Town) -> None:
    await town.joins(AMA, LAY)

    async def comes_back() -> None:
        town.clock.move(seconds=1)
        await town.people.joining(HERE, AMA, frozenset({LAY, CLINICAL}))

    town.goes()
    town.servers.meanwhile = comes_back
    await town.passes()
    assert await town.roles() == {LAY, CLINICAL}


async def test_what_others_could_not_erase_is_told_them_again(town: Town) -> None:
    trouble = [ZeroDivisionError()]

    async def fails_once(community: int, account: int) -> None:
        if trouble:
            raise trouble.pop()

    town.starts(fails_once)
    await town.joins(AMA)
    town.goes()
    await town.passes()
    assert await town.here() == {AMA}
    await town.passes()
    assert await town.here() == set()
    assert town.told == [(HERE, AMA)] * 2


async def test_with_nobody_to_look_up_nothing_is_due(town: Town) -> None:
    assert await town.alarms.next_due() is None
    await town.joins(AMA)
    await town.people.leave(HERE, AMA)
    await town.passes()
    assert await town.alarms.next_due() is None
    await town.joins(BEN)
    town.goes(BEN)
    await town.passes()
    assert await town.here() == set()


async def test_it_goes_on_after_a_restart(town: Town) -> None:
    await town.joins(AMA)
    town.goes()
    town.clock.move(minutes=6)
    town.starts()
    assert await town.here() == {AMA}
    town.clock.move(minutes=4)
    await town.alarms.ring()
    assert await town.here() == set()


async def test_a_crash_while_discord_is_asked_only_costs_a_turn(town: Town) -> None:
    await town.joins(AMA)
    town.goes()

    async def crashes() -> None:
        raise asyncio.CancelledError

    town.servers.meanwhile = crashes
    with pytest.raises(asyncio.CancelledError):
        await town.passes()
    town.starts()
    assert await town.here() == {AMA}
    due = await town.alarms.next_due()
    assert due is not None
    assert due - town.clock.now() <= timedelta(minutes=10)
    await town.passes()
    assert await town.here() == set()
