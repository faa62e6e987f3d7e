"""What is kept of somebody here, as she can read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.contacts.rules.circle import Supporter
from bot.contacts.rules.errands import Attendance, Errand
from bot.contacts.rules.words import Word


def readable(
    supporter: Supporter | None, words: Iterable[Word], errands: Iterable[Errand], how: Attendance | None
) -> dict[str, object]:
    """All that is kept of one member; `words` and `errands` are hers."""
    kept: dict[str, object] = {
        "words": readable_words(words),
        "to_print_or_say": [_errand(each) for each in errands],
        "takes_part": "" if how is None else how.value,
    }
    if supporter is None:
        return kept
    about = {"reads_messages": supporter.hours, "has_cover": supporter.cover is not None}
    return {"is_contact": True, **about, **kept}


def readable_words(words: Iterable[Word]) -> list[dict[str, str]]:
    """The words that somebody sent."""
    return [
        {"words": each.words, "sent": each.sent_at.isoformat(), "seen": _iso(each.seen_on)} for each in words
    ]


def _errand(errand: Errand) -> dict[str, object]:
    said = [str(getattr(value, "words", value)) for value in errand.line.values.values()]
    return {
        "kind": errand.kind.value,
        "due": errand.due.isoformat(),
        "done": _iso(errand.done_on),
        "said": said,
    }


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
