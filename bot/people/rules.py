"""What is kept of somebody who has joined, and how often Discord is asked about one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

#: One member is looked up each time. All are looked up in turn, slowly: Discord is asked for each of them.
CHECK_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who has joined a community.

    `id` is random and the member's own; `roles` are Discord's, as last fetched; `checked_at` is when
    Discord was last asked, whether or not it answered, or told us with a press: to the second.
    """

    id: str
    community: int
    account: int
    joined_on: date
    roles: frozenset[int]
    checked_at: datetime


def newcomer(id_: str, community: int, account: int, roles: frozenset[int], now: datetime) -> Member:
    """Somebody who joins now."""
    return Member(id_, community, account, now.date(), roles, now.replace(microsecond=0))


def checked(member: Member, now: datetime, roles: frozenset[int] | None = None) -> Member:
    """The member, looked up now, with these roles; None leaves them as they are."""
    known = member.roles if roles is None else roles
    return replace(member, roles=known, checked_at=now.replace(microsecond=0))


def readable(member: Member) -> dict[str, str | list[str]]:
    """All that is kept of a member, as text: other programs would round ids that are numbers."""
    return {
        "id": member.id,
        "community": str(member.community),
        "account": str(member.account),
        "joined_on": member.joined_on.isoformat(),
        "roles": [str(role) for role in sorted(member.roles)],
        "checked_at": member.checked_at.isoformat(),
    }
