"""When a message may come that the bot sends of its own accord, and how many of them."""

from bot.nudges.rules.channel import next_in_channel
from bot.nudges.rules.days import IsHoliday, after_working_days, bank_holidays
from bot.nudges.rules.deciding import Action, Decision, decide, in_order
from bot.nudges.rules.nudge import (
    KEPT_DAYS,
    LEDGER_DAYS,
    LOOK_AGAIN,
    Budget,
    Ledger,
    Nudge,
    Receiver,
    Undelivered,
    receiver,
    today,
)
from bot.nudges.rules.readable import readable
from bot.nudges.rules.timing import next_time

__all__ = [
    "KEPT_DAYS",
    "LEDGER_DAYS",
    "LOOK_AGAIN",
    "Action",
    "Budget",
    "Decision",
    "IsHoliday",
    "Ledger",
    "Nudge",
    "Receiver",
    "Undelivered",
    "after_working_days",
    "bank_holidays",
    "decide",
    "in_order",
    "next_in_channel",
    "next_time",
    "readable",
    "receiver",
    "today",
]
