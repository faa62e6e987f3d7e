"""What facilitators type about an item, read; and how much of an agenda fits on one page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.agenda.rules.item import Experience, Item, Purpose
from bot.core.errors import Refused
from bot.questions.rules.writing import clean, optional, shortened

LONGEST_TITLE = 80
LONGEST_SPEAKER = 60
#: What is open, and what is fixed.
LONGEST_WORDS = 200
MOST_MINUTES = 480
#: What somebody of the steering group would change.
LONGEST_CHANGE = 500
LONGEST_INVITATION = 3_500
#: The value of "no role group in particular", and how many groups fit into a choice beside it.
NO_GROUP = "none"
MOST_GROUPS = 24
_LONGEST_MINUTES = 3
#: Discord lets one message have 40 parts and 4,000 characters. These are for the items alone.
_ITEMS_ON_A_PAGE, _PARTS_ON_A_PAGE, _CHARACTERS_ON_A_PAGE = 8, 13, 2_700
#: What our own words about an item take: when and for how long, what is open and fixed, who is wanted.
_OURS, _OURS_OF_WORDS, _OURS_OF_WANTED = 110, 50, 220
#: What our own words in an invitation take, and beside each item.
_OURS_IN_INVITATION, _OURS_BESIDE = 1_150, 30
_LEAST_OF_OPEN = 20
_MARKS = frozenset("\\*_~`|[<")


@dataclass(frozen=True, slots=True)
class Draft:
    """An item before it is on the agenda, or changed; `before` is None for a new one."""

    before: Item | None
    after: Item


@dataclass(frozen=True, slots=True)
class Typed:
    """What the first form about an item has, as it was typed or chosen."""

    title: str
    minutes: str
    speaker: str
    group: str
    purpose: str


def described(item: Item, typed: Typed, groups: Collection[str]) -> Item:
    """The item with what was typed; `groups` are the keys of those there are. Raises Refused."""
    if typed.purpose not in list(Purpose) or typed.group not in (NO_GROUP, *groups):
        raise Refused("error-choice")
    return replace(
        item,
        title=read_title(typed.title),
        minutes=read_minutes(typed.minutes),
        speaker=_on_one_line(optional(typed.speaker, "item-speaker", LONGEST_SPEAKER)),
        group="" if typed.group == NO_GROUP else typed.group,
        purpose=Purpose(typed.purpose),
    )


def explained(item: Item, open_: str, fixed: str, wanted: Iterable[str]) -> Item:
    """The item with what is open, what is fixed, and which experience is wanted. Raises Refused."""
    values = set(wanted)
    if not values <= set(Experience):
        raise Refused("error-choice")
    return replace(
        item,
        open=_on_one_line(optional(open_, "item-words", LONGEST_WORDS)),
        fixed=_on_one_line(optional(fixed, "item-words", LONGEST_WORDS)),
        wanted=frozenset(map(Experience, values)),
    )


def read_title(typed: str) -> str:
    """A title on one line; raises Refused if there is nothing in it, or too much."""
    return _on_one_line(clean(typed, "item-title", LONGEST_TITLE))


def read_minutes(typed: str) -> int:
    """How many minutes, 1 to 480; raises Refused for anything else."""
    words = typed.strip()
    number = int(words) if words.isascii() and words.isdecimal() and len(words) <= _LONGEST_MINUTES else 0
    if not 1 <= number <= MOST_MINUTES:
        raise Refused("error-agenda-minutes", most=MOST_MINUTES)
    return number


def own_words(item: Item) -> dict[str, int]:
    """Which of its words a facilitator wrote in sentences, and how long each may be."""
    most = {"title": LONGEST_TITLE, "open": LONGEST_WORDS, "fixed": LONGEST_WORDS}
    return {name: length for name, length in most.items() if getattr(item, name)}


def reworded(item: Item, words: dict[str, str]) -> Item:
    """The item with other words in those places."""
    title = words.get("title", item.title)
    return replace(
        item,
        title=read_title(title),
        open=_on_one_line(words.get("open", item.open)),
        fixed=_on_one_line(words.get("fixed", item.fixed)),
    )


def pages(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """The items by pages, as many on each as one message holds; one empty page if there are none."""
    found: list[tuple[Item, ...]] = [()]
    for item in items:
        page = found[-1]
        if page and not _fits((*page, item)):
            found.append((item,))
        else:
            found[-1] = (*page, item)
    return found


def for_invitation(items: Sequence[Item]) -> list[tuple[str, str]]:
    """The title of each item with what is open of it, if anything is, so short that all of them fit."""
    titles = sum(len(each.title) + _OURS_BESIDE for each in items)
    room = (LONGEST_INVITATION - _OURS_IN_INVITATION - titles) // max(
        sum(bool(each.open) for each in items), 1
    )
    return [(each.title, shortened(each.open, max(room, _LEAST_OF_OPEN))) for each in items]


def wanted_by(items: Iterable[Item]) -> list[Experience]:
    """Which experience is wanted for any of them, in the order of the list."""
    wanted = frozenset[Experience]().union(*(each.wanted for each in items))
    return [each for each in Experience if each in wanted]


def _fits(page: Sequence[Item]) -> bool:
    parts = sum(1 + bool(each.open or each.fixed) + bool(each.wanted) for each in page)
    return (
        len(page) <= _ITEMS_ON_A_PAGE
        and parts <= _PARTS_ON_A_PAGE
        and sum(map(_size, page)) <= _CHARACTERS_ON_A_PAGE
    )


def _size(item: Item) -> int:
    texts = (item.title, item.speaker, item.open, item.fixed)
    ours = _OURS + _OURS_OF_WORDS * bool(item.open or item.fixed) + _OURS_OF_WANTED * bool(item.wanted)
    return ours + sum(len(text) + sum(letter in _MARKS for letter in text) for text in texts)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
