"""Steps that the tests of flows share, and who reads what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from rehearsal import Outcome, Person, Rehearsal, Shown

#: One of each kind: who asks, another lay member, a clinician, two facilitators, the server's owner.
KINDS = ("Amina", "Derek", "Priya", "Leila", "Owen", "Ruth")
#: Everybody who reads #facilitators; the owner of a server reads every channel.
FACILITATING = {"Leila", "Owen", "Ruth"}
CROWD = ("Amina", "Derek", "Rosa", "Gwyn", "Linh", "Priya", "Tom", "Ngozi")
THE_FACILITATORS = "facilitators"
THE_QUESTIONS = "questions"


def seen(outcome: Outcome) -> str:
    """What only the one who pressed reads."""
    assert outcome.message is not None, outcome.failed
    assert outcome.message.only_you
    return outcome.message.text


def labels(outcome: Outcome) -> list[str]:
    """The buttons under what she reads."""
    assert outcome.message is not None, outcome.failed
    return [button.label for button in outcome.message.buttons]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in March 2026; the rehearsal begins on Monday the 2nd, at 10:00."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def agree(person: Person, part: str = "I’d rather not say") -> Outcome:
    """Somebody presses [Join], says what her part is, and sends the form."""
    opened = await person.press("Join", channel=THE_QUESTIONS)
    assert opened.form is not None, opened
    return await opened.form.submit({"What is your part here?": part})


async def write_to_the_bot(rehearsal: Rehearsal, name: str, text: str = "hello") -> Shown:
    """Somebody writes to the bot, in her chat with it; its answer."""
    person = rehearsal.person(name)
    await person.say_direct(text)
    # Nobody presses anything: the world knows of nothing that it waits for.
    await rehearsal.world.changed.until(lambda: person.read_direct()[-1].author == "Equal Footing", 10)
    answer = person.read_direct()[-1]
    assert answer.author == "Equal Footing"
    return answer


async def join(rehearsal: Rehearsal, *names: str) -> None:
    """These people press [Join this community] and [Join]."""
    for name in names:
        person = rehearsal.person(name)
        await press_more(person, "Join this community")
        await agree(person)


def readers(rehearsal: Rehearsal, text: str) -> set[str]:
    """The first names of all who read this on any screen of theirs: channels, chat with the bot."""
    return {each.name.split()[0] for each in rehearsal.people if text in screen(rehearsal, each.name)}


def everybody(rehearsal: Rehearsal) -> set[str]:
    """The first names of all."""
    return {each.name.split()[0] for each in rehearsal.people}


def screen(rehearsal: Rehearsal, name: str) -> str:
    """All that somebody sees, in every channel and in the chat with the bot."""
    person = rehearsal.person(name)
    shown = [each for channel in person.channels() for each in person.read(channel)]
    return "\n".join(each.text for each in (*shown, *person.read_direct()))


def card(rehearsal: Rehearsal, number: int, *, channel: str = THE_QUESTIONS, who: str = "Leila") -> Shown:
    """The card of a question, as somebody sees it."""
    heads = (f"### Question {number}\n", f"**Question {number}** was taken back")
    shown = rehearsal.person(who).read(channel)
    (found,) = (each for each in shown if not each.only_you and each.text.startswith(heads))
    return found


def held(rehearsal: Rehearsal) -> list[Shown]:
    """The questions that wait for facilitators, as they see them."""
    shown = rehearsal.person("Leila").read(THE_FACILITATORS)
    return [each for each in shown if each.text.startswith("### A question waits for you")]


async def press(
    rehearsal: Rehearsal, who: str, label: str, *, on: Shown | None = None, channel: str = THE_QUESTIONS
) -> str:
    """Somebody presses; what she reads then. All that follows from it is done."""
    outcome = await rehearsal.person(who).press(label, channel=channel, message=on)
    await rehearsal.settle()
    return seen(outcome)


async def press_more(person: Person, label: str) -> Outcome:
    """Somebody presses [More] on the panel, and then a button of what came."""
    opened = await person.press("More", channel=THE_QUESTIONS, message=the_panel(person))
    assert "Only you can see this" in seen(opened)
    return await person.press(label, channel=THE_QUESTIONS, message=opened.message)


async def under_more(rehearsal: Rehearsal, who: str, label: str) -> str:
    """The same, to its end; what she reads then."""
    outcome = await press_more(rehearsal.person(who), label)
    await rehearsal.settle()
    return seen(outcome)


def the_panel(person: Person) -> Shown | None:
    """The latest panel, which everybody sees: pages of one's own have a [More], too."""
    posted = [each for each in person.read(THE_QUESTIONS) if not each.only_you]
    panels = [each for each in posted if "I’m lost" in {button.label for button in each.buttons}]
    return panels[-1] if panels else None


async def fill(
    rehearsal: Rehearsal,
    who: str,
    label: str,
    values: Mapping[str, str | bool],
    *,
    on: Shown | None = None,
    channel: str = THE_QUESTIONS,
) -> str:
    """Somebody presses, and fills in the form that opens; what she reads then."""
    opened = await rehearsal.person(who).press(label, channel=channel, message=on)
    assert opened.form is not None, opened
    outcome = await opened.form.submit(values)
    await rehearsal.settle()
    return seen(outcome)


async def facilitate(
    rehearsal: Rehearsal,
    label: str,
    values: Mapping[str, str | bool] | None = None,
    *,
    on: Shown | None = None,
    who: str = "Leila",
    channel: str = THE_QUESTIONS,
) -> str:
    """A facilitator opens the menu of a card and presses; with `values`, she fills in the form that opens."""
    menu = await rehearsal.person(who).press(
        "Facilitators", channel=channel, message=on or card(rehearsal, 1, channel=channel, who=who)
    )
    if values is None:
        return await press(rehearsal, who, label, on=menu.message, channel=channel)
    return await fill(rehearsal, who, label, values, on=menu.message, channel=channel)


async def ask_with(rehearsal: Rehearsal, who: str, text: str, **choices: str) -> Outcome:
    """Somebody asks by the panel's button; `sees` and `tell` are the labels that she chooses."""
    opened = await rehearsal.person(who).press("Ask anonymously", channel=THE_QUESTIONS)
    assert opened.form is not None
    named = {"sees": "Who sees it?", "tell": "Tell you when there is an answer?"}
    chosen = {named[each]: label for each, label in choices.items()}
    return await opened.form.submit({"Your question": text, **chosen})


async def mine(rehearsal: Rehearsal, who: str) -> str:
    """What somebody finds under [My questions]."""
    return await under_more(rehearsal, who, "My questions")


async def choose(rehearsal: Rehearsal, part: str, values: Mapping[str, str | bool]) -> str:
    """A facilitator changes one part of the settings, and uses it; what the preview said."""
    await press(rehearsal, "Leila", "Question settings", channel=THE_FACILITATORS)
    preview = await fill(rehearsal, "Leila", part, values, channel=THE_FACILITATORS)
    await press(rehearsal, "Leila", "Use this", channel=THE_FACILITATORS)
    return preview


async def meeting_starts(rehearsal: Rehearsal) -> None:
    """A facilitator says that the meeting has begun."""
    await press(rehearsal, "Leila", "Meeting starts", channel=THE_FACILITATORS)


async def meeting_ends(rehearsal: Rehearsal) -> None:
    """A facilitator ends the meeting; its last window passes, and that its record can be finished is said."""
    await press(rehearsal, "Leila", "Meeting ends", channel=THE_FACILITATORS)
    await rehearsal.advance(timedelta(minutes=1))


READ_FIRST = ("Reading first", {"Does a facilitator read them first?": "Yes, a facilitator reads them first"})
FACILITATORS_ONLY = {"sees": "Facilitators only"}
TELL_ME = {"tell": "Yes, send me a direct message"}
