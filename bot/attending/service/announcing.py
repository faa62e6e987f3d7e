"""The announcement of each meeting, which is edited as the meeting changes; and telling of a change, once.

A change is told by one message to everyone, which a further change replaces while it waits. Whoever means to
come is written to when that message has arrived, or was refused: so two changes make one message to her, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.attending import rules, text
from bot.attending.rules import Announcement, Reply, Stand
from bot.attending.service.ports import AttendingStore, Communities, Nudges, Planned
from bot.core.alarms import Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Place, Post, edit_key, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.meetings.rules import Change, Meeting
from bot.nudges.rules import Budget, Nudge

#: The announcement, and a change that everyone is told of.
POST, CHANGE = "attending.announcement", "attending.change"
#: A meeting of a series has come near enough; one is over; what was said of it is old.
ANNOUNCE, OVER, FORGET = "attending.announce", "attending.over", "attending.forget"


class Announcing:
    """The announcements of every community; the owner of the deliveries that carry them."""

    def __init__(
        self,
        *,
        store: AttendingStore,
        communities: Communities,
        nudges: Nudges,
        deliveries: Deliveries,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`deliveries` and `alarms` are the everyday ones."""
        self._store = store
        self._communities = communities
        self._nudges = nudges
        self._deliveries = deliveries
        self._alarms = alarms
        self._clock = clock

    async def start(self, database: Database, planned: Planned) -> None:
        """Announce each meeting to come of which nobody was told: planned before there were announcements.

        Done again, it changes nothing. `database` is the everyday one.
        """
        async with database.write() as tx:
            for community in await self._communities.all_in(tx):
                for meeting in await planned.upcoming(tx, community.id):
                    if await self._store.get(tx, community.id, meeting.id) is None:
                        await self._announce(tx, Announcement(Stand(meeting), new_key()))

    # What other features tell

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """A meeting is announced, or its announcement changed; all of it is promised in this transaction."""
        meeting = change.after or change.before
        known = None if meeting is None else await self._store.get(tx, community, meeting.id)
        if known is not None and known.promised:
            await self._change(tx, known, change.after)
        elif change.after is not None:
            key = new_key() if known is None else known.key
            await self._announce(tx, Announcement(Stand(change.after), key))
        elif known is not None:
            await self._forget(tx, known)

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def announce(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            if known is not None:
                await self._announce(tx, known)

        async def over(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            if known is not None:
                await self._end(tx, replace(known, over=True), now)

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            if known is not None:
                await self._forget(tx, known)

        return {ANNOUNCE: announce, OVER: over, FORGET: forget}

    # What the postman asks and tells

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """A message that is there already, or that nobody needs any more, does not go."""
        if isinstance(delivery.place, Edit):
            return now
        known = await self._store.by_key(tx, delivery.community, rules.key_in(delivery.key))
        if known is None:
            return None
        if delivery.kind == POST:
            return None if known.message or not known.is_open(now) else now
        return now if delivery.key == known.change_key and known.to_tell(now) else None

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Nothing follows: no direct message is sent from here."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where the announcement is, or what was told; what changed meanwhile follows."""
        if not isinstance(delivery.place, Post):
            return
        said = rules.read_back(delivery.about)
        known = await self._store.by_key(tx, delivery.community, rules.key_in(delivery.key))
        if known is None:
            await self._take_down(tx, delivery, said, message)
        elif delivery.kind == POST and not known.message:
            posted = known.arrived(delivery.place.channel, message, said)
            if said != posted.stand or posted.over:
                await self._edit(tx, posted)
            await self._settle(tx, posted)
        elif delivery.kind == CHANGE and delivery.key == known.change_key:
            await self._settle(tx, replace(known, told=said, number=known.number + 1))

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Whoever means to come is written to all the same; a channel that was changed is followed."""
        known = await self._store.by_key(tx, delivery.community, rules.key_in(delivery.key))
        if known is None or not isinstance(delivery.place, Post):
            return
        if delivery.kind == CHANGE:
            await self._store.put(tx, await self._write(tx, known))
        place = await self._place(tx, delivery.community)
        if place is not None and place != delivery.place:
            await self._deliveries.put(tx, replace(delivery, place=place), self._clock.now())

    # Steps

    async def _announce(self, tx: Tx, announcement: Announcement) -> None:
        """Promise an announcement, or wait until its meeting has come near enough."""
        now, meeting = self._clock.now(), announcement.meeting
        subject = _subject(meeting)
        await self._alarms.forget(tx, ANNOUNCE, subject)
        due = rules.announced_at(meeting, now)
        if due > now:
            await self._alarms.set(tx, Alarm(ANNOUNCE, subject, due))
            await self._store.put(tx, announcement)
        elif meeting.ends_at > now and await self._post(tx, announcement):
            await self._ring_when_over(tx, meeting)
            await self._store.put(tx, replace(announcement, promised=True))

    async def _change(self, tx: Tx, known: Announcement, after: Meeting | None) -> None:
        now = self._clock.now()
        changed = known.changed(after, now)
        if not known.message and after is None:
            await self._forget(tx, known)
            return
        if after is not None:
            await self._ring_when_over(tx, after)
        else:
            await self._keep_until(tx, changed.meeting, now)
        if known.message:
            await self._edit(tx, changed)
        else:
            await self._post(tx, changed)
        await self._settle(tx, changed)

    async def _settle(self, tx: Tx, known: Announcement) -> None:
        """Keep it; if people know something else by now, promise to tell them."""
        if known.to_tell(self._clock.now()) and known.told is not None:
            place = await self._place(tx, known.meeting.community)
            notice = text.change(known, known.told)
            to = place or Post(known.channel)
            await self._put(tx, known, to, notice, key=known.change_key, kind=CHANGE)
            # Those who mean to come are written to when it is known what became of that message.
            unsaid = known.told == known.written
        else:
            unsaid = False
        await self._store.put(tx, known if unsaid else await self._write(tx, known))

    async def _write(self, tx: Tx, known: Announcement) -> Announcement:
        """Write to those who mean to come, unless they know it; of a cancelled meeting no answer stays."""
        now, meeting = self._clock.now(), known.meeting
        if known.written is None or not known.to_write(now):
            return known
        notice = text.change_for(known, known.written)
        for member, reply in (await self._store.replies(tx, meeting.community, meeting.id)).items():
            if reply is not Reply.NOT:
                await self._nudges.send(tx, _nudge(known, member, notice, now))
        if known.stand.cancelled:
            await self._store.forget_replies(tx, meeting.community, meeting.id)
        return replace(known, written=known.stand)

    async def _end(self, tx: Tx, known: Announcement, now: datetime) -> None:
        await self._keep_until(tx, known.meeting, now)
        if known.message:
            await self._edit(tx, known)
        await self._store.put(tx, known)

    async def _forget(self, tx: Tx, known: Announcement) -> None:
        for kind in (ANNOUNCE, OVER, FORGET):
            await self._alarms.forget(tx, kind, _subject(known.meeting))
        await self._store.remove(tx, known.meeting.community, known.meeting.id)

    async def _ring_when_over(self, tx: Tx, meeting: Meeting) -> None:
        # Of two alarms the earlier one would stay.
        for kind in (OVER, FORGET):
            await self._alarms.forget(tx, kind, _subject(meeting))
        await self._alarms.set(tx, Alarm(OVER, _subject(meeting), meeting.ends_at))

    async def _keep_until(self, tx: Tx, meeting: Meeting, since: datetime) -> None:
        await self._alarms.forget(tx, OVER, _subject(meeting))
        await self._alarms.set(tx, Alarm(FORGET, _subject(meeting), since + rules.KEPT))

    async def _post(self, tx: Tx, known: Announcement) -> bool:
        """Promise the announcement; returns False if the community is not set up."""
        place = await self._place(tx, known.meeting.community)
        if place is not None:
            await self._put(tx, known, place, text.announcement(known), key=known.key)
        return place is not None

    async def _edit(self, tx: Tx, known: Announcement) -> None:
        place = Edit(known.channel, known.message)
        await self._put(tx, known, place, text.announcement(known), key=edit_key(known.key))

    async def _take_down(self, tx: Tx, delivery: Delivery, said: Stand, message: int) -> None:
        """What was cancelled while it was on its way says so."""
        if delivery.kind == POST and isinstance(delivery.place, Post):
            stand = replace(said, cancelled=True)
            gone = Announcement(stand, delivery.key, channel=delivery.place.channel, message=message)
            await self._edit(tx, gone)

    async def _put(
        self, tx: Tx, known: Announcement, place: Place, notice: Notice, *, key: str, kind: str = POST
    ) -> None:
        about = rules.written_down(known.stand)
        delivery = Delivery(key, known.meeting.community, kind, place, notice, about)
        # Of several that are due together the order would be drawn. The next meeting comes first, and what
        # everyone is told after the announcement says so.
        now = self._clock.now()
        days = max(0, (known.meeting.starts_at - now).days)
        await self._deliveries.put(tx, delivery, now, rank=2 * days + int(kind == CHANGE))

    async def _place(self, tx: Tx, community: int) -> Post | None:
        found = await self._communities.found(tx, community)
        return None if found is None else Post(found.questions_channel)

    async def _of(self, tx: Tx, alarm: Alarm) -> Announcement | None:
        community, _, meeting = alarm.subject.partition(":")
        return await self._store.get(tx, int(community), meeting)


def _subject(meeting: Meeting) -> str:
    return f"{meeting.community}:{meeting.id}"


def _nudge(known: Announcement, member: str, notice: Notice, now: datetime) -> Nudge:
    return Nudge(
        key=f"attending:{known.meeting.id}",
        community=known.meeting.community,
        member=member,
        kind="attending",
        notice=notice,
        not_before=now,
        until=known.meeting.ends_at,
        budget=Budget.URGENT,
    )
