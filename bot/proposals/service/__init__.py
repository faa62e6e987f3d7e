"""Proposals for the glossary: made, read by everybody, decided on."""

from bot.proposals.service.deciding import Deciding
from bot.proposals.service.office import Office
from bot.proposals.service.proposing import Proposing
from bot.proposals.service.telling import Telling

__all__ = ["Deciding", "Office", "Proposing", "Telling"]
