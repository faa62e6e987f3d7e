"""What waits for a second press, as a preview does: in memory only, for a quarter of an hour."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.core.errors import Refused

KEPT = timedelta(minutes=15)

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Content]):
    account: int
    content: Content
    until: datetime
    is_in_use: bool = False


class Drafts(Generic[Content]):
    """What people are about to send, by a random token; only its writer gets it back."""

    def __init__(self, gone: str = "error-draft-gone") -> None:
        """`gone` is the sentence for whoever comes too late."""
        self._gone = gone
        self._kept: dict[str, _Kept[Content]] = {}

    def put(self, token: str, account: int, content: Content, now: datetime) -> None:
        """Keep it for a while; what is kept too long goes."""
        self._kept = {each: kept for each, kept in self._kept.items() if kept.until > now}
        self._kept[token] = _Kept(account, content, now + KEPT)

    def get(self, token: str, account: int, now: datetime) -> Content:
        """Give it back; raises Refused if it is not there any more, or is somebody else's."""
        kept = self._kept.get(token)
        if kept is None or kept.is_in_use or kept.until <= now or kept.account != account:
            raise Refused(self._gone)
        return kept.content

    @contextmanager
    def using(self, token: str, account: int, now: datetime) -> Iterator[Content]:
        """Give it back for the last time: of two presses the second finds nothing.

        Raises Refused as `get` does. If what is done with it fails, it is there again, unless it was
        forgotten meanwhile.
        """
        content, kept = self.get(token, account, now), self._kept[token]
        self._kept[token] = replace(kept, is_in_use=True)
        try:
            yield content
        # Also where the bot is being stopped, which is no Exception: whoever presses again before it goes has
        # to find it.
        except BaseException:
            if token in self._kept:
                self._kept[token] = kept
            raise
        self.drop(token)

    def drop(self, token: str) -> None:
        """Forget it."""
        self._kept.pop(token, None)

    def forget(self, account: int) -> None:
        """Forget all of one account's."""
        self._kept = {each: kept for each, kept in self._kept.items() if kept.account != account}
