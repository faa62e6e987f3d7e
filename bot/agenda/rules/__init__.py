"""What can be on an agenda."""

from bot.agenda.rules.item import Experience, Item, Purpose

__all__ = ["Experience", "Item", "Purpose"]
