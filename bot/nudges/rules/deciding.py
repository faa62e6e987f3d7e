"""What becomes of a message when its time has come, or when it is about to go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from bot.community.rules import CommunitySettings
from bot.nudges.rules.days import bank_holidays
from bot.nudges.rules.nudge import Budget, Ledger, Nudge, receiver
from bot.nudges.rules.timing import next_time
from bot.people.rules import Member, is_paused

_FOR_EVER = datetime.max.replace(tzinfo=UTC)


class Action(Enum):
    """What is done with a message now."""

    SEND = auto()
    #: Her named contact has it to print or to say.
    ERRAND = auto()
    #: It is looked at again at `when`.
    WAIT = auto()
    #: Nobody is to have it: she left, or it fell into a pause.
    FORGET = auto()
    #: There was no room for it before its end.
    DROP = auto()


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done, and for WAIT, when it is looked at again at the earliest."""

    action: Action
    when: datetime | None = None


def decide(
    nudge: Nudge, member: Member | None, settings: CommunitySettings, ledger: Ledger, now: datetime
) -> Decision:
    """What becomes of a message now. `member` is who is to have it, None if she is not there any more."""
    if member is None or member.left_on is not None:
        return Decision(Action.FORGET)
    if now < nudge.not_before:
        return Decision(Action.WAIT, nudge.not_before)
    is_asked = nudge.budget is Budget.ASKED
    if settings.pause is not None and not is_asked:
        return Decision(Action.FORGET)
    if is_paused(member, now) and not is_asked:
        return _in_her_pause(nudge, member)
    if not member.has_discord:
        is_late = nudge.until is not None and now > nudge.until
        return Decision(Action.DROP if is_late else Action.ERRAND)
    return _by_the_clock(nudge, member, settings, ledger, now)


def in_order(nudges: Iterable[Nudge]) -> list[Nudge]:
    """Whichever has to go the soonest comes first, so that as many as can go do."""
    return sorted(nudges, key=lambda each: (each.until or _FOR_EVER, each.not_before, each.key))


def _in_her_pause(nudge: Nudge, member: Member) -> Decision:
    end = None if member.pause is None else member.pause.until
    if end is None or (nudge.until is not None and end > nudge.until):
        return Decision(Action.FORGET)
    return Decision(Action.WAIT, end)


def _by_the_clock(
    nudge: Nudge, member: Member, settings: CommunitySettings, ledger: Ledger, now: datetime
) -> Decision:
    to = receiver(member, settings)
    is_holiday = bank_holidays(settings.nation, settings.country)
    when = next_time(nudge, to, settings.quiet, is_holiday, ledger=ledger, now=now)
    if when is None:
        return Decision(Action.DROP)
    return Decision(Action.SEND) if when <= now else Decision(Action.WAIT, when)
