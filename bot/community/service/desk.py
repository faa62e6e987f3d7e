"""What the parts of setting up share: how far a community is, what is there, and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bot.community.rules import setup as rules
from bot.community.rules import steps
from bot.community.rules.settings import CommunitySettings
from bot.community.rules.setup import FACILITATORS_ROLE, Setup, Step, Wanted
from bot.community.rules.steps import View
from bot.community.service import Communities
from bot.community.service.ports import Building, Choosing, Panels, Say, SetupStore
from bot.community.text import setup as text
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.notices import Notice
from bot.core.wording import Line
from bot.doctor import rules as doctor
from bot.doctor.rules import Finding, Known


@dataclass(frozen=True, slots=True)
class SetupDesk:
    """`database` and `deliveries` are the everyday ones; `say` gives roles and channels their names."""

    database: Database
    store: SetupStore
    communities: Communities
    building: Building
    panels: Panels
    choosing: Choosing
    deliveries: Deliveries
    clock: Clock
    say: Say

    async def view(self, community: int) -> View:
        """What is there now. Raises Refused if Discord cannot be asked."""
        server = await self.building.look(community)
        async with self.database.read() as tx:
            setup = await self.store.get(tx, community)
            known = await self.communities.found(tx, community)
            settings = await self.communities.settings_in(tx, community)
        questions = await self.choosing.chosen(community)
        names = self.names(settings)
        used_for = rules.places(setup, known, settings)
        return View(
            setup=setup,
            settings=settings,
            server=server,
            items=rules.plan(self.wanted(settings), server, used_for),
            names=names,
            community=known,
            panels=known is not None and await self.panels.is_there(community),
            urgent=questions.urgent,
            threats=questions.threats,
            about_questions=self.choosing.told(questions),
        )

    async def page(
        self, community: int, step: Step, *said: Line, again: bool = False, roles: Collection[int] = ()
    ) -> Notice:
        """One step as it is now; `said` stands above it. `roles` are those of whoever looks."""
        return await self._page(await self.view(community), step, *said, again=again, roles=roles)

    async def next_page(self, community: int, after: Step, said: Line) -> Notice:
        """The next step that is missing, with what was just done above it."""
        view = await self.view(community)
        return await self._page(view, steps.next_step(view, after), said)

    async def page_or_next(
        self, community: int, step: Step, said: Line, is_over: Callable[[View], bool]
    ) -> Notice:
        """A step until it `is_over`, then the next one, with what was just done above it."""
        view = await self.view(community)
        return await self._page(view, steps.next_step(view, step) if is_over(view) else step, said)

    async def _page(
        self, view: View, step: Step, *said: Line, again: bool = False, roles: Collection[int] = ()
    ) -> Notice:
        if step is Step.CHECK and not steps.must_wait(view, step):
            view = replace(view, findings=self._findings(view, roles))
            green = all(is_well for _, is_well in view.findings)
            async with self.database.write() as tx:
                await self.change(tx, view.setup.community, lambda setup: rules.checked(setup, green=green))
        return text.page(view, step, said, again=again)

    async def change(self, tx: Tx, community: int, change: Callable[[Setup], Setup]) -> Setup:
        """Change how far a community is; returns what holds now."""
        changed = change(await self.store.get(tx, community))
        await self.store.put(tx, changed)
        return changed

    def names(self, settings: CommunitySettings) -> dict[str, str]:
        """What the role groups are called, by key."""
        return {
            group.key: group.words or self.say(Line(f"community-group-name-{group.key}"))
            for group in settings.groups
        }

    def wanted(self, settings: CommunitySettings) -> tuple[Wanted, ...]:
        """All that a community needs on Discord."""
        names = self.names(settings)
        groups = [Wanted(rules.group_role(group.key), names[group.key]) for group in settings.groups]
        channels = [Wanted(use, self.say(Line(f"community-channel-{use}"))) for use in rules.CHANNELS]
        facilitators = Wanted(FACILITATORS_ROLE, self.say(Line("community-role-facilitators")))
        return (*channels, facilitators, *groups)

    def faults(self, view: View) -> tuple[Line, ...]:
        """What is wrong with the community's channels and roles; nothing before there is a community."""
        if view.community is None:
            return ()
        found = doctor.of_community(view.community, [view.server])
        return tuple(self._plain(finding) for finding in found if not finding.is_well)

    def _findings(self, view: View, roles: Collection[int]) -> tuple[tuple[Line, bool], ...]:
        """What works, and what does not, in the words of `equal-footing doctor`."""
        if view.community is None:
            return ()
        led = view.community.facilitators_role in roles or Step.FACILITATORS in view.setup.done
        known = Known(view.community, view.settings, bool(view.threats), view.panels, led)
        found = [
            *doctor.of_community(view.community, [view.server]),
            *doctor.of_choices(known, [view.server]),
        ]
        return tuple((self._plain(finding), finding.is_well) for finding in found)

    def _plain(self, finding: Finding) -> Line:
        named = {name: self.say(Line(id_)) for name, id_ in finding.named.items()}
        return Line(finding.line.id, {**finding.line.values, **named})
