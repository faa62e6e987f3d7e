"""Meetings in the server's own list of events: promised with each change, and mended when somebody meddles.

What the list should have is one delivery for each meeting, which a newer one replaces. The meeting never
hangs on its event: whatever becomes of that, the meeting stands as it was planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Protocol

from bot.community.rules import Community
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.happenings import Happening, Listing
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.events import rules, text
from bot.events.rules import Entry, Trouble
from bot.meetings.rules import Change, Meeting

#: An event in the server's list, and what facilitators are told when something is wrong with one.
LISTED, TOLD = "events.listed", "events.told"


class EventStore(Protocol):
    """Where entries are kept; `bot.events.store` has the promises."""

    async def put(self, tx: Tx, entry: Entry) -> None: ...
    async def get(self, tx: Tx, community: int, meeting: str) -> Entry | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Entry]: ...
    async def remove(self, tx: Tx, community: int, meeting: str) -> None: ...


class Communities(Protocol):
    """How communities are set up."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...


class Server(Protocol):
    """What Discord shows of a server, from memory."""

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called; empty if it is not there, or not known now."""

    def lacking_for_events(self, community: int, channel: int | None) -> tuple[str, ...]:
        """The permissions that the bot lacks to have an event there (None: elsewhere), by Discord's names."""


class Events:
    """The events of every community; the owner of the deliveries that carry them."""

    def __init__(
        self,
        *,
        database: Database,
        store: EventStore,
        communities: Communities,
        server: Server,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._store = store
        self._communities = communities
        self._server = server
        self._deliveries = deliveries
        self._clock = clock

    # What other features tell, and ask

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """What becomes of a meeting becomes of its event: it is promised in this transaction."""
        meeting = change.after or change.before
        known = None if meeting is None else await self._store.get(tx, community, meeting.id)
        if change.after is None:
            if known is not None:
                await self._cancel(tx, known)
        elif known is not None:
            await self._change(tx, known, change.after)
        elif (fresh := Entry(change.after, new_key())).can_be_listed(self._clock.now()):
            await self._promise(tx, fresh)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Keep nothing of the events of meetings that were over before a day; returns how many those were."""
        since = datetime.combine(before, time(), UTC)
        old = [each for each in await self._all(tx, community) if each.meeting.ends_at < since]
        for each in old:
            await self._store.remove(tx, community, each.meeting.id)
        return len(old)

    # What people do on Discord

    async def event_deleted(self, community: int, event: int) -> None:
        """Somebody deleted or cancelled an event by hand; facilitators are told if it was a meeting's."""
        async with self._database.write() as tx:
            known = rules.with_event(await self._all(tx, community), event)
            if known is not None and known.can_be_listed(self._clock.now()):
                await self._tell(tx, [known], Trouble.DELETED)

    async def channel_deleted(self, community: int, channel: int) -> None:
        """A channel was deleted; facilitators are told if meetings were to be in it."""
        async with self._database.write() as tx:
            now, entries = self._clock.now(), await self._all(tx, community)
            lost = [each for each in rules.in_channel(entries, channel) if each.can_be_listed(now)]
            await self._tell(tx, lost, Trouble.NO_CHANNEL)

    async def put_back(self, community: int, note: str) -> Notice:
        """[Put the event back], or [Try again], below what facilitators were told.

        Raises Refused if nothing is left to do, or the meetings begin too soon.
        """
        async with self._database.write() as tx:
            those = await self._with_note(tx, community, note)
            for each in those:
                # What was refused stays so until it has arrived: it is told once.
                await self._promise(tx, each if each.trouble is Trouble.REFUSED else each.mended())
        is_again = any(each.trouble is Trouble.REFUSED for each in those)
        return text.tried_again() if is_again else text.put_back()

    async def to_be_moved(self, community: int, note: str) -> str:
        """[Say where it is]: the next meeting that has no place; raises Refused if there is none."""
        async with self._database.read() as tx:
            return (await self._with_note(tx, community, note))[0].meeting.id

    # What the postman asks and tells

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """What has begun, or waits for a facilitator, is not listed; what is over needs no cancelling."""
        if not isinstance(delivery.place, Listing):
            return now
        known = await self._store.get(tx, delivery.community, delivery.about)
        if delivery.place.happening is None:
            return now if known is None or known.meeting.ends_at > now else None
        if known is None or known.cancelled or known.is_left or not known.can_be_listed(now):
            return None
        return now

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Nothing follows: no direct message is sent from here."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember which event it is; what was refused for the same reason is tried again at once."""
        community = delivery.community
        known = await self._store.get(tx, community, delivery.about)
        if known is None or not isinstance(delivery.place, Listing):
            return
        if delivery.place.happening is None:
            await self._ended(tx, known)
            return
        others = [each for each in await self._all(tx, community) if each.meeting.id != known.meeting.id]
        if known.cancelled or known.is_left:
            return
        if rules.with_event(others, message) is not None:
            # Two meetings look the same, and this is the other's.
            await self._promise(tx, known)
            return
        await self._store.put(tx, known.arrived(message))
        if known.trouble is Trouble.REFUSED:
            for each in others:
                if each.trouble is Trouble.REFUSED:
                    await self._promise(tx, each)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Facilitators are told once what is wrong, and what to do; the meeting stands."""
        community = delivery.community
        if isinstance(delivery.place, Post):
            found = await self._communities.found(tx, community)
            if found is not None and Post(found.facilitators_channel) != delivery.place:
                moved = replace(delivery, place=Post(found.facilitators_channel))
                await self._deliveries.put(tx, moved, self._clock.now())
            return
        known = await self._store.get(tx, community, delivery.about)
        if known is None or not isinstance(delivery.place, Listing):
            return
        if delivery.place.happening is None and refusal.place_is_gone:
            await self._ended(tx, known)
        elif not known.can_be_listed(self._clock.now()) or known.is_left:
            return
        elif refusal.place_is_gone:
            await self._tell(tx, [known], self._why_gone(known, delivery.place))
        elif known.trouble is not Trouble.REFUSED:
            await self._tell(tx, [known], Trouble.REFUSED)

    # Steps

    async def _change(self, tx: Tx, known: Entry, after: Meeting) -> None:
        now = self._clock.now()
        changed = known.changed(after)
        if changed.cannot_follow(known, now):
            await self._end(tx, known, key=known.key)
            changed = replace(changed.without_event(), key=new_key())
        if changed.can_be_listed(now) and not changed.is_left:
            await self._promise(tx, changed)
        else:
            await self._store.put(tx, changed)

    async def _cancel(self, tx: Tx, known: Entry) -> None:
        if known.may_be_there:
            await self._promise(tx, replace(known, cancelled=True))
        else:
            await self._store.remove(tx, known.meeting.community, known.meeting.id)

    async def _ended(self, tx: Tx, known: Entry) -> None:
        if known.cancelled:
            await self._store.remove(tx, known.meeting.community, known.meeting.id)

    async def _promise(self, tx: Tx, entry: Entry) -> None:
        """The list will have the meeting as it is now, or have it no longer; one delivery says so."""
        meeting = entry.meeting
        found = await self._communities.found(tx, meeting.community)
        if entry.cancelled:
            await self._end(tx, entry, key=entry.key, about=meeting.id)
        elif found is not None:
            happening = text.happening(meeting)
            entry = entry.trying(happening)
            listing = await self._listing(tx, entry, happening)
            about = text.about(meeting, found.questions_channel)
            await self._put(tx, Delivery(entry.key, meeting.community, LISTED, listing, about, meeting.id))
        await self._store.put(tx, entry)

    async def _end(self, tx: Tx, entry: Entry, *, key: str, about: str = "") -> None:
        """The event goes; with the entry's own key, what would still list it goes, too."""
        listing = await self._listing(tx, entry, None)
        await self._put(tx, Delivery(key, entry.meeting.community, LISTED, listing, Notice(()), about))

    async def _listing(self, tx: Tx, entry: Entry, happening: Happening | None) -> Listing:
        meeting = entry.meeting
        others = rules.others(await self._all(tx, meeting.community), meeting.id)
        return Listing(entry.event, happening, entry.tried, others)

    async def _tell(self, tx: Tx, entries: Sequence[Entry], trouble: Trouble) -> None:
        """One message to facilitators; of what is refused, one until something has arrived again."""
        if not entries:
            return
        community = entries[0].meeting.community
        told = [each for each in await self._all(tx, community) if each.trouble is trouble]
        is_known = trouble is Trouble.REFUSED and bool(told)
        note = told[0].note if is_known else new_key()
        for each in entries:
            if trouble is Trouble.NO_CHANNEL and each.event:
                # Discord takes the event away with its channel, unless it was only to be moved there.
                await self._end(tx, each, key=new_key())
            await self._store.put(tx, each.told(trouble, note))
        found = await self._communities.found(tx, community)
        if found is not None and not is_known:
            place = Post(found.facilitators_channel)
            await self._put(tx, Delivery(note, community, TOLD, place, self._note(entries, trouble, note)))

    def _note(self, entries: Sequence[Entry], trouble: Trouble, note: str) -> Notice:
        first = entries[0]
        if trouble is Trouble.NO_CHANNEL:
            return text.no_channel([each.meeting for each in entries], note)
        if trouble is Trouble.DELETED:
            return text.deleted(first.meeting, note)
        lacks = self._server.lacking_for_events(first.meeting.community, first.meeting.place.channel)
        return text.refused(first.meeting, lacks, note, cancelled=first.cancelled)

    def _why_gone(self, known: Entry, listing: Listing) -> Trouble:
        """Discord says only that something is not there: the event, or the channel that it was to be in."""
        channel = known.meeting.place.channel
        if channel is None or self._server.voice_name(known.meeting.community, channel):
            return Trouble.DELETED if listing.event else Trouble.NO_CHANNEL
        return Trouble.NO_CHANNEL

    async def _with_note(self, tx: Tx, community: int, note: str) -> list[Entry]:
        those = rules.with_note(await self._all(tx, community), note)
        if not those:
            raise Refused("error-meeting-event-mended")
        open_ = [each for each in those if each.can_be_listed(self._clock.now())]
        if not open_:
            raise Refused("error-meeting-event-late")
        return open_

    async def _put(self, tx: Tx, delivery: Delivery) -> None:
        await self._deliveries.put(tx, delivery, self._clock.now())

    async def _all(self, tx: Tx, community: int) -> list[Entry]:
        return await self._store.of_community(tx, community)
