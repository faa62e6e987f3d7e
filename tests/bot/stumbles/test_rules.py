"""Who counts, what is told, and which words are kept at all."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.disclosure.rules import Band
from bot.glossary.rules import Index
from bot.glossary.rules.pages import as_sent
from bot.stumbles.rules import (
    KEPT_QUARTERS,
    Entry,
    Group,
    Kept,
    Kind,
    Looker,
    Quarter,
    Stumble,
    Subject,
    fitting,
    gathered,
    of_account,
    quarter_at,
    quarter_of,
    read_quarter,
    read_subject,
    shaped,
    shown,
    subject_of,
    told,
    without,
)
from tests.bot.glossary.making import term

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC")
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
TERMS = [term("Audit"), term("Osteoarthritis", "OA"), term("Open access", "OA")]
INDEX, BY_ID = Index(TERMS), {each.id: each for each in TERMS}
SUBJECTS = st.sampled_from([Subject(kind, text) for kind in Kind for text in ("audit", "oa", "zqxt")])
STUMBLES = st.builds(Stumble, st.builds(Looker, st.integers(1, 15)), SUBJECTS, st.booleans())


def handle(subject: Subject, account: int) -> bytes:
    return hashlib.sha256(f"{subject} {account}".encode()).digest()


def name(subject: Subject) -> tuple[Group, str]:
    return (Group.UNEXPLAINED if subject.kind is Kind.UNKNOWN else Group.LOOKED), str(subject)


# Quarters


@given(
    st.integers(0, 20 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.sampled_from(ZONES),
)
def test_a_moment_is_before_the_end_of_its_quarter_and_then_the_next_one_begins(
    moment: datetime, zone: str
) -> None:
    quarter = quarter_at(moment, zone)
    ends = quarter.ends(zone)
    assert timedelta(0) < ends - moment <= timedelta(days=93)
    assert quarter_at(ends, zone) == quarter.moved(1)
    assert quarter_at(ends - timedelta(seconds=1), zone) == quarter
    local = ends.astimezone(ZoneInfo(zone))
    assert (local.day, local.month % 3, local.hour) == (1, 1, 0)
    assert read_quarter(str(quarter)) == quarter


def test_quarters_are_those_of_the_calendar() -> None:
    assert [quarter_of(date(2026, month, 1)).number for month in range(1, 13)] == [
        n for n in range(1, 5) for _ in "abc"
    ]
    assert Quarter(2026, 1).moved(-1) == Quarter(2025, 4)
    assert Quarter(2026, 4).moved(KEPT_QUARTERS) == Quarter(2027, 4)


# Which words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ZQXT", "zqxt"),
        ("Z.Q.X.T.", "zqxt"),
        ("co-production", "co-production"),
        ("  theory   of change ", "theory of change"),
        ("people’s panel", "people's panel"),
        ("ISO 27", "iso 27"),
        ("T&O", "t&o"),
        ("", None),
        ("x", None),
        ("?!", None),
        ("42", None),
        ("07700 900123", None),
        ("born 14051960", None),
        ("ama@example.org", None),
        ("<@190000000000000042>", None),
        ("https://example.org", None),
        ("I am the only one who cannot read this", None),
        ("x" * 41, None),
    ],
)
def test_only_what_has_the_shape_of_a_term_is_kept(typed: str, kept: str | None) -> None:
    assert shaped(typed) == kept


@given(st.text())
def test_a_kept_word_is_short_and_is_kept_as_itself(typed: str) -> None:
    kept = shaped(typed)
    if kept is not None:
        assert 1 < len(kept) <= 40
        subject = Subject(Kind.UNKNOWN, kept)
        assert read_subject(str(subject)) == subject


def test_letters_that_are_no_word_are_read_as_capitals() -> None:
    assert [shown(each) for each in ("zqxt", "oa", "pathway", "theory of change")] == [
        *("ZQXT", shown("oa")),
        *("pathway", "theory of change"),
    ]


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("audits", Subject(Kind.TERM, "Audit")),
        ("Audit", Subject(Kind.TERM, "Audit")),
        ("OA", Subject(Kind.SEVERAL, "oa")),
        ("zqxt", Subject(Kind.UNKNOWN, "zqxt")),
        ("my telephone number is 07700 900123", None),
    ],
)
def test_what_she_stumbled_over(typed: str, subject: Subject | None) -> None:
    assert subject_of(INDEX, BY_ID, typed) == subject


# Who counts, and what is told


@given(st.lists(st.lists(STUMBLES), max_size=4), st.sets(st.integers(1, 15)))
def test_told_is_what_five_different_people_looked_up_who_count(
    days: list[list[Stumble]], counted: set[int]
) -> None:
    kept = Kept()
    for day in days:
        kept = gathered(kept, day, counted, handle)
    looked: dict[Subject, set[int]] = {}
    for each in (each for day in days for each in day):
        if not each.asked and each.by.account in counted:
            looked.setdefault(each.subject, set()).add(each.by.account)
    expected = {
        Entry(name(subject)[0], Band.MANY if len(people) >= 10 else Band.SEVERAL, str(subject))
        for subject, people in looked.items()
        if len(people) >= 5
    }
    entries = told(kept, name, 16)
    assert {each for each in entries if each.group is not Group.ASKED} == expected
    assert {each.word for each in entries if each.group is Group.ASKED} <= {each.word for each in expected}
    words = [each.word for each in entries if each.group is Group.LOOKED and each.band is Band.SEVERAL]
    assert words == sorted(words, key=str.casefold)


@given(st.lists(STUMBLES), st.integers(1, 15))
def test_without_somebody_nothing_is_hers_and_everybody_elses_is_there(
    stumbles: list[Stumble], who: int
) -> None:
    kept = gathered(Kept(), stumbles, set(range(1, 16)), handle)
    left = without(kept, who, handle)
    assert of_account(left, who, handle) == set()
    for other in set(range(1, 16)) - {who}:
        assert of_account(left, other, handle) == of_account(kept, other, handle)
    assert left.asked == kept.asked, "nobody can tell whose it was"


def test_a_day_of_asking_counts_once_for_each() -> None:
    audit = Subject(Kind.TERM, "audit")
    asked = [Stumble(Looker(who, frozenset({role})), audit, asked=True) for who in (1, 2) for role in (1, 2)]
    kept = gathered(Kept(), asked, {1, 2}, handle)
    assert kept.asked == {audit: 2}
    assert gathered(kept, asked, {1, 2}, handle).asked == {audit: 4}
    assert kept.tokens == frozenset()


def test_what_is_gone_is_not_told_and_a_word_of_two_kinds_is_told_once() -> None:
    one, other = Subject(Kind.TERM, "audit"), Subject(Kind.SEVERAL, "audit")
    stumbles = [Stumble(Looker(who), one) for who in range(12)] + [
        Stumble(Looker(who), other) for who in range(5)
    ]
    kept = gathered(Kept(), stumbles, set(range(12)), handle)
    assert told(kept, lambda subject: None, 13) == ()
    named = told(kept, lambda subject: (Group.LOOKED, "Audit"), 13)
    assert named == (Entry(Group.LOOKED, Band.MANY, "Audit"),)


@given(st.lists(st.text(min_size=1, max_size=60)), st.integers(0, 500))
def test_as_many_words_as_fit(words: list[str], room: int) -> None:
    text, is_all = fitting(words, room)
    assert as_sent(text) <= room
    assert is_all == (as_sent(", ".join(words)) <= room)


def test_words_full_of_marks_take_the_room_that_they_have_when_they_are_sent() -> None:
    text, is_all = fitting(["*" * 60] * 50, 480)
    assert (text.count("*"), is_all) == (180, False)
