"""Message id + values -> sentence, per locale (Project Fluent).

Every sentence that a person reads stands in `config/wording/<locale>/*.ftl`; the code holds message
ids only, so that a community can reword and a translator can translate without touching it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax.ast import Junk, Resource

DEFAULT_LOCALE = "en-GB"


class WordingError(Exception):
    """A sentence is missing, or lacks one of its values."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a person wrote. It is never read as markup or mention; by itself it is shown as a quotation."""

    words: str


Value = str | int | Words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or paragraph, before it is put into words: a message id and its values."""

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)


def _as_they_are(words: Words) -> str:
    return words.words


class Wording:
    """The sentences of every locale found in a folder; an unknown locale reads the default one."""

    def __init__(self, folder: Path) -> None:
        """Read `<folder>/<locale>/*.ftl`.

        Raises WordingError if the default locale has no sentences, or a file does not parse.
        """
        self._bundles = {
            path.name: _bundle(path.name, sorted(path.glob("*.ftl")))
            for path in sorted(folder.iterdir())
            if path.is_dir()
        }
        if DEFAULT_LOCALE not in self._bundles:
            raise WordingError(f"no wording for {DEFAULT_LOCALE} in {folder.name}")

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales that have sentences of their own."""
        return tuple(self._bundles)

    def say(
        self, line: Line, locale: str = DEFAULT_LOCALE, plain: Callable[[Words], str] = _as_they_are
    ) -> str:
        """Return the sentence of `line`; raises WordingError rather than show an id or a gap.

        `plain` puts a person's words into a sentence. Numbers are not grouped: people type them again.
        """
        bundle = self._bundles.get(locale, self._bundles[DEFAULT_LOCALE])
        if not bundle.has_message(line.id):
            bundle = self._bundles[DEFAULT_LOCALE]
        if not bundle.has_message(line.id):
            raise WordingError(f"no sentence {line.id!r}")
        pattern = bundle.get_message(line.id).value
        if pattern is None:
            raise WordingError(f"the sentence {line.id!r} is empty")
        values = {name: _value(value, plain) for name, value in line.values.items()}
        sentence, faults = bundle.format_pattern(pattern, values)
        if faults:
            raise WordingError(f"{line.id!r}: {faults[0]}")
        return str(sentence)


def _value(value: Value, plain: Callable[[Words], str]) -> Any:
    if isinstance(value, Words):
        return plain(value)
    return fluent_number(value, useGrouping=False) if isinstance(value, int) else value


def _bundle(locale: str, files: Iterable[Path]) -> FluentBundle:
    # The invisible marks of bidirectional isolation would count against Discord's length limits.
    bundle = FluentBundle([locale], use_isolating=False)
    for path in files:
        resource = _parsed(path.read_text(encoding="utf-8"))
        junk = [entry.content or "" for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            raise WordingError(f"{locale}/{path.name} does not parse: {junk[0].strip()[:60]!r}")
        bundle.add_resource(resource)
    return bundle


@cache
def _parsed(text: str) -> Resource:
    # It takes longer than all else at a start, and more than one part of the bot reads the sentences.
    return FluentResource(text)
