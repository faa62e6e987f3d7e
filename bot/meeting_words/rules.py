"""Which meeting's words are shown, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.glossary.rules.term import Term
from bot.meetings.rules import LONGEST, Meeting

#: Meetings run over, and people look words up on their way home.
WELL_OVER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of a meeting that is to come, or that is on (`is_on`)."""

    meeting: Meeting
    terms: tuple[Term, ...]
    is_on: bool


def over_at(meeting: Meeting) -> datetime:
    """From when on a meeting is taken to be over."""
    return meeting.ends_at + WELL_OVER


def begun_since(now: datetime) -> datetime:
    """A meeting that began before this is over, however long it takes."""
    return now - LONGEST - WELL_OVER


def heard(
    meetings: Sequence[Meeting],
    kept: Mapping[str, Sequence[str]],
    terms: Mapping[str, Term],
    now: datetime,
) -> Heard | None:
    """The first of these meetings that has words: none that is over, the earliest first; None if none has.

    `kept` are the ids of terms by the meeting's; a term that is not among `terms` any more is left out.
    """
    for meeting in meetings:
        words = tuple(terms[id_] for id_ in kept.get(meeting.id, ()) if id_ in terms)
        if words and over_at(meeting) > now:
            return Heard(meeting, words, meeting.starts_at <= now)
    return None
