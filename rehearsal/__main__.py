"""`python -m rehearsal`: the rehearsal on the command line."""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from rehearsal import scenes
from rehearsal.by_hand import ByHand
from rehearsal.cast import Server
from rehearsal.lines import typed_lines
from rehearsal.rehearsal import Rehearsal
from rehearsal.scenes.player import SceneFailed
from rehearsal.terminal import Stage
from rehearsal.web import PracticeRoom
from rehearsal.web.access import doorway
from rehearsal.web.production import Production
from rehearsal.world.errors import RehearsalError

#: Wide enough for three columns where nobody says how wide the terminal is.
_WIDTH_OF_A_FILE = 140
_FIRST_SCENE = "first-question"
_STDIN = 0

app = typer.Typer(add_completion=False)


def _known_scene(name: str | None) -> str | None:
    if name is not None and name not in scenes.names():
        raise typer.BadParameter(f"there is no scene {name!r}; there are: {', '.join(scenes.names())}.")
    return name


@app.command()
def main(
    *,
    once: Annotated[bool, typer.Option("--once", help="Play a scene in the terminal, and end.")] = False,
    terminal: Annotated[
        bool, typer.Option("--terminal", help="No browser: play a scene here, then type what you do.")
    ] = False,
    server_only: Annotated[bool, typer.Option("--server-only", help="Start the server and no bot.")] = False,
    scene: Annotated[
        str | None, typer.Option(callback=_known_scene, help=f"The scene: {', '.join(scenes.names())}.")
    ] = None,
    server: Annotated[
        Server, typer.Option(help="Where everybody is: the community, or a server to set one up on.")
    ] = "community",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
) -> None:
    """A small Discord on this computer, to see the bot at work without an account.

    It opens a page on which you can be any member of a made-up community.
    """
    console = Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)
    if server_only:
        work = _serve(port, server, console)
    elif once or terminal:
        work = _play(scene or (_FIRST_SCENE if server == "community" else None), server, console, once=once)
    else:
        work = _open_room(port, scene, server, console, browser=sys.stdout.isatty() and not no_browser)
    asyncio.run(_until_stopped(work, console))


async def _until_stopped(work: Coroutine[Any, Any, None], console: Console) -> None:
    """Do the work, and end it in good order, with the bot, when somebody stops the rehearsal."""
    task = asyncio.ensure_future(work)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        console.print("The rehearsal has ended.")


async def _serve(port: int, server: Server, console: Console) -> None:
    async with Rehearsal(port=port, rate=1, start=datetime.now(UTC), server=server) as rehearsal:
        _show_addresses(rehearsal, console)
        await asyncio.Event().wait()


async def _open_room(
    port: int, scene: str | None, server: Server, console: Console, *, browser: bool
) -> None:
    async with AsyncExitStack() as stack:
        try:
            room = await stack.enter_async_context(PracticeRoom(port, scene=scene, server=server))
        except OSError as error:
            console.print(f"The practice room cannot use port {port}: {error.strerror}.", markup=False)
            raise typer.Exit(code=1) from None
        console.print("The practice room is open. Everybody in it is made up.")
        console.print(room.address, markup=False, highlight=False, soft_wrap=True)
        console.print("It stays up. Stop it with Ctrl-C.")
        if browser:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="equal-footing-door-"))
            await asyncio.to_thread(_open_browser, doorway(Path(folder), room.address).as_uri())
        await _come_up(room.production, console)
        await asyncio.Event().wait()


async def _come_up(production: Production, console: Console) -> None:
    """Says when the bot is there; the page says the same, and lets one start afresh where it is not."""
    try:
        await production.ready()
        console.print("The bot is ready.")
    except (RehearsalError, SceneFailed, OSError):
        _complain(production, console, production.bot_trouble or "The bot is away.")


def _open_browser(address: str) -> None:
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    # One in the terminal itself would be in the way of what is printed there.
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(address)


async def _play(scene: str | None, server: Server, console: Console, *, once: bool) -> None:
    """Start the bot as a child, play the scene, and then do what somebody types, unless it is for once."""
    production = Production(scene, server=server)
    await production.begin()
    try:
        await production.ready()
        await _play_scene(production, console)
        if not once:
            if scene is not None:
                await production.leave_scene()
            await ByHand(production, console).run(typed_lines(_STDIN, lambda: _prompt(console)))
    except (RehearsalError, SceneFailed, OSError) as failure:
        _complain(production, console, f"The scene could not go on: {failure}")
        raise typer.Exit(code=1) from None
    finally:
        await production.end()


def _prompt(console: Console) -> None:
    if sys.stdin.isatty():
        console.print("> ", end="")


async def _play_scene(production: Production, console: Console) -> None:
    player = production.player
    if player is None:
        return
    stage = Stage(console, player.scene, player)
    stage.open()
    number = 0
    async for step in player.play():
        number += 1
        stage.show(number, step)
    console.print(f"\nThe scene is over: {number} steps, each as it should be.")


def _complain(production: Production, console: Console, what: str) -> None:
    console.print(what, style="bold", markup=False)
    console.print(f"What the bot printed last:\n{production.bot.last_lines()}", markup=False)


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
