"""Telling facilitators in their channel that proposals wait: once a week at most, and nobody's name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.core.postman import Refusal
from bot.nudges.rules import next_in_channel
from bot.proposals.service.office import TELL, Office
from bot.proposals.text import deciding as text

#: The kind of delivery.
NOTE = "proposals.note"
_A_WEEK, _LATER = timedelta(days=7), timedelta(days=1)


class Telling:
    """What falls due about proposals, and the owner of the messages that come of it."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set for proposals."""
        return {TELL: self._tell}

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again."""

    async def _tell(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        office, id_ = self._office, int(alarm.subject)
        community = await office.communities.found(tx, id_)
        settings = await office.communities.settings_in(tx, id_)
        waiting = sum(each.waits for each in await office.store.of_community(tx, id_))
        when = next_in_channel(settings, now)
        if community is None or not waiting or when is None:
            return None
        if settings.pause is not None or when > now:
            later = when if settings.pause is None else max(when, now + _LATER)
            await office.alarms.set(tx, Alarm(TELL, alarm.subject, later))
            return None
        key = new_key()
        place = Post(community.facilitators_channel)
        note = Delivery(key, id_, NOTE, place, text.some_wait(waiting, key))
        await office.deliveries.put(tx, note, now)
        # Whatever is proposed until then waits for it.
        await office.alarms.set(tx, Alarm(TELL, alarm.subject, now + _A_WEEK))
        return None
