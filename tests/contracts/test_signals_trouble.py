"""Signals when something goes wrong: a message that does not arrive, a start, a kill at every step."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot.core.database import Tx
from bot.core.deliveries import Delivery
from bot.core.errors import NotAllowed, NotNow
from tests.contracts.group import AMA, FACILITATORS, HERE, NEW_CHANNEL, QUESTIONS, Group
from tests.contracts.signalling import PEOPLE, SEVERAL, SOMEONE, Meeting


@pytest.fixture
async def meeting(group: Group) -> Meeting:
    """A meeting is on in one of two communities."""
    return Meeting(group)


async def test_a_post_whose_answer_was_lost_is_there_once(meeting: Meeting) -> None:
    meeting.group.discord.lose_answer.append(NotNow("connection"))
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.passes(60)
    assert meeting.up() == [SOMEONE]


async def test_what_became_so_while_it_was_on_its_way_is_said_when_it_is_there(meeting: Meeting) -> None:
    meeting.group.discord.refuse_next.append(NotNow("connection"))
    await meeting.press(AMA)
    await meeting.next_tick()
    assert meeting.up() == []
    await meeting.press(*PEOPLE[:5])
    await meeting.next_tick()
    await meeting.passes(40)
    assert meeting.up() == [SEVERAL]


async def test_what_could_not_be_sent_while_it_was_so_is_never_sent(meeting: Meeting) -> None:
    meeting.group.discord.refuse_next.extend([NotNow("connection")] * 3)
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.group.windows.meeting_ends(HERE)
    for _ in range(60):
        meeting.group.clock.move(minutes=1)
        await meeting.round.make()
    assert meeting.group.discord.refuse_next == []
    assert meeting.up() == []
    assert await meeting.rows() == [0, 0]


async def test_after_a_start_what_was_up_is_taken_away(meeting: Meeting) -> None:
    await meeting.press(*PEOPLE[:5])
    await meeting.next_tick()
    meeting.start()
    await meeting.passes(20)
    assert meeting.up() == []
    assert await meeting.rows() == [0, 0]
    await meeting.press(PEOPLE[5])
    await meeting.next_tick()
    assert meeting.up() == [SOMEONE]


async def test_after_a_start_what_was_perhaps_sent_is_taken_away_and_not_sent(meeting: Meeting) -> None:
    await meeting.press(AMA)
    meeting.group.clock.move(seconds=15)
    await meeting.signals.ring()
    assert await meeting.rows() == [1, 1]
    meeting.group.discord.lose_answer.append(NotNow("connection"))
    await meeting.group.postman.ring()
    assert meeting.up() == [SOMEONE], "it is there, and nobody knows"
    meeting.start()
    await meeting.passes(60)
    assert meeting.up() == []
    assert await meeting.rows() == [0, 0]


async def test_after_a_start_what_was_not_sent_is_never_sent(meeting: Meeting) -> None:
    await meeting.press(AMA)
    meeting.group.clock.move(seconds=15)
    await meeting.signals.ring()
    posted = meeting.group.discord._posted
    meeting.start()
    await meeting.group.postman.ring()
    await meeting.passes(40)
    assert meeting.group.discord._posted == posted
    assert await meeting.rows() == [0, 0]


class Killed(BaseException):
    """The process is gone."""


class Steps:
    """Kills at one step: each commit and each message has one before it and one after it."""

    def __init__(self, patch: pytest.MonkeyPatch, group: Group, at: int) -> None:
        self.left, self.patch = at, patch
        write, send = group.database.write, group.discord.send

        @asynccontextmanager
        async def writing() -> AsyncIterator[Tx]:
            async with write() as tx:
                yield tx
                self.step()
            self.step()

        async def sending(delivery: Delivery) -> int:
            self.step()
            message = await send(delivery)
            self.step()
            return message

        patch.setattr(group.database, "write", writing)
        patch.setattr(group.discord, "send", sending)

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Killed


#: More steps than there are: of the tick that shows, of the one that changes it, and of [Seen, thank you].
_STEPS = [*range(1, 33), 1_000]


@pytest.mark.parametrize("at", _STEPS)
async def test_wherever_it_is_killed_nothing_stays_and_nothing_comes_twice(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    posted = meeting.group.discord._posted
    with monkeypatch.context() as patch:
        steps = Steps(patch, meeting.group, at)
        with suppress(Killed):
            await meeting.press(AMA)
            await meeting.next_tick()
            await meeting.press(*PEOPLE[:5])
            await meeting.next_tick()
            await meeting.seen()
    assert (steps.left <= 0) is (at < _STEPS[-1]), "every step is one of these, and the last is beyond them"
    assert meeting.group.discord._posted - posted <= 1
    async with meeting.group.database.write() as tx:
        await meeting.deliveries.free(tx)
    meeting.start()
    await meeting.passes(60)
    assert meeting.up() == []
    assert meeting.group.discord._posted - posted <= 1
    assert await meeting.rows() == [0, 0]


async def test_where_the_bot_may_not_write_it_is_shown_once_it_may(meeting: Meeting) -> None:
    meeting.group.discord.refuse_next.append(NotAllowed("50013"))
    await meeting.press(AMA)
    await meeting.next_tick()
    assert meeting.up() == []
    await meeting.passes(60)
    assert meeting.up() == [SOMEONE]


async def test_if_its_channel_is_gone_the_next_one_comes_in_the_present_one(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.next_tick()
    meeting.group.discord.gone.add(FACILITATORS)
    await meeting.group.moves_to(QUESTIONS, facilitators=NEW_CHANNEL)
    await meeting.seen()
    await meeting.press(AMA)
    await meeting.next_tick()
    assert meeting.up(NEW_CHANNEL) == [SOMEONE]
    assert (await meeting.rows())[0] == 0, "nothing is tried for ever"


async def test_a_file_that_cannot_be_written_to_is_tried_again(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = meeting.deliveries.put

    async def full(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    await meeting.press(AMA)
    monkeypatch.setattr(meeting.deliveries, "put", full)
    meeting.group.clock.move(seconds=15)
    with pytest.raises(OSError, match="full"):
        await meeting.signals.ring()
    monkeypatch.setattr(meeting.deliveries, "put", put)
    await meeting.passes(1)
    assert meeting.up() == [SOMEONE]
