"""Going along the paths: what is due for each member, written with the decision that caused it.

One card is handed on at a time, and the next one planned only then. So a meeting that is moved, a path that
is composed anew, or a pause, changes all that is still to come and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.community.rules import PastDate
from bot.core.alarms import Alarm, AlarmWork
from bot.core.database import Tx
from bot.meetings.rules import Change
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import Member, is_paused
from bot.preparation import rules
from bot.preparation.rules import TALK_UNTIL, Card, Progress
from bot.preparation.service.calls import Calls
from bot.preparation.service.desk import CARDS, KIND, Around, Desk, calls_key, key_about
from bot.preparation.text import calls as calls_text
from bot.preparation.text import cards as text

_DAY = timedelta(days=1)
#: Whoever left may come back without anybody saying so here.
_LOOK_AGAIN = timedelta(days=6)


class Walking:
    """Hands on what is due, and says when to look again."""

    def __init__(self, desk: Desk, calls: Calls) -> None:
        """`calls` sees to the call that comes first."""
        self._desk = desk
        self._calls = calls

    # What others tell

    async def joined(self, tx: Tx, member: Member) -> None:
        """Somebody has joined, or is in another role group: her path begins, or goes on as another."""
        around = await self._desk.around(tx, member.community)
        await self.look(tx, await self._desk.progress(tx, member), around)

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """A meeting was added, moved or cancelled: whatever has not gone out goes by the new dates."""
        around = await self._desk.around(tx, community)
        for progress in await self._desk.store.of_community(tx, community):
            if change.before is not None and progress.first == change.before.starts_at:
                # It does not take place then: whether it has been or not is decided anew.
                moment = change.before.starts_at
                await self.look(tx, rules.reopened(progress, moment, moment), around)
            else:
                await self.look(tx, progress, around)

    async def changed(self, tx: Tx, community: int) -> None:
        """A path was composed anew, or a contact given: everybody is looked at."""
        around = await self._desk.around(tx, community)
        for progress in await self._desk.store.of_community(tx, community):
            await self.look(tx, progress, around)

    async def lost(self, tx: Tx, community: int, member: str, key: str) -> None:
        """One of our messages was let go, in a pause or for want of room: what it was for is planned anew."""
        tomorrow = _tomorrow(await self._desk.around(tx, community))
        if key == calls_key(member):
            for progress in await self._desk.store.of_community(tx, community):
                if progress.call.told == member:
                    call = replace(progress.call, told="")
                    await self._desk.keep(tx, progress.with_call(call), tomorrow)
            return
        card = key.removeprefix(key_about(member, ""))
        found = await self._desk.store.get(tx, community, member)
        if found is not None and card in rules.CARDS:
            await self._desk.keep(tx, rules.unsent(found, Card(card)), tomorrow)

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        """The pause of everything is over: a meeting that was to be meanwhile was nobody's first.

        Returns the calls whose time passed, unless it is known that they have been.
        """
        around = await self._desk.around(tx, community)
        for progress in await self._desk.store.of_community(tx, community):
            await self.look(tx, rules.reopened(progress, since, now), around)
        return [
            PastDate("preparation:again", slot.id, calls_text.past(slot, around.zone))
            for slot in await self._desk.store.slots(tx, community)
            if slot.member is not None and since < slot.starts_at <= now
        ]

    async def wake(self, tx: Tx, community: int) -> None:
        """See to it that the next one is looked at when it is time."""
        due = await self._desk.store.next_due(tx, community)
        if due is not None:
            await self._desk.alarms.set(tx, Alarm(CARDS, str(community), due))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""
        return {CARDS: self._ring}

    async def _ring(self, tx: Tx, alarm: Alarm, now: datetime) -> None:
        community = int(alarm.subject)
        around = await self._desk.around(tx, community)
        if around.is_paused:
            # Whoever resumes has everybody looked at.
            return
        for progress in await self._desk.store.due(tx, community, now):
            await self.look(tx, progress, around)
        await self.wake(tx, community)

    # One member

    async def look(self, tx: Tx, progress: Progress, around: Around) -> None:
        """Do what is due for somebody, and say when to look at her again."""
        desk, now = self._desk, around.now
        member = await desk.people.member(tx, progress.community, progress.member)
        if member is None:
            await desk.store.remove(tx, progress.community, progress.member)
            return
        progress = rules.anchored(progress, around.upcoming, now)
        is_quiet = member.left_on is not None or is_paused(member, now)
        if around.is_paused:
            await desk.keep(tx, progress, _tomorrow(around))
            return
        progress = await self._calls.step(tx, progress, member, around, is_quiet=is_quiet)
        following = self._next(progress, member, around)
        if following is not None and following[1] <= now and not is_quiet:
            progress = await self._hand_on(tx, progress, member, following[0], around)
            following = self._next(progress, member, around)
        await desk.keep(tx, progress, _look_again(progress, following and following[1], around))

    def _next(self, progress: Progress, member: Member, around: Around) -> tuple[Card, datetime] | None:
        zone = around.zone
        planned = rules.due_cards(
            around.composed.steps(around.path(member)),
            progress.sent.keys(),
            None if progress.first is None else rules.day_of(progress.first, zone),
            rules.day_of(around.now, zone),
            last=progress.last,
            hold=progress.hold(zone),
        )
        return rules.next_card(planned, zone)

    async def _hand_on(
        self, tx: Tx, progress: Progress, member: Member, card: Card, around: Around
    ) -> Progress:
        today = rules.day_of(around.now, around.zone)
        if member.has_discord:
            await self._desk.nudges.send(tx, self._nudge(progress, member, card, around))
        else:
            await self._errand(tx, member, card, today)
        return rules.sent(progress, card, today)

    async def _errand(self, tx: Tx, member: Member, card: Card, today: date) -> None:
        line = text.errand(card)
        await self._desk.contacts.errand(tx, member.community, member.id, kind="papers", line=line, due=today)

    def _nudge(self, progress: Progress, member: Member, card: Card, around: Around) -> Nudge:
        first = progress.first
        until = first if first is None or card is not Card.TALK else first + TALK_UNTIL
        return Nudge(
            key=key_about(member.id, card),
            community=member.community,
            member=member.id,
            kind=KIND,
            notice=text.card(card, around.composed),
            not_before=around.now,
            until=until,
            budget=Budget.PATH,
        )


def _tomorrow(around: Around) -> datetime:
    return rules.morning(rules.day_of(around.now, around.zone) + _DAY, around.zone)


def _look_again(progress: Progress, due: datetime | None, around: Around) -> datetime | None:
    """When to look at somebody again; None at the end of her path."""
    now, tomorrow = around.now, _tomorrow(around)
    if due is None and progress.first is not None and progress.first <= now:
        return None
    if progress.call.is_open or (due is not None and due <= now):
        return tomorrow
    return tomorrow + _LOOK_AGAIN if due is None else min(due, tomorrow + _LOOK_AGAIN)
