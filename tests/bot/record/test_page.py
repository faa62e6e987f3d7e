"""The record fits into a message, whatever was written; and it repeats of questions only what is public."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.notices import Notice
from bot.core.wording import Line, Wording, Words
from bot.questions.rules.public import between, public
from bot.questions.rules.question import AnonymousQuestion, Answer, Card, Ending, State
from bot.record.rules import (
    LONGEST,
    LONGEST_UNTIL,
    LONGEST_WHAT,
    LONGEST_WHO,
    MOST_ACTIONS,
    Action,
    Box,
    Content,
    Facts,
    Knowledge,
    View,
    as_sent,
    view,
)
from bot.record.text import page
from bot.record.text.printed import html, printed
from cogs._send import MOST_TEXT, inline, layout, quoted
from config.settings import WORDING
from tests.bot.record.samples import BEGAN, ENDED, RECORD, SMALL, facts, questions, views

SAYS = Wording(WORDING)
#: Discord's limit for the parts of one message.
MOST_COMPONENTS = 40
_WORDS = st.text(alphabet="word *<[_\n#1.", max_size=60)


def long(most: int) -> st.SearchStrategy[str]:
    """Short texts, and some that are repeated until they are as long as can be."""
    return st.builds(lambda text, times: (text * times)[:most], _WORDS, st.sampled_from([1, 1, 5, 100]))


contents = st.builds(
    Content,
    st.dictionaries(st.sampled_from(list(Box)), long(LONGEST).filter(bool)),
    st.lists(st.sampled_from(list(Knowledge)), unique=True).map(tuple),
    st.lists(
        st.builds(Action, st.just("a" * 16), long(LONGEST_WHO), long(LONGEST_WHAT), long(LONGEST_UNTIL)),
        max_size=MOST_ACTIONS,
    ).map(tuple),
)


def takes(notice: Notice) -> tuple[int, int]:
    """How many characters and components a message has as it is sent."""
    sent = layout(notice, SAYS)
    texts = [each.content for each in sent.children if isinstance(each, discord.ui.TextDisplay)]
    return sum(map(len, texts)), sum(1 for _ in sent.walk_children())


def read_in(notice: Notice) -> str:
    """All that stands in a message."""
    return "\n".join(part.words if isinstance(part, Words) else SAYS.say(part) for part in notice.parts)


@settings(max_examples=60, deadline=None)
@given(contents, st.sampled_from([0, 1, 5, 60]), st.sampled_from(["x", "*"]), st.sampled_from(list(range(4))))
def test_whatever_was_written_each_message_fits(content: Content, asked: int, mark: str, which: int) -> None:
    made = view(
        replace(RECORD, title=mark * 100, content=content),
        [Facts(), Facts(), facts("x"), facts("*")][which],
        questions(asked, mark),
    )
    notices = [
        page.post(made, "k" * 16),
        page.preview(made, "k" * 16, is_posted=True, is_new=True),
        Notice(page.in_short(made)),
        page.read(made, 0),
        page.read(made, 2),
    ]
    for notice in notices:
        characters, components = takes(notice)
        assert characters <= MOST_TEXT
        assert components <= MOST_COMPONENTS


def test_a_message_that_does_not_fit_is_noticed() -> None:
    """The planted fault: all of it at once."""
    (made,) = views()[3:]
    everything = [part for at in range(3) for part in page.read(made, at).parts]
    assert takes(Notice(tuple(everything)))[0] > MOST_TEXT


def test_a_short_record_is_all_there_and_a_long_one_leads_to_its_pages() -> None:
    small = view(replace(RECORD, content=SMALL), Facts(), questions(1))
    notice = page.post(small, "k")
    assert [each.label for each in notice.buttons] == ["record-button-print", "record-button-change"]
    for words in ("We meet in the morning.", "Buses are fewer later.", "Sam", "Who decides?", "nothing"):
        assert words in read_in(notice)
    (made,) = views()[3:]
    notice = page.post(made, "k")
    assert notice.buttons[0].label == "record-button-read"
    assert "There is more." in read_in(notice)


def test_the_pages_hold_every_word() -> None:
    made = replace(views()[3], questions=questions(9))
    first = page.read(made, 0)
    of = next(
        part.values["of"] for part in first.parts if isinstance(part, Line) and part.id == "record-page"
    )
    every = "\n".join(read_in(page.read(made, at)) for at in range(int(str(of))))
    for box in Box:
        assert SAYS.say(Line(f"record-box-{box}")) in every
    assert every.count("x" * LONGEST) >= len(Box)
    for number in range(1, 10):
        assert f"**Question {number}**" in every
    # A page that is not there is the nearest one.
    assert page.read(made, 99_999) == page.read(made, int(str(of)) - 1)


def test_what_is_written_to_whoever_could_not_come_holds_nobodys_question() -> None:
    asked = view(replace(RECORD, content=SMALL), Facts(), questions(3, "q"))
    told = read_in(Notice(page.in_short(asked)))
    assert "qqq" not in told
    assert "Who decides?" not in told
    assert "We meet in the morning." in told


# Questions

_AT = st.sampled_from([BEGAN - timedelta(hours=1), BEGAN, ENDED, ENDED + timedelta(hours=1)])
_STATES = st.sampled_from(list(State))


@st.composite
def asked(draw: st.DrawFn) -> AnonymousQuestion:
    """A question in any state; its words say by themselves whether everybody may read them."""
    state, ending = draw(_STATES), draw(st.sampled_from([None, *Ending]))
    private, numbered = draw(st.booleans()), draw(st.booleans())
    ended = ending if state is State.CLOSED else None
    ends_well = ended in (Ending.HELPED, Ending.FACILITATOR, Ending.AGE)
    is_public = numbered and not private and (state in (State.OUT, State.ANSWERED) or ends_well)
    number = draw(st.integers(1, 10**6))
    return AnonymousQuestion(
        f"id{number}",
        1,
        number if numbered else None,
        "PUBLIC" if is_public else "HIDDEN",
        Card(5, f"t{number}"),
        draw(_AT),
        to_facilitators=private,
        state=state,
        about=draw(st.sampled_from([None, 987_654_321])),
        answer=draw(st.sampled_from([None, Answer("PUBLIC" if is_public else "HIDDEN", by="SECRET NAME")])),
        answered_at=draw(st.sampled_from([None, ENDED])),
        reason="HIDDEN",
        suggested="HIDDEN",
        asked="HIDDEN",
        merged_into="id1" if state is State.MERGED else None,
        ending=ended,
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(asked(), max_size=8))
def test_no_word_that_is_not_public_is_in_any_form_of_the_record(every: list[AnonymousQuestion]) -> None:
    found = public(between(every, BEGAN, ENDED))
    assert [each.number for each in found] == sorted(each.number for each in found)
    made = view(replace(RECORD, content=SMALL), Facts(), tuple(found))
    forms = [read_in(page.post(made, "k")), html(made, SAYS.say).decode(), read_in(page.read(made, 0))]
    for told in forms:
        assert "HIDDEN" not in told
        assert "SECRET NAME" not in told
        assert "987654321" not in told
    expected = sum(
        each.text == "PUBLIC" and (BEGAN <= each.window <= ENDED or each.answered_at is not None)
        for each in every
    )
    assert len(found) == expected


def test_a_word_that_is_not_public_is_noticed() -> None:
    """The planted fault: one that is held, as if it were out."""
    held = AnonymousQuestion("q", 1, 3, "HIDDEN", Card(5, "t"), BEGAN, state=State.HELD)
    assert public([held]) == []
    made = view(RECORD, Facts(), tuple(public([replace(held, state=State.OUT)])))
    assert "HIDDEN" in read_in(page.post(made, "k"))


# On paper


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def tags(made: View) -> _Tags:
    found = _Tags()
    found.feed(html(made, SAYS.say).decode())
    return found


def test_no_word_of_a_person_is_markup_on_the_printed_page() -> None:
    evil = "</p><script>alert(1)</script><img src=x onerror=y> & \"'"
    action = Action("a", evil, evil, evil)
    asked = replace(questions(1)[0], words=evil, is_answered=True, answer=evil, plain=evil)
    content = Content(dict.fromkeys(Box, evil), tuple(Knowledge), (action,))
    made = view(replace(RECORD, title=evil, content=content), facts(evil), (asked,))
    harmless = Content(dict.fromkeys(Box, "x"), tuple(Knowledge), (Action("a", "x", "x", "x"),))
    asked = replace(asked, words="x", answer="x", plain="x")
    plain = view(replace(RECORD, title="x", content=harmless), facts("x"), (asked,))
    assert tags(made).tags == tags(plain).tags
    assert "script" not in tags(made).tags


def test_the_printed_page_needs_nothing_from_elsewhere_and_holds_every_word() -> None:
    made = view(replace(RECORD, content=SMALL), facts("x"), questions(2))
    found = tags(made)
    assert not {name for name, _ in found.attributes} & {"src", "href", "onclick", "action"}
    assert "url(" not in html(made, SAYS.say).decode()
    assert {"table", "thead", "th", "h1", "h2"} <= set(found.tags)
    for words in ("The September meeting", "We meet in the morning.", "Buses are fewer", "Sam", "14 May"):
        assert words in html(made, SAYS.say).decode()
    assert "30 September 2026" in html(made, SAYS.say).decode()
    (file,) = printed(made, SAYS.say).files
    assert file.name == "record.html"
    assert file.content == html(made, SAYS.say)


def test_words_are_measured_as_they_are_sent() -> None:
    """What counts as fitting is never less than what Discord gets."""
    for text in ("*" * 50, "# one\n# two\n1. three", "https://x.example<b>", "a\n\nb"):
        words = Words(text)
        assert max(len(quoted(words)), len(inline(words))) <= as_sent(words)
