"""The practice room's own server, on 127.0.0.1 only. It stays while worlds come and go."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import ETag, WSCloseCode, WSMsgType, web
from aiohttp.typedefs import Handler

from rehearsal.cast import Server
from rehearsal.launcher import OUR_BOT
from rehearsal.web import page
from rehearsal.web.access import Access
from rehearsal.web.conversation import Conversation
from rehearsal.web.production import CannotDo, Production
from rehearsal.web.seat import Seat
from rehearsal.web.stage import StageDoor
from rehearsal.wire import attachments
from rehearsal.wire.listening import Listening

SECONDS_FOR_THE_KEY = 5.0
#: A frame of this size, a form with small files in it, may come in; one byte more closes the socket (1009).
MOST_BYTES = 1024 * 1024
NO_KEY, NOBODY = 4401, 4404
_GOODBYE = 1.0
Result = TypeVar("Result")


class PracticeRoom:
    """`async with PracticeRoom() as room:` serves the page at `room.address`, with a world and its bot.

    `port` 0 takes any free one; `static` is the page's folder; `command` starts the bot; `scene` stands ready
    in place of the opening (FileNotFoundError when there is none of this name); without one `server` is where
    everybody is. Entering raises
    OSError when the port is taken. `room.production.ready()` waits until the bot is there.
    """

    def __init__(
        self,
        port: int = 0,
        static: Path | None = None,
        command: Sequence[str] = OUR_BOT,
        *,
        scene: str | None = None,
        server: Server = "community",
        seconds_for_the_key: float = SECONDS_FOR_THE_KEY,
    ) -> None:
        self._port = port
        self._static = static or page.STATIC
        self._command = command
        self._seconds_for_the_key = seconds_for_the_key
        self._listening = Listening()
        self._sockets: set[web.WebSocketResponse] = set()
        self._conversations: set[Conversation[Any]] = set()
        self._kept: set[asyncio.Task[Any]] = set()
        self._endings: set[asyncio.Task[None]] = set()
        self._renewing = asyncio.Lock()
        self._access = Access(port)
        self._server = server
        self.production = Production(scene, command, server)

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._guard])
        app.on_response_prepare.append(self._add_headers)
        app.router.add_get("/room/person", self._person)
        app.router.add_get("/room/stage", self._stage)
        app.router.add_get(attachments.ROUTE, self._attachment)
        app.router.add_get("/{name:.*}", self._file)
        self._access = Access(await self._listening.start(app, self._port))
        try:
            await self.production.begin()
        except BaseException:
            await self._listening.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await asyncio.gather(*(self._hang_up(each) for each in self._sockets))
            for task in self._kept:
                task.cancel()
            await asyncio.gather(*self._kept, return_exceptions=True)
        finally:
            try:
                await asyncio.gather(self.production.end(), *self._endings)
            finally:
                await self._listening.stop()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{self._access.hosts[0]}"

    @property
    def key(self) -> str:
        """The key of this run."""
        return self._access.key

    @property
    def address(self) -> str:
        """Where the page is, with the key; a browser does not send what stands behind the #."""
        return f"{self.url}/#key={self.key}"

    async def afresh(self, scene: str | None = None) -> None:
        """A new world and a new bot, with a scene that stands ready or with the opening; the old ones end.

        Returns when the new world stands and its bot is starting. Raises CannotDo while that is going on
        already, FileNotFoundError when there is no such scene.
        """
        if self._renewing.locked():
            raise CannotDo("A new world is being made already.")
        async with self._renewing:
            new = Production(scene, self._command, self._server)
            await new.begin()
            old, self.production = self.production, new
            for conversation in self._conversations:
                conversation.wake()
            ending = asyncio.create_task(old.end())
            self._endings.add(ending)
            ending.add_done_callback(self._endings.discard)

    async def keep(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Does the work to its end, even if whoever waits for it goes; as long as the room stands."""
        task = asyncio.create_task(work)
        self._kept.add(task)
        task.add_done_callback(self._kept.discard)
        return await asyncio.shield(task)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._access.is_ours(request.headers.getall("Host", [])):
            raise web.HTTPMisdirectedRequest(text="This is not the practice room's address.\n")
        return await handler(request)

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        for name, value in self._access.headers(request.headers.get("Host", "")).items():
            # A file that somebody sent is shut in more tightly than the page.
            response.headers.setdefault(name, value)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = page.find(self._static, request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound(text="There is no such page in the practice room.\n")
        content = page.read(path)
        response = web.Response(headers={"Content-Type": page.KINDS[path.suffix], "Vary": "Accept-Encoding"})
        # The tag stands for the file, however it is packed: so it is a weak one (RFC 9110, 8.8.1).
        response.etag = ETag(content.tag, is_weak=True)
        if content.tag in {each.value for each in request.if_none_match or ()}:
            response.set_status(HTTPStatus.NOT_MODIFIED)
        elif content.packed and page.takes_gzip(request.headers.get("Accept-Encoding", "")):
            response.headers["Content-Encoding"] = "gzip"
            response.body = content.packed
        else:
            response.body = content.plain
        return response

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        """A file of a message, for whoever knows its secret address: a picture cannot bring the key along."""
        return await attachments.Attachments(self.production.rehearsal.world).handle(request)

    async def _person(self, request: web.Request) -> web.WebSocketResponse:
        socket = await self._open(request)
        if not socket.closed:
            try:
                seat = Seat(self, socket, request.query.get("who", ""))
            except LookupError:
                await socket.close(code=NOBODY, message=b"nobody is called so")
            else:
                await self._hold(seat)
        return await self._closed(socket)

    async def _stage(self, request: web.Request) -> web.WebSocketResponse:
        socket = await self._open(request)
        if not socket.closed:
            await self._hold(StageDoor(self, socket))
        return await self._closed(socket)

    async def _open(self, request: web.Request) -> web.WebSocketResponse:
        """The socket, closed already if the key did not come."""
        if not self._access.is_our_page(request.headers.getall("Origin", []), request.headers["Host"]):
            raise web.HTTPForbidden(text="Only the practice room's own page may do this.\n")
        socket = web.WebSocketResponse(timeout=_GOODBYE, max_msg_size=MOST_BYTES + 1, compress=False)
        await socket.prepare(request)
        self._sockets.add(socket)
        if not await self._has_key(socket) and not socket.closed:
            await socket.close(code=NO_KEY, message=b"the key is missing or wrong")
        return socket

    async def _has_key(self, socket: web.WebSocketResponse) -> bool:
        try:
            async with asyncio.timeout(self._seconds_for_the_key):
                message = await socket.receive()
        except TimeoutError:
            return False
        return message.type is WSMsgType.TEXT and self._access.opens(message.data)

    async def _hold(self, conversation: Conversation[Any]) -> None:
        self._conversations.add(conversation)
        try:
            await conversation.hold()
        finally:
            self._conversations.discard(conversation)

    async def _closed(self, socket: web.WebSocketResponse) -> web.WebSocketResponse:
        await self._hang_up(socket)
        self._sockets.discard(socket)
        return socket

    async def _hang_up(self, socket: web.WebSocketResponse) -> None:
        """Says goodbye, to a browser that reads."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE):
                await socket.close(code=WSCloseCode.GOING_AWAY)
