"""Members, communities and messages of the bot's own accord, for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from bot.community.rules import CommunitySettings
from bot.core.notices import Line, Notice
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import About, Member

HERE = 900_000_000_000_000_001


def at(day: int, hour: int = 10, minute: int = 0, month: int = 6, year: int = 2026) -> datetime:
    """A moment in UTC, in June 2026 if nothing else is said; the 1st is a Monday."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def nudge(key: str = "hello", budget: Budget = Budget.COUNTED, **changes: Any) -> Nudge:
    """A message that may come from the beginning of the year on, and never goes stale."""
    values: dict[str, Any] = {
        "community": HERE,
        "member": "ama",
        "kind": "test",
        "notice": Notice((Line("panel-new-answers"),)),
        "not_before": at(1, 0, month=1),
        "until": None,
    }
    return Nudge(key=key, budget=budget, **{**values, **changes})


def member(account: int | None = 190_000_000_000_000_042, **changes: Any) -> Member:
    """Ama, who lives where her community is, unless something else is said."""
    values: dict[str, Any] = {
        "id": "ama",
        "community": HERE,
        "joined_on": date(2026, 5, 1),
        "roles": frozenset({HERE}),
        "checked_at": at(1, month=5),
    }
    return Member(account=account, **{**values, **changes})


def living_in(zone: str, **changes: Any) -> About:
    """What somebody says of herself who lives in a zone."""
    return About(zone=zone, **changes)


def settings(**changes: Any) -> CommunitySettings:
    """A community in England that left everything as it was."""
    return CommunitySettings(HERE, **changes)
