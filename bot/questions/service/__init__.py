"""Anonymous questions: what askers do, what facilitators do, what a community chooses, what falls due."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.alarms import AlarmWork
from bot.core.postman import Owner
from bot.questions.kinds import Kind, Shower
from bot.questions.kinds import Owner as OwnerOfKind
from bot.questions.service.asking import Asking, Chosen, Draft
from bot.questions.service.cards import Cards
from bot.questions.service.choosing import Choosing
from bot.questions.service.desk import CARD, MESSAGE, NOTE, SHOWN, TROUBLE, Desk
from bot.questions.service.facilitating import Facilitating
from bot.questions.service.handing import HandingOver
from bot.questions.service.nights import Nights
from bot.questions.service.ports import NewAnswers, People, SecondLook, Server
from bot.questions.service.posting import Posting
from bot.questions.service.published import Published
from bot.questions.service.saying import Saying
from bot.questions.service.windows import Windows

__all__ = [
    "Asking",
    "Choosing",
    "Chosen",
    "Desk",
    "Draft",
    "Facilitating",
    "Posting",
    "Published",
    "Questions",
    "Saying",
    "SecondLook",
    "Windows",
]


class Questions:
    """The anonymous questions of every community."""

    def __init__(
        self, desk: Desk, *, server: Server, people: People, look: SecondLook, new_answers: NewAnswers
    ) -> None:
        """`desk` holds databases, stores and keys; the rest is what else questions need to know."""
        self._handing = HandingOver(desk)
        self.saying = Saying(desk, server, look, self._handing)
        self.asking = Asking(desk, server, people, look, self.saying)
        self.facilitating = Facilitating(desk, people)
        self.choosing = Choosing(desk)
        self.windows = Windows(desk, new_answers, self._handing)
        self.posting = Posting(desk)
        self.published = Published(desk)
        self._nights = Nights(desk)
        self._cards = Cards(desk)
        self.keys_needed = desk.keys_needed

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""
        return {**self.windows.works(), **self._nights.works(), **self._handing.works()}

    def hand_over_to(self, owners: Mapping[Kind, OwnerOfKind | Shower]) -> None:
        """Say which feature takes what else is said anonymously."""
        self._handing.belongs(owners)

    def kinds(self) -> dict[str, Owner]:
        """Whom each kind of delivery belongs to."""
        return dict.fromkeys((CARD, NOTE, TROUBLE, MESSAGE, SHOWN), self._cards)
