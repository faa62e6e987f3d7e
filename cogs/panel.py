"""`/panel`: an administrator says where questions go, and the panel is posted there; and its [More]."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community import rules
from bot.community.rules import Community
from bot.community.service import Communities
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.panel.service import Panel
from cogs import _send
from cogs._checks import ADMINISTRATORS, EVERYONE
from cogs._views import FeatureCog, Press, button, command


class PanelCog(FeatureCog):
    """The panel, on Discord."""

    def __init__(self, wording: Wording, communities: Communities, panel: Panel) -> None:
        """`panel` does what is asked here."""
        super().__init__(wording, communities)
        self._panel = panel

    @app_commands.command(name="panel")
    @command(ADMINISTRATORS)
    async def panel(
        self,
        interaction: discord.Interaction,
        questions_channel: discord.TextChannel,
        facilitators_channel: discord.TextChannel,
        facilitators_role: discord.Role,
    ) -> None:
        """Set the community up and post its panel in the channel for questions."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        for channel in (questions_channel, facilitators_channel):
            check_allowed(channel)
        community = Community(
            questions_channel.guild.id, questions_channel.id, facilitators_channel.id, facilitators_role.id
        )
        await _send.privately(interaction, await self._panel.post(community), self.wording)

    # As hidden as what stands under it: a fault here has nothing to quote.
    @button("panel:more", EVERYONE)
    async def more(self, press: Press) -> Notice:
        """[More]."""
        return self._panel.more()


def check_allowed(channel: discord.TextChannel) -> None:
    """Raise Refused, naming the first permission that the bot lacks in a channel."""
    allowed = channel.permissions_for(channel.guild.me)
    missing = rules.missing([name for name in rules.NEEDED if getattr(allowed, name)])
    if missing:
        permission = missing[0].replace("_", "-")
        raise Refused(f"error-permission-{permission}", channel=str(channel.id))
