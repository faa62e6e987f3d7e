"""How far each step of setting up is, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.community.rules.community import Community
from bot.community.rules.settings import CommunitySettings
from bot.community.rules.setup import REQUIRED, Fate, Item, Setup, Status, Step
from bot.core.notices import Line, Words
from bot.doctor.rules import Server


@dataclass(frozen=True, slots=True)
class View:
    """What is there now. `names` are what the role groups are called, by key; `panels`: the panel arrived.

    `urgent` and `threats` are the community's own words, or empty. `about_questions` says how questions go
    out. `findings` are what the check found, and whether each is well; empty where nothing was checked.
    """

    setup: Setup
    settings: CommunitySettings
    server: Server
    items: tuple[Item, ...]
    names: Mapping[str, str]
    community: Community | None = None
    panels: bool = False
    urgent: str = ""
    threats: str = ""
    about_questions: tuple[Line | Words, ...] = ()
    findings: tuple[tuple[Line, bool], ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether all is there without which a community cannot begin."""
        there = {item.wanted.use for item in self.items if item.fate is Fate.THERE}
        return self.community is not None and there >= set(REQUIRED)


def status(view: View, step: Step) -> Status:
    """How far a step is."""
    known = {
        Step.SERVER: view.is_ready,
        Step.HOST: view.settings.host_takes_part is not None,
        Step.SAFETY: bool(view.settings.safeguarding.lead and view.threats),
        Step.BASIS: bool(view.settings.lawful_basis),
        Step.PANELS: view.panels or Step.PANELS in view.setup.done,
    }
    if known.get(step, step in view.setup.done):
        return Status.DONE
    return Status.LATER if step in view.setup.later else Status.MISSING


def next_step(view: View, after: Step | None = None) -> Step:
    """The first step that is missing, behind `after` if there is one; the check if none is."""
    steps = list(Step)
    start = 0 if after is None else steps.index(after) + 1
    missing = [step for step in (*steps[start:], *steps[:start]) if status(view, step) is Status.MISSING]
    return missing[0] if missing else Step.CHECK


#: What cannot be done before the channels and the role of facilitators are there.
_AFTER_SERVER = (Step.FACILITATORS, Step.QUESTIONS, Step.PANELS, Step.CHECK)


def must_wait(view: View, step: Step) -> bool:
    """Whether a step cannot be done before the channels and the role of facilitators are there."""
    return step in _AFTER_SERVER and not view.is_ready
