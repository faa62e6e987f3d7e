"""What somebody is told about a record: facilitators in their channel, and whoever could not come."""

from __future__ import annotations

from datetime import datetime

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.meetings.rules import shown as on_the_wall
from bot.questions.rules.writing import LONGEST
from bot.record.rules import Record, View
from bot.record.text.page import in_short, named, print_button, read_button

_ASK = Button("questions:ask", "question-button-ask")


def offer(record: Record) -> Notice:
    """The record can be finished."""
    return Notice((_named("record-offer", record),), (_finish(record.offer_key),))


def offer_over(record: Record) -> Notice:
    """What becomes of that, once everybody can read it."""
    change = Button("record:open", "record-button-change", record.offer_key)
    return Notice((_named("record-offer-over", record),), (change,))


def reminder(record: Record, due: datetime) -> Notice:
    """It is not finished yet; `due` is by when it was promised."""
    line = named("record-reminder", record.title, due, record.zone)
    return Notice((line,), (_finish(record.reminder_key),))


def trouble(record: Record) -> Notice:
    """It could not be posted."""
    change = Button("record:open", "record-button-change", record.trouble_key)
    return Notice((_named("record-trouble", record),), (change,))


def to_absent(view: View) -> Notice:
    """For somebody who said that she could not come."""
    add = Button("record:add", "record-button-add", view.key)
    parts = (Line("record-absent"), *in_short(view), Line("record-absent-add"))
    return Notice(parts, (read_button(view.key), print_button(view.key), add))


def errand(view: View) -> Line:
    """What the named contact of a member without Discord is to print."""
    at = on_the_wall(view.began_at, view.zone)
    return Line(
        "record-errand",
        {
            "title": Words(view.title),
            "named": "yes" if view.title else "no",
            "day": at.day,
            "month": at.month,
            "year": at.year,
        },
    )


def add_form(key: str) -> Form:
    """[Add something]."""
    box = Field("words", "record-add-words", "record-add-words-hint", LONGEST)
    return Form("record:send", key, "record-add-title", (box,), Line("record-add-intro"))


def added() -> Notice:
    """Facilitators have it now."""
    return Notice((Line("record-added"),), (_ASK,))


def addition(record: Record, who: str, words: str, token: str) -> Notice:
    """What somebody added, for facilitators; `who` is her mention."""
    at = on_the_wall(record.began_at, record.zone)
    line = Line(
        "record-addition",
        {
            "who": who,
            "title": Words(record.title),
            "named": "yes" if record.title else "no",
            "day": at.day,
            "month": at.month,
            "year": at.year,
        },
    )
    return Notice((line, Words(words)), (Button("record:open", "record-button-change", token),))


def not_joined(words: str) -> Notice:
    """Only who has joined can add something under her name; she gets her words back."""
    return Notice(
        (Line("record-not-joined"), Words(words)), (Button("people:join", "people-button-join"), _ASK)
    )


def _finish(token: str) -> Button:
    return Button("record:open", "record-button-finish", token, main=True)


def _named(sentence: str, record: Record) -> Line:
    return named(sentence, record.title, record.began_at, record.zone)


def none_posted() -> Notice:
    """What whoever asks for the last record reads before there is one."""
    return Notice((Line("record-last-none"),))
