"""What has to be there when the scene `meeting` is over, as people see it and in the files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from rehearsal import CannotSee, Person, Rehearsal
from tests.crash.questions_end import count, public

#: How many messages with these words there are in each channel: announcements, what was told of, panels.
_LINES = {
    "questions": {
        "Is something not clear?": 1,
        "## What the aims are": 2,
        "**This meeting has a new place.**": 1,
        "## Looking back": 2,
        "**This meeting is cancelled.**": 2,
    },
    "facilitators": {"For facilitators": 1},
}
_MESSAGES = {"questions": 5, "facilitators": 1}
#: What is there only as long as a message is under way.
_EMPTY_IN_THE_END = {"anonymous.db": ("waiting", "delivery"), "equal-footing.db": ("delivery",)}


def check_screens(rehearsal: Rehearsal) -> None:
    """Everything is there once, as everybody sees it."""
    leila = rehearsal.person("Leila Haddad")
    for channel, lines in _LINES.items():
        texts = public(leila, channel)
        found = {line: sum(line in text for text in texts) for line in lines}
        assert (found, len(texts)) == (lines, _MESSAGES[channel]), f"#{channel}: {found}, {texts}"
    check_chats(rehearsal)


def check_chats(rehearsal: Rehearsal) -> None:
    """Amina, who means to come, was told of the new place and of the cancellation once; nobody else was."""
    for person in rehearsal.people:
        told = chat(person)
        expected = (1, 1) if person.name == "Amina Yusuf" else (0, 0)
        found = tuple(sum(words in text for text in told) for words in ("new place", "is cancelled"))
        assert found == expected, f"{person.name}'s chat: {told}"


def chat(person: Person) -> list[str]:
    """What the bot wrote to somebody."""
    try:
        return [shown.text for shown in person.read_direct() if not shown.only_you]
    except CannotSee:
        return []


def check_files(folder: Path) -> None:
    """Nothing waits to be sent; the meeting took place once, and has ended."""
    left = {}
    for name, tables in _EMPTY_IN_THE_END.items():
        with closing(sqlite3.connect(folder / name)) as connection:
            left |= {(name, table): count(connection, table) for table in tables}
    assert set(left.values()) == {0}, f"rows: {left}"
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        sittings = connection.execute("SELECT title, ended_at IS NOT NULL FROM sitting").fetchall()
    assert sittings == [("What the aims are", 1)], f"sittings: {sittings}"
