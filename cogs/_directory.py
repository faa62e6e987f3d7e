"""What people need of Discord: who is in a server, who has a user name, and a role for one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord

from bot.core.errors import NotAllowed, NotNow

#: Discord's codes for an account that is not in the server, or not there at all.
_NOT_THERE = (10007, 10013)
#: What is due after this must not wait for long; whoever could not be looked up is when her turn comes again.
_LONGEST_WAIT_SECONDS = 10

#: Discord's codes for a role that the bot may not give, and for one that is gone.
_REFUSED = (50001, 50013, 10011)
#: Discord's limit for one search; of a name that more people have, that is more than enough.
_MOST_FOUND = 100
_FORBIDDEN = 403

Answer = TypeVar("Answer")
#: Told a community, an account, and the name that Discord shows for it there.
Saw = Callable[[int, int, str], None]


def _leave_it(community: int, account: int, name: str) -> None:
    pass


class DiscordDirectory:
    """Asks Discord, through a client that has logged in."""

    def __init__(self, client: discord.Client, saw: Saw = _leave_it) -> None:
        """No request is made before `roles_of`. `saw` is told the name of who was looked up."""
        self._client = client
        self._saw = saw

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        """The roles that an account has in a server, or None if it is not in that server any more.

        As on a press, the role that everybody has is among them. Raises NotNow if Discord cannot be asked:
        also if the bot itself is not in that server, for then it knows nothing about who is.
        """
        try:
            # Not by way of the client's cache: a role that is not in it yet would be left out.
            member = await _asked(self._client.http.get_member(community, account))
        except discord.HTTPException as error:
            if error.code in _NOT_THERE:
                return None
            raise _not_now(error) from error
        shown = member.get("nick") or member["user"].get("global_name") or member["user"]["username"]
        self._saw(community, account, shown)
        # Discord gives the role that everybody has the server's own id, and does not list it.
        return frozenset((community, *map(int, member["roles"])))

    async def find(self, community: int, name: str) -> list[int]:
        """The people in a server whose user name or nickname is exactly this, without case; no bots.

        Discord finds those of whom either begins so. It does not look at the names that chats show: of those
        who share one, it would find only some. Raises NotNow if Discord cannot be asked.
        """
        path = "/guilds/{guild_id}/members/search"
        route = discord.http.Route("GET", path, guild_id=community)
        try:
            found: Any = await _asked(
                self._client.http.request(route, params={"query": name, "limit": _MOST_FOUND})
            )
        except discord.HTTPException as error:
            raise _not_now(error) from error
        wanted = name.casefold()
        people = (member for member in found if not member["user"].get("bot"))
        return [int(member["user"]["id"]) for member in people if wanted in _called(member)]

    async def give(self, community: int, account: int, role: int) -> None:
        """Give a role. Raises NotAllowed if the bot may not, NotNow if Discord cannot be asked."""
        try:
            await _asked(self._client.http.add_role(community, account, role, reason=None))
        except discord.HTTPException as error:
            if error.code in (*_REFUSED, *_NOT_THERE) or error.status == _FORBIDDEN:
                raise NotAllowed(f"Discord's code {error.code}") from error
            raise _not_now(error) from error


async def _asked(answer: Awaitable[Answer]) -> Answer:
    """What Discord answers; raises NotNow if it does not in time, and discord.HTTPException for a refusal."""
    try:
        async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
            return await answer
    except (TimeoutError, aiohttp.ClientError, OSError, discord.RateLimited) as error:
        raise NotNow(type(error).__name__) from error


def _not_now(error: discord.HTTPException) -> NotNow:
    return NotNow(f"status {error.status}, Discord's code {error.code}")


def _called(member: Any) -> set[str]:
    """A member's nickname and user name, in small letters."""
    names = (member.get("nick"), member["user"].get("username"))
    return {name.casefold() for name in names if name}
