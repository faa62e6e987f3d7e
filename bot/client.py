"""The bot on Discord: what it asks for, what it does at start, and what it hands on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from typing import Any

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands

from bot.community.rules import FOR_EVENTS, FOR_SETUP, NEEDED
from bot.core.stopping import all_over
from bot.doctor.rules import Channel, Role, Server
from bot.doctor.service import Unreachable, WrongToken

log = logging.getLogger(__name__)

Press = Callable[[discord.Interaction], Awaitable[None]]
CommandError = Callable[[discord.Interaction[Any], app_commands.AppCommandError], Coroutine[Any, Any, None]]

#: What discord.py calls the tasks in which it deals with an event or a command; it keeps no list of them.
_TASKS_FOR_SOMEBODY = ("discord.py: ", "CommandTree-invoker")
#: In seconds: an answer is shown, and what follows from it is written, in less.
_MOMENT = 1.0
_TOO_MANY_REQUESTS = 429
_TOKEN_REFUSED = 4004
#: What Discord's gateway closes with when trying again is of no use: intents, shards, version.
_FATAL_CLOSES = (_TOKEN_REFUSED, 4010, 4011, 4012, 4013, 4014)


def is_passing(error: BaseException) -> bool:
    """Whether an error only says that Discord cannot be reached now, so that trying again makes sense."""
    if isinstance(error, discord.ConnectionClosed):
        return error.code not in _FATAL_CLOSES
    if isinstance(error, discord.HTTPException):
        return isinstance(error, discord.DiscordServerError) or error.status == _TOO_MANY_REQUESTS
    return isinstance(error, aiohttp.ClientError | OSError | discord.GatewayNotFound)


def is_refused_token(error: BaseException) -> bool:
    """Whether Discord does not accept the token: at login, or later, when it was reset."""
    closed = isinstance(error, discord.ConnectionClosed) and error.code == _TOKEN_REFUSED
    return closed or isinstance(error, discord.LoginFailure)


def point_at(api_url: str | None, gateway_url: str | None) -> None:
    """Let discord.py talk to another server than Discord's; None leaves it as it is."""
    if api_url is not None:
        discord.http.Route.BASE = api_url
    if gateway_url is not None:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


# The bot never speaks, so a host need not be told what it lacks for that.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class Client(commands.AutoShardedBot):
    """The connection to Discord. A cog that fails to load, or a command refused, stops the start."""

    def __init__(
        self,
        cogs: Sequence[commands.Cog],
        menus: Sequence[app_commands.ContextMenu],
        on_press: Press,
        on_command_error: CommandError,
    ) -> None:
        """`on_press` gets every interaction, `on_command_error` what a slash command raised."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=_intents(),
            # Nobody's messages are kept in memory, and nobody is rung by what somebody wrote.
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            # To wait longer would hold up everybody's messages; what is put back is tried again.
            max_ratelimit_timeout=30,
        )
        self._cogs_to_add = cogs
        self._menus = menus
        self._on_press = on_press
        self.tree.error(on_command_error)

    async def setup_hook(self) -> None:
        """Add the cogs and tell Discord the commands."""
        for cog in self._cogs_to_add:
            await self.add_cog(cog)
        for menu in self._menus:
            self.tree.add_command(menu)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Nothing: cogs hear what is written to the bot, and nobody types a command."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand a press on."""
        await self._on_press(interaction)

    async def come_to_rest(self) -> None:
        """Return when what came in so far has been dealt with, or takes longer than a moment."""
        if tasks := _tasks_for_somebody():
            await asyncio.wait(tasks, timeout=_MOMENT)

    async def finish(self) -> None:
        """Return when all that came in has been dealt with, or has taken too long to be waited for."""
        await all_over(_tasks_for_somebody)


def _tasks_for_somebody() -> list[asyncio.Task[Any]]:
    return [each for each in asyncio.all_tasks() if each.get_name().startswith(_TASKS_FOR_SOMEBODY)]


def _intents() -> discord.Intents:
    """Servers, channels, roles and events, and what is written to the bot itself; nothing privileged."""
    return discord.Intents(guilds=True, guild_scheduled_events=True, dm_messages=True)


class Inspector:
    """Looks at Discord with the bot's token, without connecting as the bot."""

    def __init__(self, token: str) -> None:
        """No request is made before `servers`."""
        self._token = token

    async def application(self) -> int:
        """The id of the bot's application; raises as `servers` does."""
        try:
            async with discord.Client(intents=_intents()) as client:
                await client.login(self._token)
                return client.application_id or 0
        except discord.LoginFailure:
            raise WrongToken from None
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            raise Unreachable(type(error).__name__) from error

    async def servers(self) -> list[Server]:
        """The servers that the bot is in, with what it may do in each channel.

        Raises WrongToken if Discord does not accept the token, Unreachable if it does not answer.
        """
        try:
            async with discord.Client(intents=_intents()) as client:
                await client.login(self._token)
                bot = client.user
                if bot is None:
                    raise Unreachable("no account")
                return [await look_at(client, found.id, bot.id) async for found in client.fetch_guilds()]
        except discord.LoginFailure:
            raise WrongToken from None
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            raise Unreachable(type(error).__name__) from error


def invitation(client_id: int, *, with_setup: bool) -> str:
    """The link by which an administrator adds the bot to a server, with those NEEDED and FOR_EVENTS.

    With `with_setup` also FOR_SETUP.
    """
    names = (*NEEDED, *FOR_EVENTS, *(FOR_SETUP if with_setup else ()))
    permissions = discord.Permissions(**dict.fromkeys(names, True))
    return discord.utils.oauth_url(
        client_id, permissions=permissions, scopes=("bot", "applications.commands")
    )


async def look_at(client: discord.Client, guild_id: int, bot_id: int) -> Server:
    """A server as it is now: not from memory, which lags behind what was just made."""
    guild = await client.fetch_guild(guild_id, with_counts=False)
    me = await guild.fetch_member(bot_id)
    channels = [
        Channel(
            channel.id,
            channel.name,
            _allowed(channel.permissions_for(me), NEEDED),
            is_text=channel.type is discord.ChannelType.text,
            is_open=channel.permissions_for(guild.default_role).view_channel,
            is_voice=channel.type is discord.ChannelType.voice,
        )
        for channel in await guild.fetch_channels()
    ]
    roles = tuple(Role(role.id, role.name, role.managed, role >= me.top_role) for role in guild.roles)
    return Server(
        guild.id,
        guild.name,
        frozenset(role.id for role in roles),
        tuple(channels),
        roles,
        _allowed(me.guild_permissions, (*FOR_SETUP, *FOR_EVENTS, *NEEDED)),
        await _has_commands(client, guild.id),
    )


async def _has_commands(client: discord.Client, guild_id: int) -> bool:
    """Whether the bot may have commands in a server: Discord refuses to list them where it may not."""
    if client.application_id is None:
        return True
    try:
        await client.http.get_guild_commands(client.application_id, guild_id)
    except discord.Forbidden:
        return False
    return True


def _allowed(permissions: discord.Permissions, names: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in names if getattr(permissions, name))
