"""Near thirty people of all kinds, and what becomes of each in the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.people.rules import About, Hours, Member, PauseKind

HERE, LEILA = 900_000_000_000_000_001, 4
BEGINS = datetime(2026, 9, 1, tzinfo=UTC)
#: All is paused for five weeks, in which the clocks change.
PAUSED = (datetime(2027, 3, 8, 12, 30, tzinfo=UTC), datetime(2027, 4, 12, 12, 30, tzinfo=UTC))
#: Discord does not answer, on a morning on which much is due.
OUTAGE = (datetime(2026, 9, 9, 7, 55, tzinfo=UTC), datetime(2026, 9, 9, 9, 10, tzinfo=UTC))
IN_THE_OUTAGE = datetime(2026, 9, 9, 8, 30, tzinfo=UTC)
MEETING = datetime(2026, 11, 4, 14, tzinfo=UTC)
#: The first one for whoever came late. Their first card is due on the Saturday before the pause of all.
SECOND = datetime(2027, 4, 24, 9, 30, tzinfo=UTC)

ZONES = ("Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland")
SATURDAYS = Hours((5,), time(10), time(12))
EVENINGS = Hours((0, 1, 2, 3, 4), time(19), time(21))

#: How many there are of each kind.
KINDS = {
    "plain": 3,
    "never": 2,
    "late": 3,
    "for good": 3,
    "for good in the outage": 2,
    "a week": 2,
    "until the meeting": 2,
    "leaves and comes back": 2,
    "leaves in the outage": 1,
    "closed": 2,
    "without Discord": 2,
    "busy": 2,
    "contact": 2,
}


@dataclass(frozen=True, slots=True)
class Someone:
    """One of the forty. `joins` is None for who never does."""

    id: str
    account: int
    kind: str
    zone: str
    hours: Hours | None
    joins: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of somebody at a moment: a pause begins or is over, she leaves the server or is back."""

    at: datetime
    who: Someone
    pause: PauseKind | None = None
    left: bool = False


def cast() -> list[Someone]:
    """All of them."""
    kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
    return [_someone(number, kind) for number, kind in enumerate(kinds)]


def _someone(number: int, kind: str) -> Someone:
    # Whoever pauses in the morning of the outage lives where it is that morning.
    at_home = kind.endswith("in the outage")
    hours = None if at_home else {3: SATURDAYS, 5: EVENINGS}.get(number % 7)
    if kind == "late":
        hours = SATURDAYS
    joins = {"never": None, "late": BEGINS + timedelta(days=100)}.get(kind, BEGINS)
    zone = ZONES[0] if at_home else ZONES[number % len(ZONES)]
    return Someone(f"member{number:02}", 190_000_000_000_000_100 + number, kind, zone, hours, joins)


def name_of(who: Someone) -> str:
    """What somebody without Discord is called."""
    return f"Edith Moss {who.id[-2:]}"


def is_lay(who: Someone) -> bool:
    """Every second one is a patient or public member, but for those whom others turn to."""
    return who.account % 2 == 0 and who.kind != "contact"


def member(who: Someone, *, untroubled: bool = False) -> Member:
    """The row of somebody who joins."""
    account = None if who.kind == "without Discord" and not untroubled else who.account
    group = "lay" if is_lay(who) else "clinical"
    about = About(zone=who.zone, hours=who.hours, groups=(group,), name="" if account else name_of(who))
    return Member(who.id, HERE, account, date(2026, 9, 1), frozenset({HERE}), BEGINS, about=about)


def changes(people: list[Someone]) -> list[Change]:
    """All that happens to them after they joined."""
    found = []
    for number, who in enumerate(people):
        some_day = BEGINS + timedelta(days=20 + 7 * number, hours=11)
        match who.kind:
            case "for good":
                found.append(Change(some_day, who, PauseKind.GOOD))
            case "for good in the outage":
                found.append(Change(IN_THE_OUTAGE, who, PauseKind.GOOD))
            case "a week":
                end = some_day + timedelta(days=7)
                found += [Change(some_day, who, PauseKind.WEEK), Change(end, who)]
            case "until the meeting":
                before = MEETING - timedelta(days=30)
                found += [Change(before, who, PauseKind.MEETING), Change(MEETING, who)]
            case "leaves and comes back":
                found += [Change(some_day, who, left=True), Change(some_day + timedelta(days=25), who)]
            case "leaves in the outage":
                found.append(Change(IN_THE_OUTAGE, who, left=True))
    return found
