"""When a meeting is announced, which changes people are told of, and for how long answers are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import TypeAdapter

from bot.meetings.rules import Meeting

#: Of a series, what is further away than this is announced when it comes nearer.
AHEAD = timedelta(days=100)
#: For so long after a meeting it is kept who said what.
KEPT = timedelta(days=30)
#: As many names as fit into one of three lists, beside the others.
MOST_NAMES = 40
_BETWEEN = "."


class Reply(StrEnum):
    """What somebody says who is asked whether she comes."""

    COMING = "coming"
    MAYBE = "maybe"
    NOT = "not coming"


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands with a meeting."""

    meeting: Meeting
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Announcement:
    """The announcement of a meeting, and what people know of it.

    `key` is that of its delivery. It is not out before `promised`, nor there before it has a `message`.
    `told` is what everyone was told last, `written` what was last said to those who mean to come; `was` is
    what stood there before the meeting was moved. `number` is how many changes were told.
    """

    stand: Stand
    key: str
    promised: bool = False
    over: bool = False
    channel: int = 0
    message: int = 0
    told: Stand | None = None
    written: Stand | None = None
    was: Meeting | None = None
    number: int = 0

    @property
    def meeting(self) -> Meeting:
        """The meeting, as it is now."""
        return self.stand.meeting

    @property
    def change_key(self) -> str:
        """The key of the one message that waits to tell of a change: a further change replaces it."""
        return f"{self.key}{_BETWEEN}{self.number}"

    def is_open(self, now: datetime) -> bool:
        """Whether people can still say that they come."""
        return not self.stand.cancelled and self.meeting.ends_at > now

    def to_tell(self, now: datetime) -> bool:
        """Whether everyone has to be told of a change; before it is announced nobody knows of the meeting."""
        return (
            self.message != 0 and not _is_past(self.told, self.stand, now) and differs(self.told, self.stand)
        )

    def to_write(self, now: datetime) -> bool:
        """Whether those who mean to come have to be told of it."""
        past = _is_past(self.written, self.stand, now)
        return self.message != 0 and not past and differs(self.written, self.stand)

    def arrived(self, channel: int, message: int, stand: Stand) -> Announcement:
        """The announcement is there, and says `stand`."""
        return replace(self, channel=channel, message=message, told=stand, written=stand)

    def changed(self, after: Meeting | None, now: datetime) -> Announcement:
        """It is different from now on, or cancelled (None)."""
        if after is None:
            return replace(self, stand=replace(self.stand, cancelled=True))
        known = self.meeting if self.told is None else self.told.meeting
        was = known if self.message and known.starts_at != after.starts_at else self.was
        if was is not None and was.starts_at == after.starts_at:
            was = None
        return replace(self, stand=Stand(after), was=was, over=after.ends_at <= now)


def announced_at(meeting: Meeting, now: datetime) -> datetime:
    """When a meeting is announced: at once, but what is far away in a series AHEAD of its beginning."""
    return max(now, meeting.starts_at - AHEAD) if meeting.series else now


def differs(known: Stand | None, stand: Stand) -> bool:
    """Whether it is so different from what people know that they are told: time, place, cancelled."""
    if known is None:
        return False
    before, after = known.meeting, stand.meeting
    if known.cancelled != stand.cancelled:
        return True
    return not stand.cancelled and (before.starts_at, before.place) != (after.starts_at, after.place)


def _is_past(known: Stand | None, stand: Stand, now: datetime) -> bool:
    ends = [each.meeting.ends_at for each in (known, stand) if each is not None]
    return max(ends) <= now


def key_in(token: str) -> str:
    """The announcement's key in a button's token: those of a message about a change have more behind it."""
    return token.partition(_BETWEEN)[0]


def next_open(announcements: Iterable[Announcement], now: datetime) -> Announcement | None:
    """The next meeting that is announced and not cancelled; one that has begun only if none is to come."""
    those = [each for each in announcements if each.message and each.is_open(now)]

    def order(each: Announcement) -> tuple[bool, datetime, str]:
        return each.meeting.starts_at <= now, each.meeting.starts_at, each.key

    return min(those, key=order, default=None)


def in_order(names: Mapping[str, str]) -> list[str]:
    """Ids in the order of their names; those whose name is not known come last."""
    return sorted(names, key=lambda each: (not names[each], names[each].casefold(), each))


def written_down(stand: Stand) -> str:
    """A stand as text, for `read_back`."""
    return _STAND.dump_json(stand).decode()


def read_back(text: str) -> Stand:
    """The stand that was written down."""
    return _STAND.validate_json(text)


_STAND = TypeAdapter(Stand)


def readable(said: Sequence[tuple[Meeting, Reply]]) -> dict[str, object]:
    """What a member said about meetings, as she can read it; nothing if she said nothing."""
    replies = [
        {
            "meeting": meeting.title,
            "meeting_starts": meeting.starts_at.isoformat(),
            "meeting_reply": str(reply),
        }
        for meeting, reply in said
    ]
    return {"meeting_replies": replies} if replies else {}
