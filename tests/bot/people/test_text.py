"""What is said about joining: short, the whole truth, and the day in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.community.rules import CommunitySettings
from bot.core.notices import Line, Notice
from bot.core.wording import Wording
from bot.people.text import joining as text
from config.settings import WORDING

WORDS = Wording(WORDING)
SETTINGS = CommunitySettings(1)


def said(notice: Notice) -> str:
    return "\n".join(WORDS.say(part) for part in notice.parts if isinstance(part, Line))


def labels(notice: Notice) -> list[str]:
    return [WORDS.say(Line(button.label)) for button in notice.buttons]


def sentences(words: str) -> list[str]:
    return re.findall(r"[^.!?]+[.!?]", words.replace("*", ""))


def test_before_anything_is_kept_four_short_sentences_say_what_and_why() -> None:
    found = sentences(said(text.offer(SETTINGS)))
    assert len(found) == 4
    assert max(len(sentence.split()) for sentence in found) <= 25
    for told in (
        "the day",
        "your account",
        "your roles here",
        "what you say about yourself",
        "lawful basis",
        "one press",
        "ask and look words up without joining",
        "send you messages",
    ):
        assert told in " ".join(found), told


def test_a_fifth_sentence_is_counted() -> None:
    """The planted fault."""
    assert len(sentences(said(text.offer(SETTINGS)) + " And a fifth.")) == 5


def test_both_answers_are_one_press_away_and_so_is_leaving() -> None:
    assert labels(text.offer(SETTINGS)) == ["Join", "Not now"]
    assert labels(text.joined(date(2026, 5, 14))) == ["About me", "Leave"]
    assert labels(text.not_now()) == labels(text.left()) == []


MONTHS = (
    ("January", 1),
    ("February", 2),
    ("March", 3),
    ("April", 4),
    ("May", 5),
    ("June", 6),
    ("July", 7),
    ("August", 8),
    ("September", 9),
    ("October", 10),
    ("November", 11),
    ("December", 12),
)


@pytest.mark.parametrize(("month", "number"), MONTHS)
def test_the_day_is_said_in_words(month: str, number: int) -> None:
    assert f"on 1 {month} 2026." in said(text.joined(date(2026, number, 1)))


def test_whoever_declines_or_leaves_reads_that_nothing_is_kept_and_how_to_join_later() -> None:
    for notice, told in ((text.not_now(), "Nothing was kept"), (text.left(), "keeps nothing")):
        assert told in said(notice)
        way = [WORDS.say(Line(label)) for label in ("panel-button-more", "people-button-join")]
        assert f"**{way[0]}** on the panel, then **{way[1]}**" in said(notice)
