"""Hands in a meeting: one message that says who is next, and nothing that outlives it; on every database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.community.rules import Community
from bot.core.database import Database
from bot.core.errors import NotNow, Refused
from bot.core.sealing import Seal
from bot.hands.rules import raised
from bot.hands.store import HandStore
from cogs._send import MOST_TEXT
from tests.contracts.floor import (
    AMA,
    BEN,
    CAT,
    FACILITATORS,
    HERE,
    LEADING,
    STRANGER,
    Floor,
    open_floor,
    words,
)
from tests.support import FakeClock

TITLE = "## Who would like to speak\n"
NEW_CHANNEL = 600_000_000_000_000_009


@pytest.fixture
async def floor(database: Database, seal: Seal, clock: FakeClock) -> Floor:
    return await open_floor(database, seal, clock)


async def test_the_first_hand_brings_the_message_and_each_reads_where_she_stands(floor: Floor) -> None:
    await floor.rings()
    assert floor.messages() == []
    assert "You are next." in await floor.raises(AMA)
    assert floor.read() == f"{TITLE}**Next:** <@{AMA}>\n**Then:** –"
    assert "There are others before you." in await floor.raises(CAT, BEN)
    assert floor.read() == f"{TITLE}**Next:** <@{AMA}>\n**Then:** <@{CAT}>, <@{BEN}>"
    assert "There are others before you." in await floor.raises(CAT)
    assert "Whoever chairs sees your name" in await floor.raises(AMA)


async def test_whoever_chairs_finds_the_order_below_her_own_hand(floor: Floor) -> None:
    plain = await floor.hands.put_up(HERE, AMA, ())
    theirs = await floor.hands.put_up(HERE, BEN, LEADING)
    assert [each.action for each in plain.buttons] == ["hands:down"]
    assert [each.action for each in theirs.buttons] == ["hands:down", "hands:order"]
    assert f"<@{AMA}>" in words(await floor.hands.show(HERE))


async def test_two_presses_of_next_at_once_call_one_person(floor: Floor) -> None:
    await floor.raises(AMA, BEN, CAT)
    next_ = floor.button("call")
    one, other = await asyncio.gather(floor.does(next_), floor.does(next_))
    assert sorted("Nobody was called" in words(each) for each in (one, other)) == [False, True]
    assert all(f"**Now:** <@{AMA}>" in words(each) for each in (one, other))
    assert floor.read() == f"{TITLE}**Now:** <@{AMA}>\n**Next:** <@{BEN}>\n**Then:** <@{CAT}>"


async def test_the_chair_may_choose_otherwise_and_take_it_back(floor: Floor) -> None:
    await floor.raises(AMA, BEN, CAT)
    chosen = await floor.does(floor.button("choose"))
    assert f"1. <@{AMA}>\n2. <@{BEN}>\n3. <@{CAT}>" in words(chosen)
    stale = floor.button("call")
    called = await floor.does(chosen.buttons[2])
    assert floor.read() == f"{TITLE}**Now:** <@{CAT}>\n**Next:** <@{AMA}>\n**Then:** <@{BEN}>"
    assert "Nobody was called" in words(await floor.does(stale))
    assert "in its old place" in words(await floor.does(called.buttons[0]))
    assert floor.read() == f"{TITLE}**Next:** <@{AMA}>\n**Then:** <@{BEN}>, <@{CAT}>"
    assert "Nobody was called" in words(await floor.does(called.buttons[0]))


async def test_when_nobody_waits_any_more_the_message_says_so(floor: Floor) -> None:
    await floor.raises(AMA)
    await floor.presses("call")
    assert floor.read() == f"{TITLE}**Now:** <@{AMA}>\nNo hand is up."
    assert "nobody is called now" in await floor.presses("call")
    assert floor.read() == f"{TITLE}No hand is up."
    await floor.raises(BEN, CAT)
    assert "Is this what you want?" in await floor.presses("clear")
    assert "<@" in floor.read()
    sure = (await floor.does(floor.button("clear"))).buttons[0]
    for _ in range(2):
        assert "All hands are down." in words(await floor.does(sure))
    assert floor.read() == f"{TITLE}No hand is up."


async def test_a_hand_goes_down_again_and_pressed_twice_stays_down(floor: Floor) -> None:
    await floor.raises(AMA, BEN)
    for _ in range(2):
        assert "Your hand is down." in words(await floor.hands.take_down(HERE, AMA))
    await floor.hands.take_down(HERE, STRANGER)
    await floor.rings()
    assert floor.read() == f"{TITLE}**Next:** <@{BEN}>\n**Then:** –"


async def test_outside_a_meeting_and_without_having_joined_she_reads_what_to_press(floor: Floor) -> None:
    joining = await floor.hands.put_up(HERE, STRANGER, ())
    assert [each.action for each in joining.buttons] == ["people:join"]
    await floor.ends()
    told = await floor.hands.put_up(HERE, AMA, ())
    assert "no meeting is on now" in words(told)
    assert [each.action for each in told.buttons] == ["questions:ask", "contacts:word"]
    await floor.rings()
    assert floor.messages() == []
    assert await floor.rows() == [0, 0, 0]


async def test_when_the_meeting_ends_nothing_is_kept_and_the_message_says_so(floor: Floor) -> None:
    await floor.raises(AMA, BEN)
    stale = floor.button("call")
    await floor.does(stale)
    await floor.ends()
    assert "The meeting is over." in floor.read()
    assert "<@" not in floor.read()
    assert floor.message().notice.buttons == ()
    assert await floor.rows() == [0, 0, 0]
    with pytest.raises(Refused, match="error-hands-over"):
        await floor.does(stale)
    # One that goes on after it was ended by mistake has a message of its own.
    await floor.begins()
    await floor.raises(CAT)
    assert f"**Next:** <@{CAT}>" in words(floor.messages()[1].notice)
    with pytest.raises(Refused, match="error-hands-over"):
        await floor.does(stale)
    await floor.passes_until(floor.clock.now() + timedelta(hours=7))
    assert "The meeting is over." in words(floor.messages()[1].notice)
    assert await floor.rows() == [0, 0, 0]


async def test_only_who_speaks_now_is_kept_and_not_who_spoke_before(floor: Floor) -> None:
    await floor.raises(AMA, BEN)
    await floor.presses("call")
    await floor.presses("call")
    assert await floor.rows() == [1, 1, 0]
    assert await floor.hands.export_for(HERE, "ama") == {}
    assert await floor.hands.export_for(HERE, "ben") == {"hand_was_called": True}


async def test_a_clock_that_is_set_back_changes_no_order(floor: Floor) -> None:
    await floor.raises(AMA)
    floor.clock.move(hours=-3)
    await floor.raises(BEN)
    floor.clock.move(hours=1)
    await floor.raises(CAT)
    await floor.passes_until(floor.clock.now() + timedelta(hours=3))
    assert floor.read() == f"{TITLE}**Next:** <@{AMA}>\n**Then:** <@{BEN}>, <@{CAT}>"


async def test_what_happens_while_the_message_is_on_its_way_is_on_it_once_it_is_there(floor: Floor) -> None:
    floor.discord.lose_answer = [NotNow("lost")]
    await floor.raises(AMA)
    floor.starts()
    await floor.raises(BEN)
    await floor.hands.take_down(HERE, AMA)
    await floor.passes_until(floor.clock.now() + timedelta(minutes=10))
    assert floor.read() == f"{TITLE}**Next:** <@{BEN}>\n**Then:** –"


async def test_a_meeting_that_ends_before_the_message_is_known_of_leaves_none(floor: Floor) -> None:
    floor.discord.lose_answer = [NotNow("lost")]
    await floor.raises(AMA)
    floor.starts()
    assert len(floor.messages()) == 1
    await floor.ends()
    await floor.passes_until(floor.clock.now() + timedelta(minutes=10))
    assert floor.messages() == []


async def test_a_bot_that_was_killed_goes_on_where_it_was(floor: Floor) -> None:
    await floor.raises(AMA, BEN)
    next_ = floor.button("call")
    # Killed after the press and before anything was sent.
    await floor.hands.call(HERE, next_.token)
    floor.starts()
    assert "Nobody was called" in words(await floor.does(next_))
    assert floor.read() == f"{TITLE}**Now:** <@{AMA}>\n**Next:** <@{BEN}>\n**Then:** –"
    assert len(floor.messages()) == 1


async def test_a_message_or_a_channel_that_was_deleted_is_made_good(floor: Floor) -> None:
    await floor.raises(AMA)
    floor.discord.messages.clear()
    await floor.raises(BEN)
    assert floor.read() == f"{TITLE}**Next:** <@{AMA}>\n**Then:** <@{BEN}>"
    floor.discord.messages.clear()
    floor.discord.gone.add(FACILITATORS)
    await floor.raises(CAT)
    async with floor.database.write() as tx:
        await floor.communities.save(tx, Community(HERE, 1, NEW_CHANNEL, 7))
    await floor.passes_until(floor.clock.now() + timedelta(minutes=10))
    assert f"**Then:** <@{BEN}>, <@{CAT}>" in words(floor.message(NEW_CHANNEL).notice)


async def test_who_has_left_or_is_erased_is_called_no_more(floor: Floor) -> None:
    await floor.raises(AMA, BEN, CAT)
    await floor.presses("call")
    assert await floor.hands.export_for(HERE, "ben") == {"hand_is_up": True}
    async with floor.database.write() as tx:
        await floor.hands.gone(tx, HERE, "ama")
        await floor.hands.erase(tx, HERE, "ben")
    await floor.rings()
    assert floor.read() == f"{TITLE}**Next:** <@{CAT}>\n**Then:** –"
    assert await floor.hands.export_for(HERE, "ben") == {}


async def test_of_300_hands_the_first_are_named_and_every_one_is_called_in_turn(floor: Floor) -> None:
    accounts = [190_000_000_000_001_000 + number for number in range(300)]
    ama = await floor.joins()
    async with floor.database.write() as tx:
        for number, account in enumerate(accounts):
            await floor.members.put(tx, replace(ama, id=f"m{number:03}", account=account))
    for account in accounts[:5]:
        await floor.hands.put_up(HERE, account, ())
    async with floor.database.write() as tx:
        order = await HandStore().get(tx, HERE)
        assert order is not None
        for number in range(5, 300):
            order = raised(order, f"m{number:03}")
        await HandStore().put(tx, order)
    await floor.rings()
    assert len(words(floor.message().notice)) < MOST_TEXT
    assert "and more" in floor.read()
    assert len((await floor.does(floor.button("choose"))).buttons) == 20
    for account in accounts[:22]:
        assert f"**Now:** <@{account}>" in await floor.presses("call")
    assert await floor.rows() == [1, 279, 0]
