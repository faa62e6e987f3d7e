"""A glossary that many communities share, such as a nation's: a host names its file, and it is read once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from bot.core.errors import Refused, SettingsError
from bot.glossary.rules.checking import Faulty, key_of
from bot.glossary.rules.columns import FIELDS
from bot.glossary.rules.reading import read
from bot.glossary.rules.term import Term
from bot.glossary.service.ports import Starter
from bot.glossary.service.starter import id_of

log = logging.getLogger(__name__)

MOST_TERMS = 100_000
#: A term with everything in it has some 2,000 characters.
MOST_BYTES = 250_000_000
#: So many rows that cannot be read are named by their lines; of more, how many there are.
MOST_NAMED = 100


@dataclass(frozen=True, slots=True)
class Shared:
    """The terms of a file, in its order, and what is wrong in it."""

    terms: tuple[Term, ...]
    faulty: tuple[Faulty, ...]


def read_shared(file: Path, by: str) -> Shared:
    """Read a file, CSV or JSON in the glossary's own form; `by` is shown as who wrote its terms.

    Their ids are made as the starter's are. Raises SettingsError if it is not there, is no such file as a
    whole, or holds more than MOST_TERMS.
    """
    try:
        found = read(file.read_bytes(), MOST_BYTES)
    except OSError as error:
        raise SettingsError(f"The shared glossary {file} cannot be read: {error.strerror}.") from None
    except Refused as refused:
        why = refused.line.id.rpartition("-")[2]
        raise SettingsError(
            f"The shared glossary {file} is no glossary ({why}). It has to be CSV with a heading, or JSON, "
            "with at least the columns “term” and “plain”."
        ) from None
    if len(found.rows) > MOST_TERMS:
        raise SettingsError(
            f"The shared glossary {file} has {len(found.rows)} terms. {MOST_TERMS} is the most."
        )
    return Shared(
        tuple(replace(row.term, id=id_of(row.term), by=by) for row in found.rows),
        tuple(each for each in found.faulty if each.is_left_out),
    )


class Beneath:
    """What lies under every community's own terms: the shared glossary, then the starter's other words."""

    def __init__(self, starter: Starter, file: Path | None, by: str) -> None:
        """Nothing is read yet; `file` is the shared glossary, None: there is none."""
        self._starter = starter
        self._file = file
        self._by = by
        self._shared: tuple[Term, ...] = ()
        self._all: tuple[Term, ...] | None = None

    async def read(self) -> None:
        """Read the shared glossary in a thread; rows that cannot be read are named in the log by their line.

        Raises SettingsError as `read_shared` does.
        """
        if self._file is None:
            return
        found = await asyncio.to_thread(read_shared, self._file, self._by)
        self._shared, self._all = found.terms, None
        log.info("the shared glossary has %s terms", len(found.terms))
        for each in found.faulty[:MOST_NAMED]:
            # The file's words stay out of the log; its columns are called as ours are.
            column = each.column if each.column in FIELDS else ""
            log.warning("the shared glossary, line %s was left out: %s %s", each.line, each.fault, column)
        if len(found.faulty) > MOST_NAMED:
            log.warning("the shared glossary, %s more lines were left out", len(found.faulty) - MOST_NAMED)

    def __call__(self) -> tuple[Term, ...]:
        """All of them, the same tuple each time; a word that both have is the shared one's."""
        if self._all is None:
            there = {key_of(term) for term in self._shared}
            starter = self._starter()
            rest = tuple(term for term in starter if key_of(term) not in there) if there else starter
            self._all = (*self._shared, *rest)
        return self._all
