"""How often somebody asks: counted in memory only, so that no file tells."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from bot.core.errors import Refused

#: Fewer people who can ask than this make a crowd too small to hide in.
SMALL_CROWD = 8
#: How much one account can ask or say in an hour, in all communities together.
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 12
_DRAFTS_KNOWN = 1_000


class Limits:
    """How often each account has asked in the last hour; in memory, so that no file tells."""

    def __init__(self) -> None:
        self._asked: dict[int, deque[datetime]] = {}
        self._drafts: deque[str] = deque(maxlen=_DRAFTS_KNOWN)

    def check(self, account: int, now: datetime) -> None:
        """Raise Refused if it has asked too often."""
        recent = self._recent(account, now)
        if len(recent) >= MOST_AN_HOUR:
            again = int((recent[0] + AN_HOUR).timestamp())
            raise Refused("error-too-many", most=MOST_AN_HOUR, at=f"<t:{again}:t>")

    def count(self, account: int, draft: str, now: datetime) -> None:
        """Count one, sent with this form."""
        self._recent(account, now).append(now)
        self._drafts.append(draft)

    def has_counted(self, draft: str) -> bool:
        """Whether a form was counted lately: also while a window is taking it from one table to another."""
        return draft in self._drafts

    def _recent(self, account: int, now: datetime) -> deque[datetime]:
        recent = self._asked.setdefault(account, deque())
        while recent and now - recent[0] >= AN_HOUR:
            recent.popleft()
        return recent
