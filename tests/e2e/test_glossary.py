"""Looking words up, as the one who looks and everybody else sees it, in the real bot."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.glossary.service import LookingUp
from rehearsal import CannotUse, Outcome, Rehearsal
from tests.e2e.conftest import Log, cards, pass_window, set_up
from tests.e2e.flows import (
    CROWD,
    KINDS,
    everybody,
    join,
    labels,
    press_more,
    readers,
    screen,
    seen,
    write_to_the_bot,
)

GENERAL, QUESTIONS = "general", "questions"
MENU = "Explain the jargon here"
PANEL_BUTTON = "What does that word mean?"
THE_BOARD = "The local organisation that plans health service care for an area in England."
HARD = "The ICB asked whether OA clinics fit the pathway, and the ZQXT agreed."
#: What nobody can have typed by chance.
ODD = "zzyzxly"


async def look(rehearsal: Rehearsal, who: str, word: str, *, channel: str = QUESTIONS) -> Outcome:
    """Somebody looks a word up by the panel's button."""
    opened = await rehearsal.person(who).press(PANEL_BUTTON, channel=channel)
    assert opened.form is not None, opened
    return await opened.form.submit({"The word": word}, unchecked=True)


async def explain(rehearsal: Rehearsal, who: str, text: str, *, channel: str = GENERAL) -> Outcome:
    """Somebody else writes, and she has the message's jargon explained."""
    message = await rehearsal.person("Helen").say(channel, text)
    return await rehearsal.person(who).use_menu(MENU, message=message, channel=channel)


def everything(folder: Path) -> bytes:
    """All that is in the databases' files, journals included."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*.db*")))


# By name


@pytest.mark.parametrize("who", KINDS)
async def test_everybody_gets_the_plain_meaning_first_and_alone(community: Rehearsal, who: str) -> None:
    told = await look(community, who, "icb")
    lines = seen(told).splitlines()
    assert lines[0] == "## Integrated care board (ICB)"
    assert lines[1].startswith(THE_BOARD)
    assert "**More exactly:** " in seen(told)
    assert "**As you may hear it:** “" in seen(told)
    assert "**How to say it:** each letter: I, C, B" in seen(told)
    assert "Written by: " in seen(told)
    assert readers(community, THE_BOARD) == {who}


async def test_the_command_with_a_word_the_command_without_and_the_panel_say_the_same(
    community: Rehearsal,
) -> None:
    amina = community.person("Amina")
    by_command = await amina.command("meaning", channel=GENERAL, word="ICB")
    opened = await amina.command("meaning", channel=GENERAL)
    assert opened.form is not None
    assert opened.form.title == PANEL_BUTTON
    by_form = await opened.form.submit({"The word": "ICB"})
    assert seen(by_command) == seen(by_form) == seen(await look(community, "Amina", "ICB"))


async def test_while_she_types_words_are_suggested_and_a_suggestion_opens_its_term(
    community: Rehearsal,
) -> None:
    amina = community.person("Amina")
    offered = await amina.suggestions("meaning", "word", "integrated care b", channel=GENERAL)
    assert offered.failed is None
    label, value = offered.choices[0]
    assert label == "Integrated care board (ICB)"
    told = await amina.command("meaning", channel=GENERAL, word=value)
    assert THE_BOARD in seen(told)
    many = await amina.suggestions("meaning", "word", "", channel=GENERAL)
    assert many.failed is None
    assert len(many.choices) == 25
    none = await amina.suggestions("meaning", "word", "x" * 4_000, channel=GENERAL)
    assert (none.failed, none.choices) == (None, ())


async def test_a_word_that_was_misheard_is_found_and_what_was_typed_is_named(community: Rehearsal) -> None:
    told = await look(community, "Amina", "comissioning")
    assert "I looked for “comissioning”. This is the nearest word that I know:" in seen(told)
    assert "## Commissioning" in seen(told)


async def test_two_meanings_stand_side_by_side_and_one_press_opens_one(community: Rehearsal) -> None:
    told = await look(community, "Derek", "OA")
    assert "“OA” can mean 2 things" in seen(told)
    assert "**Osteoarthritis (OA)** (Joints, bones and muscles)" in seen(told)
    assert "**Open access (OA)** (Research)" in seen(told)
    one = await community.person("Derek").press("Open access (Research)", channel=QUESTIONS)
    assert seen(one).startswith("## Open access (OA)")


async def test_a_word_that_goes_with_it_is_one_press_away_and_the_first_stays(community: Rehearsal) -> None:
    told = await look(community, "Amina", "ICB")
    related = labels(told)[0]
    opened = await community.person("Amina").press(related, channel=QUESTIONS, message=told.message)
    assert seen(opened).startswith(f"## {related}")
    assert THE_BOARD in screen(community, "Amina")


# Bad input


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" ", "There was no word in it. Nothing was looked up."),
        ("\n\n", "There was no word in it. Nothing was looked up."),
        ("x" * 4_000, "That has 4000 characters. 100 is the most for a word. Nothing was looked up."),
        (ODD, f"I do not know “{ODD}” yet. That is not your fault"),
        ("@everyone", "I do not know “@everyone” yet."),
        ("<@&1> **b** `c`", "I do not know “\\<@&1> \\*\\*b\\*\\* \\`c\\`” yet."),
        ("?!", "I do not know “?!” yet."),
        ("\N{FACE WITH TEARS OF JOY}" * 50, "I do not know “"),
    ],
)
async def test_whatever_is_typed_is_answered_kindly_and_rings_nobody(
    community: Rehearsal, log: Log, typed: str, told: str
) -> None:
    assert told in seen(await look(community, "Amina", typed))
    if typed.strip():
        outcome = await community.person("Amina").command("meaning", channel=GENERAL, word=typed)
        assert told in seen(outcome)
    assert not any(each.rings_me for person in community.people for each in person.read(QUESTIONS))
    assert "unexpected error" not in log.getvalue()


async def test_a_word_that_is_not_there_is_asked_with_it_in_the_form_and_comes_out_without_a_name(
    community: Rehearsal,
) -> None:
    told = await look(community, "Amina", ODD)
    assert labels(told)[-4:] == ["Ask anonymously", PANEL_BUTTON, "Add a word", "All words"]
    amina = community.person("Amina")
    opened = await amina.press("Ask anonymously", channel=QUESTIONS, message=told.message)
    assert opened.form is not None
    assert opened.form.fields[0].value == f"What does “{ODD}” mean?"
    assert "is safe here" in seen(await opened.form.submit({}))
    await pass_window(community)
    (card,) = cards(community)
    assert f"What does “{ODD}” mean?" in card
    assert readers(community, f"What does “{ODD}” mean?") == everybody(community)


async def test_words_that_begin_as_it_does_are_offered(community: Rehearsal) -> None:
    told = await look(community, "Amina", "osteoquux")
    assert "Did you mean one of these?" in seen(told)
    assert "Osteoarthritis" in labels(told)


async def test_what_is_still_unclear_is_asked_about(community: Rehearsal) -> None:
    told = await look(community, "Amina", "ICB")
    opened = await community.person("Amina").press(
        "Still not clear? Ask anonymously", channel=QUESTIONS, message=told.message
    )
    assert opened.form is not None
    assert opened.form.fields[0].value == "What does “Integrated care board” mean?"
    await opened.form.submit({})
    await pass_window(community)
    assert len(cards(community)) == 1


# A message


@pytest.mark.parametrize("who", KINDS)
async def test_the_jargon_of_a_message_is_explained_to_whoever_asks_and_nobody_else(
    community: Rehearsal, who: str
) -> None:
    told = await explain(community, who, HARD)
    assert f"**Integrated care board (ICB):** {THE_BOARD}" in seen(told)
    assert "“OA” can mean one of these:" in seen(told)
    assert "What does ZQXT mean?" in labels(told)
    assert readers(community, THE_BOARD) == {who}


async def test_letters_that_nobody_explains_are_asked_about_without_typing(community: Rehearsal) -> None:
    await join(community, *CROWD)
    told = await explain(community, "Amina", HARD)
    opened = await community.person("Amina").press(
        "What does ZQXT mean?", channel=GENERAL, message=told.message
    )
    assert opened.form is not None
    assert opened.form.fields[0].value == "What does “ZQXT” mean?"
    await opened.form.submit({})
    await pass_window(community)
    assert "What does “ZQXT” mean?" in cards(community)[0]


async def test_letters_from_a_private_channel_are_typed_by_hand_and_she_reads_why(
    community: Rehearsal,
) -> None:
    """They would tell in which channel she reads."""
    await join(community, *CROWD, "Leila", "Owen")
    message = await community.person("Owen").say("facilitators", "The ZQXT rang.")
    leila = community.person("Leila")
    told = await leila.use_menu(MENU, message=message, channel="facilitators")
    opened = await leila.press("What does ZQXT mean?", channel="facilitators", message=told.message)
    assert opened.form is not None
    assert opened.form.fields[0].value == ""
    assert "please ask in your own words" in opened.form.text


async def test_a_message_without_hard_words_and_one_of_the_bots_own(community: Rehearsal) -> None:
    assert "I found no hard words here" in seen(await explain(community, "Amina", "See you at four, then."))
    panel = community.person("Amina").read(QUESTIONS)[0]
    told = await community.person("Amina").use_menu(MENU, message=panel, channel=QUESTIONS)
    assert "There is no text in this message" not in seen(told), "its text is in its components"
    with pytest.raises(CannotUse):
        await community.person("Amina").use_menu(MENU, message=told.message, channel=QUESTIONS)


async def test_the_jargon_of_a_card_is_explained(community: Rehearsal) -> None:
    opened = await community.person("Derek").press("Ask anonymously", channel=QUESTIONS)
    assert opened.form is not None
    await opened.form.submit({"Your question": "Who pays the ICB?"})
    await pass_window(community)
    card = next(each for each in community.person("Amina").read(QUESTIONS) if "Who pays" in each.text)
    told = await community.person("Amina").use_menu(MENU, message=card, channel=QUESTIONS)
    assert THE_BOARD in seen(told)


async def test_a_long_message_has_pages_that_are_turned_in_place(community: Rehearsal) -> None:
    long = "ICB, ICS, NICE, NHS, GP, MSK, AHP, FCP, PPIE, CoP, RCT, audit, pathway, commissioning, ZQXT."
    told = await explain(community, "Amina", long)
    assert "## In plain words (1 of " in seen(told)
    assert "What does ZQXT mean?" not in labels(told)
    amina = community.person("Amina")
    more = await amina.press("More", channel=GENERAL, message=told.message)
    assert "## In plain words (2 of " in seen(more)
    assert more.message is not None
    assert told.message is not None
    assert more.message.id == told.message.id
    assert "## In plain words (1 of " in seen(await amina.press("Back", channel=GENERAL))


@pytest.mark.parametrize(
    "text", ["@everyone", "`" * 2_000, "**ICB** [OA](https://example.org/)", "ICB " * 500]
)
async def test_odd_messages_are_explained_too(community: Rehearsal, log: Log, text: str) -> None:
    told = seen(await explain(community, "Amina", text))
    assert ("Integrated care board" in told) == ("ICB" in text)
    assert "unexpected error" not in log.getvalue()


# All words


async def test_a_newcomer_who_does_not_know_what_to_look_for_finds_a_word_by_its_theme(
    community: Rehearsal,
) -> None:
    tom, told = community.person("Tom"), await look(community, "Tom", "ICB")
    themes = await tom.press("All words", channel=QUESTIONS, message=told.message)
    assert "Choose what they are about" in seen(themes)
    (nhs,) = [label for label in labels(themes) if label.startswith("The NHS (")]
    shelf = await tom.press(nhs, channel=QUESTIONS, message=themes.message)
    assert seen(shelf).startswith("## The NHS (1 of ")
    second = await tom.press("More", channel=QUESTIONS, message=shelf.message)
    assert seen(second).startswith("## The NHS (2 of ")
    word = labels(second)[0]
    assert seen(await tom.press(word, channel=QUESTIONS, message=second.message)).startswith(f"## {word}")
    printed = await tom.press("Print these words", channel=QUESTIONS, message=second.message)
    assert printed.message is not None
    assert printed.message.only_you
    (file,) = printed.message.files
    text = (await tom.open_file(file)).decode("utf-8-sig")
    assert text.startswith("The NHS\r\n")
    assert THE_BOARD in text
    back = await tom.press("All themes", channel=QUESTIONS, message=second.message)
    assert nhs in labels(back)


# The chat with the bot


@pytest.mark.parametrize("text", ["what is an ICB?", "What does ICB mean?", "meaning of ICB", "ICB", "icb"])
async def test_a_direct_message_that_asks_for_a_word_is_answered_there(
    community: Rehearsal, text: str
) -> None:
    answer = await write_to_the_bot(community, "Amina", text)
    assert answer.text.startswith("## Integrated care board (ICB)")
    assert "Discord keeps what is typed in this chat" in answer.text
    assert readers(community, THE_BOARD) == {"Amina"}


async def test_its_buttons_work_there_and_nothing_that_was_typed_is_in_the_form(community: Rehearsal) -> None:
    answer = await write_to_the_bot(community, "Amina", "what is an ICB?")
    amina = community.person("Amina")
    related = answer.buttons[0].label
    opened = await amina.press(related, message=answer)
    assert seen(opened).startswith(f"## {related}")
    themes = await amina.press("All words", message=answer)
    assert any(label.startswith("The NHS (") for label in labels(themes))
    for message in (answer, opened.message):
        form = await amina.press("Ask anonymously", message=message)
        assert form.form is not None
        assert form.form.fields[0].value == ""
    lost = await write_to_the_bot(community, "Amina", f"what does {ODD} mean?")
    assert f"I do not know “{ODD}” yet." in lost.text
    form = await amina.press("Ask anonymously", message=lost)
    assert form.form is not None
    assert form.form.fields[0].value == ""


@pytest.mark.parametrize(
    "text", ["hello", "What is the date of the next meeting, and where?", "I am lost", "x" * 2_000]
)
async def test_any_other_direct_message_is_answered_with_the_ways_in(community: Rehearsal, text: str) -> None:
    answer = await write_to_the_bot(community, "Amina", text)
    assert "I took nothing from what you typed." in answer.text


# What is left of it


async def test_before_the_community_is_set_up_words_are_explained_and_asking_says_what_is_missing(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    amina = rehearsal.person("Amina")
    told = await amina.command("meaning", channel=GENERAL, word="ICB")
    assert THE_BOARD in seen(told)
    assert THE_BOARD in seen(await explain(rehearsal, "Amina", HARD))
    asked = await amina.press("Still not clear? Ask anonymously", channel=GENERAL, message=told.message)
    assert "Questions are not ready here yet" in seen(asked)
    answer = await write_to_the_bot(rehearsal, "Amina", "what is an ICB?")
    assert "I cannot see that you are in a community" in answer.text


async def test_looking_up_changes_no_byte_of_any_database_and_no_line_of_the_log(
    rehearsal: Rehearsal, bot: asyncio.Task[None], tmp_path: Path, log: Log
) -> None:
    await set_up(rehearsal)
    await look(rehearsal, "Derek", "audit")
    before, logged = everything(tmp_path), log.getvalue()
    told = await look(rehearsal, "Amina", ODD)
    await explain(rehearsal, "Amina", f"The {ODD.upper()} and the ICB.")
    amina = rehearsal.person("Amina")
    await amina.suggestions("meaning", "word", ODD, channel=GENERAL)
    await amina.press("All words", channel=QUESTIONS, message=told.message)
    await write_to_the_bot(rehearsal, "Amina", f"what does {ODD} mean?")
    assert everything(tmp_path) == before
    assert log.getvalue() == logged
    await press_more(amina, "Join this community")
    await join(rehearsal, "Amina")
    assert everything(tmp_path) != before, "what is kept would be found"


# When something goes wrong


async def test_a_fault_of_ours_is_told_as_what_it_is_and_leaves_no_trace(
    community: Rehearsal, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(LookingUp, "meaning", fails)
    by_button = seen(await look(community, "Amina", ODD))
    by_command = seen(await community.person("Amina").command("meaning", channel=GENERAL, word=ODD))
    for told in (by_button, by_command):
        assert "Nothing was lost: looking up leaves no trace." in told
        assert "My questions" not in told
    assert ODD in by_button, "what she typed is given back"
    assert ODD not in log.getvalue()
    monkeypatch.setattr(LookingUp, "direct", fails)
    answer = await write_to_the_bot(community, "Amina", f"what is {ODD}?")
    assert "Nothing was lost, and nothing was asked" in answer.text
