"""The record of one meeting, from its draft to what is posted, and each thing that can become of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from bot.agenda.rules import Item
from bot.core.errors import Refused
from bot.meetings.rules import Meeting
from bot.sittings.rules import Sitting

#: In characters. Both boxes of one part fit into one message, each mark with one more before it.
LONGEST = 1_200
LONGEST_WHO, LONGEST_WHAT, LONGEST_UNTIL = 60, 200, 40
MOST_ACTIONS = 20
#: The record is promised within so many working days, and facilitators are reminded after so many.
DUE_AFTER, REMINDED_AFTER = 2, 1
_BETWEEN = "."


class Box(StrEnum):
    """What is written by hand."""

    DECIDED = "decided"
    WHY = "why"
    CHANGED = "changed"
    STOPPED = "stopped"
    MIND = "mind"
    ROOMS = "rooms"
    PREPARE = "prepare"


class Part(StrEnum):
    """What is written in one form."""

    DECIDED = "decided"
    EXPERIENCE = "experience"
    MIND = "mind"
    KNOWLEDGE = "knowledge"


#: The boxes of each form.
BOXES: Mapping[Part, tuple[Box, ...]] = MappingProxyType(
    {
        Part.DECIDED: (Box.DECIDED, Box.WHY),
        Part.EXPERIENCE: (Box.CHANGED, Box.STOPPED),
        Part.MIND: (Box.MIND, Box.ROOMS),
        Part.KNOWLEDGE: (Box.PREPARE,),
    }
)


class Knowledge(StrEnum):
    """What kind of knowledge a meeting went by."""

    RESEARCH = "research"
    CLINICAL = "clinical"
    LIVED = "lived"
    LOCAL = "local"
    SYSTEM = "system"


class Stage(StrEnum):
    """How far a record is: it can be finished, its meeting goes on after all, or everybody can read it."""

    OPEN = "open"
    WAITS = "waits"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class Action:
    """Who does what, and until when: all as it was typed."""

    id: str
    who: str
    what: str
    until: str


@dataclass(frozen=True, slots=True)
class Content:
    """What people wrote. A box that is not in `words` is empty."""

    words: Mapping[Box, str] = field(default_factory=dict)
    knowledge: tuple[Knowledge, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the bot holds: the agenda, the next meeting, and by their cards the questions, not their words."""

    items: tuple[Item, ...] = ()
    next: Meeting | None = None
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posted:
    """What everybody can read, and where; there is no `message` before it has arrived.

    `lost` is how often it was deleted there by hand, so that it had to be posted anew.
    """

    content: Content
    facts: Facts
    changed_on: date | None = None
    channel: int = 0
    message: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The record of a sitting, which has the same id. All messages about it have `key` in their tokens.

    `versions` says how often each part was saved, `version` how often anything was. `offer` is a
    random word of the last offer to finish it; that is in `channel`, as `message`, 0 before it has arrived.
    """

    id: str
    community: int
    key: str
    meeting: str
    title: str
    zone: str
    began_at: datetime
    ended_at: datetime
    stage: Stage = Stage.OPEN
    content: Content = Content()
    versions: Mapping[Part, int] = field(default_factory=dict)
    version: int = 0
    offer: str = ""
    channel: int = 0
    message: int = 0
    posted: Posted | None = None

    @property
    def offer_key(self) -> str:
        """The key of the last offer's delivery."""
        return token_of(self.key, self.offer)

    @property
    def post_key(self) -> str:
        """The key of the delivery that shows it to everybody: another one each time it is posted anew."""
        lost = 0 if self.posted is None else self.posted.lost
        return f"{self.key}{_BETWEEN}p{lost or ''}"

    @property
    def reminder_key(self) -> str:
        """The key of the one reminder."""
        return f"{self.key}{_BETWEEN}r"

    @property
    def trouble_key(self) -> str:
        """The key of the one note that it could not be posted."""
        return f"{self.key}{_BETWEEN}t"


def key_in(token: str) -> str:
    """The record's key in a button's token: there may be more behind it."""
    return token.partition(_BETWEEN)[0]


def token_of(key: str, *more: str | int) -> str:
    """A button's token: a record's key, with more behind it."""
    return _BETWEEN.join((key, *map(str, more)))


def begun(key: str, sitting: Sitting, ended_at: datetime) -> Record:
    """The record of a sitting that has ended."""
    return Record(
        sitting.id,
        sitting.community,
        key,
        sitting.meeting,
        sitting.title,
        sitting.zone,
        sitting.began_at,
        ended_at,
    )


def offered(record: Record, ended_at: datetime, channel: int, offer: str) -> Record:
    """Its meeting has ended, perhaps once more: there is a new offer to finish it, with a random word."""
    return replace(
        record,
        stage=Stage.OPEN,
        ended_at=ended_at,
        offer=offer,
        channel=channel,
        message=0,
    )


def goes_on(record: Record) -> Record:
    """Its meeting was ended by mistake: it cannot be finished yet. What was written stays."""
    return record if record.stage is Stage.POSTED else replace(record, stage=Stage.WAITS)


def saved(record: Record, part: Part, version: int, written: Content) -> Record | None:
    """The record with what was `written` in one part, if that part is as it was when its form opened.

    `version` is that of the part then. None if somebody else has saved something else there meanwhile.
    """
    words = {**record.content.words, **{box: written.words.get(box, "") for box in BOXES[part]}}
    known = written.knowledge if part is Part.KNOWLEDGE else record.content.knowledge
    content = replace(record.content, words={box: text for box, text in words.items() if text})
    content = replace(content, knowledge=known)
    if content == record.content:
        return record
    now = record.versions.get(part, 0)
    if version != now:
        return None
    return replace(
        record,
        content=content,
        versions={**record.versions, part: now + 1},
        version=record.version + 1,
    )


def with_action(record: Record, action: Action) -> Record:
    """One action more; the same once more is once. Raises Refused if there are as many as there can be."""
    what = (action.who, action.what, action.until)
    if what in [(each.who, each.what, each.until) for each in record.content.actions]:
        return record
    if len(record.content.actions) >= MOST_ACTIONS:
        raise Refused("error-record-actions", most=MOST_ACTIONS)
    return _acting(record, (*record.content.actions, action))


def without_action(record: Record, id_: str) -> Record:
    """One action less; one that is gone already is gone."""
    left = tuple(each for each in record.content.actions if each.id != id_)
    return record if left == record.content.actions else _acting(record, left)


def as_posted(record: Record, facts: Facts, today: date) -> Record:
    """Everybody can read it as it is now; if they could before, it says since when it is different."""
    before = record.posted
    if before is None:
        posted = Posted(record.content, facts)
    else:
        posted = replace(before, content=record.content, facts=facts, changed_on=today)
    return replace(record, stage=Stage.POSTED, posted=posted)


def without_cards(record: Record, cards: Collection[str]) -> Record:
    """The same, and what everybody can read does not repeat the questions with these cards any more."""
    posted = record.posted
    if posted is None:
        return record
    left = tuple(each for each in posted.facts.cards if each not in cards)
    return replace(record, posted=replace(posted, facts=replace(posted.facts, cards=left)))


def lost(record: Record) -> Record:
    """What everybody could read was deleted where it was."""
    posted = record.posted
    if posted is None:
        return record
    return replace(record, posted=replace(posted, message=0, lost=posted.lost + 1))


def _acting(record: Record, actions: tuple[Action, ...]) -> Record:
    content = replace(record.content, actions=actions)
    return replace(record, content=content, version=record.version + 1)
