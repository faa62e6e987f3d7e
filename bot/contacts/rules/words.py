"""[I'd like a word]: with whom it is, and when it goes to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.contacts.rules.circle import Circle

#: In characters.
LONGEST_WORD = 1_000
LONGEST_HOURS = 100
#: Unseen for so many working days, it goes to whoever covers.
WORKING_DAYS = 2
#: What was seen, or done, is kept for so long.
FORGOTTEN_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody would like a word. `id` is random; `words` is what she wrote, if anything.

    `member` is who asked; for somebody who has not joined it is None, and `outsider` is her id on Discord.
    `keeper` is the member with whom it is now, None where it is with the facilitators; `keepers` are all with
    whom it was.
    """

    id: str
    community: int
    words: str
    sent_at: datetime
    member: str | None = None
    outsider: int | None = None
    keeper: str | None = None
    keepers: tuple[str, ...] = ()
    seen_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has seen it yet."""
        return self.seen_on is None


def next_keeper(circle: Circle, word: Word) -> str | None:
    """Who gets it when the one with whom it is does not see it; None: the facilitators."""
    if word.keeper is None:
        return None
    cover = circle.cover_of(word.keeper)
    if cover is None or not cover.has_discord or cover.id in (*word.keepers, word.member):
        return None
    return cover.id
