"""What could not reach somebody, and why a message came, on Discord."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.nudges.service import Nudges
from cogs import _send
from cogs._checks import OPENLY_ANYWHERE, OPENLY_HERE
from cogs._views import FeatureCog, Press, button, command


class NudgesCog(FeatureCog):
    """What members press about messages of the bot's own accord."""

    def __init__(self, wording: Wording, communities: Communities, nudges: Nudges) -> None:
        """`nudges` does what is asked here."""
        super().__init__(wording, communities)
        self._nudges = nudges

    @app_commands.command(name="inbox")
    @command(OPENLY_HERE)
    async def inbox_command(self, interaction: discord.Interaction) -> None:
        """What could not reach her."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        answer = await self._nudges.inbox(interaction.guild_id or 0, interaction.user.id)
        await _send.privately(interaction, answer, self.wording)

    @button("nudges:inbox", OPENLY_ANYWHERE, in_place=True)
    async def inbox(self, press: Press) -> Notice:
        """[What could not reach me], or [Show the next one]; the token says how many to skip."""
        skip = int(press.token) if press.token.isdecimal() else 0
        return await self._nudges.inbox(press.community, press.account, skip)

    @button("nudges:read", OPENLY_ANYWHERE, in_place=True)
    async def read(self, press: Press) -> Notice:
        """[I have read this]."""
        return await self._nudges.read(press.community, press.account, press.token)

    @button("nudges:why", OPENLY_ANYWHERE)
    async def why(self, press: Press) -> Notice:
        """[Why did this come?]."""
        return self._nudges.why()
