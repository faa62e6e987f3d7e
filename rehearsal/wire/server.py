"""The rehearsal's one server, on 127.0.0.1 only."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from aiohttp import web

from rehearsal.wire import (
    attachments,
    routes_messages,
    routes_roles,
    routes_rooms,
    routes_scheduled,
    routes_state,
)
from rehearsal.wire.clock_link import ClockLink
from rehearsal.wire.gateway import HEARTBEAT_INTERVAL, Gateway
from rehearsal.wire.listening import HOST, Listening
from rehearsal.wire.observing import Observer
from rehearsal.wire.passing_time import PassingTime
from rehearsal.wire.rate_limits import RateLimits
from rehearsal.wire.rest import PREFIX, Rest
from rehearsal.wire.sessions import SessionRules
from rehearsal.world.world import World

ROUTES = (
    # Before the state: "search" is no member's id.
    *routes_roles.ROUTES,
    *routes_state.ROUTES,
    *routes_messages.ROUTES,
    *routes_rooms.ROUTES,
    *routes_scheduled.ROUTES,
)


class RehearsalServer:
    """REST at /api/v10, the gateway at /gateway, the clock at /clock, files at /attachments and
    /ephemeral-attachments."""

    def __init__(
        self,
        world: World,
        observers: list[Observer],
        heartbeat_interval: float = HEARTBEAT_INTERVAL,
        sessions: SessionRules = SessionRules(),  # noqa: B008 - it is frozen
    ) -> None:
        self.gateway = Gateway(world, observers, heartbeat_interval, sessions)
        self.clock_link = ClockLink(world)
        self._world = world
        self._passing_time = PassingTime(world)
        self._rest = Rest(world, ROUTES, observers)
        self._listening = Listening()
        self._port = 0

    @property
    def limits(self) -> RateLimits:
        """How fast a bot may ask."""
        return self._rest.limits

    @property
    def api_url(self) -> str:
        """Where discord.py's Route.BASE belongs."""
        return f"http://{HOST}:{self._port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        """Where discord.py's DEFAULT_GATEWAY belongs."""
        return f"ws://{HOST}:{self._port}/gateway"

    @property
    def clock_url(self) -> str:
        """Where the bot reads the time."""
        return f"ws://{HOST}:{self._port}/clock"

    async def start(self, port: int = 0) -> None:
        """Listens; port 0 takes any free one."""
        app = web.Application(client_max_size=25 * 1024 * 1024)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/clock", self.clock_link.handle)
        files = attachments.Attachments(self._world)
        app.router.add_get(attachments.ROUTE, files.handle)
        app.router.add_get(attachments.ROUTE_OF_FORMS, files.handle)
        self._rest.add_to(app)
        self._port = await self._listening.start(app, port)
        self._world.address = f"http://{HOST}:{self._port}"
        self.gateway.url = self._rest.gateway_url = self.gateway_url
        self._passing_time.start()

    async def stop(self) -> None:
        """Closes every connection and listens no more."""
        await self.gateway.drop(resumable=False)
        await self.clock_link.close()
        await self._listening.stop()
        await self._passing_time.stop()

    @contextlib.contextmanager
    def refuse(self, status: int) -> Iterator[None]:
        """While this lasts, REST answers everything with this HTTP status."""
        self._rest.refusing = status
        try:
            yield
        finally:
            self._rest.refusing = None
