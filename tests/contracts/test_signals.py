"""Presses in a meeting: what is shown of them, and that nothing else is kept; on every kind of database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.notices import Line, Notice, Words
from bot.signals import text
from bot.signals.rules import Band, Kind
from tests.contracts.group import AMA, BEN, ELSEWHERE, HERE, Group, said
from tests.contracts.signalling import LEADING, PEOPLE, SEVERAL, SLOWER, SOMEONE, Meeting
from tests.contracts.test_forgetting import contents


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


async def test_it_says_what_was_on_at_its_tick_and_goes_on_saying_that(meeting: Meeting) -> None:
    meeting.item = "Welcome"
    await meeting.press(*PEOPLE[:4])
    meeting.item = "Tariffs"
    await meeting.next_tick()
    during = Line("signals-hint-during", {"item": Words("Tariffs")})
    assert meeting.messages()[0].notice.parts[1] == during
    meeting.item = "Next"
    await meeting.press(PEOPLE[4])
    await meeting.next_tick()
    assert meeting.up() == [SEVERAL]
    assert meeting.messages()[0].notice.parts[1] == during


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
