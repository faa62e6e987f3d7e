"""A meeting as it is in the server's own list of events, and what can be wrong there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.happenings import Happening
from bot.meetings.rules import Meeting

#: Discord takes no event that has begun; one that begins sooner than this might have, when it gets there.
SOON = timedelta(minutes=1)
#: Discord's limit for the words that say where it is.
LONGEST_LOCATION = 100


class Trouble(StrEnum):
    """What facilitators were told about a meeting's event, and have not mended yet."""

    NONE = ""
    #: The bot lacks a permission, or Discord refused for another reason: it is tried again.
    REFUSED = "refused"
    #: Somebody deleted the event; it comes back when a facilitator says so.
    DELETED = "deleted"
    #: The voice channel is gone; the event comes back when a facilitator says where the meeting is.
    NO_CHANNEL = "no channel"


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting to come and its event; `key` is that of the delivery which carries it.

    `event` is Discord's id, 0 while none is known; then `tried` is all that may be there since the event was
    promised. `note` is the key of what facilitators were told about the `trouble`. Of one that is `cancelled`
    it is kept until its event is cancelled, too.
    """

    meeting: Meeting
    key: str
    event: int = 0
    tried: tuple[Happening, ...] = ()
    trouble: Trouble = Trouble.NONE
    note: str = ""
    cancelled: bool = False

    def can_be_listed(self, now: datetime) -> bool:
        """Whether Discord still takes an event for it."""
        return self.meeting.starts_at > now + SOON

    @property
    def is_left(self) -> bool:
        """Whether there is to be no event until a facilitator has decided."""
        return self.trouble in (Trouble.DELETED, Trouble.NO_CHANNEL)

    @property
    def may_be_there(self) -> bool:
        """Whether there is an event, or may be one."""
        return bool(self.event or self.tried)

    def arrived(self, event: int) -> Entry:
        """The event is there; if something was wrong before, it is mended."""
        return replace(self.mended(), event=event, tried=())

    def told(self, trouble: Trouble, note: str) -> Entry:
        """Facilitators are told; where they have to decide, there is no event any more."""
        told = replace(self, trouble=trouble, note=note)
        return told.without_event() if told.is_left else told

    def without_event(self) -> Entry:
        """Nothing is known of an event any more, and nothing was tried."""
        return replace(self, event=0, tried=())

    def mended(self) -> Entry:
        """What facilitators were told of holds no longer."""
        return replace(self, trouble=Trouble.NONE, note="")

    def changed(self, after: Meeting) -> Entry:
        """The meeting is different from now on; another place mends that its channel is gone."""
        elsewhere = self.trouble is Trouble.NO_CHANNEL and after.place.channel != self.meeting.place.channel
        return replace(self.mended() if elsewhere else self, meeting=after)

    def cannot_follow(self, known: Entry, now: datetime) -> bool:
        """Whether the event of `known` cannot become this one's, as the meeting begins at another time.

        Discord moves no event that has begun, and none to a time that has, or nearly.
        """
        has_begun, is_to_come = known.meeting.starts_at <= now, self.can_be_listed(now)
        moved = self.meeting.starts_at != known.meeting.starts_at
        return known.may_be_there and moved and has_begun == is_to_come

    def trying(self, happening: Happening) -> Entry:
        """This is promised from now on; while no event is known, what was promised before may be there."""
        if self.event or happening in self.tried:
            return self
        return replace(self, tried=(*self.tried, happening))


def others(entries: Iterable[Entry], meeting: str) -> tuple[int, ...]:
    """The events of other meetings: none of them is this one's."""
    return tuple(sorted(each.event for each in entries if each.event and each.meeting.id != meeting))


def with_event(entries: Iterable[Entry], event: int) -> Entry | None:
    """The meeting whose event this is, or None; one that is cancelled needs none."""
    return next((each for each in entries if each.event == event and not each.cancelled), None)


def in_channel(entries: Iterable[Entry], channel: int) -> list[Entry]:
    """The meetings in a voice channel about which nobody was told yet that it is gone; the next one first."""
    those = [each for each in entries if each.meeting.place.channel == channel and not each.cancelled]
    return in_order(each for each in those if each.trouble is not Trouble.NO_CHANNEL)


def with_note(entries: Iterable[Entry], note: str) -> list[Entry]:
    """The meetings of which a message to facilitators speaks that are not mended; the next one first."""
    return in_order(each for each in entries if each.note == note)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By the meetings' beginnings."""
    return sorted(entries, key=lambda each: (each.meeting.starts_at, each.meeting.id))
