"""The unmodified bot, on the unmodified discord.py, in the rehearsal, over real sockets."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
from pydantic import SecretStr

from bot import app
from bot.core import logs
from config.settings import Settings
from rehearsal import Outcome, Rehearsal
from tests.conformance.checker import ConformanceObserver
from tests.conformance.document import DOCUMENT
from tests.conftest import CHECKED
from tests.tables import FILES, empty_file

PANEL = {
    "questions_channel": "questions",
    "facilitators_channel": "facilitators",
    "facilitators_role": "Facilitators",
}


def settings_for(rehearsal: Rehearsal, folder: Path, **changes: object) -> Settings:
    """What the launcher would set, with the databases in `folder`."""
    values: dict[str, object] = {
        "discord_token": SecretStr(rehearsal.token),
        "discord_api_url": rehearsal.api_url,
        "discord_gateway_url": rehearsal.gateway_url,
        "clock_url": rehearsal.clock_url,
        "database_url": f"sqlite+aiosqlite:///{folder}/equal-footing.db",
        "anonymous_database_url": f"sqlite+aiosqlite:///{folder}/anonymous.db",
        "key_file": folder / "master.key",
    }
    return Settings(**{**values, **changes})


@asynccontextmanager
async def bot_running(settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, in a task of its own."""
    addresses = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    task = asyncio.create_task(app.run(settings))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])
        discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = addresses


class Log(io.StringIO):
    """All that was logged."""

    def __init__(self) -> None:
        super().__init__()
        self._written = asyncio.Event()

    def write(self, text: str) -> int:
        self._written.set()
        return super().write(text)

    async def until(self, text: str) -> None:
        """Return when `text` has been logged; TimeoutError after ten seconds."""
        async with asyncio.timeout(10):
            while text not in self.getvalue():
                self._written.clear()
                await self._written.wait()


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """All that is logged, as a host would read it."""
    written = Log()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("INFO", written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def rehearsal(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> AsyncIterator[Rehearsal]:
    """A fresh world, whose time stands still until it is moved; every message on its wire is checked.

    A test that is given a parameter for it names another server to begin from, or how many members more.
    """
    given = getattr(request, "param", "community")
    made = Rehearsal(crowd=given) if isinstance(given, int) else Rehearsal(server=given)
    async with made as rehearsal:
        if not DOCUMENT.exists():
            yield rehearsal
            return
        observer = ConformanceObserver()
        rehearsal.observers.append(observer)
        yield rehearsal
    for name, count in zip(CHECKED, (observer.exchanges, observer.events), strict=True):
        record_property(name, count)
    assert observer.violations == []


@pytest.fixture
async def bot(rehearsal: Rehearsal, tmp_path: Path) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, ready to be pressed."""
    # Other tests start it with nothing there; here its whole history would only cost time.
    for name, branch in FILES.items():
        (tmp_path / name).write_bytes(empty_file(branch))
    async with bot_running(settings_for(rehearsal, tmp_path)) as task:
        await rehearsal.bot_ready()
        yield task


@pytest.fixture
async def community(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> Rehearsal:
    """The rehearsal, with the bot ready, the panels posted, and a meeting on."""
    await set_up(rehearsal)
    await rehearsal.person("Leila").press("Meeting starts", channel="facilitators")
    await rehearsal.settle()
    return rehearsal


async def set_up(rehearsal: Rehearsal) -> None:
    """An administrator posts the panels; no meeting is on."""
    ruth = rehearsal.person("Ruth")
    await ruth.command("panel", channel="general", **PANEL)
    await rehearsal.settle()


async def ask(rehearsal: Rehearsal, name: str, text: str, *, unchecked: bool = False) -> Outcome:
    """Somebody asks by the panel's button."""
    opened = await rehearsal.person(name).press("Ask anonymously", channel="questions")
    assert opened.form is not None
    return await opened.form.submit({"Your question": text}, unchecked=unchecked)


async def answer(
    rehearsal: Rehearsal, name: str, text: str, *, channel: str = "questions", unchecked: bool = False
) -> Outcome:
    """A facilitator answers the latest question."""
    facilitator = rehearsal.person(name)
    await facilitator.press("Facilitators", channel=channel)
    opened = await facilitator.press("Answer", channel=channel)
    assert opened.form is not None
    return await opened.form.submit({"Your answer": text}, unchecked=unchecked)


async def pass_window(rehearsal: Rehearsal) -> None:
    """The window ends, and all that follows from it is done."""
    due = await rehearsal.next_due()
    assert due is not None
    await rehearsal.move_to(due)


def cards(rehearsal: Rehearsal) -> list[str]:
    """What everybody reads in the channel for questions, the panel left out."""
    shown = rehearsal.person("Derek").read("questions")
    return [each.text for each in shown if not each.only_you and "### Question" in each.text]
