"""What is kept of somebody here, as she can read it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.notices import Notice, Words
from bot.nudges.rules.nudge import Ledger, Nudge, Undelivered


def readable(waiting: Iterable[Nudge], ledger: Ledger, kept: Iterable[Undelivered]) -> dict[str, object]:
    """Messages to her that wait, the days of those that came, and what could not reach her."""
    return {
        "messages_waiting": [
            {"kind": each.kind, "not_before": each.not_before.isoformat(), "words": _words(each.notice)}
            for each in waiting
        ],
        "sent_on": [day.isoformat() for day in sorted((*ledger.counted, *ledger.path))],
        "could_not_reach_me": [
            {"kept_on": each.kept_on.isoformat(), "words": _words(each.notice)} for each in kept
        ],
    }


def _words(notice: Notice) -> list[str]:
    """What people wrote in a message."""
    return [part.words for part in notice.parts if isinstance(part, Words)]
