"""The hidden presses: what is done, what the one who does it reads, and what comes of it at the window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from rehearsal import Outcome, Person, Shown
from tests.e2e.hands import forge
from tests.two_worlds.stage import (
    ASKER,
    OPEN,
    PAUSED,
    READ,
    SAID,
    UNREAD,
    WONDERED,
    Stage,
    When,
)

HERS = "Where does the lift go?"
_TELLING = "As the only podiatrist here I ask where the lift goes."
_HER_FORM = "Your question"
BOTH = (When.MEETING, When.BETWEEN)

Do = Callable[[Stage, Person], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class HiddenPress:
    """`told`: what whoever does it reads then; `waits`: how many acts wait for it.

    `comes_out`: what can be read in a channel after the window, and could not without it; None for what
    nobody else ever sees.
    """

    do: Do
    told: str
    waits: int = 0
    comes_out: str | None = None
    by: str = ASKER
    when: tuple[When, ...] = (When.MEETING,)


def ids(presses: Mapping[str, HiddenPress]) -> list[tuple[str, When]]:
    """Each press in each of its kinds of window; those of one kind together, as they share a stage."""
    return [(name, when) for when in When for name, press in presses.items() if when in press.when]


async def nothing(stage: Stage, person: Person) -> str:
    """No press at all: a world that is wound back is the same world."""
    return ""


def _read(outcome: Outcome) -> str:
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


def _card(person: Person, number: int) -> Shown:
    shown = person.read("questions")
    return next(
        each for each in shown if each.text.startswith(f"### Question {number}\n") and not each.only_you
    )


async def _send(opened: Outcome, text: str = HERS, **typed: str) -> Outcome:
    assert opened.form is not None
    return await opened.form.submit({_HER_FORM: text, **typed})


async def ask(stage: Stage, person: Person) -> str:
    """[Ask anonymously], and the form."""
    return _read(await _send(await person.press("Ask anonymously", channel="questions")))


async def ask_by_command(stage: Stage, person: Person) -> str:
    """/ask, and the form."""
    return _read(await _send(await person.command("ask", channel="general")))


async def ask_by_menu(stage: Stage, person: Person) -> str:
    """ "I don't follow this" of what somebody said, and [Send it]."""
    said = next(each for each in person.read("general") if each.text == SAID)
    shown = await person.use_menu("I don’t follow this", message=said, channel="general")
    assert shown.message is not None
    return _read(await person.press("Send it", channel="general", message=shown.message))


async def ask_directly(stage: Stage, person: Person) -> str:
    """A direct message to the bot, and the form behind its answer."""
    said = await person.say_direct("Hello, I want to ask something.")
    assert await stage.rehearsal.world.changed.until(lambda: person.read_direct()[-1].id > said.id, 10)
    return _read(await _send(await person.press("Ask anonymously")))


async def ask_more(stage: Stage, person: Person) -> str:
    """[Ask more about this] on her own card."""
    card = _card(person, OPEN)
    return _read(await _send(await person.press("Ask more about this", channel="questions", message=card)))


async def ask_facilitators(stage: Stage, person: Person) -> str:
    """A question to facilitators only."""
    opened = await person.press("Ask anonymously", channel="questions")
    return _read(await _send(opened, **{"Who sees it?": "Facilitators only"}))


async def ask_to_be_told(stage: Stage, person: Person) -> str:
    """A question, with the wish to be told of an answer."""
    opened = await person.press("Ask anonymously", channel="questions")
    return _read(
        await _send(opened, **{"Tell you when there is an answer?": "Yes, send me a direct message"})
    )


async def ask_anyway(stage: Stage, person: Person) -> str:
    """A question that gives her away, sent after the second look."""
    looked = await _send(await person.press("Ask anonymously", channel="questions"), _TELLING)
    assert looked.message is not None
    assert "Please look again" in looked.message.text
    return _read(await person.press("Send it anyway", channel="questions", message=looked.message))


async def look_twice(stage: Stage, person: Person) -> str:
    """A question that gives her away, not sent after the second look."""
    looked = await _send(await person.press("Ask anonymously", channel="questions"), _TELLING)
    return _read(await person.press("Never mind", channel="questions", message=looked.message))


async def only_look_at_the_form(stage: Stage, person: Person) -> str:
    """The form is opened, and closed again."""
    opened = await person.press("Ask anonymously", channel="questions")
    assert opened.form is not None
    return opened.form.title


async def take_back_waiting(stage: Stage, person: Person) -> str:
    """A question, and [Take it back] at once."""
    await ask(stage, person)
    return _read(await person.press("Take it back", channel="questions"))


async def wonder(stage: Stage, person: Person) -> str:
    """[I wondered too]."""
    card = _card(person, WONDERED)
    return _read(await person.press("I wondered too", channel="questions", message=card))


async def wonder_twice(stage: Stage, person: Person) -> str:
    """[I wondered too], twice."""
    return await wonder(stage, person) + await wonder(stage, person)


async def look_at_more(stage: Stage, person: Person) -> str:
    """[More], and no more."""
    return _read(await _more(person))


async def mine(stage: Stage, person: Person) -> str:
    """[My questions]."""
    return _read(await _under_more(person, "My questions"))


async def older(stage: Stage, person: Person) -> str:
    """[My questions], and the page with the older ones."""
    first = await _under_more(person, "My questions")
    return _read(await person.press("Show older ones", channel="questions", message=first.message))


async def _more(person: Person) -> Outcome:
    panel = next(each for each in person.read("questions") if not each.only_you)
    return await person.press("More", channel="questions", message=panel)


async def _under_more(person: Person, label: str) -> Outcome:
    more = await _more(person)
    return await person.press(label, channel="questions", message=more.message)


async def own(stage: Stage, person: Person) -> str:
    """[Mine] on her own card."""
    return _read(await person.press("Mine", channel="questions", message=_card(person, UNREAD)))


async def own_read(stage: Stage, person: Person) -> str:
    """[Mine] on her own card, of which she knows all."""
    return _read(await person.press("Mine", channel="questions", message=_card(person, READ)))


async def helps(stage: Stage, person: Person) -> str:
    """[That helps], under [Mine]."""
    return await _on_her_own(person, "That helps")


async def take_back(stage: Stage, person: Person) -> str:
    """[Take it back] of a question that is out."""
    return await _on_her_own(person, "Take it back")


async def _on_her_own(person: Person, label: str) -> str:
    shown = await person.press("Mine", channel="questions", message=_card(person, OPEN))
    return _read(await person.press(label, channel="questions", message=shown.message))


async def promise(stage: Stage, person: Person) -> str:
    """[What can anyone find out?]."""
    return _read(await _under_more(person, "What can anyone find out?"))


async def look_up(stage: Stage, person: Person) -> str:
    """[What does that word mean?], and a word that nobody knows; then one that is there, by the command."""
    opened = await person.press("What does that word mean?", channel="questions")
    assert opened.form is not None
    first = _read(await opened.form.submit({"The word": "ZQXT"}))
    return first + _read(await person.command("meaning", channel="general", word="audit"))


async def relay(stage: Stage, person: Person) -> str:
    """A question for the member without Discord whom she looks after, from [I'd like a word] to [Send]."""
    await _her_page(person)
    opened = await person.press("Relay a question", channel="questions")
    return _read(await _send(opened))


async def relay_and_look(stage: Stage, person: Person) -> str:
    """The same, taken back at once; then she looks under [Their questions]."""
    await relay(stage, person)
    await person.press("Take it back", channel="questions")
    await _her_page(person)
    return _read(await person.press("Their questions", channel="questions"))


async def _her_page(person: Person) -> None:
    for label in ("I’d like a word", "People I look after", "Open 1"):
        await person.press(label, channel="questions")


async def show_a_word(stage: Stage, person: Person) -> str:
    """[Show it to everyone], under a word's meaning."""
    told = await _look_up(person)
    return _read(await person.press("Show it to everyone", channel="questions", message=told.message))


async def show_it_twice(stage: Stage, person: Person) -> str:
    """The same, twice."""
    return await show_a_word(stage, person) + await show_a_word(stage, person)


async def show_and_take_back(stage: Stage, person: Person) -> str:
    """The same, taken back at once; then she looks under [My questions]."""
    await show_a_word(stage, person)
    return _read(await person.press("Take it back", channel="questions"))


async def look_a_word_up(stage: Stage, person: Person) -> str:
    """A word's meaning, and no more."""
    return _read(await _look_up(person))


async def _look_up(person: Person) -> Outcome:
    opened = await person.press("What does that word mean?", channel="questions")
    assert opened.form is not None
    return await opened.form.submit({"The word": "ICB"})


async def lost(stage: Stage, person: Person) -> str:
    """[I'm lost]: at the tick it is "someone", as it is for one of the others who walk."""
    return _read(await person.press("I’m lost", channel="questions"))


async def slower(stage: Stage, person: Person) -> str:
    """[Slower, please], the same."""
    return _read(await person.press("Slower, please", channel="questions"))


async def wish(stage: Stage, person: Person) -> str:
    """[What would make it easier to come?], as below any answer about a meeting, and the form."""
    opened = await forge(stage.rehearsal, person, "wishes:easier:")
    assert opened.form is not None
    return _read(await opened.form.submit({"What would make it easier?": "A lift to the door."}))


async def propose(stage: Stage, person: Person) -> str:
    """[Propose something to talk about], without a name."""
    opened = await forge(stage.rehearsal, person, "wishes:item:")
    assert opened.form is not None
    return _read(await opened.form.submit({"What do you want to talk about?": "Lifts"}))


async def propose_and_take_back(stage: Stage, person: Person) -> str:
    """The same, taken back at once."""
    await propose(stage, person)
    return _read(await person.press("Take it back", channel="questions"))


async def erase(stage: Stage, person: Person) -> str:
    """Everything about her is erased."""
    await stage.questions.asking.erase(stage.community, person.user_id)
    return await mine(stage, person)


async def ask_and_erase(stage: Stage, person: Person) -> str:
    """A question, a wonder, and everything about her is erased."""
    await ask(stage, person)
    await wonder(stage, person)
    return await erase(stage, person)


_SAFE = "Your question is safe here"
_NOTHING = "There is nothing of yours here"
_WORD = "Everyone will see what “Integrated care board” means."
_SHOWN = "Somebody would like everyone to see this word"
PRESSES: Mapping[str, HiddenPress] = {
    "nothing": HiddenPress(nothing, "", when=BOTH),
    "ask by the panel": HiddenPress(ask, _SAFE, 1, HERS, when=BOTH),
    "ask by the command": HiddenPress(ask_by_command, _SAFE, 1, HERS),
    "ask by a message's menu": HiddenPress(ask_by_menu, _SAFE, 1, SAID),
    "ask from a direct message": HiddenPress(ask_directly, _SAFE, 1, HERS, when=(When.BETWEEN,)),
    "ask more": HiddenPress(ask_more, _SAFE, 1, HERS, when=BOTH),
    "ask facilitators only": HiddenPress(ask_facilitators, _SAFE, 1, HERS, when=BOTH),
    "ask and want to be told": HiddenPress(ask_to_be_told, _SAFE, 1, HERS, when=(When.BETWEEN,)),
    "ask after the second look": HiddenPress(ask_anyway, _SAFE, 1, _TELLING),
    "do not ask after the second look": HiddenPress(look_twice, "Nothing was sent"),
    "open the form and close it": HiddenPress(only_look_at_the_form, "Ask anonymously"),
    "a paused one asks": HiddenPress(ask, "go to facilitators first", 1, HERS, by=PAUSED, when=BOTH),
    "take back what waits": HiddenPress(take_back_waiting, "You took your question back", 0),
    "take back what is out": HiddenPress(take_back, "Your question goes", 1, "was taken back", when=BOTH),
    "that helps": HiddenPress(helps, "Thank you. The card will say so", 1, "says that this helps", when=BOTH),
    "wonder": HiddenPress(wonder, "You are counted", 1, "Several others wondered too.", when=BOTH),
    "wonder twice": HiddenPress(wonder_twice, "You are counted", 1, "Several others wondered too."),
    "look at More": HiddenPress(look_at_more, "Nobody here can see that you pressed", when=BOTH),
    "open My questions, an answer unread": HiddenPress(mine, "It is the way through care.", 1, when=BOTH),
    "open My questions, nothing unread": HiddenPress(mine, "There is no answer yet.", by=PAUSED),
    "read an older page": HiddenPress(older, "Who writes the plan?", 1, when=(When.BETWEEN,)),
    "Mine, unread": HiddenPress(own, "It is the way through care.", 1),
    "Mine, read before": HiddenPress(own_read, "It is the way through care.", when=(When.BETWEEN,)),
    "what can anyone find out": HiddenPress(promise, "Other members"),
    "a paused one looks what anyone can find out": HiddenPress(
        promise, "While questions from you", by=PAUSED
    ),
    "look words up": HiddenPress(look_up, "I do not know “ZQXT” yet", when=BOTH),
    "relay a question": HiddenPress(relay, "You read this for the person", 1, HERS, when=BOTH),
    "relay a question and take it back": HiddenPress(relay_and_look, _NOTHING, 0),
    "show a word to everyone": HiddenPress(show_a_word, _WORD, 1, _SHOWN, when=BOTH),
    "show a word twice": HiddenPress(show_it_twice, _WORD, 1, _SHOWN),
    "a paused one shows a word": HiddenPress(
        show_a_word, "go to facilitators first", 1, _SHOWN, by=PAUSED, when=BOTH
    ),
    "show a word and take it back": HiddenPress(show_and_take_back, "You took it back", 0),
    "look a word up": HiddenPress(look_a_word_up, "Integrated care board (ICB)"),
    "say that one is lost": HiddenPress(lost, "They cannot see who."),
    "ask for it slower": HiddenPress(slower, "They cannot see who."),
    "wish for what would make it easier": HiddenPress(wish, "What you wrote is safe.", 1, when=BOTH),
    "a paused one wishes for it": HiddenPress(wish, "go to facilitators first", 1, by=PAUSED),
    "propose an item": HiddenPress(propose, "“Lifts” is safe.", 1),
    "propose an item and take it back": HiddenPress(propose_and_take_back, "You took it back", 0),
    "erase": HiddenPress(erase, _NOTHING, when=BOTH),
    "ask, wonder and erase": HiddenPress(ask_and_erase, _NOTHING, when=(When.BETWEEN,)),
}
