"""A finding, in words for a terminal."""

from __future__ import annotations

from bot.core.wording import Line, Wording
from bot.doctor.rules import Finding


def invitation(link: str, *, with_setup: bool) -> list[Line]:
    """The link for an administrator, and what it asks for."""
    if with_setup:
        return [Line("doctor-invite-setup"), Line("doctor-invite-link", {"link": link})]
    return [Line("doctor-invite"), Line("doctor-invite-link", {"link": link})]


def say(finding: Finding, wording: Wording) -> str:
    """One line: whether it is well, what it is, and what to do."""
    named = {name: wording.say(Line(id_)) for name, id_ in finding.named.items()}
    what = wording.say(Line(finding.line.id, {**finding.line.values, **named}))
    return wording.say(Line("doctor-well" if finding.is_well else "doctor-wrong", {"what": what}))
