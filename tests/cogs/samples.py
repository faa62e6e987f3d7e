"""Every cog there is, for tests of structure."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.database import Database, Journal
from bot.core.wording import Wording
from cogs._views import FeatureCog
from config.settings import WORDING

COGS = Path(__file__).parents[2] / "cogs"


def features() -> list[str]:
    """The features that have a cog: modules and folders of cogs/, the underscored ones apart."""
    folders = [path.parent for path in COGS.glob("[!_]*/__init__.py")]
    return sorted(path.stem for path in (*COGS.glob("[!_]*.py"), *folders))


def cog_classes() -> list[type[FeatureCog]]:
    """Every FeatureCog."""
    modules = [import_module(f"cogs.{feature}") for feature in features()]
    members = [each for module in modules for _, each in inspect.getmembers(module, inspect.isclass)]
    return [each for each in members if issubclass(each, FeatureCog) and each is not FeatureCog]


def communities() -> Communities:
    """Communities on a database that is never opened."""
    return Communities(Database("sqlite+aiosqlite:///never-opened.db", Journal.EVERYDAY), CommunityStore())


class Nothing:
    """In place of a feature's service, where nothing is asked of it."""


def cogs() -> list[Any]:
    """One of each cog. What each asks for beside wording and communities is not used."""
    made = []
    for kind in cog_classes():
        others = list(inspect.signature(kind).parameters)[2:]
        made.append(kind(Wording(WORDING), communities(), *(Nothing() for _ in others)))
    return made


async def is_in(community: int, account: int) -> bool:
    """Everybody is in every server."""
    return True
