"""The next moment at which a message may come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from bot.community.rules import Quiet
from bot.nudges.rules.days import IsHoliday
from bot.nudges.rules.nudge import Budget, Ledger, Nudge, Receiver
from bot.people.rules import Hours

#: Hours that leave no day in more than a year leave none at all.
_MOST_DAYS = 400
_A_DAY = timedelta(days=1)
_PATH_A_WEEK = 1


def next_time(
    nudge: Nudge, to: Receiver, quiet: Quiet, is_holiday: IsHoliday, *, ledger: Ledger, now: datetime
) -> datetime | None:
    """The first moment, `now` at the earliest, in UTC, at which a message may come; None if there is none.

    `ledger` is what was sent before. The hours of the day are those of the clock on her wall; where
    that leaves out the minute at which they begin, they begin as much later.
    """
    earliest = max(now, nudge.not_before).astimezone(UTC)
    if nudge.budget.at_once:
        return earliest if _is_in_time(earliest, nudge) else None
    hours = to.hours or Hours(quiet.days, quiet.begin, quiet.end)
    first = earliest.astimezone(to.zone).date()
    last = _last_day(first, nudge, to)
    for day in (first + n * _A_DAY for n in range((last - first).days + 1)):
        if day.weekday() not in hours.days or is_holiday(day) or not _has_room(day, nudge, quiet, ledger):
            continue
        moment = _on(day, hours, to, earliest)
        if moment is not None:
            return moment if _is_in_time(moment, nudge) else None
    return None


def _last_day(first: date, nudge: Nudge, to: Receiver) -> date:
    last = first + _MOST_DAYS * _A_DAY
    return last if nudge.until is None else min(last, nudge.until.astimezone(to.zone).date())


def _is_in_time(moment: datetime, nudge: Nudge) -> bool:
    return nudge.until is None or moment <= nudge.until


def _on(day: date, hours: Hours, to: Receiver, earliest: datetime) -> datetime | None:
    """The first moment of a day within the hours, `earliest` at the earliest; None if there is none.

    When the clocks change, an hour of the wall comes twice or not at all: so both are tried, and looked at.
    """
    begins = [time(), hours.begin] if hours.end <= hours.begin else [hours.begin]
    opened = [datetime.combine(day, begin.replace(fold=fold), to.zone) for begin in begins for fold in (0, 1)]
    moments = sorted({earliest, *(moment.astimezone(UTC) for moment in opened)})
    return next((each for each in moments if each >= earliest and _is_open(each, day, hours, to)), None)


def _is_open(moment: datetime, day: date, hours: Hours, to: Receiver) -> bool:
    local = moment.astimezone(to.zone)
    wall = local.time()
    if hours.begin < hours.end:
        inside = hours.begin <= wall < hours.end
    else:
        # Over midnight, for somebody who works by night; or the whole day.
        inside = wall >= hours.begin or wall < hours.end
    return local.date() == day and inside


def _has_room(day: date, nudge: Nudge, quiet: Quiet, ledger: Ledger) -> bool:
    """Whether the calendar week (from Monday) and month of a day have room for one more."""
    if nudge.budget is Budget.PATH:
        return _in_week(day, ledger.path) < _PATH_A_WEEK
    in_month = sum((each.year, each.month) == (day.year, day.month) for each in ledger.counted)
    return _in_week(day, ledger.counted) < quiet.a_week and in_month < quiet.a_month


def _in_week(day: date, sent: Iterable[date]) -> int:
    return sum(each.isocalendar()[:2] == day.isocalendar()[:2] for each in sent)
