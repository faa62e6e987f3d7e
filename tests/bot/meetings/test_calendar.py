"""The file for calendars: whoever opens it finds each meeting at its moment, also after a change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.meetings.rules import Meeting, Place, check_title, moment
from bot.meetings.rules import calendar as rules
from bot.meetings.rules.calendar import Dated, calendar
from tests.bot.meetings.calendar_readers import Entry, by_name, by_rules, by_vobject, lines

NOW = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)
LONDON = "Europe/London"
#: Days on which clocks change, or would have by an older or a newer rule.
TURNS = {
    LONDON: (date(2026, 3, 29), date(2026, 10, 25), date(2031, 10, 26)),
    "America/New_York": (date(2007, 3, 11), date(2007, 4, 1), date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2008, 3, 30), date(2026, 4, 5), date(2026, 10, 4)),
    "Africa/Cairo": (date(2014, 5, 16), date(2014, 6, 27), date(2023, 4, 28), date(2024, 11, 1)),
    "Asia/Kolkata": (date(2026, 3, 29),),
}
ANY_DAY = st.dates(date(2007, 1, 1), date(2036, 12, 30))
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"))
TITLES = st.text(CHARACTERS, max_size=100).map(lambda typed: " ".join(typed.split())).filter(bool)
PLACES = st.builds(
    Place, st.none(), st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60)
)


@st.composite
def dated(draw: st.DrawFn) -> Dated:
    """A meeting at any time that somebody can type, or at one that the clock shows a second time."""
    zone = draw(st.sampled_from(list(TURNS)))
    day = draw(ANY_DAY | st.sampled_from(TURNS[zone]))
    hour = draw(st.integers(0, 3) | st.integers(0, 23))
    local = datetime.combine(day, time(hour, draw(st.integers(0, 59))))
    begins = draw(st.sampled_from((moment(local, zone), _second(local, zone))))
    meeting = Meeting(
        draw(st.uuids()).hex, 1, draw(TITLES), begins, zone,
        draw(st.integers(1, 600)), draw(PLACES), draw(st.integers(0, 50)),
    )  # fmt: skip
    return Dated(meeting, draw(st.booleans()))


def _second(local: datetime, zone: str) -> datetime:
    return local.replace(tzinfo=ZoneInfo(zone), fold=1).astimezone(UTC)


def _at(day: date, at: time, zone: str = LONDON, **more: object) -> Meeting:
    meeting = Meeting("kq3-W_9fX2aLm0Zs", 1, "First meeting", moment(datetime.combine(day, at), zone), zone)
    return replace(meeting, **more)  # type: ignore[arg-type]


def _expected(each: Dated) -> Entry:
    meeting = each.meeting
    return Entry(
        f"{meeting.id}@equal-footing.invalid",
        meeting.version,
        "CANCELLED" if each.is_cancelled else "CONFIRMED",
        meeting.starts_at,
        meeting.ends_at,
        meeting.title,
        each.place or meeting.place.where,
    )


def _check(content: bytes, meetings: Sequence[Dated]) -> None:
    """Everybody who reads this file finds these meetings."""
    expected = [_expected(each) for each in meetings]
    assert by_name(content) == expected
    assert by_rules(content) == expected
    assert by_vobject(content) == expected
    assert lines(content)[0] == "BEGIN:VCALENDAR"


@settings(deadline=None)
@given(st.lists(dated(), min_size=1, max_size=4))
def test_each_meeting_is_read_at_its_moment_in_its_words(meetings: list[Dated]) -> None:
    _check(calendar(meetings, NOW), meetings)


@pytest.mark.parametrize("zone", [*TURNS, "Europe/Dublin", "Africa/Casablanca", "America/St_Johns", "UTC"])
def test_a_series_keeps_its_time_on_the_wall_over_each_change_of_the_clocks(zone: str) -> None:
    days = [date(2026, 1, 13) + timedelta(days=28) * number for number in range(30)]
    meetings = [Dated(_at(day, time(14), zone, id=f"series-{day}")) for day in days]
    content = calendar(meetings, NOW)
    _check(content, meetings)
    local = [each.starts.astimezone(ZoneInfo(zone)).time() for each in by_vobject(content)]
    assert set(local) == {time(14)}


@pytest.mark.parametrize(
    ("zone", "day", "at"),
    [
        (LONDON, date(2026, 10, 25), time(1, 30)),
        ("America/New_York", date(2026, 11, 1), time(1, 0)),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45)),
        ("Africa/Cairo", date(2026, 10, 29), time(23, 30)),
    ],
)
def test_of_a_time_that_exists_twice_the_one_that_is_meant_is_read(zone: str, day: date, at: time) -> None:
    first = _at(day, at, zone, minutes=30)
    second = replace(first, id="second", starts_at=_second(datetime.combine(day, at), zone))
    assert first.starts_at < second.starts_at
    assert first.local == second.local
    both = [Dated(first), Dated(second)]
    _check(calendar(both, NOW), both)


def test_a_meeting_across_the_change_of_clocks_lasts_as_long_as_it_says() -> None:
    across = [
        Dated(_at(date(2026, 3, 29), time(0, 30), id="spring")),
        Dated(_at(date(2026, 10, 25), time(0, 30), id="autumn", minutes=180)),
        Dated(_at(date(2026, 10, 25), time(0, 30), id="to the second half past one", minutes=120)),
    ]
    content = calendar(across, NOW)
    _check(content, across)
    assert "DTEND;TZID=Europe/London:20260329T033000" in lines(content)
    assert "DTEND;TZID=Europe/London:20261025T023000" in lines(content)


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("America/New_York", (date(2006, 3, 20), date(2007, 3, 20), date(2008, 3, 20))),
        ("Africa/Cairo", (date(2022, 7, 1), date(2023, 7, 1), date(2024, 7, 1))),
        ("Africa/Cairo", (date(2014, 6, 1), date(2014, 7, 10), date(2014, 8, 10), date(2014, 12, 1))),
        ("Africa/Casablanca", (date(2026, 2, 10), date(2026, 3, 1), date(2026, 4, 1))),
    ],
)
def test_years_with_other_rules_are_told_as_they_were(zone: str, days: Sequence[date]) -> None:
    meetings = [Dated(_at(day, time(10), zone, id=str(day))) for day in days]
    _check(calendar(meetings, NOW), meetings)


def test_a_yearly_change_is_told_as_a_rule_that_outlook_reads() -> None:
    told = lines(calendar([Dated(_at(date(2026, 5, 14), time(10)))], NOW))
    rules_told = [line for line in told if line.startswith("RRULE")]
    assert rules_told == [
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ]


def test_each_zone_that_is_used_is_told_once_and_no_other() -> None:
    zones = (LONDON, "Asia/Kolkata", LONDON, "UTC")
    meetings = [Dated(_at(date(2026, 5, 14), time(10), zone, id=f"{n}")) for n, zone in enumerate(zones)]
    told = lines(calendar(meetings, NOW))
    assert [line for line in told if line.startswith("TZID:")] == ["TZID:Asia/Kolkata", f"TZID:{LONDON}"]


def test_a_moved_meeting_is_the_same_entry_in_a_later_version() -> None:
    before = _at(date(2026, 5, 14), time(10, 30))
    after = _at(date(2026, 6, 11), time(14), title="First meeting (moved)", version=1)
    [was], [is_now] = by_vobject(calendar([Dated(before)], NOW)), by_vobject(calendar([Dated(after)], NOW))
    _check_followed(was, is_now)
    assert is_now.starts == datetime(2026, 6, 11, 13, tzinfo=UTC)


def test_a_cancelled_meeting_is_the_same_entry_cancelled_and_takes_no_time() -> None:
    before = _at(date(2026, 5, 14), time(10, 30), version=3)
    cancelled = calendar([Dated(replace(before, version=4), is_cancelled=True)], NOW)
    [was], [is_now] = by_name(calendar([Dated(before)], NOW)), by_name(cancelled)
    _check_followed(was, is_now)
    assert (was.status, is_now.status) == ("CONFIRMED", "CANCELLED")
    assert "TRANSP:TRANSPARENT" in lines(cancelled)


def _check_followed(was: Entry, is_now: Entry) -> None:
    assert was.uid == is_now.uid
    assert was.sequence < is_now.sequence


@pytest.mark.parametrize(
    "title",
    [
        r"Budget, roles; \N and \n and \\, too",
        "שלום, וברוכים הבאים: الاجتماع الأول",
        "👩🏽‍⚕️" * 14,
        "é" * 100,
        "BEGIN:VEVENT",
        '"Any questions?": a talk',
        "\u202eright to left\u202c and on",
    ],
)
def test_hard_titles_come_back_as_they_were(title: str) -> None:
    meeting = Dated(_at(date(2026, 5, 14), time(10), title=check_title(title)))
    _check(calendar([meeting], NOW), [meeting])


def test_what_no_file_may_hold_comes_out_as_a_space_or_a_new_line() -> None:
    hard = _at(
        date(2026, 5, 14), time(10), title="a\x00b\x07c\td", place=Place(None, "Room 4\r\nNorth\u2028Wing")
    )
    content = calendar([Dated(hard)], NOW)
    lines(content)
    for read in (by_name(content), by_rules(content), by_vobject(content)):
        assert (read[0].title, read[0].where) == ("a b c d", "Room 4\nNorth\nWing")


def test_it_says_where_by_channel_by_words_or_by_link() -> None:
    day, link = date(2026, 5, 14), "https://example.org/join?a=1,2;b=Café 3"
    meetings = [
        Dated(_at(day, time(10), id="channel", place=Place(channel=5)), place="Main room"),
        Dated(_at(day, time(11), id="words", place=Place(where="Town hall", link=link))),
        Dated(_at(day, time(12), id="link", place=Place(link=link))),
        Dated(_at(day, time(13), id="nowhere yet")),
    ]
    content = calendar(meetings, NOW)
    for read in (by_name(content), by_vobject(content)):
        assert [each.where for each in read] == ["Main room", "Town hall", link, ""]
    told = lines(content)
    assert told.count("URL:https://example.org/join?a=1,2;b=Caf%C3%A9%203") == 2
    assert told.count(r"DESCRIPTION:https://example.org/join?a=1\,2\;b=Café 3") == 2


def test_a_link_of_another_kind_is_words_only() -> None:
    content = calendar(
        [Dated(_at(date(2026, 5, 14), time(10), place=Place(link="javascript:alert(1)")))], NOW
    )
    assert not [line for line in lines(content) if line.startswith("URL")]


def test_nobody_is_named_and_nothing_is_asked_of_whoever_opens_it() -> None:
    told = lines(calendar([Dated(_at(date(2026, 5, 14), time(10), place=Place(5), community=77123))], NOW))
    names = {re.split("[:;]", line)[0] for line in told}
    assert names == {
        *("BEGIN", "END", "VERSION", "PRODID", "METHOD", "TZID", "DTSTART", "DTEND", "RRULE", "TZNAME"),
        *("TZOFFSETFROM", "TZOFFSETTO", "UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP"),
    }
    assert "METHOD:PUBLISH" in told
    assert "DTSTAMP:20260301T123015Z" in told
    assert "77123" not in "".join(told)


def test_a_file_without_a_meeting_is_refused() -> None:
    with pytest.raises(ValueError, match="without a meeting"):
        calendar([], NOW)


# Planted faults


def _as_in_winter(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=ZoneInfo(zone))


def test_a_calendar_that_drifts_with_utc_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = [Dated(_at(day, time(14), id=str(day))) for day in (date(2026, 1, 13), date(2026, 7, 14))]
    monkeypatch.setattr(rules, "_on_the_wall", _as_in_winter)
    content = calendar(meetings, NOW)
    _check(calendar(meetings[:1], NOW), meetings[:1])
    for read in (by_name(content), by_rules(content), by_vobject(content)):
        assert read[1].starts != meetings[1].meeting.starts_at
    with pytest.raises(AssertionError):
        _check(content, meetings)


FAULTS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("wrong offset", lambda content: content.replace(b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0200")),
    (
        "no summer time",
        lambda content: re.sub(rb"BEGIN:DAYLIGHT.*END:DAYLIGHT\r\n", b"", content, flags=re.S),
    ),
    ("rule of another month", lambda content: content.replace(b"BYMONTH=3", b"BYMONTH=6")),
    ("no version", lambda content: content.replace(b"SEQUENCE:2\r\n", b"")),
    ("an older version", lambda content: content.replace(b"SEQUENCE:2\r\n", b"SEQUENCE:1\r\n")),
    ("another id", lambda content: content.replace(b"UID:kq3", b"UID:kq4")),
    ("a length in place of the end", lambda content: re.sub(rb"DTEND[^\r]*", b"DURATION:PT2H", content)),
    ("no zone", lambda content: content.replace(b"DTSTART;TZID=Europe/London", b"DTSTART")),
    ("line ends of another kind", lambda content: content.replace(b"\r\n", b"\n")),
    ("a long line", lambda content: content.replace(b"\r\n ", b"")),
    ("no escapes", lambda content: content.replace(rb"\;", b";").replace(rb"\\", b"\\")),
    ("half a letter", lambda content: content.replace("é".encode(), b"\xc3", 1)),
]


@pytest.mark.parametrize("fault", [each for _, each in FAULTS], ids=[name for name, _ in FAULTS])
def test_a_planted_fault_in_a_file_is_caught(fault: Callable[[bytes], bytes]) -> None:
    title = r"A long \N title; with " + "é" * 60
    meetings = [Dated(_at(date(2026, 5, 14), time(10), title=title, version=2))]
    content = calendar(meetings, NOW)
    _check(content, meetings)
    broken = fault(content)
    assert broken != content
    with pytest.raises((AssertionError, KeyError)):
        _check(broken, meetings)
