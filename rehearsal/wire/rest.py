"""How a REST request is taken, judged and answered; what each route does stands in `routes_*.py`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from rehearsal.wire import request_body
from rehearsal.wire.multipart import FilePart
from rehearsal.wire.observing import Exchange, Observer
from rehearsal.wire.rate_limits import RateLimits
from rehearsal.wire.request_body import JSON, RequestBody
from rehearsal.world import errors
from rehearsal.world.errors import DiscordError, NotKnownError, Problem
from rehearsal.world.snowflakes import snowflake
from rehearsal.world.world import World

PREFIX = "/api/v10"
_MAJOR = ("channel", "guild", "token")
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Call:
    """One request: what is in its path, its query and its body."""

    world: World
    gateway_url: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    files: tuple[FilePart, ...] = ()

    def id(self, name: str) -> int:
        """A snowflake of the path (50035 where it is none)."""
        return _snowflake(name, self.path[name])

    def query_id(self, name: str) -> int | None:
        """A snowflake of the query, if it is there."""
        return _snowflake(name, self.query[name]) if name in self.query else None

    def limit(self, default: int, most: int) -> int:
        """How many are wanted at most: 1 to `most` (else 50035); absent is `default`."""
        text = self.query.get("limit", str(default))
        limit = int(text) if text.isascii() and text.isdecimal() else 0
        if not 1 <= limit <= most:
            problem = Problem(("limit",), "NUMBER_TYPE_RANGE", f"int value should be between 1 and {most}.")
            raise errors.invalid_form(problem)
        return limit

    def fields(self) -> Any:
        """The body, or no fields where there was none."""
        return {} if self.body is None else self.body

    def flag(self, name: str) -> bool:
        """A yes or no of the query; absent is no."""
        said = self.query.get(name, "false").lower()
        if said not in ("0", "1", "false", "true"):
            raise NotKnownError(f"The rehearsal does not know {name}={said}")
        return said in ("1", "true")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; without a body it is a 204."""

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Call], Reply]


@dataclass(frozen=True, slots=True)
class Route:
    """A route: how it is reached, which query fields and files it knows, and who may call it."""

    method: str
    path: str
    handler: Handler
    query: frozenset[str] = frozenset()
    authorised: bool = True
    files: bool = False


class Rest:
    """The REST half of the rehearsal.

    `refusing` makes every route answer that HTTP status; `limits` say how fast a bot may ask.
    """

    def __init__(self, world: World, routes: Sequence[Route], observers: Sequence[Observer]) -> None:
        self._world = world
        self._routes = routes
        self._observers = observers
        self.gateway_url = ""
        self.refusing: int | None = None
        self.limits = RateLimits()

    def add_to(self, app: web.Application) -> None:
        """Adds all routes, and a last one that refuses the rest."""
        for route in self._routes:
            app.router.add_route(route.method, PREFIX + route.path, self._handler(route))
        app.router.add_route("*", "/{unknown:.*}", self._handler(None))

    def _handler(self, route: Route | None) -> Callable[[web.Request], Any]:
        async def handle(request: web.Request) -> web.Response:
            path, body = request.path.removeprefix(PREFIX), RequestBody()
            try:
                body = await request_body.of(request, files=route is not None and route.files)
                reply = self._answered(route, request, path, body)
            except web.HTTPRequestEntityTooLarge:
                refusal = errors.too_large()
                reply = Reply(refusal.body(), refusal.status)
            sent, parts = body.told()
            query = dict(request.query)
            exchange = Exchange(request.method, path, query, sent, reply.status, reply.body, parts)
            # A browser says where it comes from, and no bot does: a page may still look for a practice room
            # that had this port before.
            for observer in self._observers if "Origin" not in request.headers else ():
                observer.rest(exchange)
            return _response(reply)

        return handle

    def _answered(self, route: Route | None, request: web.Request, path: str, body: RequestBody) -> Reply:
        """The answer, whatever comes of it."""
        try:
            return self._carried_out(self._admitted(route, request, path), request, body)
        except DiscordError as refusal:
            return Reply(refusal.body(), refusal.status)
        except NotKnownError as unknown:
            return Reply({"message": f"{unknown} ({request.method} {path})", "code": 0}, 501)

    def _carried_out(self, route: Route, request: web.Request, body: RequestBody) -> Reply:
        """What the route answers, unless it was asked too often; either way with the headers of its limit."""
        path = dict(request.match_info)
        major = tuple(path[name] for name in _MAJOR if name in path)
        verdict = self.limits.take(f"{route.method} {route.path}", major, counts_in_all=route.authorised)
        if verdict.refusal is not None:
            return Reply(dict(verdict.refusal), _TOO_MANY, verdict.headers)
        try:
            call = Call(self._world, self.gateway_url, path, dict(request.query), *body.read())
            reply = route.handler(call)
        except DiscordError as refusal:
            reply = Reply(refusal.body(), refusal.status)
        return replace(reply, headers=verdict.headers)

    def _admitted(self, route: Route | None, request: web.Request, path: str) -> Route:
        if self.refusing is not None:
            raise DiscordError(self.refusing, 0, f"{self.refusing}: the rehearsal was told to refuse")
        if route is None:
            raise NotKnownError(f"The rehearsal does not know {request.method} {path}")
        token = f"Bot {self._world.application.token}"
        if route.authorised and request.headers.get("Authorization") != token:
            raise errors.unauthorised()
        unknown = set(request.query) - route.query
        if unknown:
            raise NotKnownError(f"The rehearsal does not know {sorted(unknown)} in the query")
        if request.can_read_body and not request_body.is_known(request, files=route.files):
            raise NotKnownError(f"The rehearsal does not know bodies of type {request.content_type}")
        return route


def _response(reply: Reply) -> web.Response:
    """JSON with exactly `application/json`: with a charset discord.py takes the body for text."""
    if reply.body is None:
        return web.Response(status=204, headers=reply.headers)
    headers = {**reply.headers, "Content-Type": JSON}
    return web.Response(status=reply.status, body=json.dumps(reply.body).encode(), headers=headers)


def _snowflake(name: str, value: str) -> int:
    try:
        return snowflake(value)
    except ValueError:
        message = f'Value "{value}" is not snowflake.'
        raise errors.invalid_form(Problem((name,), "NUMBER_TYPE_COERCE", message)) from None
