"""Anonymous questions, on Discord: what askers press, what facilitators press, what a community chooses."""

from cogs.questions.asking import AskingCog
from cogs.questions.choosing import ChoosingCog
from cogs.questions.facilitating import FacilitatingCog
from cogs.questions.saying import SayingCog

__all__ = ["AskingCog", "ChoosingCog", "FacilitatingCog", "SayingCog"]
