"""A record as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.questions.rules.public import Public
from bot.record.rules.record import Content, Facts, Record


@dataclass(frozen=True, slots=True)
class View:
    """What one reads: the meeting, what people wrote, what the bot holds, and questions as all read them."""

    key: str
    title: str
    zone: str
    began_at: datetime
    content: Content
    facts: Facts
    questions: tuple[Public, ...] = ()
    changed_on: date | None = None


def view(record: Record, facts: Facts, questions: tuple[Public, ...]) -> View:
    """The record as it would be posted now."""
    return View(record.key, record.title, record.zone, record.began_at, record.content, facts, questions)


def shown(record: Record, questions: tuple[Public, ...]) -> View | None:
    """The record as everybody can read it; None before it is posted."""
    posted = record.posted
    if posted is None:
        return None
    return View(
        record.key,
        record.title,
        record.zone,
        record.began_at,
        posted.content,
        posted.facts,
        questions,
        posted.changed_on,
    )
