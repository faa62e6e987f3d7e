"""When a message of the bot's own accord may come into a channel: as for a member who chose nothing."""

from __future__ import annotations

from datetime import datetime

from bot.community.rules import CommunitySettings
from bot.core.notices import Notice
from bot.nudges.rules.days import bank_holidays
from bot.nudges.rules.nudge import Budget, Ledger, Nudge, Receiver, zone_of
from bot.nudges.rules.timing import next_time


def next_in_channel(settings: CommunitySettings, now: datetime) -> datetime | None:
    """The first moment, `now` at the earliest, within the community's hours; None if there is none.

    How often it comes is for whoever sends it; caps are for members.
    """
    nudge = Nudge("", settings.id, "", "", Notice(()), now, None, Budget.PATH)
    is_holiday = bank_holidays(settings.nation, settings.country)
    return next_time(nudge, Receiver(zone_of(settings)), settings.quiet, is_holiday, ledger=Ledger(), now=now)
