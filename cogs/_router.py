"""How presses reach the method of a cog, and its answer the one who pressed."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.errors import Refused
from bot.core.notices import Words
from bot.core.stopping import all_over
from bot.core.wording import Wording
from cogs import _errors, _forms
from cogs._answers import given_up, show, soon
from cogs._checks import EVERYONE, OPENLY_HERE, Audience, roles
from cogs._forms import Filled
from cogs._views import MARK, Answer, FeatureCog, Mark, Press

log = logging.getLogger(__name__)

#: Whether an account is in a community's server; raises NotNow if nobody can tell.
IsIn = Callable[[int, int], Awaitable[bool]]
#: In a direct message a token says which community it is about.
_COMMUNITY = re.compile(r"(\d{15,20})\.(.*)")


class Router:
    """Finds the method for a press by its `custom_id`, checks the audience, and shows what it returns."""

    def __init__(
        self, wording: Wording, communities: Communities, cogs: list[FeatureCog], is_in: IsIn
    ) -> None:
        """Raises ValueError if two methods claim the same action."""
        self._is_in = is_in
        self._wording = wording
        self._communities = communities
        self._methods: dict[tuple[bool, str], tuple[Mark, Callable[[Press], Awaitable[Answer]]]] = {}
        for mark, method in (found for cog in cogs for found in cog.marked()):
            key = (mark.kind == "form", mark.action)
            if key in self._methods:
                raise ValueError(f"two methods for {mark.action}")
            self._methods[key] = (mark, method)

    async def finish(self) -> None:
        """Return when what was not waited for has come to its end, too."""
        await all_over(given_up)

    async def handle(self, interaction: discord.Interaction) -> None:
        """Answer a press of a button or a form that was sent; commands are left to discord.py."""
        sent = interaction.type is discord.InteractionType.modal_submit
        if not sent and interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        action, _, token = data["custom_id"].rpartition(":")
        mark, method = self._methods.get((sent, action), (None, None))
        try:
            if mark is None or method is None:
                raise Refused("error-old-button")
            answer = await self._ask(interaction, mark, method, token)
        # Whatever happens, whoever pressed is told.
        except Exception as error:  # noqa: BLE001
            typed = _forms.typed_in(interaction)
            await self._tell(interaction, error, None if mark is None else mark.audience, typed)
            return
        await self._show(interaction, answer, token)

    async def command_failed(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Tell whoever used a slash command what went wrong."""
        command = interaction.command
        menu = command.extras.get(MARK) if isinstance(command, app_commands.ContextMenu) else None
        audience = menu or getattr(getattr(command, "callback", None), MARK, None)
        await self._tell(interaction, error, audience if isinstance(audience, Audience) else EVERYONE)

    async def _tell(
        self,
        interaction: discord.Interaction,
        error: BaseException,
        audience: Audience | None,
        typed: Sequence[Words] = (),
    ) -> None:
        """Say what went wrong, as it is said to this audience; an `audience` of None acts openly."""
        told = audience or OPENLY_HERE
        await _errors.tell(
            interaction, error, self._wording, typed, openly=told.openly, unexpected=told.unexpected
        )

    async def _ask(
        self,
        interaction: discord.Interaction,
        mark: Mark,
        method: Callable[[Press], Awaitable[Answer]],
        token: str,
    ) -> Answer:
        if mark.in_place and _only_she_sees(interaction.message):
            await interaction.response.defer()
        elif mark.kind != "opens_form":
            await interaction.response.defer(ephemeral=True, thinking=True)
        community, token = await self._place(interaction, mark.audience, token)
        filled = Filled() if mark.kind != "form" else await _forms.filled_in(interaction, raw=mark.raw)
        user = interaction.user
        name = getattr(user, "display_name", "")
        press = Press(
            community,
            user.id,
            token,
            filled.fields,
            name,
            roles(interaction),
            filled.many,
            in_chat=interaction.guild_id is None,
            channel=interaction.channel_id or 0,
            files=filled.files,
        )
        return await (soon(method(press)) if mark.kind == "opens_form" else method(press))

    async def _place(
        self, interaction: discord.Interaction, audience: Audience, token: str
    ) -> tuple[int, str]:
        """Which community a press is about, and the token without it; raises Refused for whom it is not."""
        if interaction.guild_id is not None:
            await audience.allow(interaction, self._communities)
            return interaction.guild_id, token
        named = _COMMUNITY.fullmatch(token)
        if named is None or not audience.in_messages:
            raise Refused("error-in-a-server")
        if not await self._is_in(int(named[1]), interaction.user.id):
            raise Refused("error-not-in-server")
        return int(named[1]), named[2]

    async def _show(self, interaction: discord.Interaction, answer: Answer, token: str) -> None:
        named = _COMMUNITY.fullmatch(token) if interaction.guild_id is None else None
        try:
            await show(interaction, answer, self._wording, f"{named[1]}." if named else "")
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            # What was pressed for is done: to say "try again" would do it twice.
            log.warning("an answer could not be shown: %s", type(error).__name__)


def _only_she_sees(message: discord.Message | None) -> bool:
    return message is not None and message.flags.ephemeral
