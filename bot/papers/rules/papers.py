"""What papers hold, and how it stands with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.agenda.rules import Item, Pauses
from bot.core.errors import Refused
from bot.meetings.rules import Meeting, check_link

#: So long before the beginning people can come, and nothing is asked of them.
EARLY = timedelta(minutes=15)
#: For so long after a meeting its papers can be printed.
KEPT = timedelta(days=30)
MOST_LINKS = 10
LONGEST_TITLE = 100
LONGEST_BRING = 200
_BETWEEN = "."


class State(StrEnum):
    """How it stands with the papers of a meeting."""

    WAITING = "waiting"
    #: A facilitator said that they are not to go.
    HELD = "held"
    #: All was paused when they were due.
    MISSED = "missed"
    #: They are on their way.
    PROMISED = "promised"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Link:
    """A paper elsewhere; `title` is what a facilitator typed, `link` begins with https://."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one meeting; `key` is in the tokens of all messages about them.

    They go at `due` by themselves; None where no time is left for that. `message` is 0 before they are
    there. `number` counts the cards that facilitators were shown: the last is the one that counts. `lost`
    is how often the message was deleted by hand, so that it had to be posted anew.
    """

    meeting: Meeting
    key: str
    state: State = State.WAITING
    due: datetime | None = None
    links: tuple[Link, ...] = ()
    bring: str = ""
    channel: int = 0
    message: int = 0
    number: int = 0
    card_channel: int = 0
    card_message: int = 0
    lost: int = 0

    @property
    def post_key(self) -> str:
        """The key of the message to everybody: another one each time it is posted anew."""
        return f"{self.key}{_BETWEEN}p{self.lost}" if self.lost else self.key

    @property
    def card_key(self) -> str:
        """The key of the card that facilitators have."""
        return f"{self.key}{_BETWEEN}{self.number}"

    @property
    def has_gone(self) -> bool:
        """Whether they have been sent, or are on their way."""
        return self.state in (State.PROMISED, State.SENT)

    def with_link(self, link: Link) -> Papers:
        """One more paper; raises Refused where there are as many as there can be, or it is there already."""
        if len(self.links) >= MOST_LINKS:
            raise Refused("error-papers-many", most=MOST_LINKS)
        if link in self.links:
            raise Refused("error-papers-twice")
        return replace(self, links=(*self.links, link))

    def without_link(self, number: int) -> Papers:
        """Without the paper at this place, from 0; raises Refused if there is none."""
        if not 0 <= number < len(self.links):
            raise Refused("error-papers-none")
        return replace(self, links=self.links[:number] + self.links[number + 1 :])

    def posted_anew(self) -> Papers:
        """The message was deleted: it is on its way once more."""
        return replace(self, state=State.PROMISED, channel=0, message=0, lost=self.lost + 1)

    def another_card(self) -> Papers:
        """Facilitators are shown a new card."""
        return replace(self, number=self.number + 1, card_channel=0, card_message=0)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that people will hear, and its plain meaning."""

    name: str
    plain: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the papers say, at one moment; `days` are left, on the calendar where the meeting is.

    `room` is what its voice channel is called, if it has one and the name is known.
    """

    papers: Papers
    items: tuple[Item, ...]
    words: tuple[Word, ...]
    days: int
    room: str = ""
    pauses: Pauses = field(default_factory=Pauses)

    @property
    def meeting(self) -> Meeting:
        """The meeting that they are for."""
        return self.papers.meeting


def days_left(meeting: Meeting, now: datetime) -> int:
    """How many nights there are before a meeting, on the clock where it is."""
    return max(0, (meeting.local.date() - now.astimezone(ZoneInfo(meeting.zone)).date()).days)


def key_in(token: str) -> str:
    """The papers' key in a button's token: those of a card have its number behind it."""
    return token.partition(_BETWEEN)[0]


def read_link(title: str, link: str) -> Link:
    """A paper as it was typed; raises Refused for no title, one too long, or what is no https link."""
    words = " ".join(title.split())
    if not words:
        raise Refused("error-papers-title")
    if len(words) > LONGEST_TITLE:
        raise Refused("error-papers-title-long", length=len(words), most=LONGEST_TITLE)
    return Link(words, check_link(link.strip()))


def check_bring(typed: str) -> str:
    """What people are to bring, on one line; empty for nothing. Raises Refused if it is too long."""
    words = " ".join(typed.split())
    if len(words) > LONGEST_BRING:
        raise Refused("error-papers-bring-long", length=len(words), most=LONGEST_BRING)
    return words
