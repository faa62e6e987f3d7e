"""Who looks after whom, what becomes of a word, and what is done for members without Discord."""

from bot.contacts.rules.circle import Circle, Name, Supporter, in_order, is_lay, shown, suggest
from bot.contacts.rules.errands import Attendance, Errand, ErrandKind
from bot.contacts.rules.readable import readable, readable_words
from bot.contacts.rules.words import (
    FORGOTTEN_AFTER,
    LONGEST_HOURS,
    LONGEST_WORD,
    WORKING_DAYS,
    Word,
    next_keeper,
)

__all__ = [
    "FORGOTTEN_AFTER",
    "LONGEST_HOURS",
    "LONGEST_WORD",
    "WORKING_DAYS",
    "Attendance",
    "Circle",
    "Errand",
    "ErrandKind",
    "Name",
    "Supporter",
    "Word",
    "in_order",
    "is_lay",
    "next_keeper",
    "readable",
    "readable_words",
    "shown",
    "suggest",
]
