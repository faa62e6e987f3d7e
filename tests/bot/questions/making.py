"""Questions, acts and claims to test with, the worst texts, and whether Discord would take what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from discord import ui

from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.core.wording import Wording
from bot.questions.rules.acts import Asked, Told, Wondered
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.opening import Makers
from bot.questions.rules.question import AnonymousQuestion, Answer, Band, Card, Ending, State
from bot.questions.rules.saying import Said
from bot.questions.rules.settings import QuestionSettings, Terms
from bot.questions.rules.windows import Pace, window_start
from bot.questions.rules.writing import LONGEST
from cogs import _forms, _send
from config.settings import WORDING

SNOWFLAKE = 2**63 - 1
NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
WORDS = Wording(WORDING)

#: Texts of the greatest length that are hard to show; each can be cut to a shorter one.
WORST = {
    "letters": "x" * LONGEST,
    "asterisks": "*" * LONGEST,
    "backticks": "`" * LONGEST,
    "lines": ("a\n" * LONGEST)[: LONGEST - 1] + "a",
    "dashes": ("-\n" * LONGEST)[: LONGEST - 1] + "-",
    "headings": ("# a\n" * LONGEST)[:LONGEST],
    "mentions": ("<@&1>" * LONGEST)[:LONGEST],
    "links": ("[a](https://b.example/_) " * LONGEST)[:LONGEST],
    "addresses and marks": ("https://a.example<" * LONGEST)[:LONGEST],
    "four bytes": "\N{FACE WITH TEARS OF JOY}" * LONGEST,
}


def refusal(what: Callable[[], object]) -> Line:
    """The sentence of the refusal that this meets."""
    with pytest.raises(Refused) as caught:
        what()
    return caught.value.line


def question(
    state: State = State.OUT, number: int | None = 1, text: str = "What is it?", **more: Any
) -> AnonymousQuestion:
    """A question in a state, as the rules would leave it, with its card out."""
    usual: dict[str, Any] = {}
    if state is State.HELD:
        number = None
    if state is State.ANSWERED:
        usual = {"answer": Answer("It is this."), "answered_at": NOW, "changed_on": TODAY, "news": 1}
    if state is State.MERGED:
        usual = {"merged_into": "another"}
    if state is State.CLOSED:
        usual = {"answer": Answer("It is this."), "ending": Ending.FACILITATOR, "closed_on": TODAY}
    name = f"q{number}" if number is not None else "held"
    card = Card(SNOWFLAKE, new_key(), SNOWFLAKE)
    values = {"id": name, "community": SNOWFLAKE, "number": number, "text": text, "card": card}
    return AnonymousQuestion(**{**values, "window": NOW, "state": state, **usual, **more})


def asked(
    draft: str = "d", account: int = 7, pace: Pace | None = Pace.QUICK, not_before: int = 0, **more: Any
) -> Asked:
    """The act of asking "What is <draft>?"."""
    terms = Terms(9, release_first=more.pop("release_first", False), pace=pace)
    return Asked(draft, account, f"What is {draft}?", terms, not_before, **more)


def own_claim(question_id: str, account: int = 1, **more: Any) -> Claim:
    """The claim of somebody who asked; here a handle is the account itself."""
    return Claim(question_id, Role.ASKED, b"", str(account).encode(), f"draft {question_id}", **more)


def token(question_id: str, account: int) -> Claim:
    """The token of somebody who wondered too."""
    return Claim(question_id, Role.WONDERED, b"", str(account).encode())


def is_of(claim: Claim, account: int) -> bool:
    """Whether a claim is an account's."""
    return claim.handle == str(account).encode()


def makers(now: datetime = NOW, paused: frozenset[int] = frozenset()) -> Makers:
    """What a window needs, without any secret."""

    def publish(act: Asked, number: int | None) -> tuple[AnonymousQuestion, Claim]:
        state = State.HELD if number is None else State.OUT
        card = Card(act.terms.channel, f"card {act.draft}")
        made = AnonymousQuestion(f"of {act.draft}", 1, number, act.text, card, window_start(now), state=state)
        return made, replace(own_claim(made.id, act.account), draft=act.draft)

    return Makers(
        publish,
        lambda act: token(act.question, act.account),
        is_of,
        lambda who: who in paused,
        lambda act, first: Said(1, f"of {act.draft}", act.kind, act.subject, act.text, first),
    )


def told(
    draft: str = "t", account: int = 1, pace: Pace | None = Pace.QUICK, not_before: int = 0, **more: Any
) -> Told:
    """The act of saying something that is no question; `more` is what else `Told` takes."""
    given: dict[str, Any] = {"kind": "word", "subject": "", "text": draft, "name": "", "release_first": False}
    return Told(draft, account, pace=pace, not_before=not_before, **{**given, **more})


def wondered(question_id: str, account: int, not_before: int = 0) -> Wondered:
    """The act of wondering too."""
    return Wondered(question_id, account, not_before)


def chosen(**more: Any) -> QuestionSettings:
    """What a community has chosen."""
    return QuestionSettings(SNOWFLAKE, **more)


def in_meeting(pace: Pace = Pace.QUICK, **more: Any) -> QuestionSettings:
    """The same, with a meeting on."""
    return chosen(pace=pace, meeting_until=NOW + timedelta(hours=6), **more)


# What is shown


def texts(notice: Notice, locale: str = "en-GB") -> list[str]:
    """The paragraphs as Discord gets them."""
    view = _send.layout(notice, WORDS, locale)
    return [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]


def said(notice: Notice) -> str:
    """All of a message, in one."""
    return "\n".join(texts(notice))


def ids(notice: Notice) -> list[str]:
    """The ids of the sentences."""
    return [part.id for part in notice.parts if isinstance(part, Line)]


def actions(notice: Notice) -> list[str]:
    """What its buttons do."""
    return [button.action.removeprefix("questions:") for button in notice.buttons]


@dataclass(frozen=True, slots=True)
class Limits:
    """Discord's."""

    text: int = 4_000
    parts: int = 40
    a_row: int = 5
    label: int = 80
    custom_id: int = 100
    title: int = 45
    field: int = 45
    hint: int = 100
    option: int = 100
    typed: int = 4_000
    boxes: int = 5


LIMITS = Limits()
#: What goes before the token of a button in a direct message.
_IN_MESSAGES = f"{SNOWFLAKE}."


def faults(shown: Notice | Form, locale: str = "en-GB") -> list[str]:
    """Why Discord would not take this; empty if it would."""
    if isinstance(shown, Form):
        return list(_form_faults(shown, locale))
    try:
        view = _send.layout(shown, WORDS, locale, _IN_MESSAGES)
    except ValueError as error:
        return [str(error)]
    return list(_message_faults(view))


def _message_faults(view: ui.LayoutView) -> Iterator[str]:
    displays = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    rows = [item for item in view.walk_children() if isinstance(item, ui.ActionRow)]
    buttons = [item for item in view.walk_children() if isinstance(item, ui.Button)]
    length = sum(map(len, displays))
    if not displays or not all(each.strip() for each in displays):
        yield "an empty paragraph"
    if length > LIMITS.text:
        yield f"{length} characters"
    if view.total_children_count > LIMITS.parts:
        yield f"{view.total_children_count} parts"
    if any(len(row.children) > LIMITS.a_row for row in rows):
        yield "too many buttons in a row"
    for button in buttons:
        if not 1 <= len(button.label or "") <= LIMITS.label:
            yield f"the label {button.label!r}"
    yield from _custom_id_faults([button.custom_id or "" for button in buttons])


def _custom_id_faults(custom_ids: list[str]) -> Iterator[str]:
    for custom_id, times in Counter(custom_ids).items():
        if times > 1 or not 1 <= len(custom_id) <= LIMITS.custom_id:
            yield f"{times} times the custom_id {custom_id!r}"


def _form_faults(form: Form, locale: str) -> Iterator[str]:
    made: Any = _forms.modal(form, WORDS, locale, _IN_MESSAGES).to_dict()
    if not 1 <= len(made["title"]) <= LIMITS.title:
        yield f"the title {made['title']!r}"
    if not 1 <= len(made["components"]) <= LIMITS.boxes:
        yield "too many boxes"
    labels = [each for each in made["components"] if each["type"] == discord.ComponentType.label.value]
    for label in labels:
        if not 1 <= len(label["label"]) <= LIMITS.field or not 1 <= len(label["description"]) <= LIMITS.hint:
            yield f"the label {label['label']!r}"
        yield from _box_faults(label["component"])
    yield from _custom_id_faults([made["custom_id"], *(label["component"]["custom_id"] for label in labels)])


def _box_faults(box: Any) -> Iterator[str]:
    for option in box.get("options", []):
        if not 1 <= len(option["label"]) <= LIMITS.option:
            yield f"the option {option['label']!r}"
    if "max_length" in box:
        most = box["max_length"]
        if not 1 <= most <= LIMITS.typed or len(box.get("value") or "") > most:
            yield f"the box {box['custom_id']!r}"


def worst_questions(words: str) -> Iterator[AnonymousQuestion]:
    """Questions in every state with as much on them as the services let through, all of the same text."""
    note, quote, line = words[:250], words[:300], "x" * 80
    asked_with = ({"text": words}, {"text": "", "quote": quote})
    answers = (
        Answer(words, plain=words[:300]),
        Answer(words, by="W" * 32, account=SNOWFLAKE, plain=words[:300]),
        Answer(note, aloud=True, plain=words[:300]),
    )
    for what in asked_with:
        common: dict[str, Any] = {**what, "band": Band.SEVERAL, "about": 10**9, "number": 10**9}
        held = {**common, "number": None}
        yield question(State.HELD, reason=note, **_without_number(held))
        yield question(State.OUT, asked=note, answering=True, suggested=words, **common)
        yield question(State.OUT, asked=note, meeting=line, on_agenda=True, nudged=14, **common)
        yield question(State.MERGED, reason=note, meeting=line, **common)
        for answer in answers:
            yield question(State.ANSWERED, answer=answer, meeting=line, **common)
            for ending in Ending:
                lost = ending in (Ending.TAKEN_BACK, Ending.DECLINED)
                yield question(
                    State.CLOSED,
                    ending=ending,
                    meeting=line,
                    answer=None if lost else answer,
                    reason=note if lost else "",
                    **common,
                )


def _without_number(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "number"}
