"""What goes out: one message to everybody."""

from __future__ import annotations

from collections.abc import Iterator

from bot.agenda.rules import Item
from bot.core.notices import Attached, Button, Line, Notice, Words
from bot.papers.rules import Fitting, Sheet, fitting
from bot.papers.text import said

_FILE = "papers.html"


def message(sheet: Sheet) -> Notice:
    """The papers, as much of them as fits."""
    key = sheet.papers.post_key
    buttons = (
        Button("glossary:look", "papers-button-word", main=True),
        Button("papers:print", "papers-button-print", key),
        Button("meetings:calendar", "meeting-button-calendar", key),
    )
    return Notice(tuple(_parts(sheet, fitting(sheet))), buttons)


def printed(content: bytes) -> Notice:
    """The page to print."""
    return Notice((Line("papers-printed"),), files=(Attached(_FILE, content),))


def _parts(sheet: Sheet, fits: Fitting) -> Iterator[Line | Words]:
    meeting, papers = sheet.meeting, sheet.papers
    yield Line("papers-title", {"days": sheet.days, "title": Words(meeting.title)})
    yield said.when(meeting)
    if meeting.place.channel is not None:
        yield Line("papers-where-voice", {"channel": str(meeting.place.channel)})
    yield from said.elsewhere(sheet)
    yield Line("papers-heading-about" if sheet.items else "papers-about-open")
    for number, each in enumerate(sheet.items[: fits.items], 1):
        yield _item(each, number)
        if number <= fits.details:
            yield from said.details(each)
    if fits.links:
        yield Line("papers-heading-links")
        yield Words("\n".join(f"{each.title}: {each.link}" for each in papers.links[: fits.links]))
    if fits.words:
        yield Line("papers-heading-words")
        yield Words("\n".join(f"{each.name}: {each.plain}" for each in sheet.words[: fits.words]))
    yield from said.good_to_know(sheet)
    if not fits.is_all:
        yield Line("papers-more")


def _item(item: Item, number: int) -> Line:
    purpose, title = said.PURPOSES[item.purpose], Words(item.title)
    return Line(
        "papers-item", {"number": number, "title": title, "purpose": purpose, "minutes": item.minutes}
    )
