"""Texts that wait for a second press: in memory only, for a quarter of an hour."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.core.errors import Refused

KEPT = timedelta(minutes=15)
#: How many questions one account can ask in an hour, in all communities together.
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 12
_DRAFTS_KNOWN = 1_000

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Content]):
    account: int
    content: Content
    until: datetime


class Drafts(Generic[Content]):
    """What people are about to send, by a random token; only its writer gets it back."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept[Content]] = {}

    def put(self, token: str, account: int, content: Content, now: datetime) -> None:
        """Keep it for a while; what is kept too long goes."""
        self._kept = {each: kept for each, kept in self._kept.items() if kept.until > now}
        self._kept[token] = _Kept(account, content, now + KEPT)

    def get(self, token: str, account: int, now: datetime) -> Content:
        """Give it back; raises Refused if it is not there any more, or is somebody else's."""
        kept = self._kept.get(token)
        if kept is None or kept.until <= now or kept.account != account:
            raise Refused("error-draft-gone")
        return kept.content

    def drop(self, token: str) -> None:
        """Forget it."""
        self._kept.pop(token, None)

    def forget(self, account: int) -> None:
        """Forget all of one account's."""
        self._kept = {each: kept for each, kept in self._kept.items() if kept.account != account}


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
