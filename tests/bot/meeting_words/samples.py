"""Samples of the words of a meeting: few and as many as there can be, before it and while it is on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.core.notices import Button
from bot.glossary.rules.pages import Shelf, shelf
from bot.meeting_words.rules import Heard
from bot.meeting_words.text import choice
from bot.meetings.rules import LONGEST_TITLE, Meeting
from tests.bot.glossary.samples import terms

_SEPTEMBER = datetime(2026, 9, 30, 10, 30, tzinfo=UTC)
MEETING = Meeting("m" * 16, 2**63 - 1, "*" * LONGEST_TITLE, _SEPTEMBER)


def _heard() -> list[Heard]:
    return [Heard(MEETING, terms("*", 15), is_on) for is_on in (True, False)]


def _pages() -> list[Shelf]:
    return [shelf(terms(character, 15), "", 0, page) for page in (0, 1) for character in "x*"]


KINDS: dict[Any, Any] = {
    Heard: _heard,
    Button | None: lambda: (None, *map(choice, _heard())),
}
NAMED: dict[tuple[str, Any], Any] = {("page", Shelf): _pages()}
