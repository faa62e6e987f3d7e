"""The view of a meeting that is on: the message, and what is pressed below it."""

from bot.chairing.service.chairing import Chairing
from bot.chairing.service.desk import Desk
from bot.chairing.service.ports import Agenda, ChairingStore
from bot.chairing.service.showing import BREAK, EDIT, VIEW, Edits, Showing

__all__ = ["BREAK", "EDIT", "VIEW", "Agenda", "Chairing", "ChairingStore", "Desk", "Edits", "Showing"]
