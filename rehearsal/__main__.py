"""`python -m rehearsal`: the rehearsal on the command line."""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from rehearsal import scenes
from rehearsal.launcher import BotProcess
from rehearsal.rehearsal import Rehearsal
from rehearsal.scenes.player import Player, SceneFailed
from rehearsal.terminal import Stage
from rehearsal.world.errors import BotSilentError, ClientRefusal

#: Wide enough for three columns where nobody says how wide the terminal is.
_WIDTH_OF_A_FILE = 140
_FIRST_SCENE = "first-question"

app = typer.Typer(add_completion=False)


@app.command()
def main(
    once: Annotated[bool, typer.Option("--once", help="Play the scene, and end.")] = False,
    server_only: Annotated[bool, typer.Option("--server-only", help="Start the server and no bot.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 0,
) -> None:
    """A small Discord on this computer, to see the bot at work without an account."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)
    asyncio.run(_until_stopped(_serve(port, console) if server_only else _play(port, console, once), console))


async def _until_stopped(work: Coroutine[Any, Any, None], console: Console) -> None:
    """Do the work, and end it in good order, with the bot, when somebody stops the rehearsal."""
    task = asyncio.ensure_future(work)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        console.print("The rehearsal has ended.")


async def _serve(port: int, console: Console) -> None:
    async with Rehearsal(port=port, rate=1, start=datetime.now(UTC)) as rehearsal:
        _show_addresses(rehearsal, console)
        await asyncio.Event().wait()


async def _play(port: int, console: Console, once: bool) -> None:
    """Start the bot as a child, play the first scene, and stay up unless it is for once."""
    with tempfile.TemporaryDirectory(prefix="equal-footing-") as folder:
        async with Rehearsal(port=port) as rehearsal:
            bot = BotProcess(rehearsal, Path(folder))
            await bot.start()
            try:
                await rehearsal.bot_ready()
                await _play_scene(rehearsal, console)
                if not once:
                    await rehearsal.let_time_flow()
                    _show_addresses(rehearsal, console)
                    await asyncio.Event().wait()
            except (BotSilentError, SceneFailed, ClientRefusal) as failure:
                console.print(f"[bold]The scene could not go on:[/bold] {failure}")
                console.print(f"What the bot printed last:\n{bot.last_lines()}", markup=False)
                raise typer.Exit(code=1) from None
            finally:
                await bot.stop()


async def _play_scene(rehearsal: Rehearsal, console: Console) -> None:
    scene = scenes.read(_FIRST_SCENE)
    player = Player(rehearsal, scene)
    stage = Stage(console, scene, player)
    stage.open()
    number = 0
    async for step in player.play():
        number += 1
        stage.show(number, step)
    console.print(f"\nThe scene is over: {number} steps, each as it should be.")


def _show_addresses(rehearsal: Rehearsal, console: Console) -> None:
    table = Table("what", "value", title=rehearsal.world.guild.name)
    table.add_row("token", rehearsal.token)
    table.add_row("application id", str(rehearsal.application_id))
    table.add_row("community id", str(rehearsal.community_id))
    table.add_row("DISCORD_API_URL", rehearsal.api_url)
    table.add_row("DISCORD_GATEWAY_URL", rehearsal.gateway_url)
    table.add_row("CLOCK_URL", rehearsal.clock_url)
    console.print(table)
    console.print("It stays up. Stop it with Ctrl-C.")


if __name__ == "__main__":
    app()
