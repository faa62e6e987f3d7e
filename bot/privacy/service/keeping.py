"""What is old is removed by night, and whoever has been away for long is forgotten."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.community.rules import CommunitySettings
from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.privacy import rules, text
from bot.privacy.rules import Removed
from bot.privacy.service.erasing import Erasing
from bot.privacy.service.ports import Members, PrivacyStore, Rights

log = logging.getLogger(__name__)

NIGHT, ROUND = "privacy.night", "privacy.round"
#: The kind under which people are counted who had left.
GONE = "gone"


class Keeping:
    """How long things are kept."""

    def __init__(
        self,
        *,
        database: Database,
        store: PrivacyStore,
        members: Members,
        communities: Communities,
        alarms: Alarms,
        rights: Rights,
        erasing: Erasing,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._members = members
        self._communities = communities
        self._alarms = alarms
        self._rights = rights
        self._erasing = erasing
        self._clock = clock

    async def start(self) -> None:
        """See to it that every community has a night to come."""
        async with self._database.write() as tx:
            await self._alarms.set(tx, Alarm(ROUND, "", self._clock.now()))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {ROUND: self._round, NIGHT: self._night}

    # What facilitators press

    async def report(self, community: int) -> Notice:
        """[Privacy]: how long things are kept, and what was removed lately."""
        since = self._clock.now().date() - rules.REPORT_SPAN
        settings = await self._communities.settings(community)
        async with self._database.read() as tx:
            removed = await self._store.removed(tx, community, since)
        return text.report(settings, rules.totals(removed))

    async def periods_form(self, community: int) -> Form:
        """[Change how long]."""
        return text.periods_form(await self._communities.settings(community))

    async def set_periods(self, community: int, gone_after: str, forget_after: str) -> Notice:
        """How long things are kept from now on, in whole days; raises Refused for what is no such number."""
        gone = _days(gone_after, rules.GONE_AFTER)
        forget = _days(forget_after, rules.FORGET_AFTER)
        async with self._database.write() as tx:
            await self._communities.change(
                tx, community, lambda chosen: replace(chosen, gone_after=gone, forget_after=forget)
            )
        return await self.report(community)

    # What falls due

    async def _round(self, tx: Tx, alarm: Alarm, now: datetime) -> None:
        for community in await self._communities.all():
            settings = await self._communities.settings(community.id)
            due = rules.next_night(now, settings.zone)
            await self._alarms.set(tx, Alarm(NIGHT, str(community.id), due))
        await self._alarms.set(tx, Alarm(ROUND, "", now + rules.ROUND_EVERY))

    async def _night(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit:
        community = int(alarm.subject)
        settings = await self._communities.settings(community)
        await self._alarms.set(tx, Alarm(NIGHT, alarm.subject, rules.next_night(now, settings.zone)))
        today = now.astimezone(ZoneInfo(settings.zone)).date()
        removed = await self._expire(tx, community, today, settings)
        await self._store.drop_removed(tx, community, today - rules.REPORT_KEPT)
        members = await self._members.of_community(tx, community)
        gone = [each.id for each in members if rules.is_to_go(each, settings.gone_after, today)]
        return partial(self._after, community, today, gone, removed)

    async def _expire(
        self, tx: Tx, community: int, today: date, settings: CommunitySettings
    ) -> list[Removed]:
        before = today - timedelta(days=settings.forget_after)
        removed = [
            Removed(community, today, name, await expire(tx, community, before))
            for name, expire in self._rights.expiring()
        ]
        for each in (each for each in removed if each.count):
            await self._store.add_removed(tx, each)
        return removed

    async def _after(
        self, community: int, today: date, gone: Sequence[str], removed: Sequence[Removed]
    ) -> None:
        for member in gone:
            await self._erasing.erase_member(community, member)
            async with self._database.write() as tx:
                await self._store.add_removed(tx, Removed(community, today, GONE, 1))
        counts = rules.totals([*removed, Removed(community, today, GONE, len(gone))])
        if counts:
            await self._database.forget()
            log.info("removed by night: %s", ", ".join(f"{kind} {n}" for kind, n in counts.items()))


def _days(typed: str, allowed: range) -> int:
    if not typed.strip().isdecimal() or int(typed) not in allowed:
        raise Refused("error-privacy-days", least=allowed.start, most=allowed.stop - 1)
    return int(typed)
