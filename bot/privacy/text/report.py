"""What facilitators read about how long things are kept."""

from __future__ import annotations

from collections.abc import Mapping

from bot.community.rules import CommunitySettings
from bot.core.notices import Button, Field, Form, Line, Notice
from bot.privacy.rules import FEWEST_IN_FIGURES, REPORT_SPAN

_PERIODS = Button("privacy:periods", "privacy-button-periods")
_MOST_DIGITS = 4


def report(settings: CommunitySettings, removed: Mapping[str, int]) -> Notice:
    """How long things are kept, and how much was removed lately, by kind; small numbers in words."""
    periods = {"gone": settings.gone_after, "forget": settings.forget_after}
    parts = [Line("privacy-report-title"), Line("privacy-report-periods", periods)]
    if not removed:
        parts.append(Line("privacy-report-nothing", {"days": REPORT_SPAN.days}))
    else:
        parts.append(Line("privacy-report-removed", {"days": REPORT_SPAN.days}))
        parts += [_went(kind, count) for kind, count in removed.items()]
    return Notice((*parts, Line("privacy-report-own")), (_PERIODS,))


def periods_form(settings: CommunitySettings) -> Form:
    """The form for both periods, with those that hold now."""
    gone = _box("gone", settings.gone_after)
    return Form("privacy:periods", "", "privacy-periods-title", (gone, _box("forget", settings.forget_after)))


def _went(kind: str, count: int) -> Line:
    number = "few" if count < FEWEST_IN_FIGURES else str(count)
    return Line("privacy-report-went", {"kind": kind.replace("_", "-"), "count": number})


def _box(name: str, days: int) -> Field:
    label, hint = f"privacy-periods-{name}", f"privacy-periods-{name}-hint"
    return Field(name, label, hint, _MOST_DIGITS, "line", str(days))
