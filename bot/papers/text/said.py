"""Sentences about a meeting and its agenda that the message and the page to print share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.agenda.rules import Experience, Item, Purpose
from bot.core.notices import Words
from bot.core.wording import Line, Value
from bot.meetings.rules import Meeting, shown
from bot.papers.rules import EARLY, Sheet

PURPOSES = {Purpose.HEAR: "hear", Purpose.TALK: "talk", Purpose.DECIDE: "decide"}
_WANTED = {
    Experience.CONDITION: "condition",
    Experience.SERVICES: "services",
    Experience.CARING: "caring",
    Experience.RESEARCH: "research",
}


def when(meeting: Meeting) -> Line:
    """The date and the times of a meeting, in words."""
    until = shown(meeting.ends_at, meeting.zone).time
    return dated("papers-when", meeting.starts_at, meeting.zone, {"until": until, "zone": meeting.zone})


def dated(sentence: str, moment: datetime, zone: str, more: Mapping[str, Value] | None = None) -> Line:
    """A sentence with a moment in it, as a clock of `zone` shows it."""
    return Line(sentence, {**shown(moment, zone).values(), **(more or {})})


def elsewhere(sheet: Sheet) -> Iterator[Line]:
    """Where it is, apart from a voice channel."""
    place = sheet.meeting.place
    if place.where:
        yield Line("papers-where-words", {"where": Words(place.where)})
    if place.link:
        yield Line("papers-where-link", {"link": Words(place.link)})
    if place.channel is None and not place.where and not place.link:
        yield Line("papers-where-open")


def details(item: Item) -> Iterator[Line]:
    """What is said of an item beside its title: who speaks, what is open, what is fixed, who is wanted."""
    if item.speaker:
        yield Line("papers-speaker", {"speaker": Words(item.speaker)})
    if item.open:
        yield Line("papers-open", {"open": Words(item.open)})
    if item.fixed:
        yield Line("papers-fixed", {"fixed": Words(item.fixed)})
    for experience, who in _WANTED.items():
        if experience in item.wanted:
            yield Line("papers-wanted", {"who": who})


def good_to_know(sheet: Sheet) -> Iterator[Line]:
    """What to bring; and that people can come early, and that there is a break, if it is so."""
    if sheet.papers.bring:
        yield Line("papers-bring", {"bring": Words(sheet.papers.bring)})
    else:
        yield Line("papers-bring-nothing")
    meeting = sheet.meeting
    if sheet.pauses.early:
        yield Line("papers-early", {"early": shown(meeting.starts_at - EARLY, meeting.zone).time})
    if sheet.pauses.rest:
        yield Line("papers-rest")
