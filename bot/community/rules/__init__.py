"""What a community is, what it has set, and what the bot must be allowed to do."""

from bot.community.rules.community import FOR_EVENTS, FOR_SETUP, NEEDED, Community, is_facilitator, missing
from bot.community.rules.parts import Part
from bot.community.rules.pausing import LONGEST_WORDS, PastDate, check_words
from bot.community.rules.settings import (
    GROUPS,
    CommunitySettings,
    Nation,
    PauseOfAll,
    Quiet,
    RoleGroup,
    Safeguarding,
    Side,
)

__all__ = [
    "FOR_EVENTS",
    "FOR_SETUP",
    "GROUPS",
    "LONGEST_WORDS",
    "NEEDED",
    "Community",
    "CommunitySettings",
    "Nation",
    "Part",
    "PastDate",
    "PauseOfAll",
    "Quiet",
    "RoleGroup",
    "Safeguarding",
    "Side",
    "check_words",
    "is_facilitator",
    "missing",
]
