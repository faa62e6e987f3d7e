"""The world's time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class WorldClock:
    """The time that ids, tokens and nonces follow.

    `rate` 0 stands still until it is moved; `rate` 1 flows with real time from where it was set.
    Either way it never goes back.
    """

    def __init__(self, start: datetime, rate: int = 0) -> None:
        if start.tzinfo is None:
            raise ValueError("the world's time has a zone")
        if rate not in (0, 1):
            raise ValueError("the world's time stands still (0) or flows (1)")
        self.rate = rate
        self._set_to = start.astimezone(UTC)
        self._set_at = time.monotonic()

    def now(self) -> datetime:
        """The world's time, aware, in UTC."""
        elapsed = time.monotonic() - self._set_at if self.rate else 0.0
        return self._set_to + timedelta(seconds=elapsed)

    def flow(self) -> None:
        """From now on, time passes by itself."""
        self.reach(self.now())
        self.rate = 1

    def stand_still(self) -> None:
        """From now on, time passes only when it is moved."""
        self.reach(self.now())
        self.rate = 0

    def move_to(self, moment: datetime) -> None:
        """Sets the time. Raises ValueError for a moment in the past."""
        if moment < self.now():
            raise ValueError(f"the world does not go back from {self.now()} to {moment}")
        self.reach(moment)

    def reach(self, moment: datetime) -> None:
        """Sets the time, unless the moment has passed already, as it may where the time flows."""
        self._set_to = max(moment.astimezone(UTC), self.now())
        self._set_at = time.monotonic()
