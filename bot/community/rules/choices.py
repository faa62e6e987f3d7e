"""What was filled in while a community is set up, as settings. Anything that cannot be is Refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from bot.community.rules.settings import CommunitySettings, Nation, Quiet, RoleGroup, Safeguarding, Side
from bot.community.rules.setup import MOST_GROUPS, added
from bot.core.errors import Refused

#: In characters. A button names a group, so its words are short.
LONGEST_GROUP, LONGEST_LINE, LONGEST_LINES = 40, 100, 600
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_NOON, _DAY, _HOUR = 12, 24, 60
#: Nobody may be disturbed more than by this; a community may choose less.
MOST = Quiet()


def with_place(settings: CommunitySettings, typed: Mapping[str, str]) -> CommunitySettings:
    """The settings with a time zone and a nation, or a country where there is no nation.

    Raises Refused for a zone that nobody knows, or a country that is not two letters.
    """
    zone = typed["zone"].strip().replace(" ", "_")
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        raise Refused("community-refused-zone") from None
    nation = next((each for each in Nation if each.name == typed["nation"]), None)
    country = typed["country"].strip().upper() or "GB"
    if nation is None or _COUNTRY.fullmatch(country) is None:
        raise Refused("community-refused-country")
    return replace(settings, zone=zone, nation=nation, country=country)


def with_quiet(
    settings: CommunitySettings, typed: Mapping[str, str], days: Sequence[str]
) -> CommunitySettings:
    """The settings with the days and hours of unasked messages, and how many at most.

    Raises Refused for what is more than Quiet's defaults: a community may only be quieter.
    """
    begin, end = parse_time(typed["begin"]), parse_time(typed["end"])
    chosen = tuple(sorted({int(day) for day in days if day.isdecimal()}))
    counts = typed["week"], typed["month"]
    if not all(count.isdecimal() for count in counts):
        raise Refused("error-choice")
    quiet = Quiet(chosen, begin, end, *map(int, counts))
    if not chosen or not set(chosen) <= set(MOST.days) or not MOST.begin <= begin < end <= MOST.end:
        raise Refused("community-refused-quiet")
    if quiet.a_week > MOST.a_week or quiet.a_month > MOST.a_month:
        raise Refused("community-refused-quiet")
    return replace(settings, quiet=quiet)


def parse_time(typed: str) -> time:
    """A time of the day as people type it ("9", "9:30", "4pm"). Raises Refused for anything else."""
    found = _TIME.fullmatch(typed.strip().lower())
    if found is None:
        raise Refused("community-refused-time")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None and not 1 <= hour <= _NOON:
        raise Refused("community-refused-time")
    hour = hour if half is None else hour % _NOON + (_NOON if half == "pm" else 0)
    if hour >= _DAY or minute >= _HOUR:
        raise Refused("community-refused-time")
    return time(hour, minute)


def with_safeguarding(settings: CommunitySettings, typed: Mapping[str, str]) -> CommunitySettings:
    """The settings with the safeguarding lead, when they are there, and who covers."""
    lead, hours, cover = (_short(typed[name], LONGEST_LINE) for name in ("lead", "hours", "cover"))
    return replace(settings, safeguarding=Safeguarding(lead, hours, cover))


def with_basis(settings: CommunitySettings, typed: Mapping[str, str]) -> CommunitySettings:
    """The settings with the organisation's words about its lawful basis."""
    return replace(settings, lawful_basis=_short(typed["basis"], LONGEST_LINES))


def with_group(
    settings: CommunitySettings, key: str, typed: Mapping[str, str], role: int | None
) -> CommunitySettings:
    """The settings with a role group reworded, or one more for an empty `key`, which is numbered then.

    Raises Refused for too many groups, for one without words, or one that is called as another.
    """
    words = _short(typed["words"], LONGEST_GROUP)
    known = settings.group(key)
    if known is None and key:
        raise Refused("error-choice")
    if known is None and len(settings.groups) >= MOST_GROUPS:
        raise Refused("community-refused-groups", most=MOST_GROUPS)
    if known is None and not words:
        raise Refused("community-refused-words")
    others = [group for group in settings.groups if group is not known]
    if role == settings.id or any(_same(group, words, role) for group in others):
        raise Refused("community-refused-same")
    side = Side(typed["side"]) if typed.get("side") in set(Side) else (known.side if known else Side.LAY)
    group = RoleGroup(key or _new_key(settings), side, words, role)
    return replace(settings, groups=added(settings.groups, group))


def _same(group: RoleGroup, words: str, role: int | None) -> bool:
    return (bool(words) and group.words.casefold() == words.casefold()) or (
        role is not None and group.role == role
    )


def _new_key(settings: CommunitySettings) -> str:
    numbers = (f"own{number}" for number in range(1, MOST_GROUPS + 2))
    return next(key for key in numbers if settings.group(key) is None)


def _short(typed: str, most: int) -> str:
    words = typed.strip()
    if len(words) > most:
        raise Refused("community-refused-long", most=most)
    return words
