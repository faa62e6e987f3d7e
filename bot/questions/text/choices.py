"""What facilitators read about their community's choices, and what an asker will be told by them."""

from __future__ import annotations

from bot.core.notices import Box, Button, Choice, Field, Form, Line, Notice, Words
from bot.questions.rules.settings import PARTS, QuestionSettings, Who
from bot.questions.rules.windows import Pace
from bot.questions.rules.writing import LONGEST_LINE, LONGEST_LINES
from bot.questions.text.asker import urgent

_PACES = tuple((pace.value, f"question-pace-{pace}") for pace in Pace)
_WHOS = tuple((who.value, f"question-who-{who}") for who in Who)
_RELEASE = (("straight", "question-release-straight"), ("first", "question-release-first"))


def settings(chosen: QuestionSettings) -> Notice:
    """What holds now, in sentences, with a button for each part."""
    buttons = (Button("questions:choose", f"question-button-choose-{part}", part) for part in PARTS)
    return Notice((Line("question-settings-title"), *told(chosen), *_kept(chosen)), tuple(buttons))


def settings_form(chosen: QuestionSettings, part: str) -> Form:
    """The form for one part of the choices, with what holds now."""
    release = "first" if chosen.release_first else "straight"
    hours = " ".join(str(hour) for hour in chosen.hours)
    boxes: dict[str, tuple[Box, ...]] = {
        "meetings": (_choice("pace", _PACES, chosen.pace),),
        "between": (_line("hours", hours),),
        "release": (_choice("release", _RELEASE, release),),
        "who": (_choice("who", _WHOS, chosen.who),),
        "time": (_line("close", str(chosen.close_after)), _line("keep", str(chosen.keep_for))),
        "urgent": (_lines("urgent", chosen.urgent),),
        "threats": (_lines("threats", chosen.threats),),
    }
    return Form("questions:choose", part, f"question-choose-{part}-title", boxes[part])


def settings_preview(token: str, changed: QuestionSettings, part: str) -> Notice:
    """What an asker will be told, before it holds."""
    shown = urgent(changed) if part in ("urgent", "threats") else (*told(changed), *_kept(changed))
    return Notice(
        (Line("question-settings-preview"), *shown, Line("question-settings-from-now")),
        (
            Button("questions:use", "question-button-use", token, main=True),
            Button("questions:leave", "question-button-leave"),
        ),
    )


def settings_saved(changed: QuestionSettings) -> Notice:
    """It holds from now on."""
    return Notice((Line("question-settings-saved"), *told(changed), *_kept(changed)))


def told(chosen: QuestionSettings) -> tuple[Line, ...]:
    """How questions go out."""
    first, second = chosen.hours
    return (
        Line(f"question-told-{chosen.pace}"),
        Line("question-told-between", {"first": f"{first}:00", "second": f"{second}:00"}),
        Line(f"question-told-{'release' if chosen.release_first else 'straight'}"),
        Line(f"question-told-who-{chosen.who}"),
    )


def _kept(chosen: QuestionSettings) -> tuple[Line | Words, ...]:
    return (Line("question-told-time", {"close": chosen.close_after, "keep": chosen.keep_for}),)


def _choice(name: str, options: tuple[tuple[str, str], ...], holds: str) -> Choice:
    return Choice(name, f"question-choose-{name}", f"question-choose-{name}-hint", options, str(holds))


def _line(name: str, holds: str) -> Field:
    label, hint = f"question-choose-{name}", f"question-choose-{name}-hint"
    return Field(name, label, hint, LONGEST_LINE, "line", value=holds)


def _lines(name: str, holds: str) -> Field:
    label, hint = f"question-choose-{name}", f"question-choose-{name}-hint"
    return Field(name, label, hint, LONGEST_LINES, value=holds, required=False)
