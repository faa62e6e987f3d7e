"""What fits on a page that Discord shows: 4,000 characters, 40 parts, five rows of five buttons."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.glossary.rules.term import Term

#: Words on a page: each takes a line and a button, and a page has buttons to turn it.
WORDS_ON_A_PAGE = 8
#: Themes on a page; each has a button and nothing else.
THEMES_ON_A_PAGE = 15
#: Acronyms that can be asked about below one message.
MOST_ACRONYMS = 5
#: Meanings of one word side by side; each takes a line and a button.
MOST_MEANINGS = 6
#: Words in a file to print: a file of more is for a spreadsheet.
MOST_PRINTED = 2_000
#: Characters on a page for what people wrote, as they are sent: a mark of Discord's takes two.
ROOM = 3_200
_MARKS = frozenset("\\*_~`|[<")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme by its name, and how many words it has."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of one theme: `at` is the theme's place among all, `page` counts from 0, of `of`."""

    theme: str
    at: int
    page: int
    of: int
    terms: tuple[Term, ...]


def themes(terms: Iterable[Term]) -> tuple[Theme, ...]:
    """The themes of these terms, in the order in which they first come."""
    numbers: dict[str, int] = {}
    for term in terms:
        numbers[term.theme] = numbers.get(term.theme, 0) + 1
    return tuple(Theme(name, number) for name, number in numbers.items())


def by_name(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms as a dictionary has them, accents apart."""
    return tuple(sorted(terms, key=lambda term: (_plain(term.name), term.id)))


def shelf(terms: Sequence[Term], theme: str, at: int, page: int) -> Shelf:
    """A page of a theme's terms, which are in order; a page that is not there is the nearest one."""
    of = max(1, -(-len(terms) // WORDS_ON_A_PAGE))
    page = min(max(page, 0), of - 1)
    begin = page * WORDS_ON_A_PAGE
    return Shelf(theme, at, page, of, tuple(terms[begin : begin + WORDS_ON_A_PAGE]))


def as_sent(text: str) -> int:
    """How many characters a text takes when it is sent: each mark of Discord's has one more before it."""
    return len(text) + sum(character in _MARKS for character in text)


def cut(text: str, room: int) -> str:
    """A text on one line that takes `room` characters at most as it is sent; only an odd one is shortened."""
    line = " ".join(text.split())
    if as_sent(line) <= room:
        return line
    return f"{line[: room // 2 - 1].rstrip()}…"


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
