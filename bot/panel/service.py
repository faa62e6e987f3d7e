"""Posting the panels, which also says where a community's questions go."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from bot.community.rules import Community
from bot.community.service import Communities
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Post, edit_key, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.panel import text
from bot.panel.rules import PostedPanel

KIND = "panel"
FACILITATORS = "panel.facilitators"
JOINING = "panel.joining"


class PanelStore(Protocol):
    """Where it is kept where panels are; `bot.panel.store` has the promises."""

    async def put(self, tx: Tx, panel: PostedPanel) -> None: ...
    async def get(self, tx: Tx, community: int) -> PostedPanel | None: ...


class Panel:
    """The panel of each community; the owner of the deliveries that carry it."""

    def __init__(
        self,
        *,
        database: Database,
        store: PanelStore,
        communities: Communities,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._store = store
        self._communities = communities
        self._deliveries = deliveries
        self._clock = clock

    async def post(self, community: Community) -> Notice:
        """Set a community up and promise its panels, all or nothing.

        Returns what the administrator reads; raises Refused for settings that cannot be.
        """
        async with self._database.write() as tx:
            await self._communities.save(tx, community)
            await self.promise(tx, community)
        return text.posted(community.questions_channel)

    async def promise(self, tx: Tx, community: Community, joining: int | None = None) -> None:
        """Promise both panels, and a message for joining in the channel `joining` if there is one."""
        now = self._clock.now()
        key, theirs = new_key(), new_key()
        panel = Delivery(key, community.id, KIND, Post(community.questions_channel), text.panel(key))
        place = Post(community.facilitators_channel)
        facilitators = Delivery(theirs, community.id, FACILITATORS, place, text.facilitators_panel(theirs))
        await self._deliveries.put(tx, panel, now)
        # Always behind the other: of two that are due together, the order would be drawn.
        await self._deliveries.put(tx, facilitators, now, rank=1)
        if joining is not None:
            key = new_key()
            message = Delivery(key, community.id, JOINING, Post(joining), text.joining(key))
            await self._deliveries.put(tx, message, now, rank=2)

    def more(self) -> Notice:
        """[More]: the same for everybody, and nothing is looked up or kept for it."""
        return text.more()

    async def is_there(self, community: int) -> bool:
        """Whether a community's panel has arrived."""
        async with self._database.read() as tx:
            return await self._store.get(tx, community) is not None

    async def show(self, community: int, *, new: bool) -> None:
        """Say on the panel, to everybody, that there are new answers, or no longer."""
        async with self._database.write() as tx:
            panel = await self._store.get(tx, community)
            if panel is not None and panel.new != new:
                await self._store.put(tx, replace(panel, new=new))
                place = Edit(panel.channel, panel.message)
                notice = text.panel(panel.key, new=new)
                edit = Delivery(edit_key(panel.key), community, KIND, place, notice)
                await self._deliveries.put(tx, edit, self._clock.now())

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where the panel is."""
        if delivery.kind == KIND and isinstance(delivery.place, Post):
            panel = PostedPanel(delivery.community, delivery.place.channel, message, delivery.key)
            await self._store.put(tx, panel)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: `/panel` looked at the permissions first, and the panel is tried again."""
