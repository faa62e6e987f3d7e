"""The record on paper: one page of HTML that needs nothing else, for every printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.notices import Attached, Line, Notice, Words
from bot.core.printing import Block, Bullets, Heading, Paragraph, Table, page
from bot.core.wording import DEFAULT_LOCALE
from bot.meetings.rules import shown as on_the_wall
from bot.questions.rules.public import Public
from bot.record.rules import Box, Knowledge, View

Say = Callable[[Line], str]

_FILE = "record.html"
_HANDS = (Box.DECIDED, Box.WHY, Box.CHANGED, Box.STOPPED, Box.MIND)


def printed(view: View, say: Say) -> Notice:
    """The file to print, and how."""
    return Notice((Line("record-print"),), files=(Attached(_FILE, html(view, say)),))


def html(view: View, say: Say) -> bytes:
    """The whole page, in UTF-8."""
    has_name = "yes" if view.title else "no"
    title = say(Line("record-print-title", {"title": Words(view.title), "named": has_name}))
    return page(title, DEFAULT_LOCALE, tuple(_body(view, say)))


def _body(view: View, say: Say) -> Iterator[Block]:
    at = on_the_wall(view.began_at, view.zone)
    when = {"weekday": at.weekday, "day": at.day, "month": at.month, "year": at.year}
    yield Paragraph(say(Line("record-print-when", when)))
    day = view.changed_on
    if day is not None:
        changed = Line("record-print-changed", {"day": day.day, "month": day.month, "year": day.year})
        yield Paragraph(say(changed))
    yield from _agenda(view, say)
    for box in _HANDS:
        yield from _box(view, box, say)
    yield from _questions(view, say)
    yield from _box(view, Box.ROOMS, say)
    yield from _knowledge(view, say)
    yield from _actions(view, say)
    yield from _next(view, say)
    yield from _prepare(view, say)


def _heading(say: Say, sentence: str) -> Heading:
    return Heading(say(Line(sentence)))


def _agenda(view: View, say: Say) -> Iterator[Block]:
    if view.facts.items:
        yield _heading(say, "record-print-agenda")
        yield Bullets(tuple(each.title for each in view.facts.items), ordered=True)


def _box(view: View, box: Box, say: Say) -> Iterator[Block]:
    written = view.content.words.get(box, "")
    if written:
        yield _heading(say, f"record-print-box-{box}")
        yield Paragraph(written)


def _questions(view: View, say: Say) -> Iterator[Block]:
    if view.questions:
        yield _heading(say, "record-print-questions")
    for each in view.questions:
        yield from _question(each, say)


def _question(question: Public, say: Say) -> Iterator[Block]:
    yield Heading(say(Line("record-print-question", {"number": question.number})), level=3)
    yield Paragraph(question.words)
    if not question.is_answered:
        yield Paragraph(say(Line("record-print-answer-none")))
        return
    aloud = "record-print-answer-aloud" if question.aloud else "record-print-answer"
    yield Heading(say(Line(aloud)), level=4)
    yield from (Paragraph(each) for each in (question.answer, question.plain) if each)


def _knowledge(view: View, say: Say) -> Iterator[Block]:
    kinds = [each for each in Knowledge if each in view.content.knowledge]
    if kinds:
        yield _heading(say, "record-print-knowledge")
        yield Bullets(tuple(say(Line(f"record-kind-{each}")) for each in kinds))


def _actions(view: View, say: Say) -> Iterator[Block]:
    if view.content.actions:
        yield _heading(say, "record-print-actions")
        head = tuple(say(Line(f"record-print-{name}")) for name in ("who", "what", "until"))
        yield Table(head, tuple((each.who, each.what, each.until) for each in view.content.actions))


def _next(view: View, say: Say) -> Iterator[Block]:
    meeting = view.facts.next
    yield _heading(say, "record-print-next")
    if meeting is None:
        yield Paragraph(say(Line("record-print-next-open")))
        return
    at = on_the_wall(meeting.starts_at, meeting.zone)
    when = Line(
        "record-print-next-when",
        {"weekday": at.weekday, "day": at.day, "month": at.month, "year": at.year, "time": at.time},
    )
    yield Paragraph(say(when))
    yield from (Paragraph(each) for each in (meeting.title, meeting.place.where, meeting.place.link) if each)


def _prepare(view: View, say: Say) -> Iterator[Block]:
    yield _heading(say, "record-print-prepare")
    written = view.content.words.get(Box.PREPARE, "")
    yield Paragraph(written or say(Line("record-print-prepare-nothing")))
