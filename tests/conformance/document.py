"""Discord's OpenAPI document: found, closed and looked things up in.

The document leaves every object open, which would let a misspelt optional property through. It is
therefore closed on loading: an object may hold only the properties that are described for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import jsonschema_rs
import pytest

DOCUMENT = Path(__file__).parents[2].parent / "shared" / "discord-openapi.json"
METHODS = ("get", "put", "post", "delete", "patch")
_BASE = "urn:discord"

needs_document = pytest.mark.skipif(
    not DOCUMENT.exists(),
    reason="Discord's OpenAPI document is not at ../shared/discord-openapi.json beside the project",
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path template, with the document's words for it."""

    method: str
    template: str
    words: Mapping[str, Any]
    parameters: tuple[Mapping[str, Any], ...]

    @property
    def pointer(self) -> str:
        """Where the document describes this operation."""
        return _join("/paths", self.template, self.method.lower())


@dataclass(frozen=True, slots=True)
class Match:
    """A path template that fits a path, with the values of its placeholders."""

    template: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Document:
    """The loaded document; validators are compiled when first asked for, and kept."""

    words: Mapping[str, Any]
    registry: jsonschema_rs.Registry
    templates: Mapping[int, tuple[tuple[str, ...], ...]]
    validators: dict[str, jsonschema_rs.Draft202012Validator] = field(default_factory=dict)

    def match(self, path: str) -> Match | None:
        """The template that fits the path with the most literal segments, if any does."""
        segments = tuple(unquote(segment) for segment in path.split("/"))
        found = [t for t in self.templates.get(len(segments), ()) if _fits(t, segments)]
        if not found:
            return None
        best = min(found, key=lambda template: sum(map(_is_placeholder, template)))
        pairs = zip(best, segments, strict=True)
        return Match("/".join(best), {name[1:-1]: text for name, text in pairs if _is_placeholder(name)})

    def operation(self, method: str, template: str) -> Operation | None:
        """The operation of that method on that template, if the document describes it."""
        item = self.words["paths"][template]
        words = item.get(method.lower())
        if words is None or method.lower() not in METHODS:
            return None
        parameters = (*item.get("parameters", ()), *words.get("parameters", ()))
        return Operation(method.upper(), template, words, parameters)

    def validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        """The validator of the schema at a JSON pointer into the document."""
        if pointer not in self.validators:
            schema = {"$ref": f"{_BASE}#{quote(pointer, safe='/~')}"}
            self.validators[pointer] = jsonschema_rs.Draft202012Validator(
                schema, registry=self.registry, validate_formats=False
            )
        return self.validators[pointer]

    def parameter_pointer(self, operation: Operation, parameter: Mapping[str, Any]) -> str:
        """Where the document holds the schema of an operation's parameter."""
        own = operation.words.get("parameters", [])
        if parameter in own:
            return _join(operation.pointer, "parameters", str(own.index(parameter)), "schema")
        shared = self.words["paths"][operation.template]["parameters"]
        return _join("/paths", operation.template, "parameters", str(shared.index(parameter)), "schema")

    def file_parts(self, operation: Operation) -> frozenset[str] | None:
        """The files that a request in parts may have, by name; None where no parts are described."""
        content = operation.words.get("requestBody", {}).get("content", {}).get("multipart/form-data")
        if content is None:
            return None
        named = (each.get("properties", {}) for each in content["schema"].get("allOf", ()))
        return frozenset(name for each in named for name in each)

    def body_pointer(self, operation: Operation, *place: str) -> str | None:
        """Where the JSON schema of a request or an answer is, or None where no JSON is described."""
        words: Any = operation.words
        for name in place:
            words = words[name]
        pointer = _join(operation.pointer, *place)
        if "$ref" in words:
            pointer = words["$ref"].removeprefix("#")
            words = self.words["components"]["responses"][pointer.rsplit("/", 1)[1]]
        if "application/json" not in words.get("content", {}):
            return None
        return _join(pointer, "content", "application/json", "schema")


@cache
def load() -> Document:
    """The document, read and closed once for the whole run."""
    if not DOCUMENT.exists():
        raise FileNotFoundError(needs_document.kwargs["reason"])
    words = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    _close(words)
    templates: dict[int, list[tuple[str, ...]]] = {}
    for template in words["paths"]:
        segments = tuple(template.split("/"))
        templates.setdefault(len(segments), []).append(segments)
    return Document(
        words,
        jsonschema_rs.Registry([(_BASE, words)]),
        {length: tuple(found) for length, found in templates.items()},
    )


def _close(words: Any) -> None:
    # The parts of an `allOf` must stay open towards each other: there the whole is closed instead.
    parts: list[Any] = []
    for schema in _objects(words):
        if schema.get("type") == "object" and isinstance(schema.get("allOf"), list):
            schema["unevaluatedProperties"] = False
            parts += [_resolve(words, part) for part in schema["allOf"]]
        elif isinstance(schema.get("properties"), dict) and "type" in schema:
            schema.setdefault("additionalProperties", False)
    for part in parts:
        part.pop("additionalProperties", None)


def _resolve(words: Any, schema: Any) -> Any:
    while "$ref" in schema:
        schema = words["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def _objects(words: Any) -> Iterator[dict[str, Any]]:
    if isinstance(words, dict):
        yield words
        words = list(words.values())
    if isinstance(words, list):
        for part in words:
            yield from _objects(part)


def _join(pointer: str, *names: str) -> str:
    return "/".join([pointer, *(name.replace("~", "~0").replace("/", "~1") for name in names)])


def _is_placeholder(segment: str) -> bool:
    return segment.startswith("{") and segment.endswith("}")


def _fits(template: tuple[str, ...], segments: tuple[str, ...]) -> bool:
    return all(
        (text != "" if _is_placeholder(name) else name == text)
        for name, text in zip(template, segments, strict=True)
    )
