"""A finding, in words for a terminal."""

from __future__ import annotations

from bot.core.wording import Line, Wording
from bot.doctor.rules import Finding


def say(finding: Finding, wording: Wording) -> str:
    """One line: whether it is well, what it is, and what to do."""
    named = {name: wording.say(Line(id_)) for name, id_ in finding.named.items()}
    what = wording.say(Line(finding.line.id, {**finding.line.values, **named}))
    return wording.say(Line("doctor-well" if finding.is_well else "doctor-wrong", {"what": what}))
