"""Inviting many people at once: reading what was pasted, and finding what is wrong with each row.

A row is a person: user name or mention, role group, organisation, named contact. Commas, semicolons or tabs
stand between them, as in what a spreadsheet saves or copies.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.core.errors import Refused
from bot.people.rules.choosing import LONGEST_NAME, LONGEST_ORGANISATION
from bot.people.rules.member import Member, readable_contact

#: How long an invitation stands; then it goes, and nothing of it is kept.
STANDS = timedelta(days=30)
#: At night, by UTC, what has stood for that long goes.
NIGHT_HOUR = 3
#: How many people can be invited at once.
MOST_ROWS = 300
LONGEST_PASTE = 4_000
_COLUMNS = 4

_MENTION = re.compile(r"<@!?(\d{15,20})>|(\d{15,20})")
_SEPARATORS = "\t;,"
_HEADINGS = ("name", "names", "user name", "username", "member", "person", "mention", "account", "full name")


class Fault(StrEnum):
    """Why somebody on a list cannot be invited."""

    NO_NAME = "no-name"
    NOT_FOUND = "not-found"
    SEVERAL = "several"
    NOT_ASKED = "not-asked"
    GROUP = "group"
    CONTACT = "contact"
    JOINED = "joined"
    INVITED = "invited"
    TWICE = "twice"
    LONG = "long"
    COLUMNS = "columns"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Row:
    """One person as typed: `line` is the number of the line in the list, the first is 1."""

    line: int
    name: str
    group: str = ""
    organisation: str = ""
    contact: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that cannot be: its line, the name as typed, and why."""

    line: int
    name: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who is invited, and is no member: what a facilitator put in for her, until she decides.

    `group` is a key, empty: none was given. `contact` is the id of the member who is to be her named contact.
    """

    community: int
    account: int
    group: str = ""
    organisation: str = ""
    contact: str = ""
    by: str = "a facilitator"
    until: date = date.max


def readable_invitation(invitation: Invitation, contact: Member | None) -> dict[str, object]:
    """All that was put in for somebody, as text; `contact` is who is to be her named contact."""
    return {
        "groups": [invitation.group] if invitation.group else [],
        "organisation": invitation.organisation,
        "contact": readable_contact(contact),
        "invited_by": invitation.by,
        "invited_until": invitation.until.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class Found:
    """What Discord, and the community, know about what was typed.

    `accounts` are those for each name; None: nobody could be asked. `groups` are the keys by their words,
    `contacts` the ids of members by their account, `joined` and `invited` accounts.
    """

    accounts: Mapping[str, Collection[int] | None]
    groups: Mapping[str, str]
    contacts: Mapping[int, str]
    joined: Collection[int]
    invited: Collection[int]


@dataclass(frozen=True, slots=True)
class Checked:
    """Who can be invited, and who cannot."""

    invitations: tuple[Invitation, ...]
    faulty: tuple[Faulty, ...]


def rows(text: str) -> list[Row]:
    """The people on a list; a heading and empty lines are left out. Line numbers are those of the text.

    Raises Refused for a text that cannot be read as rows.
    """
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=_separator(text))
    found: list[Row] = []
    begins = 1
    for cells in _read(reader):
        line, begins = begins, reader.line_num + 1
        values = [_seen(cell) for cell in cells]
        if not any(values) or (not found and values[0].casefold() in _HEADINGS):
            continue
        name, group, organisation, contact = [*values, *[""] * _COLUMNS][:_COLUMNS]
        extra = " ".join(values[_COLUMNS:]).strip()
        found.append(Row(line, name, group, organisation, contact, extra))
    return found


def _read(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error:
        # A quotation mark that is not closed makes one cell of all that follows.
        raise Refused("error-list-unreadable") from None


def _separator(text: str) -> str:
    """What stands between the cells: whichever of the three is there the most often, outside quotes."""
    outside = re.sub(r'"[^"]*"', "", text)
    return max(reversed(_SEPARATORS), key=outside.count)


def _seen(cell: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in cell).split())


def account_in(typed: str) -> int | None:
    """The account that a mention, or an id, names; None for what must be a name."""
    found = _MENTION.fullmatch(typed)
    number = int(found[1] or found[2]) if found else 0
    return number if 0 < number < 2**63 else None


def asked_for(listed: Sequence[Row]) -> list[str]:
    """Everything that names somebody on a list, once each, in order."""
    both = (each for row in listed[:MOST_ROWS] for each in (row.name, row.contact))
    return list(dict.fromkeys(name for name in both if name and len(name) <= LONGEST_NAME))


def check(listed: Sequence[Row], found: Found, community: int, today: date) -> Checked:
    """Go through a list. Whoever stands on it twice is invited once, by the first of the two rows."""
    good: dict[int, Invitation] = {}
    faulty: list[Faulty] = []
    for number, row in enumerate(listed):
        checked = Fault.MANY if number >= MOST_ROWS else _checked(row, found, good, community, today)
        if isinstance(checked, Fault):
            faulty.append(Faulty(row.line, row.name, checked))
        else:
            good[checked.account] = checked
    return Checked(tuple(good.values()), tuple(faulty))


def _checked(
    row: Row, found: Found, good: Collection[int], community: int, today: date
) -> Invitation | Fault:
    if (fault := _by_itself(row)) is not None:
        return fault
    account = _one(found.accounts.get(row.name, ()))
    if isinstance(account, Fault):
        return account
    # Whether she has joined already is not looked at before everything else is right: one fault is enough.
    known: tuple[tuple[Fault, Callable[[], bool]], ...] = (
        (Fault.GROUP, lambda: bool(row.group) and row.group.casefold() not in found.groups),
        (Fault.TWICE, lambda: account in good),
        (Fault.JOINED, lambda: account in found.joined),
        (Fault.INVITED, lambda: account in found.invited),
    )
    wrong = next((fault for fault, is_so in known if is_so()), None)
    if wrong is not None:
        return wrong
    contact = _contact(row, found, account)
    if isinstance(contact, Fault):
        return contact
    group = found.groups.get(row.group.casefold(), "")
    return Invitation(community, account, group, row.organisation, contact, until=today + STANDS)


def _by_itself(row: Row) -> Fault | None:
    if not row.name:
        return Fault.NO_NAME
    if max(map(len, (row.name, row.contact))) > LONGEST_NAME or len(row.organisation) > LONGEST_ORGANISATION:
        return Fault.LONG
    return Fault.COLUMNS if row.extra else None


def _one(accounts: Collection[int] | None) -> int | Fault:
    if accounts is None:
        return Fault.NOT_ASKED
    if len(accounts) > 1:
        return Fault.SEVERAL
    return next(iter(accounts), Fault.NOT_FOUND)


def _contact(row: Row, found: Found, account: int) -> str | Fault:
    """The member who is to be the named contact: somebody else, who has joined."""
    if not row.contact:
        return ""
    contact = _one(found.accounts.get(row.contact, ()))
    if isinstance(contact, Fault) or contact == account or contact not in found.contacts:
        return Fault.CONTACT
    return found.contacts[contact]
