"""What everybody else does meanwhile: presses everything, and writes down what comes of it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from rehearsal import CannotSee, CannotSend, CannotUse, Form, Outcome, Person, Shown
from tests.e2e.conftest import PANEL
from tests.two_worlds.stage import ASKER, SAID, SENT, WONDERED, Stage
from tests.two_worlds.transcript import Entry

#: Buttons that change what others see: pressed at the end, by facilitators, in the order of LATE. A hand is
#: put up by nobody: it stands with a name, and brings a message that is sent beside what others do meanwhile.
OPENLY = frozenset(
    {
        *("Meeting starts", "Meeting ends", "Let it out", "Answering now", "Close this question"),
        *("The meeting now", "Break", "The break is over", "I’d like to speak"),
        *(f"Answering {number} now" for number in range(1, 20)),
    }
)
#: What stands under it is looked at as if it stood on the panel.
MORE = "More"
#: The buttons of the panels behind which there is something anonymous.
DEEP = frozenset(
    {
        "Ask anonymously",
        "My questions",
        "What can anyone find out?",
        "Open questions",
        "Question settings",
    }
)
#: Only in a second look is what others type in the form for a question ever seen: it names the asker.
TYPED = f"Could {ASKER} write to amina@example.org?"
_WORDS = "These are a facilitator’s words."
_FILLED = {"Number of the other question": "2", "Who could answer this?": "Kwame Boateng"}
_COMMANDS = {"panel": PANEL}
_CHANNEL = re.compile(r'"channel_id": "[^"]*"')
#: What a facilitator does at last, by the first line of a card; nothing that ends the asker's own open
#: question, as what she did would not show then.
LATE: Mapping[str, tuple[str, ...]] = {
    "### Question 1": ("End it without an answer",),
    "### Question 2": ("Ask back",),
    "### Question 3": ("Answering now", "Pause questions from this person"),
    "### Question 4": ("Close this question",),
    "### Question 6": ("Put together with another",),
    "### Question 7": ("Answered in the meeting",),
    "### A question waits for you": ("Let it out",),
}
#: And what some do besides.
LATER: Mapping[str, tuple[str, ...]] = {
    "### Question 2": ("Take it to the meeting", "Pass it to a member"),
    "### Question 3": ("Answer", "Say it in plain words", "Report this"),
    "### Question 5": ("Close this question", "Pause questions from this person"),
}

#: Opens once more what a press has put something else in the place of.
Again = Callable[[], Awaitable[Shown]]


@dataclass(frozen=True, slots=True)
class Walker:
    """One person, who presses and reads."""

    stage: Stage
    person: Person

    @property
    def name(self) -> str:
        """The display name."""
        return self.person.name

    def read(self) -> None:
        """Every channel that she sees, and her chat with the bot."""
        for channel in self.person.channels():
            self.stage.transcript.screen(self.name, f"#{channel}", self.person.read(channel))
        self.stage.transcript.screen(self.name, "the chat with the bot", self.person.read_direct())

    async def panel(self, depth: int = 3, others: int = 1) -> None:
        """All buttons of the panels that she sees, and what these offer; in order, as the screen has them.

        `depth` is for DEEP ones, `others` for all others.
        """
        for channel, message in self._posts():
            if not _is_card(message):
                shallow = frozenset(each.label for each in message.buttons) - DEEP - {MORE}
                await self.press_all(channel, message, depth, labels=DEEP)
                await self.press_all(channel, message, others, labels=shallow)
                if self._stands(channel, message, MORE):
                    await self._more(channel, message, depth, others)

    async def cards(
        self, depth: int, *, labels: frozenset[str] | None = None, only: int | None = None
    ) -> None:
        """The buttons of the cards that she sees, or those with these labels, and what they offer.

        With `only`, those of one card: of each in turn, as this number grows.
        """
        cards = [each for each in self._posts() if _is_card(each[1])]
        for channel, message in cards if only is None else [cards[only % len(cards)]]:
            await self.press_all(channel, message, depth, labels=labels)

    async def commands(self, *names: str, depth: int = 0) -> None:
        """These commands, or each that her client offers."""
        for name in names or self.person.commands("general"):
            used = self.person.command(name, channel="general", **_COMMANDS.get(name, {}))
            await self._put_away("general", await self._tried(f"/{name}", used), depth)
            # What a command posts comes after its answer, and may come before the next one's, or not.
            await self.stage.rehearsal.settle()

    async def menus(self) -> None:
        """Each entry of the menu of a message that somebody wrote, and of the panel's."""
        posts = [("general", each) for each in self.person.read("general") if each.text == SAID]
        for channel, message in [*posts, *self._posts()[:1]]:
            for name in self.person.menus(channel):
                chosen = self.person.use_menu(name, message=message, channel=channel)
                outcome = await self._tried(f"chooses {name!r} in #{channel}", chosen)
                await self._put_away(channel, outcome, 2)

    async def chat(self) -> None:
        """A direct message to the bot, and all that its answer offers."""
        said = await self.person.say_direct("Hello, are you there?")
        world = self.stage.rehearsal.world
        assert await world.changed.until(lambda: self.person.read_direct()[-1].id > said.id, 10)
        answer = self.person.read_direct()[-1]
        self.stage.transcript.screen(self.name, "the bot's answer", [answer])
        await self.press_all(None, answer, 2)

    async def something(self, which: int) -> None:
        """A little of everything: of the cards the one that is hidden in, and another one."""
        await self.panel(depth=2)
        await self.cards(1, only=WONDERED - 1)
        await self.cards(1, only=which)
        await self.commands("ask")

    async def everything(self) -> None:
        """All of it."""
        await self.panel()
        await self.cards(1)
        await self.commands()
        await self.menus()
        await self.chat()

    async def press_all(
        self,
        channel: str | None,
        message: Shown,
        depth: int,
        *,
        labels: frozenset[str] | None = None,
        again: Again | None = None,
    ) -> None:
        """The buttons of a message; what they open is looked at, `depth` - 1 steps further.

        Where an answer took the message's place, or it was put away, `again` opens it once more.
        """
        for label in dict.fromkeys(each.label for each in message.buttons):
            if label in OPENLY or not (labels is None or label in labels):
                continue
            if again is not None and not self._stands(channel, message, label):
                message = await again()
            await self._press(channel, message, label, depth, again)

    async def change(self, channel: str, message: Shown, label: str) -> None:
        """Press what everybody can see; a form is filled in and sent.

        Whether others are sent the change before the answer comes, or after it, is nobody's doing, nor which
        of the two postmen is first: what is sent stands after it here, and the order of each is compared.
        """
        entries = self.stage.transcript.entries
        before = len(entries)
        outcome = await self._tried(
            f"presses [{label}]", self.person.press(label, channel=channel, message=message)
        )
        if outcome.form is not None:
            sent = outcome.form.submit(_fill(outcome.form))
            outcome = await self._tried(f"sends the form of [{label}]", sent)
        await self._put_away(channel, outcome, 0)
        # What has arrived may bring about something more, while all that was due is done.
        sent_before = -1
        while sent_before != len(entries):
            sent_before = len(entries)
            await self.stage.rehearsal.settle()
        entries[before:] = sorted(entries[before:], key=_in_order)

    async def late(self, what: Mapping[str, tuple[str, ...]]) -> None:
        """What a facilitator can change openly, and then the panel."""
        for channel, message in self._posts():
            for label in what.get(message.text.split("\n")[0], ()):
                opened = await self.person.press("Facilitators", channel=channel, message=message)
                assert opened.message is not None
                await self.change(channel, opened.message, label)
                self.person.dismiss(opened.message)
        for label in ("Break", "Open questions", "The meeting now", "Meeting starts", "Meeting ends"):
            for channel, message in self._posts():
                is_there = label in {each.label for each in message.buttons}
                if is_there and (label == "Break" or _is_panel(message)):
                    await self.change(channel, message, label)

    async def _more(self, channel: str, panel: Shown, depth: int, others: int) -> None:
        """All that stands under [More], as it is looked at on the panel itself."""
        opened: list[Shown] = []

        async def again() -> Shown:
            outcome = await self._open(channel, panel, MORE, 1)
            assert outcome.message is not None, outcome.failed
            opened.append(outcome.message)
            return outcome.message

        page = await again()
        shallow = frozenset(each.label for each in page.buttons) - DEEP
        await self.press_all(channel, page, depth, labels=DEEP, again=again)
        await self.press_all(channel, page, others, labels=shallow, again=again)
        for each in opened:
            self.person.dismiss(each)

    def _posts(self) -> list[tuple[str, Shown]]:
        """The bot's own messages with buttons, in the channels that she sees."""
        return [
            (channel, each)
            for channel in ("questions", "facilitators")
            if channel in self.person.channels()
            for each in self.person.read(channel)
            if each.buttons and not each.only_you
        ]

    def _screen(self, channel: str | None) -> list[Shown]:
        return self.person.read_direct() if channel is None else self.person.read(channel)

    def _stands(self, channel: str | None, message: Shown, label: str) -> bool:
        """Whether a message is on the screen, with such a button."""
        found = [each for each in self._screen(channel) if each.id == message.id]
        return label in {button.label for each in found for button in each.buttons}

    async def _press(
        self, channel: str | None, message: Shown, label: str, depth: int, again: Again | None = None
    ) -> None:
        async def once_more() -> Shown:
            on = message
            if again is not None and not self._stands(channel, message, label):
                on = await again()
            outcome = await self._open(channel, on, label, depth)
            return outcome.message or on

        outcome = await self._open(channel, message, label, depth)
        await self._put_away(channel, outcome, depth - 1, once_more)

    async def _open(self, channel: str | None, message: Shown, label: str, depth: int) -> Outcome:
        first = message.text.split("\n")[0]
        pressed = self.person.press(label, channel=channel, message=message)
        outcome = await self._tried(f"presses [{label}] under {first!r}", pressed)
        form = outcome.form
        if form is not None and depth > 1 and "Your question" in {each.label for each in form.fields}:
            outcome = await self._tried("sends the form", form.submit({"Your question": TYPED}))
        return outcome

    async def _put_away(
        self, channel: str | None, outcome: Outcome, depth: int, again: Again | None = None
    ) -> None:
        """Look at what an answer offers, and take it off the screen."""
        if outcome.message is None or not outcome.message.only_you:
            return
        if depth > 0:
            await self.press_all(channel, outcome.message, depth, again=again)
        self.person.dismiss(outcome.message)

    async def _tried(self, after: str, pressed: Awaitable[Outcome]) -> Outcome:
        try:
            outcome = await pressed
        except (CannotSee, CannotSend, CannotUse) as refusal:
            outcome = Outcome(failed=f"{type(refusal).__name__}: {refusal}")
        self.stage.transcript.outcome(self.name, after, outcome)
        return outcome


def _is_panel(message: Shown) -> bool:
    return "Meeting starts" in {each.label for each in message.buttons}


def _in_order(entry: Entry) -> tuple[bool, str, str]:
    """What is sent comes last, by kind and channel: what one press makes of both is sent side by side."""
    if entry.after != SENT:
        return False, "", ""
    channel = _CHANNEL.search(entry.seen)
    return True, entry.seen.split(" ")[0], channel[0] if channel else ""


def _is_card(message: Shown) -> bool:
    return "Facilitators" in {each.label for each in message.buttons}


def _fill(form: Form) -> dict[str, str]:
    """Texts are typed and people picked; choices stay as they are."""
    empty = (each for each in form.fields if each.kind in ("text", "people"))
    return {each.label: _FILLED.get(each.label, _WORDS) for each in empty}
