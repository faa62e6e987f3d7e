"""Presses in a meeting: what is shown of them, and that nothing else is kept; on every kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

import pytest

from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.core.bell import Round
from bot.core.database import Tx
from bot.core.deliveries import Deliveries, Delivery
from bot.core.errors import NotAllowed, NotNow
from bot.core.notices import Line, Notice
from bot.questions.rules.windows import GRAIN
from bot.signals import text
from bot.signals.rules import Band, Kind
from bot.signals.service import SHOWN, Signals
from tests.contracts.group import AMA, BEN, ELSEWHERE, FACILITATORS, HERE, NEW_CHANNEL, QUESTIONS, Group, said
from tests.contracts.test_forgetting import contents
from tests.support import Message

SOMEONE, SEVERAL = "signals-lost-someone", "signals-lost-several"
SLOWER = "signals-slower-someone"
#: Two who are alone in it each time, and ten more.
PEOPLE = [190_000_000_000_000_100 + number for number in range(10)]
#: The facilitators' role, as `Group` sets both communities up.
LEADING = frozenset({1})


class Meeting:
    """A meeting of `Group`, in which people press; `starts` is a start of the bot."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.start()

    def start(self) -> None:
        """All that was in memory is gone."""
        group = self.group
        self.deliveries = Deliveries(ANONYMOUS_DELIVERIES, group.seal, grain=GRAIN)
        self.signals = Signals(
            database=group.database,
            communities=group.communities,
            deliveries=self.deliveries,
            alarms=group.alarms,
            meetings=group.windows,
            clock=group.clock,
        )
        group.alarms.answer(self.signals.works())
        group.postman.belongs({SHOWN: self.signals})
        self.round = Round(group.clock, [self.signals, group.alarms, group.postman])

    async def press(self, *accounts: int, kind: Kind = Kind.LOST, community: int = HERE) -> list[Notice]:
        """These people press, one after the other."""
        return [await self.signals.press(community, each, frozenset(), kind) for each in accounts]

    async def passes(self, seconds: int = 20) -> None:
        """Time passes second by second, and all that is due is done."""
        for _ in range(seconds):
            self.group.clock.move(seconds=1)
            await self.round.make()

    async def next_tick(self) -> None:
        """The next tick comes."""
        await self.passes(20 - self.group.clock.now().second % 20)

    def up(self, channel: int = FACILITATORS) -> list[str]:
        """The first line of each message about signals in a channel."""
        return [said(each.notice)[0] for each in self.messages(channel)]

    def messages(self, channel: int = FACILITATORS) -> list[Message]:
        found = [each for each in self.group.discord.messages if each.channel == channel]
        return [each for each in found if text.SEEN in {button.action for button in each.notice.buttons}]

    async def seen(self) -> list[str]:
        """A facilitator presses [Seen, thank you] below the message that is up."""
        notice = await self.signals.seen(HERE, self.messages()[0].notice.buttons[0].token)
        await self.round.make()
        return said(notice)

    async def rows(self) -> list[int]:
        """How many deliveries and alarms about signals there are."""
        async with self.group.database.read() as tx:
            alarms = (await tx.execute(ANONYMOUS_ALARMS.select())).all()
            deliveries = (await tx.execute(ANONYMOUS_DELIVERIES.select())).all()
        return [len(deliveries), len([each for each in alarms if each.kind.startswith("signals")])]


@pytest.fixture
async def meeting(group: Group) -> Meeting:
    """A meeting is on in one of two communities."""
    return Meeting(group)


@pytest.fixture
async def between(quiet: Group) -> Meeting:
    """No meeting is on."""
    return Meeting(quiet)


def offered(notice: Notice) -> list[str]:
    return [button.action for button in notice.buttons]


# Pressing


async def test_outside_a_meeting_nothing_is_counted_and_she_is_told_what_to_press(between: Meeting) -> None:
    (notice,) = await between.press(AMA)
    assert said(notice) == ["signals-no-meeting"]
    assert offered(notice) == ["questions:ask", "contacts:word"]
    await between.group.meets()
    await between.passes(60)
    assert between.up() == []


async def test_every_press_is_answered_in_the_same_words(meeting: Meeting) -> None:
    first, *others = await meeting.press(AMA, AMA, BEN, AMA, AMA)
    assert [each == first for each in others] == [True] * 4
    assert said(first) == ["signals-told-lost", "signals-promise", "signals-ask"]
    assert offered(first) == ["questions:ask"]
    await meeting.next_tick()
    assert await meeting.press(AMA) == [first]


async def test_a_facilitator_is_told_that_it_is_for_members_and_is_not_counted(meeting: Meeting) -> None:
    notice = await meeting.signals.press(HERE, AMA, LEADING, Kind.LOST)
    assert said(notice) == ["signals-for-members"]
    await meeting.passes(60)
    assert meeting.up() == []


# Showing


async def test_nothing_is_shown_before_the_tick_and_someone_at_it(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.passes(14)
    assert meeting.group.clock.now().second == 19
    assert meeting.up() == []
    await meeting.passes(1)
    assert meeting.up() == [SOMEONE]


async def test_from_the_fifth_person_on_the_same_message_says_several(meeting: Meeting) -> None:
    await meeting.press(*PEOPLE[:4], *PEOPLE[:4])
    await meeting.next_tick()
    assert meeting.up() == [SOMEONE]
    (before,) = meeting.messages()
    await meeting.press(PEOPLE[0], PEOPLE[4])
    await meeting.passes(19)
    assert meeting.up() == [SOMEONE]
    await meeting.passes(1)
    assert meeting.up() == [SEVERAL]
    assert meeting.messages()[0].id == before.id


async def test_each_kind_has_a_message_of_its_own_always_in_the_same_order(meeting: Meeting) -> None:
    await meeting.press(AMA, kind=Kind.SLOWER)
    await meeting.press(AMA)
    await meeting.next_tick()
    assert meeting.up() == [SOMEONE, SLOWER]


async def test_another_community_has_its_own(meeting: Meeting) -> None:
    await meeting.press(*PEOPLE[:4])
    await meeting.press(PEOPLE[4], community=ELSEWHERE)
    await meeting.next_tick()
    assert meeting.up() == [SOMEONE]
    token = meeting.messages()[0].notice.buttons[0].token
    assert said(await meeting.signals.seen(ELSEWHERE, token)) == ["signals-over"]
    assert meeting.up() == [SOMEONE]


async def test_it_goes_three_minutes_after_the_last_press(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.passes(100)
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.passes(179)
    assert meeting.up() == [SOMEONE]
    await meeting.passes(1)
    assert meeting.up() == []
    assert await meeting.rows() == [0, 0]
    assert await meeting.signals.next_due() is None


async def test_it_goes_when_a_facilitator_has_seen_it_and_comes_again_when_somebody_presses(
    meeting: Meeting,
) -> None:
    await meeting.press(*PEOPLE[:5])
    await meeting.next_tick()
    assert await meeting.seen() == ["signals-seen"]
    assert meeting.up() == []
    await meeting.passes(60)
    assert meeting.up() == []
    await meeting.press(PEOPLE[0])
    await meeting.next_tick()
    assert meeting.up() == [SOMEONE]


async def test_two_facilitators_who_have_seen_it_at_once_let_it_go_once(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.next_tick()
    token = meeting.messages()[0].notice.buttons[0].token
    answers = [await meeting.signals.seen(HERE, token) for _ in range(2)]
    assert [said(each) for each in answers] == [["signals-seen"], ["signals-over"]]


async def test_a_press_that_waits_when_it_is_seen_is_shown_at_its_tick(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.passes(5)
    await meeting.press(BEN)
    await meeting.passes(5)
    await meeting.seen()
    await meeting.passes(9)
    assert meeting.up() == []
    await meeting.passes(1)
    assert meeting.up() == [SOMEONE]


async def test_it_goes_at_the_first_tick_after_the_meeting(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.next_tick()
    await meeting.press(BEN, kind=Kind.SLOWER)
    await meeting.group.windows.meeting_ends(HERE)
    await meeting.next_tick()
    assert meeting.up() == []
    assert await meeting.rows() == [0, 0]


# Trouble


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


# What is kept


async def test_a_press_writes_nothing_before_the_tick(meeting: Meeting) -> None:
    before = await contents(meeting.group.database), _written(meeting)
    await meeting.press(AMA, BEN, AMA)
    await meeting.passes(14)
    assert (await contents(meeting.group.database), _written(meeting)) == before
    await meeting.passes(1)
    assert await contents(meeting.group.database) != before[0], "the message has to be found again"
    assert _written(meeting) == before[1]


def _written(meeting: Meeting) -> list[bytes]:
    """The everyday database's files, but for the one in which readers tell each other that they read."""
    file = meeting.group.everyday.file
    assert file is not None
    return [
        each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")) if "-shm" not in each.name
    ]


async def test_no_account_is_in_memory(meeting: Meeting) -> None:
    await meeting.press(AMA)
    held = repr(vars(meeting.signals))
    assert str(AMA) not in held
    assert AMA.to_bytes(8, "big") not in b"".join(_tokens(meeting))
    await meeting.next_tick()
    assert _tokens(meeting)
    await meeting.seen()
    assert _tokens(meeting) == []


async def test_tokens_of_two_spells_do_not_link(meeting: Meeting) -> None:
    await meeting.press(AMA)
    await meeting.press(AMA, kind=Kind.SLOWER)
    first = _tokens(meeting)
    assert len(set(first)) == 2
    await meeting.next_tick()
    await meeting.seen()
    await meeting.press(AMA)
    assert len({*first, *_tokens(meeting)}) == 3


def _tokens(meeting: Meeting) -> list[bytes]:
    """All that stands for somebody in memory."""
    spells = [running.spell for running in meeting.signals._running.values()]
    return [
        token for spell in spells for token in (*spell.counted, *frozenset().union(*spell.waiting.values()))
    ]


def test_what_is_shown_holds_no_number() -> None:
    """Whoever reads the message learns the band, and a random key."""
    for kind in Kind:
        for band in Band:
            notice = text.shown(kind, band, "key")
            assert [part.values for part in notice.parts if isinstance(part, Line)] == [{}] * 3
            assert [replace(button, token="") for button in notice.buttons] == [
                replace(notice.buttons[0], token="")
            ]
