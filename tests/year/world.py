"""A community's year: the real services, a Discord that remembers, a clock that jumps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiosqlite
import pytest

from bot.app.features import Features
from bot.app.opening import Store
from bot.community.rules import Community
from bot.contacts.service.office import WORD
from bot.core.database import Database, Journal, Tx
from bot.core.deliveries import Delivery, Direct
from bot.core.erasures import Erasures
from bot.core.errors import NotNow
from bot.core.notices import Line, Notice
from bot.core.postman import Postman
from bot.core.schema import EVERYDAY
from bot.core.sealing import KEY_BYTES, Seal
from bot.nudges.rules import Budget, Nudge
from bot.nudges.service import MESSAGE
from bot.people.rules import PauseKind
from bot.people.service.people import CHECK
from tests.no_disk import quick
from tests.support import FakeClock, FakeDiscord
from tests.year.cast import (
    BEGINS,
    HERE,
    LEILA,
    MEETING,
    OUTAGE,
    PAUSED,
    SECOND,
    Change,
    Someone,
    cast,
    changes,
    is_lay,
    member,
)
from tests.year.sources import SOURCES

QUESTIONS, FACILITATORS, ROLE = 1, 2, 3
NIGHT = timedelta(hours=2)
A_DAY = timedelta(days=1)
FOR_EVER = datetime.max.replace(tzinfo=BEGINS.tzinfo)


@dataclass(frozen=True, slots=True)
class Due:
    """A message that a feature decided to send, at a moment."""

    key: str
    member: str
    kind: str
    budget: Budget
    decided: datetime
    not_before: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """A message that reached somebody."""

    who: Someone
    at: datetime
    due: Due


class Discord(FakeDiscord):
    """A Discord that does not answer for a while, if there are troubles."""

    troubled = False

    async def send(self, delivery: Delivery) -> int:
        if self.troubled and OUTAGE[0] <= self.clock.now() < OUTAGE[1]:
            raise NotNow("503")
        return await super().send(delivery)


class Year:
    """What happens in it. `troubled`: people pause, leave, come late, close their messages; all is paused."""

    def __init__(self, store: Store, *, troubled: bool) -> None:
        self.store, self.troubled = store, troubled
        self.clock = FakeClock()
        self.clock.time = BEGINS
        self.people = cast()
        self.features = Features(store, self.clock)
        self.discord = Discord(self.clock)
        self.discord.troubled = troubled
        self.postman = Postman(store.everyday, self.features.ground.deliveries, self.discord, self.clock)
        self.postman.belongs(self.features.everyday_kinds())
        #: All that any feature decided to send, and the key of each message's part of it.
        self.due: list[Due] = []
        self._keys: dict[str, tuple[str, datetime]] = {}
        #: What a feature took back, by the beginning of the key.
        self.withdrawn: list[tuple[datetime, str]] = []
        #: For each member, the spans in which nothing unasked may come.
        self.closed: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        self.errands: list[tuple[str, str]] = []
        self.end = BEGINS
        self._record()

    def _record(self) -> None:
        nudges, post, contacts = self.features.nudges, self.features.ground.deliveries, self.features.contacts
        send, withdraw, put, errand = nudges.send, nudges.withdraw, post.put, contacts.errand

        async def sends(tx: Tx, nudge: Nudge) -> None:
            self.due.append(
                Due(
                    *(nudge.key, nudge.member, nudge.kind, nudge.budget),
                    *(self.clock.now(), nudge.not_before, nudge.until),
                )
            )
            await send(tx, nudge)

        async def withdraws(tx: Tx, community: int, prefix: str) -> None:
            self.withdrawn.append((self.clock.now(), prefix))
            await withdraw(tx, community, prefix)

        async def puts(tx: Tx, delivery: Delivery, now: datetime, rank: int = 0) -> None:
            self._delivers(delivery, now)
            await put(tx, delivery, now, rank)

        async def has(tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date) -> None:
            self.errands.append((member, kind))
            await errand(tx, community, member, kind=kind, line=line, due=due)

        nudges.send, nudges.withdraw = sends, withdraws  # type: ignore[method-assign]
        post.put, contacts.errand = puts, has  # type: ignore[method-assign]

    def _delivers(self, delivery: Delivery, now: datetime) -> None:
        """What goes to somebody: one of the nudges, or a word that another wants to have with her."""
        if not isinstance(delivery.place, Direct):
            return
        if delivery.kind == MESSAGE:
            self._keys[delivery.key] = (delivery.about.split("\n")[4], now)
            return
        (to,) = [who.id for who in self.people if who.account == delivery.place.account]
        # Whatever else a feature sends by itself counts as unasked.
        budget = Budget.ASKED if delivery.kind == WORD else Budget.COUNTED
        self.due.append(Due(delivery.key, to, delivery.kind, budget, now, now))
        self._keys[delivery.key] = (delivery.key, now)

    async def live(
        self, first: datetime = BEGINS, days: int = 365, *, enough: Callable[[], bool] = lambda: False
    ) -> None:
        """So many days pass from `first` on, after all that happened to people before.

        Fewer do if it is `enough`, which is asked before anything happens to anybody.
        """
        self.end = first + days * A_DAY
        async with self.store.everyday.write() as tx:
            await self.features.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, ROLE))
        for starts in (MEETING, SECOND):
            await self._plan(starts)
        nights = [first + NIGHT + n * A_DAY for n in range(days)]
        scripted = {*(change.at for change in self._changes()), *(who.joins or BEGINS for who in self.people)}
        for moment in sorted(each for each in {*nights, *scripted, *PAUSED, *OUTAGE} if each < self.end):
            await self._until(moment)
            if enough():
                return
            await self._happens(moment)
            if moment in nights:
                for source in SOURCES:
                    await source(self, moment)
        await self._until(self.end)

    async def _plan(self, starts: datetime) -> None:
        """A facilitator plans a meeting."""
        at = starts.astimezone(ZoneInfo("Europe/London"))
        typed = {"title": "We meet", "when": f"{at.day} {at:%B %Y, %H:%M}", "minutes": "120", "where": ""}
        preview = await self.features.meetings.preview(HERE, LEILA, "", typed)
        await self.features.meetings.use(HERE, LEILA, preview.buttons[0].token)

    async def _until(self, moment: datetime) -> None:
        """Whatever is due until then is done, each when it is due."""
        while True:
            await self.features.ground.alarms.ring()
            await self.postman.ring()
            due = [await self.features.ground.alarms.next_due(), await self.postman.next_due()]
            step = min([moment, *(each for each in due if each is not None)])
            if step >= moment:
                self.clock.time = moment
                return
            self.clock.time = max(step, self.clock.time)

    async def _happens(self, moment: datetime) -> None:
        for who in self.people:
            if moment == self._joins(who):
                await self._join(who)
        for change in self._changes():
            if change.at == moment:
                await self._change(change)
        if self.troubled and moment in PAUSED:
            await self._pause_or_go_on()

    def _joins(self, who: Someone) -> datetime | None:
        return who.joins if self.troubled else BEGINS

    def _changes(self) -> list[Change]:
        return changes(self.people) if self.troubled else []

    async def _join(self, who: Someone) -> None:
        async with self.store.everyday.write() as tx:
            await self.features.people.add(tx, member(who, untroubled=not self.troubled))
            # Whether somebody is still in the server is not asked here: it is said.
            await self.features.ground.alarms.forget(tx, CHECK, "")
        if self.troubled and who.kind == "closed":
            self.discord.shut.add(who.account)

    async def _change(self, change: Change) -> None:
        """Somebody is so from now on; the spans in which nothing may come are noted beside it."""
        who, spans, me = change.who, self.closed[change.who.id], self.features.coming.about_me
        if spans and spans[-1][1] == FOR_EVER:
            spans[-1] = (spans[-1][0], change.at)
        if change.pause is not None or change.left:
            spans.append((change.at, FOR_EVER))
        if change.pause is PauseKind.GOOD:
            await me.pause(HERE, who.account)
        elif change.pause is not None:
            await me.pause_for(HERE, who.account, change.pause)
        left_on = change.at.date() if change.left else None
        async with self.store.everyday.write() as tx:
            await self.features.people.change(tx, HERE, who.id, lambda each: replace(each, left_on=left_on))
            if change.left:
                await self.features.contacts.gone(tx, HERE, who.id)

    async def _pause_or_go_on(self) -> None:
        pausing = self.features.pausing
        shown = await pausing.ask(HERE, LEILA, "")
        if isinstance(shown, Notice):
            await pausing.resume(HERE, shown.buttons[0].token)
            return
        preview = await pausing.preview(HERE, LEILA, "There are strikes.")
        await pausing.pause(HERE, LEILA, preview.buttons[0].token)

    # What there is to see afterwards

    def came(self) -> list[Came]:
        """All that reached somebody, in order."""
        accounts = {who.account: who for who in self.people}
        found = [each for each in self.discord.messages if each.channel in accounts]
        return [
            Came(who, each.posted, self._due(who, each.key))
            for each in found
            for who in [accounts[each.channel]]
        ]

    def _due(self, who: Someone, message: str) -> Due:
        """What a message is: of the same key, whichever was decided on last before it went."""
        key, went = self._keys[message]
        return next(
            each
            for each in reversed(self.due)
            if (each.member, each.key) == (who.id, key) and each.decided <= went
        )

    def was_withdrawn(self, due: Due) -> bool:
        """Whether a feature took it back."""
        return any(due.decided <= at and due.key.startswith(prefix) for at, prefix in self.withdrawn)

    # Who is who, for the sources

    async def lay_members(self, *, also_without: bool = False) -> list[Someone]:
        """The patient and public members who have joined and are there; those without Discord on demand."""
        async with self.store.everyday.read() as tx:
            here = await self.features.people.of_community(tx, HERE)
        there = {each.id for each in here if each.left_on is None and (each.has_discord or also_without)}
        return [who for who in self.people if is_lay(who) and who.id in there]

    def of_kind(self, kind: str) -> list[Someone]:
        """Everybody of one kind."""
        return [who for who in self.people if who.kind == kind]

    def is_without_discord(self, who: Someone) -> bool:
        """Whether somebody has no account."""
        return self.troubled and who.kind == "without Discord"

    def unasked_where_none_may_be(self) -> list[str]:
        """What came unasked before somebody joined, while she paused or had left, or while all was paused."""
        return [
            f"{each.due.key} at {each.at:%m-%d %H:%M}"
            for each in self.came()
            if each.due.budget is not Budget.ASKED and self._is_closed(each.who, each.at)
        ]

    def _is_closed(self, who: Someone, at: datetime) -> bool:
        joins = self._joins(who)
        spans = [*self.closed[who.id], *([PAUSED] if self.troubled else [])]
        return joins is None or at < joins or any(begin <= at < end for begin, end in spans)


async def _at_once(connection: aiosqlite.Connection, function: Any, *values: Any, **named: Any) -> Any:
    """In place of another thread: going there and back would take most of a year's time."""
    return function(*values, **named)


@asynccontextmanager
async def a_year(folder: Path, *, troubled: bool) -> AsyncIterator[Year]:
    """A year that has not begun, on SQLite files in `folder`."""
    address = f"sqlite+aiosqlite:///{folder}/{{}}.db?check_same_thread=false"
    everyday = quick(Database(address.format("equal-footing"), Journal.EVERYDAY))
    anonymous = Database(address.format("anonymous"), Journal.FORGETFUL)
    patch = pytest.MonkeyPatch()
    patch.setattr(aiosqlite.Connection, "_execute", _at_once)
    async with everyday.write() as tx:
        await tx.run_sync(EVERYDAY.create_all)
    try:
        seal = Seal(bytes(KEY_BYTES))
        store = Store(everyday, anonymous, seal, None, Erasures(folder / "erased", seal))
        yield Year(store, troubled=troubled)
    finally:
        await everyday.close()
        await anonymous.close()
        patch.undo()
