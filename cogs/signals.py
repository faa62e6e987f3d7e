"""What people press in a meeting when they cannot follow, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.signals.rules import Kind
from bot.signals.service import Signals
from cogs._checks import FACILITATORS, IN_MEETINGS
from cogs._views import FeatureCog, Press, button


class SignalsCog(FeatureCog):
    """[I'm lost], [Slower, please], and what facilitators press below the message about it."""

    def __init__(self, wording: Wording, communities: Communities, signals: Signals) -> None:
        """`signals` does what is asked here."""
        super().__init__(wording, communities)
        self._signals = signals

    @button("signals:lost", IN_MEETINGS)
    async def lost(self, press: Press) -> Notice:
        """[I'm lost]."""
        return await self._signals.press(press.community, press.account, press.roles, Kind.LOST)

    @button("signals:slower", IN_MEETINGS)
    async def slower(self, press: Press) -> Notice:
        """[Slower, please]."""
        return await self._signals.press(press.community, press.account, press.roles, Kind.SLOWER)

    @button("signals:seen", FACILITATORS)
    async def seen(self, press: Press) -> Notice:
        """[Seen, thank you]."""
        return await self._signals.seen(press.community, press.token)
