"""The ways in: the panel, `/ask`, the menu of a message; the second look; the promise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rehearsal import CannotUse, Rehearsal, Shown
from tests.e2e.conftest import ask, cards, pass_window
from tests.e2e.flows import (
    CROWD,
    FACILITATORS_ONLY,
    KINDS,
    TELL_ME,
    card,
    everybody,
    join,
    labels,
    meeting_ends,
    mine,
    press,
    press_more,
    readers,
    screen,
    seen,
    under_more,
)

MENU = "I don’t follow this"
HARD = "We must align the commissioning envelope with the pathway."


async def hard_words(community: Rehearsal, channel: str = "general", who: str = "Helen") -> Shown:
    return await community.person(who).say(channel, HARD)


async def test_the_menu_is_there_for_everybody(community: Rehearsal) -> None:
    for person in community.people:
        assert person.menus("general") == [MENU, "Explain the jargon here"]
    assert community.person("Amina").menus() == [], "it is for servers only"


async def test_a_message_is_previewed_and_sent_with_two_presses_and_no_typing(community: Rehearsal) -> None:
    await join(community, *CROWD)
    message = await hard_words(community)
    amina = community.person("Amina")
    preview = await amina.use_menu(MENU, message=message, channel="general")
    assert "### This is how it would come out" in seen(preview)
    assert HARD in seen(preview)
    assert "Nobody can see that it was you." in seen(preview)
    assert labels(preview) == ["Send it", "Put it in my own words", "Never mind"]
    await community.advance(timedelta(minutes=1))
    assert cards(community) == [], "nothing is sent before the second press"
    sent = await amina.press("Send it", channel="general")
    assert "is safe here" in seen(sent)
    await pass_window(community)
    (out,) = cards(community)
    assert f"Someone does not follow this:\n>>> {HARD}" in out
    assert "Helen" not in out
    assert "general" not in out
    assert readers(community, "Someone does not follow this:") == everybody(community)
    for person in community.people:
        assert (HARD in await mine(community, person.name)) == (person.name == "Amina Yusuf")


async def test_with_never_mind_nothing_is_sent(community: Rehearsal) -> None:
    await join(community, *CROWD)
    amina = community.person("Amina")
    await amina.use_menu(MENU, message=await hard_words(community), channel="general")
    told = await amina.press("Never mind", channel="general")
    assert "Nothing was sent" in seen(told)
    again = await amina.press("Send it", channel="general")
    assert "too long ago, or was sent already" in seen(again)
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []


async def test_in_her_own_words_the_message_is_not_on_the_card(community: Rehearsal) -> None:
    await join(community, *CROWD)
    amina = community.person("Amina")
    await amina.use_menu(MENU, message=await hard_words(community), channel="general")
    opened = await amina.press("Put it in my own words", channel="general")
    assert opened.form is not None
    await opened.form.submit({"Your question": "What is an envelope?"})
    await pass_window(community)
    assert "What is an envelope?" in cards(community)[0]
    assert HARD not in cards(community)[0]


async def test_fewer_than_eight_have_joined_so_own_words(community: Rehearsal) -> None:
    message = await hard_words(community)
    await join(community, *CROWD[:7])
    amina = community.person("Amina")
    opened = await amina.use_menu(MENU, message=message, channel="general")
    assert opened.form is not None
    assert "please ask in your own words" in opened.form.text
    await join(community, CROWD[7])
    preview = await amina.use_menu(MENU, message=message, channel="general")
    assert HARD in seen(preview), "the eighth makes the crowd"


@pytest.mark.parametrize("channel", ["patients-and-public", "facilitators"])
async def test_a_private_channels_message_is_never_quoted(community: Rehearsal, channel: str) -> None:
    await join(community, *CROWD, "Hannah", "Leila", "Owen")
    name = "Amina" if channel == "patients-and-public" else "Leila"
    message = await hard_words(community, channel, name)
    opened = await community.person(name).use_menu(MENU, message=message, channel=channel)
    assert opened.form is not None
    assert "please ask in your own words" in opened.form.text
    assert "envelope" not in str(opened.form.fields)
    await opened.form.submit({"Your question": "What is a pathway?"})
    await pass_window(community)
    assert HARD not in cards(community)[0]


async def test_a_message_without_a_text_is_asked_about_in_own_words(community: Rehearsal) -> None:
    """The bot's own messages have none: they are made of components."""
    await join(community, *CROWD)
    panel = community.person("Amina").read("questions")[0]
    opened = await community.person("Amina").use_menu(MENU, message=panel, channel="questions")
    assert opened.form is not None
    assert "please ask in your own words" in opened.form.text


async def test_what_only_she_sees_has_no_such_menu(community: Rehearsal) -> None:
    amina = community.person("Amina")
    shown = await press_more(amina, "What can anyone find out?")
    assert shown.message is not None
    with pytest.raises(CannotUse):
        await amina.use_menu(MENU, message=shown.message, channel="questions")


async def test_the_small_crowd_is_told_first(community: Rehearsal) -> None:
    for joined, few in ((CROWD[:7], True), (CROWD[7:], False)):
        await join(community, *joined)
        opened = await community.person("Amina").press("Ask anonymously", channel="questions")
        assert opened.form is not None
        assert ("fewer than eight people have joined" in opened.form.text) == few
        assert ("talk to a facilitator in private" in opened.form.text) == few


async def test_the_form_asks_three_things_and_has_an_answer_to_two(community: Rehearsal) -> None:
    opened = await community.person("Amina").command("ask", channel="general")
    assert opened.form is not None
    assert [(each.label, each.value) for each in opened.form.fields] == [
        ("Your question", ""),
        ("Who sees it?", "Everyone in the group"),
        ("Tell you when there is an answer?", "No, I will look under My questions"),
    ]


# The second look


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Can I write to amina.y@example.org?", "an e-mail address: “amina.y@example.org”"),
        ("Is 943 476 5919 on file?", "an NHS number: “943 476 5919”"),
        ("Can they ring me on 07700 900123?", "a phone number: “07700 900123”"),
        ("I was born on 3 May 1961, is that too old?", "a date of birth: “3 May 1961”"),
        ("Why did Priya Raman say no?", "names a member here: “Priya Raman”"),
        ("As the only GP here, what do I do?", "may show that it is you: “As the only GP”"),
        ("I am a physiotherapist, may I ask?", "what work somebody does: “I am a physiotherapist”"),
        ("I live in Leeds, is it far?", "where somebody lives, works or goes for care"),
    ],
)
async def test_each_kind_is_shown_before_it_is_sent(community: Rehearsal, words: str, found: str) -> None:
    # Discord shows a bot only those who use it openly.
    await join(community, "Priya")
    looked = await ask(community, "Amina", words)
    told = seen(looked)
    assert "Nothing was sent yet" in told
    assert found in told
    assert labels(looked) == ["Change it", "Send it anyway", "Never mind"]
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []
    assert readers(community, words) == {"Amina"}
    assert "is safe here" in await press(community, "Amina", "Send it anyway")
    await pass_window(community)
    assert readers(community, words) == everybody(community)


async def test_an_ordinary_question_is_not_held_up(community: Rehearsal) -> None:
    """The planted fault: a look that always finds something."""
    assert "is safe here" in seen(await ask(community, "Amina", "What does the word tariff mean here?"))


async def test_changed_it_is_looked_at_again_and_only_the_last_words_are_sent(community: Rehearsal) -> None:
    await ask(community, "Amina", "Can they ring me on 07700 900123?")
    amina = community.person("Amina")
    opened = await amina.press("Change it", channel="questions")
    assert opened.form is not None
    assert opened.form.fields[0].value == "Can they ring me on 07700 900123?"
    again = await opened.form.submit({"Your question": "Can they ring me on 07700 900124?"})
    assert "a phone number" in seen(again)
    opened = await amina.press("Change it", channel="questions", message=again.message)
    assert opened.form is not None
    sent = await opened.form.submit({"Your question": "Can they ring me?"})
    assert "is safe here" in seen(sent)
    await pass_window(community)
    (out,) = cards(community)
    assert "Can they ring me?" in out
    assert "07700" not in out


async def test_what_she_chose_beside_the_text_is_kept_when_she_changes_it(community: Rehearsal) -> None:
    opened = await community.person("Amina").press("Ask anonymously", channel="questions")
    assert opened.form is not None
    chosen = {"Who sees it?": FACILITATORS_ONLY["sees"], "Tell you when there is an answer?": TELL_ME["tell"]}
    await opened.form.submit({"Your question": "Ring me on 07700 900123?", **chosen})
    again = await community.person("Amina").press("Change it", channel="questions")
    assert again.form is not None
    assert {each.label: each.value for each in again.form.fields if each.label in chosen} == chosen
    await again.form.submit({"Your question": "May I speak to somebody?"})
    await pass_window(community)
    assert cards(community) == []
    assert "May I speak to somebody?" in card(community, 1, channel="facilitators").text


async def test_never_mind_after_the_second_look(community: Rehearsal) -> None:
    await ask(community, "Amina", "Can they ring me on 07700 900123?")
    assert "Nothing was sent" in await press(community, "Amina", "Never mind")
    assert "nothing of yours" in await mine(community, "Amina")
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []


async def test_after_a_quarter_of_an_hour_the_draft_is_gone(community: Rehearsal) -> None:
    await ask(community, "Amina", "Can they ring me on 07700 900123?")
    await community.advance(timedelta(minutes=15))
    told = await press(community, "Amina", "Send it anyway")
    assert "too long ago, or was sent already" in told
    assert "copy your words from here" in told


async def test_more_than_twelve_in_an_hour_are_refused_and_the_words_given_back(community: Rehearsal) -> None:
    for number in range(12):
        assert "is safe here" in seen(await ask(community, "Amina", f"What is word {number + 1}?"))
    told = seen(await ask(community, "Amina", "And one more?"))
    assert "That is the most" in told
    assert "And one more?" in told
    assert "is safe here" in seen(await ask(community, "Derek", "May I?")), "it is hers alone"
    await community.advance(timedelta(hours=1))
    assert "is safe here" in seen(await ask(community, "Amina", "And now?"))


# The promise


async def test_the_promise_is_the_same_for_everybody_and_names_each_kind_of_person(
    community: Rehearsal,
) -> None:
    promises = {await under_more(community, name, "What can anyone find out?") for name in KINDS}
    (promise,) = promises
    for who in ("Other members", "Facilitators", "The server’s owner", "The person who runs", "Discord"):
        assert f"**{who}" in promise
    assert "30 days at most" in promise
    assert "nobody can know" not in promise.lower()


async def test_from_the_acknowledgement_too(community: Rehearsal) -> None:
    sent = await ask(community, "Amina", "What is a tariff?")
    assert labels(sent) == ["Take it back", "My questions", "What can anyone find out?"]
    assert "cannot see who asked" in await press(
        community, "Amina", "What can anyone find out?", on=sent.message
    )
    assert "What is a tariff?" in await press(community, "Amina", "My questions", on=sent.message)
    await meeting_ends(community)
    assert "Amina" not in screen(community, "Leila")
