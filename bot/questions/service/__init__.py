"""Anonymous questions: what askers do, what facilitators do, what a community chooses, what falls due."""

from __future__ import annotations

from bot.questions.service.asking import Asking, Chosen, Draft
from bot.questions.service.choosing import Choosing
from bot.questions.service.desk import CARD, MESSAGE, NOTE, TROUBLE, Desk
from bot.questions.service.facilitating import Facilitating
from bot.questions.service.ports import NewAnswers, People, SecondLook, Server
from bot.questions.service.windows import Windows

__all__ = [
    "Asking",
    "Choosing",
    "Chosen",
    "Desk",
    "Draft",
    "Facilitating",
    "Questions",
    "SecondLook",
    "Windows",
]


class Questions:
    """The anonymous questions of every community."""

    def __init__(
        self, desk: Desk, *, server: Server, people: People, look: SecondLook, new_answers: NewAnswers
    ) -> None:
        """`desk` holds databases, stores and keys; the rest is what else questions need to know."""
        self.asking = Asking(desk, server, people, look)
        self.facilitating = Facilitating(desk, people)
        self.choosing = Choosing(desk)
        self.windows = Windows(desk, new_answers)

    def kinds(self) -> dict[str, Windows]:
        """Whom each kind of delivery belongs to."""
        return dict.fromkeys((CARD, NOTE, TROUBLE, MESSAGE), self.windows)
