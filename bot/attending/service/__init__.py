"""Announcing meetings, telling of changes once, and keeping who comes."""

from bot.attending.service.announcing import CHANGE, POST, Announcing
from bot.attending.service.replying import Replying

__all__ = ["CHANGE", "POST", "Announcing", "Replying"]
