"""The page to print: all that the papers say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.agenda.rules import Item
from bot.core.printing import Block, Bullets, Heading, Paragraph, Table, page
from bot.core.wording import DEFAULT_LOCALE, Line, Words
from bot.papers.rules import Sheet
from bot.papers.text import said

_Say = Callable[[Line], str]


def to_print(sheet: Sheet, say: _Say) -> bytes:
    """An HTML page of its own; `say` puts a line into words."""
    return page(sheet.meeting.title, DEFAULT_LOCALE, tuple(_body(sheet, say)))


def _body(sheet: Sheet, say: _Say) -> Iterator[Block]:
    for line in (said.when(sheet.meeting), *_room(sheet), *said.elsewhere(sheet)):
        yield Paragraph(say(line))
    yield Heading(say(Line("papers-print-about")))
    if not sheet.items:
        yield Paragraph(say(Line("papers-about-open")))
    for number, each in enumerate(sheet.items, 1):
        yield from _item(each, number, say)
    if sheet.papers.links:
        yield Heading(say(Line("papers-print-links")))
        yield Bullets(tuple(f"{each.title}:\n{each.link}" for each in sheet.papers.links))
    yield Heading(say(Line("papers-print-good")))
    for line in said.good_to_know(sheet):
        yield Paragraph(say(line))
    if sheet.words:
        yield Heading(say(Line("papers-print-words")))
        head = (say(Line("papers-print-word")), say(Line("papers-print-plain")))
        yield Table(head, tuple((each.name, each.plain) for each in sheet.words))


def _item(item: Item, number: int, say: _Say) -> Iterator[Block]:
    yield Heading(say(Line("papers-print-item", {"number": number, "title": Words(item.title)})), level=3)
    purpose = said.PURPOSES[item.purpose]
    yield Paragraph(say(Line("papers-print-item-for", {"purpose": purpose, "minutes": item.minutes})))
    for line in said.details(item):
        yield Paragraph(say(line))


def _room(sheet: Sheet) -> Iterator[Line]:
    if sheet.meeting.place.channel is not None and sheet.room:
        yield Line("papers-print-where-room", {"room": Words(sheet.room)})
    elif sheet.meeting.place.channel is not None:
        yield Line("papers-print-where-discord")
