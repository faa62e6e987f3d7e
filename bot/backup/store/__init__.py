"""Whole databases, and all of one community, as rows."""

from __future__ import annotations

from bot.backup.store.communities import CommunityRows
from bot.backup.store.copies import BackupStore

__all__ = ["BackupStore", "CommunityRows"]
