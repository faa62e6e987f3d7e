"""Who comes to a meeting, on Discord."""

from __future__ import annotations

from collections.abc import Callable

from bot.attending.rules import Reply
from bot.attending.service import Replying
from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from cogs._checks import FACILITATORS, OPENLY_HERE
from cogs._views import FeatureCog, Press, button


class AttendingCog(FeatureCog):
    """What is pressed below the announcement of a meeting; each token is of that message."""

    def __init__(
        self,
        wording: Wording,
        communities: Communities,
        replying: Replying,
        saw: Callable[[int, int, str], None],
    ) -> None:
        """`replying` does what is asked here; `saw` is told what somebody is called."""
        super().__init__(wording, communities)
        self._replying = replying
        self._saw = saw

    @button("attending:coming", OPENLY_HERE)
    async def coming(self, press: Press) -> Notice:
        """[I'm coming]."""
        return await self._reply(press, Reply.COMING)

    @button("attending:maybe", OPENLY_HERE)
    async def maybe(self, press: Press) -> Notice:
        """[Maybe]."""
        return await self._reply(press, Reply.MAYBE)

    @button("attending:not", OPENLY_HERE)
    async def not_coming(self, press: Press) -> Notice:
        """[I can't come]."""
        return await self._reply(press, Reply.NOT)

    @button("attending:next", OPENLY_HERE)
    async def coming_next(self, press: Press) -> Notice:
        """[What's next], below a meeting that was cancelled, and under [More] on the panel."""
        return await self._replying.coming_next(press.community)

    @button("attending:list", FACILITATORS)
    async def listed(self, press: Press) -> Notice:
        """[Facilitators]: who said what."""
        return await self._replying.listed(press.community, press.token)

    @button("attending:who", FACILITATORS)
    async def who(self, press: Press) -> Notice:
        """[Who comes], in the list of meetings; the token is the meeting's id."""
        return await self._replying.listed_of(press.community, press.token)

    async def _reply(self, press: Press, reply: Reply) -> Notice:
        notice = await self._replying.reply(press.community, press.account, press.token, reply)
        self._saw(press.community, press.account, press.name)
        return notice
