"""For how long it is kept who was at a meeting, and how she reads it herself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.sittings.rules import Sitting

#: For so long after a meeting it is kept who said that she was there.
KEPT = timedelta(days=30)


def readable(sittings: Iterable[Sitting]) -> dict[str, object]:
    """At which meetings a member said that she is there, as she can read it; nothing if at none."""
    shown = [
        {"meeting": sitting.title, "meeting_began": sitting.began_at.isoformat()}
        for sitting in sorted(sittings, key=lambda each: (each.began_at, each.id))
    ]
    return {"meetings_here": shown} if shown else {}
