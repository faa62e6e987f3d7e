"""`equal-footing rotate-keys`: a new master key."""

from __future__ import annotations

from bot.app.features import Features
from bot.app.opening import clock_of, open_store
from bot.backup import text
from bot.core.errors import SettingsError
from bot.core.keyring import add_key
from bot.core.lock import alone
from bot.core.wording import Line
from config.settings import Settings


async def rotate_keys(settings: Settings) -> list[Line]:
    """Make a new key and seal everything with it; or go on with a rotation that is under way.

    Killed anywhere, the next start of the bot goes on, and so does the same command. Raises HostError if the
    bot runs, or the key is in the environment.
    """
    if settings.master_key is not None:
        raise SettingsError(
            "The key is in the setting master_key, where this command cannot write. Put it into the file "
            "that the setting key_file names, take it out of the environment, and try again."
        )
    with alone(settings.key_file):
        clock = await clock_of(settings)
        async with open_store(settings, clock) as store:
            under_way = bool(store.seal.older)
        if not under_way:
            add_key(settings.key_file)
        async with open_store(settings, clock) as store:
            rotation = Features(store, clock).rotation
            blocks = await rotation.go_on()
            left = await rotation.retire()
    return text.rotated(blocks, len(left))
