"""What is counted of the presses in a meeting, and when a little of it is shown.

A spell is one kind of press in one community, from the first press until it is over. It holds tokens in
place of people: a token says that somebody pressed already, not who. What is pressed is taken in at the next
tick of a fixed clock, so that nothing that follows from it tells the moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.questions.rules.windows import GRAIN, window_end, window_start

#: Facilitators are shown something at :00, :20 and :40 of a minute, and at no other time.
TICK = GRAIN
#: A spell is over this long after the tick that took in its last press.
QUIET = timedelta(minutes=3)
#: From so many different people on it is several.
SEVERAL = 5


class Kind(StrEnum):
    """What somebody presses."""

    LOST = "lost"
    SLOWER = "slower"


class Band(StrEnum):
    """How many people, as far as it is said."""

    SOMEONE = "someone"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Spell:
    """`counted` are the tokens that ticks have taken in, the last of them at `last`.

    `waiting` are those of presses that no tick has taken in yet, by the tick that will.
    """

    counted: frozenset[bytes] = frozenset()
    waiting: Mapping[datetime, frozenset[bytes]] = field(default_factory=dict)
    last: datetime | None = None

    @property
    def band(self) -> Band | None:
        """What may be said of those who are counted; None before the first tick."""
        if not self.counted:
            return None
        return Band.SEVERAL if len(self.counted) >= SEVERAL else Band.SOMEONE


def tick_after(now: datetime) -> datetime:
    """The tick that takes in what is pressed at `now`: later than `now`, by TICK at most."""
    return window_end(now, TICK)


def tick_of(now: datetime) -> datetime:
    """The last tick, `now` included."""
    return window_start(now, TICK)


def pressed(spell: Spell, token: bytes, now: datetime) -> Spell:
    """Somebody with this token presses; nothing that can be shown changes before the next tick."""
    tick = tick_after(now)
    together = spell.waiting.get(tick, frozenset()) | {token}
    return replace(spell, waiting={**spell.waiting, tick: together})


def ticked(spell: Spell, now: datetime, *, in_meeting: bool) -> Spell | None:
    """The spell after all ticks up to `now`; None if nothing is left of it.

    Over it is QUIET after the last press, and where no meeting is on. What waits for the next tick stays;
    ticks beyond that are of before the clock was set back, and are taken for the last one.
    """
    later = {tick: tokens for tick, tokens in spell.waiting.items() if tick == tick_after(now)}
    due = {tick: tokens for tick, tokens in spell.waiting.items() if tick not in later}
    before = () if spell.last is None else (spell.last,)
    last = max((min(tick, tick_of(now)) for tick in (*due, *before)), default=None)
    if not in_meeting or last is None or now >= last + QUIET:
        return Spell(waiting=later) if later else None
    return Spell(spell.counted.union(*due.values()), later, last)


def seen(spell: Spell) -> Spell | None:
    """What is left of a spell that a facilitator has seen: what waits, so that it is shown at its tick.

    Were it dropped, whoever presses often enough would learn on which side of their own press another was.
    """
    return Spell(waiting=spell.waiting) if spell.waiting else None
