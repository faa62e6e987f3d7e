"""The observer that holds everything on the wire against what Discord describes."""

from __future__ import annotations

from typing import Any

from rehearsal.wire import events
from rehearsal.wire.observing import Exchange
from tests.conformance.openapi import OpenApi, Violation


class ConformanceObserver:
    """Counts what it was shown and keeps every violation; it never raises for one."""

    def __init__(self, openapi: OpenApi | None = None) -> None:
        self.violations: list[Violation | str] = []
        self.exchanges = 0
        self.events = 0
        self._openapi = openapi or OpenApi()

    def rest(self, exchange: Exchange) -> None:
        """Holds the exchange against the OpenAPI document."""
        self.exchanges += 1
        self.violations += self._openapi.check(exchange)

    def sent(self, event: str, data: Any) -> None:
        """Holds the event against our own schemas of the gateway."""
        self.events += 1
        self.violations += [f"event {event}: {text}" for text in events.violations(event, data)]

    def received(self, op: int, data: Any) -> None:
        """Nothing to do: the gateway itself hangs up on a frame that is not as Discord wants it."""

    def report(self) -> str:
        """One line: what was checked, and how many violations there were."""
        wrong = len(self.violations)
        return f"{self.exchanges:,} REST exchanges, {self.events:,} events checked; {wrong:,} violations"
