"""What reaches Discord: a person's words stay words, and every message fits."""

from __future__ import annotations

import re

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.notices import Button, Line, Notice, Words
from bot.core.wording import Wording
from bot.questions.rules.writing import LONGEST
from cogs import _send
from config.settings import WORDING

WORDING_OF_ALL = Wording(WORDING)
MOST_TEXT = 4_000

#: Discord's markup, as it works on a text in which whatever is escaped has been made a letter.
LIVE = {
    "mention": re.compile(r"<(?:@[!&]?\d+|#\d+|/[^>]+:\d+|a?:\w+:\d+|id:\w+|t:-?\d+(?::\w)?)>"),
    "heading": re.compile(r"^#{1,3} ", re.MULTILINE),
    "small print": re.compile(r"^-# ", re.MULTILINE),
    "list": re.compile(r"^ *[-*] ", re.MULTILINE),
    "masked link": re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    "emphasis": re.compile(r"(\*{1,3}|_{1,3}|~~|\|\|)(?=\S).+?(?<=\S)\1", re.DOTALL),
    "code": re.compile(r"(`+)[^`]+\1"),
}
#: A backslash makes a mark plain, and nothing else: before a letter, a space or a line's end it is itself.
#: Marks in an address are part of it.
PLAIN = re.compile(r"""\\([^0-9A-Za-z\s])|https?://[^\s<]+[^<.,:;"')\]\s]""")


def live_in(shown: str) -> set[str]:
    """Which kinds of markup Discord would act on in a quotation."""
    assert shown.startswith(">>> ")
    plain = PLAIN.sub("x", shown.removeprefix(">>> "))
    return {kind for kind, pattern in LIVE.items() if pattern.search(plain)}


MARKED_UP = {
    "mention": "<@190000000000000042> <@&5> <#6> </ask:7> <:smile:8> <a:wave:9> <t:1700000000:R> <id:guide>",
    "heading": "# big\n## smaller\n### small",
    "small print": "words\n-# small print",
    "list": "words\n- one\n  - two\n* three",
    "masked link": "[the agenda](https://example.org/a)",
    "emphasis": "**bold** *it* _it_ __under__ ~~gone~~ ||hidden||",
    "code": "`code` ```block```",
}

pieces = st.sampled_from(
    [
        "https://",
        "https://a.b/",
        *"*_`~|<>[]()#-\\:@&!/ \nax1",
        "\n# ",
        "\n-# ",
        "\n\n- ",
        "[a](b)",
        "<@1>",
        "<@&1>",
        "<#1>",
        "||",
        "```",
    ]
)
heavy = st.lists(pieces, max_size=40).map("".join)


@given(heavy)
@example("[one](https://example.org/1) and [two](https://example.org/2)")
@example("[**bold**](https://example.org)")
@example("words\n\n- a list after an empty line")
@example("words\n\n-# small print after an empty line")
@example("\\<@190000000000000042>")
@example("\\\\# heading\n\\# heading")
@example("**https://example.org/a** and *https://example.org/b*")
@example("https://example.org/* and https://example.org/*")
@example("[the agenda](https://example.org/a_b)")
@example("<https://example.org> <https://example.org|x> <@1>https://<@1>")
def test_nothing_that_a_person_wrote_is_read_as_markup(words: str) -> None:
    assert live_in(_send.quoted(Words(words))) == set()


BESIDE_ADDRESSES = {
    # An address goes on to the next space or "<", so a backslash before that is part of it.
    "a mention after an address": "https://a.example/<@190000000000000042>",
    "a channel after an address": "see https://a.example/b<#800000000000000001>",
    "an address after an address": "https://https://<@1>",
    # Fewer than two characters, or points alone, make no address.
    "marks in what is no address": "https://_. hello https://_.",
    "code in what is no address": "https://` x https://`",
    "one mark only": "https://* x https://*",
}


@pytest.mark.parametrize("words", BESIDE_ADDRESSES.values(), ids=BESIDE_ADDRESSES)
def test_nothing_beside_an_address_is_read_as_markup(words: str) -> None:
    assert live_in(_send.quoted(Words(words))) == set()


@pytest.mark.parametrize(("kind", "words"), MARKED_UP.items())
def test_each_kind_of_markup_is_made_plain(kind: str, words: str) -> None:
    assert live_in(_send.quoted(Words(words))) == set()


@pytest.mark.parametrize(("kind", "words"), MARKED_UP.items())
def test_a_bare_quotation_would_be_read_as_markup(kind: str, words: str) -> None:
    """The planted fault."""
    assert kind in live_in(f">>> {words}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a_b_c/*d*",
        "http://example.org/~somebody/[1]?a=`b`|c#d-e",
        "https://example.org/minutes__final__.pdf",
    ],
)
def test_an_address_stays_one_that_leads_somewhere(address: str) -> None:
    """A backslash in it would break it."""
    assert _send.quoted(Words(address)) == f">>> {address}"
    assert _send.quoted(Words(f"*see* {address} _now_")) == f">>> \\*see\\* {address} \\_now\\_"


@given(heavy)
def test_a_quotation_takes_nothing_away(words: str) -> None:
    quoted = _send.quoted(Words(words)).removeprefix(">>> ")
    without = iter(quoted)
    assert all(character in without for character in words)
    assert len(quoted) <= 2 * len(words)


@given(heavy)
def test_a_box_is_not_left_before_its_end(words: str) -> None:
    boxed = _send.boxed(Words(words))
    assert boxed.startswith("```\n")
    assert boxed.endswith("\n```")
    assert "```" not in boxed[3:-3]
    assert len(boxed) == len(words) + 8


def texts(notice: Notice) -> list[str]:
    view = _send.layout(notice, WORDING_OF_ALL)
    return [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]


CARD = (
    Line("question-card", {"number": 10**9}),
    Line("question-card-answer"),
    Line("question-card-ended-facilitator"),
)


def card_of(question: str, answer: str) -> Notice:
    head, between, foot = CARD
    return Notice((head, Words(question[:LONGEST]), between, Words(answer[:LONGEST]), foot))


@given(heavy.filter(bool), heavy.filter(bool))
@example("*", "_")
@example("`", "`")
@example("\N{FACE WITH TEARS OF JOY}", "*")
def test_two_of_the_longest_texts_fit_one_message(question: str, answer: str) -> None:
    shown = texts(card_of(question * LONGEST, answer * LONGEST))
    assert sum(map(len, shown)) <= MOST_TEXT
    assert len(shown) == 5


def test_words_are_boxed_only_where_a_quotation_would_not_fit() -> None:
    assert texts(card_of("plain", "plain"))[1] == ">>> plain"
    assert texts(card_of("*" * LONGEST, "*" * LONGEST))[1].startswith("```\n")


def test_nobody_is_rung() -> None:
    assert _send.NOBODY.to_dict() == {"parse": []}
    assert discord.AllowedMentions.all().to_dict() != {"parse": []}


def test_what_stands_in_a_notice_is_shown_in_its_order() -> None:
    notice = Notice((Line("question-mine-title"), Words("one"), Line("question-card-answer"), Words("two")))
    assert texts(notice) == ["## My questions", ">>> one", "**A facilitator answers:**", ">>> two"]


def test_buttons_carry_their_action_and_token_and_stand_in_one_row() -> None:
    buttons = (
        Button("questions:mine", "question-button-mine", "token"),
        Button("questions:ask", "question-button-ask", main=True),
    )
    view = _send.layout(Notice((Line("panel-title"),), buttons), WORDING_OF_ALL)
    (row,) = [item for item in view.children if isinstance(item, discord.ui.ActionRow)]
    shown = [item for item in row.children if isinstance(item, discord.ui.Button)]
    assert [(each.custom_id, each.label) for each in shown] == [
        ("questions:mine:token", "My questions"),
        ("questions:ask:", "Ask anonymously"),
    ]
    assert [each.style for each in shown] == [discord.ButtonStyle.secondary, discord.ButtonStyle.primary]


@pytest.mark.parametrize(("buttons", "rows"), [(0, []), (1, [1]), (5, [5]), (6, [5, 1]), (11, [5, 5, 1])])
def test_buttons_stand_in_rows_of_five(buttons: int, rows: list[int]) -> None:
    made = tuple(Button("questions:mine", "question-button-mine", str(number)) for number in range(buttons))
    view = _send.layout(Notice((Line("panel-title"),), made), WORDING_OF_ALL)
    found = [item for item in view.children if isinstance(item, discord.ui.ActionRow)]
    assert [len(row.children) for row in found] == rows
    shown = [
        child.custom_id for row in found for child in row.children if isinstance(child, discord.ui.Button)
    ]
    assert shown == [button.custom_id for button in made]


def test_in_a_direct_message_each_token_says_the_community_first() -> None:
    buttons = (
        Button("questions:mine", "question-button-mine", "token"),
        Button("questions:ask", "panel-title"),
    )
    view = _send.layout(Notice((Line("panel-title"),), buttons), WORDING_OF_ALL, prefix="12345.")
    shown = [item.custom_id for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    assert shown == ["questions:mine:12345.token", "questions:ask:12345."]


def test_a_button_is_labelled_with_its_values() -> None:
    button = Button("questions:own", "question-button-own-number", "token", values={"number": 7})
    view = _send.layout(Notice((Line("panel-title"),), (button,)), WORDING_OF_ALL)
    (shown,) = [item for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    assert shown.label == "Question 7"


async def test_a_layout_waits_for_nobody() -> None:
    """Presses are found by their `custom_id`; a view kept in memory would be lost at a restart."""
    view = _send.layout(Notice((Line("panel-title"),)), WORDING_OF_ALL)
    assert view.is_finished()
    assert view.timeout is None
