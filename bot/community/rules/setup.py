"""Setting a community up: its steps, what it needs on Discord, and what the bot made there itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.community.rules.community import Community, missing
from bot.community.rules.settings import CommunitySettings, RoleGroup
from bot.doctor.rules import Channel, Role, Server

#: More would not fit on one page with what else a community needs.
MOST_GROUPS = 10


class Step(StrEnum):
    """The steps, in their order."""

    GROUPS = "groups"
    SERVER = "server"
    FACILITATORS = "facilitators"
    HOST = "host"
    PLACE = "place"
    TIMES = "times"
    QUESTIONS = "questions"
    SAFETY = "safety"
    BASIS = "basis"
    PANELS = "panels"
    CHECK = "check"


class Status(StrEnum):
    """How far a step is."""

    DONE = "done"
    LATER = "later"
    MISSING = "missing"


class Kind(StrEnum):
    """What something on Discord is."""

    ROLE = "role"
    CHANNEL = "channel"


class Fate(StrEnum):
    """What would become of something that a community needs: it is there, or what a yes would do."""

    THERE = "there"
    FOUND = "found"
    MAKE = "make"
    #: Two are called so: a person has to say which.
    TWICE = "twice"
    #: One is called so, but everybody can see it, and not everybody should.
    OPEN = "open"
    #: One is called so, but the bot cannot see it, and has to.
    CLOSED = "closed"


QUESTIONS, FACILITATORS, JOINING, LAY = "questions", "facilitators", "joining", "lay"
#: The voice channel in which the community meets.
ROOM = "room"
CHANNELS = (QUESTIONS, FACILITATORS, JOINING, LAY, ROOM)
FACILITATORS_ROLE = "role-facilitators"
#: Without these a community cannot begin.
REQUIRED = (FACILITATORS_ROLE, QUESTIONS, FACILITATORS, JOINING)
#: What must not be seen by everybody.
_HIDDEN = (FACILITATORS, LAY)
_GROUP_ROLE = "role-group-"


def group_role(key: str) -> str:
    """What the Discord role of a role group is used for."""
    return f"{_GROUP_ROLE}{key}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a community needs on Discord: what for, and what it would be called."""

    use: str
    name: str

    @property
    def kind(self) -> Kind:
        """Whether it is a role or a channel."""
        return Kind.CHANNEL if self.use in CHANNELS else Kind.ROLE


@dataclass(frozen=True, slots=True)
class Item:
    """Something wanted, and what would become of it; `id` is Discord's, where there is one."""

    wanted: Wanted
    fate: Fate
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Which role or channel is used for what."""

    use: str
    id: int


@dataclass(frozen=True, slots=True)
class Setup:
    """How far a community is. Who did it is not kept.

    `begun` are the uses for which the bot was told to make something: what is found under that name after a
    crash is its own. `made` is what it made, and may take back; `chosen` is what is used.
    """

    community: int
    done: tuple[Step, ...] = ()
    later: tuple[Step, ...] = ()
    begun: tuple[str, ...] = ()
    made: tuple[Place, ...] = ()
    chosen: tuple[Place, ...] = ()


def confirmed(setup: Setup, step: Step) -> Setup:
    """The step is done, as somebody has said."""
    later = tuple(each for each in setup.later if each is not step)
    return replace(setup, done=(*(each for each in setup.done if each is not step), step), later=later)


def checked(setup: Setup, *, green: bool) -> Setup:
    """Everything was looked at: the last step is done while nothing is wrong."""
    if green:
        return confirmed(setup, Step.CHECK)
    return replace(setup, done=tuple(each for each in setup.done if each is not Step.CHECK))


def skipped(setup: Setup, step: Step) -> Setup:
    """The step is left for now."""
    return replace(setup, later=(*(each for each in setup.later if each is not step), step))


def begun(setup: Setup, uses: Collection[str]) -> Setup:
    """The bot was told to make something for these uses."""
    return replace(setup, begun=tuple(sorted({*setup.begun, *uses})))


def used(setup: Setup, use: str, id_: int, *, made: bool) -> Setup:
    """This is used from now on; `made` by the bot, or there before."""
    place = Place(use, id_)
    others = tuple(each for each in setup.chosen if each.use != use)
    ours = tuple(each for each in setup.made if each != place)
    return replace(
        setup,
        begun=tuple(each for each in setup.begun if each != use),
        made=(*ours, place) if made else setup.made,
        chosen=(*others, place),
    )


def forgotten(setup: Setup, id_: int) -> Setup:
    """This was taken back."""
    return replace(
        setup,
        made=tuple(each for each in setup.made if each.id != id_),
        chosen=tuple(each for each in setup.chosen if each.id != id_),
    )


def places(setup: Setup, community: Community | None, settings: CommunitySettings) -> dict[str, int]:
    """Which role or channel is used for what; what holds for the bot wins over what was only chosen here."""
    known: dict[str, int | None] = {each.use: each.id for each in setup.chosen}
    if community is not None:
        known |= {
            QUESTIONS: community.questions_channel,
            FACILITATORS: community.facilitators_channel,
            FACILITATORS_ROLE: community.facilitators_role,
        }
    known |= {JOINING: settings.joining_channel, LAY: settings.lay_channel, ROOM: settings.room}
    known |= {group_role(group.key): group.role for group in settings.groups}
    return {use: id_ for use, id_ in known.items() if id_ is not None}


def settings_with(settings: CommunitySettings, use: str, id_: int | None) -> CommunitySettings:
    """The settings with something used for a use of theirs; for other uses they stay as they are."""
    if use == JOINING:
        return replace(settings, joining_channel=id_)
    if use == LAY:
        return replace(settings, lay_channel=id_)
    if use == ROOM:
        return replace(settings, room=id_)
    groups = tuple(
        replace(group, role=id_) if group_role(group.key) == use else group for group in settings.groups
    )
    return replace(settings, groups=groups)


def settings_without(settings: CommunitySettings, place: Place) -> CommunitySettings:
    """The settings without a role or channel that is gone; what else is used for the same stays."""
    before = places(Setup(settings.id), None, settings)
    return settings_with(settings, place.use, None) if before.get(place.use) == place.id else settings


def community_of(id_: int, used_for: Mapping[str, int]) -> Community | None:
    """The community, once all that it cannot be without is known."""
    needed = (QUESTIONS, FACILITATORS, FACILITATORS_ROLE)
    if any(use not in used_for for use in needed):
        return None
    return Community(id_, *(used_for[use] for use in needed))


# What is there on Discord, and what is to be made


def plan(wanted: Sequence[Wanted], server: Server, used_for: Mapping[str, int]) -> tuple[Item, ...]:
    """What would become of each thing wanted. What is used for one thing is not offered for another."""
    taken = set(used_for.values())
    items = []
    for each in wanted:
        item = _fate(each, _there(each, server), used_for.get(each.use), taken)
        taken |= {item.id} if item.id is not None else set()
        items.append(item)
    return tuple(items)


def _there(wanted: Wanted, server: Server) -> Sequence[Channel | Role]:
    """What could be used for it, whatever it is called."""
    if wanted.kind is Kind.ROLE:
        return [each for each in server.named if not each.is_managed and each.id != server.id]
    is_room = wanted.use == ROOM
    return [each for each in server.channels if (each.is_voice if is_room else each.is_text)]


def _fate(wanted: Wanted, there: Sequence[Channel | Role], used: int | None, taken: Collection[int]) -> Item:
    if used is not None and any(each.id == used for each in there):
        return Item(wanted, Fate.THERE, used)
    same = [each for each in there if alike(each.name, wanted.name) and each.id not in taken]
    if not same:
        return Item(wanted, Fate.MAKE)
    # Of two rooms either will do, and there is no list to choose one from.
    if len(same) > 1 and wanted.use != ROOM:
        return Item(wanted, Fate.TWICE)
    return _found(wanted, same[0])


def _found(wanted: Wanted, found: Channel | Role) -> Item:
    """One that is called so is used only where it can be seen by those who should see it, and no others."""
    if isinstance(found, Channel):
        if wanted.use in _HIDDEN and found.is_open:
            return Item(wanted, Fate.OPEN)
        if wanted.use != LAY and "view_channel" not in found.allowed:
            return Item(wanted, Fate.CLOSED)
    return Item(wanted, Fate.FOUND, found.id)


def alike(name: str, other: str) -> bool:
    """Whether two names are the same but for capitals, spaces, signs and pictures."""
    return _letters(name) == _letters(other)


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def to_do(items: Sequence[Item], *, only_needed: bool) -> tuple[Item, ...]:
    """What a yes would make or begin to use, roles first: channels name them."""
    wanted = [item for item in items if item.fate in (Fate.MAKE, Fate.FOUND)]
    chosen = [item for item in wanted if not only_needed or item.wanted.use in REQUIRED]
    return tuple(sorted(chosen, key=lambda item: item.wanted.kind is Kind.CHANNEL))


def lacking(items: Sequence[Item], server: Server) -> str | None:
    """The permission without which these cannot be made, or None: Discord's name for it, or `basics`.

    Into a channel that it makes, the bot can put only what it may itself: those are the basics.
    """
    kinds = {item.wanted.kind for item in items if item.fate is Fate.MAKE}
    if Kind.ROLE in kinds and "manage_roles" not in server.allowed:
        return "manage_roles"
    if Kind.CHANNEL in kinds and "manage_channels" not in server.allowed:
        return "manage_channels"
    if Kind.CHANNEL in kinds and missing(server.allowed):
        return "basics"
    return None


def too_high(server: Server, role: int) -> bool:
    """Whether a role stands as high as the bot's own, or higher: then Discord lets only others give it."""
    found = next((each for each in server.named if each.id == role), None)
    return found is not None and found.is_high


@dataclass(frozen=True, slots=True)
class Made:
    """Something that the bot made and that is still there, under the name that it has now."""

    place: Place
    name: str

    @property
    def kind(self) -> Kind:
        """Whether it is a role or a channel."""
        return Wanted(self.place.use, self.name).kind


def still_there(setup: Setup, server: Server) -> tuple[Made, ...]:
    """What the bot made and could take back, channels first."""
    names = {each.id: each.name for each in server.channels} | {each.id: each.name for each in server.named}
    made = [Made(place, names[place.id]) for place in setup.made if place.id in names]
    return tuple(sorted(made, key=lambda each: each.kind is Kind.ROLE))


def added(groups: Sequence[RoleGroup], group: RoleGroup) -> tuple[RoleGroup, ...]:
    """The groups with one more, or with one changed."""
    if any(each.key == group.key for each in groups):
        return tuple(group if each.key == group.key else each for each in groups)
    return (*groups, group)
