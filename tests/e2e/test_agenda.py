"""An agenda from its first item to the steering group's yes, as each kind of person meets it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import Log
from tests.e2e.contacts import FACILITATORS, begin, mention
from tests.e2e.flows import THE_QUESTIONS, fill, labels, press, screen, seen
from tests.e2e.hands import custom_ids, forge
from tests.e2e.test_standing_roles import offer

MEETING = {"What is it called?": "The zyzzle meeting", "When?": "14 May 2pm", "How many minutes?": "60"}
NAME, MINUTES, SPEAKER = "What is it called?", "How many minutes?", "Who speaks?"
GROUP, PURPOSE = "Whose minutes are they?", "What is it for?"
LETTERS = {
    **{NAME: "How letters are written", MINUTES: "45", SPEAKER: "Somebody from the ward"},
    **{GROUP: "Clinical", PURPOSE: "To decide together"},
}
OPEN = {
    "What can still be changed?": "The words of the letter",
    "What is fixed?": "The money",
    "Which experience do you want to hear?": ["Using services", "Caring for somebody"],
}
ADD, USE, BACK = "Add an item", "Yes, use this", "Back to the agenda"
WORDS = "What is open, what is fixed"


async def plan(rehearsal: Rehearsal) -> str:
    """Leila plans a meeting; its id."""
    opened = await rehearsal.person("Leila").command("meeting schedule", channel=FACILITATORS)
    assert opened.form is not None
    shown = await opened.form.submit(MEETING)
    await rehearsal.person("Leila").press(USE, channel=FACILITATORS, message=shown.message)
    await hers(rehearsal, "Meetings")
    return custom_ids(rehearsal, FACILITATORS)["Agenda 1"].rpartition(":")[2]


async def hers(rehearsal: Rehearsal, label: str, who: str = "Leila") -> str:
    """A facilitator presses; what she reads."""
    return await press(rehearsal, who, label, channel=FACILITATORS)


async def types(rehearsal: Rehearsal, label: str, values: dict[str, object]) -> str:
    """Leila presses, and fills in the form that opens; what she reads."""
    return await fill(rehearsal, "Leila", label, values, channel=FACILITATORS)  # type: ignore[arg-type]


async def told(rehearsal: Rehearsal, who: str, custom_id: str) -> str:
    """What somebody reads who presses a button that is not before her."""
    outcome = await forge(rehearsal, rehearsal.person(who), custom_id)
    return seen(outcome)


async def test_a_facilitator_prepares_an_agenda_and_everybody_can_read_it(
    community: Rehearsal, log: Log
) -> None:
    meeting = await plan(community)
    before = {who: screen(community, who) for who in ("Amina", "Priya", "Ruth")}
    assert "nothing on this agenda yet" in await hers(community, "Agenda 1")
    for typed, fault in (
        ({MINUTES: "0"}, "An item takes 1 to 480 minutes. Nothing was saved."),
        ({NAME: "*" * 4_000}, "The name has 4000 characters. 80 is the most. Nothing was saved."),
    ):
        opened = await community.person("Leila").press(ADD, channel=FACILITATORS)
        assert opened.form is not None
        answer = seen(await opened.form.submit({**LETTERS, **typed}, unchecked=True))
        assert fault in answer
        (wrong,) = typed.values()
        assert wrong[:50] in answer.replace("\\", ""), "what she typed is given back"
        await hers(community, "Meetings")
        await hers(community, "Agenda 1")
    assert "Nothing is saved yet" in await types(community, ADD, dict(LETTERS))
    preview = await types(community, WORDS, dict(OPEN))
    assert "Its minutes are those of: **Clinical**" in preview
    assert "nothing on this agenda" in await hers(community, BACK)
    await types(community, ADD, dict(LETTERS))
    await types(community, WORDS, dict(OPEN))
    shown = await hers(community, USE)
    assert "14:00, 45 minutes, to decide together. Who speaks: Somebody from the ward" in shown
    await types(community, ADD, {**LETTERS, NAME: "What comes next", GROUP: "Managerial"})
    shown = await hers(community, USE)
    for part in (
        "From **13:45**, a room is open for arriving early",
        "**14:45** Break, 10 minutes",
        "**2. What comes next**\n14:55, 45 minutes",
        "All of it takes 100 minutes, break included.** The meeting has 60. That is 40 more",
    ):
        assert part in shown, shown
    assert "Patient or public member: **no minutes**" in await hers(community, "Minutes by role group")
    await hers(community, BACK)
    await hers(community, "Arriving and break")
    assert "There is no break." in await hers(community, "No break")
    assert "Break," not in await hers(community, BACK)
    assert "Take it out" in labels(await community.person("Leila").press("Item 2", channel=FACILITATORS))
    assert "is not on the agenda any more" in await hers(community, "Take it out")
    assert "What comes next" in await hers(community, "Put it back")
    invitation = await hers(community, "Draft an invitation")
    assert "The bot does not send it." in invitation
    assert "– How letters are written. You can still change: The words of the letter" in invitation
    assert {who: screen(community, who) for who in before} == before

    read = await told(community, "Derek", f"agenda:show:{meeting}")
    assert "### What “The zyzzle meeting” is about" in read
    assert "We would like to hear from people who use health or social care. Also from people" in read
    assert "Clinical" not in read
    for who in ("Amina", "Priya", "Ruth"):
        for action in ("open", "list", "groups", "invite", "ask", "add"):
            answer = await told(community, who, f"agenda:{action}:{meeting}")
            assert "Only facilitators can do this" in answer
    assert "letters" not in log.getvalue()


async def one_of_it(rehearsal: Rehearsal, tmp_path: Path) -> str:
    """A meeting with an agenda, and Amina is in the steering group; the meeting's id."""
    await begin(rehearsal, tmp_path)
    meeting = await plan(rehearsal)
    await hers(rehearsal, "Agenda 1")
    await types(rehearsal, ADD, dict(LETTERS))
    assert "nobody has that role here" in await hers(rehearsal, USE)
    assert "Nobody has the role steering group here" in await hers(rehearsal, "Ask the steering group")
    await offer(rehearsal, "Steering group", "Amina")
    await rehearsal.advance(timedelta(days=1))
    await rehearsal.person("Amina").press("Yes")
    return meeting


async def is_asked(rehearsal: Rehearsal) -> Outcome:
    """Leila asks the steering group; what Amina finds in her chat with the bot, some days later."""
    await agenda(rehearsal)
    assert "Nothing was sent yet" in await hers(rehearsal, "Ask the steering group")
    assert "is asked" in await hers(rehearsal, "Ask them")
    # One message a week: she had one about the role.
    await rehearsal.advance(timedelta(days=8))
    amina = rehearsal.person("Amina")
    assert "facilitators ask the steering group" in amina.read_direct()[-1].text
    return await amina.press("See the plan")


async def agenda(rehearsal: Rehearsal) -> str:
    """What Leila reads of the agenda."""
    await hers(rehearsal, "Meetings")
    return await hers(rehearsal, "Agenda 1")


async def test_the_steering_group_says_what_it_would_change_and_nobody_sees_who(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    meeting = await one_of_it(community, tmp_path)
    amina, named = community.person("Amina"), mention(community, "Amina")
    shown = await is_asked(community)
    assert "How letters are written" in seen_there(shown)
    assert labels(shown) == ["I agree", "I would change something"]
    assert "Only the steering group is asked" in await told(community, "Priya", f"agenda:steering:{meeting}")
    wish = await amina.press("I would change something", message=shown.message)
    assert wish.form is not None
    assert "with your name" in wish.form.text
    what = "What would you change?"
    refused = await wish.form.submit({what: "x" * 4_000}, unchecked=True)
    assert "Nothing was sent" in seen_there(refused)
    wish = await amina.press("I would change something", message=shown.message)
    assert wish.form is not None
    sent = await wish.form.submit({what: "More time, please"})
    assert "The facilitators have it now." in seen_there(sent)
    await community.settle()
    (came,) = [
        each.text
        for each in community.person("Owen").read(FACILITATORS)
        if not each.only_you and "More time, please" in each.text
    ]
    assert named in came
    assert "More time, please" not in screen(community, "Priya")
    assert "would change something" in await agenda(community)
    assert "More time" not in log.getvalue()


async def test_the_steering_group_agrees_until_the_agenda_is_changed_or_the_meeting_cancelled(
    community: Rehearsal, tmp_path: Path
) -> None:
    meeting = await one_of_it(community, tmp_path)
    amina = community.person("Amina")
    await agenda(community)
    await hers(community, "Ask the steering group")
    await hers(community, "Ask them")
    assert "There is no answer yet" in await agenda(community)
    # She need not wait for the message.
    shown = await forge(community, amina, f"agenda:steering:{meeting}")
    agreed = await amina.press("I agree", channel=THE_QUESTIONS, message=shown.message)
    assert "Your name is not kept with it" in seen(agreed)
    assert "The steering group has agreed." in await agenda(community)
    assert mention(community, "Amina") not in await agenda(community)
    await hers(community, "Arriving and break")
    await hers(community, "No room early")
    assert "had agreed, but the agenda was changed after that" in await hers(community, BACK)
    stale = await amina.press("I agree", channel=THE_QUESTIONS, message=shown.message)
    assert "The plan was changed after you opened it" in seen(stale)
    await hers(community, "Meetings")
    await hers(community, "Cancel 1")
    await hers(community, "Yes, cancel it")
    for who, action in (("Leila", "open"), ("Derek", "show")):
        assert "was cancelled" in await told(community, who, f"agenda:{action}:{meeting}")


def seen_there(outcome: Outcome) -> str:
    """What somebody reads in the chat with the bot."""
    assert outcome.message is not None, outcome.failed
    return outcome.message.text
