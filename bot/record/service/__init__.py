"""The records of every community."""

from __future__ import annotations

from bot.core.alarms import Alarms
from bot.core.postman import Owner
from bot.record.service.following import Following
from bot.record.service.office import NOTE, OFFER, POST, REMINDER, Office
from bot.record.service.posting import Posting
from bot.record.service.promising import Promising
from bot.record.service.reading import Reading
from bot.record.service.writing import Writing

__all__ = ["Following", "Office", "Posting", "Promising", "Reading", "Records", "Writing"]


class Records:
    """Drafting, finishing, posting, reading."""

    def __init__(self, office: Office, anonymous: Alarms) -> None:
        """`office` holds the neighbours, the store and the clock; `anonymous` goes by questions."""
        self.promising = Promising(office)
        self.writing = Writing(office)
        self.posting = Posting(office, self.promising)
        self.reading = Reading(office, self.promising)
        self.following = Following(office, self.promising, anonymous)

    def kinds(self) -> dict[str, Owner]:
        """Whom each kind of delivery belongs to."""
        return dict.fromkeys((OFFER, POST, REMINDER, NOTE), self.promising)
