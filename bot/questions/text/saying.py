"""What somebody reads who says anything else than a question without her name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.questions.rules.pauses import Pause
from bot.questions.rules.saying import LONGEST_NAME, Box, Kind
from bot.questions.rules.second_look import Finding
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.writing import shortened
from bot.questions.text.asker import moment, paused_until, second_look, urgent, when


@dataclass(frozen=True, slots=True)
class ToSay:
    """Something of a kind before it is sent: about what, what that is called, what stands in the boxes."""

    kind: Kind
    subject: str = ""
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def say_form(token: str, typed: ToSay, *, few: bool) -> Form:
    """The form; `token` holds a random draft, so that one form counts once. `few`: few could have sent it."""
    kind = typed.kind
    boxes = tuple(_field(box, typed.fields.get(box.name, "")) for box in kind.boxes)
    intro = Line("question-say-few") if few else Line(kind.intro, _named(typed))
    return Form(kind.action, token, kind.title, boxes, intro)


def say_few(token: str) -> Notice:
    """Before a press is taken, where few could have made it: that it is easier to guess who."""
    return Notice(
        (Line("question-say-few"), Line("question-say-nothing-yet")),
        (
            Button("questions:say-anyway", "question-button-send-anyway", token, main=True),
            Button("questions:say-never-mind", "question-button-never-mind", token),
        ),
    )


def say_look(token: str, words: str, findings: Sequence[Finding]) -> Notice:
    """What might give her or somebody else away, before it is sent."""
    buttons = (
        Button("questions:say-change", "question-button-change", token, main=True),
        Button("questions:say-anyway", "question-button-send-anyway", token),
        Button("questions:say-never-mind", "question-button-never-mind", token),
    )
    return replace(second_look(token, words, findings), buttons=buttons)


def say_acknowledgement(
    draft: str, saying: ToSay, settings: QuestionSettings, pause: Pause | None, now: datetime
) -> Notice:
    """What she reads at once, and only she: when it comes out; after own words also where urgent help is."""
    parts = [Line(saying.kind.done, _named(saying)), when(settings, now)]
    if pause is not None:
        parts.append(paused_until(pause))
    elif settings.to_facilitators_first:
        parts.append(Line("question-say-release"))
    parts.append(Line("question-say-find"))
    return Notice(
        (*parts, *(urgent(settings) if saying.kind.boxes else ())),
        (
            Button("questions:take-back-waiting", "question-button-take-back", draft),
            Button("questions:mine", "question-button-mine"),
            Button("questions:promise", "question-button-promise"),
        ),
    )


def say_waits(kind: Kind | None, name: str, latest: datetime) -> Line:
    """How it stands under [My questions] as long as it waits; None is a kind that is not there any more."""
    if kind is None:
        return Line("question-mine-waiting", {"at": moment(latest)})
    return Line(kind.waits, {"at": moment(latest), "name": Words(name)})


def _named(saying: ToSay) -> dict[str, Words]:
    return {"name": Words(shortened(saying.name, LONGEST_NAME))}


def _field(box: Box, value: str) -> Field:
    kind: Literal["line", "paragraph"] = "line" if box.is_line else "paragraph"
    return Field(box.name, box.label, box.hint, box.most, kind, value, box.required)
