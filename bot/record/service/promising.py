"""What is promised about a record, and what became of it: the offer to finish it, the reminder, the page.

Each is a delivery in the transaction of its decision. An offer that came too early is taken away by its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Edit, Place, Post, Remove, edit_key, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.nudges.rules import after_working_days, next_in_channel
from bot.nudges.rules.nudge import zone_of
from bot.record import rules
from bot.record.rules import DUE_AFTER, REMINDED_AFTER, Record, Stage
from bot.record.service.office import NOTE, OFFER, POST, REMIND, REMINDER, Office
from bot.record.text import page
from bot.record.text import told as text
from bot.sittings.rules import Sitting

_LATER = timedelta(days=1)
#: A meeting's last window lets out what waited, and its view says that it is over; the offer comes after.
#: Those leave from another database, and the order of what leaves two of them together would be drawn.
OFFERED_AFTER = timedelta(minutes=1)


class Promising:
    """Told of each meeting that begins and ends; the owner of the deliveries about records."""

    def __init__(self, office: Office) -> None:
        self._office = office

    # What sittings tell

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        """A meeting that was ended by mistake goes on: the offer goes, and nothing that was written."""
        record = await self._office.store.get(tx, sitting.community, sitting.id)
        if record is None or record.stage is not Stage.OPEN:
            return
        now = self._office.clock.now()
        since = min(int(record.ended_at.timestamp()), int(now.timestamp()))
        place = Remove(record.channel, record.offer_key, since)
        await self._put(tx, record, OFFER, place, (record.offer_key, Notice(())))
        await self._office.alarms.forget(tx, REMIND, _subject(record))
        await self._office.store.put(tx, rules.goes_on(record))

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        """Its record can be finished: facilitators are told, once."""
        office, ended = self._office, sitting.ended_at or self._office.clock.now()
        here = await office.communities.found(tx, sitting.community)
        known = await office.store.get(tx, sitting.community, sitting.id)
        if here is None or (known is not None and known.stage is not Stage.WAITS):
            return
        fresh = known or rules.begun(new_key(), sitting, ended)
        record = rules.offered(fresh, ended, here.facilitators_channel, _word())
        await office.store.put(tx, record)
        place, offer = Post(record.channel), (record.offer_key, text.offer(record))
        await self._put(tx, record, OFFER, place, offer, due=office.clock.now() + OFFERED_AFTER)
        due = await self._after_working_days(tx, record, REMINDED_AFTER)
        await office.alarms.set(tx, Alarm(REMIND, _subject(record), due))

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {REMIND: self._remind}

    async def _remind(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        office = self._office
        community, _, sitting = alarm.subject.partition(":")
        record = await office.store.get(tx, int(community), sitting)
        here = await office.communities.found(tx, int(community))
        if record is None or here is None or record.stage is not Stage.OPEN:
            return None
        settings = await office.communities.settings_in(tx, int(community))
        # Hours that leave no day are for members; what was promised to everybody is not forgotten for them.
        when = next_in_channel(settings, now) or now
        if settings.pause is not None:
            await office.alarms.set(tx, replace(alarm, due=now + _LATER))
        elif when > now:
            await office.alarms.set(tx, replace(alarm, due=when))
        else:
            due = await self._after_working_days(tx, record, DUE_AFTER)
            place = Post(here.facilitators_channel)
            note = text.reminder(record, due)
            await self._put(tx, record, REMINDER, place, (record.reminder_key, note))
        return None

    # What posting asks

    async def post(self, tx: Tx, record: Record, notice: Notice) -> None:
        """Promise the page to everybody, or its change where it is there."""
        posted = record.posted
        if posted is not None and posted.message:
            place: Place = Edit(posted.channel, posted.message)
            await self._put(tx, record, POST, place, (edit_key(record.post_key), notice))
            return
        here = await self._office.communities.found(tx, record.community)
        if here is not None:
            await self._put(tx, record, POST, Post(here.questions_channel), (record.post_key, notice))

    async def close(self, tx: Tx, record: Record) -> None:
        """It is posted: nobody is reminded, and the offer says so."""
        await self._office.alarms.forget(tx, REMIND, _subject(record))
        if record.message:
            await self._say_over(tx, record)

    async def add(self, tx: Tx, record: Record, who: str, words: str) -> None:
        """Promise facilitators what somebody adds."""
        here = await self._office.communities.found(tx, record.community)
        if here is not None:
            key = rules.token_of(record.key, _word())
            notice = text.addition(record, who, words, key)
            await self._put(tx, record, NOTE, Post(here.facilitators_channel), (key, notice))

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Keep nothing of meetings before a day; returns how many records that were."""
        gone = await self._office.store.expire(tx, community, before)
        for sitting in gone:
            await self._office.alarms.forget(tx, REMIND, f"{community}:{sitting}")
        return len(gone)

    # What the postman asks and tells

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """An offer or a reminder that is not true any more never goes; a page goes once."""
        record = await self._of(tx, delivery)
        if isinstance(delivery.place, Remove) or delivery.kind == NOTE:
            return now
        if record is None:
            return None
        if delivery.kind == OFFER and isinstance(delivery.place, Post):
            return now if record.stage is Stage.OPEN and delivery.key == record.offer_key else None
        if delivery.kind == REMINDER:
            return now if record.stage is Stage.OPEN else None
        posted = record.posted
        if isinstance(delivery.place, Post) and posted is not None and posted.message:
            # It was changed while it was on its way.
            await self.post(tx, record, delivery.notice)
            return None
        return now

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Nothing follows: no direct message is sent from here."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where it is; an offer that arrives too late says so."""
        record = await self._of(tx, delivery)
        if record is None or not isinstance(delivery.place, Post):
            return
        if delivery.kind == OFFER and delivery.key == record.offer_key:
            there = replace(record, channel=delivery.place.channel, message=message)
            await self._office.store.put(tx, there)
            if there.stage is Stage.POSTED:
                await self._say_over(tx, there)
        elif delivery.kind == POST and record.posted is not None:
            posted = replace(record.posted, channel=delivery.place.channel, message=message)
            await self._office.store.put(tx, replace(record, posted=posted))

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """A channel that was changed is followed; that the page does not come out is told once."""
        record = await self._of(tx, delivery)
        here = await self._office.communities.found(tx, delivery.community)
        if record is None or here is None or not isinstance(delivery.place, Post):
            return
        to_all = delivery.kind == POST
        place = Post(here.questions_channel if to_all else here.facilitators_channel)
        if place != delivery.place:
            await self._office.deliveries.put(tx, replace(delivery, place=place), self._office.clock.now())
        elif to_all and refusal.is_first:
            private = Post(here.facilitators_channel)
            await self._put(tx, record, NOTE, private, (record.trouble_key, text.trouble(record)))

    async def is_gone(self, tx: Tx, delivery: Delivery) -> None:
        """Somebody deleted the page before it was changed: what it was to say is posted anew."""
        record = await self._of(tx, delivery)
        if record is None or delivery.kind != POST or delivery.key != edit_key(record.post_key):
            return
        anew = rules.lost(record)
        await self._office.store.put(tx, anew)
        await self.post(tx, anew, page.anew(delivery.notice, anew.post_key))

    # Steps

    async def _say_over(self, tx: Tx, record: Record) -> None:
        place = Edit(record.channel, record.message)
        await self._put(tx, record, OFFER, place, (edit_key(record.offer_key), text.offer_over(record)))

    async def _after_working_days(self, tx: Tx, record: Record, days: int) -> datetime:
        settings = await self._office.communities.settings_in(tx, record.community)
        zone = zone_of(settings)
        return after_working_days(record.ended_at, days, settings.nation, zone, settings.country)

    async def _of(self, tx: Tx, delivery: Delivery) -> Record | None:
        return await self._office.store.get(tx, delivery.community, delivery.about)

    async def _put(
        self,
        tx: Tx,
        record: Record,
        kind: str,
        place: Place,
        message: tuple[str, Notice],
        *,
        due: datetime | None = None,
    ) -> None:
        key, notice = message
        delivery = Delivery(key, record.community, kind, place, notice, record.id)
        await self._office.deliveries.put(tx, delivery, due or self._office.clock.now())


def _word() -> str:
    """What is behind a record's key in a delivery's: together they fit into a nonce."""
    return new_key()[:8]


def _subject(record: Record) -> str:
    return f"{record.community}:{record.id}"
