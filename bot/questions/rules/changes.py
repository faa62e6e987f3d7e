"""What facilitators and time may make of a published question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.errors import Refused
from bot.questions.rules.question import Answer, Card, Ending, Question, State

#: An open question without an answer is brought to facilitators' minds after so many days ...
NUDGED_AFTER = (3, 7)
#: ... and then put on the list for the next meeting.
ON_AGENDA_AFTER = 14

_VERBS = {
    State.HELD: ("release", "keep", "merge", "decline", "pause", "report"),
    State.OUT: (
        *("answering", "answer", "aloud", "back", "meeting"),
        *("pass", "merge", "decline", "words", "pause", "report"),
    ),
    State.ANSWERED: ("plain", "close", "words", "pause", "report"),
    State.MERGED: ("words", "pause", "report"),
    # Not [Pause] any more: whether it finds somebody would tell whether the answer was read.
    State.CLOSED: ("words", "report"),
}


def verbs(question: Question) -> tuple[str, ...]:
    """What facilitators can do with a question as it is now, in the order of their menu.

    One that they alone were to see is not passed to anybody else; words are taken from where they stand.
    """
    never = {
        *(("pass",) if question.to_facilitators else ()),
        *(() if _shows_words(question) else ("words",)),
    }
    return tuple(verb for verb in _VERBS[question.state] if verb not in never)


def check_can(question: Question, verb: str) -> None:
    """Raise Refused if a facilitator cannot do this with a question as it is now."""
    if question.to_facilitators and verb == "pass":
        raise Refused("error-pass-private")
    if verb not in verbs(question):
        raise Refused(f"error-already-{question.state}", number=question.number or 0)


def answered(question: Question, answer: Answer, at: datetime) -> Question:
    """The question with its answer; raises Refused if it has one already, or is not out."""
    _must_be(question, State.OUT)
    changed = replace(question, state=State.ANSWERED, answer=answer, answered_at=at)
    return _with_news(_tidied(changed), at.date())


def in_plain_words(question: Question, plain: str, today: date) -> Question:
    """The answer, once more in plain words for everyone; raises Refused if there is no answer."""
    if question.state is not State.ANSWERED or question.answer is None:
        raise Refused("error-no-answer-yet")
    return _with_news(replace(question, answer=replace(question.answer, plain=plain)), today)


def asked_back(question: Question, words: str, today: date) -> Question:
    """The question with what a facilitator asks back; raises Refused once it has an answer."""
    _must_be(question, State.OUT)
    return _with_news(replace(question, asked=words), today)


def being_answered(question: Question) -> Question:
    """Somebody is answering it now; raises Refused once it has an answer."""
    _must_be(question, State.OUT)
    return replace(question, answering=True)


def for_the_meeting(question: Question, when: str, today: date) -> Question:
    """It will be talked about then; raises Refused once it has an answer."""
    _must_be(question, State.OUT)
    return _with_news(replace(question, meeting=when, on_agenda=True, answering=False), today)


def passed(question: Question, account: int) -> Question:
    """A member was asked to answer it; raises Refused once it has an answer, or if facilitators' alone."""
    check_can(question, "pass")
    return replace(question, passed_to=account)


def released(question: Question, number: int, card: Card, today: date) -> Question:
    """A held question goes out, with a number and a card of its own; raises Refused if it is not held."""
    _must_be(question, State.HELD)
    return _with_news(replace(question, state=State.OUT, number=number, card=card, reason=""), today)


def kept_back(question: Question, reason: str, today: date) -> Question:
    """It stays held, and its asker is told why; raises Refused if it is not held."""
    _must_be(question, State.HELD)
    return _with_news(replace(question, reason=reason), today)


def declined(question: Question, reason: str, today: date) -> Question:
    """It ends without an answer, and its asker is told why; raises Refused if it has one, or has ended."""
    _must_be(question, State.HELD, State.OUT)
    ended = replace(question, state=State.CLOSED, ending=Ending.DECLINED, reason=reason, closed_on=today)
    return _with_news(_tidied(ended), today)


def without_words(question: Question, reason: str, today: date) -> Question:
    """It ends, and nobody can read any more what was asked, quoted or answered; its asker is told why.

    Raises Refused if its card shows nothing that could be taken away.
    """
    if not _shows_words(question):
        raise Refused("error-no-words", number=question.number or 0)
    gone = replace(emptied(question), state=State.CLOSED, ending=Ending.WORDS_GONE, reason=reason)
    # Proof of who asked is kept for so long after the first end; this must not make it longer.
    ended = replace(gone, closed_on=question.closed_on or today, merged_into=None)
    return _with_news(_tidied(ended), today)


def merged(question: Question, into: Question, reason: str, today: date) -> Question:
    """It is put together with another one, and its asker is told why.

    Raises Refused if either has ended, for a question with itself, and for two that not the same people see.
    """
    _must_be(question, State.HELD, State.OUT)
    if not into.is_out or into.id == question.id:
        raise Refused("error-merge-into")
    if into.to_facilitators != question.to_facilitators:
        raise Refused("error-merge-apart")
    together = replace(question, state=State.MERGED, merged_into=into.id, reason=reason)
    return _with_news(_tidied(together), today)


def parted(question: Question, into: Question, today: date) -> Question:
    """A merged question stands by itself again, with what the other had for an answer.

    One that was never out is held again.
    """
    alone = _with_news(replace(question, merged_into=None, reason=""), today)
    if question.number is None:
        return replace(alone, state=State.HELD)
    state = State.OUT if into.answer is None else State.ANSWERED
    return replace(alone, state=state, answer=into.answer, answered_at=into.answered_at)


def closed(question: Question, ending: Ending, today: date) -> Question:
    """The question, closed.

    Raises Refused if it is closed already; by a facilitator or by age, also if nobody has answered it.
    """
    if question.state is State.OUT and ending in (Ending.FACILITATOR, Ending.AGE):
        raise Refused("error-close-unanswered", number=question.number or 0)
    by_asker = ending in (Ending.HELPED, Ending.TAKEN_BACK)
    _must_be(question, *(set(State) - {State.CLOSED} if by_asker else {State.ANSWERED}))
    text = "" if ending is Ending.TAKEN_BACK else question.text
    quote = "" if ending is Ending.TAKEN_BACK else question.quote
    ended = replace(question, state=State.CLOSED, ending=ending, closed_on=today, merged_into=None)
    return _tidied(replace(ended, text=text, quote=quote))


def ended_by_restore(question: Question, today: date) -> Question:
    """The question, closed because the bot's records were put back: whatever its state was."""
    ended = replace(question, state=State.CLOSED, ending=Ending.RESTORED, closed_on=today, merged_into=None)
    return _with_news(_tidied(ended), today)


def with_news(question: Question, today: date) -> Question:
    """The question, with one more thing for its asker to read."""
    return _with_news(question, today)


def without_account(question: Question, account: int) -> Question:
    """The question, without a trace of somebody who answered it under her name or was asked to."""
    answer = question.answer
    if answer is not None and answer.account == account:
        answer = replace(answer, by="", account=0)
    passed_to = 0 if question.passed_to == account else question.passed_to
    return replace(question, answer=answer, passed_to=passed_to)


def emptied(question: Question) -> Question:
    """The question without anything that was said: it keeps its number from being given again."""
    return replace(question, text="", quote="", answer=None, reason="", meeting="")


def grown_old(question: Question, today: date) -> Question | None:
    """An unanswered question of which facilitators are to be reminded today; None if there is no need."""
    if question.state is not State.OUT or question.meeting:
        return None
    days = (today - question.window.date()).days
    reached = max((after for after in (*NUDGED_AFTER, ON_AGENDA_AFTER) if after <= days), default=0)
    if reached <= question.nudged:
        return None
    reminded = replace(question, nudged=reached)
    if reached < ON_AGENDA_AFTER:
        return reminded
    return _with_news(replace(reminded, on_agenda=True), today)


def is_over(question: Question, today: date, close_after: int) -> bool:
    """Whether an answered question has lain so many days without a change."""
    changed = question.changed_on
    return (
        question.state is State.ANSWERED
        and changed is not None
        and today - changed >= timedelta(days=close_after)
    )


def has_new_answers(questions: Sequence[Question], since: datetime, until: datetime) -> bool:
    """Whether a question that everybody sees was answered in that time."""
    seen = (each for each in questions if not each.to_facilitators)
    return any(each.answered_at is not None and since <= each.answered_at < until for each in seen)


def _shows_words(question: Question) -> bool:
    said = question.text or question.quote or question.answer is not None
    return question.number is not None and not question.is_wordless and bool(said)


def _must_be(question: Question, *states: State) -> None:
    if question.state not in states:
        raise Refused(f"error-already-{question.state}", number=question.number or 0)


def _with_news(question: Question, today: date) -> Question:
    return replace(question, news=question.news + 1, changed_on=today)


def _tidied(question: Question) -> Question:
    changed = replace(question, answering=False, asked="", on_agenda=False)
    return replace(changed, passed_to=0, suggested="")
