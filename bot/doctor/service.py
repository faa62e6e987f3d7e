"""Looks at everything a host has to have right."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Protocol

from bot.community.rules import Community
from bot.core.errors import HostError
from bot.core.sealing import Seal
from bot.doctor import rules
from bot.doctor.rules import Finding, Known, Server, well, wrong

_CURRENT = "doctor-database-well"


class Discord(Protocol):
    """Discord, as far as the doctor needs it."""

    async def servers(self) -> list[Server]:
        """The servers that the bot is in, with what it may do in each channel.

        Raises WrongToken if Discord does not accept the token, Unreachable if it does not answer.
        """


class WrongToken(Exception):
    """Discord does not accept the token."""


class Unreachable(Exception):
    """Discord does not answer; the message is a short reason."""


async def of_token(discord: Discord | None) -> tuple[Finding, list[Server]]:
    """Look at the token (None: there is none); also return the servers that it opens."""
    if discord is None:
        return wrong("doctor-token-missing"), []
    try:
        return well("doctor-token-well"), await discord.servers()
    except WrongToken:
        return wrong("doctor-token-wrong"), []
    except Unreachable as error:
        return wrong("doctor-token-unreachable", reason=str(error)), []


def no_key_yet(file: Path) -> Finding:
    """There is no master key, and need not be one: the first start makes it."""
    return well("doctor-key-none-yet", file=str(file))


def of_key(find: Callable[[], Seal], *, in_file: bool) -> Finding:
    """Look at the master key; `find` raises HostError, with the reason, if it is missing or no good."""
    try:
        find()
    except HostError as error:
        return wrong("doctor-key-wrong", reason=str(error))
    return well("doctor-key-well" if in_file else "doctor-key-in-environment")


def of_key_file(number: int, older: int, days: int) -> Finding:
    """Say which key is in the file, how old that file is, and whether older ones are still needed."""
    if older:
        return well("doctor-key-rotating", number=number, days=days)
    return well("doctor-key-number", number=number, days=days)


def of_list_of_erasures(file: Path, *, can_be_written: bool) -> Finding:
    """Look at the list without which a restore would bring back who was erased."""
    if can_be_written:
        return well("doctor-erasures-well", file=str(file))
    return wrong("doctor-erasures-wrong", file=str(file))


def of_last_backup(days: int | None) -> Finding:
    """Say how many days ago the last backup was made; None: nobody knows of one."""
    if days is None:
        return well("doctor-backup-none")
    if days > rules.BACKUP_EVERY:
        return wrong("doctor-backup-old", days=days)
    return well("doctor-backup-well", days=days)


def of_space(free: int) -> Finding:
    """Look at the disk of the data folder; `free` is in bytes."""
    megabytes = free // 1_000_000
    if free < rules.LEAST_SPACE:
        return wrong("doctor-space-little", megabytes=megabytes)
    return well("doctor-space-well", megabytes=megabytes)


def of_shared_glossary(file: Path, find: Callable[[], tuple[int, Sequence[int]]]) -> Finding:
    """Look at the glossary that communities share; `find` gives how many terms it has, and its bad lines.

    It raises HostError, with the reason, if nothing of it can be read.
    """
    try:
        number, lines = find()
    except HostError as error:
        return wrong("doctor-shared-wrong", reason=str(error))
    if not lines:
        return well("doctor-shared-well", number=number, file=str(file))
    named = ", ".join(map(str, lines[: rules.MOST_LINES])) + (", …" if len(lines) > rules.MOST_LINES else "")
    return wrong("doctor-shared-rows", number=number, file=str(file), lines=named)


async def of_database(name: str, is_up_to_date: Callable[[], Awaitable[bool]]) -> Finding:
    """Look at a database; `is_up_to_date` raises HostError, with the reason, if it does not open."""
    try:
        current = await is_up_to_date()
    except HostError as error:
        return wrong("doctor-database-wrong", name=name, reason=str(error))
    return well(_CURRENT if current else "doctor-database-not-there", name=name)


def is_current(finding: Finding) -> bool:
    """Whether `of_database` has found a database that can be read."""
    return finding.line.id == _CURRENT


def of_communities(communities: Sequence[Community], servers: Sequence[Server]) -> list[Finding]:
    """Look at every community's channels, role and permissions."""
    if not communities:
        return [well("doctor-communities-none")]
    return [finding for community in communities for finding in rules.of_community(community, servers)]


def of_choices(known: Sequence[Known], servers: Sequence[Server]) -> list[Finding]:
    """Look at what every community has chosen, and has not chosen yet."""
    return [finding for each in known for finding in rules.of_choices(each, servers)]
