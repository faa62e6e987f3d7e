"""A rehearsal that is wound back, with the bot in it: many worlds can begin at one moment."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.drafts import Drafts
from bot.questions.service.limits import Limits
from rehearsal.world.model import Message
from tests.support import turns
from tests.two_worlds.stage import Stage

_FILES = ("equal-footing.db", "anonymous.db")
_Tables = Mapping[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Moment:
    """All that may differ later: both databases, what every channel shows, the time, the dice."""

    files: Mapping[str, _Tables]
    channels: Mapping[int, Mapping[int, Message]]
    time: datetime
    dice: tuple[object, object]


def keep(stage: Stage) -> Moment:
    """The moment as it is; nothing must be under way."""
    files = {name: _tables(stage.folder / name) for name in _FILES}
    channels = {id_: _copied(channel.messages) for id_, channel in stage.rehearsal.world.channels.items()}
    return Moment(files, channels, stage.now, stage.dice.state())


async def rewind(stage: Stage, moment: Moment) -> None:
    """Let the same moment be once more: the bot does not remember what came after it the last time."""
    await _put_back({stage.folder / name: tables for name, tables in moment.files.items()})
    for id_, channel in stage.rehearsal.world.channels.items():
        channel.messages.clear()
        channel.messages.update(_copied(moment.channels.get(id_, {})))
    # By its own means a rehearsal never goes back; ids grow all the same, and are renamed.
    stage.rehearsal.world.clock._set_to = moment.time
    stage.dice.set_state(moment.dice)
    stage.questions.asking._drafts = Drafts()
    stage.questions.asking._limits = Limits()
    stage.world.features.server._names = {}
    signals = stage.world.features.around_meetings.signals
    signals._running, signals._up, signals._next = {}, {}, None
    stage.world.features.around_meetings.showing._shown.clear()
    stage.transcript.clear()
    await stage.rehearsal.settle()
    assert stage.now == moment.time


def _tables(file: Path) -> _Tables:
    with closing(sqlite3.connect(file)) as connection:
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in _names(connection)}


async def _put_back(files: Mapping[Path, _Tables]) -> None:
    """All at once, so that the bot acts on none of it before its time is set back; it may be reading."""
    async with asyncio.timeout(10):
        # What is waited for is the bot's doing, and has no event of ours.
        while not _try_to_put_back(files):
            await turns(1)


def _try_to_put_back(files: Mapping[Path, _Tables]) -> bool:
    with ExitStack() as stack:
        connections = {
            stack.enter_context(closing(sqlite3.connect(file, timeout=0, isolation_level=None))): tables
            for file, tables in files.items()
        }
        try:
            for connection in connections:
                connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return False
        for connection, tables in connections.items():
            _write(connection, tables)
            connection.execute("COMMIT")
    return True


def _write(connection: sqlite3.Connection, tables: _Tables) -> None:
    for name, rows in tables.items():
        connection.execute(f'DELETE FROM "{name}"')
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f'INSERT INTO "{name}" VALUES ({marks})', row)


def _names(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def _copied(messages: Mapping[int, Message]) -> dict[int, Message]:
    return {id_: replace(message) for id_, message in messages.items()}
