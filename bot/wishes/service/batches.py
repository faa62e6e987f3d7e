"""Once a week facilitators are given what people wrote, and told of what waits; after 90 days it goes.

On a Monday, at 9:00: a fixed hour says nothing of when anybody wrote. In a pause, and on a bank holiday,
it waits. A week in which nobody wrote has no message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.community.rules import Community
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Edit, Post, edit_key, new_key
from bot.core.postman import Refusal
from bot.nudges.rules import next_in_channel
from bot.nudges.rules.nudge import zone_of
from bot.wishes import rules
from bot.wishes.rules import KEPT, Posted
from bot.wishes.service.desk import WEEKLY, Desk
from bot.wishes.text import easier as text

#: A message with what people wrote; any other message of this feature in the facilitators' channel.
BATCH, NOTE = "wishes.batch", "wishes.note"
#: What was in a message is old.
FORGET = "wishes.forget"
_AFTER_THE_BATCH = 99


class Batches:
    """What falls due about wishes, and the owner of what is posted to facilitators."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {WEEKLY: self._weekly, FORGET: self._forget}

    # What the postman tells

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where a batch is, so that it goes when its time is up."""
        if delivery.kind == BATCH and isinstance(delivery.place, Post):
            posted = Posted(delivery.key, delivery.community, delivery.place.channel, message)
            await self._desk.store.put_post(tx, posted)
            await self._desk.alarms.set(tx, Alarm(FORGET, delivery.key, self._desk.clock.now() + KEPT))

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """It is tried again; where facilitators have another channel by now, there."""
        community = await self._desk.communities.found(tx, delivery.community)
        if community is None or not isinstance(delivery.place, Post):
            return
        place = Post(community.facilitators_channel)
        if place != delivery.place:
            await self._desk.deliveries.put(tx, replace(delivery, place=place), self._desk.clock.now())

    # What falls due

    async def _weekly(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        desk, id_ = self._desk, int(alarm.subject)
        community = await desk.communities.found(tx, id_)
        settings = await desk.communities.settings_in(tx, id_)
        if community is None:
            return None
        # Hours that leave no day are for members; what was promised to be read is read.
        when = next_in_channel(settings, now) or now
        if settings.pause is not None:
            when = rules.batch_at(now, zone_of(settings))
        if when > now:
            await desk.alarms.set(tx, Alarm(WEEKLY, alarm.subject, when))
            return None
        await self._give(tx, community, now)
        await self._remind(tx, community, now)
        return None

    async def _give(self, tx: Tx, community: Community, now: datetime) -> None:
        store, place = self._desk.store, Post(community.facilitators_channel)
        for rank, page in enumerate(rules.pages(await store.wishes(tx, community.id))):
            key = new_key()
            given = Delivery(key, community.id, BATCH, place, text.batch(page, key))
            await self._desk.deliveries.put(tx, given, now, rank)
            for wish in page:
                # Its row stays as long as the message: what was taken in once is not taken in again.
                await store.put_wish(tx, replace(wish, batch=key))

    async def _remind(self, tx: Tx, community: Community, now: datetime) -> None:
        """Say that proposed items wait, each week again: none is dropped in silence."""
        desk = self._desk
        number = len(rules.waiting(await desk.store.of_community(tx, community.id)))
        if number:
            key, place = new_key(), Post(community.facilitators_channel)
            note = Delivery(key, community.id, NOTE, place, text.some_wait(number, key))
            await desk.deliveries.put(tx, note, now, rank=_AFTER_THE_BATCH)
            await desk.let_wait(tx, community.id)

    async def _forget(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        posted = await self._desk.store.forget_batch(tx, alarm.subject)
        if posted is not None:
            place = Edit(posted.channel, posted.message)
            gone = Delivery(edit_key(posted.key), posted.community, BATCH, place, text.forgotten(posted.key))
            await self._desk.deliveries.put(tx, gone, now)
        return None
