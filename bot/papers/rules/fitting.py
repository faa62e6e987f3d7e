"""How much of the papers one message takes. What is left out stands on the page to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.agenda.rules import Item
from bot.glossary.rules.pages import as_sent
from bot.papers.rules.papers import Sheet

#: Of Discord's 4,000 characters for a message: what is left beside our own sentences.
_ROOM = 3_000
#: What stands round an item, round what is said of it, and round each other line, in characters.
_ROUND_ITEM, _ROUND_DETAIL, _ROUND = 60, 90, 10
#: Of Discord's 40 pieces of a message: what is left beside our own sentences and buttons.
_MOST_PIECES = 18
_Cost = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fitting:
    """How many of each fit, the first ones; of `items` the first `details` with all that is said of them."""

    items: int
    details: int
    links: int
    words: int
    is_all: bool


def fitting(sheet: Sheet) -> Fitting:
    """What fits into one message: items by their titles, then papers, then more of the items, then words."""
    place, papers = sheet.meeting.place, sheet.papers
    alone = (sheet.meeting.title, place.where, papers.bring)
    room = (_ROOM - len(place.link) - sum(map(as_sent, alone)), _MOST_PIECES)
    items, room = _fit([(as_sent(each.title) + _ROUND_ITEM, 1) for each in sheet.items], room)
    links, room = _fit([(as_sent(each.title) + len(each.link) + _ROUND, 0) for each in papers.links], room)
    details, room = _fit(list(map(_details, sheet.items[:items])), room)
    words, room = _fit([(as_sent(each.name) + as_sent(each.plain) + _ROUND, 0) for each in sheet.words], room)
    fits = (items, details, links, words)
    there = (len(sheet.items), len(sheet.items), len(papers.links), len(sheet.words))
    return Fitting(*fits, is_all=fits == there)


def _fit(costs: Sequence[_Cost], room: _Cost) -> tuple[int, _Cost]:
    """How many of these fit, the first ones, and what room is left: characters, and pieces."""
    characters, pieces = room
    for number, (long, many) in enumerate(costs):
        if long > characters or many > pieces:
            return number, (characters, pieces)
        characters, pieces = characters - long, pieces - many
    return len(costs), (characters, pieces)


def _details(item: Item) -> _Cost:
    said = [each for each in (item.speaker, item.open, item.fixed) if each]
    pieces = len(said) + len(item.wanted)
    return sum(map(as_sent, said)) + pieces * _ROUND_DETAIL, pieces
