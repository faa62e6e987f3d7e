"""The end of a quarter: one message to facilitators, and nothing is left that shows who looked.

The tokens and their salt are written over in the transaction that promises the message; then the rows go,
and the file is written anew. What was told is handed over to the everyday database, which no transaction
shares with the other: so it stays on the shelf until it is there, and is handed over again at each start.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from bot.community.rules import Community, CommunitySettings
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.disclosure.rules import can_show
from bot.glossary.service.indexes import Indexed
from bot.nudges.rules.days import after_working_days
from bot.questions.rules.writing import shortened
from bot.stumbles import text
from bot.stumbles.rules import (
    KEPT_QUARTERS,
    Group,
    Kept,
    Kind,
    Published,
    Quarter,
    Subject,
    quarter_at,
    read_quarter,
    shown,
    told,
)
from bot.stumbles.service.gathering import Gathering
from bot.stumbles.service.ports import QUARTER, Desk

HAND_OVER = "stumbles.hand-over"
MESSAGE = "stumbles.quarter"
#: So many characters of a term's name are told.
_LONGEST_NAME = 60


class Quarters:
    """Ends quarters; the owner of the messages about them."""

    def __init__(self, desk: Desk, gathering: Gathering) -> None:
        """`gathering` has what was looked up since the last night."""
        self._desk = desk
        self._gathering = gathering

    def works(self) -> dict[str, AlarmWork]:
        """What is done for the end of a quarter."""
        return {QUARTER: self._end, HAND_OVER: self._go_on}

    async def start(self, tx: Tx) -> None:
        """See to it that every community's quarter ends; also of one that is not set up any more."""
        known = {here.id for here in await self._desk.communities.all()}
        for community in sorted(known | set(await self._desk.store.communities(tx))):
            await self._desk.set_end(tx, community)

    async def hand_over(self, community: int) -> None:
        """Let what was told be read in the everyday database; nothing of the quarter is left in the other.

        Done again, it changes nothing.
        """
        async with self._desk.database.read() as tx:
            out = (await self._desk.store.read(tx, community)).out
        if out:
            async with self._desk.everyday.write() as tx:
                for published in out:
                    await self._desk.told.put(tx, community, published)
                await self._forget_old(tx, community)
        async with self._desk.database.write() as tx:
            kept = await self._desk.store.read(tx, community)
            left = tuple(each for each in kept.out if each not in out)
            if await self._desk.communities.find(community) is None:
                await self._desk.store.drop(tx, community)
            else:
                await self._desk.store.write(tx, community, replace(kept, out=left), leave_blanks=False)
        await self._desk.database.forget()

    async def hand_over_all(self) -> None:
        """The same for every community, after a start."""
        async with self._desk.database.read() as tx:
            known = await self._desk.store.communities(tx)
            unfinished = [each for each in known if (await self._desk.store.read(tx, each)).out]
        for community in unfinished:
            await self.hand_over(community)

    # What facilitators press

    async def year(self, community: int) -> Notice:
        """What was told in the last year, and when there is more."""
        here = await self._desk.communities.get(community)
        zone = (await self._desk.communities.settings(community)).zone
        now = self._desk.clock.now()
        ends = quarter_at(now, zone).ends(zone)
        group = await self._desk.counted(here)
        return text.year(await self._told(community), ends, can_show=can_show(len(group)))

    async def agenda(self, community: int, key: str) -> Notice:
        """What was told in the message with this key, to copy; Refused after a year."""
        found = [each for each in await self._told(community) if each.key == key]
        if not found:
            raise Refused("error-stumbles-gone")
        return text.agenda(found[0])

    async def _forget_old(self, tx: Tx, community: int) -> None:
        now = await self._desk.quarter(community, self._desk.clock.now())
        every = [each.quarter for each in await self._desk.told.all(tx, community)]
        oldest = now.moved(-KEPT_QUARTERS)
        await self._desk.told.forget(tx, community, [each for each in every if each < oldest])

    # Messages

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again, and can be read by the facilitators' button meanwhile."""

    # Steps

    async def _end(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """A quarter is over in a community; both are the alarm's subject."""
        named, _, kept_as = alarm.subject.partition(" ")
        community, quarter = int(named), read_quarter(kept_as)
        await self._desk.alarms.set(tx, Alarm(HAND_OVER, named, now))
        here = await self._desk.communities.find(community)
        if here is None:
            await self._desk.store.write(tx, community, Kept())
            return None
        waiting = self._gathering.waiting(community)
        kept = await self._desk.store.read(tx, community)
        over = await self._gathering.gather(here, kept, waiting, quarter)
        out = (*kept.out, *await self._published(here, over, quarter))
        for published in out[len(kept.out) :]:
            await self._promise(tx, here, published, now)
        # What was there has random bytes in its place when this is committed; then the rows go.
        await self._desk.store.write(tx, community, Kept(out=out))
        await self._desk.set_end(tx, community, quarter.moved(1))

        async def let_go() -> None:
            self._gathering.written(community, waiting)

        return let_go

    async def _go_on(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """What was told is still to be handed over; an alarm of its own, so that it is tried again."""
        return partial(self.hand_over, int(alarm.subject))

    async def _published(self, here: Community, over: Kept, quarter: Quarter) -> tuple[Published, ...]:
        """What is told; nothing at all in a group that is too small for it."""
        group_of = len(await self._desk.counted(here))
        if not can_show(group_of):
            return ()
        known = await self._desk.indexes.of(here.id)
        return (Published(quarter, new_key(), told(over, partial(_named, known), group_of)),)

    async def _promise(self, tx: Tx, here: Community, published: Published, now: datetime) -> None:
        settings = await self._desk.communities.settings(here.id)
        # In a pause nothing is sent, nor later for what was then; it can be read by the button.
        if settings.pause is None:
            place, notice = Post(here.facilitators_channel), text.quarter_over(published)
            message = Delivery(published.key, here.id, MESSAGE, place, notice)
            await self._desk.deliveries.put(tx, message, _in_hours(now, settings))

    async def _told(self, community: int) -> list[Published]:
        """What was told of the last four quarters that are over."""
        now = await self._desk.quarter(community, self._desk.clock.now())
        async with self._desk.everyday.read() as tx:
            every = await self._desk.told.all(tx, community)
        return [each for each in every if each.quarter >= now.moved(-KEPT_QUARTERS)]


def _named(known: Indexed, subject: Subject) -> tuple[Group, str] | None:
    """What is told of a subject: what the glossary has by now is explained."""
    if subject.kind is Kind.TERM:
        term = known.by_id.get(subject.text)
        return None if term is None else (Group.LOOKED, shortened(term.name, _LONGEST_NAME))
    is_there = subject.kind is Kind.SEVERAL or bool(known.index.look_up(subject.text))
    return Group.LOOKED if is_there else Group.UNEXPLAINED, shown(subject.text)


def _in_hours(now: datetime, settings: CommunitySettings) -> datetime:
    """When messages that nobody asked for may come to facilitators: from the next working day's morning."""
    zone = ZoneInfo(settings.zone)
    begin, end = settings.quiet.begin, settings.quiet.end
    day = after_working_days(now, 0, settings.nation, zone, settings.country).astimezone(zone)
    if day.time() >= end:
        day = after_working_days(now, 1, settings.nation, zone, settings.country).astimezone(zone)
        day = datetime.combine(day.date(), time(), zone)
    return max(now, datetime.combine(day.date(), max(day.time(), begin), zone))
