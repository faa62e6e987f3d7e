"""The Directory of people: Discord is asked about one account in one server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp
import discord

from bot.core.errors import NotNow

#: Discord's codes for an account that is not in the server, or not there at all.
_NOT_THERE = (10007, 10013)
#: What is due after this must not wait for long; whoever could not be looked up is when her turn comes again.
_LONGEST_WAIT_SECONDS = 10


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
            async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
                # Not by way of the client's cache: a role that is not in it yet would be left out.
                member = await self._client.http.get_member(community, account)
        except discord.HTTPException as error:
            if error.code in _NOT_THERE:
                return None
            raise NotNow(f"status {error.status}, Discord's code {error.code}") from error
        except (TimeoutError, aiohttp.ClientError, OSError, discord.RateLimited) as error:
            raise NotNow(type(error).__name__) from error
        shown = member.get("nick") or member["user"].get("global_name") or member["user"]["username"]
        self._saw(community, account, shown)
        # Discord gives the role that everybody has the server's own id, and does not list it.
        return frozenset((community, *map(int, member["roles"])))
