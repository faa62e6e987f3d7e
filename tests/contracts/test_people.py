"""People: joining, leaving, and being found to have left the server, on every kind of database."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.community.rules import RoleGroup, Side
from bot.core.database import Database
from bot.core.deliveries import Post
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.people.rules import About, Member
from bot.people.rules.inviting import Invitation
from bot.people.service import People
from tests.contracts.town import (
    AMA,
    BEN,
    CAT,
    CLINICAL,
    ELSEWHERE,
    FACILITATORS,
    HERE,
    LAY,
    Town,
    ids,
    pressable,
)
from tests.support import FakeClock

THE_DAY = date(2026, 5, 14)
OFFERED = (["people-offer"], ["people:confirm", "people:notnow"])
JOINED = (["people-joined", "people-agreed"], ["people:me", "people:leave"])
LEFT: tuple[list[str], list[str]] = (["people-left"], [])


@pytest.fixture
async def town(database: Database, clock: FakeClock) -> Town:
    town = Town(database, clock)
    await town.is_built()
    return town


def said(notice: Notice) -> tuple[list[str], list[str]]:
    """What a notice says, and what can be pressed on it."""
    return ids(notice), pressable(notice)


def on_day(notice: Notice) -> int:
    """The day in May on which somebody joined."""
    (line,) = [part for part in notice.parts if isinstance(part, Line) and part.id == "people-joined"]
    return int(str(line.values["day"]))


# Joining and leaving


async def test_nobody_has_joined_who_has_not_pressed_join(town: Town) -> None:
    assert said(await town.joining.joining(HERE, AMA, frozenset({LAY}))) == OFFERED
    assert said(town.joining.not_now()) == (["people-not-now"], [])
    assert not await town.people.joined(HERE, AMA)
    assert await town.people.members(HERE) == []
    assert await town.rows() == 0


async def test_whoever_joins_is_kept_with_the_day_and_her_roles(town: Town) -> None:
    notice = await town.joins(AMA, LAY, CLINICAL)
    assert said(notice) == JOINED
    assert on_day(notice) == 14
    assert await town.people.joined(HERE, AMA)
    (member,) = await town.people.members(HERE)
    now = town.clock.now().replace(microsecond=0)
    assert member == Member(member.id, HERE, AMA, THE_DAY, frozenset({LAY, CLINICAL, HERE}), now)


async def test_the_id_of_a_member_says_nothing_about_her(town: Town) -> None:
    await town.joins(AMA)
    await town.joins(BEN)
    ids = {member.id for member in await town.people.members(HERE)}
    await town.joining.leave(HERE, AMA)
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
    assert after == replace(before, roles=frozenset({CLINICAL, HERE}), checked_at=now)


async def test_two_presses_at_once_are_one_row(town: Town) -> None:
    notices = await asyncio.gather(*(town.joins(AMA, LAY) for _ in range(5)))
    assert {tuple(ids(notice)) for notice in notices} == {tuple(JOINED[0])}
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
    assert await town.joining.joining(HERE, AMA, frozenset({CLINICAL})) == joined
    assert (await town.member()).roles == {CLINICAL}
    assert await town.joining.joining(HERE, AMA, frozenset({HERE})) == joined
    assert (await town.member()).roles == {HERE}


async def test_whoever_leaves_leaves_nothing(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(BEN, LAY)
    assert said(await town.joining.leave(HERE, AMA)) == LEFT
    assert not await town.people.joined(HERE, AMA)
    assert await town.here() == {BEN}
    assert await town.rows() == 1


async def test_leaving_twice_or_without_having_joined_is_no_fault(town: Town) -> None:
    assert said(await town.joining.leave(HERE, BEN)) == LEFT
    await town.joins(AMA)
    for _ in range(2):
        assert said(await town.joining.leave(HERE, AMA)) == LEFT
    assert said(await town.joining.joining(HERE, AMA, frozenset())) == OFFERED


async def test_whoever_joins_again_has_joined_on_the_later_day(town: Town) -> None:
    await town.joins(AMA)
    await town.joining.leave(HERE, AMA)
    town.clock.move(days=1)
    notice = await town.joins(AMA)
    assert on_day(notice) == 15


async def test_two_communities_do_not_mix(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(AMA, CLINICAL, community=ELSEWHERE)
    await town.joins(BEN, community=ELSEWHERE)
    assert await town.people.communities_of(AMA) == [HERE, ELSEWHERE]
    assert await town.people.communities_of(BEN) == [ELSEWHERE]
    assert await town.people.communities_of(CAT) == []
    assert not await town.people.joined(HERE, BEN)
    assert (await town.member()).roles == {LAY, HERE}
    assert (await town.member(community=ELSEWHERE)).roles == {CLINICAL, ELSEWHERE}
    await town.joining.leave(HERE, AMA)
    assert await town.people.communities_of(AMA) == [ELSEWHERE]
    assert await town.here() == set()


async def test_a_press_on_leave_asks_first_and_nothing_goes_yet(town: Town) -> None:
    await town.joins(AMA)
    assert pressable(town.joining.leave_first()) == ["people:leave-yes", "privacy:data", "people:me"]
    assert await town.here() == {AMA}


# What she says on joining


async def test_there_are_four_ways_to_be_lay_and_which_it_was_is_not_kept(town: Town) -> None:
    kept = set()
    for account, way in enumerate(("lay-patient", "lay-carer", "lay-user", "lay-public"), AMA):
        await town.joins(account, group=way)
        kept.add((await town.member(account)).about)
    assert kept == {About(groups=("lay",))}


async def test_to_say_nothing_is_a_choice_and_another_words_is_none(town: Town) -> None:
    await town.joins(AMA, group="none")
    assert (await town.member()).about == About()
    with pytest.raises(Refused, match="error-choice"):
        await town.joins(BEN, group="kings")
    assert not await town.people.joined(HERE, BEN)


async def with_role(town: Town) -> None:
    """The community has a Discord role for its clinicians."""
    groups = (RoleGroup("clinical", Side.PROFESSIONAL, role=CLINICAL),)
    await town.chooses(lambda chosen: replace(chosen, groups=groups))


async def test_the_role_of_her_group_is_given_to_her(town: Town) -> None:
    await with_role(town)
    notice = await town.joins(group="clinical")
    assert "people-role-seen" in ids(notice)
    await town.rings()
    assert town.servers.there[HERE, AMA] == {HERE, CLINICAL}
    assert (await town.member()).roles == {HERE, CLINICAL}
    await town.joins(BEN)
    await town.rings()
    assert town.servers.there[HERE, BEN] == {HERE}


async def test_a_role_that_may_not_be_given_is_told_to_facilitators_once(town: Town) -> None:
    await with_role(town)
    town.servers.forbidden.add(CLINICAL)
    for account in (AMA, BEN):
        await town.joins(account, group="clinical")
        await town.rings()
    (note,) = await town.waiting()
    assert note.place == Post(FACILITATORS)
    assert ids(note.notice) == ["people-role-refused"]
    assert await town.here() == {AMA, BEN}, "they have joined all the same"


async def test_a_role_is_given_later_if_discord_does_not_answer(town: Town) -> None:
    await with_role(town)
    town.servers.silent.add(AMA)
    await town.joins(group="clinical")
    await town.rings()
    town.servers.silent.clear()
    await town.passes(2)
    assert (await town.member()).roles == {HERE, CLINICAL}
    assert await town.waiting() == []


# Showing and forgetting


async def test_what_is_kept_of_somebody_is_shown_to_her_and_nothing_of_others(town: Town) -> None:
    await town.joins(AMA, LAY)
    await town.joins(BEN, CLINICAL)
    member = await town.member()
    exported = await town.people.export_for(HERE, member.id)
    assert {name: value for name, value in exported.items() if value} == {
        "id": member.id,
        "community": str(HERE),
        "account": str(AMA),
        "joined_on": "2026-05-14",
        "roles": [str(LAY), str(HERE)],
        "checked_at": "2026-05-14T13:00:05+00:00",
    }
    assert await town.people.export_for(ELSEWHERE, member.id) == {}


async def test_whoever_is_erased_is_erased_here_only_and_where_others_named_her(town: Town) -> None:
    for account, community in ((AMA, HERE), (AMA, ELSEWHERE), (BEN, HERE)):
        await town.joins(account, community=community)
    ama, ben = await town.member(), await town.member(BEN)
    await town.me.add_apart(HERE, BEN, [str(AMA), str(CAT)])
    invitation = Invitation(HERE, CAT, contact=ama.id, until=THE_DAY)
    async with town.database.write() as tx:
        await town.people.change(tx, HERE, ben.id, lambda each: replace(each, contact=ama.id))
        await town.invitations.put(tx, [invitation])
        await town.people.erase(tx, HERE, ama.id)
    assert await town.people.export_for(HERE, ama.id) == {}
    (left,) = await town.everybody()
    assert (left.id, left.contact, left.about.apart) == (ben.id, None, (str(CAT),))
    async with town.database.read() as tx:
        assert await town.invitations.of_community(tx, HERE) == [replace(invitation, contact="")]
    assert await town.people.joined(ELSEWHERE, AMA)
    async with town.database.write() as tx:
        await town.people.erase(tx, HERE, ama.id)


# What other features ask


async def test_others_find_change_and_name_members(town: Town) -> None:
    await town.joins(AMA)
    ama = await town.member()
    async with town.database.write() as tx:
        assert await town.people.member(tx, HERE, ama.id) == ama
        assert await town.people.member(tx, ELSEWHERE, ama.id) is None
        changed = await town.people.change(tx, HERE, ama.id, lambda each: replace(each, contact="b2"))
        with pytest.raises(Refused, match="error-no-such-member"):
            await town.people.change(tx, HERE, "nobody", lambda each: each)
    assert await town.member() == changed == replace(ama, contact="b2")
    assert await town.people.find(HERE, BEN) is None
    written = replace(ama, account=None, about=About(name="Edith *Moss*"))
    assert (People.names(ama), People.names(written)) == (f"<@{AMA}>", Words("Edith *Moss*"))


# Finding out who has left the server


async def test_whoever_has_left_is_marked_with_the_first_day_and_is_counted_no_more(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.goes()
    await town.passes()
    assert (await town.member()).left_on == THE_DAY + timedelta(days=1)
    assert await town.here() == set()
    await town.passes(5)
    assert (await town.member()).left_on == THE_DAY + timedelta(days=1)
    assert await town.rows() == 1


async def test_whoever_comes_back_is_counted_again(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.goes()
    await town.passes(20)
    town.servers.there[HERE, AMA] = frozenset({HERE})
    await town.passes()
    assert (await town.member()).left_on is None
    assert await town.here() == {AMA}
    town.goes()
    await town.passes()
    assert (await town.member()).left_on == THE_DAY + timedelta(days=22)


async def test_whoever_presses_has_come_back(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.goes()
    await town.passes()
    await town.joining.joining(HERE, AMA, frozenset({HERE}))
    assert (await town.member()).left_on is None


async def test_whoever_is_still_there_stays_as_she_was(town: Town) -> None:
    await town.joins(AMA, LAY)
    before = await town.member()
    await town.passes(3)
    assert await town.member() == replace(before, checked_at=town.clock.now().replace(microsecond=0))


async def test_roles_that_changed_are_found(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.servers.there[HERE, AMA] = frozenset({LAY, CLINICAL})
    await town.passes()
    assert (await town.member()).roles == {LAY, CLINICAL}


async def test_each_is_looked_up_after_a_day_and_no_two_within_ten_minutes(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
        town.goes(account)
    town.clock.move(hours=23, minutes=59, seconds=59)
    await town.rings()
    assert len(await town.here()) == 3
    town.clock.move(seconds=1)
    for left in (2, 1, 0):
        for _ in range(3):
            await town.rings()
        assert len(await town.here()) == left
        town.clock.move(minutes=9, seconds=59)
        await town.rings()
        assert len(await town.here()) == left
        town.clock.move(seconds=1)


async def test_in_a_week_discord_is_asked_once_a_day_about_each(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
        town.clock.move(hours=5)
    over = town.clock.now() + timedelta(days=7)
    while (due := await town.alarms.next_due()) is not None and due < over:
        town.clock.time = due
        await town.rings()
    assert Counter(town.servers.asked) == {AMA: 7, BEN: 7, CAT: 7}


async def test_a_clock_that_was_set_back_holds_up_nobody(town: Town) -> None:
    town.clock.move(days=365)
    await town.joins(AMA)
    town.clock.move(days=-365)
    await town.joins(BEN)
    await town.passes(2)
    assert BEN in town.servers.asked
    due = await town.alarms.next_due()
    assert due is not None
    assert due - town.clock.now() <= timedelta(days=1)


async def test_after_a_long_sleep_nothing_has_piled_up(town: Town) -> None:
    for account in (AMA, BEN, CAT):
        await town.joins(account)
        town.goes(account)
    town.clock.move(days=30)
    await town.rings()
    assert len(await town.here()) == 2


async def test_everybody_has_her_turn_whoever_waits_the_longest_first(town: Town) -> None:
    for account in (BEN, AMA, CAT):
        await town.joins(account)
        town.clock.move(seconds=1)
    await town.passes(7)
    for account in (AMA, BEN, CAT):
        town.goes(account)
    for left in ({BEN, CAT}, {BEN}, set()):
        await town.passes()
        assert await town.here() == left


async def test_when_discord_cannot_be_asked_nobody_is_taken_for_gone(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.clock.move(seconds=1)
    await town.joins(BEN)
    for account in (AMA, BEN):
        town.goes(account)
    town.servers.silent.add(AMA)
    await town.passes(2)
    assert await town.here() == {AMA}, "and she holds up nobody"
    town.servers.silent.clear()
    await town.passes(2)
    assert await town.here() == set()


async def test_nobody_is_brought_back_who_leaves_while_discord_is_asked(town: Town) -> None:
    await town.joins(AMA, LAY)
    town.servers.there[HERE, AMA] = frozenset({CLINICAL})
    town.servers.meanwhile = lambda: town.joining.leave(HERE, AMA)
    await town.passes()
    assert await town.rows() == 0


async def test_a_press_while_discord_is_asked_knows_better(town: Town) -> None:
    await town.joins(AMA, LAY)

    async def comes_back() -> None:
        town.clock.move(seconds=1)
        await town.joining.joining(HERE, AMA, frozenset({LAY, CLINICAL}))

    town.goes()
    town.servers.meanwhile = comes_back
    await town.passes()
    assert (await town.member()).roles == {LAY, CLINICAL}
    assert await town.here() == {AMA}


async def test_with_nobody_to_look_up_nothing_is_due(town: Town) -> None:
    assert await town.alarms.next_due() is None
    await town.joins(AMA)
    await town.joining.leave(HERE, AMA)
    await town.passes()
    assert await town.alarms.next_due() is None


async def test_it_goes_on_after_a_restart_and_a_crash_costs_a_turn(town: Town) -> None:
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
    assert due - town.clock.now() <= timedelta(days=1)
    await town.passes()
    assert await town.here() == set()
