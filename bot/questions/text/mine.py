"""What is somebody's own: [My questions], [Mine] on a card, what was passed to her, and what is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.questions.rules.acts import Asked, Ended, Own, Told
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Ending, State
from bot.questions.rules.saying import Kind
from bot.questions.rules.writing import LONGEST, shortened, without_links
from bot.questions.text.asker import moment, paused_until
from bot.questions.text.card import asked, given_answer
from bot.questions.text.saying import say_waits

#: How many characters of people's words, and how many questions, one page of [My questions] holds.
_PAGE_CHARACTERS = 2_600
#: A message holds 40 components at most.
_PAGE_QUESTIONS = 3
_BRIEF = 300


@dataclass(frozen=True, slots=True)
class MinePage:
    """One page of an asker's own questions, and how much of whose news is on it."""

    notice: Notice
    shown: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Mine:
    """All that is somebody's own: what waits, what is out, what was passed to her, and her pause.

    `into` has, for each merged question, the one that it was put together with; `kinds` all else that can be
    said, by code.
    """

    waiting: Sequence[Own]
    questions: Sequence[AnonymousQuestion]
    into: Mapping[str, AnonymousQuestion]
    pause: Pause | None = None
    passed: Sequence[AnonymousQuestion] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)


def mine(page: Mine, latest: datetime, skip: int = 0) -> MinePage:
    """What waits, then what is out, newest first, from the `skip`th on."""
    newest = sorted(
        page.questions, key=lambda question: (question.number is not None, -(question.number or 0))
    )
    entries: list[Own | AnonymousQuestion] = [*page.waiting, *newest]
    # The list may have grown shorter since the button for the rest was shown.
    skip = skip if skip < len(entries) else 0
    shown = _fitting(entries[skip:], page.into)
    left = len(entries) - skip - len(shown)
    head = () if page.pause is None else (paused_until(page.pause),)
    passed = tuple(_passed(each) for each in page.passed[:1])
    if not shown and not passed:
        return MinePage(Notice((*head, Line("question-mine-nothing"))), ())
    title = (Line("question-mine-title"),) if shown else ()
    parts = (part for entry in shown for part in _entry(entry, page, latest))
    older = (Button("questions:older", "question-button-older", str(skip + len(shown))),) if left else ()
    buttons = (*(_look_at(entry) for entry in shown), *older, *_passed_buttons(page.passed))
    notice = Notice((*head, *passed, *title, *parts), buttons)
    return MinePage(notice, tuple((e.id, e.news) for e in shown if isinstance(e, AnonymousQuestion)))


def own(question: AnonymousQuestion, into: AnonymousQuestion | None, ending: Ended | None) -> MinePage:
    """One question of hers, and what only she can do with it."""
    intos = {} if into is None else {question.id: into}
    parts = _published(question, intos)
    if ending is not None:
        parts = (*parts, Line(f"question-own-{ending.how}"))
    verbs: tuple[str, ...] = () if question.state is State.CLOSED else ("helped", "take-back")
    more = () if question.number is None else (_on(question, "more"),)
    notice = Notice(parts, (*(_on(question, verb) for verb in verbs), *more))
    return MinePage(notice, ((question.id, question.news),))


def _fitting(
    entries: Sequence[Own | AnonymousQuestion], into: Mapping[str, AnonymousQuestion]
) -> list[Own | AnonymousQuestion]:
    shown: list[Own | AnonymousQuestion] = []
    room = _PAGE_CHARACTERS
    for entry in entries[:_PAGE_QUESTIONS]:
        words = own_words(entry) if isinstance(entry, Own) else _in_brief(_published(entry, into))
        room -= sum(len(part.words) for part in words if isinstance(part, Words))
        if shown and room < 0:
            break
        shown.append(entry)
    return shown


def own_words(act: Own) -> tuple[Line | Words, ...]:
    """What waits: her words, a message that she does not follow, or both; of a single press nothing."""
    quoted = act.quote if isinstance(act, Asked) else ""
    quote = (Line("question-card-quote"), Words(quoted)) if quoted else ()
    return (*((Words(act.text),) if act.text else ()), *quote)


def _entry(entry: Own | AnonymousQuestion, page: Mine, latest: datetime) -> tuple[Line | Words, ...]:
    if isinstance(entry, Told):
        return _in_brief((say_waits(page.kinds.get(entry.kind), entry.name, latest), *own_words(entry)))
    if isinstance(entry, Asked):
        return _in_brief((Line("question-mine-waiting", {"at": moment(latest)}), *own_words(entry)))
    return _in_brief(_published(entry, page.into))


def _in_brief(parts: tuple[Line | Words, ...]) -> tuple[Line | Words, ...]:
    """An entry of the list: she knows what she asked, so the beginning of a long question is enough."""
    head, own, *rest = parts if len(parts) > 1 else (*parts, None)
    if isinstance(own, Words) and len(own.words) > _BRIEF:
        own = Words(shortened(own.words, _BRIEF))
    return (head, *((own,) if own else ()), *rest)


def _published(
    question: AnonymousQuestion, into: Mapping[str, AnonymousQuestion]
) -> tuple[Line | Words, ...]:
    other = into.get(question.id)
    shown = other if other is not None else question
    values = {"number": question.number or 0, "into": (other.number if other else None) or 0}
    reason = (Line("question-mine-reason"), Words(question.reason)) if question.reason else ()
    back = (Line("question-card-asked-back"), Words(question.asked)) if question.asked else ()
    dated = question.meeting and question.state is State.OUT
    meeting = (Line("question-card-meeting", {"when": Words(question.meeting)}),) if dated else ()
    agenda = (Line("question-card-agenda"),) if question.on_agenda and not question.meeting else ()
    head = Line(f"question-mine-{_fate(question)}", values)
    theirs = (*reason, *back, *meeting, *agenda, *given_answer(shown))
    return (head, *asked(question), *map(_unlinked, theirs))


def _fate(question: AnonymousQuestion) -> str:
    """What has become of it; of one that was never out there is no number to tell."""
    if question.ending in (Ending.DECLINED, Ending.TAKEN_BACK) or question.state is State.HELD:
        return f"closed-{question.ending}" if question.ending else "held"
    if question.number is None:
        return f"{question.state}-held"
    return f"closed-{question.ending}" if question.ending else str(question.state)


def _unlinked(part: Line | Words) -> Line | Words:
    """Links in what only she sees are taken out: a link can tell who followed it."""
    if isinstance(part, Words):
        return Words(without_links(part.words))
    values = {
        name: Words(without_links(value.words)) if isinstance(value, Words) else value
        for name, value in part.values.items()
    }
    return Line(part.id, values)


def _look_at(entry: Own | AnonymousQuestion) -> Button:
    if isinstance(entry, Own):
        return Button("questions:take-back-waiting", "question-button-take-back", entry.draft)
    if entry.number is None:
        return Button("questions:own", "question-button-own-held", entry.card.token)
    return Button(
        "questions:own", "question-button-own-number", entry.card.token, values={"number": entry.number}
    )


def _on(question: AnonymousQuestion, verb: str) -> Button:
    return Button(f"questions:{verb}", f"question-button-{verb}", question.card.token)


# What was passed to her


def passed_to_you(question: AnonymousQuestion, key: str) -> Notice:
    """The direct message to a member who is asked to answer; `key` is the delivery's."""
    find = Button("questions:mine", "question-button-mine", key)
    return Notice((_passed(question), *asked(question)), (*_passed_buttons([question]), find))


def passed_form(question: AnonymousQuestion, *, by_name: bool) -> Form:
    """The form for her answer."""
    verb = "by-name" if by_name else "through"
    box = Field("text", "question-answer-label", f"question-passed-hint-{verb}", LONGEST)
    return Form(f"questions:{verb}", question.card.token, "question-answer-title", (box,))


def _passed(question: AnonymousQuestion) -> Line:
    return Line("question-passed-to-you", {"number": question.number or 0})


def _passed_buttons(questions: Sequence[AnonymousQuestion]) -> tuple[Button, ...]:
    verbs = ("by-name", "through", "not-this-time")
    return tuple(_on(question, verb) for question in questions[:1] for verb in verbs)


# What is kept about her


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about an account: what waits, the ids of what it asked and wondered about, its pause."""

    account: int
    waiting: Sequence[Own]
    own: Collection[str]
    wondered: Collection[str]
    pause: Pause | None


def export(kept: Kept, known: Sequence[AnonymousQuestion]) -> dict[str, object]:
    """All that is kept here about an account, readable; `known` are the community's questions."""
    account = kept.account
    answers = [each for each in known if each.answer is not None and each.answer.account == account]
    return {
        "waiting": [_of_act(act) for act in kept.waiting],
        "questions": [
            {"number": each.number, "text": each.text, "quote": each.quote, "state": each.state.value}
            for each in known
            if each.id in kept.own
        ],
        "wondered_about": _some_numbers(each for each in known if each.id in kept.wondered),
        "paused_until": None if kept.pause is None else kept.pause.ends.isoformat(),
        "answered_under_your_name": _some_numbers(answers),
        "asked_to_answer": _some_numbers(each for each in known if each.passed_to == account),
    }


def _of_act(act: Own) -> dict[str, str]:
    return {"text": act.text, **({"quote": act.quote} if isinstance(act, Asked) else {"about": act.name})}


def _some_numbers(questions: Iterable[AnonymousQuestion]) -> list[int]:
    return sorted(each.number for each in questions if each.number is not None)
