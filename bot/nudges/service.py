"""Messages of the bot's own accord: kept until they may come, looked at again just before they go.

Each is a row and an alarm in the transaction of the decision that caused it. When its turn has come it
becomes a delivery, and the postman asks once more before that goes: whoever paused meanwhile gets nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from bot.community.rules import CommunitySettings, PastDate
from bot.community.service import Communities
from bot.core.alarms import Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Direct, new_key
from bot.core.notices import Line, Notice
from bot.core.postman import Refusal
from bot.nudges import rules, text
from bot.nudges.rules import Action, Budget, Decision, Ledger, Nudge, Undelivered
from bot.people.rules import Member

__all__ = ["DUE", "MESSAGE", "TIDY", "Budget", "Errands", "Nudge", "NudgeStore", "Nudges", "Receivers"]

log = logging.getLogger(__name__)

#: One for each member for whom something waits.
DUE = "nudges.due"
TIDY = "nudges.tidy"
MESSAGE = "nudges.message"


class NudgeStore(Protocol):
    """Where it is all kept; `bot.nudges.store` has the promises."""

    async def put(self, tx: Tx, nudge: Nudge) -> None: ...
    async def waiting(self, tx: Tx, community: int, member: str) -> list[Nudge]: ...
    async def forget(self, tx: Tx, nudge: Nudge) -> None: ...
    async def forget_prefix(self, tx: Tx, community: int, prefix: str) -> None: ...
    async def forget_unasked_between(
        self, tx: Tx, community: int, since: datetime, now: datetime
    ) -> list[Nudge]: ...
    async def sent(self, tx: Tx, nudge: Nudge, day: date) -> None: ...
    async def ledger(self, tx: Tx, community: int, member: str) -> Ledger: ...
    async def keep(self, tx: Tx, undelivered: Undelivered) -> None: ...
    async def undelivered(self, tx: Tx, community: int, member: str) -> list[Undelivered]: ...
    async def drop(self, tx: Tx, community: int, member: str, undelivered: str) -> None: ...
    async def tidy(self, tx: Tx, sent_before: date, kept_before: date) -> bool: ...
    async def erase(self, tx: Tx, community: int, member: str) -> None: ...
    async def forget_mention(self, tx: Tx, community: int, account: int, someone: str) -> None: ...


class Receivers(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None:
        """The member with this account, or None if it has not joined."""

    async def member(self, tx: Tx, community: int, member: str) -> Member | None:
        """The member with this id, or None if there is none any more."""


class Errands(Protocol):
    """What named contacts print or say for members without Discord."""

    async def errand(self, tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date) -> None:
        """Give the contact of a member something to print or say by a day."""


class Sending(Protocol):
    """A feature that is told which of its messages never went."""

    async def lost(self, tx: Tx, community: int, member: str, key: str) -> None:
        """One with this key was let go, in this transaction: there was a pause, or no room before its end."""


class Nudges:
    """All messages that nobody pressed a button for just now; the owner of the deliveries that carry them."""

    def __init__(
        self,
        *,
        database: Database,
        store: NudgeStore,
        people: Receivers,
        communities: Communities,
        deliveries: Deliveries,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database`, `deliveries` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._people = people
        self._communities = communities
        self._deliveries = deliveries
        self._alarms = alarms
        self._clock = clock
        self._errands: Errands | None = None
        self._sending: Mapping[str, Sending] = {}

    def pass_on_to(self, errands: Errands) -> None:
        """From now on, what would be sent to members without Discord goes to their contacts."""
        self._errands = errands

    def tell(self, sending: Mapping[str, Sending]) -> None:
        """From now on these are told, each of messages of its kind."""
        self._sending = sending

    # What other features ask

    async def send(self, tx: Tx, nudge: Nudge) -> None:
        """Promise a message. The same key again to the same member replaces the one that waits.

        It goes when its budget allows it; if it may never go before its end, it is dropped.
        """
        now = self._clock.now()
        await self._store.put(tx, nudge)
        if nudge.budget.at_once and nudge.not_before <= now:
            await self._turn(tx, nudge.community, nudge.member, now)
        else:
            await self._look(tx, nudge.community, nudge.member, max(now, nudge.not_before))

    async def withdraw(self, tx: Tx, community: int, prefix: str) -> None:
        """Forget what waits with a key that begins so, whoever was to have it."""
        await self._store.forget_prefix(tx, community, prefix)

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        """The pause of a community is over: what fell due meanwhile and is still there is forgotten."""
        for nudge in await self._store.forget_unasked_between(tx, community, since, now):
            await self._lost(tx, nudge)
        return []

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that is kept of a member here, as a person can read it."""
        async with self._database.read() as tx:
            waiting = await self._store.waiting(tx, community, member)
            ledger = await self._store.ledger(tx, community, member)
            kept = await self._store.undelivered(tx, community, member)
        return rules.readable(waiting, ledger, kept)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member here. A delivery of hers that is on its way is not sent any more."""
        await self._store.erase(tx, community, member)
        await self._alarms.forget(tx, DUE, _subject(community, member))

    async def forget_mention(self, tx: Tx, community: int, account: int, someone: str) -> None:
        """What waits, or is kept, for others says `someone` where this account was named."""
        await self._store.forget_mention(tx, community, account, someone)

    # What a member does

    async def inbox(self, community: int, account: int, skip: int = 0) -> Notice:
        """What could not reach her, one at a time, the oldest first; `skip` of them are passed over."""
        member = await self._people.find(community, account)
        if member is None:
            return text.nothing_kept()
        async with self._database.read() as tx:
            kept = await self._store.undelivered(tx, community, member.id)
        if not kept:
            return text.nothing_kept()
        at = skip % len(kept)
        return text.inbox(kept[at], at + 1, len(kept))

    async def read(self, community: int, account: int, undelivered: str) -> Notice:
        """[I have read this]: it is not kept any longer, and the next one is shown."""
        member = await self._people.find(community, account)
        if member is not None:
            async with self._database.write() as tx:
                await self._store.drop(tx, community, member.id, undelivered)
        return await self.inbox(community, account)

    def why(self) -> Notice:
        """[Why did this come?], below what she asked for."""
        return text.why()

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""

        async def due(tx: Tx, alarm: Alarm, now: datetime) -> None:
            community, member = alarm.subject.split()
            await self._turn(tx, int(community), member, now)

        async def tidy(tx: Tx, alarm: Alarm, now: datetime) -> None:
            today = now.date()
            sent, kept = (timedelta(days=days) for days in (rules.LEDGER_DAYS, rules.KEPT_DAYS))
            if await self._store.tidy(tx, today - sent, today - kept):
                await self._tidy_later(tx, now)

        return {DUE: due, TIDY: tidy}

    # What the postman asks

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """When a message may go that had its turn: she may have paused since then, or night have come."""
        nudge = _in_delivery(delivery)
        member = await self._people.member(tx, delivery.community, nudge.member)
        settings = await self._communities.settings_in(tx, delivery.community)
        # It was counted when it had its turn.
        decision = rules.decide(nudge, member, settings, Ledger(), now)
        if decision.action is Action.SEND:
            is_hers = member is not None and Direct(member.account or 0) == delivery.place
            return now if is_hers else None
        if decision.when is None:
            await self._lost(tx, nudge)
        return decision.when

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again, and looked at before."""

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Keep what closed direct messages kept out, for her alone to find."""
        member = _in_delivery(delivery).member
        if await self._people.member(tx, delivery.community, member) is None:
            return
        notice = text.without(delivery.notice, delivery.key)
        kept = Undelivered(new_key(), delivery.community, member, notice, now.date())
        await self._store.keep(tx, kept)
        await self._tidy_later(tx, now)

    # Shared steps

    async def _turn(self, tx: Tx, community: int, member: str, now: datetime) -> None:
        """Look at all that waits for a member, and do what can be done now."""
        waiting = rules.in_order(await self._store.waiting(tx, community, member))
        if not waiting:
            return
        found = await self._people.member(tx, community, member)
        settings = await self._communities.settings_in(tx, community)
        decided = [await self._do(tx, nudge, found, settings, now) for nudge in waiting]
        again = [each.when for each in decided if each.when is not None]
        if again:
            await self._look(tx, community, member, min(again))
        if dropped := sum(each.action is Action.DROP for each in decided):
            log.info("unasked messages for which there was no room before their end: %s", dropped)

    async def _do(
        self, tx: Tx, nudge: Nudge, member: Member | None, settings: CommunitySettings, now: datetime
    ) -> Decision:
        uncounted = nudge.budget.at_once
        ledger = Ledger() if uncounted else await self._store.ledger(tx, nudge.community, nudge.member)
        decision = rules.decide(nudge, member, settings, ledger, now)
        if decision.when is not None:
            return _looked_at_daily(decision.when, nudge, now)
        if member is not None and decision.action is Action.SEND:
            await self._post(tx, nudge, member, settings, now)
            return decision
        await self._store.forget(tx, nudge)
        if member is not None and decision.action is Action.ERRAND and self._errands is not None:
            day = rules.today(member, settings, now)
            line = _to_say(nudge)
            await self._errands.errand(tx, nudge.community, nudge.member, kind=nudge.kind, line=line, due=day)
        elif decision.action is not Action.ERRAND:
            await self._lost(tx, nudge)
        return decision

    async def _post(
        self, tx: Tx, nudge: Nudge, member: Member, settings: CommunitySettings, now: datetime
    ) -> None:
        key = new_key()
        decorated = text.asked if nudge.budget is Budget.ASKED else text.unasked
        notice = decorated(nudge.notice, key)
        place = Direct(member.account or 0)
        delivery = Delivery(key, nudge.community, MESSAGE, place, notice, _about(nudge))
        await self._deliveries.put(tx, delivery, now, nudge.rank)
        if nudge.budget.at_once:
            await self._store.forget(tx, nudge)
            return
        await self._store.sent(tx, nudge, rules.today(member, settings, now))
        await self._tidy_later(tx, now)

    async def _lost(self, tx: Tx, nudge: Nudge) -> None:
        if nudge.kind in self._sending:
            await self._sending[nudge.kind].lost(tx, nudge.community, nudge.member, nudge.key)

    async def _look(self, tx: Tx, community: int, member: str, when: datetime) -> None:
        # Alarms are rounded down to the second: with a fraction it would come too early, again and again.
        late_enough = when + timedelta(microseconds=999_999)
        await self._alarms.set(tx, Alarm(DUE, _subject(community, member), late_enough))

    async def _tidy_later(self, tx: Tx, now: datetime) -> None:
        await self._alarms.set(tx, Alarm(TIDY, "", now + timedelta(days=1)))


def _looked_at_daily(when: datetime, nudge: Nudge, now: datetime) -> Decision:
    """To wait for its own day is sure; hours, room and pauses may change, so they are asked for again."""
    is_due = now >= nudge.not_before
    return Decision(Action.WAIT, min(when, now + rules.LOOK_AGAIN) if is_due else when)


def _to_say(nudge: Nudge) -> Line:
    """What a contact reads of a message that would have been sent."""
    if nudge.errand is not None:
        return nudge.errand
    return next((part for part in nudge.notice.parts if isinstance(part, Line)), Line("nudge-errand"))


def _subject(community: int, member: str) -> str:
    return f"{community} {member}"


def _about(nudge: Nudge) -> str:
    """What the postman's questions are about, for `_in_delivery`."""
    until = "" if nudge.until is None else nudge.until.isoformat()
    return "\n".join((nudge.member, nudge.budget, until, nudge.kind, nudge.key))


def _in_delivery(delivery: Delivery) -> Nudge:
    """The message that is on its way, as far as it still matters."""
    member, budget, until, kind, key = delivery.about.split("\n")
    return Nudge(
        key=key,
        community=delivery.community,
        member=member,
        kind=kind,
        notice=delivery.notice,
        not_before=_AT_ONCE,
        until=datetime.fromisoformat(until) if until else None,
        budget=Budget(budget),
    )


_AT_ONCE = datetime.fromtimestamp(0, UTC)
