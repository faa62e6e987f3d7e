"""How fast a bot may ask: on each route for each channel, community or webhook, and in all.

A limit is so many requests in a window of real time, which the first of them opens. Answers to interactions
do not count towards the whole, as at Discord. Discord does not publish its limits and asks nobody to rely on
them: the ones here are wide enough that a bot that behaves never waits, and a test sets the one it is about.
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many real seconds."""

    requests: int
    seconds: float


EVERYTHING = "everything"
ANY_OTHER_ROUTE = "any other route"
LIMITS: Mapping[str, Limit] = {
    EVERYTHING: Limit(50, 1.0),
    "POST /channels/{channel}/messages": Limit(40, 1.0),
    "PATCH /channels/{channel}/messages/{message}": Limit(40, 1.0),
    "DELETE /channels/{channel}/messages/{message}": Limit(40, 1.0),
    "POST /users/@me/channels": Limit(40, 1.0),
    "POST /interactions/{interaction}/{token}/callback": Limit(40, 1.0),
    "POST /webhooks/{application}/{token}": Limit(40, 1.0),
    "PATCH /webhooks/{application}/{token}/messages/{message}": Limit(40, 1.0),
    "DELETE /webhooks/{application}/{token}/messages/{message}": Limit(40, 1.0),
    "POST /guilds/{guild}/scheduled-events": Limit(40, 1.0),
    "PATCH /guilds/{guild}/scheduled-events/{event}": Limit(40, 1.0),
    "DELETE /guilds/{guild}/scheduled-events/{event}": Limit(40, 1.0),
    ANY_OTHER_ROUTE: Limit(50, 1.0),
}
_MANY_WINDOWS = 1000
_Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request goes on, and the headers that its answer carries; `refusal` is the body of a 429."""

    headers: Mapping[str, str]
    refusal: Mapping[str, Any] | None = None


@dataclass(slots=True)
class _Window:
    limit: Limit
    ends: float
    used: int = 0


@dataclass(slots=True)
class RateLimits:
    """The limits of a rehearsal and what was used of them. `now` is a steady clock, `wall` tells the date."""

    now: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    _limits: dict[str, Limit] = field(default_factory=lambda: dict(LIMITS))
    _windows: dict[_Key, _Window] = field(default_factory=dict)

    def set(self, name: str, requests: int, seconds: float) -> None:
        """From now on this limit, from a full window; LookupError for a name that is not in `LIMITS`."""
        if name not in self._limits:
            raise LookupError(f"there is no limit for {name!r}")
        self._limits[name] = Limit(requests, seconds)
        self._windows.clear()

    def take(self, route: str, major: tuple[str, ...], *, counts_in_all: bool) -> Verdict:
        """Takes a request on `route` ("POST /channels/{channel}/messages") with these major parameters."""
        if counts_in_all:
            whole = self._window(EVERYTHING, ())
            if whole.used >= whole.limit.requests:
                return self._refused_in_all(whole)
            whole.used += 1
        window = self._window(route, major)
        if window.used >= window.limit.requests:
            return self._refused_here(route, window)
        window.used += 1
        return Verdict(self._headers(route, window))

    def _window(self, name: str, major: tuple[str, ...]) -> _Window:
        now, window = self.now(), self._windows.get((name, major))
        if window is None or now >= window.ends:
            if len(self._windows) > _MANY_WINDOWS:
                self._windows = {key: each for key, each in self._windows.items() if now < each.ends}
            limit = self._limits.get(name, self._limits[ANY_OTHER_ROUTE])
            window = self._windows[name, major] = _Window(limit, now + limit.seconds)
        return window

    def _left(self, window: _Window) -> float:
        """Seconds to the end of a window, rounded up: who waits so long is never early."""
        return math.ceil(max(window.ends - self.now(), 0.0) * 1000) / 1000

    def _headers(self, route: str, window: _Window) -> dict[str, str]:
        left = self._left(window)
        return {
            "X-RateLimit-Limit": str(window.limit.requests),
            "X-RateLimit-Remaining": str(window.limit.requests - window.used),
            "X-RateLimit-Reset": f"{self.wall() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": hashlib.blake2b(route.encode(), digest_size=16).hexdigest(),
        }

    def _refused_here(self, route: str, window: _Window) -> Verdict:
        headers = self._headers(route, window) | {"X-RateLimit-Scope": "user"}
        return self._refused(headers, window, in_all=False)

    def _refused_in_all(self, window: _Window) -> Verdict:
        headers = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
        return self._refused(headers, window, in_all=True)

    def _refused(self, headers: dict[str, str], window: _Window, *, in_all: bool) -> Verdict:
        left = self._left(window)
        body = {
            "message": "You are being rate limited.",
            "retry_after": left,
            "global": in_all,
            "code": 0,
        }
        # Without Via discord.py takes a 429 for a ban, and gives up.
        return Verdict(headers | {"Retry-After": str(math.ceil(left)), "Via": "1.1 rehearsal"}, body)
