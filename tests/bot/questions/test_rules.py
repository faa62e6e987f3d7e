"""The rules of questions: windows, what is kept of a text, what a window does, what is forgotten when."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.questions import rules
from bot.questions.rules import (
    KEPT_AFTER_CLOSING,
    LONGEST,
    WINDOW,
    Act,
    AnonymousQuestion,
    Asked,
    Card,
    Claim,
    Opened,
    Read,
    State,
)

NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
TODAY = NOW.date()

# Hypothesis adds the zone.
SPAN = datetime(2015, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001
moments = st.datetimes(*SPAN, timezones=st.just(UTC))
anywhere = st.datetimes(*SPAN, timezones=st.timezones())
lengths = st.sampled_from([WINDOW, timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=12)])
days = st.dates(date(2020, 1, 1), date(2090, 1, 1))
ids = st.sampled_from([f"q{number}" for number in range(8)])
claims = st.builds(
    Claim, ids, st.text(max_size=4), st.binary(max_size=4), st.binary(max_size=4), st.booleans()
)


def asked(name: str) -> Asked:
    return Asked(f"draft {name}", 7, 9, f"What is {name}?")


def question(act: Asked, number: int) -> AnonymousQuestion:
    return AnonymousQuestion(f"q {act.draft}", 1, number, act.text, Card(9, "token"), NOW)


def publish(act: Asked, number: int) -> tuple[AnonymousQuestion, Claim]:
    return question(act, number), Claim(f"q {act.draft}", act.draft, b"salt", b"handle")


def opened(
    acts: Sequence[Act],
    claims: Sequence[Claim] = (),
    closed: Sequence[str] = (),
    *,
    next_number: int = 1,
    seed: int = 0,
) -> Opened:
    return rules.open_window(acts, claims, closed, publish=publish, next_number=next_number, rng=Random(seed))


# Windows


@given(moments, lengths)
def test_windows_stand_on_a_fixed_clock(now: datetime, length: timedelta) -> None:
    start = rules.window_start(now, length)
    assert start.timestamp() % length.total_seconds() == 0
    assert start.utcoffset() == timedelta(0)
    assert start <= now


@given(moments, lengths)
def test_a_window_ends_after_now_and_not_later_than_its_length(now: datetime, length: timedelta) -> None:
    assert timedelta(0) < rules.window_end(now, length) - now <= length


@given(moments)
def test_nobody_waits_longer_than_she_is_told(now: datetime) -> None:
    assert rules.window_end(now) - now <= timedelta(seconds=20)


@given(moments, st.floats(0, 1, exclude_max=True), lengths)
def test_all_who_act_within_a_window_wait_for_the_same_end(
    now: datetime, part: float, length: timedelta
) -> None:
    start = rules.window_start(now, length)
    other = start + timedelta(seconds=int(part * length.total_seconds()))
    assert rules.window_end(other, length) == rules.window_end(now, length)


@given(anywhere, lengths)
def test_a_window_is_the_same_in_every_zone(now: datetime, length: timedelta) -> None:
    assert rules.window_start(now, length) == rules.window_start(now.astimezone(UTC), length)


# What is kept of a text

texts = st.text(st.characters(codec="utf-8"), max_size=200)


def clean(text: str) -> str:
    return rules.clean(text, "question")


def can_be_kept(text: str) -> bool:
    try:
        clean(text)
    except Refused:
        return False
    return True


@given(texts)
@example("e\x00\N{COMBINING ACUTE ACCENT}")
@example("one\n \x00\n\ntwo")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assume(can_be_kept(text))
    assert clean(clean(text)) == clean(text)


@given(texts)
@example("What\tis this?")
@example("What\r\nis this?")
@example("What\ris this?")
def test_every_word_is_kept_and_none_is_added(text: str) -> None:
    """Words are what is between white space, once control characters, which nobody sees, are gone."""
    assume(can_be_kept(text))
    # U+001F alone is white space for Python and no end of a line.
    visible = "".join(c for c in text if c != "\x1f" and (c.isspace() or unicodedata.category(c) != "Cc"))
    assert clean(text).split() == unicodedata.normalize("NFC", visible).split()


@given(texts)
def test_nothing_is_left_that_could_hide_something(text: str) -> None:
    assume(can_be_kept(text))
    kept = clean(text)
    assert "\n\n\n" not in kept
    assert not [c for c in kept if c != "\n" and unicodedata.category(c) == "Cc"]
    assert kept == kept.strip() != ""


@given(st.text(st.sampled_from(" \n\t\r\v\f\x00\x07\x1b\x7f\x85\u00a0\u2003\u3000"), max_size=30))
def test_nothing_but_space_and_control_characters_is_empty(text: str) -> None:
    with pytest.raises(Refused) as caught:
        clean(text)
    assert caught.value.line.id == "error-question-empty"


@pytest.mark.parametrize(
    "text",
    [
        "\N{ZERO WIDTH SPACE}",
        "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}",
        "\N{WORD JOINER}\n\N{SOFT HYPHEN}",
        "\N{ZERO WIDTH NO-BREAK SPACE} \N{RIGHT-TO-LEFT OVERRIDE}",
        "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NO-BREAK SPACE}",
        "\N{TAG SPACE}\N{INVISIBLE TIMES}",
        "\N{HANGUL FILLER}",
        "\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}",
        "\N{BRAILLE PATTERN BLANK}",
        "\N{VARIATION SELECTOR-16}",
        "\N{COMBINING GRAPHEME JOINER}",
    ],
    ids=lambda text: unicodedata.name(text[0]),
)
def test_nothing_that_can_be_seen_is_empty(text: str) -> None:
    with pytest.raises(Refused) as caught:
        clean(text)
    assert caught.value.line.id == "error-question-empty"


@pytest.mark.parametrize(
    "text", ["a\N{ZERO WIDTH JOINER}b", "?", "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{MICROSCOPE}", "\N{BULLET}"]
)
def test_what_can_be_seen_is_kept_with_what_joins_it(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\tb", "a b"),
        ("a\t\tb", "a  b"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\vb", "a\nb"),
        ("a\fb", "a\nb"),
        ("a\x85b", "a\nb"),
        ("a\N{LINE SEPARATOR}b", "a\nb"),
        ("a\N{PARAGRAPH SEPARATOR}b", "a\nb"),
        ("a\r\n\r\n\r\nb", "a\n\nb"),
        ("\ta\n", "a"),
        ("a\x00b", "ab"),
    ],
)
def test_a_tab_is_a_space_and_every_end_of_a_line_a_new_line(typed: str, kept: str) -> None:
    assert clean(typed) == kept


# What only the asker sees


pieces = st.lists(
    st.sampled_from(["http", "https", "s", "://", ":", "//", "h", "a.example", " ", "_", "\n", "HTTP"]),
    max_size=12,
).map("".join)


@given(pieces)
@example("https:https:////a.example")
@example("_https://a.example_")
def test_without_links_nothing_can_be_pressed(text: str) -> None:
    """Discord makes a link of an address wherever it stands."""
    assert not re.search(r"(?i)https?://", rules.without_links(text))


@given(st.text(max_size=60))
def test_a_text_without_links_stays_as_it_is(text: str) -> None:
    assume("://" not in text)
    assert rules.without_links(text) == text


def test_an_address_can_still_be_read() -> None:
    assert rules.without_links("See https://a.example/b and http://c.example.") == (
        "See a.example/b and c.example."
    )


@pytest.mark.parametrize("character", ["x", "*", "ß", "\N{FACE WITH TEARS OF JOY}", "\N{HEBREW LETTER ALEF}"])
def test_1500_characters_are_kept_and_one_more_is_refused(character: str) -> None:
    assert clean(character * LONGEST) == character * LONGEST
    with pytest.raises(Refused) as caught:
        clean(character * (LONGEST + 1))
    assert caught.value.line.id == "error-question-long"
    assert caught.value.line.values == {"length": 1_501, "most": 1_500}


def test_what_is_not_kept_does_not_count() -> None:
    assert len(clean(" \x00" + "x" * LONGEST + "\n" * 500)) == LONGEST


def test_each_kind_of_text_has_its_own_sentence() -> None:
    with pytest.raises(Refused) as caught:
        rules.clean("", "answer")
    assert caught.value.line.id == "error-answer-empty"


# The same form twice


def test_the_same_form_is_known_while_it_waits_and_once_it_is_out() -> None:
    act = asked("a")
    assert rules.asked_before(act.draft, [act], [])
    assert rules.asked_before(act.draft, [], [publish(act, 1)[1]])
    assert not rules.asked_before("another", [act, Read((act.draft,))], [publish(act, 1)[1]])


# What a window does


@given(st.integers(0, 9), st.lists(claims), st.integers(0, 4), st.integers(1, 999), st.integers())
def test_every_act_of_asking_becomes_one_question_with_the_next_numbers(
    people: int, before: list[Claim], readers: int, first: int, seed: int
) -> None:
    acts = [asked(str(n)) for n in range(people)]
    result = opened([*acts, *[Read(("q1",))] * readers], before, next_number=first, seed=seed)
    assert sorted(q.text for q in result.questions) == sorted(act.text for act in acts)
    assert [q.number for q in result.questions] == list(range(first, first + people))
    drafts = Counter(claim.draft for claim in result.claims) - Counter(claim.draft for claim in before)
    assert drafts == Counter(act.draft for act in acts) - Counter(claim.draft for claim in before)


@given(st.lists(claims), st.lists(st.lists(ids, max_size=3)), st.sets(ids))
def test_reading_marks_claims_and_only_what_is_closed_and_read_goes(
    before: list[Claim], reads: list[list[str]], closed: set[str]
) -> None:
    read = {question for act in reads for question in act}
    result = opened([Read(tuple(act)) for act in reads], before, sorted(closed))
    expected = Counter()
    for claim in before:
        is_read = claim.read or claim.question in read
        if not (is_read and claim.question in closed):
            expected[(claim.question, claim.draft, claim.salt, claim.handle, is_read)] += 1
    kept = ((c.question, c.draft, c.salt, c.handle, c.read) for c in result.claims)
    assert Counter(kept) == expected
    assert result.questions == ()


def test_what_has_just_come_out_is_not_read_yet() -> None:
    act = asked("a")
    result = opened([act, Read((f"q {act.draft}",))])
    assert [claim.read for claim in result.claims] == [False]


def places(order: Callable[[list[Act], Random], Sequence[str]], acts: list[Act], runs: int) -> Counter[str]:
    """How often each of the questions came out first, second, and so on."""
    counted: Counter[str] = Counter()
    for seed in range(runs):
        counted.update(f"{text} {place}" for place, text in enumerate(order(acts, Random(seed))))
    return counted


def through_a_window(acts: list[Act], rng: Random) -> list[str]:
    result = rules.open_window(acts, [], [], publish=publish, next_number=1, rng=rng)
    return [question.text for question in result.questions]


def as_they_came(acts: list[Act], rng: Random) -> list[str]:
    return [act.text for act in acts if isinstance(act, Asked)]


RUNS = 3_000


def is_even(counted: Counter[str]) -> bool:
    # With 3 places, 3,000 runs and a fair draw, one count in ten thousand is further off than this.
    return len(counted) == 9 and all(abs(count - RUNS / 3) < 105 for count in counted.values())


@pytest.mark.parametrize("turned", [False, True])
def test_only_the_draw_decides_the_order_of_numbers(turned: bool) -> None:
    """Whoever came first, and whatever else waited, each question is as likely to be in each place."""
    acts: list[Act] = [asked("a"), Read(("x",)), asked("b"), asked("c"), Read(("y",))]
    assert is_even(places(through_a_window, acts[::-1] if turned else acts, RUNS))


def test_an_order_that_tells_who_came_first_is_noticed() -> None:
    """The planted fault."""
    assert not is_even(places(as_they_came, [asked("a"), asked("b"), asked("c")], RUNS))


# What is forgotten, and when


@settings(max_examples=50)
@given(days, st.times(), st.booleans())
def test_tidied_every_night_no_claim_is_kept_longer_than_30_days_after_closing(
    day: date, at: time, read: bool
) -> None:
    closed_at = datetime.combine(day, at, UTC)
    kept: tuple[Claim, ...] = (Claim("q", "d", b"", b"", read),)
    night = datetime.combine(day, time(3), UTC)
    while kept:
        night += timedelta(days=1)
        assert night - closed_at <= KEPT_AFTER_CLOSING
        kept = rules.unexpired(kept, {"q": day}, night.date())
    assert night - closed_at > KEPT_AFTER_CLOSING - timedelta(days=3)


@given(st.lists(claims), st.dictionaries(ids, days), days)
def test_the_claim_of_an_open_question_is_never_dropped(
    before: list[Claim], closed_on: dict[str, date], today: date
) -> None:
    kept = rules.unexpired(before, closed_on, today)
    still_open = [claim for claim in before if claim.question not in closed_on]
    assert [claim for claim in kept if claim.question not in closed_on] == still_open


def test_what_was_read_is_an_act_once() -> None:
    own = [Claim("q1", "", b"", b""), Claim("q2", "", b"", b"", read=True), Claim("q3", "", b"", b"")]
    assert rules.newly_read(["q1", "q2"], own, []) == Read(("q1",))
    assert rules.newly_read(["q1"], own, [Read(("q1",))]) is None
    assert rules.newly_read(["q2"], own, []) is None
    assert rules.newly_read([], own, []) is None
    assert rules.newly_read(["somebody else's"], own, []) is None


# What facilitators may do

OUT = question(asked("a"), 4)


def refusal(what: Callable[[], object]) -> tuple[str, object]:
    with pytest.raises(Refused) as caught:
        what()
    return caught.value.line.id, caught.value.line.values.get("number")


def test_a_question_is_answered_once_and_then_closed() -> None:
    answered = rules.answered(OUT, "It is this.")
    assert (answered.state, answered.answer) == (State.ANSWERED, "It is this.")
    closed = rules.closed(answered, TODAY)
    assert (closed.state, closed.answer, closed.closed_on) == (State.CLOSED, "It is this.", TODAY)
    assert (closed.text, closed.number, closed.card) == (OUT.text, OUT.number, OUT.card)


def test_what_cannot_be_done_is_refused_with_its_number() -> None:
    answered = rules.answered(OUT, "It is this.")
    closed = rules.closed(answered, TODAY)
    assert refusal(lambda: rules.answered(answered, "or that")) == ("error-already-answered", 4)
    assert refusal(lambda: rules.answered(closed, "or that")) == ("error-already-closed", 4)
    assert refusal(lambda: rules.closed(closed, TODAY)) == ("error-already-closed", 4)
    assert refusal(lambda: rules.closed(OUT, TODAY)) == ("error-close-unanswered", 4)


def test_nothing_that_is_published_has_room_for_an_account() -> None:
    for kind in (AnonymousQuestion, Card, Claim, Read):
        assert not {"account", "member", "user", "author"} & set(kind.__dataclass_fields__)
    assert "account" in Asked.__dataclass_fields__
