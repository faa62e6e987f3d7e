"""The made-up community that the rehearsal plays in: data in a file, and how a world is made of it."""

from __future__ import annotations

import secrets
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from importlib import resources
from typing import Any, Literal

from rehearsal.cast import crowd
from rehearsal.world.clock import WorldClock
from rehearsal.world.model import (
    Application,
    Channel,
    ChannelKind,
    Guild,
    Member,
    Overwrite,
    OverwriteKind,
    Role,
    User,
)
from rehearsal.world.permissions import named
from rehearsal.world.snowflakes import Snowflakes
from rehearsal.world.world import World

#: The community as it is, or a server that it is set up on: an empty one, or one with a past.
Server = Literal["community", "empty", "odd"]
_DATA = "moving_well_together.toml"
_JOINED_BEFORE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Part:
    """Who somebody is in the play."""

    name: str
    side: str
    about: str
    supporter: bool = False


def parts(crowd_of: int = 0) -> dict[str, Part]:
    """Everybody's part, by display name; that of the crowd is to be there."""
    return {
        person["name"]: Part(person["name"], person["side"], person["about"], person.get("supporter", False))
        for person in _data("community", crowd_of)["people"]
    }


def build_world(clock: WorldClock, server: Server = "community", crowd_of: int = 0) -> World:
    """A fresh world in which the community exists, the bot is a member, and nothing was said yet.

    The "empty" server has the same people, none with a role, #general, and a bot that may make channels and
    roles; the "odd" one has channels and roles that nobody would make so today, one of them above the bot. A
    crowd are so many ordinary members more.
    """
    data = _data(server, crowd_of)
    ids = Snowflakes(clock.now)
    guild = Guild(id=ids.next(), name=data["community"]["name"], owner_id=0)
    application = Application(ids.next(), data["bot"]["name"], f"rehearsal.{secrets.token_urlsafe(24)}")
    _add_roles(guild, data, ids, application)
    _add_people(guild, data, ids, clock, application)
    _add_channels(guild, data, ids)
    return World(clock, ids, guild, application)


def _data(server: Server, crowd_of: int) -> dict[str, Any]:
    data = _read(_DATA)
    if server != "community":
        data |= _read(f"{server}.toml")
        data["people"] = [person | {"roles": []} for person in data["people"]]
    ordinary = {"side": "crowd", "about": "one of many members", "roles": []}
    data["people"] += [ordinary | {"name": name} for name in crowd.names(crowd_of)]
    return data


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))


def _add_roles(guild: Guild, data: dict[str, Any], ids: Snowflakes, application: Application) -> None:
    everyone = named(data["community"]["everyone"])
    guild.roles[guild.id] = Role(guild.id, "@everyone", everyone, position=0)
    for position, role in enumerate(data["roles"], start=1):
        role_id = ids.next()
        managed_for = application.id if role.get("bot", False) else None
        guild.roles[role_id] = Role(
            role_id, role["name"], named(role.get("permissions", [])), position, managed_for
        )


def _add_people(
    guild: Guild, data: dict[str, Any], ids: Snowflakes, clock: WorldClock, application: Application
) -> None:
    by_name = {role.name: role.id for role in guild.roles.values()}
    joined_at = clock.now() - _JOINED_BEFORE
    for person in data["people"]:
        username = person["name"].casefold().replace(" ", ".")
        user = User(ids.next(), username, person["name"])
        guild.members[user.id] = Member(user, joined_at, {by_name[role] for role in person["roles"]})
        if person.get("owner", False):
            guild.owner_id = user.id
    bot = User(application.id, application.name.casefold().replace(" ", "-"), application.name, bot=True)
    managed = {role.id for role in guild.roles.values() if role.managed_for == application.id}
    guild.members[bot.id] = Member(bot, joined_at, managed)


def _add_channels(guild: Guild, data: dict[str, Any], ids: Snowflakes) -> None:
    by_name = {role.name: role.id for role in guild.roles.values()}
    categories: dict[str, int] = {}
    for position, described in enumerate(data["channels"]):
        channel = Channel(ids.next(), _kind(described), described["name"], guild.id, position)
        if channel.kind is ChannelKind.CATEGORY:
            categories[channel.name] = channel.id
        channel.parent_id = categories.get(described.get("under", ""))
        for rule in described.get("overwrites", []):
            role_id = by_name[rule["role"]]
            channel.overwrites[role_id] = Overwrite(
                role_id, OverwriteKind.ROLE, named(rule.get("allow", [])), named(rule.get("deny", []))
            )
        guild.channels[channel.id] = channel


def _kind(described: dict[str, Any]) -> ChannelKind:
    if described.get("category", False):
        return ChannelKind.CATEGORY
    return ChannelKind.VOICE if described.get("voice", False) else ChannelKind.TEXT
