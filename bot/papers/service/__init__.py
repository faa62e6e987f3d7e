"""The papers of meetings: they go out once, by themselves or by hand, and can be printed."""

from bot.papers.service.desk import Desk
from bot.papers.service.office import CARD, POST, Office
from bot.papers.service.ports import Agenda, Errands, MeetingWords, PapersStore
from bot.papers.service.sending import DUE, FORGET, SHOW, Sending

__all__ = [
    "CARD",
    "DUE",
    "FORGET",
    "POST",
    "SHOW",
    "Agenda",
    "Desk",
    "Errands",
    "MeetingWords",
    "Office",
    "PapersStore",
    "Sending",
]
