"""What facilitators read of a meeting that is on, and what everybody is told of a break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.agenda.rules import Item
from bot.chairing.rules import QUESTIONS, Stand, held, unanswered
from bot.core.notices import Button, Line, Notice, Words
from bot.meetings.rules import shown
from bot.questions.rules.question import AnonymousQuestion
from bot.questions.rules.writing import shortened

#: In characters. With every mark made plain each is twice as long, and all of it has to fit into 4,000.
LONGEST_TITLE, LONGEST_SPEAKER, LONGEST_WORDS, LONGEST_QUESTION = 120, 60, 250, 120


def view(stand: Stand, questions: Sequence[AnonymousQuestion] | None) -> Notice:
    """The message as it is now; `questions` are those that are published, None before they were looked at.

    One about a meeting that is over has no buttons.
    """
    if stand.sitting.ended_at is not None:
        return Notice((_title(stand), Line("chairing-over")))
    parts = (*_rest(stand), *_now(stand), *_next(stand), *_ends(stand))
    asked = () if questions is None else tuple(_questions(questions))
    said = (*parts, *asked, Line("chairing-who-sees"))
    return Notice(said, (*_moves(stand), *_on_questions(questions or ()), _end(stand)))


def moved(stand: Stand) -> Notice:
    """What the facilitator reads who went on, or back."""
    return Notice(tuple(_now(stand)))


def meanwhile(stand: Stand) -> Notice:
    """The same, if the message was not as it is now any more: nothing was changed."""
    return Notice((Line("chairing-meanwhile"), *_rest(stand), *_now(stand)))


def rests(stand: Stand) -> Notice:
    """What the facilitator reads who began a break."""
    return Notice((*_rest(stand), Line("chairing-rests-hint")))


def goes_on(stand: Stand) -> Notice:
    """What the facilitator reads who ended it."""
    return Notice((Line("chairing-goes-on"), *_now(stand)))


def sure(stand: Stand) -> Notice:
    """Whether the meeting is really to end; only who pressed reads it."""
    button = Button("chairing:end-sure", "chairing-button-end-sure", stand.sitting.id, main=True)
    return Notice((Line("chairing-sure"),), (button,))


def posted_again(stand: Stand) -> Notice:
    """What the facilitator reads who asked for the message: it is at the end of the channel now."""
    return Notice(
        (Line("chairing-posted", {"channel": str(stand.view.channel)}), *_rest(stand), *_now(stand))
    )


def cannot_be_posted(stand: Stand, questions: Sequence[AnonymousQuestion]) -> Notice:
    """The same where the channel is gone, or closed to the bot: all of it stands here."""
    here = view(stand, questions)
    trouble = Line("chairing-no-channel", {"channel": str(stand.view.channel)})
    return Notice((trouble, *here.parts), here.buttons)


def no_meeting() -> Notice:
    """What is read where no meeting is on."""
    return Notice((Line("chairing-no-meeting"),))


# What everybody reads; `key` is the delivery's


def everybody_rests(stand: Stand, key: str) -> Notice:
    """There is a break, and until when."""
    rest = stand.view.rest
    until = stand.sitting.began_at if rest is None else rest.until
    said = Line("chairing-members-break", {"time": _wall(until, stand)})
    return Notice((said,), (_ask(key),))


def everybody_goes_on(key: str) -> Notice:
    """The break is over."""
    return Notice((Line("chairing-members-goes-on"),), (_ask(key),))


def during(item: Item | None) -> str:
    """What was on, in a facilitator's words; empty without an agenda."""
    return "" if item is None else shortened(item.title, LONGEST_TITLE)


# Parts


def _rest(stand: Stand) -> Iterator[Line]:
    if stand.view.rest is not None:
        until = stand.view.rest.until
        yield Line("chairing-break", {"time": _wall(until, stand), "at": _seconds(until)})


def _now(stand: Stand) -> Iterator[Line]:
    item, ends = stand.item, stand.item_ends_at
    if item is None:
        yield _title(stand)
        return
    rest = "no" if stand.view.rest is None else "yes"
    yield Line("chairing-now", {"title": _words(item.title, LONGEST_TITLE), "rest": rest})
    said = "yes" if item.speaker.strip() else "no"
    speaker = _words(item.speaker, LONGEST_SPEAKER)
    yield Line("chairing-what", {"purpose": item.purpose.name.lower(), "said": said, "speaker": speaker})
    if ends is not None:
        yield Line("chairing-until", {"time": _wall(ends, stand), "at": _seconds(ends)})
    if item.open.strip():
        yield Line("chairing-open", {"words": _words(item.open, LONGEST_WORDS)})
    if item.fixed.strip():
        yield Line("chairing-fixed", {"words": _words(item.fixed, LONGEST_WORDS)})


def _next(stand: Stand) -> Iterator[Line]:
    item = stand.next
    if item is not None:
        said = "yes" if item.speaker.strip() else "no"
        speaker = _words(item.speaker, LONGEST_SPEAKER)
        title = _words(item.title, LONGEST_TITLE)
        yield Line("chairing-next", {"title": title, "said": said, "speaker": speaker})
    elif stand.item is not None:
        yield Line("chairing-last")


def _ends(stand: Stand) -> Iterator[Line]:
    if stand.item is not None and stand.sitting.title:
        yield Line("chairing-meeting", {"title": _words(stand.sitting.title, LONGEST_TITLE)})
    planned, ends = stand.ends_at is not None, stand.ends_at or stand.sitting.until
    kind = "chairing-ends" if planned else "chairing-ends-itself"
    yield Line(kind, {"time": _wall(ends, stand), "at": _seconds(ends)})


def _questions(questions: Sequence[AnonymousQuestion]) -> Iterator[Line]:
    opened, waiting = unanswered(questions), held(questions)
    yield Line("chairing-questions", {"number": len(opened)})
    for each in opened[:QUESTIONS]:
        answering = "yes" if each.answering else "no"
        words = _words(each.text or each.quote, LONGEST_QUESTION)
        yield Line("chairing-question", {"number": each.number or 0, "words": words, "answering": answering})
    if waiting:
        yield Line("chairing-held", {"number": waiting})


def _moves(stand: Stand) -> Iterator[Button]:
    token, at = stand.view.token, stand.at
    if stand.next is not None:
        yield Button("chairing:next", "chairing-button-next", token, main=True)
    if at:
        yield Button("chairing:back", "chairing-button-back", token)
    if stand.view.rest is None:
        yield Button("chairing:break", "chairing-button-break", token)
    else:
        yield Button("chairing:go-on", "chairing-button-go-on", token, main=True)


def _on_questions(questions: Sequence[AnonymousQuestion]) -> Iterator[Button]:
    yield Button("questions:list", "question-button-list", new_row=True)
    for each in unanswered(questions)[:QUESTIONS]:
        if not each.answering:
            yield Button(
                "questions:answering",
                "chairing-button-answering",
                each.card.token,
                values={"number": each.number or 0},
            )


def _end(stand: Stand) -> Button:
    # Alone it carries the key as it is, by which the message is found after a crash.
    return Button("chairing:end", "chairing-button-end", stand.view.key, new_row=True)


def _title(stand: Stand) -> Line:
    named = "yes" if stand.sitting.title else "no"
    return Line("chairing-title", {"title": _words(stand.sitting.title, LONGEST_TITLE), "named": named})


def _wall(moment: datetime, stand: Stand) -> str:
    """A moment on the clock on the wall."""
    return shown(moment, stand.sitting.zone).time


def _seconds(moment: datetime) -> int:
    """The same for Discord, which counts by itself how far it is away."""
    return int(moment.timestamp())


def _words(words: str, most: int) -> Words:
    return Words(shortened(words, most))


def _ask(key: str) -> Button:
    return Button("questions:ask", "question-button-ask", key)
