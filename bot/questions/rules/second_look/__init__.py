"""A second look before sending: does a text hold somebody's details, or give its writer away?

It finds what an honest person overlooks. It is no wall against somebody who wants to get past it.
"""

from __future__ import annotations

from bot.questions.rules.second_look.looking import Finding, Kind, look
from bot.questions.rules.second_look.numbers import is_nhs_number
from bot.questions.rules.second_look.patterns import Hints

__all__ = ["Finding", "Hints", "Kind", "is_nhs_number", "look"]
