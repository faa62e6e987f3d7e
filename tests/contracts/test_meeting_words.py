"""The words of a meeting: kept, replaced, taken away with it; on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import EVERYDAY_ALARMS
from bot.core.alarms import Alarms
from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Line, Notice
from bot.core.schema import EVERYDAY
from bot.glossary.rules.term import Term
from bot.meeting_words.service import MeetingWords
from bot.meeting_words.store import MeetingWordsStore, meeting_words_table
from bot.meetings.rules import Change, Meeting
from bot.meetings.store import MeetingStore, meeting_table
from tests.bot.glossary.making import term
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
#: From the beginning of a meeting until it is over.
LASTS = timedelta(hours=3)
MANY = [f"Word {number:02}" for number in range(15)]


class Glossary:
    """Every word there is, in every community."""

    def __init__(self) -> None:
        self.by_id: dict[str, Term] = {name: term(name, plain="A thing.") for name in MANY}

    async def of(self, community: int) -> Glossary:
        return self


class Diary:
    """The meetings of a community, with the words that are kept for them."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.store, self.glossary = MeetingStore(), Glossary()
        self.alarms = Alarms(database, EVERYDAY_ALARMS, clock)
        self.words = MeetingWords(
            database=database,
            store=MeetingWordsStore(),
            meetings=self,
            indexes=self.glossary,
            alarms=self.alarms,
            clock=clock,
            say=lambda line: f"{line.id} {line.values}",
        )
        self.alarms.answer(self.words.works())

    async def since(self, tx, community, moment):  # type: ignore[no-untyped-def]
        return await self.store.between(tx, community, moment, self.clock.now() + timedelta(days=999))

    async def plans(self, id_: str, *, days: float = 1, community: int = HERE) -> Meeting:
        meeting = Meeting(id_, community, "Meeting", self.clock.now() + timedelta(days=days))
        async with self.database.write() as tx:
            await self.store.put(tx, meeting)
        return meeting

    async def changes(self, before: Meeting, after: Meeting | None) -> None:
        async with self.database.write() as tx:
            if after is None:
                await self.store.cancel(tx, before)
            else:
                await self.store.put(tx, after)
            await self.words.meeting_changed(tx, before.community, Change(before, after))

    async def keeps(self, meeting: str, *names: str, community: int = HERE) -> None:
        async with self.database.write() as tx:
            await self.words.keep(tx, community, meeting, names)

    async def passes(self, **by: float) -> None:
        self.clock.move(**by)
        await self.alarms.ring()

    async def offered(self, community: int = HERE) -> str:
        choice = await self.words.choice(community)
        return "" if choice is None else choice.label.rpartition("-")[2]

    async def read(self, token: str) -> list[str]:
        return names(await self.words.browse(HERE, token))

    async def rows(self) -> list[tuple[object, ...]]:
        async with self.database.read() as tx:
            tables = (meeting_words_table, EVERYDAY_ALARMS)
            return [tuple(row) for each in tables for row in await tx.execute(each.select())]


def names(notice: Notice) -> list[str]:
    """The words on a page."""
    lines = [each for each in notice.parts if isinstance(each, Line)]
    return [each.values["name"].words for each in lines if "name" in each.values]  # type: ignore[union-attr]


@pytest.fixture
async def diary(database: Database, clock: FakeClock) -> Diary:
    tables = [meeting_words_table, meeting_table, EVERYDAY_ALARMS]
    async with database.write() as tx:
        await tx.run_sync(lambda connection: EVERYDAY.create_all(connection, tables=tables))
    return Diary(database, clock)


async def test_words_can_be_kept_for_a_meeting_until_an_hour_after_its_end(diary: Diary) -> None:
    for id_, days in (("m1", 1), ("m2", 2)):
        await diary.plans(id_, days=days)
    for passed, kept_for in ((timedelta(days=1, hours=2, minutes=59), "m1"), (timedelta(minutes=1), "m2")):
        await diary.passes(seconds=passed.total_seconds())
        meeting = await diary.words.meeting(HERE)
        assert meeting is not None
        assert meeting.id == kept_for
    with pytest.raises(Refused, match="error-meeting-words-no-meeting"):
        await diary.keeps("m1", *MANY[:2])


async def test_they_are_offered_before_and_in_their_meeting_and_gone_when_it_is_over(diary: Diary) -> None:
    await diary.plans("m1")
    assert await diary.offered() == ""
    await diary.keeps("m1", *MANY[:2])
    assert await diary.offered() == "next"
    assert await diary.offered(ELSEWHERE) == ""
    assert await diary.read("m1-0") == MANY[:2]
    await diary.passes(days=1)
    assert await diary.offered() == "now"
    await diary.passes(seconds=LASTS.total_seconds() - 1)
    assert await diary.read("m1-0") == MANY[:2]
    await diary.passes(seconds=1)
    assert await diary.offered() == ""
    assert await diary.rows() == []
    with pytest.raises(Refused, match="error-meeting-words-gone"):
        await diary.read("m1-0")


async def test_a_newer_card_takes_the_place_of_the_older_one(diary: Diary) -> None:
    await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    await diary.keeps("m1", MANY[3])
    assert await diary.read("m1-0") == [MANY[3]]


async def test_of_two_at_once_one_whole_card_is_kept(diary: Diary) -> None:
    await diary.plans("m1")
    await asyncio.gather(diary.keeps("m1", *MANY[:2]), diary.keeps("m1", *MANY[2:5]))
    assert await diary.read("m1-0") in (MANY[:2], MANY[2:5])
    assert len(await diary.rows()) == 2, "one card, one alarm"


async def test_a_meeting_that_is_cancelled_takes_its_words_with_it(diary: Diary) -> None:
    meeting = await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    await diary.changes(meeting, None)
    assert await diary.offered() == ""
    assert await diary.rows() == []
    with pytest.raises(Refused, match="error-meeting-words-no-meeting"):
        await diary.keeps("m1", *MANY)
    assert await diary.rows() == []


async def test_a_meeting_that_is_moved_keeps_its_words_until_it_is_over_then(diary: Diary) -> None:
    meeting = await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    await diary.changes(meeting, replace(meeting, starts_at=meeting.starts_at + timedelta(days=7)))
    await diary.passes(days=2)
    assert await diary.offered() == "next"
    await diary.passes(days=6, seconds=LASTS.total_seconds())
    assert await diary.rows() == []


async def test_meetings_without_words_change_nothing(diary: Diary) -> None:
    meeting = await diary.plans("m1")
    await diary.changes(meeting, replace(meeting, starts_at=meeting.starts_at + timedelta(days=7)))
    await diary.changes(meeting, None)
    assert await diary.rows() == []
    assert await diary.words.meeting(HERE) is None


async def test_words_are_kept_for_the_meeting_that_is_on_or_next(diary: Diary) -> None:
    await diary.plans("late", days=30)
    await diary.plans("soon", days=1)
    await diary.plans("elsewhere", days=0.5, community=ELSEWHERE)
    for days, expected in ((0, "soon"), (1, "soon"), (1, "late")):
        await diary.passes(days=days)
        meeting = await diary.words.meeting(HERE)
        assert meeting is not None
        assert meeting.id == expected


async def test_they_have_pages_and_one_to_print(diary: Diary) -> None:
    await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    assert await diary.read("m1-0") == MANY[:8]
    for odd in ("m1-1", "m1-99"):
        assert await diary.read(odd) == MANY[8:]
    for odd in ("m1-x", "m1-99999999", "m1-"):
        assert await diary.read(odd) == MANY[:8]
    (file,) = (await diary.words.printable(HERE, "m1")).files
    printed = file.content.decode("utf-8-sig")
    assert [name for name in MANY if name in printed] == MANY


async def test_a_word_that_is_hidden_later_is_left_out(diary: Diary) -> None:
    await diary.plans("m1")
    await diary.keeps("m1", *MANY[:2])
    del diary.glossary.by_id[MANY[0]]
    assert await diary.read("m1-0") == [MANY[1]]
    del diary.glossary.by_id[MANY[1]]
    assert await diary.offered() == ""


async def test_a_facilitator_takes_them_away_twice_is_once(diary: Diary) -> None:
    await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    for _ in range(2):
        await diary.words.drop(HERE, "m1")
    assert await diary.rows() == []


@pytest.mark.parametrize("token", ["", "x", "-", "m2-0"])
async def test_what_is_not_there_is_refused(diary: Diary, token: str) -> None:
    await diary.plans("m1")
    await diary.keeps("m1", *MANY)
    for ask in (diary.words.browse, diary.words.printable):
        with pytest.raises(Refused, match="error-meeting-words-gone"):
            await ask(HERE, token)
