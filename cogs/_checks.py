"""Who may do what: one list, used by every command, button and form.

An audience is asked at each press; a command's audience also decides to whom Discord shows it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import discord

from bot.community.rules import Part, is_facilitator
from bot.community.service import Communities
from bot.core.errors import Refused

Allow = Callable[[discord.Interaction, Communities], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Audience:
    """A kind of person. `allow` raises Refused for everybody else; `shown_to` is Discord's own filter.

    Whoever acts `openly` may be asked to quote a fault of ours; an asker must not: quoting it would tell
    when she pressed. `in_messages`: it also works in a direct message that names the community.
    `unexpected` is what she reads of a fault of ours if nothing is quoted.
    """

    allow: Allow
    openly: bool
    shown_to: discord.Permissions | None = None
    in_messages: bool = False
    unexpected: str = "error-unexpected-anonymous"


async def _anybody_here(interaction: discord.Interaction, communities: Communities) -> None:
    if interaction.guild_id is None:
        raise Refused("error-in-a-server")


async def _facilitators(interaction: discord.Interaction, communities: Communities) -> None:
    await _anybody_here(interaction, communities)
    await communities.check_facilitator(interaction.guild_id, roles(interaction))


def _with(part: Part) -> Allow:
    """Lets in facilitators, and members who have that part."""

    async def allow(interaction: discord.Interaction, communities: Communities) -> None:
        await _anybody_here(interaction, communities)
        await communities.check_part(part, interaction.guild_id, interaction.user.id, roles(interaction))

    return allow


async def _setters_up(interaction: discord.Interaction, communities: Communities) -> None:
    await _anybody_here(interaction, communities)
    known = await communities.find(interaction.guild_id)
    if not interaction.permissions.manage_guild and not is_facilitator(known, roles(interaction)):
        raise Refused("error-setters-up-only")


async def _administrators(interaction: discord.Interaction, communities: Communities) -> None:
    await _anybody_here(interaction, communities)
    if not interaction.permissions.administrator:
        raise Refused("error-administrators-only")


EVERYONE = Audience(_anybody_here, openly=False, in_messages=True)
#: Everyone, for looking words up: nothing of it is kept, so there is nothing to be lost, nor to be quoted.
LOOKING_UP = Audience(_anybody_here, openly=False, in_messages=True, unexpected="error-unexpected-looking-up")
#: Everyone in the server, for what is pressed in a meeting and kept nowhere.
IN_MEETINGS = Audience(_anybody_here, openly=False, unexpected="error-unexpected-signal")
FACILITATORS = Audience(_facilitators, openly=True)
#: Facilitators, and members who look after the words of the glossary.
EDITORS = Audience(_with(Part.EDITOR), openly=True)
#: Facilitators, and members who chair meetings.
CHAIRS = Audience(_with(Part.CHAIR), openly=True)
#: Facilitators, and members who take notes.
NOTE_TAKERS = Audience(_with(Part.NOTE_TAKER), openly=True)
#: Everyone, for what is done under one's own name.
OPENLY_HERE = Audience(_anybody_here, openly=True)
#: The same, in a direct message too.
OPENLY_ANYWHERE = Audience(_anybody_here, openly=True, in_messages=True)
#: Before there are facilitators, whoever may invite a bot.
SETTERS_UP = Audience(_setters_up, openly=True, shown_to=discord.Permissions(manage_guild=True))
ADMINISTRATORS = Audience(_administrators, openly=True, shown_to=discord.Permissions(administrator=True))


def roles(interaction: discord.Interaction) -> frozenset[int]:
    """The ids of the roles of whoever pressed; none in a direct message."""
    member = interaction.user
    if not isinstance(member, discord.Member):
        return frozenset()
    return frozenset(role.id for role in member.roles)
