"""Making channels and roles on Discord, and looking at what is there; what it refuses, in words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import discord

from bot.community.service.ports import Access
from bot.core.errors import Refused
from bot.doctor.rules import Server
from cogs import _send

#: Discord's codes, and the sentence for each.
_REFUSALS = {
    50001: "community-refused-no-access",
    50013: "community-refused-not-allowed",
    30013: "community-refused-many-channels",
    30005: "community-refused-many-roles",
    10007: "community-refused-no-member",
    10011: "community-refused-no-role",
    50035: "community-refused-form",
}
_UNKNOWN_CHANNEL, _UNKNOWN_ROLE = 10003, 10011
_SEES = discord.PermissionOverwrite(view_channel=True, send_messages=True, read_message_history=True)
_SEES_NOT = discord.PermissionOverwrite(view_channel=False)

#: Looks at a server through a client, as the bot with this account.
Look = Callable[[discord.Client, int, int], Awaitable[Server]]


class DiscordBuilding:
    """Makes and looks through a client, once there is one."""

    def __init__(self, look: Look) -> None:
        """Nothing can be asked before `work_through`."""
        self._look = look
        self._client: discord.Client | None = None

    def work_through(self, client: discord.Client) -> None:
        """From now on this client is used."""
        self._client = client

    async def look(self, community: int) -> Server:
        """What is there now; raises Refused if Discord cannot be asked."""
        async with _in_words():
            return await self._look(self._there(), community, self._me())
        raise AssertionError("unreachable")

    async def make_role(self, community: int, name: str) -> int:
        """Make a role that allows nothing by itself; raises Refused if Discord says no."""
        async with _in_words():
            guild = await self._guild(community)
            return (await guild.create_role(name=name, permissions=discord.Permissions.none())).id
        raise AssertionError("unreachable")

    async def make_channel(self, community: int, name: str, access: Access) -> int:
        """Make a channel for text, or for voice; raises Refused if Discord says no.

        Who sees it is set as it is made: to change that later needs one more permission.
        """
        async with _in_words():
            guild = await self._guild(community)
            if access.voice:
                return (await guild.create_voice_channel(name)).id
            seen: dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite] = {}
            if not access.everybody:
                seen[guild.default_role] = _SEES_NOT
            seen |= {role: _SEES for id_ in access.roles if (role := guild.get_role(id_)) is not None}
            me = discord.Object(self._me(), type=discord.Member)
            seen[me] = _SEES if access.bot else _SEES_NOT
            return (await guild.create_text_channel(name, overwrites=seen)).id
        raise AssertionError("unreachable")

    async def give_role(self, community: int, account: int, role: int) -> None:
        """Give somebody a role; raises Refused if Discord says no, or somebody is not there any more."""
        async with _in_words():
            await self._there().http.add_role(community, account, role, reason=None)

    async def delete_role(self, community: int, role: int) -> None:
        """Delete a role; one that is gone already is no fault. Raises Refused if Discord says no."""
        async with _in_words(gone=_UNKNOWN_ROLE):
            await self._there().http.delete_role(community, role)

    async def delete_channel(self, community: int, channel: int) -> None:
        """Delete a channel; one that is gone already is no fault. Raises Refused if Discord says no."""
        async with _in_words(gone=_UNKNOWN_CHANNEL):
            await self._there().http.delete_channel(channel)

    async def has_words_of_people(self, community: int, channel: int) -> bool:
        """Whether people have written in a channel, or their questions are there; True in any doubt."""
        try:
            async for message in self._there().get_partial_messageable(channel).history(limit=None):
                if message.author.id != self._me() or any(map(_is_of_a_card, _send.custom_ids(message))):
                    return True
        except discord.HTTPException:
            return True
        return False

    def _there(self) -> discord.Client:
        if self._client is None or self._client.user is None:
            raise Refused("community-refused-not-now")
        return self._client

    def _me(self) -> int:
        user = self._there().user
        return 0 if user is None else user.id

    async def _guild(self, community: int) -> discord.Guild:
        """The server as it is now: a role that was just made is not in memory yet."""
        return await self._there().fetch_guild(community, with_counts=False)


def _is_of_a_card(custom_id: str) -> bool:
    return custom_id.startswith("questions:facilitators:")


@asynccontextmanager
async def _in_words(gone: int | None = None) -> AsyncIterator[None]:
    try:
        yield
    except discord.DiscordServerError as error:
        raise Refused("community-refused-not-now") from error
    except discord.HTTPException as error:
        if gone is not None and error.code == gone:
            return
        raise Refused(_REFUSALS.get(error.code, "community-refused-not-now")) from error
    except (TimeoutError, aiohttp.ClientError, OSError, discord.RateLimited) as error:
        raise Refused("community-refused-not-now") from error
