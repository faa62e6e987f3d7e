"""A whole rehearsal: the cast's world, its server, and the people in it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from rehearsal import cast
from rehearsal.person import Person
from rehearsal.wire.gateway import HEARTBEAT_INTERVAL
from rehearsal.wire.observing import Observer
from rehearsal.wire.rate_limits import RateLimits
from rehearsal.wire.server import RehearsalServer
from rehearsal.wire.sessions import SessionRules
from rehearsal.world.clock import WorldClock
from rehearsal.world.errors import BotSilentError

DEFAULT_START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class Rehearsal:
    """`async with Rehearsal() as rehearsal:` starts a fresh world on a free port and ends it.

    `rate` 0 lets the world's time stand still until it is moved, 1 lets it flow; `sessions` say how long the
    gateway waits for a bot that lost its connection. `server` "empty" or "odd" is one that a community is
    set up on; `crowd` are so many made-up members more.
    """

    def __init__(
        self,
        port: int = 0,
        rate: int = 0,
        start: datetime = DEFAULT_START,
        *,
        server: cast.Server = "community",
        crowd: int = 0,
        heartbeat_interval: float = HEARTBEAT_INTERVAL,
        sessions: SessionRules = SessionRules(),  # noqa: B008 - it is frozen
    ) -> None:
        self.world = cast.build_world(WorldClock(start, rate), server, crowd)
        self.observers: list[Observer] = []
        self._server = RehearsalServer(self.world, self.observers, heartbeat_interval, sessions)
        self._port = port
        parts = cast.parts(crowd)
        self.people = [
            Person(self.world, member.user, parts[member.user.display_name])
            for member in self.world.guild.members.values()
            if not member.user.bot
        ]

    async def __aenter__(self) -> Self:
        await self._server.start(self._port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.stop()

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.application.token

    @property
    def application_id(self) -> int:
        """The application's id, which is its bot's account too."""
        return self.world.application.id

    @property
    def community_id(self) -> int:
        """The community's (guild's) id."""
        return self.world.guild.id

    @property
    def api_url(self) -> str:
        """Where REST is, with /api/v10."""
        return self._server.api_url

    @property
    def gateway_url(self) -> str:
        """Where the gateway is."""
        return self._server.gateway_url

    @property
    def clock_url(self) -> str:
        """Where the bot reads the time."""
        return self._server.clock_url

    @property
    def limits(self) -> RateLimits:
        """How fast the bot may ask: `limits.set("POST /channels/{channel}/messages", 5, 1.0)`."""
        return self._server.limits

    @property
    def bot_connected(self) -> bool:
        """Whether a bot has identified on the gateway and is still there."""
        return self.world.bot_connections > 0

    @property
    def clock_followed(self) -> bool:
        """Whether a bot follows the world's clock."""
        return self._server.clock_link.followed

    @property
    def bot_here(self) -> bool:
        """Whether a bot is there that knows its community, has synced its commands and follows the clock."""
        return self._server.gateway.ready and self.world.application.commands_synced and self.clock_followed

    @property
    def due(self) -> datetime | None:
        """When the bot next has something to do, as it said last."""
        return self._server.clock_link.next_due

    def person(self, name: str) -> Person:
        """Somebody by display name or first name; LookupError when nobody is called so."""
        for person in self.people:
            if name in (person.name, person.name.split()[0]):
                return person
        raise LookupError(f"nobody is called {name!r}")

    async def bot_ready(self, timeout: float = 30.0, *, clock: bool = True) -> None:  # noqa: ASYNC109
        """Returns once the bot has identified, knows its community and has synced its commands.

        With `clock`, its clock link must be connected and idle too. Raises BotSilentError, which says
        what is missing, after `timeout` real seconds.
        """
        if not await self.world.changed.until(lambda: not self._missing(clock), timeout):
            raise BotSilentError(f"after {timeout} s the bot has not: {', '.join(self._missing(clock))}")

    def _missing(self, clock: bool) -> list[str]:
        states = {
            "identified and been told of its community": self._server.gateway.ready,
            "synced its commands": self.world.application.commands_synced,
            "connected its clock and said that it is idle": self._server.clock_link.idle or not clock,
        }
        return [state for state, reached in states.items() if not reached]

    async def settle(self) -> None:
        """Returns when the bot has done all that is due at this instant."""
        await self._server.clock_link.settle()

    async def move_to(self, moment: datetime) -> None:
        """Moves the world's time, stopping at each moment at which the bot has something due."""
        await self._server.clock_link.move_to(moment)

    async def advance(self, span: timedelta) -> None:
        """Moves the world's time by `span`, as `move_to`."""
        await self.move_to(self.world.clock.now() + span)

    async def next_due(self) -> datetime | None:
        """When the bot next has something to do, after it has settled."""
        await self.settle()
        return self._server.clock_link.next_due

    async def let_time_flow(self) -> None:
        """From now on the world's time passes by itself, and the bot knows."""
        self.world.clock.flow()
        self.world.changed.notify()
        await self.settle()

    async def let_time_stand_still(self) -> None:
        """From now on the world's time passes only when it is moved, and the bot knows."""
        self.world.clock.stand_still()
        await self.settle()

    async def drop_connection(self) -> None:
        """Closes the bot's gateway connections from Discord's side, with 4000; they can be resumed."""
        await self._server.gateway.drop()

    async def drop_gateway(self) -> None:
        """As `drop_connection`, and forgets the sessions: what happens before the bot is back is lost."""
        await self._server.gateway.drop(resumable=False)

    def ask_to_reconnect(self) -> None:
        """Asks the bot to close its gateway connection and to resume (op 7)."""
        self._server.gateway.ask_to_reconnect()

    def refuse(self, status: int) -> AbstractContextManager[None]:
        """While this lasts, REST answers everything with this HTTP status."""
        return self._server.refuse(status)
