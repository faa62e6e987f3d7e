"""The forms that are filled in while a community is set up."""

from __future__ import annotations

from bot.community.rules.choices import LONGEST_GROUP, LONGEST_LINE, LONGEST_LINES, MOST
from bot.community.rules.settings import CommunitySettings, Nation, RoleGroup, Side
from bot.community.rules.setup import FACILITATORS, FACILITATORS_ROLE, JOINING, LAY, QUESTIONS
from bot.core.notices import Box, Channels, Choice, Field, Form, People, Roles, Several

_NATIONS = tuple(
    (nation.name, f"community-nation-{nation.name.lower().replace('_', '-')}") for nation in Nation
)
_SIDES = tuple((side.value, f"community-side-{side}") for side in Side)
_DAYS = tuple((str(day), f"community-day-{day}") for day in MOST.days)


def group(known: RoleGroup | None) -> Form:
    """The form for a role group that is there, or for one more."""
    words = _line("words", known.words if known else "", LONGEST_GROUP)
    role = () if known is None or known.role is None else (known.role,)
    picked = Roles("role", "community-form-role", "community-form-role-hint", role)
    if known is not None:
        return Form("community:group", known.key, "community-form-group-title", (words, picked))
    side = _choice("side", _SIDES, "")
    return Form("community:group", "", "community-form-add-group-title", (words, side, picked))


def existing() -> Form:
    """Which roles and channels that are there are to be used."""
    boxes: tuple[Box, ...] = (
        Roles(FACILITATORS_ROLE, "community-form-facilitators-role", "community-form-leave-empty"),
        *(
            Channels(use, f"community-form-{use}", "community-form-leave-empty")
            for use in (QUESTIONS, FACILITATORS, JOINING, LAY)
        ),
    )
    return Form("community:existing", "", "community-form-existing-title", boxes)


def people() -> Form:
    """To whom the facilitators' role is given."""
    boxes = (People("people", "community-form-people", "community-form-people-hint"),)
    return Form("community:people", "", "community-form-people-title", boxes)


def place(settings: CommunitySettings) -> Form:
    """Time zone, and whose bank holidays count."""
    boxes = (
        _choice("nation", _NATIONS, settings.nation.name),
        _line("zone", settings.zone),
        _line("country", settings.country),
    )
    return Form("community:place", "", "community-form-place-title", boxes)


def times(settings: CommunitySettings) -> Form:
    """When messages that nobody asked for may come."""
    quiet = settings.quiet
    days = tuple(str(day) for day in quiet.days)
    boxes = (
        Several("days", "community-form-days", "community-form-days-hint", _DAYS, days),
        _line("begin", f"{quiet.begin:%H:%M}"),
        _line("end", f"{quiet.end:%H:%M}"),
        _choice("week", _counts(MOST.a_week), str(quiet.a_week)),
        _choice("month", _counts(MOST.a_month), str(quiet.a_month)),
    )
    return Form("community:times", "", "community-form-times-title", boxes)


def safety(settings: CommunitySettings, urgent: str, threats: str) -> Form:
    """Who is there for a worry about safety, where urgent help is, and what is done about a threat."""
    safe = settings.safeguarding
    boxes = (
        _line("lead", safe.lead),
        _line("hours", safe.hours),
        _line("cover", safe.cover),
        _lines("urgent", urgent),
        _lines("threats", threats),
    )
    return Form("community:safety", "", "community-form-safety-title", boxes)


def basis(settings: CommunitySettings) -> Form:
    """The organisation's lawful basis, in its own words."""
    return Form(
        "community:basis", "", "community-form-basis-title", (_lines("basis", settings.lawful_basis),)
    )


def _counts(most: int) -> tuple[tuple[str, str], ...]:
    return tuple((str(count), f"community-count-{count}") for count in range(most + 1))


def _choice(name: str, options: tuple[tuple[str, str], ...], holds: str) -> Choice:
    return Choice(name, f"community-form-{name}", f"community-form-{name}-hint", options, holds)


def _line(name: str, holds: str, most: int = LONGEST_LINE) -> Field:
    label, hint = f"community-form-{name}", f"community-form-{name}-hint"
    return Field(name, label, hint, most, "line", value=holds, required=False)


def _lines(name: str, holds: str) -> Field:
    label, hint = f"community-form-{name}", f"community-form-{name}-hint"
    return Field(name, label, hint, LONGEST_LINES, value=holds, required=False)
