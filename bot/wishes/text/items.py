"""What is read about items that were proposed: by whoever did, by everybody, by facilitators."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.notices import Button, Choice, Field, Form, Line, Notice, Words
from bot.glossary.rules.pages import cut
from bot.meetings.rules import Meeting, shown
from bot.wishes.rules import (
    LONGEST_MINUTES,
    LONGEST_REASON,
    LONGEST_WHAT,
    LONGEST_WHY,
    USUAL_MINUTES,
    Fate,
    Proposed,
)
from bot.wishes.text.easier import EASIER

ITEM = Button("wishes:item", "wishes-button-item")
ANSWERS = Button("wishes:answers", "wishes-button-answers")
#: Below the next meeting.
BELOW_THE_NEXT = (ITEM, EASIER, ANSWERS)
#: In the form in which somebody says not now: whether what everybody reads goes on showing the words.
SHOW, YES, NO = "show", "yes", "no"
#: On a page of either list: each takes a thousand characters at most, as it is sent.
ON_A_PAGE = 3
_NAME = 130
_WAITING = Button("wishes:list", "wishes-button-list")


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the items; `page` counts from 0, of `of`."""

    shown: tuple[Proposed, ...]
    page: int = 0
    of: int = 1


# Whoever proposes, and everybody


def proposed(item: Proposed) -> Notice:
    """It waits, with her name, and can be taken back."""
    back = Button("wishes:take-back", "wishes-button-take-back", item.id)
    values = {"what": _words(item.what, LONGEST_WHAT), "by": Words(cut(item.by, _NAME))}
    return Notice((Line("wishes-item-named", values),), (back, ANSWERS))


def taken_back() -> Notice:
    """It is gone."""
    return Notice((Line("wishes-item-taken-back"),), (ANSWERS,))


def answers(page: Page) -> Notice:
    """What facilitators said to what was proposed; nobody's name."""
    if not page.shown:
        return Notice((Line("wishes-answers-none"),), (ITEM,))
    head = Line("wishes-answers", {"page": page.page + 1, "of": page.of})
    lines = [line for item in page.shown for line in (_what(item), *_became(item))]
    return Notice((head, *lines), (*_turning("wishes:answers", page), ITEM))


def answer(item: Proposed) -> Notice:
    """The same to the one who proposed it under her name."""
    return Notice((Line("wishes-answer"), *_about(item), *_became(item)))


# Facilitators


def listed(page: Page) -> Notice:
    """What waits, each with what can be done with it."""
    if not page.shown:
        return Notice((Line("wishes-list-none"),), (ANSWERS,))
    lines: list[Line] = [Line("wishes-list", {"page": page.page + 1, "of": page.of})]
    buttons: list[Button] = []
    for number, item in enumerate(page.shown, 1):
        lines += _about(item, number)
        lines += [Line("wishes-item-by", {"by": Words(cut(item.by, _NAME))})] if item.by else []
        lines += [Line("wishes-item-held")] if item.is_held else []
        buttons += [
            Button("wishes:put", "wishes-button-put", item.id, values={"number": number}, new_row=number > 1),
            Button("wishes:decline", "wishes-button-decline", item.id, values={"number": number}),
        ]
    return Notice(tuple(lines), (*buttons, *_turning("wishes:list", page), ANSWERS))


def put_form(item: Proposed, meeting: Meeting) -> Form:
    """How long it may take, at the next meeting."""
    hint, value = "wishes-put-minutes-hint", str(USUAL_MINUTES)
    minutes = Field("minutes", "wishes-put-minutes", hint, LONGEST_MINUTES, "line", value)
    at = shown(meeting.starts_at, meeting.zone)
    intro = Line("wishes-put-intro", {"title": Words(meeting.title), "day": at.day, "month": at.month})
    return Form("wishes:put", item.id, "wishes-put-title", (minutes,), intro)


def decline_form(item: Proposed) -> Form:
    """Why not now; and whether its words stay where everybody can read them."""
    reason = Field("reason", "wishes-decline-reason", "wishes-decline-reason-hint", LONGEST_REASON)
    if item.is_held:
        intro = Line("wishes-decline-intro-held")
        return Form("wishes:decline", item.id, "wishes-decline-title", (reason,), intro)
    options = ((YES, "wishes-decline-show"), (NO, "wishes-decline-out"))
    words = Choice(SHOW, "wishes-decline-words", "wishes-decline-words-hint", options, YES)
    intro = Line("wishes-decline-intro")
    return Form("wishes:decline", item.id, "wishes-decline-title", (reason, words), intro)


def done(item: Proposed) -> Notice:
    """What was just decided."""
    return Notice((Line("wishes-decided"), *_about(item), *_became(item)), (_WAITING,))


def meanwhile(item: Proposed) -> Notice:
    """Somebody else was first; what she decided."""
    return Notice((Line("wishes-meanwhile"), *_about(item), *_became(item)), (_WAITING,))


# Parts


def _what(item: Proposed, number: int = 0) -> Line:
    if item.is_out:
        return Line("wishes-item-out")
    return Line("wishes-item-told", {"what": _words(item.what, LONGEST_WHAT), "number": number})


def _about(item: Proposed, number: int = 0) -> tuple[Line, ...]:
    why = (Line("wishes-item-because", {"why": _words(item.why, LONGEST_WHY)}),) if item.why else ()
    return (_what(item, number), *why)


def _became(item: Proposed) -> tuple[Line, ...]:
    reason = _words(item.reason, LONGEST_REASON)
    if item.fate is Fate.ON_AGENDA:
        return (Line("wishes-fate-on-agenda", {"title": reason}),)
    return (Line("wishes-fate-not-now", {"reason": reason}),) if item.fate is Fate.NOT_NOW else ()


def _turning(action: str, page: Page) -> tuple[Button, ...]:
    before = Button(action, "wishes-button-before", str(page.page - 1), new_row=True)
    after = Button(action, "wishes-button-after", str(page.page + 1), new_row=page.page == 0)
    return (*((before,) if page.page > 0 else ()), *((after,) if page.page < page.of - 1 else ()))


def _words(text: str, most: int) -> Words:
    """Words within a sentence; only odd ones, longer than they may be, are cut."""
    return Words(cut(text, 2 * most))
