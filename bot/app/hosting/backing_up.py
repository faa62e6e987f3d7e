"""`equal-footing backup`, while the bot runs."""

from __future__ import annotations

from pathlib import Path

from bot import migrations
from bot.app.opening import backups, clock_of, last_backup_of
from bot.backup import text
from bot.core.database import Database, Journal
from bot.core.errors import HostError
from bot.core.files import replace_file
from bot.core.wording import Line
from config.settings import Settings


async def back_up(settings: Settings, file: Path) -> list[Line]:
    """Write all that is in the everyday database at this moment to a new file.

    Raises HostError if there is nothing to back up, or the file cannot be written or is there already.
    """
    today = (await clock_of(settings)).now().date()
    # A SQLite file in use can only be read by somebody who may write its journal.
    is_server = not settings.database_url.startswith("sqlite")
    source = Database(settings.database_url, Journal.EVERYDAY, read_only=is_server)
    try:
        revision = await migrations.revision_of(source)
        if revision is None:
            raise HostError("There is no everyday database yet, so there is nothing to back up.")
        contents = await backups().make(source, revision, file, today)
    finally:
        await source.close()
    replace_file(last_backup_of(settings), f"{today.isoformat()}\n".encode())
    return text.made(contents, file)
