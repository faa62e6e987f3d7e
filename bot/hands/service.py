"""Putting one's hand up in a meeting, and calling whoever is next.

It is done openly: whoever chairs reads the name. All of it is kept only while the meeting is on, and only as
it is now: nothing tells who was called before, how often, or for how long anybody spoke.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from bot.community.rules import Community, Part
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Place, Post, Remove, edit_key, new_key
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.hands import rules, text
from bot.hands.rules import MOST_NAMES, Order, Shown
from bot.people.rules import Member
from bot.sittings.rules import Sitting

#: The message in the facilitators' channel.
ORDER = "hands.order"


class HandStore(Protocol):
    """Where hands are kept; `bot.hands.store` has the promises."""

    async def put(self, tx: Tx, order: Order) -> None: ...
    async def get(self, tx: Tx, community: int) -> Order | None: ...
    async def drop(self, tx: Tx, community: int) -> None: ...


class Sittings(Protocol):
    """Which meeting is on."""

    async def now(self, tx: Tx, community: int) -> Sitting | None: ...


class People(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None: ...
    async def member(self, tx: Tx, community: int, member: str) -> Member | None: ...


class Communities(Protocol):
    """How communities are set up, and who chairs their meetings."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...
    async def may(self, part: Part, community: int, account: int, roles: Collection[int]) -> bool: ...


class Hands:
    """The order of hands in every community's meeting; the owner of the message that shows it."""

    def __init__(
        self,
        *,
        database: Database,
        store: HandStore,
        sittings: Sittings,
        people: People,
        communities: Communities,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._store = store
        self._sittings = sittings
        self._people = people
        self._communities = communities
        self._deliveries = deliveries
        self._clock = clock

    # What members press

    async def put_up(self, community: int, account: int, roles: Collection[int]) -> Notice:
        """[I'd like to speak]: her hand goes up behind the others, or stays; she reads where she stands.

        Who has not joined is led to it: of her there is nothing under which a hand could be kept.
        """
        member = await self._people.find(community, account)
        chairs = await self._communities.may(Part.CHAIR, community, account, roles)
        async with self._database.write() as tx:
            before = await self._begun(tx, community)
            if before is None:
                return text.no_meeting()
            if member is None or await self._people.member(tx, community, member.id) is None:
                return text.not_joined()
            after = rules.raised(before, member.id)
            await self._keep(tx, before, after)
        return text.up(first=after.hands[0].member == member.id, chairs=chairs)

    async def take_down(self, community: int, account: int) -> Notice:
        """[Take my hand down]. Twice is once."""
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            before = await self._store.get(tx, community)
            if before is not None and member is not None:
                await self._keep(tx, before, rules.lowered(before, member.id))
        return text.down()

    # What whoever chairs presses

    async def show(self, community: int) -> Notice:
        """[The order of hands]."""
        async with self._database.read() as tx:
            known = await self._store.get(tx, community)
            if known is None:
                raise Refused("error-hands-over")
            return text.order(await self._shown(tx, known))

    async def choose(self, community: int, token: str) -> Notice:
        """[Somebody else]: whom to call; raises Refused if the meeting is over."""
        async with self._database.read() as tx:
            return text.choosing(await self._shown(tx, await self._of(tx, community, token)))

    async def call(self, community: int, token: str) -> Notice:
        """[Next person], or the number of a hand: it is called, unless somebody was quicker.

        Raises Refused if the meeting is over.
        """
        async with self._database.write() as tx:
            before = await self._of(tx, community, token)
            after = rules.called(before, rules.read_token(token))
            if after is None:
                return text.was_changed(await self._shown(tx, before))
            await self._keep(tx, before, after)
            return text.called(await self._shown(tx, after))

    async def take_back(self, community: int, token: str) -> Notice:
        """[Take it back]: whoever was called has her place in the order again.

        Raises Refused if the meeting is over.
        """
        async with self._database.write() as tx:
            before = await self._of(tx, community, token)
            after = rules.taken_back(before, rules.read_token(token))
            if after is None:
                return text.was_changed(await self._shown(tx, before))
            await self._keep(tx, before, after)
        return text.taken_back()

    async def clearing(self, community: int, token: str) -> Notice:
        """[All hands down]: whether she is sure; raises Refused if the meeting is over."""
        async with self._database.read() as tx:
            return text.clearing(await self._shown(tx, await self._of(tx, community, token)))

    async def clear(self, community: int, token: str) -> Notice:
        """[Yes, all hands down]. Twice is once; raises Refused if the meeting is over."""
        async with self._database.write() as tx:
            before = await self._of(tx, community, token)
            await self._keep(tx, before, rules.emptied(before))
        return text.cleared()

    # What other features tell

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        """No hand is up yet: the message comes with the first."""

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        """Nothing is kept of any hand, and the message says that the meeting is over."""
        known = await self._store.get(tx, sitting.community)
        if known is None:
            return
        await self._store.drop(tx, sitting.community)
        if known.message:
            await self._put(tx, known, Edit(known.channel, known.message), text.over())
        else:
            # It may be on its way: then it goes. If the clock was set back, it was posted before `since`.
            since = min(known.since, int(self._clock.now().timestamp()))
            await self._put(tx, known, Remove(known.channel, known.key, since), Notice(()))

    # What privacy and people ask

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """Whether a member's hand is up, or was called, as she can read it."""
        async with self._database.read() as tx:
            return rules.readable(await self._store.get(tx, community), member)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member's hand, and show it no longer."""
        known = await self._store.get(tx, community)
        if known is not None:
            await self._keep(tx, known, rules.without(known, member))

    async def gone(self, tx: Tx, community: int, member: str) -> None:
        """Whoever has left the server does not speak."""
        await self.erase(tx, community, member)

    # What the postman tells

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where the message is; what changed while it was on its way is said on it now."""
        known = await self._whose(tx, delivery)
        if known is None or known.message:
            return
        posted = replace(known, message=message)
        await self._store.put(tx, posted)
        if text.order(await self._shown(tx, posted)) != delivery.notice:
            await self._show(tx, posted)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """It is tried again; a facilitators' channel that was chosen meanwhile is followed."""
        known = await self._whose(tx, delivery)
        channel = await self._channel(tx, delivery.community)
        if known is not None and channel not in (None, known.channel):
            await self._post(tx, known, channel)

    async def is_gone(self, tx: Tx, delivery: Delivery) -> None:
        """Somebody deleted the message, or its channel: while the meeting is on, it is posted anew."""
        known = await self._store.get(tx, delivery.community)
        channel = await self._channel(tx, delivery.community)
        if known is not None and channel is not None and delivery.key == edit_key(known.key):
            await self._post(tx, replace(known, key=new_key(), message=0), channel)

    # Steps

    async def _begun(self, tx: Tx, community: int) -> Order | None:
        """The order of the meeting that is on, a new one before the first hand; None if none is on."""
        sitting, channel = await self._sittings.now(tx, community), await self._channel(tx, community)
        if sitting is None or channel is None:
            return None
        known = await self._store.get(tx, community)
        if known is not None and known.sitting == sitting.id:
            return known
        return Order(community, sitting.id, new_key(), channel, int(self._clock.now().timestamp()))

    async def _of(self, tx: Tx, community: int, token: str) -> Order:
        known, saw = await self._store.get(tx, community), rules.read_token(token)
        if known is None or known.key != saw.key:
            raise Refused("error-hands-over")
        return known

    async def _keep(self, tx: Tx, before: Order, after: Order) -> None:
        """Keep the order, and promise that the message says so."""
        if after == before:
            return
        if before.last == 0:
            await self._post(tx, after, after.channel)
            return
        await self._store.put(tx, after)
        await self._show(tx, after)

    async def _post(self, tx: Tx, order: Order, channel: int) -> None:
        posted = replace(order, channel=channel, since=int(self._clock.now().timestamp()))
        await self._store.put(tx, posted)
        await self._put(tx, posted, Post(channel), text.order(await self._shown(tx, posted)))

    async def _show(self, tx: Tx, order: Order) -> None:
        """Say what is so now; while the message is on its way, `arrived` does it."""
        if order.message:
            place = Edit(order.channel, order.message)
            await self._put(tx, order, place, text.order(await self._shown(tx, order)))

    async def _put(self, tx: Tx, order: Order, place: Place, notice: Notice) -> None:
        key = edit_key(order.key) if isinstance(place, Edit) else order.key
        delivery = Delivery(key, order.community, ORDER, place, notice)
        await self._deliveries.put(tx, delivery, self._clock.now())

    async def _whose(self, tx: Tx, delivery: Delivery) -> Order | None:
        """The order that a new message is about, if it is still that one's."""
        known = await self._store.get(tx, delivery.community)
        is_its = known is not None and isinstance(delivery.place, Post) and delivery.key == known.key
        return known if is_its else None

    async def _shown(self, tx: Tx, order: Order) -> Shown:
        known = [
            (name, order.token_for(each))
            for each in order.hands[:MOST_NAMES]
            if (name := await self._mention(tx, order.community, each.member))
        ]
        now = "" if order.now is None else await self._mention(tx, order.community, order.now.member)
        names, tokens = tuple(name for name, _ in known), tuple(token for _, token in known)
        return Shown(order.key, order.token, now, names, tokens, len(order.hands) > MOST_NAMES)

    async def _mention(self, tx: Tx, community: int, member: str) -> str:
        """Who somebody is; empty for one whom Discord does not know any more."""
        found = await self._people.member(tx, community, member)
        return "" if found is None or found.account is None else f"<@{found.account}>"

    async def _channel(self, tx: Tx, community: int) -> int | None:
        found = await self._communities.found(tx, community)
        return None if found is None else found.facilitators_channel
