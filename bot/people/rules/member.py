"""What is kept of a member, and how often Discord is asked about one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.core.notices import Words

#: Everybody is looked up once a day.
CHECK_AFTER = timedelta(days=1)
#: Never two within this span: Discord is asked for each of them. So in a large community days are longer.
CHECK_EVERY = timedelta(minutes=10)


class PauseKind(StrEnum):
    """For how long a member wants no unasked messages."""

    WEEK = "week"
    MEETING = "meeting"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Pause:
    """A member's pause of all unasked messages. `until` is None where no day ends it."""

    kind: PauseKind
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """When unasked messages may come, in the receiver's zone; `days` are weekdays, Monday is 0."""

    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    begin: time = time(9)
    end: time = time(18)


@dataclass(frozen=True, slots=True)
class About:
    """What a member says of herself, or a named contact of her; sealed as one block.

    `name` is kept for members without Discord only; for the others Discord has it. `groups` are keys of the
    community's role groups, the main one first; empty: "I'd rather not say". `needs` are keys of what she
    needs to take part, `own_words` what she adds. `apart` are those she would rather not share a room with:
    an account, or the id of a member without Discord. `permission` is who noted, and when, that she agreed to
    be kept without an account.
    """

    name: str = ""
    groups: tuple[str, ...] = ()
    organisation: str = ""
    zone: str = ""
    hours: Hours | None = None
    needs: tuple[str, ...] = ()
    own_words: str = ""
    apart: tuple[str, ...] = ()
    permission: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who has joined a community, with or without a Discord account.

    `id` is random and the member's own; `account` is None without Discord; `roles` are Discord's, as last
    fetched; `checked_at` is when Discord was last asked, whether or not it answered, or told us with a press:
    to the second. `contact` is the id of the member who is the named contact. `left_on`: found to have left
    the server.
    """

    id: str
    community: int
    account: int | None
    joined_on: date
    roles: frozenset[int]
    checked_at: datetime
    about: About = About()
    contact: str | None = None
    pause: Pause | None = None
    left_on: date | None = None

    @property
    def has_discord(self) -> bool:
        """Whether she can be reached by a direct message at all."""
        return self.account is not None

    @property
    def main_group(self) -> str:
        """The key of the main role group; empty: she would rather not say."""
        return self.about.groups[0] if self.about.groups else ""


def newcomer(id_: str, community: int, account: int, roles: frozenset[int], now: datetime) -> Member:
    """Somebody who joins now."""
    return Member(id_, community, account, now.date(), roles, now.replace(microsecond=0))


def checked(member: Member, now: datetime, roles: frozenset[int] | None = None) -> Member:
    """The member, looked up now, with these roles; None leaves them as they are."""
    known = member.roles if roles is None else roles
    return replace(member, roles=known, checked_at=now.replace(microsecond=0))


def next_check(asked: datetime, now: datetime) -> datetime:
    """When the next member is looked up; `asked`: when the one was who waits the longest.

    A time that is still to come counts as now: the clock has been set back since.
    """
    return max(min(asked, now) + CHECK_AFTER, now + CHECK_EVERY)


def gone(member: Member, today: date) -> Member:
    """The member, found today not to be in the server any more. Found twice, the first day counts."""
    return replace(member, left_on=member.left_on or today)


def names(member: Member) -> str | Words:
    """How a member is shown in a sentence: a mention, which rings nobody, or her written name."""
    return Words(member.about.name) if member.account is None else f"<@{member.account}>"


def without(member: Member, other: Member) -> Member:
    """The member, with nothing left in what is kept of her that names the other."""
    named = {other.id, "" if other.account is None else str(other.account)}
    apart = tuple(each for each in member.about.apart if each not in named)
    contact = None if member.contact == other.id else member.contact
    return replace(member, about=replace(member.about, apart=apart), contact=contact)


def without_account(member: Member, account: int) -> Member:
    """The member, with no wish left that names this account."""
    apart = tuple(each for each in member.about.apart if each != str(account))
    return replace(member, about=replace(member.about, apart=apart))


def is_paused(member: Member, now: datetime) -> bool:
    """Whether she wants no unasked message now. A pause until the next meeting is ended by that meeting."""
    pause = member.pause
    return pause is not None and (pause.until is None or now < pause.until)


def readable(member: Member, contact: Member | None = None) -> dict[str, object]:
    """All that is kept of a member, as text: other programs would round ids that are numbers.

    `contact` is her named contact, shown by account or name.
    """
    about = member.about
    return {
        "id": member.id,
        "community": str(member.community),
        "account": "" if member.account is None else str(member.account),
        "joined_on": member.joined_on.isoformat(),
        "roles": [str(role) for role in sorted(member.roles)],
        "checked_at": member.checked_at.isoformat(),
        "name": about.name,
        "groups": list(about.groups),
        "organisation": about.organisation,
        "zone": about.zone,
        "hours": _readable_hours(about.hours),
        "needs": list(about.needs),
        "own_words": about.own_words,
        "apart": list(about.apart),
        "permission": about.permission,
        "contact": readable_contact(contact),
        "pause": _readable_pause(member.pause),
        "left_on": "" if member.left_on is None else member.left_on.isoformat(),
    }


def readable_contact(contact: Member | None) -> str:
    """A named contact, as text: an account, or a name; empty if there is none."""
    if contact is None:
        return ""
    return contact.about.name if contact.account is None else str(contact.account)


def _readable_hours(hours: Hours | None) -> str:
    if hours is None:
        return ""
    days = ",".join(str(day + 1) for day in hours.days)
    return f"days {days}, {hours.begin:%H:%M} to {hours.end:%H:%M}"


def _readable_pause(pause: Pause | None) -> str:
    if pause is None:
        return ""
    return pause.kind if pause.until is None else f"{pause.kind}, until {pause.until.isoformat()}"
