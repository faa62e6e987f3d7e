"""Plays a scene: does each step as that person, and checks what each of them then sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

from rehearsal.forms import Form
from rehearsal.person import Person
from rehearsal.rehearsal import Rehearsal
from rehearsal.scenes.script import Expectation, Scene, Step
from rehearsal.screen import Outcome, Shown


class SceneFailed(Exception):
    """Somebody saw what she should not, or did not see what she should."""


class Player:
    """One playing of one scene. `step` may be called by hand, or `play` does all of them.

    `opened` is who has just had a form opened, and which, if the last step did that.
    """

    def __init__(self, rehearsal: Rehearsal, scene: Scene) -> None:
        self._rehearsal = rehearsal
        self._scene = scene
        self._forms: dict[str, Form] = {}
        self.opened: tuple[Person, Form] | None = None
        self.people = [rehearsal.person(name) for name in scene.people]

    async def play(self) -> AsyncIterator[Step]:
        """Do the steps, one after the other; yields each when it is done and checked."""
        for step in self._scene.steps:
            await self.step(step)
            yield step

    async def step(self, step: Step) -> None:
        """Do one step and what follows from it at once.

        Raises SceneFailed if the outcome is not as the script says, CannotSee and its kin if somebody's
        client would not let her do it.
        """
        self.opened = None
        if step.wait:
            await self._wait()
        if step.days is not None:
            await self._rehearsal.advance(timedelta(days=step.days))
        for name in step.people:
            await self._act(self._rehearsal.person(name), step)
            await self._rehearsal.settle()
        for expectation in step.expect:
            self._check(step, expectation)

    def sees(self, person: Person) -> list[Shown]:
        """What somebody sees in the scene's channels, oldest first."""
        visible = [name for name in self._scene.channels if name in person.channels()]
        return sorted((shown for name in visible for shown in person.read(name)), key=lambda each: each.id)

    async def _wait(self) -> None:
        due = await self._rehearsal.next_due()
        if due is None:
            raise SceneFailed("the bot has nothing to wait for")
        await self._rehearsal.move_to(due)

    async def _act(self, person: Person, step: Step) -> None:
        outcome = await self._outcome(person, step)
        if outcome.failed is not None:
            raise SceneFailed(f"{step.says!r}: {outcome.failed}")
        if outcome.form is not None:
            self._forms[person.name] = outcome.form
            self.opened = (person, outcome.form)
        opened = outcome.form.title if outcome.form is not None else None
        if opened != step.opens:
            raise SceneFailed(f"{step.says!r}: the form that opened is {opened!r}, not {step.opens!r}")

    async def _outcome(self, person: Person, step: Step) -> Outcome:
        if step.command is not None:
            return await person.command(step.command, channel=step.channel, **step.options)
        if step.press is not None:
            return await person.press(step.press, channel=step.channel)
        if step.writes is not None:
            return Outcome(message=await person.say(step.channel or "", step.writes))
        if step.menu is not None:
            return await person.use_menu(step.menu, message=_latest(person, step), channel=step.channel)
        return await self._forms.pop(person.name).submit(step.types or {})

    def _check(self, step: Step, expectation: Expectation) -> None:
        person = self._rehearsal.person(expectation.who)
        text = "\n".join(shown.text for shown in self.sees(person))
        if expectation.sees is not None and expectation.sees not in text:
            raise SceneFailed(f"{step.says!r}: {person.name} does not see {expectation.sees!r}")
        if expectation.does_not_see is not None and expectation.does_not_see in text:
            raise SceneFailed(f"{step.says!r}: {person.name} sees {expectation.does_not_see!r}")


def _latest(person: Person, step: Step) -> Shown:
    """The latest message with the words `step.on`, as this person sees it."""
    shown = person.read_direct() if step.channel is None else person.read(step.channel)
    found = [each for each in shown if step.on is not None and step.on in each.text and not each.only_you]
    if not found:
        raise SceneFailed(f"{step.says!r}: {person.name} sees no message with {step.on!r}")
    return found[-1]
