"""A bot in raw HTTP and WebSocket frames, for tests that must break the rules."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from rehearsal import Outcome, Rehearsal

INTENTS = 1 << 0 | 1 << 9 | 1 << 12
V2 = 1 << 15
EPHEMERAL = 1 << 6
PATIENCE = 5.0


@dataclass(frozen=True)
class Answer:
    """What REST said."""

    status: int
    body: Any
    content_type: str

    @property
    def refusal(self) -> tuple[int, int]:
        """The HTTP status and Discord's code."""
        return self.status, self.body["code"]

    def problems(self) -> dict[str, list[str]]:
        """Inner codes of a 50035, by dotted path."""
        assert self.refusal == (400, 50035), self.body
        found: dict[str, list[str]] = {}

        def collect(node: dict[str, Any], path: tuple[str, ...]) -> None:
            for key, value in node.items():
                if key == "_errors":
                    found[".".join(path)] = [each["code"] for each in value]
                else:
                    collect(value, (*path, key))

        collect(self.body["errors"], ())
        return found


class Api:
    """REST, with the bot's token unless told otherwise."""

    def __init__(self, rehearsal: Rehearsal, session: aiohttp.ClientSession) -> None:
        self._rehearsal = rehearsal
        self._session = session

    async def __call__(
        self, method: str, path: str, body: Any = None, *, token: str | None = None, raw: bytes | None = None
    ) -> Answer:
        headers = {"Authorization": f"Bot {token or self._rehearsal.token}"}
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        url = self._rehearsal.api_url + path
        async with self._session.request(method, url, data=data, headers=headers) as response:
            text = await response.text()
            kind = response.headers.get("Content-Type", "")
            return Answer(response.status, json.loads(text) if text else None, kind)


class Socket:
    """One gateway connection; `event` waits for an event and keeps the others for later."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._frames: list[dict[str, Any]] = []
        self.sequence = 0

    async def say(self, op: int, data: Any) -> None:
        await self._socket.send_json({"op": op, "d": data})

    async def say_raw(self, text: str) -> None:
        await self._socket.send_str(text)

    async def say_bytes(self, data: bytes) -> None:
        await self._socket.send_bytes(data)

    async def frame(self) -> dict[str, Any]:
        found = await self._socket.receive_json(timeout=PATIENCE)
        assert isinstance(found, dict)
        self.sequence = found["s"] or self.sequence
        return found

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)

    async def closed_with(self) -> int | None:
        while (await self._socket.receive(timeout=PATIENCE)).type is aiohttp.WSMsgType.TEXT:
            pass
        return self._socket.close_code

    async def identify(self, token: str, intents: int = INTENTS, **more: Any) -> None:
        await self.say(2, {"token": token, "properties": {}, "intents": intents, **more})

    async def resume(self, token: str, session_id: str, seq: int) -> None:
        await self.say(6, {"token": token, "session_id": session_id, "seq": seq})

    async def event(self, name: str) -> Any:
        for frame in self._frames:
            if frame["t"] == name:
                self._frames.remove(frame)
                return frame["d"]
        while (frame := await self.frame())["t"] != name:
            self._frames.append(frame)
        return frame["d"]

    async def heard(self) -> list[str]:
        """The names of all events that came and were not waited for, up to an answered heartbeat."""
        await self.say(1, None)
        while (frame := await self.frame())["op"] != 11:
            self._frames.append(frame)
        names = [frame["t"] for frame in self._frames if frame["op"] == 0]
        self._frames.clear()
        return names


class Bot:
    """A connected bot that answers by hand."""

    def __init__(self, rehearsal: Rehearsal, api: Api, socket: Socket) -> None:
        self.rehearsal = rehearsal
        self.api = api
        self.socket = socket

    def channel(self, name: str) -> int:
        return self.rehearsal.world.channel_named(name).id

    async def send(self, channel: str, body: dict[str, Any]) -> Answer:
        return await self.api("POST", f"/channels/{self.channel(channel)}/messages", body)

    async def register(self, *names: str, **more: Any) -> None:
        body = [{"name": name, "description": "A command", **more} for name in names]
        answer = await self.api("PUT", f"/applications/{self.rehearsal.application_id}/commands", body)
        assert answer.status == 200, answer.body

    async def begun(self, using: asyncio.Task[Outcome]) -> Interaction:
        """The interaction that a person has just begun, with her waiting for the outcome."""
        return Interaction(self, await self.socket.event("INTERACTION_CREATE"), using)

    async def used(self, person: str, command: str = "ask", channel: str | None = "general") -> Interaction:
        """Somebody uses a command; the bot has not answered yet."""
        using = self.rehearsal.person(person).command(command, channel=channel)
        return await self.begun(asyncio.create_task(using))

    async def pressed(self, person: str, label: str, channel: str | None = "general") -> Interaction:
        using = self.rehearsal.person(person).press(label, channel=channel)
        return await self.begun(asyncio.create_task(using))


@asynccontextmanager
async def bot_by_hand(rehearsal: Rehearsal) -> AsyncIterator[Bot]:
    """A bot that has identified, knows its community and has registered /ask."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{rehearsal.gateway_url}?v=10&encoding=json") as connected,
    ):
        socket = Socket(connected)
        assert (await socket.frame())["op"] == 10
        await socket.identify(rehearsal.token)
        await socket.event("READY")
        await socket.event("GUILD_CREATE")
        bot = Bot(rehearsal, Api(rehearsal, session), socket)
        await bot.register("ask")
        yield bot


class Interaction:
    """An interaction as the bot heard of it."""

    def __init__(self, bot: Bot, data: dict[str, Any], using: asyncio.Task[Outcome]) -> None:
        self._bot = bot
        self.data = data
        self._using = using
        self.webhook = f"/webhooks/{bot.rehearsal.application_id}/{data['token']}"

    async def answer(self, kind: int, data: Any = None, *, query: str = "?with_response=1") -> Answer:
        path = f"/interactions/{self.data['id']}/{self.data['token']}/callback{query}"
        return await self._bot.api("POST", path, {"type": kind, "data": data}, token="none")

    async def original(self, method: str, body: Any = None) -> Answer:
        return await self._bot.api(method, f"{self.webhook}/messages/@original", body, token="none")

    async def follow_up(self, body: Any) -> Answer:
        return await self._bot.api("POST", f"{self.webhook}?wait=true", body, token="none")

    async def outcome(self) -> Outcome:
        return await self._using


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


def button(custom_id: str = "a", **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "custom_id": custom_id, "label": "Press", "disabled": False, **more}


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def field(custom_id: str = "q", **more: Any) -> dict[str, Any]:
    more_of_label = {key: more.pop(key) for key in ("description",) if key in more}
    name = more.pop("name", "Question")
    component = {"type": 4, "style": 2, "custom_id": custom_id, "label": None, "required": True, **more}
    return {"type": 18, "label": name, "component": component, **more_of_label}


def form(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"custom_id": "form", "title": "Ask", "components": list(components or (field(),)), **more}


def label(component: dict[str, Any], name: str = "Choose", **more: Any) -> dict[str, Any]:
    """A label of a form round any input."""
    return {"type": 18, "label": name, "component": component, **more}


def options(*names: str, chosen: str = "") -> list[dict[str, Any]]:
    """One option for each name; its value is the first letter, small."""
    return [{"label": name, "value": name[0].lower(), "default": name == chosen} for name in names]


def radio(*names: str, chosen: str = "", **more: Any) -> dict[str, Any]:
    return {"type": 21, "custom_id": "radio", "options": options(*names, chosen=chosen), **more}


def group(*names: str, chosen: str = "", **more: Any) -> dict[str, Any]:
    return {"type": 22, "custom_id": "group", "options": options(*names, chosen=chosen), **more}


def checkbox(**more: Any) -> dict[str, Any]:
    return {"type": 23, "custom_id": "box", **more}


def select(*names: str, chosen: str = "", **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "select", "options": options(*names, chosen=chosen), **more}


def roles(**more: Any) -> dict[str, Any]:
    return {"type": 6, "custom_id": "roles", **more}


def channels(**more: Any) -> dict[str, Any]:
    return {"type": 8, "custom_id": "channels", **more}


def files(**more: Any) -> dict[str, Any]:
    return {"type": 19, "custom_id": "files", **more}


def people(**more: Any) -> dict[str, Any]:
    return {"type": 5, "custom_id": "people", **more}
