"""The command line: thin. `equal-footing --help` lists it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Coroutine
from typing import Any

import typer

from bot import __version__, commands
from bot.commands import Config
from bot.core import logs, stopping
from bot.core.errors import HostError

_STOPS = (signal.SIGTERM, signal.SIGINT)

cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@cli.command()
def run(config: Config = None) -> None:
    """Run the bot."""
    from bot import app  # noqa: PLC0415 - the other commands need not wait for discord.py
    from config.settings import read_settings  # noqa: PLC0415

    # Databases and key are for the bot's own user.
    os.umask(0o077)
    settings = read_settings(config)
    logs.configure(settings.log_level)
    _until_stopped(app.run(settings))


commands.add_to(cli)


@cli.command()
def doctor(config: Config = None) -> None:
    """Look at token, key, databases and permissions, and say what to do about each that is wrong."""
    from bot import app  # noqa: PLC0415
    from bot.core.wording import Wording  # noqa: PLC0415
    from bot.doctor.text import say  # noqa: PLC0415
    from config.settings import WORDING, read_settings  # noqa: PLC0415

    findings = asyncio.run(app.examine(read_settings(config)))
    for finding in findings:
        typer.echo(say(finding, Wording(WORDING)))
    raise typer.Exit(0 if all(finding.is_well for finding in findings) else 1)


@cli.command()
def tables(config: Config = None) -> None:
    """Print all that lies in the anonymous database, as JSON: what you see there without the key."""
    from bot import app  # noqa: PLC0415
    from bot.core.wording import Wording  # noqa: PLC0415
    from bot.tables.text import say  # noqa: PLC0415
    from config.settings import WORDING, read_settings  # noqa: PLC0415

    found = asyncio.run(app.look_at_tables(read_settings(config)))
    said = json.dumps(say(found, Wording(WORDING)), ensure_ascii=False, indent=2)
    # JSON is UTF-8, whatever the terminal's own letters are.
    typer.echo(said.encode())


@cli.command(
    add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
)
def rehearse(context: typer.Context) -> None:
    """Rehearse on this machine: no token, no account (`rehearse --help` lists its options)."""
    # In place of this process, so that Ctrl-C reaches it and it can tidy up.
    os.execv(sys.executable, [sys.executable, "-m", "rehearsal", *context.args])  # noqa: S606


@cli.command()
def version() -> None:
    """Print the version."""
    typer.echo(f"equal-footing {__version__}")


def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    async def stoppable() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in _STOPS:
            loop.add_signal_handler(number, _stop, task)
        try:
            await task
        except asyncio.CancelledError:
            typer.echo("Stopped.", err=True)

    asyncio.run(stoppable())


def _stop(task: asyncio.Future[None]) -> None:
    """Stop in order; whoever says it twice stops the bot as a crash would, which loses nothing."""
    loop = asyncio.get_running_loop()
    for number in _STOPS:
        loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_DFL)
    # A thread: what hangs may be the loop itself.
    late = threading.Timer(stopping.LONGEST_STOP, _leave)
    late.daemon = True
    late.start()
    task.cancel()


def _leave() -> None:
    typer.echo("Stopped, with something still under way. It is taken up again at the next start.", err=True)
    os._exit(1)


def main() -> None:
    """Run the command line; what a host has to mend is told in a sentence, with exit code 1."""
    try:
        cli()
    except HostError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    # Python's own last words would hold values; the log's do not.
    except Exception:
        logs.configure("INFO")
        logging.getLogger("bot").critical("stopped by a fault of ours", exc_info=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
