"""When papers go out, and when facilitators are shown them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.community.rules import CommunitySettings
from bot.meetings.rules import Meeting
from bot.nudges.rules import next_in_channel

AHEAD = timedelta(days=7)
#: Facilitators have at least so long to look at them; less where a meeting is planned late, but not less
#: than an hour: nothing goes out before anybody could have looked.
LOOKING, NOTICE = timedelta(days=2), timedelta(hours=1)
#: Beyond this many days no hours are looked for that are earlier still.
_MOST_EARLIER = 10


def goes_at(meeting: Meeting, settings: CommunitySettings, now: datetime) -> datetime | None:
    """When its papers go, in UTC: a week ahead, or later at the next hour that fits.

    None where no such hour is left before it begins: then they go by hand only.
    """
    return _before(meeting, next_in_channel(settings, max(meeting.starts_at - AHEAD, now + NOTICE)))


def late_at(meeting: Meeting, settings: CommunitySettings, now: datetime) -> datetime | None:
    """When papers go that are due: now, if that is within the hours, else later; None as for `goes_at`."""
    return _before(meeting, next_in_channel(settings, now))


def shown_at(due: datetime | None, settings: CommunitySettings, now: datetime) -> datetime:
    """When facilitators are shown them: within the hours, two days before they go or a little more.

    At once where that has passed, or where the papers do not go by themselves.
    """
    if due is None:
        return now
    for earlier in range(_MOST_EARLIER):
        shown = next_in_channel(settings, max(due - LOOKING - earlier * timedelta(days=1), now))
        if shown is not None and shown <= max(due - LOOKING, now):
            return shown
        if due - LOOKING - earlier * timedelta(days=1) <= now:
            break
    return now


def _before(meeting: Meeting, moment: datetime | None) -> datetime | None:
    return moment if moment is not None and moment < meeting.starts_at else None
