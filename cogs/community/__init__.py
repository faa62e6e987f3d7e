"""A community as a whole, and its settings, on Discord."""

from cogs.community.pausing import PausingCog
from cogs.community.setting_up import BuildingCog, SetupCog

__all__ = ["BuildingCog", "PausingCog", "SetupCog"]
