"""The scene `meeting` while the meeting is on: who is here, hands, the agenda, a break, a question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rehearsal import Shown
from rehearsal.world.components import Button, walk
from rehearsal.world.model import Press
from tests.crash.cards import do_on_card, form_on_card
from tests.crash.crowd import Act, Crowd
from tests.crash.held import (
    AMINA,
    ANSWERED,
    ASKED,
    BREAK,
    DEREK,
    END,
    FACILITATORS,
    GOES_ON,
    HANDS,
    ITEMS,
    KWAME,
    LEILA,
    MOST_TIMES,
    OWEN,
    QUESTIONS,
)

_HEARD, _AIM, _DOES = ITEMS


class On:
    """After each press, what stands in the facilitators' channel has to be right at once."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def comes(self) -> None:
        """The day, and the hour."""
        await self._crowd.go_to(datetime.fromisoformat("2026-03-10T14:00+00:00"))

    async def starts(self) -> None:
        """The facilitators' view comes with it."""
        await self._crowd.press(LEILA, "Meeting starts", FACILITATORS, says="The meeting has started.")
        self._stands(f"# {_HEARD}\n")

    # Who is here, and who would like to speak

    async def here(self) -> None:
        """Two say so, and are counted once each."""
        for name in (AMINA, KWAME):
            await self._crowd.open(name, "I’m here", says="You are counted as here.")
        await self._counted(LEILA)

    async def hands(self) -> None:
        """Amina's hand is up before Kwame's."""
        await self._crowd.press(AMINA, "I’d like to speak", says="You are next.")
        await self._crowd.press(KWAME, "I’d like to speak", says="There are others before you.")
        self._order(f"**Next:** {self._named(AMINA)}\n**Then:** {self._named(KWAME)}\n")

    async def calls(self) -> None:
        """[Next] calls the first hand, and no more than that."""
        called = f"**Now:** {self._named(AMINA)}\n**Next:** {self._named(KWAME)}\n**Then:** –\n"
        await self._once(LEILA, "Next person", self._hands, called)
        self._order(called)

    # The agenda

    async def next_item(self) -> None:
        """The agenda goes on by one; whoever presses what stood there before changes nothing."""
        slow = self._begun(OWEN, "Next item")
        await self._once(LEILA, "Next item", self._view, f"# {_AIM}\n")
        self._stands(f"# {_AIM}\n")
        told = await self._crowd.until_done(slow, "Nothing was changed by you.")
        assert told.message is not None
        assert f"# {_AIM}\n" in told.message.text, told.message.text
        self._stands(f"# {_AIM}\n")

    async def rests(self) -> None:
        """A break; everybody reads once that there is one, and Owen ends it."""
        await self._once(LEILA, "Break", self._view, f"# {BREAK}")
        self._stands(f"# {BREAK}")
        self._told(1, 0)
        await self._once(OWEN, "The break is over", self._view, f"# {_AIM}\n")
        self._stands(f"# {_AIM}\n")
        self._told(1, 1)

    async def takes_over(self) -> None:
        """Owen asks for the view, and goes on with it: it is there once, where the agenda is."""
        await self._crowd.press(OWEN, "The meeting now", FACILITATORS, says="comes to the end of")
        self._stands(f"# {_AIM}\n")
        await self._once(OWEN, "Next item", self._view, f"# {_DOES}\n")
        self._stands(f"# {_DOES}\n")
        await self._counted(OWEN)
        self._order(f"**Now:** {self._named(AMINA)}\n")

    # A question

    async def ask(self) -> None:
        """Derek asks, and nobody can see that it was he."""
        form = await self._crowd.open(DEREK, "Ask anonymously")
        await self._crowd.fill_in(form, {"Your question": ASKED}, "is safe here", follows=False)
        await self._crowd.pass_window()
        self._stands(f"# {_DOES}\n")
        assert "**1 question is open:**" in self._view().text, self._view().text

    async def answer(self) -> None:
        """Owen says on the view that it is being answered; Leila writes the answer, and closes it."""
        await self._once(OWEN, "Answering 1 now", self._view, "being answered now")
        form = await form_on_card(self._crowd, LEILA, ASKED, "Answer")
        await self._crowd.fill_in(form, {"Your answer": ANSWERED}, "is on its way to the card")
        await do_on_card(self._crowd, LEILA, ASKED, "Close this question", says="is closed")
        self._stands(f"# {_DOES}\n")
        assert "No question is open." in self._view().text, self._view().text

    async def lost(self) -> None:
        """What was pressed is kept in memory only: after a crash it is pressed once more."""
        owen = self._crowd.person(OWEN)
        for _ in range(MOST_TIMES):
            await self._crowd.open(KWAME, "I’m lost", says="someone")
            await self._crowd.pass_window()
            await self._crowd.pass_window()
            if self._lost():
                # After a crash it is taken away: then nobody has to say any more that it was seen.
                await self._crowd.until_done(
                    lambda: owen.press("Seen, thank you", channel=FACILITATORS, message=self._lost()[-1]),
                    done=lambda: not self._lost(),
                )
                return
        raise AssertionError("nobody is ever shown as lost")

    async def ends(self) -> None:
        """Owen ends it from the view."""
        await self._counted(OWEN)
        sure = await self._crowd.open(OWEN, END, FACILITATORS, on=self._view(), says="Are you sure?")
        await self._crowd.press(
            OWEN, "Yes, end the meeting", FACILITATORS, on=sure.message, says="The meeting has ended."
        )
        assert self._views() == [], "the view can still be used"
        await self._crowd.pass_window()

    # What stands there

    def _read(self, name: str) -> list[Shown]:
        return [each for each in self._crowd.person(name).read(FACILITATORS) if not each.only_you]

    def _lost(self) -> list[Shown]:
        return [each for each in self._read(OWEN) if each.text.startswith("## Someone is lost.")]

    def _views(self) -> list[Shown]:
        return [each for each in self._read(OWEN) if END in {button.label for button in each.buttons}]

    def _view(self) -> Shown:
        views = self._views()
        assert len(views) == 1, f"{len(views)} views: {[each.text for each in views]}"
        return views[0]

    def _hands(self) -> Shown:
        return self._crowd.card(OWEN, HANDS, FACILITATORS)

    def _stands(self, begins: str) -> None:
        text = self._view().text
        assert text.startswith(begins), f"the view does not begin with {begins!r}: {text}"

    def _order(self, expected: str) -> None:
        shown = [each.text for each in self._read(OWEN) if HANDS in each.text]
        assert len(shown) == 1, f"{len(shown)} messages about hands"
        assert shown[0].startswith(f"{HANDS}\n{expected}"), f"the order of hands: {shown[0]}"

    def _told(self, breaks: int, ends: int) -> None:
        texts = [each.text for each in self._crowd.person(AMINA).read(QUESTIONS) if not each.only_you]
        told = (sum(BREAK in text for text in texts), sum(GOES_ON in text for text in texts))
        assert told == (breaks, ends), f"told of a break and its end: {told}"

    def _named(self, name: str) -> str:
        return f"<@{self._crowd.person(name).user_id}>"

    # Steps

    async def _counted(self, name: str) -> None:
        shown = await self._crowd.open(name, "How many are here", FACILITATORS)
        assert shown.message is not None
        assert "**2 people** have pressed" in shown.message.text, shown.message.text

    async def _once(self, name: str, label: str, where: Callable[[], Shown], expected: str) -> None:
        """Press it where it stands, and again only if that has not come of it."""
        person = self._crowd.person(name)
        await self._crowd.until_done(
            lambda: person.press(label, channel=FACILITATORS, message=where()),
            done=lambda: expected in where().text,
        )
        assert expected in where().text, f"{label!r} has done something else: {where().text}"

    def _begun(self, name: str, label: str) -> Act:
        """A press of what stands on the view now, which arrives later."""
        world, shown = self._crowd.rehearsal.world, self._view()
        place = world.channel_named(FACILITATORS)
        for part in walk(place.messages[shown.id].components):
            if isinstance(part, Button) and part.label == label:
                press = Press(shown.id, str(part.custom_id), part.type, part.id or 0)
                return lambda: self._crowd.person(name).interact(place.id, press)
        raise AssertionError(f"no {label!r} on {shown.text}")
