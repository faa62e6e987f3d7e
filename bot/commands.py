"""The command line, continued: what a host does with databases and keys. Thin, as the rest of it."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.core.wording import Line

Config = Annotated[
    Path | None,
    typer.Option("--config", envvar="EQUAL_FOOTING_CONFIG", help="A TOML file with settings."),
]
Community = Annotated[int, typer.Option("--community", help="The id of the Discord server.")]


def backup(file: Path, config: Config = None) -> None:
    """Write the everyday database to FILE, while the bot runs. The anonymous database is in no backup."""
    from bot.app import hosting  # noqa: PLC0415 - the other commands need not wait for discord.py
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.back_up(read_settings(config), file))


def restore(
    file: Path,
    yes: Annotated[bool, typer.Option("--yes", help="Put it back; without this, only look.")] = False,
    config: Config = None,
) -> None:
    """Put a backup in the place of the everyday database. Stop the bot first."""
    from bot.app import hosting  # noqa: PLC0415
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.restore(read_settings(config), file, is_sure=yes))


def export(community: Community, file: Path, config: Config = None) -> None:
    """Write all that is kept of a community to FILE, as JSON. Stop the bot first."""
    from bot.app import hosting  # noqa: PLC0415
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.export(read_settings(config), community, file))


def erase(
    community: Community,
    yes: Annotated[str | None, typer.Option("--yes", help="The same id again: then it is erased.")] = None,
    config: Config = None,
) -> None:
    """Erase all that is kept of a community, in both databases. Stop the bot first."""
    from bot.app import hosting  # noqa: PLC0415
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.erase(read_settings(config), community, typed=yes))


def rotate_keys(config: Config = None) -> None:
    """Make a new master key, and seal everything with it. Stop the bot first."""
    from bot.app import hosting  # noqa: PLC0415
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.rotate_keys(read_settings(config)))


def invite(
    setup: Annotated[bool, typer.Option("--setup", help="Also what /setup needs to make channels.")] = False,
    client_id: Annotated[int | None, typer.Option("--client-id", help="Instead of asking Discord.")] = None,
    config: Config = None,
) -> None:
    """Print the link by which the bot is added to a server, with the least permissions."""
    from bot.app import hosting  # noqa: PLC0415
    from config.settings import read_settings  # noqa: PLC0415

    _tell(lambda: hosting.invite(read_settings(config), client_id, with_setup=setup))


def healthy(config: Config = None) -> None:
    """End with 0 if a bot is at work here, with 1 if there is none or it hangs."""
    from bot.core.alive import FILE_NAME, is_alive  # noqa: PLC0415
    from config.settings import data_folder, read_settings  # noqa: PLC0415

    sys.exit(0 if is_alive(data_folder(read_settings(config)) / FILE_NAME, time.time()) else 1)


def add_to(cli: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (backup, restore, export, erase, rotate_keys, invite, healthy):
        cli.command()(command)


def _tell(work: Callable[[], Awaitable[Sequence[Line]]]) -> None:
    from bot.core.wording import Wording  # noqa: PLC0415
    from config.settings import WORDING  # noqa: PLC0415

    async def do() -> Sequence[Line]:
        return await work()

    # What is written is for the bot's own user.
    os.umask(0o077)
    wording = Wording(WORDING)
    for line in asyncio.run(do()):
        typer.echo(wording.say(line))
