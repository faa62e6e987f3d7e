"""The glossary: what is in it, and how a word is found."""

from bot.glossary.service.keeping import FORMS, Keeping, Taken
from bot.glossary.service.looking_up import LookingUp, Message
from bot.glossary.service.starter import read_starter

__all__ = ["FORMS", "Keeping", "LookingUp", "Message", "Taken", "read_starter"]
