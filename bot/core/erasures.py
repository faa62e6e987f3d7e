"""Who was erased, kept beside the key, so that a restored backup does not bring anybody back.

The list is in no backup and in no database. A line is the key's number, the day, and a mark: an HMAC of the
community and the member's random id. Without the key it tells only how many were erased, and when.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.core.files import replace_file
from bot.core.sealing import Purpose, Seal

#: Longer than any backup is kept (see `docs/hosting.md`), so that no restore can miss an erasure.
KEPT = timedelta(days=400)
FILE_NAME = "erased"


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    day: date
    mark: str

    @classmethod
    def read(cls, line: str) -> _Entry:
        number, day, mark = line.split()
        return cls(int(number), date.fromisoformat(day), mark)

    def __str__(self) -> str:
        return f"{self.number} {self.day.isoformat()} {self.mark}\n"


class Erasures:
    """The list of who was erased, in one file."""

    def __init__(self, path: Path, seal: Seal) -> None:
        """`path`: the file, which is made by the first erasure; `seal` makes the marks."""
        self.path = path
        self._seal = seal

    def add(self, community: int, member: str, when: date) -> None:
        """Remember, for KEPT, that the member with this id was erased; a later day counts.

        With no id, it was the whole community.

        The file is written whole and takes the place of the old one at once. Raises OSError if it cannot.
        """
        mark = self._mark(self._seal.number, community, member)
        kept = [entry for entry in self._entries() if entry.mark != mark and entry.day + KEPT >= when]
        self._write([*kept, _Entry(self._seal.number, when, mark)])

    async def applies(
        self, members: Iterable[tuple[int, str]], since: date | None = None
    ) -> list[tuple[int, str]]:
        """Those of `members`, as (community, id), who were erased; in the same order.

        With `since`, those erased on that day or later: for what can come back under the same id.

        Raises ValueError if the file is not as this class writes it: nothing may be restored then.
        """
        entries = [entry for entry in self._entries() if since is None or entry.day >= since]
        marks = {entry.mark for entry in entries}
        numbers = {entry.number for entry in entries} & set(self._seal.numbers)
        return [
            (community, member)
            for community, member in members
            if any(self._mark(number, community, member) in marks for number in numbers)
        ]

    def drop_without_key(self) -> None:
        """Forget the entries whose key was destroyed: no backup that it sealed opens any more."""
        entries = self._entries()
        kept = [entry for entry in entries if entry.number in self._seal.numbers]
        if len(kept) < len(entries):
            self._write(kept)

    def can_be_written(self) -> bool:
        """Whether an erasure could be remembered; nothing is changed."""
        return os.access(self.path if self.path.exists() else self.path.parent, os.W_OK)

    def _mark(self, number: int, community: int, member: str) -> str:
        return self._seal.mark(Purpose("erased", community), member.encode(), number).hex()

    def _entries(self) -> list[_Entry]:
        if not self.path.exists():
            return []
        return [_Entry.read(line) for line in self.path.read_text(encoding="ascii").splitlines()]

    def _write(self, entries: Iterable[_Entry]) -> None:
        replace_file(self.path, "".join(map(str, entries)).encode())
