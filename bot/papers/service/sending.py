"""Papers by the clock: facilitators are shown them, everybody gets them once, and they go when they are old.

Each step is an alarm, and each message a delivery in that alarm's transaction. How it stands is kept with it:
so a crash leaves either both or none, and nothing is sent twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.community.rules import PastDate
from bot.core.alarms import Alarm, Alarms, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Edit, Post, edit_key, new_key
from bot.core.postman import Refusal
from bot.meetings.rules import Change, Meeting
from bot.papers import rules
from bot.papers.rules import Papers, State
from bot.papers.service.office import CARD, POST, Office
from bot.papers.text import card as cards
from bot.papers.text.message import message as to_everybody

#: Facilitators are to be shown papers; they are to go out; they are old.
SHOW, DUE, FORGET = "papers.show", "papers.due", "papers.forget"


class Sending:
    """Goes by the meetings' dates; the owner of the deliveries that carry papers and cards."""

    def __init__(self, office: Office, alarms: Alarms) -> None:
        """`alarms` are the everyday ones."""
        self._office = office
        self._on = office.on
        self._alarms = alarms

    # What other features tell

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """Papers follow their meeting; those that were sent stay as they are, and the announcement tells."""
        meeting = change.after or change.before
        known = None if meeting is None else await self._on.store.get(tx, community, meeting.id)
        if change.after is None:
            if known is not None:
                await self._office.edit_card(tx, known, cards.cancelled(known))
                await self._forget(tx, known)
        elif known is None:
            await self._plan(tx, Papers(change.after, new_key()))
        else:
            await self._follow(tx, known, change.after)

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        """The pause of everything is over: what was not sent is offered to facilitators, if there is time."""
        for known in await self._on.store.of_community(tx, community):
            waits = known.state is State.WAITING and not known.number and not await self._will_show(tx, known)
            if known.meeting.starts_at > now and (waits or known.state is State.MISSED):
                await self._office.show(tx, known)
        return []

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def show(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            is_waiting = known is not None and known.state is State.WAITING and not known.number
            if known is not None and is_waiting and not await self._is_paused(tx, known):
                await self._office.show(tx, known)

        async def due(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            if known is not None and known.state is State.WAITING:
                await self._go(tx, known, now)

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> None:
            known = await self._of(tx, alarm)
            if known is not None:
                await self._forget(tx, known)

        return {SHOW: show, DUE: due, FORGET: forget}

    # What the postman asks and tells

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """Nothing goes once the meeting has begun, nor while all is paused; nor what is there already."""
        if isinstance(delivery.place, Edit):
            return now
        known = await self._on.store.by_key(tx, delivery.community, delivery.about)
        if known is None or known.meeting.starts_at <= now:
            return None
        if delivery.kind == POST:
            is_wanted = known.state is State.PROMISED and delivery.key == known.post_key
        else:
            is_wanted = delivery.key == known.card_key and not known.card_message
        if not is_wanted:
            return None
        if not await self._is_paused(tx, known):
            return now
        # On resuming, facilitators are shown whatever has not arrived.
        as_before = replace(known, number=known.number - 1)
        missed = replace(known, state=State.MISSED)
        await self._on.store.put(tx, missed if delivery.kind == POST else as_before)
        return None

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Nothing follows: no direct message is sent from here."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where it is; what became different while it was on its way follows."""
        known = await self._on.store.by_key(tx, delivery.community, delivery.about)
        if known is None or not isinstance(delivery.place, Post):
            return
        channel = delivery.place.channel
        if delivery.kind == POST and delivery.key == known.post_key and not known.message:
            sent = replace(known, state=State.SENT, channel=channel, message=message)
            await self._office.keep(tx, sent)
            if to_everybody(await self._office.sheet(tx, sent)) != delivery.notice:
                await self._office.edit_message(tx, sent)
        elif delivery.kind == CARD and delivery.key == known.card_key and not known.card_message:
            there = replace(known, card_channel=channel, card_message=message)
            await self._on.store.put(tx, there)
            if cards.card(there) != delivery.notice:
                await self._office.edit_card(tx, there, cards.card(there))

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """A channel that was changed is followed; until then it is tried again."""
        known = await self._on.store.by_key(tx, delivery.community, delivery.about)
        if known is None or not isinstance(delivery.place, Post):
            return
        place = await self._office.place(tx, known, delivery.kind)
        if place is not None and place != delivery.place:
            await self._on.deliveries.put(tx, replace(delivery, place=place), self._on.clock.now())

    async def is_gone(self, tx: Tx, delivery: Delivery) -> None:
        """Somebody deleted what was to be changed: until the meeting begins, papers are posted anew."""
        known = await self._on.store.by_key(tx, delivery.community, delivery.about)
        if known is None or known.meeting.starts_at <= self._on.clock.now():
            return
        if delivery.kind == POST and delivery.key == edit_key(known.post_key):
            await self._office.keep_and_tell(tx, known.posted_anew())

    # Steps

    async def _plan(self, tx: Tx, papers: Papers) -> None:
        """Set what is due for papers that wait, by the date that their meeting has now."""
        now, meeting = self._on.clock.now(), papers.meeting
        settings = await self._on.communities.settings_in(tx, meeting.community)
        due = rules.goes_at(meeting, settings, now)
        await self._forget_alarms(tx, meeting)
        if due is not None:
            await self._alarms.set(tx, Alarm(DUE, _subject(meeting), due))
        if not papers.number and meeting.starts_at > now:
            await self._alarms.set(tx, Alarm(SHOW, _subject(meeting), rules.shown_at(due, settings, now)))
        await self._alarms.set(tx, Alarm(FORGET, _subject(meeting), meeting.ends_at + rules.KEPT))
        await self._office.keep(tx, replace(papers, state=State.WAITING, due=due))

    async def _follow(self, tx: Tx, known: Papers, meeting: Meeting) -> None:
        changed, is_moved = replace(known, meeting=meeting), known.meeting.starts_at != meeting.starts_at
        if is_moved and known.state in (State.WAITING, State.MISSED):
            await self._plan(tx, changed)
            return
        await self._alarms.forget(tx, FORGET, _subject(meeting))
        await self._alarms.set(tx, Alarm(FORGET, _subject(meeting), meeting.ends_at + rules.KEPT))
        # What is on its way says what is so now; what is there already stays as it is.
        on_its_way = known.state is State.PROMISED
        await (self._office.keep_and_tell if on_its_way else self._office.keep)(tx, changed)

    async def _go(self, tx: Tx, papers: Papers, now: datetime) -> None:
        """Send papers that are due, unless all is paused, or it is too late or no time for it."""
        settings = await self._on.communities.settings_in(tx, papers.meeting.community)
        if settings.pause is not None:
            await self._office.keep(tx, replace(papers, state=State.MISSED))
            return
        due = rules.late_at(papers.meeting, settings, now)
        if due is not None and due <= now:
            await self._office.send(tx, papers)
            return
        if due is not None:
            await self._alarms.set(tx, Alarm(DUE, _subject(papers.meeting), due))
        await self._office.keep(tx, replace(papers, due=due))

    async def _forget(self, tx: Tx, papers: Papers) -> None:
        await self._forget_alarms(tx, papers.meeting)
        await self._on.store.remove(tx, papers.meeting.community, papers.meeting.id)

    async def _forget_alarms(self, tx: Tx, meeting: Meeting) -> None:
        # Of two alarms the earlier one would stay.
        for kind in (SHOW, DUE, FORGET):
            await self._alarms.forget(tx, kind, _subject(meeting))

    async def _will_show(self, tx: Tx, papers: Papers) -> bool:
        return await self._alarms.is_set(tx, SHOW, _subject(papers.meeting))

    async def _is_paused(self, tx: Tx, papers: Papers) -> bool:
        settings = await self._on.communities.settings_in(tx, papers.meeting.community)
        return settings.pause is not None

    async def _of(self, tx: Tx, alarm: Alarm) -> Papers | None:
        community, _, meeting = alarm.subject.partition(":")
        return await self._on.store.get(tx, int(community), meeting)


def _subject(meeting: Meeting) -> str:
    return f"{meeting.community}:{meeting.id}"
