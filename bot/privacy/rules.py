"""What is kept about somebody, as rows to read; when it goes; what may be said about what went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.people.rules import Member

#: When what is old is removed, in the community's own time: nobody waits for the bot then.
NIGHT = time(3)
#: How often it is looked whether a community has a night to come: it may have been set up since.
ROUND_EVERY = timedelta(days=1)
#: An erasure that was interrupted is taken up again after this.
AGAIN = timedelta(minutes=1)
#: For so long it is kept how much was removed, without any name; the report is about the shorter span.
REPORT_KEPT, REPORT_SPAN = timedelta(days=365), timedelta(days=30)
#: A smaller number of things is said in words: in a small group a count of one points at somebody.
FEWEST_IN_FIGURES = 5
#: Bounds for what a community may choose, in whole days.
GONE_AFTER, FORGET_AFTER = range(1, 366), range(30, 3_651)

#: Discord shows 4,000 characters and 40 parts at most; headings, explanations and buttons need some.
ROWS_ON_A_PAGE, CHARACTERS_ON_A_PAGE = 12, 2_200
#: A longer text is cut on a page; the file has all of it.
LONGEST_VALUE = 900

#: What Discord shows by its name where it stands in a message.
_MENTIONS = {"account": "<@{}>", "apart": "<@{}>", "contact": "<@{}>", "roles": "<@&{}>"}
_ID = re.compile(r"\d{15,20}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:\d\d|Z)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One kept thing. `ours`: the value is in our words or Discord's; otherwise somebody wrote it."""

    key: str
    value: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What one feature keeps; `name` is the feature's."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of what is kept, `number` from 1 of `of`."""

    number: int
    of: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An erasure of which a part is still to be done; `account` is None where nothing is found by it.

    `member` is empty for somebody who has not joined.
    """

    key: str
    community: int
    member: str
    account: int | None


@dataclass(frozen=True, slots=True)
class Removed:
    """How many things of a kind (a feature's name, or "gone" for people who left) went in a night."""

    community: int
    day: date
    kind: str
    count: int


def is_nothing(kept: Mapping[str, Mapping[str, object]]) -> bool:
    """Whether no feature keeps anything; `kept` is what each gave, by its name."""
    return not any(section.rows for section in sections(kept))


def sections(kept: Mapping[str, Mapping[str, object]]) -> list[Section]:
    """What is kept, as rows to read; what is empty is left out."""
    made = (Section(name, tuple(_rows(values))) for name, values in kept.items())
    return [section for section in made if section.rows]


def pages(found: Sequence[Section]) -> list[Page]:
    """The rows, on pages that fit into a message; at least one page."""
    filled: list[list[tuple[str, Row]]] = [[]]
    for section in found:
        for row in section.rows:
            if not _fits(filled[-1], row):
                filled.append([])
            filled[-1].append((section.name, row))
    return [Page(at, len(filled), _sections(rows)) for at, rows in enumerate(filled, 1)]


def _fits(page: Sequence[tuple[str, Row]], row: Row) -> bool:
    length = sum(len(each.value) for _, each in page) + len(row.value)
    return not page or (len(page) < ROWS_ON_A_PAGE and length <= CHARACTERS_ON_A_PAGE)


def _sections(rows: Sequence[tuple[str, Row]]) -> tuple[Section, ...]:
    names = dict.fromkeys(name for name, _ in rows)
    return tuple(Section(name, tuple(row for of, row in rows if of == name)) for name in names)


def _rows(values: Mapping[str, object]) -> Iterator[Row]:
    for key, value in values.items():
        yield from _of(key.replace("_", "-"), value)


def _of(key: str, value: object) -> Iterator[Row]:
    if isinstance(value, Mapping):
        yield from _rows(value)
    elif isinstance(value, list | tuple | set | frozenset):
        yield from _of_many(key, list(value))
    elif value is not None and value != "":
        yield _row(key, [value])


def _of_many(key: str, values: list[object]) -> Iterator[Row]:
    nested = [value for value in values if isinstance(value, Mapping)]
    for number, value in enumerate(nested, 1):
        yield Row(key, str(number), ours=True)
        yield from _rows(value)
    simple = [value for value in values if not isinstance(value, Mapping)]
    if simple:
        yield _row(key, simple)


def _row(key: str, values: Sequence[object]) -> Row:
    shown = [_shown(key, value) for value in values]
    joined = ", ".join(text for text, _ in shown)
    short = joined if len(joined) <= LONGEST_VALUE else f"{joined[: LONGEST_VALUE - 1]}…"
    return Row(key, short, ours=all(ours for _, ours in shown))


def _shown(key: str, value: object) -> tuple[str, bool]:
    """A value as text, and whether none of it is what a person wrote."""
    text = str(value)
    if key in _MENTIONS and _ID.fullmatch(text):
        return _MENTIONS[key].format(text), True
    if _DAY.fullmatch(text):
        noon = datetime.combine(date.fromisoformat(text), time(12), UTC)
        return f"<t:{int(noon.timestamp())}:D>", True
    if _TIME.fullmatch(text):
        return f"<t:{int(datetime.fromisoformat(text).timestamp())}:f>", True
    return text, isinstance(value, int)


def next_night(now: datetime, zone: str) -> datetime:
    """The next time that it is NIGHT in a zone, later than `now`."""
    here = now.astimezone(ZoneInfo(zone))
    night = datetime.combine(here.date(), NIGHT, here.tzinfo)
    if night <= here:
        night = datetime.combine(here.date() + timedelta(days=1), NIGHT, here.tzinfo)
    return night.astimezone(UTC)


def is_to_go(member: Member, gone_after: int, today: date) -> bool:
    """Whether somebody has been away from the server for so many days that she is forgotten."""
    return member.left_on is not None and member.left_on + timedelta(days=gone_after) <= today


def totals(removed: Sequence[Removed]) -> dict[str, int]:
    """How much went, by kind, without what nothing went of."""
    kinds = sorted({each.kind for each in removed if each.count > 0})
    return {kind: sum(each.count for each in removed if each.kind == kind) for kind in kinds}
