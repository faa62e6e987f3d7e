"""A browser that holds what it was told, as the page does."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from rehearsal.web import PracticeRoom

PATIENCE = 20.0
Json = dict[str, Any]


class Copy:
    """A person's screen, built from frames alone. `new` is kept beside it: it is about a moment."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.hello: Json = {}
        self.places: list[Json] = []
        self.events: list[Json] = []
        self.messages: dict[str, dict[str, Json]] = {}
        self.offers: dict[str, Json] = {}
        self.clock: Json = {}
        self.new: set[str] = set()

    def take(self, frame: Json) -> None:
        kind = frame["type"]
        if kind == "hello":
            self.forget()
            self.hello = frame
        elif kind == "places":
            self.places = frame["places"]
        elif kind == "events":
            self.events = frame["events"]
        elif kind == "messages":
            self._take_messages(frame)
        elif kind == "offers":
            self.offers[frame["place"]] = {key: frame[key] for key in ("commands", "menus")}
        elif kind == "clock":
            self.clock = frame

    def _take_messages(self, frame: Json) -> None:
        here = self.messages.setdefault(frame["place"], {})
        for message in frame["messages"]:
            if message["new"]:
                self.new.add(message["id"])
            here[message["id"]] = {key: value for key, value in message.items() if key != "new"}
        for gone in frame["gone"]:
            del here[gone]

    def take_all(self, frames: Iterable[Json]) -> None:
        for frame in frames:
            self.take(json.loads(json.dumps(frame)))

    def screen(self) -> Json:
        """What is on the screen now, in the places that are there."""
        ids = [place["id"] for place in self.places]
        return {
            "places": self.places,
            "events": self.events,
            "messages": {each: self.messages.get(each, {}) for each in ids},
            "offers": {each: self.offers.get(each) for each in ids},
        }

    def place(self, name: str) -> str:
        (found,) = [place["id"] for place in self.places if place["name"] == name]
        assert isinstance(found, str)
        return found

    def read(self, name: str) -> list[Json]:
        return [message for _, message in sorted(self.messages.get(self.place(name), {}).items())]


class Browser:
    """One socket; `wish` sends and waits for the end of the wish."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.copy = Copy()
        self.frames: list[Json] = []
        self._re = 0

    async def frame(self) -> Json:
        frame = await self.socket.receive_json(timeout=PATIENCE)
        assert isinstance(frame, dict)
        self.frames.append(frame)
        self.copy.take(frame)
        return frame

    async def until(self, wanted: Callable[[Json], bool]) -> Json:
        while not wanted(frame := await self.frame()):
            pass
        return frame

    async def send(self, do: str, **more: Any) -> int:
        self._re += 1
        await self.socket.send_json({"do": do, "re": self._re, **more})
        return self._re

    async def end_of(self, re: int) -> Json:
        return await self.until(lambda frame: frame.get("re") == re)

    async def wish(self, do: str, **more: Any) -> Json:
        return await self.end_of(await self.send(do, **more))

    async def up_to_date(self) -> Copy:
        """All that happened so far has been told: news come before the end of a wish."""
        await self.wish("close_form", form="none")
        return self.copy

    async def read(self, place: str) -> list[Json]:
        return (await self.up_to_date()).read(place)

    def heard(self) -> str:
        """Everything that came over the wire."""
        return json.dumps(self.frames, ensure_ascii=False)


@asynccontextmanager
async def socket_to(
    room: PracticeRoom, path: str, **headers: str
) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A socket that has said nothing yet."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(room.url + path, headers={"Origin": room.url, **headers}) as socket,
    ):
        yield socket


@asynccontextmanager
async def sitting(room: PracticeRoom, who: str) -> AsyncIterator[Browser]:
    """A browser in which somebody sits; it has been told everything."""
    async with socket_to(room, f"/room/person?who={who}") as socket:
        await socket.send_json({"key": room.key})
        browser = Browser(socket)
        await browser.up_to_date()
        yield browser


@asynccontextmanager
async def leading(room: PracticeRoom) -> AsyncIterator[Browser]:
    """A browser that holds the stage; it has been told the stage."""
    async with socket_to(room, "/room/stage") as socket:
        await socket.send_json({"key": room.key})
        browser = Browser(socket)
        await browser.frame()
        yield browser


def parts_of(message: Json, kind: str) -> list[Json]:
    """All parts of a kind, those inside others too."""
    found: list[Json] = []
    waiting = list(message["parts"])
    while waiting:
        part = waiting.pop(0)
        found += [part] if part["kind"] == kind else []
        waiting = part.get("parts", []) + waiting
    return found


def button(message: Json, label: str) -> Json:
    """Which message and part a press is on."""
    (at,) = [part["at"] for part in parts_of(message, "button") if part["label"] == label]
    return {"message": message["id"], "at": at}
