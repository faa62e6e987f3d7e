"""Joining and leaving, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.people.service import People
from cogs._checks import OPENLY_HERE
from cogs._directory import Saw
from cogs._views import FeatureCog, Press, button


class PeopleCog(FeatureCog):
    """What people press about joining."""

    def __init__(self, wording: Wording, communities: Communities, people: People, saw: Saw) -> None:
        """`people` does what is asked here; `saw` is told what somebody is called who joins."""
        super().__init__(wording, communities)
        self._people = people
        self._saw = saw

    @button("people:join", OPENLY_HERE)
    async def joining(self, press: Press) -> Notice:
        """[Join this community], on the panel."""
        return await self._people.joining(press.community, press.account, press.roles)

    @button("people:confirm", OPENLY_HERE)
    async def join(self, press: Press) -> Notice:
        """[Join], once it has been said what is kept."""
        self._saw(press.community, press.account, press.name)
        return await self._people.join(press.community, press.account, press.roles)

    @button("people:notnow", OPENLY_HERE)
    async def not_now(self, press: Press) -> Notice:
        """[Not now]."""
        return self._people.not_now()

    @button("people:leave", OPENLY_HERE)
    async def leave(self, press: Press) -> Notice:
        """[Leave]."""
        return await self._people.leave(press.community, press.account)
