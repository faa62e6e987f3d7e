"""What has to be there when the scene `questions` is over, as people see it and in the files."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from rehearsal import CannotSee, Person, Rehearsal
from tests.crash import asked
from tests.crash.asked import Asked

_NUMBER = re.compile(r"### Question (\d+)|^\*\*Question (\d+)\*\* was taken back", re.MULTILINE)
_REPORT = "Somebody reports Question"
#: The panels, the message about the meeting, what is left of the card of a held question, notes, and that
#: the meeting's record can be finished, and is not yet posted a working day later.
_ONCE = {
    "Is something not clear?": 1,
    "For facilitators": 1,
    "The meeting is over.": 1,
    "This question is out, as": 1,
    "A member suggests this answer": 1,
    "Somebody would like everyone to see this word": 1,
    "**The record of the meeting, 2 March 2026, can be finished.**": 1,
    "**The record of the meeting is not posted yet.**": 1,
}
_GONE = "was taken back by the person who asked."
_PASSED = "could you answer"
#: What is there only as long as somebody's act, claim or message is under way.
_EMPTY_IN_THE_END = ("waiting", "claim", "delivery", "said", "shown_word")


def check_screens(rehearsal: Rehearsal, reports: int, taken_back: int) -> None:
    """Everything is there once, as everybody sees it.

    `reports`: how often a report was sent; `taken_back`: how many were taken back after they were out.
    """
    leila = rehearsal.person("Leila Haddad")
    channels = {name: public(leila, name) for name in ("questions", "facilitators")}
    for question in asked.ALL:
        check_question(question, channels)
    everything = [text for texts in channels.values() for text in texts]
    check_once(everything, {**_ONCE, _GONE: taken_back}, reports)
    check_numbers(everything, len(asked.LASTING) + taken_back)
    for channel, texts in channels.items():
        check_no_double(f"#{channel}", [text for text in texts if _REPORT not in text])
    for person in rehearsal.people:
        check_chat(person)


def public(person: Person, channel: str) -> list[str]:
    """What a channel shows to more than one person."""
    return [shown.text for shown in person.read(channel) if not shown.only_you]


def check_question(question: Asked, channels: dict[str, list[str]]) -> None:
    """One card in its channel, with all that belongs on it once; none of what was taken back."""
    found = {name: [text for text in texts if question.text in text] for name, texts in channels.items()}
    if not question.card:
        there = sum(map(len, found.values()))
        assert there == 0, f"{there} cards for {question.text!r}, which was taken back"
        return
    other = "questions" if question.private else "facilitators"
    assert found[other] == [], f"{question.text!r} is in #{other}"
    cards = found[question.channel]
    assert len(cards) == 1, f"{len(cards)} cards for {question.text!r}"
    for words in question.card:
        assert cards[0].count(words) == 1, f"{words!r} is {cards[0].count(words)} times in {cards[0]!r}"


def check_once(texts: list[str], lines: Mapping[str, int], reports: int) -> None:
    """Panels, notes and what is left of questions taken back are there so often; nothing else is."""
    there = {line: sum(line in text for text in texts) for line in lines}
    assert there == lines, f"there are {there}"
    reported = sum(_REPORT in text for text in texts)
    assert 1 <= reported <= reports, f"{reported} reports of {reports}"
    known = sum(lines.values()) + reported + len(asked.LASTING)
    assert len(texts) == known, f"something else is there: {texts}"


def check_numbers(texts: list[str], out: int) -> None:
    """Every number from 1 on is there once, as many as came out."""
    numbers = sorted(int(one or other) for text in texts for one, other in _NUMBER.findall(text))
    assert numbers == list(range(1, out + 1)), f"numbers: {numbers}"


def check_no_double(where: str, texts: list[str]) -> None:
    """No two messages say the same."""
    double = [text for text, times in Counter(texts).items() if times > 1]
    assert double == [], f"twice in {where}: {double}"


def check_chat(person: Person) -> None:
    """Hints are gone; who was asked to answer, and had joined, was asked once; nobody else got anything."""
    try:
        chat = [shown.text for shown in person.read_direct() if not shown.only_you]
    except CannotSee:
        return
    if person.name == "Ngozi Eze":
        assert [_PASSED in text for text in chat] == [True], f"her chat: {chat}"
    else:
        assert chat == [], f"{person.name}'s chat: {chat}"


def check_files(folder: Path, taken_back: int) -> None:
    """Every question is kept once, and nothing that shows whose it was; nothing waits to be sent."""
    with closing(sqlite3.connect(folder / "anonymous.db")) as connection:
        rows = {table: count(connection, table) for table in ("question", *_EMPTY_IN_THE_END)}
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        rows["everyday delivery"] = count(connection, "delivery")
    expected = {**dict.fromkeys(rows, 0), "question": len(asked.LASTING) + taken_back}
    assert rows == expected, f"rows: {rows}"


def count(connection: sqlite3.Connection, table: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)
