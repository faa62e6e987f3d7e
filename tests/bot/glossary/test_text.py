"""What the glossary says: plain first, complete, and never more than Discord takes."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from bot.core.notices import Form, Line, Notice, Words
from bot.core.wording import Wording
from bot.glossary.rules.pages import MOST_MEANINGS, MOST_PRINTED, WORDS_ON_A_PAGE, by_name, cut, shelf, themes
from bot.glossary.rules.seeking import Sought, sought
from bot.glossary.text import browsing, jargon, meaning
from bot.glossary.text.jargon import Jargon, Spot
from bot.glossary.text.meaning import Answer, Choice, Lost, Where
from cogs import _send
from config.settings import WORDING
from tests.bot.glossary.samples import PLAIN, terms, worst
from tests.bot.samples import shown_by

WORDS = Wording(WORDING)
HERE, CHAT, WRITTEN = Where(), Where(chat=True), Where(chat=True, stays=True)
#: Discord's limits for all the text of a message, and for its rows of buttons.
MOST_TEXT, MOST_ROWS = 4_000, 5
SIMPLER, LOOK = "I know a simpler way to say it", "What does that word mean?"


def said(notice: Notice) -> str:
    """What somebody reads."""
    return "\n".join(
        WORDS.say(part, plain=_send.inline) if isinstance(part, Line) else part.words for part in notice.parts
    )


def labels(notice: Notice) -> list[str]:
    """The buttons that she sees."""
    return [WORDS.say(Line(button.label, button.values)) for button in notice.buttons]


def faults(notice: Notice) -> list[str]:
    """What Discord would refuse a message for."""
    try:
        made = _send.layout(notice, WORDS)
    except ValueError:
        # discord.py itself takes no more.
        return ["parts"]
    rows = sum(type(child).__name__ == "ActionRow" for child in made.children)
    found = ["rows"] if rows > MOST_ROWS else []
    return found + (["text"] if made.content_length() > MOST_TEXT else [])


SHOWN = [
    (name, made)
    for name, made in itertools.chain.from_iterable(map(shown_by, (meaning, jargon, browsing)))
    if isinstance(made, Notice)
]


def test_everything_fits_whatever_the_terms_hold() -> None:
    assert len(SHOWN) > 40
    assert [(name, faults(notice)) for name, notice in SHOWN if faults(notice)] == []


def test_what_does_not_fit_is_found() -> None:
    """The planted faults."""
    line = Line("glossary-plain", {"plain": Words("x" * 399)})
    assert faults(Notice((line,) * 11)) == ["text"]
    assert faults(Notice((Line("glossary-empty"),) * 41)) == ["parts"]
    assert faults(Notice((), tuple(replace(meaning.LOOK, new_row=True) for _ in range(5)))) == []


TOLD = "Every three months the facilitators are told which words five or more people looked up. Never who."


def test_the_plain_meaning_comes_before_everything_else() -> None:
    joint = replace(PLAIN, id="b", name="Joint", shorts=())
    notice = meaning.meaning(Answer(PLAIN, (joint,)), HERE)
    assert said(notice).splitlines() == [
        "## Osteoarthritis (OA)",
        "A joint is worn, so it hurts and gets stiff.",
        "A patient or member of the public has checked that this is plain.",
        "**More exactly:** A common disorder of joints.",
        "**As you may hear it:** “How do we help people with OA to stay active?”",
        "**How to say it:** OSS-tee-oh-ar-THRY-tis",
        "Written by: Equal Footing's starter glossary",
        "It was last checked on 2 March 2026.",
        "The exact meaning is the official one.",
        TOLD,
        "Press a word below to read what it means:",
    ]
    assert labels(notice) == [
        "Joint",
        "Still not clear? Ask anonymously",
        SIMPLER,
        "Show it to everyone",
        "All words",
    ]


def test_what_nobody_has_filled_in_leaves_no_gap() -> None:
    bare = replace(PLAIN, precise="", example="", said="", by="", checked_on=None)
    bare = replace(bare, is_checked_by_lay=False, is_official=False)
    assert said(meaning.meaning(Answer(bare), HERE)).splitlines() == [
        "## Osteoarthritis (OA)",
        "A joint is worn, so it hurts and gets stiff.",
        "Somebody here wrote this.",
        "It has not been checked since it was written.",
        TOLD,
    ]


def test_what_bears_the_mark_is_not_called_unchecked() -> None:
    for marked in (True, False):
        told = said(meaning.meaning(Answer(replace(PLAIN, checked_on=None, is_checked_by_lay=marked)), HERE))
        assert ("has checked that this is plain" in told, "has not been checked" in told) == (
            marked,
            not marked,
        )


def test_a_word_that_was_typed_in_another_way_is_named_and_others_are_offered() -> None:
    other = replace(PLAIN, id="o", name="Osteoporosis")
    notice = meaning.meaning(Answer(PLAIN, others=(other,), typed="ostioarthritus"), HERE)
    assert said(notice).startswith("I looked for “ostioarthritus”. This is the nearest word that I know:")
    assert labels(notice)[0] == "Osteoporosis"


def test_a_term_goes_with_others_and_never_with_itself_or_twice() -> None:
    joint = replace(PLAIN, id="b", name="Joint")
    notice = meaning.meaning(Answer(PLAIN, (joint, PLAIN, joint), (joint,)), HERE)
    assert labels(notice) == [
        "Joint",
        "Still not clear? Ask anonymously",
        SIMPLER,
        "Show it to everyone",
        "All words",
    ]


def test_several_meanings_stand_side_by_side_each_with_its_theme() -> None:
    access = replace(PLAIN, id="a2", name="Open access", theme="research", plain="Free for all to read.")
    notice = meaning.meanings(Choice("OA", "k1", (PLAIN, access)), HERE)
    assert said(notice).splitlines() == [
        "“OA” can mean 2 things. Press one to read more:",
        "**Osteoarthritis (OA)** (Joints, bones and muscles)",
        "A joint is worn, so it hurts and gets stiff.",
        "**Open access (OA)** (Research)",
        "Free for all to read.",
    ]
    opens = [
        "Osteoarthritis (Joints, bones and muscles)",
        "Open access (Research)",
        "Ask anonymously",
        "All words",
    ]
    assert labels(notice) == opens
    assert [button.token for button in notice.buttons] == ["a1", "a2", "k1", ""]


def test_more_meanings_than_fit_are_not_hidden() -> None:
    notice = meaning.meanings(Choice("X", "", terms("x", MOST_MEANINGS + 1)), HERE)
    assert "can mean 7 things" in said(notice)
    assert "There are more." in said(notice)


def test_a_word_that_is_not_there_is_nobodys_fault_and_can_be_asked() -> None:
    notice = meaning.nothing(Lost("flurb", "k1", (PLAIN,)), HERE)
    assert "That is not your fault" in said(notice)
    assert labels(notice) == ["Osteoarthritis", "Ask anonymously", LOOK, "Add a word", "All words"]
    assert [button.custom_id for button in notice.buttons][:2] == ["glossary:term:a1", "glossary:ask:k1"]


@pytest.mark.parametrize(
    "notice",
    [
        meaning.meaning(Answer(PLAIN), WRITTEN),
        meaning.meanings(Choice("OA", "k1", (PLAIN, worst("x"))), WRITTEN),
        meaning.nothing(Lost("flurb", "k1"), WRITTEN),
    ],
)
def test_in_the_chat_nothing_of_it_goes_into_a_question_and_discord_is_named(notice: Notice) -> None:
    (ask,) = [button for button in notice.buttons if button.action.endswith((":ask", ":unclear"))]
    assert (ask.action, ask.token) == ("questions:ask", "")
    assert "Discord keeps what is typed in this chat" in said(notice)
    assert "Discord keeps" not in said(meaning.meaning(Answer(PLAIN), CHAT)), "only she sees that one"


def test_nothing_that_somebody_looked_up_stands_in_a_custom_id() -> None:
    notices = [
        meaning.nothing(Lost("secretword", "k1"), HERE),
        meaning.meanings(Choice("secretword", "k1", (PLAIN, worst("x"))), HERE),
        meaning.meaning(Answer(PLAIN, typed="secretword"), HERE),
        jargon.explained(Jargon("k1", 0, 1, (Spot("secretword", (PLAIN,)),), ("SECRETWORD",))),
    ]
    ids = [button.custom_id for notice in notices for button in notice.buttons]
    assert [id_ for id_ in ids if "secretword" in id_.lower()] == []


def test_what_people_wrote_is_no_markup() -> None:
    loud = replace(PLAIN, name="**@everyone**", plain="# <@&1> [press](https://example.org)")
    told = said(meaning.meaning(Answer(loud), HERE))
    assert "\\*\\*@everyone\\*\\*" in told
    assert "<@&1>" not in told.replace("\\<@&1>", "")
    assert "](" not in told.replace("\\[press](", "")


def test_the_form_takes_as_much_as_a_word_can_have() -> None:
    made = meaning.form()
    assert isinstance(made, Form)
    assert [box.most for box in made.fields if hasattr(box, "most")] == [100]


# The jargon of a message


def test_each_term_of_a_message_has_its_plain_meaning_and_its_button() -> None:
    access = replace(PLAIN, id="a2", name="Open access", plain="Free for all to read.")
    icb = replace(PLAIN, id="a3", name="Integrated care board", shorts=("ICB",), plain="It plans care.")
    notice = jargon.explained(
        Jargon("k1", 0, 1, (Spot("ICB", (icb,)), Spot("OA", (PLAIN, access))), ("FCP",))
    )
    assert said(notice).splitlines() == [
        "## In plain words",
        "**Integrated care board (ICB):** It plans care.",
        "“OA” can mean one of these:",
        "**Osteoarthritis (OA):** A joint is worn, so it hurts and gets stiff.",
        "**Open access (OA):** Free for all to read.",
        "I do not know these letters. Press a button, and a form opens with the question in it. "
        "Nobody in this community can see who asked.",
    ]
    assert labels(notice) == [
        "Integrated care board",
        "Osteoarthritis",
        "Open access",
        "What does FCP mean?",
    ]


def test_pages_are_turned_and_the_unknown_letters_are_on_the_last() -> None:
    spots = (Spot("OA", (PLAIN,)),)
    first, second, last = (jargon.explained(Jargon("k1", at, 3, spots, ("FCP",))) for at in range(3))
    assert [labels(each)[1:] for each in (first, second, last)] == [
        ["More"],
        ["Back", "More"],
        ["What does FCP mean?", "Back"],
    ]
    assert [button.token for button in second.buttons[1:]] == ["k1-0", "k1-2"]
    assert said(second).startswith("## In plain words (2 of 3)")


# All words


def test_a_theme_is_read_page_by_page_in_the_order_of_a_dictionary() -> None:
    many = [replace(PLAIN, id=str(at), name=f"Word {at:02}") for at in reversed(range(20))]
    pages = [shelf(by_name(many), "nhs", 3, page) for page in range(3)]
    assert [len(page.terms) for page in pages] == [WORDS_ON_A_PAGE, WORDS_ON_A_PAGE, 4]
    assert [term.name for page in pages for term in page.terms] == [f"Word {at:02}" for at in range(20)]
    assert labels(browsing.shelf(pages[0]))[8:] == ["More", "All themes", "Print these words"]
    assert labels(browsing.shelf(pages[1]))[8:] == ["Back", "More", "All themes", "Print these words"]
    assert labels(browsing.shelf(pages[2]))[4:] == ["Back", "All themes", "Print these words"]
    assert said(browsing.shelf(pages[1])).startswith("## The NHS (2 of 3)")


@pytest.mark.parametrize(("page", "shown"), [(-1, 0), (3, 2), (10**6, 2)])
def test_a_page_that_is_not_there_is_the_nearest_one(page: int, shown: int) -> None:
    many = [replace(PLAIN, id=str(at)) for at in range(20)]
    assert shelf(many, "nhs", 0, page).page == shown


def test_themes_come_as_the_terms_do_with_their_numbers() -> None:
    own = replace(PLAIN, theme="Our *own*")
    found = themes([own, PLAIN, PLAIN])
    notice = browsing.themes(browsing.Themes(found, 0, 2))
    together = ["Add a word", "Words that were proposed", "Words to look after"]
    assert labels(notice) == ["Our *own* (1)", "Joints, bones and muscles (2)", LOOK, *together]
    assert [button.token for button in notice.buttons][:3] == ["0-0", "1-0", ""]


def test_the_page_to_print_is_text_that_every_program_reads() -> None:
    attached = browsing.to_print("nhs", [PLAIN], WORDS.say)
    assert attached.name == "words.txt"
    assert attached.content.decode("utf-8-sig").split("\r\n") == [
        "The NHS",
        "",
        "Osteoarthritis (OA)",
        "A joint is worn, so it hurts and gets stiff.",
        "How to say it: OSS-tee-oh-ar-THRY-tis",
        "As you may hear it: “How do we help people with OA to stay active?”",
        "",
    ]


def test_a_theme_that_is_too_long_to_print_says_so() -> None:
    printed = browsing.to_print("nhs", [PLAIN] * (MOST_PRINTED + 1), WORDS.say).content.decode()
    assert printed.count("Osteoarthritis (OA)") == MOST_PRINTED
    assert "These are the first 2000 words." in printed


def test_only_an_odd_text_is_shortened_on_a_page() -> None:
    assert cut("A plain meaning of ordinary length, with a hyphen-ated word. " * 4, 400).endswith("word.")
    assert len(cut("*" * 300, 400)) == 200


# What a message to the bot asks for


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what is a commissioner?", "commissioner"),
        ("What is an ICB?", "ICB"),
        ("What’s the ICB", "ICB"),
        ("whats MSK", "MSK"),
        ("what are allied health professionals?", "allied health professionals"),
        ("What does PPIE mean?", "PPIE"),
        ("what does “co-production” mean here?", "co-production"),
        ("hi, what does NICE stand for please?", "NICE"),
        ("meaning of tacit knowledge", "tacit knowledge"),
        ("What is the meaning of the word audit?", "audit"),
        ("Could you please explain service specification?", "service specification"),
        ("define pathway", "pathway"),
        ("What is meant by thematic analysis?", "thematic analysis"),
        ("tell me what a pathway is", "pathway"),
        ("", None),
        ("hello", None),
        ("I do not know what to say", None),
        ("Please tell me secretly what a zebra pathway is", None),
        ("What is the date and the place of the next meeting of our group?", None),
        ("what is " + "x" * 4_000, None),
        ("what is " + "." * 3_900, None),
    ],
)
def test_a_question_for_a_word_is_told_from_any_other_message(text: str, word: str | None) -> None:
    found = sought(text)
    assert (found.word if found else None) == word


def test_it_is_known_when_somebody_surely_asks_for_a_word() -> None:
    assert sought("What does the grand plan mean?") == Sought("grand plan", surely=True)
    assert sought("what is a zebra") == Sought("zebra", surely=True)
    assert sought("what is your favourite colour") == Sought("your favourite colour", surely=False)


def test_no_date_is_written_as_numbers() -> None:
    told = said(meaning.meaning(Answer(replace(PLAIN, checked_on=date(2026, 12, 31))), HERE))
    assert "It was last checked on 31 December 2026." in told
