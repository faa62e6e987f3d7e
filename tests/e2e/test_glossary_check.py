"""A facilitator checks a text before it is posted, and posts the words that people will hear."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from rehearsal import Outcome, Rehearsal
from rehearsal.world.components import Button, walk
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.flows import THE_FACILITATORS, everybody, labels, readers, seen
from tests.e2e.hands import forge

GENERAL = "general"
BOX = "Your text"
THE_BOARD = "the local organisation that plans health service care for an area in England"
AGENDA = "# Agenda\n1. The ICB and the **ZQXT** report\n2. OA clinics, <@&5> @everyone\n3. Tea with {braces}"
PRIVATE = "zzyzxly"


async def check(
    rehearsal: Rehearsal, text: str, *, who: str = "Leila", channel: str = THE_FACILITATORS
) -> Outcome:
    """Somebody types the command, puts a text in, and sends the form."""
    opened = await rehearsal.person(who).command("glossary check", channel=channel)
    assert opened.form is not None, opened
    outcome = await opened.form.submit({BOX: text}, unchecked=True)
    await rehearsal.settle()
    return outcome


async def on(
    rehearsal: Rehearsal, label: str, shown: Outcome, *, who: str = "Leila", channel: str = THE_FACILITATORS
) -> Outcome:
    """She presses a button under what only she sees, and all that follows is done."""
    outcome = await rehearsal.person(who).press(label, channel=channel, message=shown.message)
    await rehearsal.settle()
    return outcome


async def text_of(rehearsal: Rehearsal, shown: Outcome, label: str = "Show the text") -> str:
    """What stands in the box, to copy."""
    opened = await on(rehearsal, label, shown)
    assert opened.form is not None
    return opened.form.fields[0].value


def everything(folder: Path) -> bytes:
    """All that is in the databases' files, journals included."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*.db*")))


def cards(rehearsal: Rehearsal, channel: str) -> list[str]:
    """The cards that everybody in a channel reads."""
    shown = rehearsal.person("Leila").read(channel)
    return [each.text for each in shown if "Words you will hear" in each.text and not each.only_you]


# A text made plainer


async def test_what_is_found_is_hers_alone_and_each_press_changes_one_thing(community: Rehearsal) -> None:
    first = await check(community, AGENDA)
    assert "Only you see this. Nothing was posted, and nothing is kept." in seen(first)
    assert "ZQXT" in seen(first)
    assert "becomes “integrated care board (ICB)”" in seen(first)
    assert THE_BOARD in seen(first)
    in_full = await on(community, label_with(first, "Say “ICB” in full"), first)
    assert "**Done.** “ICB” is said in full now." in seen(in_full)
    explained = await on(community, label_with(in_full, "Explain “integrated care board"), in_full)
    text = await text_of(community, explained)
    assert text == AGENDA.replace("The ICB", f"The integrated care board (ICB: {THE_BOARD})")
    assert readers(community, "is explained now") == {"Leila"}
    back = await on(community, "Take that back", explained)
    assert await text_of(community, back) == AGENDA.replace("The ICB", "The integrated care board (ICB)")


def label_with(shown: Outcome, words: str) -> str:
    """The one button whose label has these words in it."""
    (found,) = [each for each in labels(shown) if words in each]
    return found


async def test_the_panels_button_opens_the_same_form(community: Rehearsal) -> None:
    opened = await community.person("Owen").press("Check a text", channel=THE_FACILITATORS)
    assert opened.form is not None
    assert opened.form.title == "Check a text"
    assert opened.form.fields[0].value == ""
    told = await opened.form.submit({BOX: "The ICB met."})
    assert "ICB" in seen(told)
    assert readers(community, "The ICB met.") == {"Owen"}


async def test_the_text_in_the_form_can_be_changed_and_sent_again(community: Rehearsal) -> None:
    first = await check(community, "The ICB met.")
    opened = await on(community, "Show the text", first)
    assert opened.form is not None
    assert opened.form.fields[0].value == "The ICB met."
    again = await opened.form.submit({BOX: "Come at ten."})
    assert "I found nothing that makes it hard to read." in seen(again)
    assert labels(again) == ["Show the text"]


async def test_two_presses_of_one_button_change_one_thing_once(community: Rehearsal) -> None:
    shown = await check(community, "The ICB met, and the ICB paid.")
    label = label_with(shown, "Explain “ICB”")
    both = await asyncio.gather(*(on(community, label, shown) for _ in range(2)))
    for each in both:
        assert "**Done.**" in seen(each)
    assert await text_of(community, both[1]) == f"The ICB ({THE_BOARD}) met, and the ICB paid."


async def test_who_is_no_facilitator_is_told_so_and_a_made_up_token_does_nothing(
    community: Rehearsal,
) -> None:
    for who in ("Amina", "Priya", "Ruth"):
        refused = await community.person(who).command("glossary check", channel=GENERAL)
        assert "Only facilitators can do this" in seen(refused), who
    await check(community, PRIVATE)
    amina, owen = community.person("Amina"), community.person("Owen")
    for action in ("take", "undo", "back", "card", "post", "copy", "copy-card"):
        refused = await forge(community, amina, f"glossary_check:{action}:x")
        assert "Only facilitators can do this" in seen(refused), action
        for token in ("x", "x.0", "", "x.-1", "x.9999999999"):
            gone = await forge(community, owen, f"glossary_check:{action}:{token}", THE_FACILITATORS)
            assert "Nothing was" in seen(gone), action


async def test_a_draft_is_its_writers_alone(community: Rehearsal) -> None:
    shown = await check(community, f"The ICB and {PRIVATE}.")
    assert shown.message is not None
    ids = [str(part.custom_id) for part in community_buttons(community, shown)]
    for custom_id in ids:
        told = await forge(community, community.person("Owen"), custom_id, THE_FACILITATORS)
        assert "This was too long ago" in seen(told), custom_id
        assert PRIVATE not in seen(told)


def community_buttons(rehearsal: Rehearsal, shown: Outcome) -> list[Button]:
    """The buttons of a message as Discord has them."""
    assert shown.message is not None
    message = rehearsal.world.channel_named(THE_FACILITATORS).messages[shown.message.id]
    return [part for part in walk(message.components) if isinstance(part, Button)]


@pytest.mark.parametrize("empty", ["  \n ", "***", "\N{ZERO WIDTH SPACE}", "— … —"])
async def test_a_text_without_a_word_is_refused_in_a_sentence(community: Rehearsal, empty: str) -> None:
    assert "There was no word in your text. Nothing was checked." in seen(await check(community, empty))


@pytest.mark.parametrize("text", ["x" * 4_000, "🙂 a" * 1_333, "ICB " * 1_000, "*_`~|<>[](){}ICB#\\" * 222])
async def test_4000_characters_are_checked_shown_whole_and_never_made_longer(
    community: Rehearsal, text: str
) -> None:
    shown = await check(community, text)
    assert "Nothing was posted" in seen(shown)
    assert await text_of(community, shown) == text.strip()
    while (offers := [each for each in labels(shown) if each[0].isdecimal()]) != []:
        shown = await on(community, offers[0], shown)
        assert "**Done.**" in seen(shown)
    assert len(await text_of(community, shown)) <= 4_000


async def test_after_15_minutes_or_a_restart_nothing_is_left_of_a_text(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        shown = await check(rehearsal, "The ICB met.")
        await rehearsal.advance(timedelta(minutes=15))
        for label in labels(shown):
            told = seen(await on(rehearsal, label, shown))
            assert "This was too long ago." in told, label
            assert "Nothing was changed. Press **Check a text** to begin again." in told
        fresh = await check(rehearsal, "The ICB met.")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert "This was too long ago." in seen(await on(rehearsal, "Show the text", fresh))


async def test_nothing_of_a_text_is_written_or_logged(community: Rehearsal, tmp_path: Path, log: Log) -> None:
    before = everything(tmp_path)
    shown = await check(community, f"{PRIVATE} and the ICB of Dr {PRIVATE.upper()}.")
    taken = await on(community, label_with(shown, "Explain “ICB”"), shown)
    await on(community, "Words you will hear", taken)
    assert everything(tmp_path) == before
    assert PRIVATE not in log.getvalue().lower()


# Words you will hear


async def test_a_card_is_seen_first_and_posted_once_where_she_presses(
    community: Rehearsal, tmp_path: Path
) -> None:
    shown = await check(community, AGENDA + f" {PRIVATE}", channel=GENERAL)
    preview = await on(community, "Words you will hear", shown, channel=GENERAL)
    assert "Nothing has been posted yet." in seen(preview)
    assert "**Integrated care board (ICB):** The local organisation that plans" in seen(preview)
    assert labels(preview) == ["Post it here", "Show it as text", "Back to the text"]
    assert readers(community, "Words you will hear") == {"Leila"}
    both = await asyncio.gather(*(on(community, "Post it here", preview, channel=GENERAL) for _ in range(2)))
    told = " ".join(seen(each) for each in both)
    assert "The card is on its way" in told
    assert "This card is posted already" in told
    (card,) = cards(community, GENERAL)
    assert "**Integrated care board (ICB):** The local organisation that plans" in card
    assert PRIVATE not in card
    assert readers(community, "You can look up any other word") == everybody(community)
    assert PRIVATE.encode() not in everything(tmp_path)
    (message,) = [
        each for each in community.person("Amina").read(GENERAL) if "Words you will hear" in each.text
    ]
    opened = await community.person("Amina").press(
        "What does that word mean?", channel=GENERAL, message=message
    )
    assert opened.form is not None


async def test_a_card_can_be_copied_and_left(community: Rehearsal) -> None:
    shown = await check(community, "The ICB and the pathway.")
    preview = await on(community, "Words you will hear", shown)
    text = await text_of(community, preview, "Show it as text")
    assert text.splitlines()[0].startswith("Integrated care board (ICB): The local organisation that plans")
    back = await on(community, "Back to the text", preview)
    assert "It begins: “The ICB and the pathway.”" in seen(back)
    assert cards(community, THE_FACILITATORS) == []


async def test_neither_a_text_nor_a_card_rings_anybody(community: Rehearsal) -> None:
    shown = await check(community, "@everyone @here <@&5> <@190000000000000042> the ICB", channel=GENERAL)
    preview = await on(community, "Words you will hear", shown, channel=GENERAL)
    await on(community, "Post it here", preview, channel=GENERAL)
    assert len(cards(community, GENERAL)) == 1
    messages = community.world.channel_named(GENERAL).messages.values()
    assert not any(each.mentions or each.mention_everyone for each in messages)


async def test_a_card_is_too_old_after_15_minutes(community: Rehearsal) -> None:
    preview = await on(community, "Words you will hear", await check(community, "The ICB met."))
    await community.advance(timedelta(minutes=15))
    told = seen(await on(community, "Post it here", preview))
    assert "was made too long ago. Nothing was posted just now." in told
    assert cards(community, THE_FACILITATORS) == []


async def test_where_the_bot_may_not_post_facilitators_get_the_card(community: Rehearsal) -> None:
    shown = await check(community, "The ICB met.", channel=GENERAL)
    preview = await on(community, "Words you will hear", shown, channel=GENERAL)
    community.world.deny("Equal Footing", GENERAL, "SEND_MESSAGES")
    await on(community, "Post it here", preview, channel=GENERAL)
    assert cards(community, GENERAL) == []
    (card,) = cards(community, THE_FACILITATORS)
    assert "but I am not allowed to post there. So here it is." in card
    assert "**Integrated care board (ICB):**" in card


async def test_where_the_channel_goes_meanwhile_facilitators_get_the_card(community: Rehearsal) -> None:
    shown = await check(community, "The ICB met.", channel=GENERAL)
    preview = await on(community, "Words you will hear", shown, channel=GENERAL)
    opened = await community.person("Leila").press("Post it here", channel=GENERAL, message=preview.message)
    community.world.delete_channel(GENERAL)
    await community.settle()
    assert "on its way" in seen(opened)
    (card,) = cards(community, THE_FACILITATORS)
    assert "**Integrated care board (ICB):**" in card
