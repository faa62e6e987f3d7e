"""What is done by night: what is over is closed, what is not needed is forgotten, the file written anew."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.questions.rules import changes as life
from bot.questions.rules import claims as claiming
from bot.questions.rules import pauses as pausing
from bot.questions.rules.question import Ending
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk

_NIGHT_HOUR = time(3)


class Nights:
    """Tidies up."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets for the night."""
        return {kinds.NIGHT: self.fall_night, kinds.TIDY: self.tidy, kinds.VACUUM: self.vacuum}

    async def fall_night(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Let each community be tidied up by itself, so that nobody waits long; then write the file anew."""
        for community in await self._desk.store.communities(tx):
            await self._desk.alarms.set(tx, Alarm(kinds.TIDY, str(community), now))
        await self._desk.alarms.set(tx, Alarm(kinds.VACUUM, "", now))
        tonight = datetime.combine(now.date(), _NIGHT_HOUR, now.tzinfo)
        next_night = tonight if now < tonight else tonight + timedelta(days=1)
        await self._desk.alarms.set(tx, Alarm(kinds.NIGHT, "", next_night))
        return None

    async def tidy(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Forget what may be kept no longer in a community, close what is over, take away every blank."""
        await self._close_by_age(tx, int(alarm.subject), now)
        await self._forget(tx, int(alarm.subject), now)
        return None

    async def vacuum(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Write the file anew."""
        return self._desk.database.vacuum

    async def _close_by_age(self, tx: Tx, community: int, now: datetime) -> None:
        settings = await self._desk.settings(community)
        for question in await self._desk.store.open(tx, community):
            if life.is_over(question, now.date(), settings.close_after):
                ended = life.closed(question, Ending.AGE, now.date())
                await self._desk.end_merged(tx, ended, settings, now.date())
                await self._desk.publish(tx, ended, settings)

    async def _forget(self, tx: Tx, community: int, now: datetime) -> None:
        store = self._desk.store
        claims = await store.claims(tx, community)
        questions = {each.id: each for each in await self._desk.claimed(tx, claims)}
        closed = await store.closed_on(tx, community)
        kept = claiming.unexpired(claiming.needed(claims, questions), closed, now.date())
        await self._desk.withdraw_hints(tx, community, claims, kept)
        await store.put_claims(tx, community, kept, leave_blanks=False)
        lasting = pausing.lasting(await store.pauses(tx, community), now)
        await store.put_pauses(tx, community, lasting, leave_blanks=False)
        await store.wait(tx, community, await store.waiting(tx, community), leave_blanks=False)
        await store.put_said(tx, community, await store.said(tx, community), leave_blanks=False)
        settings = await self._desk.settings(community)
        oldest = now.date() - timedelta(days=settings.keep_for)
        await self._drop(tx, community, {id_ for id_, day in closed.items() if day < oldest})

    async def _drop(self, tx: Tx, community: int, ids: set[str]) -> None:
        """Forget questions that were closed long ago; the latest keeps its number: none is given twice."""
        latest = await self._desk.store.next_number(tx, community) - 1
        for question in await self._desk.store.these(tx, ids):
            if question.number == latest:
                await self._desk.store.put(tx, life.emptied(question))
                ids = ids - {question.id}
        await self._desk.store.drop(tx, ids)
