"""What askers read, and everybody who presses a button on a card: short sentences, plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.community.rules import Safeguarding
from bot.core.notices import Box, Button, Choice, Field, Form, Line, Notice, Words
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Ending
from bot.questions.rules.second_look import Finding
from bot.questions.rules.settings import QuestionSettings, Terms, Who
from bot.questions.rules.writing import LONGEST, shortened, without_links

_FOUND = 60
#: What the button under "There is something for you" does: by it such a message is found again.
HINT_ACTION = "questions:hint"

_HOST = "question-promise-host"
_PROMISE = (
    "question-promise",
    "question-promise-members",
    "question-promise-facilitators",
    "question-promise-owner",
    _HOST,
    "question-promise-discord",
)
_WHO = (("everyone", "question-form-who-everyone"), ("facilitators", "question-form-who-facilitators"))
_TELL = (("no", "question-form-tell-no"), ("yes", "question-form-tell-yes"))


def moment(when: datetime) -> str:
    """A date and time, as each reader's Discord shows it in her own time zone."""
    return f"<t:{int(when.timestamp())}:f>"


# The form, and what comes before sending


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody has filled in."""

    text: str = ""
    to_facilitators: bool = False
    tell: bool = False


def ask_form(
    token: str,
    settings: QuestionSettings,
    *,
    few: bool = False,
    about: AnonymousQuestion | None = None,
    in_own_words: bool = False,
    before: Filled | None = None,
) -> Form:
    """The form for a question; `token` holds a random draft, so that the same form counts once.

    `before` is what she filled in already.
    """
    before = before or Filled()
    text = Field("text", "question-form-label", "question-form-hint", LONGEST, value=before.text)
    told = "yes" if before.tell else "no"
    tell = Choice("tell", "question-form-tell", "question-form-tell-hint", _TELL, told)
    boxes: tuple[Box, ...] = (text, tell)
    # A question about one that facilitators alone see is theirs alone, too.
    if settings.who is Who.ASKER and not (about and about.to_facilitators):
        seen_by = "facilitators" if before.to_facilitators else "everyone"
        who = Choice("who", "question-form-who", "question-form-who-hint", _WHO, seen_by)
        boxes = (text, who, tell)
    return Form("questions:ask", token, "question-form-title", boxes, _intro(few, about, in_own_words))


def _intro(few: bool, about: AnonymousQuestion | None, in_own_words: bool) -> Line:
    if in_own_words:
        return Line("question-form-intro-own-words")
    if about is not None and about.to_facilitators:
        return Line("question-form-intro-more-private")
    if about is not None:
        return Line("question-form-intro-more", {"number": about.number or 0})
    return Line("question-form-intro-few" if few else "question-form-intro")


def preview(token: str, quote: str, settings: QuestionSettings) -> Notice:
    """The card that says "I don't follow this", before it is sent."""
    who = "facilitators" if settings.who is Who.FACILITATORS else "everyone"
    return Notice(
        (Line(f"question-preview-{who}"), Line("question-card-quote"), Words(quote)),
        (
            Button("questions:send", "question-button-send", token, main=True),
            Button("questions:ask", "question-button-own-words"),
            Button("questions:never-mind", "question-button-never-mind", token),
        ),
    )


def second_look(token: str, words: str, findings: Sequence[Finding]) -> Notice:
    """What might give her or somebody else away, before it is sent."""
    found = {finding.kind: finding.found for finding in reversed(findings)}
    lines = [
        Line(f"question-look-{kind}", {"found": Words(shortened(what, _FOUND))})
        for kind, what in found.items()
    ]
    return Notice(
        (Line("question-look"), *reversed(lines), Line("question-look-yours"), Words(words)),
        (
            Button("questions:change", "question-button-change", token, main=True),
            Button("questions:send", "question-button-send-anyway", token),
            Button("questions:never-mind", "question-button-never-mind", token),
        ),
    )


def direct(servers: Sequence[tuple[int, str]]) -> Notice:
    """The answer to a direct message: nothing was taken from it; here is the form."""
    if not servers:
        return Notice((Line("question-direct-nowhere"),))
    asks = tuple(
        Button("questions:ask", "question-button-ask-in", f"{id_}.", values={"community": name[:40]})
        if len(servers) > 1
        else Button("questions:ask", "question-button-ask", f"{id_}.", main=True)
        for id_, name in servers
    )
    return Notice(
        (Line("question-direct"),),
        (*asks, Button("questions:away", "question-button-never-mind", f"{servers[0][0]}.")),
    )


def never_mind() -> Notice:
    """Nothing was sent."""
    return Notice((Line("question-never-mind"),))


# What she reads after sending


def acknowledgement(
    draft: str, settings: QuestionSettings, terms: Terms, pause: Pause | None, now: datetime
) -> Notice:
    """What an asker reads at once, and only she: it is safe, what happens next, where urgent help is."""
    parts = [Line("question-ack"), when(settings, now)]
    if pause is not None:
        parts.append(paused_until(pause))
    elif terms.release_first:
        parts.append(Line("question-ack-release"))
    if terms.to_facilitators:
        parts.append(Line("question-ack-facilitators"))
    return Notice(
        (*parts, Line("question-ack-find"), *urgent(settings)),
        (
            Button("questions:take-back-waiting", "question-button-take-back", draft),
            Button("questions:mine", "question-button-mine"),
            Button("questions:promise", "question-button-promise"),
        ),
    )


def urgent(settings: QuestionSettings) -> tuple[Line | Words, ...]:
    """That this is no medical advice; where urgent help is, in the community's own words if it has some."""
    lines: Line | Words = Words(settings.urgent) if settings.urgent else Line("question-urgent")
    threats = (Line("question-threats"), Words(settings.threats)) if settings.threats else ()
    return (Line("question-not-advice"), lines, *threats, *_lead(settings.safeguarding))


def _lead(safeguarding: Safeguarding) -> tuple[Line, ...]:
    """Who is there for a worry about somebody's safety, as far as the community has said."""
    lines = (
        (safeguarding.lead, Line("question-safe-lead", {"lead": Words(safeguarding.lead)})),
        (safeguarding.hours, Line("question-safe-hours", {"hours": Words(safeguarding.hours)})),
        (safeguarding.cover, Line("question-safe-cover", {"cover": Words(safeguarding.cover)})),
    )
    return tuple(line for words, line in lines if words)


def when(settings: QuestionSettings, now: datetime) -> Line:
    """When what is sent now comes out."""
    pace = settings.pace_at(now)
    if pace is None:
        return Line("question-when-between", {"at": moment(settings.latest(now))})
    return Line(f"question-when-{pace}")


def paused_until(pause: Pause) -> Line:
    """Until when her questions go to facilitators first."""
    return Line("question-paused", {"until": moment(pause.ends)})


def taken_back_in_time(*, a_question: bool = True) -> Notice:
    """She took a question, or what else she said, back before it was out."""
    return Notice((Line("question-taken-back-in-time" if a_question else "question-say-taken-back"),))


def wondered() -> Notice:
    """What somebody reads after [I wondered too], whoever she is."""
    return Notice((Line("question-wondered"),))


def ended(how: Ending, settings: QuestionSettings, now: datetime) -> Notice:
    """What the asker reads after "that helps", or after taking it back."""
    if settings.in_meeting(now):
        return Notice((Line(f"question-{how}-after-meeting"),))
    return Notice((Line(f"question-{how}-soon", {"at": moment(settings.next_window(now))}),))


def promise(pause: Pause | None = None, *, host_takes_part: bool = False) -> Notice:
    """[What can anyone find out?], one line for each kind of person; of her own pause she alone reads.

    `host_takes_part`: whoever runs the bot is also a facilitator or a member.
    """
    ids = [*_PROMISE]
    if host_takes_part:
        ids.insert(ids.index(_HOST) + 1, "question-promise-host-takes-part")
    lines = tuple(Line(id_) for id_ in ids)
    if pause is None:
        return Notice(lines)
    why = (
        Line("question-promise-paused"),
        paused_until(pause),
        Line("question-paused-why"),
        Words(without_links(pause.reason)),
    )
    return Notice((*lines, *why))


def hint(key: str) -> Notice:
    """The direct message to somebody who wants to be told: it says nothing of what, or why."""
    return Notice((Line("question-hint"),), (Button(HINT_ACTION, "question-button-mine", key),))
