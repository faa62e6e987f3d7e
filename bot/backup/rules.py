"""What a backup holds, which may be put back, and which of those that are made by themselves are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

#: How many of the backups that were made before migrations are kept.
KEPT_BEFORE_MIGRATIONS = 3
#: For as long it is remembered who was erased: an older backup could bring somebody back.
OLDEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup: the revision of its tables, its day, and how many rows each table has."""

    revision: str
    made_on: date
    rows: Mapping[str, int]

    @property
    def members(self) -> int:
        """How many members are in it."""
        return self.rows.get("member", 0)

    @property
    def communities(self) -> int:
        """How many communities are in it."""
        return self.rows.get("community", 0)


def is_too_old(contents: Contents, today: date) -> bool:
    """Whether a backup may not be put back any more."""
    return contents.made_on + OLDEST < today


def before_migration(name: str, revision: str) -> str:
    """The name of the backup of database `name` (without its ending) before it is brought to `revision`."""
    return f"{name}-before-{revision}.db"


def superfluous(files: Iterable[tuple[float, str]]) -> list[str]:
    """Of backups before migrations, as (time, name), those that need not be kept: all but the latest."""
    return [name for _, name in sorted(files, reverse=True)[KEPT_BEFORE_MIGRATIONS:]]
