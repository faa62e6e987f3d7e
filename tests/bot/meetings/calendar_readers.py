"""How calendars read a file of meetings: two libraries, and the raw lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

import vobject
from icalendar import Calendar
from icalendar.timezone import TZP
from vobject.icalendar import TimezoneComponent, registerTzid

_FOLDED = re.compile(rb"\r\n[ \t]")
_ZONES = re.compile(rb"^(TZID:|DT(?:START|END);TZID=)", re.MULTILINE)
_numbers = count()


@dataclass(frozen=True)
class Entry:
    """What a calendar makes of one entry; times in UTC."""

    uid: str
    sequence: int
    status: str
    starts: datetime
    ends: datetime
    title: str
    where: str


def by_name(content: bytes) -> list[Entry]:
    """Read by icalendar, which knows the rules of the zones itself."""
    return [_entry(each, each["DTSTART"].dt, each["DTEND"].dt) for each in Calendar.from_ical(content).events]


def by_rules(content: bytes) -> list[Entry]:
    """Read by icalendar and pytz, with nothing but the rules in the file."""
    file = Calendar.from_ical(content)
    zones = {each.tz_name: each.to_tz(TZP("pytz"), lookup_tzid=False) for each in file.timezones}

    def moment(value: Any) -> datetime:
        if "TZID" not in value.params:
            return value.dt
        return zones[value.params["TZID"]].localize(value.dt.replace(tzinfo=None))

    return [_entry(each, moment(each["DTSTART"]), moment(each["DTEND"])) for each in file.events]


def by_vobject(content: bytes) -> list[Entry]:
    """Read by vobject and dateutil, with nothing but the rules in the file."""
    # vobject remembers the zones that it ever met, and knows the common ones: so each file gets its own.
    own = rb"\g<1>%d/" % next(_numbers)
    text = _ZONES.sub(own, content).decode()
    # It takes a zone for UTC if nothing else is said of the years around 2000: so it is told of each.
    for zone in getattr(vobject.readOne(text, transform=False), "vtimezone_list", []):
        registerTzid(zone.tzid.value, TimezoneComponent.gettzinfo(zone))
    file = vobject.readOne(text)
    return [
        Entry(
            each.uid.value,
            int(each.sequence.value),
            each.status.value,
            each.dtstart.value.astimezone(UTC),
            each.dtend.value.astimezone(UTC),
            each.summary.value,
            each.location.value if hasattr(each, "location") else "",
        )
        for each in file.vevent_list
    ]


def lines(content: bytes) -> list[str]:
    """The lines of a file, unfolded; asserts that each ends and is folded as RFC 5545 says in section 3.1."""
    assert content.endswith(b"\r\n")
    for line in content[:-2].split(b"\r\n"):
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x1f\x7f]", line.lstrip(b" "))
        line.decode()
    return _FOLDED.sub(b"", content[:-2]).decode().split("\r\n")


def _entry(event: Any, starts: datetime, ends: datetime) -> Entry:
    return Entry(
        str(event["UID"]),
        int(event["SEQUENCE"]),
        str(event["STATUS"]),
        starts.astimezone(UTC),
        ends.astimezone(UTC),
        str(event["SUMMARY"]),
        str(event.get("LOCATION", "")),
    )
