"""`equal-footing export` and `erase`: all that is kept of one community."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.features import Features
from bot.app.opening import Store, clock_of, open_store
from bot.backup import text
from bot.backup.store import CommunityRows
from bot.core.errors import HostError
from bot.core.lock import alone
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.core.wording import Line
from config.settings import Settings


async def export(settings: Settings, community: int, file: Path) -> list[Line]:
    """Write all that is kept of a community to a new JSON file; who asked what is not in it.

    Raises HostError if the bot runs, nothing is kept, or the file cannot be written or is there already.
    """
    async with _opened(settings) as store:
        async with store.everyday.read() as tx:
            everyday = await CommunityRows(EVERYDAY, store.seal).export(tx, community)
        async with store.anonymous.read() as tx:
            questions = await CommunityRows(ANONYMOUS, store.seal).export_public(tx, community)
    rows = sum(map(len, everyday.values())) + len(questions)
    if not rows:
        raise HostError(f"Nothing is kept of a community {community}.")
    _write_new(file, {"community": str(community), "kept": everyday, "questions": questions})
    return text.exported(file, rows)


async def erase(settings: Settings, community: int, *, typed: str | None) -> list[Line]:
    """Erase all that is kept of a community, if its id was `typed`; else only say what that would do.

    Broken off, it goes on when it is called again. Raises HostError if the bot runs.
    """
    async with _opened(settings) as store:
        rows = await _count(store, community)
        if typed != str(community):
            return text.erasing(community, rows)
        today = (await clock_of(settings)).now().date()
        # First the list: killed in between, no backup can bring back what is half gone.
        store.erasures.add(community, "", today)
        for database, metadata in ((store.everyday, EVERYDAY), (store.anonymous, ANONYMOUS)):
            async with database.write() as tx:
                await CommunityRows(metadata, store.seal).erase(tx, community)
            await database.forget()
    return text.erased(community, rows)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Store]:
    """Both databases, with no bot at work on them."""
    with alone(settings.key_file):
        clock = await clock_of(settings)
        async with open_store(settings, clock) as store:
            # What was broken off is done first, so that every block opens; this also declares every table.
            await Features(store, clock).keys.start()
            yield store


async def _count(store: Store, community: int) -> dict[str, int]:
    async with store.everyday.read() as tx:
        everyday = await CommunityRows(EVERYDAY, store.seal).count(tx, community)
    async with store.anonymous.read() as tx:
        anonymous = await CommunityRows(ANONYMOUS, store.seal).count(tx, community)
    return {**everyday, **{f"anonymous {name}": rows for name, rows in anonymous.items()}}


def _write_new(file: Path, content: object) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise HostError(
            f"There is a file {file} already. Nothing was written. Choose another name."
        ) from None
    except OSError as error:
        raise HostError(f"The file {file} cannot be written: {error.strerror or error}") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        json.dump(content, written, ensure_ascii=False, indent=2)
