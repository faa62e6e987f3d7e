"""What facilitators read of what would make it easier to come, and those who are asked who is not here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.notices import Button, Line, Notice, Words
from bot.stumbles.rules import Quarter
from bot.wishes.rules import Wish

#: Shown to everybody who says whether she comes, whatever she says, and with the next meeting: were it there
#: for those alone who cannot come, what they write would point at them, whom facilitators know by name.
EASIER = Button("wishes:easier", "wishes-button-easier")


def batch(page: Sequence[Wish], key: str) -> Notice:
    """What was written, for the facilitators' channel: no names, no days, nothing of who comes to what."""
    written = tuple(Words(each.text) for each in page)
    return Notice((Line("wishes-batch-title"), *written, Line("wishes-batch-hint")), (_listed(key),))


def forgotten(key: str) -> Notice:
    """The same message when its time is up."""
    return Notice((Line("wishes-batch-forgotten"),), (_listed(key),))


def some_wait(number: int, key: str) -> Notice:
    """So many proposed items wait; for the facilitators' channel, once a week at most."""
    return Notice((Line("wishes-some-wait", {"number": number}),), (_listed(key),))


def prompt(quarter: Quarter, token: str) -> Notice:
    """Who is not here, before a quarter; for the steering group, or for facilitators where there is none."""
    write = Button("wishes:absent", "wishes-button-absent", token, main=True)
    return Notice((Line("wishes-prompt", {"quarter": quarter.number}), Line("wishes-prompt-hint")), (write,))


def errand(quarter: Quarter) -> Line:
    """What a named contact says to somebody in the steering group without Discord."""
    return Line("wishes-prompt-errand", {"quarter": quarter.number})


def _listed(key: str) -> Button:
    return Button("wishes:list", "wishes-button-list", key)
