"""Counting presses in memory only, and showing facilitators a little of it by a fixed clock.

Nothing of a press is written: a row is made at a tick, together with the message that it is for, and tells no
more than that. What is counted ends with the process; a message that was up then is taken away at the start.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Post, Remove, edit_key, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.core.sealing import KEY_BYTES, Purpose, Seal
from bot.signals import rules, text
from bot.signals.rules import Band, Kind, Spell

#: Both are about a message in the facilitators' channel.
SHOWN = "signals.shown"
STILL_UP = "signals.still-up"
_ACCOUNT_BYTES = 8
#: Of two messages of one tick this order is kept, whoever pressed first.
_RANKS = {kind: rank for rank, kind in enumerate(Kind)}


class Meetings(Protocol):
    """Knows when a community meets."""

    async def in_meeting(self, community: int) -> bool:
        """Whether a meeting is on now."""


class Going(Protocol):
    """Knows what a meeting is at."""

    async def on(self, tx: Tx | None, community: int) -> str:
        """What is on now, in a facilitator's words; empty if nobody can tell.

        `tx` is of the everyday database; None, where whoever asks has none.
        """


@dataclass(frozen=True, slots=True)
class _Running:
    """A spell, and the key of its tokens: made for it, and gone with it."""

    seal: Seal
    spell: Spell


@dataclass(frozen=True, slots=True)
class _Sign:
    """Where the message of a spell is; `key` is its delivery's, `since` its tick in seconds since 1970."""

    community: int
    channel: int
    since: int
    key: str

    def __str__(self) -> str:
        return f"{self.community}:{self.channel}:{self.since}:{self.key}"


def _read(written: str) -> _Sign:
    community, channel, since, key = written.split(":")
    return _Sign(int(community), int(channel), int(since), key)


@dataclass(frozen=True, slots=True)
class _Up:
    """A message that is up; `message` is its id, once it is known.

    `during` is what was on at its tick: were it what is on now, a change would tell of further presses.
    """

    sign: _Sign
    band: Band
    during: str = ""
    message: int | None = None


_Place = tuple[int, Kind]
_Change = Callable[[Spell], Spell | None]


class Signals:
    """[I'm lost] and [Slower, please]; the owner of the messages about them. It is rung for at each tick."""

    def __init__(
        self,
        *,
        database: Database,
        communities: Communities,
        deliveries: Deliveries,
        alarms: Alarms,
        meetings: Meetings,
        going: Going,
        clock: Clock,
    ) -> None:
        """`database`, `deliveries` and `alarms` are the anonymous ones."""
        self._database = database
        self._communities = communities
        self._deliveries = deliveries
        self._alarms = alarms
        self._meetings = meetings
        self._going = going
        self._clock = clock
        self._running: dict[_Place, _Running] = {}
        self._up: dict[_Place, _Up] = {}
        self._next: datetime | None = None
        self._one_at_a_time = asyncio.Lock()

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""
        return {STILL_UP: self.look_after}

    # Presses

    async def press(self, community: int, account: int, roles: Collection[int], kind: Kind) -> Notice:
        """Count somebody once for a spell, unless she is a facilitator or no meeting is on.

        What she reads is the same at each of her presses.
        """
        if is_facilitator(await self._communities.find(community), roles):
            return text.for_members()
        if not await self._meetings.in_meeting(community):
            return text.no_meeting()
        now, place = self._clock.now(), (community, kind)
        running = self._running.get(place) or _Running(Seal(secrets.token_bytes(KEY_BYTES)), Spell())
        token = running.seal.mark(_purpose(community, kind), account.to_bytes(_ACCOUNT_BYTES, "big"))
        self._running[place] = replace(running, spell=rules.pressed(running.spell, token, now))
        self._next = self._next or rules.tick_after(now)
        return text.counted(kind)

    async def seen(self, community: int, key: str) -> Notice:
        """A facilitator has seen the message whose delivery has this key: its spell is over.

        What no tick has taken in yet is kept for its tick, or this press would tell when that was pressed.
        """
        async with self._one_at_a_time:
            found = [place for place, up in self._up.items() if up.sign.key == key and place[0] == community]
            if not found:
                return text.is_over()
            await self._take_down(found[0])
            self._keep(found[0], rules.seen)
        return text.was_seen()

    # Ticks

    async def next_due(self) -> datetime | None:
        """The next tick, if anything is counted or up; however far the clock was set back."""
        return None if self._next is None else min(self._next, rules.tick_after(self._clock.now()))

    async def ring(self) -> None:
        """Take in what was pressed before the last tick, and show what is to be shown."""
        async with self._one_at_a_time:
            now, due = self._clock.now(), await self.next_due()
            if due is None or now < due:
                return
            for community in sorted({community for community, _ in (*self._running, *self._up)}):
                in_meeting = await self._meetings.in_meeting(community)
                for kind in Kind:
                    await self._tick((community, kind), now, in_meeting=in_meeting)
            self._next = rules.tick_after(now) if self._running or self._up else None

    async def _tick(self, place: _Place, now: datetime, *, in_meeting: bool) -> None:
        def ticked(spell: Spell) -> Spell | None:
            return rules.ticked(spell, now, in_meeting=in_meeting)

        running, up = self._running.get(place), self._up.get(place)
        after = None if running is None else ticked(running.spell)
        band = None if after is None else after.band
        if up is not None and band is None:
            await self._take_down(place)
        elif up is not None and band is not None:
            await self._change(place, up, band)
        elif band is not None:
            await self._put_up(place, band, now)
        # Not `after`: somebody may have pressed meanwhile.
        self._keep(place, ticked)

    def _keep(self, place: _Place, change: _Change) -> None:
        """Keep of a spell what a change leaves of it; its key goes with the last of it."""
        running = self._running.pop(place, None)
        left = None if running is None else change(running.spell)
        if running is not None and left is not None:
            self._running[place] = replace(running, spell=left)

    # Messages

    async def _put_up(self, place: _Place, band: Band, now: datetime) -> None:
        community = await self._communities.find(place[0])
        if community is None:
            return
        since = int(rules.tick_of(now).timestamp())
        sign = _Sign(community.id, community.facilitators_channel, since, new_key())
        up = _Up(sign, band, await self._going.on(None, community.id))
        post = Delivery(sign.key, sign.community, SHOWN, Post(sign.channel), _text(place, up), str(sign))
        # Before it can be sent: whoever sends it asks whether it is still to be there.
        self._up[place] = up
        try:
            async with self._database.write() as tx:
                await self._deliveries.put(tx, post, now, rank=_RANKS[place[1]])
                await self._alarms.set(tx, Alarm(STILL_UP, str(sign), rules.tick_after(now)))
        # Also where the bot is being stopped, which is no Exception: nothing was written, so nothing is up.
        except BaseException:
            del self._up[place]
            raise

    async def _change(self, place: _Place, up: _Up, band: Band) -> None:
        """Say what is so now; while the message is on its way, `arrived` does it."""
        if up.band is band:
            return
        # Before anything is awaited: it may arrive meanwhile.
        self._up[place] = changed = replace(up, band=band)
        try:
            async with self._database.write() as tx:
                await self._edit(tx, place, changed)
        # The same: what was not written down is not said.
        except BaseException:
            self._up[place] = replace(self._up[place], band=up.band)
            raise

    async def _edit(self, tx: Tx, place: _Place, up: _Up) -> None:
        if up.message is not None:
            sign, key = up.sign, edit_key(up.sign.key)
            there = Edit(sign.channel, up.message)
            edit = Delivery(key, sign.community, SHOWN, there, _text(place, up), str(sign))
            await self._deliveries.put(tx, edit, self._clock.now(), rank=_RANKS[place[1]])

    async def _take_down(self, place: _Place) -> None:
        sign = self._up[place].sign
        async with self._database.write() as tx:
            await self._remove(tx, sign)
            await self._alarms.forget(tx, STILL_UP, str(sign))
        del self._up[place]

    async def _remove(self, tx: Tx, sign: _Sign) -> None:
        """Let a message go, by its key: it takes the place of one that has not been sent yet."""
        now = self._clock.now()
        # If the clock was set back, it was posted before `since`.
        place = Remove(sign.channel, sign.key, min(sign.since, int(now.timestamp())))
        gone = Delivery(sign.key, sign.community, SHOWN, place, Notice(()), str(sign))
        await self._deliveries.put(tx, gone, now)

    def _place_of(self, sign: _Sign) -> _Place | None:
        return next((place for place, up in self._up.items() if up.sign == sign), None)

    async def look_after(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """See at each tick that a message is still known of; one that was up before a start goes."""
        sign = _read(alarm.subject)
        if self._place_of(sign) is not None:
            await self._alarms.set(tx, replace(alarm, due=rules.tick_after(now)))
        else:
            await self._remove(tx, sign)
        return None

    # Deliveries

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """What is not so any more never goes; if a try may have brought it there, it is taken away."""
        sign = _read(delivery.about)
        if isinstance(delivery.place, Remove) or self._place_of(sign) is not None:
            return now
        if isinstance(delivery.place, Post):
            await self._remove(tx, sign)
        return None

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where it is; what became so while it was on its way is said on it now."""
        place = self._place_of(_read(delivery.about))
        if place is None or not isinstance(delivery.place, Post):
            return
        self._up[place] = up = replace(self._up[place], message=message)
        if _text(place, up) != delivery.notice:
            await self._edit(tx, place, up)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again while it is so; a later one goes where it is chosen then."""

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """No channel is."""


def _purpose(community: int, kind: Kind) -> Purpose:
    return Purpose("signals", community, kind)


def _text(place: _Place, up: _Up) -> Notice:
    return text.shown(place[1], up.band, up.sign.key, up.during)
