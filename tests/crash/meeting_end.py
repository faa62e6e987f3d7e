"""What has to be there when the scene `meeting` is over, as people see it and in the files."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from rehearsal import CannotSee, Person, Rehearsal
from tests.crash.held import (
    AMINA,
    ANSWERED,
    ASKED,
    BREAK,
    CALLED_OFF,
    DECIDED,
    DEREK,
    GOES_ON,
    HANDS,
    HELD,
    ITEMS,
    KWAME,
    LEILA,
    OVER,
    PAPERS,
    POSTED,
    THE_PAPERS,
    TOM,
)
from tests.crash.questions_end import count, public

#: How many messages with these words there are in each channel, and how many messages in all.
_LINES: Mapping[str, Mapping[str, int]] = {
    "questions": {
        "Is something not clear?": 1,
        f"## {HELD}\n": 3,
        "**This meeting has a new place.**": 1,
        f"## {CALLED_OFF}\n": 2,
        "**This meeting is cancelled.**": 2,
        PAPERS: 1,
        BREAK: 1,
        GOES_ON: 1,
        "### Question 1": 1,
        DECIDED: 1,
        ASKED: 2,
        ANSWERED: 2,
    },
    "facilitators": {
        "For facilitators": 1,
        THE_PAPERS: 1,
        HANDS: 1,
        f"# {HELD}\n{OVER}": 1,
        POSTED: 1,
        DECIDED: 0,
    },
}
_MESSAGES = {"questions": 10, "facilitators": 5}
#: Whoever has joined reads it before her first meeting.
_FIRST = "## What this group is for"
#: How often somebody was told in a direct message of what; nobody else was told anything.
_TOLD: Mapping[str, Mapping[str, int]] = {
    AMINA: {_FIRST: 1, "new place": 1, "is cancelled": 1},
    KWAME: {_FIRST: 1},
    TOM: {_FIRST: 1, DECIDED: 1},
}
#: What is there only as long as a message, a claim or a hand is under way.
_EMPTY_IN_THE_END = {
    "anonymous.db": ("waiting", "claim", "delivery", "said", "shown_word"),
    "equal-footing.db": ("delivery", "hand", "hand_order"),
}
_MENTION = re.compile(r"<@!?(\d+)>")


def check_screens(rehearsal: Rehearsal) -> None:
    """Everything is there once, as everybody sees it."""
    leila = rehearsal.person(LEILA)
    everything: list[str] = []
    for channel, lines in _LINES.items():
        texts = public(leila, channel)
        found = {line: sum(line in text for text in texts) for line in lines}
        assert (found, len(texts)) == (lines, _MESSAGES[channel]), f"#{channel}: {found}, {texts}"
        everything += texts
    named = {found for text in everything for found in _MENTION.findall(text)}
    assert named == set(), f"named in the end: {named}"
    for person in rehearsal.people:
        check_chat(person)
        assert person.events() == [], f"the list of events has {person.events()}"


def check_chat(person: Person) -> None:
    """Who comes was told of changes, who cannot has the record, once each; nobody else got anything."""
    told, expected = chat(person), _TOLD.get(person.name, {})
    found = {words: sum(words in text for text in told) for words in expected}
    assert (found, len(told)) == (expected, sum(expected.values())), f"{person.name}'s chat: {told}"


def chat(person: Person) -> list[str]:
    """What the bot wrote to somebody."""
    try:
        return [shown.text for shown in person.read_direct() if not shown.only_you]
    except CannotSee:
        return []


def check_files(folder: Path, rehearsal: Rehearsal) -> None:
    """Nothing waits to be sent; the meeting was there once, and ended at its last item."""
    left = {}
    for name, tables in _EMPTY_IN_THE_END.items():
        with closing(sqlite3.connect(folder / name)) as connection:
            left |= {(name, table): count(connection, table) for table in tables}
    assert set(left.values()) == {0}, f"rows: {left}"
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        rows = connection.execute(
            "SELECT title, ended_at IS NOT NULL, closed, position, break_until, "
            "(SELECT count(*) FROM presence WHERE sitting = s.id), "
            "(SELECT count(*) FROM record WHERE id = s.id) "
            "FROM sitting s JOIN chairing_view v ON v.id = s.id"
        ).fetchall()
    assert rows == [(HELD, 1, 1, len(ITEMS) - 1, None, 2, 1)], f"meetings: {rows}"
    check_nobody_asked(folder, rehearsal.person(DEREK).user_id)


def check_nobody_asked(folder: Path, asker: int) -> None:
    """Of the one who asked, who has not joined, there is nothing in the everyday file or the log."""
    kept = b"".join(path.read_bytes() for path in sorted(folder.glob("equal-footing.db*")))
    logged = b"".join(path.read_bytes() for path in sorted(folder.glob("*.log")))
    for form in (str(asker).encode(), asker.to_bytes((asker.bit_length() + 7) // 8, "big")):
        assert form not in kept + logged, "the files name the one who asked"
    assert ASKED.encode() not in kept + logged, "the everyday file has what was asked"
