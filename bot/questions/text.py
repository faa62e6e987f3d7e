"""What people read about a question: message ids and values, and their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.questions.rules import LONGEST, WINDOW, AnonymousQuestion, Asked, State, without_links

#: How many characters of people's words, and how many questions, one page of [My questions] holds.
_PAGE_CHARACTERS = 3_000
_PAGE_QUESTIONS = 5

_PROMISE = (
    "question-promise",
    "question-promise-members",
    "question-promise-facilitators",
    "question-promise-owner",
    "question-promise-host",
    "question-promise-discord",
)


def ask_form(draft: str) -> Form:
    """The form for a question; `draft` is random, so that the same form counts once."""
    field = Field("text", "question-form-label", "question-form-hint", LONGEST)
    return Form("questions:ask", draft, "question-form-title", (field,), Line("question-form-intro"))


def answer_form(question: AnonymousQuestion) -> Form:
    """The form for a facilitator's answer."""
    field = Field("text", "question-answer-label", "question-answer-hint", LONGEST)
    return Form("questions:answer", question.card.token, "question-answer-title", (field,))


def acknowledgement() -> Notice:
    """What an asker reads at once, and only she: it is safe, what happens next, where urgent help is."""
    seconds = int(WINDOW.total_seconds())
    return Notice(
        (Line("question-ack", {"seconds": seconds}), Line("question-urgent")),
        (
            Button("questions:mine", "question-button-mine"),
            Button("questions:promise", "question-button-promise"),
        ),
    )


def promise() -> Notice:
    """[What can anyone find out?], one line for each kind of person."""
    return Notice(tuple(Line(id_) for id_ in _PROMISE))


def card(question: AnonymousQuestion) -> Notice:
    """The card: no role, no room, nothing about who asks or where."""
    parts: list[Line | Words] = [Line("question-card", {"number": question.number}), Words(question.text)]
    if question.answer is not None:
        parts += [Line("question-card-answer"), Words(question.answer)]
    if question.state is State.CLOSED:
        return Notice((*parts, Line("question-card-closed")), _find_again(question))
    return Notice(tuple(parts), (*_find_again(question), _on_card(question, "facilitators")))


def _find_again(question: AnonymousQuestion) -> tuple[Button, ...]:
    return (_on_card(question, "mine"),)


def _on_card(question: AnonymousQuestion, verb: str) -> Button:
    return Button(f"questions:{verb}", f"question-button-{verb}", question.card.token)


def menu(question: AnonymousQuestion) -> Notice:
    """What a facilitator can do with a question."""
    verb = {State.OUT: "answer", State.ANSWERED: "close"}.get(question.state)
    line = Line(f"question-menu-{question.state}", {"number": question.number})
    return Notice((line,), (_on_card(question, verb),) if verb else ())


def answered(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after answering."""
    return Notice((Line("question-answered", {"number": question.number}),), (_on_card(question, "close"),))


def closed(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after closing."""
    return Notice((Line("question-closed", {"number": question.number}),))


def trouble(channel: int, key: str, *, gone: bool) -> Notice:
    """What facilitators read when Discord lets no card through, or the channel is `gone`."""
    line = Line("question-trouble-gone") if gone else Line("question-trouble", {"channel": str(channel)})
    return Notice(
        (line,),
        (Button("questions:retry", "question-button-retry", key, main=True),),
    )


def retried() -> Notice:
    """What a facilitator reads after [Try again now]."""
    return Notice((Line("question-retried"),))


@dataclass(frozen=True, slots=True)
class MinePage:
    """One page of [My questions], and the questions whose answers are on it."""

    notice: Notice
    answers_shown: tuple[str, ...]


def mine(waiting: Sequence[Asked], questions: Sequence[AnonymousQuestion], skip: int = 0) -> MinePage:
    """The asker's own list: what waits, then what is out, newest first, from the `skip`th on."""
    newest = sorted(questions, key=lambda question: -question.number)
    entries: list[Asked | AnonymousQuestion] = [*waiting, *newest]
    # The list may have grown shorter since the button for the rest was shown.
    skip = skip if skip < len(entries) else 0
    entries = entries[skip:]
    shown = _fitting(entries)
    left = len(entries) - len(shown)
    if not shown:
        return MinePage(Notice((Line("question-mine-nothing"),)), ())
    older = Button("questions:older", "question-button-older", str(skip + len(shown)))
    notice = Notice(
        (Line("question-mine-title"), *(part for entry in shown for part in _entry(entry))),
        (older,) if left else (),
    )
    answers = (e.id for e in shown if isinstance(e, AnonymousQuestion) and e.answer is not None)
    return MinePage(notice, tuple(answers))


def _fitting(entries: Sequence[Asked | AnonymousQuestion]) -> list[Asked | AnonymousQuestion]:
    shown: list[Asked | AnonymousQuestion] = []
    room = _PAGE_CHARACTERS
    for entry in entries[:_PAGE_QUESTIONS]:
        room -= len(entry.text) + len((isinstance(entry, AnonymousQuestion) and entry.answer) or "")
        if shown and room < 0:
            break
        shown.append(entry)
    return shown


def _entry(entry: Asked | AnonymousQuestion) -> tuple[Line | Words, ...]:
    if isinstance(entry, Asked):
        return (Line("question-mine-waiting", {"seconds": int(WINDOW.total_seconds())}), Words(entry.text))
    head = (Line(f"question-mine-{entry.state}", {"number": entry.number}), Words(entry.text))
    if entry.answer is None:
        return head
    return (*head, Line("question-mine-answer"), Words(without_links(entry.answer)))
