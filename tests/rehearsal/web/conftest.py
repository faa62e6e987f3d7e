"""A practice room: with no bot, with a raw one that answers by hand, or with the real one."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rehearsal import BotSilentError
from rehearsal.web import PracticeRoom
from tests.forking import our_bot
from tests.rehearsal.raw import Bot, bot_by_hand

#: A bot that ends at once.
NO_BOT = (sys.executable, "-S", "-c", "", "run")


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A page of a few files."""
    folder = tmp_path / "static"
    (folder / "js").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    (folder / "js" / "page.js").write_text("export const here = true;\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture
async def room(static: Path) -> AsyncIterator[PracticeRoom]:
    """No bot is there, and time flows."""
    async with PracticeRoom(static=static, command=NO_BOT) as room:
        with pytest.raises(BotSilentError):
            await room.production.ready()
        yield room


@pytest.fixture
async def bot(room: PracticeRoom) -> AsyncIterator[Bot]:
    """A bot that has registered /ask, and answers by hand."""
    async with bot_by_hand(room.production.rehearsal) as bot:
        yield bot


@pytest.fixture
async def real(static: Path) -> AsyncIterator[PracticeRoom]:
    """The real bot is there, the panels are posted, and a meeting is on."""
    async with PracticeRoom(static=static, command=our_bot()) as room:
        await room.production.ready()
        yield room
