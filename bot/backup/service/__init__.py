"""Backups, what follows when one is put back, and the rotation of keys."""

from __future__ import annotations

from bot.backup.service.copies import Backups
from bot.backup.service.keys import Keys
from bot.backup.service.restored import KIND, Restored

__all__ = ["KIND", "Backups", "Keys", "Restored"]
