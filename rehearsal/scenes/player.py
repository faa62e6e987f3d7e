"""Plays a scene: does each step as that person, and checks what each of them then sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

from rehearsal.forms import Form, Typed
from rehearsal.person import Person
from rehearsal.rehearsal import Rehearsal
from rehearsal.scenes.script import DIRECT, Expectation, FileGiven, Scene, Step
from rehearsal.screen import Outcome, Shown
from rehearsal.world.errors import BotSilentError, ClientRefusal
from rehearsal.world.files import Upload


class SceneFailed(Exception):
    """Somebody saw what she should not, or did not see what she should; `reason` says it without the step."""

    def __init__(self, step: Step, reason: str) -> None:
        super().__init__(f"{step.says!r}: {reason}")
        self.reason = reason


class Player:
    """One playing of one scene. `step` may be called by hand; `play` does all steps, `forward` the next.

    `opened` is who has just had a form opened, and which, if the last step did that; `at` is how many steps
    `forward` has done.
    """

    def __init__(self, rehearsal: Rehearsal, scene: Scene) -> None:
        self._rehearsal = rehearsal
        self._forms: dict[str, Form] = {}
        #: Who has done the step that `forward` is at; time that has passed counts as nobody.
        self._did: set[str | None] = set()
        self.scene = scene
        self.opened: tuple[Person, Form] | None = None
        self.people = [rehearsal.person(name) for name in scene.people]
        self.at = 0
        self._unwatched = list(scene.before)

    @property
    def next(self) -> Step | None:
        """The step that `forward` does; None when the scene is over."""
        return self.scene.steps[self.at] if self.at < len(self.scene.steps) else None

    async def play(self) -> AsyncIterator[Step]:
        """Do the steps, one after the other; yields each when it is done and checked."""
        await self._catch_up()
        for step in self.scene.steps:
            await self.step(step)
            yield step

    async def forward(self) -> Step:
        """Do the next step, and return it.

        Raises SceneFailed, also for what `step` raises otherwise, and IndexError when the scene is over. It
        may then be tried again: whoever has done it already does not do it twice, and where everybody has
        and only the screens were not as they should be, they are looked at before anything is done again.
        """
        step = self.scene.steps[self.at]
        try:
            await self._catch_up()
            if not self._is_as_it_should_be(step):
                await self._do(step)
        except (ClientRefusal, BotSilentError) as refusal:
            raise SceneFailed(step, str(refusal)) from refusal
        self._did.clear()
        self.at += 1
        return step

    async def step(self, step: Step) -> None:
        """Do one step and what follows from it at once.

        Raises SceneFailed if the outcome is not as the script says, CannotSee and its kin if somebody's
        client would not let her do it.
        """
        self._did.clear()
        await self._do(step)

    def sees(self, person: Person) -> list[Shown]:
        """What somebody sees in the scene's channels, oldest first."""
        visible = [name for name in self.scene.channels if name in person.channels()]
        read = [shown for name in visible for shown in person.read(name)]
        if DIRECT in self.scene.channels:
            read += person.read_direct()
        return sorted(read, key=lambda each: each.id)

    async def _catch_up(self) -> None:
        """Do what nobody watches, and has not been done yet."""
        while self._unwatched:
            step = self._unwatched[0]
            if not self._is_as_it_should_be(step):
                await self._do(step)
            self._did.clear()
            del self._unwatched[0]

    def _is_as_it_should_be(self, step: Step) -> bool:
        """Whether all have done the step before, and see by now what they should; else all do it again."""
        doers: set[str | None] = set(step.people or (None,))
        if not doers <= self._did:
            return False
        try:
            self._check(step)
        except SceneFailed:
            self._did.clear()
            return False
        return True

    async def _do(self, step: Step) -> None:
        self.opened = None
        if not step.people:
            await self._let_time_pass(step)
            self._did.add(None)
        for name in step.people:
            if name not in self._did:
                await self._act(self._rehearsal.person(name), step)
                self._did.add(name)
                await self._rehearsal.settle()
        self._check(step)

    async def _let_time_pass(self, step: Step) -> None:
        if step.days is not None:
            await self._rehearsal.advance(timedelta(days=step.days))
            return
        due = await self._rehearsal.next_due()
        if due is None:
            raise SceneFailed(step, "the bot has nothing to wait for")
        await self._rehearsal.move_to(max(due, self._rehearsal.world.clock.now()))

    async def _act(self, person: Person, step: Step) -> None:
        outcome = await self._outcome(person, step)
        if outcome.failed is not None:
            raise SceneFailed(step, outcome.failed)
        if outcome.form is not None:
            self._forms[person.name] = outcome.form
            self.opened = (person, outcome.form)
        elif step.types is not None:
            del self._forms[person.name]
        opened = outcome.form.title if outcome.form is not None else None
        if opened != step.opens:
            raise SceneFailed(step, f"the form that opened is {opened!r}, not {step.opens!r}")

    async def _outcome(self, person: Person, step: Step) -> Outcome:
        if step.command is not None or step.press is not None:
            begun = await self._begun(person, step)
            if step.types is None or begun.failed is not None:
                return begun
            if begun.form is None:
                what = step.command or step.presses[-1]
                raise SceneFailed(step, f"{what!r} opened no form for {person.name}")
            self._forms[person.name] = begun.form
        if step.writes is not None:
            return Outcome(message=await person.say(step.channel or "", step.writes))
        if step.menu is not None:
            return await person.use_menu(step.menu, message=_latest(person, step), channel=step.place)
        if person.name not in self._forms:
            raise SceneFailed(step, f"{person.name} has no form open")
        typed = {label: _typed(value) for label, value in (step.types or {}).items()}
        return await self._forms[person.name].submit(typed)

    async def _begun(self, person: Person, step: Step) -> Outcome:
        """What came of the command, or of the last press; of an earlier one that the client says failed."""
        if step.command is not None:
            return await person.command(step.command, channel=step.place, **step.options)
        on = None if step.on is None else _latest(person, step)
        outcome = Outcome()
        for label in step.presses:
            outcome = await person.press(label, channel=step.place, message=on)
            if outcome.failed is not None:
                break
            on = None
            await self._rehearsal.settle()
        return outcome

    def _check(self, step: Step) -> None:
        for expectation in step.expect:
            self._check_one(step, expectation)

    def _check_one(self, step: Step, expectation: Expectation) -> None:
        person = self._rehearsal.person(expectation.who)
        text = "\n".join(shown.text for shown in self.sees(person))
        if expectation.sees is not None and expectation.sees not in text:
            raise SceneFailed(step, f"{person.name} does not see {expectation.sees!r}")
        if expectation.does_not_see is not None and expectation.does_not_see in text:
            raise SceneFailed(step, f"{person.name} sees {expectation.does_not_see!r}")


def _latest(person: Person, step: Step) -> Shown:
    """The latest message with the words `step.on`, as this person sees it; a menu needs one that all see."""
    shown = person.read_direct() if step.place is None else person.read(step.place)
    said = [each for each in shown if step.on is not None and step.on in each.text]
    found = [each for each in said if step.menu is None or not each.only_you]
    if not found:
        raise SceneFailed(step, f"{person.name} sees no message with {step.on!r}")
    return found[-1]


def _typed(value: str | bool | tuple[str, ...] | FileGiven) -> Typed:
    return Upload(value.file, value.text.encode()) if isinstance(value, FileGiven) else value
