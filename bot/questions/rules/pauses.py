"""Pausing the asker of a question without unmasking her: her new questions go to facilitators first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.errors import Refused
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.question import AnonymousQuestion
from bot.questions.rules.windows import window_start

#: For how many days a pause can be set.
DAYS = (7, 14, 28)
_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Pause:
    """The asker of a question is paused from `begins` to `ends`; salt, handle and key are her claim's."""

    question: str
    salt: bytes
    handle: bytes
    begins: datetime
    ends: datetime
    reason: str
    key: int = 1

    def holds(self, now: datetime) -> bool:
        """Whether her questions go to facilitators first now."""
        return self.begins <= now < self.ends


def parse_days(chosen: str) -> int:
    """The length of a pause as it comes from the form; raises Refused for one that is not offered."""
    if chosen not in map(str, DAYS):
        raise Refused("error-choice")
    return int(chosen)


def pause(
    question: AnonymousQuestion,
    claims: Sequence[Claim],
    *,
    now: datetime,
    days: int,
    reason: str,
    part_of_a_day: float,
) -> Pause:
    """Pause the asker of this question, from a random time within a day: `part_of_a_day` is in [0, 1).

    Were it at once, whoever presses next could be told from the others. Raises Refused if nothing can prove
    any more who asked.
    """
    own = [claim for claim in claims if claim.question == question.id and claim.role is Role.ASKED]
    if not own:
        raise Refused("error-pause-too-late", number=question.number or 0)
    begins = window_start(now + timedelta(seconds=int(part_of_a_day * _A_DAY)))
    claim = own[0]
    return Pause(
        question.id, claim.salt, claim.handle, begins, begins + timedelta(days=days), reason, claim.key
    )


def lasting(pauses: Sequence[Pause], now: datetime) -> list[Pause]:
    """Those that have not ended, the one that ends first first: no list may show the order on the shelf."""
    return sorted((each for each in pauses if now < each.ends), key=lambda each: (each.ends, each.question))


def lifted(pauses: Sequence[Pause], question: str) -> list[Pause]:
    """All but that of the asker of the question with this id; raises Refused if there is none."""
    left = [each for each in pauses if each.question != question]
    if len(left) == len(pauses):
        raise Refused("error-no-pause")
    return left
