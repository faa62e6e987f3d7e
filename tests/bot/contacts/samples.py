"""Samples of what named contacts' texts are made from: the longest there can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.contacts.rules import LONGEST_HOURS, Attendance, Errand, ErrandKind, Name
from bot.contacts.text import Entry, Looked, Page, Recipient, Row
from bot.core.notices import Button, Form, Line, Notice, Words
from bot.questions.rules.second_look import Finding, Kind
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.writing import LONGEST, LONGEST_LINES
from bot.questions.text.asker import ask_form, preview, second_look

SNOWFLAKE = 2**63 - 1
THE_DAY = date(2026, 5, 14)
LONGEST_NAME = Words("*" * 100)
MENTION = f"<@{SNOWFLAKE}>"
AN_ID, A_WORD = "f" * 16, "w" * 16


def _errands(number: int) -> list[tuple[Errand, Name]]:
    line = Line("contact-errand-words", {"words": Words("*" * LONGEST_LINES)})
    kinds = list(ErrandKind)
    return [
        (Errand(f"{at:016}", 1, AN_ID, kinds[at % len(kinds)], line, THE_DAY), LONGEST_NAME)
        for at in range(number)
    ]


def _pages() -> list[Page]:
    names = (LONGEST_NAME, *[MENTION] * 4)
    rows = tuple(Row(f"{at:016}", name, None if at else MENTION) for at, name in enumerate(names))
    return [Page((), 0, 0), Page(rows, 0, 5), Page(rows, 995, 2_000)]


def theirs() -> list[Notice]:
    """What the questions show to whoever asked: every button that acts for her is on one of them."""
    settings = QuestionSettings(SNOWFLAKE)
    asked = "d" * 16
    card = Button("questions:own", "question-button-own-number", "c" * 16, values={"number": 7})
    verbs = tuple(
        Button(f"questions:{verb}", f"question-button-{verb}", "c" * 16)
        for verb in ("helped", "take-back", "more")
    )
    return [
        preview(asked, "*" * 300, settings),
        second_look(asked, "*" * LONGEST, [Finding(Kind.NAME, "x" * 99, 0)]),
        Notice((Line("question-ack"),), (Button("questions:mine", "question-button-mine"),)),
        Notice(
            (Line("question-mine-title"),), (card, Button("questions:older", "question-button-older", "3"))
        ),
        Notice(
            (Line("question-mine-title"), Words("x" * LONGEST)),
            (Button("questions:take-back-waiting", "question-button-take-back", asked),),
        ),
        Notice((Line("question-mine-title"), Words("*" * LONGEST)), verbs),
    ]


NAMED: dict[tuple[str, Any], Any] = {("theirs", Notice): theirs()}
KINDS: dict[Any, Any] = {
    Name: lambda: (MENTION, LONGEST_NAME),
    Name | None: lambda: (None, MENTION, LONGEST_NAME),
    date | None: lambda: (None, THE_DAY),
    Attendance | None: lambda: (None, *Attendance),
    Form: lambda: (ask_form("d" * 16, QuestionSettings(SNOWFLAKE)),),
    Page: _pages,
    Sequence[Entry]: lambda: [
        [],
        [Entry(MENTION, "", None, 0)],
        [Entry(MENTION, "*" * LONGEST_HOURS, MENTION, 12)] * 30,
    ],
    Recipient: lambda: (
        Recipient(None, "", None),
        Recipient(MENTION, "", None),
        Recipient(MENTION, "*" * LONGEST_HOURS, MENTION),
    ),
    Sequence[tuple[str, Name]]: lambda: [[], [(f"w{at:015}", MENTION) for at in range(9)]],
    Looked: lambda: (
        Looked(()),
        Looked(tuple((f"{at:016}", LONGEST_NAME if at % 2 else MENTION, bool(at % 2)) for at in range(8))),
    ),
    Sequence[tuple[Errand, Name]]: lambda: [[], _errands(1), *(_errands(6)[at:] for at in range(5))],
}
