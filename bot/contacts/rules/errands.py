"""What a named contact does for a member without Discord, and how that member takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.notices import Line


class ErrandKind(StrEnum):
    """What there is to print or to say."""

    PAPERS = "papers"
    RECORD = "record"
    NOTHING = "nothing"
    ANSWER = "answer"
    MESSAGE = "message"
    OFFER = "offer"


class Attendance(StrEnum):
    """How a member without Discord takes part in meetings."""

    PHONE = "phone"
    PAPER = "paper"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to print, or to say, for a member without Discord, by `due`; `id` is random."""

    id: str
    community: int
    member: str
    kind: ErrandKind
    line: Line
    due: date
    done_on: date | None = None
