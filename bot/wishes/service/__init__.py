"""What people wish for: taken in, given to facilitators, answered, forgotten."""

from bot.wishes.service.asking import PROMPT, AskingWho
from bot.wishes.service.batches import BATCH, NOTE, Batches
from bot.wishes.service.deciding import DecidingItems
from bot.wishes.service.desk import Desk
from bot.wishes.service.ports import Agenda, Anonymous
from bot.wishes.service.proposing import ProposingItems
from bot.wishes.service.wishing import Wishing

__all__ = [
    "BATCH",
    "NOTE",
    "PROMPT",
    "Agenda",
    "Anonymous",
    "AskingWho",
    "Batches",
    "DecidingItems",
    "Desk",
    "ProposingItems",
    "Wishing",
]
