"""A database of an earlier version is brought up to date with all that was in it, on every kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import MetaData, Table, insert, select

from bot import migrations
from bot.core.database import Database
from bot.migrations import Branch
from tests.migrations.test_migrations import REVISIONS

_DELIVERY = {
    "key": "k1",
    "community": 2**62,
    "version": "v1",
    "due": 1_770_000_000,
    "rank": 1,
    "tries": 0,
    "refusals": 0,
    "payload": b"sealed",
}

_EVERYDAY_0001 = {
    "sealed_with": {"number": 1, "fingerprint": b"fingerprint"},
    "community": {
        "id": 2**62,
        "questions_channel": 2,
        "facilitators_channel": 3,
        "facilitators_role": 2**63 - 1,
    },
    "delivery": _DELIVERY,
}
_EVERYDAY_0002 = {
    **_EVERYDAY_0001,
    "member": {
        "id": "m1",
        "community": 2**62,
        "account": 2**63 - 1,
        "joined_on": date(2026, 5, 14),
        "roles": [5, 2**63 - 1],
        "checked_at": 1_770_000_000,
    },
    "alarm": {"kind": "people.check", "subject": "", "due": 1_770_000_600},
}
_EVERYDAY_0003 = {
    **_EVERYDAY_0002,
    "question_settings": {"community": 2**62, "chosen": "{}"},
    "panel": {"community": 2**62, "channel": 2, "message": 3, "key": "k1", "new": True},
}
_EVERYDAY_0004: dict[str, dict[str, Any]] = {
    **_EVERYDAY_0003,
    "community_settings": {"community": 2**62, "chosen": "{}"},
    "member": {
        **_EVERYDAY_0002["member"],
        **{"about": b"sealed", "contact": "m2", "pause": "week", "pause_until": 1_770_000_000},
        "left_on": date(2026, 5, 15),
    },
}
_EVERYDAY_0005 = {
    **_EVERYDAY_0004,
    "invitation": {
        "community": 2**62,
        "handle": b"h" * 32,
        "number": 1,
        "block": b"sealed",
        "until": date(2026, 6, 13),
    },
}
_EVERYDAY_0006 = {
    **_EVERYDAY_0005,
    "supporter": {"community": 2**62, "member": "m1", "hours": b"sealed", "cover": "m2"},
    "word": {
        "id": "w1",
        "community": 2**62,
        "member": "m1",
        "keeper": "m2",
        "sent_at": 1_770_000_000,
        "seen_on": date(2026, 5, 15),
        "block": b"sealed",
    },
    "errand": {
        "id": "e1",
        "community": 2**62,
        "member": "m1",
        "due": date(2026, 5, 20),
        "done_on": date(2026, 5, 19),
        "block": b"sealed",
    },
    "attendance": {"community": 2**62, "member": "m1", "how": "phone"},
}
_EVERYDAY_0007 = {
    **_EVERYDAY_0006,
    "standing_role": {"id": "s1", "community": 2**62, "member": "m1", "block": b"sealed"},
}
_EVERYDAY_0008 = {
    **_EVERYDAY_0007,
    "nudge": {
        "id": "n1",
        "community": 2**62,
        "member": "m1",
        "key": "k1",
        "budget": "counted",
        "not_before": 1_770_000_000,
        "payload": b"sealed",
    },
    "undelivered": {
        "id": "u1",
        "community": 2**62,
        "member": "m1",
        "kept_on": date(2026, 5, 14),
        "payload": b"sealed",
    },
}
_EVERYDAY_0009 = {**_EVERYDAY_0008, "setup": {"community": 2**62, "state": "{}"}}
_EVERYDAY_0010 = {
    **_EVERYDAY_0009,
    "meeting": {
        "id": "t1",
        "community": 2**62,
        "title": "The first one",
        "starts_at": 1_770_000_000,
        "zone": "Europe/London",
    },
}
_EVERYDAY_0011 = {
    **_EVERYDAY_0010,
    "preparation_path": {"community": 2**62, "chosen": "{}"},
    "preparation_progress": {
        "member": "m1",
        "community": 2**62,
        "due": 1_770_000_000,
        "block": b"sealed",
    },
    "preparation_slot": {
        "id": "p1",
        "community": 2**62,
        "contact": "m2",
        "starts_at": 1_770_000_000,
        "member": "m1",
    },
}
_EVERYDAY_0012 = {
    **_EVERYDAY_0011,
    "erasure": {"key": "e1", "community": 2**62, "whose": b"sealed"},
    "removed": {"community": 2**62, "day": date(2026, 5, 14), "kind": "member", "count": 2},
}
_EVERYDAY_0013 = {**_EVERYDAY_0012, "undelivered": {**_EVERYDAY_0008["undelivered"], "number": 3}}
_EVERYDAY_0014 = {
    **_EVERYDAY_0013,
    "term": {"community": 2**62, "id": "t1", "named": "m1", "block": b"sealed"},
    "term_hidden": {"community": 2**62, "id": "t1"},
    "term_change": {
        **{"community": 2**62, "term": "t1", "number": 1, "kind": "new", "day": date(2026, 5, 14)},
        **{"who": "m1", "named": None, "block": b"sealed"},
    },
    "glossary_version": {"community": 2**62, "number": 3},
}
_EVERYDAY_0015 = {
    **_EVERYDAY_0014,
    "proposal": {
        **{"community": 2**62, "id": "p1", "member": "m1", "who": None, "decided_on": None},
        "block": b"sealed",
    },
}
_EVERYDAY_0016 = {
    **_EVERYDAY_0015,
    "meeting_words": {"community": 2**62, "meeting": "m1", "terms": "t1"},
}
_EVERYDAY_0017: dict[str, dict[str, Any]] = {
    **_EVERYDAY_0016,
    "stumble_published": {"community": 2**62, "quarter": "2026-1", "key": "k1", "block": b"sealed"},
}
_EVERYDAY_0018 = {
    **_EVERYDAY_0017,
    "meeting": {
        **_EVERYDAY_0010["meeting"],
        **{"local": "2026-02-02T02:40:00", "minutes": 90, "channel": 2**63 - 1, "place": "Room 4"},
        **{"link": "https://meet.example", "version": 2, "series": "s1", "is_cancelled": True},
    },
}
_EVERYDAY_0019 = {
    **_EVERYDAY_0018,
    "attending_announcement": {"meeting": "m1", "community": 2**62, "key": "k1", "state": "{}"},
    "attending_reply": {"meeting": "m1", "member": "x1", "community": 2**62, "reply": "coming"},
}
_EVERYDAY_0020: dict[str, dict[str, Any]] = {
    **_EVERYDAY_0019,
    "sitting": {
        **{"id": "s1", "community": 2**62, "meeting": "m1", "title": "First", "zone": "Europe/London"},
        **{"began_at": 1_770_000_000, "until": 1_770_021_600, "ended_at": 1_770_007_200},
    },
}
_EVERYDAY_0021 = {
    **_EVERYDAY_0020,
    "event_entry": {"meeting": "m1", "community": 2**62, "state": "{}"},
}
_EVERYDAY_0022 = {
    **_EVERYDAY_0021,
    "agenda": {"meeting": "m1", "community": 2**62, "starts_at": 1_770_000_000, "block": b"sealed"},
}
_EVERYDAY_0023 = {
    **_EVERYDAY_0022,
    "hand_order": {
        **{"community": 2**62, "sitting": "s1", "key": "k1", "channel": 2**63 - 1},
        **{"since": 1_770_000_000, "message": 2**63 - 2, "last": 7},
    },
    "hand": {"community": 2**62, "number": 7, "member": "x1", "is_called": True},
    "presence": {"sitting": "s1", "member": "x1", "community": 2**62},
}
_EVERYDAY_0024 = {
    **_EVERYDAY_0023,
    "chairing_view": {
        **{"id": "s1", "community": 2**62, "key": "k1", "channel": 2**63 - 1, "message": 2**63 - 2},
        **{"item": "i1", "position": 3, "since": 1_770_000_000, "break_began_at": 1_770_000_600},
        **{"break_until": 1_770_001_200, "number": 9, "closed": False},
    },
}
_EVERYDAY_0025 = {
    **_EVERYDAY_0024,
    "record": {
        **{"community": 2**62, "id": "s1", "key": "k1", "held_on": date(2026, 5, 14), "block": b"sealed"},
    },
}
_EVERYDAY_0026 = {
    **_EVERYDAY_0025,
    "wish": {"community": 2**62, "id": "w1", "batch": "b1", "block": b"sealed"},
    "wish_post": {"key": "k1", "community": 2**62, "channel": 2**63 - 1, "message": 2**63 - 2},
    "wish_item": {
        **{"community": 2**62, "id": "i1", "member": "x1", "decided_on": date(2026, 5, 14)},
        **{"block": b"sealed"},
    },
}
_ANONYMOUS_0001 = {
    "sealed_with": {"number": 1, "fingerprint": b"fingerprint"},
    "waiting": {"community": 2**62, "key": b"k" * 16, "block": b"sealed"},
    "claim": {"community": 2**62, "key": b"k" * 16, "block": b"sealed"},
    "question": {
        "id": "q1",
        "community": 2**62,
        "number": 2**31 - 1,
        "state": "closed",
        "text": b"sealed",
        "answer": b"sealed",
        "window": 1_770_000_000,
        "closed_on": date(2026, 5, 14),
        "card_channel": 2**63 - 1,
        "card_token": "t1",
        "card_message": 2**63 - 2,
    },
    "alarm": {"kind": "questions.night", "subject": "", "due": 1_770_000_600},
    "delivery": _DELIVERY,
}
_ANONYMOUS_0002: dict[str, dict[str, Any]] = {
    **_ANONYMOUS_0001,
    "pause": {"community": 2**62, "key": b"k" * 16, "block": b"sealed"},
    "question": {**_ANONYMOUS_0001["question"], "details": b"sealed", "merged_into": None},
}
_ANONYMOUS_0003 = {
    **_ANONYMOUS_0002,
    "said": {"community": 2**62, "key": b"k" * 16, "block": b"sealed"},
    "shown_word": {"community": 2**62, "key": b"k" * 16, "block": b"sealed"},
}
#: For a revision, a row of each of its tables.
OLD: dict[tuple[Branch, str], dict[str, dict[str, Any]]] = {
    ("everyday", "everyday_0001"): _EVERYDAY_0001,
    ("everyday", "everyday_0002"): _EVERYDAY_0002,
    ("everyday", "everyday_0003"): _EVERYDAY_0003,
    ("everyday", "everyday_0004"): _EVERYDAY_0004,
    ("everyday", "everyday_0005"): _EVERYDAY_0005,
    ("everyday", "everyday_0006"): _EVERYDAY_0006,
    ("everyday", "everyday_0007"): _EVERYDAY_0007,
    ("everyday", "everyday_0008"): _EVERYDAY_0008,
    ("everyday", "everyday_0009"): _EVERYDAY_0009,
    ("everyday", "everyday_0010"): _EVERYDAY_0010,
    ("everyday", "everyday_0011"): _EVERYDAY_0011,
    ("everyday", "everyday_0012"): _EVERYDAY_0012,
    ("everyday", "everyday_0013"): _EVERYDAY_0013,
    ("everyday", "everyday_0014"): _EVERYDAY_0014,
    ("everyday", "everyday_0015"): _EVERYDAY_0015,
    ("everyday", "everyday_0016"): _EVERYDAY_0016,
    ("everyday", "everyday_0017"): _EVERYDAY_0017,
    ("everyday", "everyday_0018"): _EVERYDAY_0018,
    ("everyday", "everyday_0019"): _EVERYDAY_0019,
    ("everyday", "everyday_0020"): _EVERYDAY_0020,
    ("everyday", "everyday_0021"): _EVERYDAY_0021,
    ("everyday", "everyday_0022"): _EVERYDAY_0022,
    ("everyday", "everyday_0023"): _EVERYDAY_0023,
    ("everyday", "everyday_0024"): _EVERYDAY_0024,
    ("everyday", "everyday_0025"): _EVERYDAY_0025,
    ("everyday", "everyday_0026"): _EVERYDAY_0026,
    ("anonymous", "anonymous_0001"): _ANONYMOUS_0001,
    ("anonymous", "anonymous_0002"): _ANONYMOUS_0002,
    ("anonymous", "anonymous_0003"): _ANONYMOUS_0003,
}

each_old = pytest.mark.parametrize(("old", "rows"), OLD.items(), ids=[name for _, name in OLD])


async def upgrade_to(database: Database, revision: str) -> None:
    """Make a database as the version with this revision did."""
    branch: Branch = "everyday" if revision.startswith("everyday") else "anonymous"
    await migrations.upgrade(database, branch, revision)


async def tables(database: Database) -> Mapping[str, Table]:
    """The tables as they are, whatever is declared."""
    found = MetaData()
    async with database.read() as tx:
        await tx.run_sync(found.reflect)
    return {name: table for name, table in found.tables.items() if name != "alembic_version"}


async def lost(database: Database, rows: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """The tables whose one row is not as it was, or not alone."""
    made = await tables(database)
    missing = set(rows) - set(made)
    async with database.read() as tx:
        for name in set(rows) - missing:
            columns = [made[name].c[column] for column in rows[name] if column in made[name].c]
            kept = [dict(row) for row in (await tx.execute(select(*columns))).mappings()]
            missing |= set() if kept == [rows[name]] else {name}
    return missing


@each_old
async def test_a_database_of_an_earlier_version_keeps_its_rows(
    database: Database, old: tuple[Branch, str], rows: dict[str, dict[str, Any]]
) -> None:
    branch, revision = old
    await upgrade_to(database, revision)
    made = await tables(database)
    assert made.keys() == rows.keys(), "every table has its row"
    async with database.write() as tx:
        for name, row in rows.items():
            await tx.execute(insert(made[name]).values(row))
    await migrations.upgrade(database, branch)
    assert await migrations.is_current(database, branch)
    assert await lost(database, rows) == set()


async def test_a_row_that_was_lost_is_noticed(database: Database) -> None:
    """The planted fault."""
    rows = OLD["everyday", "everyday_0001"]
    await upgrade_to(database, "everyday_0001")
    assert await lost(database, rows) == set(rows)
    made = await tables(database)
    async with database.write() as tx:
        for name, row in rows.items():
            await tx.execute(insert(made[name]).values(row))
        await tx.execute(made["community"].update().values(facilitators_role=1))
    assert await lost(database, rows) == {"community"}


@pytest.mark.parametrize("branch", ["everyday", "anonymous"])
def test_every_version_of_a_database_but_the_latest_is_tried(branch: Branch) -> None:
    revisions = [path for path in REVISIONS if path.parent.name == branch]
    tried = {revision for which, revision in OLD if which == branch}
    assert tried == {f"{branch}_{path.stem[:4]}" for path in revisions[:-1]}
    assert tried
