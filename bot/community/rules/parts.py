"""What some members do for their community without being facilitators."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What somebody may do by a standing role of hers; a facilitator may do all of it."""

    CHAIR = "chair"
    EDITOR = "editor"
    NOTE_TAKER = "note-taker"
