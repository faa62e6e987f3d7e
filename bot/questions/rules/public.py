"""What everybody can read of a question, as a record may repeat it: not who, not when, no other question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.questions.rules.question import AnonymousQuestion, Ending, State

_ENDED_WELL = (Ending.HELPED, Ending.FACILITATOR, Ending.AGE)


@dataclass(frozen=True, slots=True)
class Public:
    """A question that everybody can read; `card` is what its card's buttons carry.

    It holds no time, no name of whoever answered, and no other question. An answer `aloud` may have no words.
    """

    card: str
    number: int
    words: str
    is_answered: bool = False
    aloud: bool = False
    answer: str = ""
    plain: str = ""


def is_public(question: AnonymousQuestion) -> bool:
    """Whether everybody can read it now, and it stands for itself.

    So neither one that was for facilitators, nor one that is held, was taken back or declined; and not one
    that was put together with another, for which the other stands.
    """
    shown = question.is_out or (question.state is State.CLOSED and question.ending in _ENDED_WELL)
    has_words = bool(question.text or question.quote)
    return shown and has_words and question.number is not None and not question.to_facilitators


def public(questions: Iterable[AnonymousQuestion]) -> list[Public]:
    """Those of these questions that everybody can read, in the order of their numbers."""
    return sorted((_as_read(each) for each in questions if is_public(each)), key=lambda each: each.number)


def between(
    questions: Iterable[AnonymousQuestion], since: datetime, until: datetime
) -> list[AnonymousQuestion]:
    """Those that came out, or were answered, in this time."""
    return [
        each
        for each in questions
        if any(at is not None and since <= at <= until for at in (each.window, each.answered_at))
    ]


def _as_read(question: AnonymousQuestion) -> Public:
    given = question.answer
    words = question.text or question.quote
    if given is None:
        return Public(question.card.token, question.number or 0, words)
    return Public(
        question.card.token,
        question.number or 0,
        words,
        is_answered=True,
        aloud=given.aloud,
        answer=given.text,
        plain=given.plain,
    )
