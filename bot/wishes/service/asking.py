"""Before each quarter the steering group is asked who is not here, and what would let them come.

Nothing is kept of it but what somebody writes then: no figures, and nothing about anybody. The alarm is
set for the next quarter in the transaction that asks for this one: so it is asked once, whatever happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.community.rules import CommunitySettings
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.nudges.rules import Budget, IsHoliday, Nudge, bank_holidays, next_in_channel
from bot.nudges.rules.nudge import zone_of
from bot.standing_roles.rules import Role
from bot.stumbles.rules import Quarter
from bot.wishes import rules
from bot.wishes.service.batches import NOTE
from bot.wishes.service.desk import Desk
from bot.wishes.service.ports import Holders
from bot.wishes.text import easier as text

#: The next time that a community is asked; and a look whether each community has one.
PROMPT, ROUND = "wishes.prompt", "wishes.round"
#: What its messages are called among those that nobody asked for.
KIND = "absent"
_A_WEEK = timedelta(days=7)


class AskingWho:
    """Asks, once a quarter."""

    def __init__(self, desk: Desk, holders: Holders) -> None:
        """`holders` knows who is in the steering group."""
        self._desk = desk
        self._holders = holders

    async def start(self) -> None:
        """See to it that every community is asked."""
        async with self._desk.database.write() as tx:
            await self._desk.alarms.set(tx, Alarm(ROUND, "", self._desk.clock.now()))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {ROUND: self._round, PROMPT: self._prompt}

    async def _round(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        for community in await self._desk.communities.all_in(tx):
            if not await self._desk.alarms.is_set(tx, PROMPT, str(community.id)):
                await self._later(tx, community.id, now)
        await self._desk.alarms.set(tx, Alarm(ROUND, "", now + _A_WEEK))
        return None

    async def _later(self, tx: Tx, community: int, now: datetime) -> None:
        zone, is_holiday = _where(await self._desk.communities.settings_in(tx, community))
        when = rules.prompt_after(now, zone, is_holiday)
        await self._desk.alarms.set(tx, Alarm(PROMPT, str(community), when))

    async def _prompt(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        community = int(alarm.subject)
        settings = await self._desk.communities.settings_in(tx, community)
        if await self._desk.communities.found(tx, community) is None:
            return None
        await self._later(tx, community, now)
        quarter, begins = rules.asked_about(alarm.due, zone_of(settings))
        if settings.pause is not None or now >= begins:
            return None
        members = await self._holders.of(tx, community, Role.STEERING_GROUP)
        for member in members:
            await self._desk.nudges.send(tx, _message(community, member, quarter, (now, begins)))
        if not members:
            await self._ask_facilitators(tx, settings, quarter, now)
        return None

    async def _ask_facilitators(
        self, tx: Tx, settings: CommunitySettings, quarter: Quarter, now: datetime
    ) -> None:
        community = await self._desk.communities.found(tx, settings.id)
        when = next_in_channel(settings, now)
        if community is not None and when is not None:
            key, place = new_key(), Post(community.facilitators_channel)
            note = Delivery(key, community.id, NOTE, place, text.prompt(quarter, key))
            await self._desk.deliveries.put(tx, note, when)


def _where(settings: CommunitySettings) -> tuple[ZoneInfo, IsHoliday]:
    return zone_of(settings), bank_holidays(settings.nation, settings.country)


def _message(community: int, member: str, quarter: Quarter, between: tuple[datetime, datetime]) -> Nudge:
    return Nudge(
        key=f"wishes {quarter}",
        community=community,
        member=member,
        kind=KIND,
        notice=text.prompt(quarter, ""),
        not_before=between[0],
        until=between[1],
        budget=Budget.COUNTED,
        errand=text.errand(quarter),
    )
