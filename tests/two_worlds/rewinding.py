"""A rehearsal that is wound back, with the bot in it: many worlds can begin at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.questions.service.drafts import Drafts, Limits
from rehearsal.world.model import Message
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
    for name, tables in moment.files.items():
        _put_back(stage.folder / name, tables)
    for id_, channel in stage.rehearsal.world.channels.items():
        channel.messages.clear()
        channel.messages.update(_copied(moment.channels.get(id_, {})))
    # By its own means a rehearsal never goes back; ids grow all the same, and are renamed.
    stage.rehearsal.world.clock._set_to = moment.time
    stage.dice.set_state(moment.dice)
    stage.questions.asking._drafts = Drafts()
    stage.questions.asking._limits = Limits()
    stage.world._server._names = {}
    stage.transcript.entries.clear()
    await stage.rehearsal.settle()
    assert stage.now == moment.time


def _tables(file: Path) -> _Tables:
    with closing(sqlite3.connect(file)) as connection:
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in _names(connection)}


def _put_back(file: Path, tables: _Tables) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for name, rows in tables.items():
            connection.execute(f'DELETE FROM "{name}"')
            for row in rows:
                marks = ", ".join("?" * len(row))
                connection.execute(f'INSERT INTO "{name}" VALUES ({marks})', row)
        connection.execute("COMMIT")


def _names(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def _copied(messages: Mapping[int, Message]) -> dict[int, Message]:
    return {id_: replace(message) for id_, message in messages.items()}
