"""What a group stumbles over: gathered in memory, counted by night, told once when a quarter is over."""

from bot.stumbles.service.gathering import Gathering
from bot.stumbles.service.ports import Desk
from bot.stumbles.service.quarters import MESSAGE, Quarters
from bot.stumbles.service.stumbles import Stumbles

__all__ = ["MESSAGE", "Desk", "Gathering", "Quarters", "Stumbles"]
