"""The one place that builds the world: databases, stores, services, alarms, client."""

from bot.app.examining import examine, look_at_tables
from bot.app.opening import (
    ANONYMOUS_ALARMS,
    ANONYMOUS_DELIVERIES,
    ANONYMOUS_KEYS,
    EVERYDAY_ALARMS,
    EVERYDAY_DELIVERIES,
    EVERYDAY_KEYS,
    Store,
    find_key,
    open_store,
)
from bot.app.world import World, run

__all__ = [
    "ANONYMOUS_ALARMS",
    "ANONYMOUS_DELIVERIES",
    "ANONYMOUS_KEYS",
    "EVERYDAY_ALARMS",
    "EVERYDAY_DELIVERIES",
    "EVERYDAY_KEYS",
    "Store",
    "World",
    "examine",
    "find_key",
    "look_at_tables",
    "open_store",
    "run",
]
