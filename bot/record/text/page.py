"""The record itself: as it is posted, page by page, and in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.notices import Button, Line, Notice, Words
from bot.core.wording import Value
from bot.meetings.rules import Meeting
from bot.meetings.rules import shown as on_the_wall
from bot.questions.rules.public import Public
from bot.record.rules import Action, Box, Knowledge, View, fits, pages, shortened, token_of

Parts = Sequence[Line | Words]

#: Of a record that is too long, so much of each text, the first that fits.
_LENGTHS = (500, 300, 200, 120, 60)
#: Of questions and of actions, so many at most where the record is too long, or is told in short.
_FEW_QUESTIONS, _FEW_ACTIONS = 3, 4
_ROWS = 5
_MOST_ITEMS = 20
#: What is said of an item of the agenda, and of a place, in characters as they are sent.
_ITEM, _PLACE = 120, 80
_HANDS = (Box.DECIDED, Box.WHY, Box.CHANGED, Box.STOPPED, Box.MIND, Box.ROOMS)


def post(view: View, token: str) -> Notice:
    """What everybody reads in the channel; `token` holds the delivery's key."""
    body, is_whole = _body(view)
    read = () if is_whole else (read_button(token),)
    buttons = (*read, print_button(token), Button("record:open", "record-button-change", token))
    return Notice((*_head(view), *body), buttons)


def anew(posted: Notice, token: str) -> Notice:
    """The same in a message of its own."""
    return replace(posted, buttons=tuple(replace(each, token=token) for each in posted.buttons))


def preview(view: View, token: str, *, is_posted: bool, is_new: bool = False) -> Notice:
    """The same before it is posted, for whoever writes it. `is_new`: it is not what she saw before."""
    body, is_whole = _body(view)
    meanwhile = (Line("record-desk-meanwhile"),) if is_new else ()
    more = () if is_whole else (Line("record-desk-preview-short"),)
    label = "record-desk-button-replace" if is_posted else "record-desk-button-post"
    buttons = (
        Button("record:post", label, token, main=True),
        Button("record:open", "record-desk-button-back", view.key),
    )
    return Notice((*meanwhile, *_head(view), *body, *more), buttons)


def read(view: View, page: int) -> Notice:
    """[Read it all]: a page of it, from 0; one that is not there is the nearest."""
    made = pages(_blocks(view))
    page = min(max(page, 0), len(made) - 1)
    number = (Line("record-page", {"page": page + 1, "of": len(made)}),) if len(made) > 1 else ()
    turning = [
        Button("record:turn", label, token_of(view.key, at))
        for label, at in (("record-button-back", page - 1), ("record-button-next", page + 1))
        if 0 <= at < len(made)
    ]
    return Notice((*made[page], *number), (*turning, print_button(view.key)))


def in_short(view: View) -> tuple[Line | Words, ...]:
    """What is written to whoever could not come: nobody's question is in it."""
    content = view.content
    hands = [_short(box, content.words[box], 250) for box in _HANDS if box in content.words]
    asked = (Line("record-short-questions", {"number": len(view.questions)}),) if view.questions else ()
    acting = (Line("record-short-actions", {"number": len(content.actions)}),) if content.actions else ()
    return (*_head(view), *hands, *asked, *acting, *_next(view), *_prepare_short(view, 250))


def read_button(token: str) -> Button:
    """[Read it all]."""
    return Button("record:read", "record-button-read", token)


def print_button(token: str) -> Button:
    """[Print it]."""
    return Button("record:print", "record-button-print", token)


def named(sentence: str, title: str, at: datetime, zone: str) -> Line:
    """A sentence that names the meeting by its title, if it has one, and its day."""
    values: dict[str, Value] = {**on_the_wall(at, zone).values()}
    return Line(sentence, {**values, "title": Words(title), "named": "yes" if title else "no"})


def knowledge(kinds: Sequence[Knowledge]) -> Line:
    """What kinds of knowledge there were."""
    there = {each: "yes" if each in kinds else "no" for each in Knowledge}
    return Line(
        "record-knowledge",
        {
            "research": there[Knowledge.RESEARCH],
            "clinical": there[Knowledge.CLINICAL],
            "lived": there[Knowledge.LIVED],
            "local": there[Knowledge.LOCAL],
            "system": there[Knowledge.SYSTEM],
        },
    )


def row(action: Action) -> str:
    """An action on one line."""
    return " · ".join(each for each in (action.who, action.what, action.until) if each)


def next_lines(meeting: Meeting | None) -> tuple[Line, ...]:
    """When and where the next meeting is."""
    if meeting is None:
        return (Line("record-next-open"),)
    return (named("record-next-when", "", meeting.starts_at, meeting.zone), *_where(meeting))


def _body(view: View) -> tuple[Parts, bool]:
    """What fits into one message, below the head; and whether that is all."""
    whole = [part for block in _blocks(view)[1:] for part in block]
    head = _head(view)
    if fits([*head, *whole]):
        return whole, True
    shorter = [list(_shortened(view, length)) for length in _LENGTHS]
    return next((each for each in shorter if fits([*head, *each])), shorter[-1]), False


def _head(view: View) -> tuple[Line, ...]:
    held = named("record-title", view.title, view.began_at, view.zone)
    day = view.changed_on
    if day is None:
        return (held,)
    return (held, Line("record-changed", {"day": day.day, "month": day.month, "year": day.year}))


def _blocks(view: View) -> list[Parts]:
    """All of it. What belongs together is one block, if it can be; the first is the head."""
    return [
        _head(view),
        *_agenda(view),
        *(
            block
            for box in (Box.DECIDED, Box.WHY, Box.CHANGED, Box.STOPPED, Box.MIND)
            for block in _box(view, box)
        ),
        *_questions(view.questions),
        *_box(view, Box.ROOMS),
        *(((knowledge(view.content.knowledge),),) if view.content.knowledge else ()),
        *_actions(view.content.actions),
        _next(view),
        *(_box(view, Box.PREPARE) or [(Line("record-prepare-nothing"),)]),
    ]


def _agenda(view: View) -> Iterator[Parts]:
    items = view.facts.items[:_MOST_ITEMS]
    if items:
        rows = [f"{number}. {shortened(each.title, _ITEM)}" for number, each in enumerate(items, 1)]
        yield (Line("record-agenda"), Words("\n".join(rows)))


def _box(view: View, box: Box) -> list[Parts]:
    written = view.content.words.get(box, "")
    return [(Line(f"record-box-{box}"), Words(written))] if written else []


def _questions(questions: Sequence[Public]) -> Iterator[Parts]:
    if questions:
        yield (Line("record-questions"),)
    for each in questions:
        said = tuple(Words(words) for words in (each.answer, each.plain) if words)
        yield (Line("record-question", {"number": each.number}), Words(each.words), _answer(each), *said)


def _answer(question: Public) -> Line:
    if not question.is_answered:
        return Line("record-answer-none")
    return Line("record-answer-aloud" if question.aloud else "record-answer")


def _actions(actions: Sequence[Action]) -> Iterator[Parts]:
    for at in range(0, len(actions), _ROWS):
        rows = Words("\n".join(map(row, actions[at : at + _ROWS])))
        yield (Line("record-actions"), rows) if at == 0 else (rows,)


def _next(view: View) -> tuple[Line, ...]:
    return (Line("record-next"), *next_lines(view.facts.next))


def _where(meeting: Meeting) -> Iterator[Line]:
    place = meeting.place
    if place.channel is not None:
        yield Line("record-next-voice", {"channel": str(place.channel)})
    if place.where:
        yield Line("record-next-where", {"where": Words(shortened(place.where, _PLACE))})


def _shortened(view: View, length: int) -> Iterator[Line]:
    content = view.content
    if view.facts.items:
        yield Line("record-short-agenda", {"number": len(view.facts.items)})
    for box in _HANDS:
        if box in content.words:
            yield _short(box, content.words[box], length)
    yield from _few_questions(view.questions, length)
    if content.knowledge:
        yield knowledge(content.knowledge)
    yield from _few_actions(content.actions, length)
    yield from _next(view)
    yield from _prepare_short(view, length)
    yield Line("record-short-more")


def _short(box: Box, written: str, length: int) -> Line:
    return Line(f"record-short-{box}", {"text": Words(shortened(written, length))})


def _prepare_short(view: View, length: int) -> tuple[Line, ...]:
    written = view.content.words.get(Box.PREPARE, "")
    return (_short(Box.PREPARE, written, length),) if written else (Line("record-prepare-nothing"),)


def _few_questions(questions: Sequence[Public], length: int) -> Iterator[Line]:
    if questions:
        yield Line("record-short-questions", {"number": len(questions)})
    for each in questions[:_FEW_QUESTIONS]:
        text = Words(shortened(each.words, length))
        yield Line("record-short-question", {"number": each.number, "text": text})


def _few_actions(actions: Sequence[Action], length: int) -> Iterator[Line]:
    if actions:
        yield Line("record-short-actions", {"number": len(actions)})
    for each in actions[:_FEW_ACTIONS]:
        yield Line("record-short-action", {"text": Words(shortened(row(each), length))})
