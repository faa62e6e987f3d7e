"""The words of a meeting, as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.notices import Attached, Button, Line, Notice, Words
from bot.glossary.rules.pages import ROOM, WORDS_ON_A_PAGE, Shelf, cut
from bot.glossary.rules.term import LONGEST_NAME
from bot.glossary.text import browsing
from bot.glossary.text.meaning import button, named
from bot.meeting_words.rules import Heard
from bot.meetings.rules import Shown, shown

_BROWSE = "meeting_words:browse"
#: For one plain meaning; its name takes some, too.
_PLAIN = ROOM // WORDS_ON_A_PAGE - LONGEST_NAME


def choice(heard: Heard) -> Button:
    """What leads to them, among the themes."""
    token, number = f"{heard.meeting.id}-0", len(heard.terms)
    if heard.is_on:
        return Button(_BROWSE, "meeting-words-button-now", token, main=True, values={"number": number})
    day = _day(heard)
    return Button(
        _BROWSE,
        "meeting-words-button-next",
        token,
        main=True,
        values={"day": day.day, "month": day.month, "number": number},
    )


def shelf(heard: Heard, page: Shelf) -> Notice:
    """A page of them, each with its plain meaning."""
    lines = [
        Line("glossary-jargon-term", {"name": named(term), "plain": Words(cut(term.plain, _PLAIN))})
        for term in page.terms
    ]
    return Notice((_title(heard, page), *lines), (*map(button, page.terms), *_turning(heard, page)))


def to_print(heard: Heard, say: Callable[[Line], str]) -> Attached:
    """A text file with all of them."""
    day = _day(heard)
    title = say(Line("meeting-words-title", {"day": day.day, "month": day.month}))
    return browsing.to_print(title, heard.terms, say)


def dropped() -> Notice:
    """A meeting has no words any more."""
    return Notice((Line("meeting-words-dropped"),))


def _turning(heard: Heard, page: Shelf) -> Iterator[Button]:
    id_ = heard.meeting.id
    if page.page > 0:
        yield Button(_BROWSE, "glossary-button-back", f"{id_}-{page.page - 1}", new_row=True)
    if page.page < page.of - 1:
        more = f"{id_}-{page.page + 1}"
        yield Button(_BROWSE, "glossary-button-more", more, main=True, new_row=page.page == 0)
    yield Button("glossary:themes", "glossary-button-themes", new_row=page.of == 1)
    yield Button("meeting_words:print", "glossary-button-print", id_)


def _title(heard: Heard, page: Shelf) -> Line:
    if heard.is_on:
        return Line("meeting-words-now", {"page": page.page + 1, "of": page.of})
    day = _day(heard)
    return Line(
        "meeting-words-next", {"day": day.day, "month": day.month, "page": page.page + 1, "of": page.of}
    )


def _day(heard: Heard) -> Shown:
    return shown(heard.meeting.starts_at, heard.meeting.zone)
