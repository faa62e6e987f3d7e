"""What facilitators press while a meeting is on. The caller has checked that they are facilitators.

Nothing belongs to the one who presses, and it is kept nowhere who did: another can take over at any moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.chairing import rules, text
from bot.chairing.rules import Stand, View
from bot.chairing.service.desk import Desk
from bot.chairing.service.ports import Channels, Ending, Questions
from bot.chairing.service.showing import Showing
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.questions.rules.question import AnonymousQuestion

Change = Callable[[Stand, datetime], View]
Told = Callable[[Stand], Notice]


class Chairing:
    """What is pressed below the message. A token that is not the view's any more changes nothing."""

    def __init__(
        self,
        desk: Desk,
        showing: Showing,
        questions: Questions,
        anonymous: Database,
        *,
        ending: Ending,
        channels: Channels,
    ) -> None:
        """`anonymous` is the database of `questions`."""
        self._desk = desk
        self._showing = showing
        self._questions = questions
        self._anonymous = anonymous
        self._ending = ending
        self._channels = channels

    async def next(self, community: int, token: str) -> Notice:
        """[Next item]. Raises Refused at the last, and without an agenda."""
        return await self._change(community, token, lambda stand, now: rules.moved(stand, 1, now), text.moved)

    async def back(self, community: int, token: str) -> Notice:
        """[Back one]. Raises Refused at the first, and without an agenda."""
        return await self._change(
            community, token, lambda stand, now: rules.moved(stand, -1, now), text.moved
        )

    async def rest(self, community: int, token: str) -> Notice:
        """[Break]: everybody is told. Raises Refused if there is one."""
        return await self._change(community, token, rules.rests, text.rests, everybody=True)

    async def go_on(self, community: int, token: str) -> Notice:
        """[The break is over]: everybody is told. Raises Refused if there is none."""
        return await self._change(community, token, rules.goes_on, text.goes_on, everybody=True)

    async def ask_to_end(self, community: int, key: str) -> Notice:
        """[End the meeting] asks first. Raises Refused if none is on."""
        async with self._desk.database.read() as tx:
            stand = await self._now(tx, community)
        return text.sure(stand) if stand.view.key == key else text.meanwhile(stand)

    async def end(self, community: int, sitting: str) -> Notice:
        """The meeting ends, as by [Meeting ends]. Raises Refused if this one is not on."""
        async with self._desk.database.read() as tx:
            on = await self._desk.sittings.now(tx, community)
        if on is None or on.id != sitting:
            raise Refused("error-chairing-other-meeting")
        return await self._ending.meeting_ends(community)

    async def show(self, community: int) -> Notice:
        """[The meeting now]: the message comes once more, at the end of the channel; the one before goes.

        Where it cannot be posted, all of it is shown to whoever pressed, with its buttons.
        """
        async with self._desk.database.write() as tx:
            on = await self._desk.sittings.now(tx, community)
            known = None if on is None else await self._desk.store.get(tx, community, on.id)
            view = None if on is None else await self._showing.post(tx, on, known)
            stand = None if on is None or view is None else await self._desk.stand(tx, on, view)
        if stand is None:
            return text.no_meeting()
        if self._channels.can_post(community, stand.view.channel):
            return text.posted_again(stand)
        return text.cannot_be_posted(stand, await self._open(community))

    async def on(self, tx: Tx | None, community: int) -> str:
        """What is on now, in a facilitator's words; empty without a meeting, an agenda, or in a break.

        `tx` is of the everyday database; None, where whoever asks has none.
        """
        if tx is None:
            async with self._desk.database.read() as own:
                return await self.on(own, community)
        stand = await self._desk.now(tx, community)
        return "" if stand is None or stand.view.rest is not None else text.during(stand.item)

    # Steps

    async def _change(
        self, community: int, token: str, change: Change, told: Told, *, everybody: bool = False
    ) -> Notice:
        async with self._desk.database.write() as tx:
            stand = await self._now(tx, community)
            if stand.view.token != token:
                return text.meanwhile(stand)
            after = replace(stand, view=change(stand, self._desk.clock.now()))
            await self._desk.store.put(tx, after.view)
            await self._desk.follow(tx, community)
            if everybody:
                await self._showing.tell_of_break(tx, after)
        return told(after)

    async def _now(self, tx: Tx, community: int) -> Stand:
        stand = await self._desk.now(tx, community)
        if stand is None:
            raise Refused("error-no-meeting")
        return stand

    async def _open(self, community: int) -> list[AnonymousQuestion]:
        async with self._anonymous.read() as tx:
            return await self._questions.open(tx, community)
