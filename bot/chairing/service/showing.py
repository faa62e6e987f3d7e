"""The one message about a meeting that is on: posted when it begins, and changed as things change.

It is promised with the beginning, in the everyday database, and says there nothing of questions. What it says
of them is published; it stands in deliveries of the anonymous database only, as all that is said of
questions. So each change of the message is a delivery there, made anew from what is so: idempotent, and
repeated at a start until it holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial

from bot.chairing import rules, text
from bot.chairing.rules import Stand, View
from bot.chairing.service.desk import CHANGED, Desk
from bot.chairing.service.ports import Questions
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Post, Remove, edit_key, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.meetings.rules import Change
from bot.sittings.rules import Sitting

#: The message; a change of it; what everybody is told of a break.
VIEW, EDIT, BREAK = "chairing.view", "chairing.edit", "chairing.break"
#: What is published of questions has changed.
FOLLOW = "chairing.follow"
#: Behind all cards and notes that are due with it.
_AFTER_ALL = 2_000_000
_GOES_ON = "goes-on"


class Showing:
    """The message of each meeting; the owner of the deliveries that post it, and of those about breaks."""

    def __init__(
        self, desk: Desk, questions: Questions, anonymous: Database, deliveries: Deliveries, alarms: Alarms
    ) -> None:
        """`deliveries` and `alarms` are those of the `anonymous` database."""
        self._desk = desk
        self._questions = questions
        self._anonymous = anonymous
        self._deliveries = deliveries
        self._alarms = alarms
        #: What each message was last promised to say, by its key.
        self._shown: dict[str, Notice] = {}
        self._one_at_a_time = asyncio.Lock()

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for the kind of alarm that is set in the everyday database."""
        return {CHANGED: self._follow}

    def anonymous_works(self) -> Mapping[str, AlarmWork]:
        """The same for the anonymous one."""
        return {FOLLOW: self._follow}

    async def start(self) -> None:
        """Let each message say what is so now: what was to follow may have been lost in a crash."""
        async with self._desk.database.read() as tx:
            views = await self._desk.store.open(tx)
        for community in sorted({each.community for each in views}):
            await self.refresh(community)

    # What other features tell

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        """A meeting has begun: its message is promised. One that goes on has it already."""
        known = await self._desk.store.get(tx, sitting.community, sitting.id)
        if known is None or not known.message:
            await self.post(tx, sitting, known)
        else:
            await self._desk.store.put(tx, replace(known, closed=False))
            await self._desk.follow(tx, sitting.community)

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        """A meeting is over: its message says so, and has no buttons any more."""
        if await self._desk.store.get(tx, sitting.community, sitting.id) is not None:
            await self._desk.follow(tx, sitting.community)

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """A planned meeting, perhaps the one that is on, ends at another time."""
        await self._if_on(tx, community)

    async def agenda_changed(self, tx: Tx, community: int) -> None:
        """The agenda of a meeting, perhaps of the one that is on, was changed in this transaction."""
        await self._if_on(tx, community)

    async def questions_changed(self, tx: Tx, community: int) -> None:
        """What is published has changed in this transaction, on the anonymous database."""
        await self._alarms.set(tx, Alarm(FOLLOW, str(community), self._desk.clock.now()))

    # The message

    async def post(self, tx: Tx, sitting: Sitting, known: View | None) -> View | None:
        """Promise the message, at the end of the channel as it is chosen now; one that is there goes.

        Returns the view as it is now; None if the community is not set up.
        """
        here = await self._desk.communities.found(tx, sitting.community)
        if here is None:
            return None
        if known is not None:
            await self._take_away(tx, known, sitting)
        view = known or rules.begun(sitting, (await self._stand(tx, sitting)).items)
        fresh = replace(view, key=new_key(), channel=here.facilitators_channel, message=0, closed=False)
        await self._desk.store.put(tx, fresh)
        await self._promise(tx, await self._desk.stand(tx, sitting, fresh))
        return fresh

    async def refresh(self, community: int) -> None:
        """Let the messages of a community say what is so now; where they do, nothing is written."""
        async with self._one_at_a_time:
            async with self._desk.database.read() as tx:
                views = [each for each in await self._desk.store.open(tx) if each.community == community]
                found = [await self._desk.of(tx, each) for each in views]
                here = await self._desk.communities.found(tx, community)
            theirs = None if here is None else here.facilitators_channel
            stands = [each for each in found if each is not None]
            made = [await self._made(each, theirs) for each in stands if each.view.message]
            await self._change([each for each in made if self._shown.get(each[0].key) != each[1]])
            await self._close([each.view for each in stands if _is_over(each)])

    async def _made(self, stand: Stand, theirs: int | None) -> tuple[View, Notice]:
        """The message as it has to be, where `theirs` is the facilitators' channel as it is chosen now."""
        view = stand.view
        # If another one was chosen, others may read the one before by now.
        if view.channel != theirs:
            return view, text.view(stand, None)
        async with self._anonymous.read() as tx:
            return view, text.view(stand, await self._questions.open(tx, view.community))

    async def _change(self, changes: list[tuple[View, Notice]]) -> None:
        if not changes:
            return
        now = self._desk.clock.now()
        async with self._anonymous.write() as tx:
            for view, notice in changes:
                place = Edit(view.channel, view.message)
                edit = Delivery(edit_key(view.key), view.community, EDIT, place, notice)
                await self._deliveries.put(tx, edit, now, rank=_AFTER_ALL)
        self._shown |= {view.key: notice for view, notice in changes}

    async def _close(self, views: list[View]) -> None:
        """What is over is said, or will be: nothing is changed any more, unless the meeting goes on."""
        for view in views:
            async with self._desk.database.write() as tx:
                # Somebody may have pressed meanwhile that it goes on.
                stand = await self._desk.of(
                    tx, await self._desk.store.get(tx, view.community, view.id) or view
                )
                if stand is not None and _is_over(stand):
                    await self._desk.store.put(tx, replace(stand.view, closed=True))
            self._shown.pop(view.key, None)

    # Breaks

    async def tell_of_break(self, tx: Tx, stand: Stand) -> None:
        """Promise to tell everybody of a break, or that it is over, once."""
        here = await self._desk.communities.found(tx, stand.view.community)
        if here is None:
            return
        key, view = new_key(), stand.view
        rests = view.rest is not None
        notice = text.everybody_rests(stand, key) if rests else text.everybody_goes_on(key)
        about = f"{view.id}:{view.number if rests else _GOES_ON}"
        told = Delivery(key, view.community, BREAK, Post(here.questions_channel), notice, about)
        # Of two that are due together, the one that was pressed first comes first.
        await self._desk.deliveries.put(tx, told, self._desk.clock.now(), rank=view.number)

    # What the postman asks and tells

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """What is not so any more never goes; a message that a try may have brought there is taken away."""
        if isinstance(delivery.place, Remove):
            return now
        sitting, _, number = delivery.about.partition(":")
        view = await self._desk.store.get(tx, delivery.community, sitting)
        stand = None if view is None else await self._desk.of(tx, view)
        if stand is None or (stand.sitting.ended_at is not None and delivery.kind == BREAK):
            return None
        if delivery.kind == VIEW and stand.sitting.ended_at is not None:
            await self._take_away(tx, stand.view, stand.sitting)
            return None
        if delivery.kind == VIEW:
            return now if stand.view.key == delivery.key else None
        rests = stand.view.rest is not None
        return now if rests != (number == _GOES_ON) else None

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where the message is; what became so while it was on its way is said on it now."""
        if delivery.kind != VIEW or not isinstance(delivery.place, Post):
            return
        view = await self._desk.store.get(tx, delivery.community, delivery.about)
        if view is not None and view.key == delivery.key:
            # Also if the meeting has ended meanwhile: the message does not say so yet.
            posted = replace(view, channel=delivery.place.channel, message=message, closed=False)
            await self._desk.store.put(tx, posted)
            await self._desk.follow(tx, delivery.community)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """A channel that was changed is followed; else it is tried again, and [The meeting now] says so."""
        here = await self._desk.communities.found(tx, delivery.community)
        if here is None or not isinstance(delivery.place, Post):
            return
        place = Post(here.facilitators_channel if delivery.kind == VIEW else here.questions_channel)
        if place != delivery.place:
            await self._desk.deliveries.put(tx, replace(delivery, place=place), self._desk.clock.now())

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Nothing follows: no direct message is sent from here."""

    # What is old

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Remove what was before a day; returns how many meetings that were."""
        return await self._desk.store.expire(tx, community, datetime.combine(before, time(), UTC))

    # Steps

    async def _follow(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        return partial(self.refresh, int(alarm.subject))

    async def _if_on(self, tx: Tx, community: int) -> None:
        if await self._desk.sittings.now(tx, community) is not None:
            await self._desk.follow(tx, community)

    async def _stand(self, tx: Tx, sitting: Sitting) -> Stand:
        return await self._desk.stand(tx, sitting, rules.begun(sitting, ()))

    async def _promise(self, tx: Tx, stand: Stand) -> None:
        view = stand.view
        notice = text.view(stand, None)
        post = Delivery(view.key, view.community, VIEW, Post(view.channel), notice, view.id)
        await self._desk.deliveries.put(tx, post, self._desk.clock.now())

    async def _take_away(self, tx: Tx, view: View, sitting: Sitting) -> None:
        """Let the message go, by its key: this takes the place of one that has not been sent yet."""
        now = self._desk.clock.now()
        # If the clock was set back, it was posted before the meeting began.
        since = int(min(sitting.began_at, now).timestamp())
        gone = Delivery(view.key, view.community, VIEW, Remove(view.channel, view.key, since), Notice(()))
        # Of two that are due together the order would be drawn: the new one comes first.
        await self._desk.deliveries.put(tx, gone, now, rank=1)


class Edits:
    """The owner of the changes of the message. Nothing follows: the next change says all that is so then."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """It is there."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """It is tried again, unless the message is gone: then [The meeting now] brings it back."""


def _is_over(stand: Stand) -> bool:
    return stand.sitting.ended_at is not None
