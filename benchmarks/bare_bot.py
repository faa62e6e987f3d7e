"""The least that a bot on discord.py can do for a press: defer, then say one sentence to whoever pressed."""

from __future__ import annotations

import os

import discord
import yarl
from discord import app_commands, ui


class Panel(ui.View):
    """One button."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Ask", custom_id="bare:ask")
    async def ask(self, interaction: discord.Interaction, _button: ui.Button[Panel]) -> None:
        """Answer the press."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content="Thank you.")


class BareBot(discord.AutoShardedClient):
    """Posts its button in #questions once it has connected."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        """Let presses be found, and be counted as ready."""
        self.add_view(Panel())
        await self.tree.sync()

    async def on_ready(self) -> None:
        """Post the button."""
        channels = (channel for guild in self.guilds for channel in guild.text_channels)
        await next(channel for channel in channels if channel.name == "questions").send(view=Panel())


def main() -> None:
    """Run until ended."""
    discord.http.Route.BASE = os.environ["DISCORD_API_URL"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    BareBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
