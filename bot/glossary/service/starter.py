"""The starter glossary, which comes with the bot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.core.errors import Refused, SettingsError
from bot.glossary.rules.checking import key_of
from bot.glossary.rules.reading import read
from bot.glossary.rules.term import Term

_ID_CHARACTERS = 16


@cache
def read_starter(folder: Path, by: str) -> tuple[Term, ...]:
    """The terms in a folder's CSV files, file by file; `by` is shown as who wrote them.

    They are read once in a process. A term's id is made from its name and theme, so that what stands in its
    place is found after an update. Raises SettingsError for a file that has a fault, with its line.
    """
    return tuple(term for file in sorted(folder.glob("*.csv")) for term in _in(file, by))


def _in(file: Path, by: str) -> Iterator[Term]:
    try:
        found = read(file.read_bytes())
    except Refused as refused:
        raise SettingsError(f"{file} is no glossary: {refused.line.id}") from None
    for faulty in found.faulty:
        raise SettingsError(f"{file}, line {faulty.line}: {faulty.fault} {faulty.column}")
    for row in found.rows:
        yield replace(row.term, id=id_of(row.term), by=by)


def id_of(term: Term) -> str:
    """The id of a term that comes from a file: made of its name and theme, so that it stays."""
    return hashlib.sha256("\x1f".join(key_of(term)).encode()).hexdigest()[:_ID_CHARACTERS]
