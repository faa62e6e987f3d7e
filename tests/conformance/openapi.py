"""One REST exchange held against Discord's OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rehearsal.wire.observing import Exchange
from tests.conformance import habits as known
from tests.conformance.document import Document, Match, Operation, load, needs_document
from tests.conformance.habits import ABSENT, Habit, UndescribedRoute
from tests.conformance.wording import messages, short

__all__ = ["OpenApi", "Violation", "needs_document"]

Where = Literal["request", "response", "route", "status", "query"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which an exchange disagrees with the document."""

    where: Where
    method: str
    template: str
    message: str

    def __str__(self) -> str:
        return f"{self.method} {self.template}: {self.where}: {self.message}"


class OpenApi:
    """The document, with the habits and exceptions that are allowed for."""

    def __init__(
        self,
        *,
        habits: tuple[Habit, ...] = (*known.HABITS, *known.ANSWERS),
        undescribed: tuple[UndescribedRoute, ...] = known.UNDESCRIBED_ROUTES,
    ) -> None:
        self._document: Document = load()
        self._habits = habits
        self._undescribed = frozenset((route.method, route.template) for route in undescribed)

    def check(self, exchange: Exchange) -> list[Violation]:
        """Every way in which the exchange disagrees with the document; none is the good answer."""
        if self._excused(exchange):
            return []
        match = self._document.match(exchange.path)
        if match is None:
            return [_violation("route", exchange, exchange.path, "the document has no such path")]
        operation = self._document.operation(exchange.method, match.template)
        if operation is None:
            return [_violation("route", exchange, match.template, "the document has no such method")]
        found: list[tuple[Where, str]] = [
            *(("route", text) for text in self._path(operation, match)),
            *(("query", text) for text in self._query(operation, exchange)),
            *(("request", text) for text in self._request(operation, exchange)),
            *self._response(operation, exchange),
        ]
        return [_violation(where, exchange, match.template, text) for where, text in found]

    def _excused(self, exchange: Exchange) -> bool:
        segments = exchange.path.split("/")
        return any(
            method == exchange.method.upper() and _same_shape(template.split("/"), segments)
            for method, template in self._undescribed
        )

    def _path(self, operation: Operation, match: Match) -> Iterator[str]:
        for parameter in operation.parameters:
            if parameter["in"] == "path":
                yield from self._text(operation, parameter, match.values[parameter["name"]])

    def _query(self, operation: Operation, exchange: Exchange) -> Iterator[str]:
        query = self._undo("query", operation, dict(exchange.query))
        described = {p["name"]: p for p in operation.parameters if p["in"] == "query"}
        for name, parameter in described.items():
            if name in query:
                yield from self._text(operation, parameter, query[name])
            elif parameter.get("required", False):
                yield f"{name} is required"
        for name in sorted(query.keys() - described.keys()):
            yield f"{name} is not described"

    def _request(self, operation: Operation, exchange: Exchange) -> Iterator[str]:
        body = operation.words.get("requestBody")
        if body is None:
            if exchange.request is not None:
                yield "no body is described, yet one was sent"
            return
        if exchange.request is None:
            if exchange.status in known.UNREAD:
                return
            if body.get("required", False):
                yield "a body is required"
            return
        yield from self._parts(operation, exchange)
        pointer = self._document.body_pointer(operation, "requestBody")
        if pointer is None:
            yield "a JSON body is not described"
            return
        sent = self._undo("request", operation, exchange.request)
        yield from messages(self._document.validator(pointer).iter_errors(sent))

    def _parts(self, operation: Operation, exchange: Exchange) -> Iterator[str]:
        """The files of a body in parts; its `payload_json` is held against what is described for JSON."""
        if exchange.parts is None:
            return
        described = self._document.file_parts(operation)
        if described is None:
            yield "a body in parts is not described"
            return
        if (operation.method, operation.template) in known.UNDESCRIBED_FILES:
            described = known.FILES
        for name in sorted(set(exchange.parts) - described):
            yield f"the part {name} is not described"

    def _response(self, operation: Operation, exchange: Exchange) -> Iterator[tuple[Where, str]]:
        if exchange.status in known.UNDESCRIBED_STATUSES:
            return
        described = operation.words["responses"]
        names = (str(exchange.status), f"{exchange.status // 100}XX", "default")
        name = next((name for name in names if name in described), None)
        if name is None:
            yield "status", f"{exchange.status} is not described; {', '.join(described)} are"
            return
        pointer = self._document.body_pointer(operation, "responses", name)
        if pointer is None:
            if exchange.response is not None:
                yield "response", f"no JSON is described for {exchange.status}, yet some was sent"
            return
        got = self._undo("response", operation, exchange.response)
        for text in messages(self._document.validator(pointer).iter_errors(got)):
            yield "response", text

    def _text(self, operation: Operation, parameter: Mapping[str, Any], text: str) -> Iterator[str]:
        """A path or query value is right if any reading of its text is."""
        validator = self._document.validator(self._document.parameter_pointer(operation, parameter))
        readings = list(_readings(text))
        if not any(validator.is_valid(reading) for reading in readings):
            wrong = next(messages(validator.iter_errors(readings[-1])))
            yield f"{parameter['name']}{wrong.removeprefix('/')}"

    def _undo(self, where: Where, operation: Operation, body: Any) -> Any:
        for habit in self._habits:
            if habit.where == where and (operation.method, operation.template) in habit.routes:
                for pointer in habit.pointers:
                    body = _changed(body, pointer.split("/")[1:], habit)
        return body


def _violation(where: Where, exchange: Exchange, template: str, text: str) -> Violation:
    return Violation(where, exchange.method.upper(), template, short(text))


def _same_shape(template: list[str], segments: list[str]) -> bool:
    return len(template) == len(segments) and all(
        name.startswith("{") or name == text for name, text in zip(template, segments, strict=True)
    )


def _readings(text: str) -> Iterator[Any]:
    yield text
    if text.removeprefix("-").isdecimal():
        yield int(text)
    if text in {"true", "false"}:
        yield text == "true"


def _changed(value: Any, path: list[str], habit: Habit) -> Any:
    """A copy of the value with the habit undone at the path, where `*` is each item of a list."""
    if not path:
        return habit.undo(value)
    name, rest = path[0], path[1:]
    if name == "*" and isinstance(value, list):
        items = [_changed(item, rest, habit) for item in value]
        return [item for item in items if item is not ABSENT]
    if not isinstance(value, dict) or name not in value:
        return value
    changed = {**value, name: _changed(value[name], rest, habit)}
    return {key: item for key, item in changed.items() if item is not ABSENT}
