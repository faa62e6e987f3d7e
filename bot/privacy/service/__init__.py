"""Seeing, erasing, and keeping for so long and no longer."""

from bot.privacy.service.data import Data
from bot.privacy.service.erasing import Erasing
from bot.privacy.service.keeping import Keeping
from bot.privacy.service.ports import ByAccount, Feature, Kept, Rights

__all__ = ["ByAccount", "Data", "Erasing", "Feature", "Keeping", "Kept", "Rights"]
