"""The card, which everybody sees: no role, no room, nothing about who asks or where."""

from __future__ import annotations

from bot.core.notices import Button, Line, Notice, Words
from bot.questions.rules.question import AnonymousQuestion, Band, Ending, State

_BUTTONS = ("wonder", "more", "own", "facilitators")


def card(question: AnonymousQuestion, into: AnonymousQuestion | None = None) -> Notice:
    """The card; `into` is the question that it was put together with."""
    if question.state is State.HELD:
        return Notice((*_asks(question, "question-card-held"), *_waits(question)), (_facilitators(question),))
    if question.number is None:
        # Declined or merged before it was out: only facilitators ever saw it.
        return Notice((Line(f"question-card-not-out-{question.ending or question.state}"),), ())
    if question.is_wordless:
        by_asker = question.ending is Ending.TAKEN_BACK
        kind = "question-card-taken-back" if by_asker else "question-card-words-gone"
        gone = Line(kind, {"number": question.number})
        return Notice((gone,), (_on(question, "own"), _facilitators(question)))
    parts = (*_asks(question, _title(question)), *given_answer(question), *_fate(question, into))
    verbs = _BUTTONS if question.is_out else ("more", "own", "facilitators")
    return Notice(parts, tuple(_on(question, verb) for verb in verbs))


def moved_on(question: AnonymousQuestion) -> Notice:
    """What becomes of the message that showed a held question, once it is out."""
    return Notice((Line("question-card-released", {"number": question.number or 0}),))


def asked(question: AnonymousQuestion) -> tuple[Line | Words, ...]:
    """What somebody asked: her words, a message that she does not follow, or both."""
    quote = (Line("question-card-quote"), Words(question.quote)) if question.quote else ()
    own = (Words(question.text),) if question.text else ()
    return (*own, *quote)


def given_answer(question: AnonymousQuestion) -> tuple[Line | Words, ...]:
    """The answer, and who gave it, if it was not a facilitator."""
    given = question.answer
    if given is None:
        return ()
    if given.aloud:
        head = Line("question-card-answer-aloud")
    elif given.account or given.by:
        head = Line("question-card-answer-by", {"name": Words(given.by)})
    else:
        head = Line("question-card-answer")
    said = (Words(given.text),) if given.text else ()
    plain = (Line("question-card-plain"), Words(given.plain)) if given.plain else ()
    return (head, *said, *plain)


def _title(question: AnonymousQuestion) -> str:
    return "question-card" if question.about is None else "question-card-more"


def _asks(question: AnonymousQuestion, title: str) -> tuple[Line | Words, ...]:
    values = {"number": question.number or 0, "about": question.about or 0}
    wondered = () if question.band is Band.NONE else (Line(f"question-card-{question.band}"),)
    return (Line(title, values), *asked(question), *wondered)


def _waits(question: AnonymousQuestion) -> tuple[Line | Words, ...]:
    why = (Line("question-card-held-because"), Words(question.reason)) if question.reason else ()
    return (Line("question-card-held-waits"), *why)


def _fate(question: AnonymousQuestion, into: AnonymousQuestion | None) -> tuple[Line | Words, ...]:
    """What has become of it, or will."""
    if question.state is State.MERGED:
        return (Line("question-card-merged", {"number": (into.number if into else None) or 0}),)
    if question.ending is not None:
        return (Line(f"question-card-ended-{question.ending}"),)
    if question.state is State.CLOSED:
        return (Line("question-card-ended-facilitator"),)
    back = (Line("question-card-asked-back"), Words(question.asked)) if question.asked else ()
    now = (Line("question-card-answering"),) if question.answering else ()
    meeting = (Line("question-card-meeting", {"when": Words(question.meeting)}),) if question.meeting else ()
    agenda = (Line("question-card-agenda"),) if question.on_agenda and not question.meeting else ()
    return (*back, *now, *meeting, *agenda) if question.state is State.OUT else ()


def _on(question: AnonymousQuestion, verb: str) -> Button:
    return Button(f"questions:{verb}", f"question-button-{verb}", question.card.token)


def _facilitators(question: AnonymousQuestion) -> Button:
    return _on(question, "facilitators")
