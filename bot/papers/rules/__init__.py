"""What papers hold, when they go out, and how much of them one message takes."""

from bot.papers.rules.fitting import Fitting, fitting
from bot.papers.rules.papers import (
    EARLY,
    KEPT,
    LONGEST_BRING,
    LONGEST_TITLE,
    MOST_LINKS,
    Link,
    Papers,
    Sheet,
    State,
    Word,
    check_bring,
    days_left,
    key_in,
    read_link,
)
from bot.papers.rules.timing import goes_at, late_at, shown_at

__all__ = [
    "EARLY",
    "KEPT",
    "LONGEST_BRING",
    "LONGEST_TITLE",
    "MOST_LINKS",
    "Fitting",
    "Link",
    "Papers",
    "Sheet",
    "State",
    "Word",
    "check_bring",
    "days_left",
    "fitting",
    "goes_at",
    "key_in",
    "late_at",
    "read_link",
    "shown_at",
]
