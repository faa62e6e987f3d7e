"""What facilitators read, and those who answer or report under their own name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.notices import Box, Button, Choice, Field, Form, Line, Notice, Person, Words
from bot.questions.rules.changes import ON_AGENDA_AFTER, verbs
from bot.questions.rules.pauses import DAYS, Pause
from bot.questions.rules.question import AnonymousQuestion, State
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.writing import LONGEST, LONGEST_LINE, LONGEST_NOTE, LONGEST_PLAIN, shortened
from bot.questions.text.asker import moment, urgent
from bot.questions.text.card import asked

#: A message holds 40 components at most.
_PAGE = 5
_PAUSES = 3
_LISTED_CHARACTERS = 150
#: The things to do for which an asker is given a reason.
_WITH_REASON = ("keep", "merge", "decline", "words", "pause")
_EXAMPLES = tuple(f"question-example-{verb}" for verb in _WITH_REASON)


def menu(question: AnonymousQuestion) -> Notice:
    """What a facilitator can do with a question."""
    number = question.number or 0
    can = verbs(question)
    see = (Button("questions:examples", "question-button-examples"),)
    return Notice(
        (Line(f"question-menu-{question.state}", {"number": number}),),
        (*(_on(question, verb) for verb in can), *(see if "decline" in can else ())),
    )


def not_a_facilitator(question: AnonymousQuestion) -> Notice:
    """What anybody else reads who presses [Facilitators]: how to report a card that worries her."""
    return Notice((Line("question-facilitators-only"),), (_on(question, "report"),))


def examples() -> Notice:
    """Reasons to look at."""
    return Notice((Line("question-examples"), *(Line(id_) for id_ in _EXAMPLES)))


Paused = tuple[Pause, AnonymousQuestion | None]


def listing(questions: Sequence[AnonymousQuestion], pauses: Sequence[Paused], skip: int) -> Notice:
    """The open questions from the `skip`th on, and whose askers are paused, by question."""
    skip = skip if skip < len(questions) else 0
    shown = questions[skip : skip + _PAGE]
    left = len(questions) - skip - len(shown)
    if not shown and not pauses:
        return Notice((Line("question-list-nothing"),))
    parts: list[Line | Words] = [Line("question-list-title" if shown else "question-list-nothing")]
    for question in shown:
        parts += [
            Line(f"question-list-{question.state}", {"number": question.number or 0}),
            *_in_brief(question),
        ]
    parts += [_pause(each, question) for each, question in pauses[:_PAUSES]]
    return Notice(tuple(parts), (*map(_look_at, shown), *_more(left, skip + len(shown)), *_lifts(pauses)))


def form(question: AnonymousQuestion, verb: str) -> Form:
    """The form for one thing to do with a question. Nothing is filled in for the facilitator."""
    boxes: dict[str, tuple[Box, ...]] = {
        "answer": (
            Field("text", "question-answer-label", "question-answer-hint", LONGEST, value=question.suggested),
        ),
        "plain": (Field("text", "question-plain-label", "question-plain-hint", LONGEST_PLAIN),),
        "aloud": (
            Field("text", "question-aloud-label", "question-aloud-hint", LONGEST_NOTE, required=False),
        ),
        "back": (Field("text", "question-back-label", "question-back-hint", LONGEST_NOTE),),
        "meeting": (Field("text", "question-meeting-label", "question-meeting-hint", LONGEST_LINE, "line"),),
        "pass": (Person("member", "question-pass-label", "question-pass-hint"),),
        "keep": (_reason("keep"),),
        "decline": (_reason("decline"),),
        "words": (_reason("words"),),
        "merge": (
            Field("number", "question-merge-label", "question-merge-hint", 9, "line"),
            _reason("merge"),
        ),
        "pause": (_days(), _reason("pause")),
    }
    intro = Line("question-words-intro") if verb == "words" else None
    return Form(f"questions:{verb}", question.card.token, f"question-{verb}-title", boxes[verb], intro)


def report_form(question: AnonymousQuestion) -> Form:
    """The form for a report of a card."""
    box = Field("text", "question-report-label", "question-report-hint", LONGEST_NOTE, required=False)
    intro = Line("question-report-intro")
    return Form("questions:report", question.card.token, "question-report-title", (box,), intro)


# What the presser reads


def answered(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after answering."""
    can = [verb for verb in ("plain", "close") if verb in verbs(question)]
    return Notice((_numbered("answered", question),), tuple(_on(question, verb) for verb in can))


def answered_by_member(question: AnonymousQuestion) -> Notice:
    """What a member reads after answering under her own name."""
    return Notice((_numbered("answered-by-member", question),))


def changed(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after anything else; a held question has no number yet."""
    return Notice((_numbered("changed", question) if question.number else Line("question-changed-held"),))


def released(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after letting a question out."""
    return Notice((_numbered("released", question),))


def merged(question: AnonymousQuestion, into: AnonymousQuestion) -> Notice:
    """What a facilitator reads after putting two questions together."""
    return Notice((_numbered("merged", into),))


def closed(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after closing."""
    return Notice((_numbered("closed", question),))


def words_gone(question: AnonymousQuestion) -> Notice:
    """What a facilitator reads after taking its words away."""
    return Notice((_numbered("words-gone", question),))


def passed(question: AnonymousQuestion, *, joined: bool) -> Notice:
    """What a facilitator reads after passing a question on."""
    return Notice((_numbered("passed" if joined else "passed-not-joined", question),))


def suggested(question: AnonymousQuestion) -> Notice:
    """What a member reads after giving her answer to the facilitators."""
    return Notice((_numbered("suggested", question),))


def paused(question: AnonymousQuestion, days: int) -> Notice:
    """What a facilitator reads after pausing an asker."""
    kind = "question-pause-set" if question.number else "question-pause-set-held"
    return Notice((Line(kind, {"number": question.number or 0, "days": days}),))


def lifted() -> Notice:
    """What a facilitator reads after lifting a pause."""
    return Notice((Line("question-pause-lifted"),))


def reported_back(settings: QuestionSettings) -> Notice:
    """What somebody reads after reporting a card."""
    return Notice((Line("question-report-sent"), *urgent(settings)))


def retried() -> Notice:
    """What a facilitator reads after [Try again now]."""
    return Notice((Line("question-retried"),))


def meeting_on(chosen: QuestionSettings) -> Notice:
    """What a facilitator reads after [Meeting starts]."""
    return Notice((Line("question-meeting-on"), Line(f"question-told-{chosen.pace}")))


def meeting_off() -> Notice:
    """What a facilitator reads after [Meeting ends]."""
    return Notice((Line("question-meeting-off"),))


def opened_now() -> Notice:
    """What a facilitator reads after [Let questions out now]."""
    return Notice((Line("question-opened-now"),))


# What comes to the facilitators' channel; `key` is its delivery's, which one of its buttons carries


def suggestion(question: AnonymousQuestion, answer: str, key: str) -> Notice:
    """A member's answer, for a facilitator to put on the card."""
    use = Button("questions:answer", "question-button-use-answer", question.card.token, main=True)
    return Notice((_numbered("suggestion", question), Words(answer)), (use, _list(key)))


def came_back(question: AnonymousQuestion, key: str) -> Notice:
    """A question that was passed on is the facilitators' again."""
    return Notice((_numbered("came-back", question),), (_on(question, "facilitators"), _list(key)))


def reported(question: AnonymousQuestion, worry: str, threats: str, key: str) -> Notice:
    """Somebody reports a card; what the community decided beforehand stands under it."""
    said = (Words(worry),) if worry else ()
    decided = (Line("question-threats"), Words(threats)) if threats else (Line("question-threats-none"),)
    title = _numbered("reported", question) if question.number else Line("question-reported-held")
    return Notice((title, *said, *decided), (_on(question, "facilitators"), _list(key)))


def reminder(questions: Sequence[AnonymousQuestion], key: str) -> Notice:
    """Questions that have waited long for an answer, by number."""
    old = [each for each in questions if each.nudged >= ON_AGENDA_AFTER]
    waiting = [each for each in questions if each.nudged < ON_AGENDA_AFTER]
    parts = []
    if waiting:
        parts.append(Line("question-reminder", {"numbers": _numbers(waiting)}))
    if old:
        parts.append(Line("question-reminder-agenda", {"numbers": _numbers(old)}))
    return Notice(tuple(parts), (_list(key),))


def trouble(channel: int, key: str, *, gone: bool) -> Notice:
    """What facilitators read when Discord lets no card through, or the channel is `gone`."""
    line = Line("question-trouble-gone") if gone else Line("question-trouble", {"channel": str(channel)})
    return Notice((line,), (Button("questions:retry", "question-button-retry", key, main=True),))


def _list(key: str) -> Button:
    return Button("questions:list", "question-button-list", key)


def _reason(verb: str) -> Field:
    return Field("reason", "question-reason-label", f"question-reason-hint-{verb}", LONGEST_NOTE)


def _days() -> Choice:
    options = tuple((str(days), f"question-pause-{days}") for days in DAYS)
    return Choice("days", "question-pause-label", "question-pause-hint", options, str(DAYS[0]))


def _numbered(what: str, question: AnonymousQuestion) -> Line:
    return Line(f"question-{what}", {"number": question.number or 0})


def _numbers(questions: Sequence[AnonymousQuestion]) -> str:
    return ", ".join(str(each.number) for each in sorted(questions, key=lambda each: each.number or 0))


def _in_brief(question: AnonymousQuestion) -> tuple[Line | Words, ...]:
    words = (part for part in asked(question) if isinstance(part, Words))
    brief = tuple(Words(shortened(part.words, _LISTED_CHARACTERS)) for part in words)
    wondered = (Line(f"question-card-{question.band}"),) if question.band.value != "none" else ()
    return (*brief, *wondered)


def _look_at(question: AnonymousQuestion) -> Button:
    token, number = question.card.token, question.number
    if question.state is State.HELD or number is None:
        return Button("questions:facilitators", "question-button-list-held", token)
    return Button("questions:facilitators", "question-button-own-number", token, values={"number": number})


def _more(left: int, skip: int) -> tuple[Button, ...]:
    return (Button("questions:list", "question-button-older", str(skip)),) if left else ()


def _pause(pause: Pause, question: AnonymousQuestion | None) -> Line:
    number = question.number if question else None
    kind = "question-list-pause-held" if number is None else "question-list-pause"
    return Line(kind, {"number": number or 0, "until": moment(pause.ends)})


def _lifts(pauses: Sequence[Paused]) -> tuple[Button, ...]:
    return tuple(_lift(each, question) for each, question in pauses[:_PAUSES])


def _lift(pause: Pause, question: AnonymousQuestion | None) -> Button:
    number = question.number if question else None
    label = "question-button-lift-held" if number is None else "question-button-lift"
    return Button("questions:lift", label, pause.question, values={"number": number or 0})


def _on(question: AnonymousQuestion, verb: str) -> Button:
    return Button(f"questions:{verb}", f"question-button-{verb}", question.card.token)
