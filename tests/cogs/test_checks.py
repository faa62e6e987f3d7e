"""Who may do what: every press and every command names an audience, and each audience lets in its own."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.community.rules import Community, Part
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.database import Database
from bot.core.errors import Refused
from cogs import _checks
from cogs._checks import (
    ADMINISTRATORS,
    CHAIRS,
    EDITORS,
    EVERYONE,
    FACILITATORS,
    LOOKING_UP,
    NOTE_TAKERS,
    OPENLY_ANYWHERE,
    Audience,
)
from cogs._views import MARK, FeatureCog, Mark
from tests.cogs.samples import cog_classes, cogs
from tests.tables import make_all_tables

AUDIENCES = [each for each in vars(_checks).values() if isinstance(each, Audience)]
HERE = Community(100, 1, 2, 7)
#: The account of whoever presses.
SHE = 5


def commands(cog: FeatureCog) -> list[app_commands.Command[Any, ..., Any]]:
    """A cog's slash commands, those in groups too."""
    return [each for each in cog.walk_app_commands() if isinstance(each, app_commands.Command)]


def unguarded(cog: FeatureCog) -> list[str]:
    """The commands and marked methods of a cog that nobody is checked for."""
    audiences: dict[str, Any] = {mark.action: mark.audience for mark, _ in cog.marked()}
    for command in commands(cog):
        audiences[f"/{command.qualified_name}"] = getattr(command.callback, MARK, None)
    audiences |= {f"menu {menu.name}": menu.extras.get(MARK) for menu in cog.menus}
    return [name for name, audience in audiences.items() if audience not in AUDIENCES]


@pytest.mark.parametrize("cog", cogs(), ids=lambda cog: type(cog).__name__)
def test_everything_that_can_be_pressed_or_typed_names_its_audience(cog: FeatureCog) -> None:
    assert cog.marked() or commands(cog)
    assert unguarded(cog) == []


async def _whoever(interaction: discord.Interaction, communities: Communities) -> None:
    """Let in whoever comes."""


class Careless(FeatureCog):
    """The planted faults: commands and a menu without an audience, and a button with one of its own."""

    questions = app_commands.Group(name="questions", description="questions")

    @questions.command(name="list")
    async def in_a_group(self, interaction: discord.Interaction) -> None:
        """Let anybody in."""

    @app_commands.command(name="ask")
    async def careless(self, interaction: discord.Interaction) -> None:
        """Let anybody in."""

    async def pressed(self, press: object) -> None:
        """Let in whom it likes."""

    setattr(pressed, MARK, Mark("button", "careless:press", Audience(_whoever, openly=False)))


def test_a_command_or_button_without_an_audience_is_found() -> None:
    sample = cogs()[0]
    careless = Careless(sample.wording, sample.communities)
    careless.menus.append(app_commands.ContextMenu(name="Let anybody in", callback=_menu))
    found = ["careless:press", "/ask", "/questions list", "menu Let anybody in"]
    assert sorted(unguarded(careless)) == sorted(found)


async def _menu(interaction: discord.Interaction, message: discord.Message) -> None:
    """Let anybody in."""


def test_every_slash_command_and_menu_asks_its_audience() -> None:
    """A mark without a check would let anybody in."""
    found = [each for cog in cogs() for each in (*commands(cog), *cog.menus)]
    assert {"ask", "panel", "questions list", "questions settings"} <= {each.qualified_name for each in found}
    for each in found:
        assert len(each.checks) == 1
        assert each.guild_only or (isinstance(each, app_commands.Command) and each.root_parent is not None)
    groups = [
        each for cog in cogs() for each in cog.walk_app_commands() if isinstance(each, app_commands.Group)
    ]
    assert groups
    assert all(group.guild_only for group in groups)


async def test_a_command_of_a_group_and_a_menu_let_in_nobody_else(communities: Communities) -> None:
    (facilitating,) = [cog for cog in cogs() if "questions list" in [c.qualified_name for c in commands(cog)]]
    facilitating.communities = communities
    for command in commands(facilitating):
        (check,) = command.checks
        member = Interaction(roles=(3,), command=command)
        with pytest.raises(app_commands.CheckFailure) as caught:
            await discord.utils.maybe_coroutine(check, member)
        assert isinstance(caught.value.__cause__, Refused)
        assert caught.value.__cause__.line.id == "error-facilitators-only"
        assert await discord.utils.maybe_coroutine(check, Interaction(roles=(7,), command=command))
    menus = [menu for cog in cogs() for menu in cog.menus]
    assert menus
    for menu in menus:
        (check,) = menu.checks
        assert await discord.utils.maybe_coroutine(check, Interaction(command=menu))
        with pytest.raises(app_commands.CheckFailure):
            await discord.utils.maybe_coroutine(check, Interaction(guild_id=None, command=menu))


def test_every_method_that_takes_a_press_is_marked() -> None:
    """One that was forgotten would be found by nobody who presses."""
    for kind in cog_classes():
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_") and "press" in inspect.signature(method).parameters:
                assert hasattr(method, MARK), f"{kind.__name__}.{name}"


@dataclass
class Interaction:
    """What an audience looks at. `user` is not a member of the server unless it says so."""

    guild_id: int | None = 100
    roles: tuple[int, ...] = ()
    permissions: discord.Permissions = field(default_factory=discord.Permissions.none)
    command: Any = None

    @property
    def user(self) -> Any:
        if self.guild_id is None:
            return None
        member = object.__new__(discord.Member)
        member._roles = discord.utils.SnowflakeList(self.roles)  # type: ignore[arg-type]
        member.guild = _Guild()  # type: ignore[assignment]
        member._user = _User()  # type: ignore[assignment]
        return member


class _User:
    id = SHE


class _Role:
    def __init__(self, id_: int) -> None:
        self.id = id_

    def __lt__(self, other: _Role) -> bool:
        return self.id < other.id


class _Guild:
    id = 100
    default_role = _Role(100)

    def get_role(self, id_: int) -> _Role:
        return _Role(id_)


async def lets_in(audience: Audience, interaction: Interaction, communities: Communities) -> str:
    """Nothing if the person is let in, else the sentence she reads."""
    try:
        await audience.allow(interaction, communities)  # type: ignore[arg-type]
    except Refused as refused:
        return refused.line.id
    return ""


@pytest.fixture
def kind() -> str:
    """One kind of database is enough here."""
    return "sqlite"


@pytest.fixture
async def communities(database: Database) -> Communities:
    await make_all_tables(database, "everyday")
    communities = Communities(database, CommunityStore())
    async with database.write() as tx:
        await communities.save(tx, HERE)
    return communities


FACILITATOR = Interaction(roles=(3, 7))
MEMBER = Interaction(roles=(3,))
ADMINISTRATOR = Interaction(permissions=discord.Permissions(administrator=True))
ELSEWHERE = Interaction(guild_id=200, roles=(7,))
DIRECT = Interaction(guild_id=None)


@pytest.mark.parametrize(
    ("audience", "interaction", "sentence"),
    [
        (EVERYONE, MEMBER, ""),
        (EVERYONE, DIRECT, "error-in-a-server"),
        (FACILITATORS, FACILITATOR, ""),
        (FACILITATORS, MEMBER, "error-facilitators-only"),
        (FACILITATORS, ADMINISTRATOR, "error-facilitators-only"),
        (FACILITATORS, ELSEWHERE, "error-not-set-up"),
        (FACILITATORS, DIRECT, "error-in-a-server"),
        (ADMINISTRATORS, ADMINISTRATOR, ""),
        (ADMINISTRATORS, FACILITATOR, "error-administrators-only"),
        (ADMINISTRATORS, DIRECT, "error-in-a-server"),
    ],
)
async def test_each_audience_lets_in_its_own_and_tells_the_others_why(
    communities: Communities, audience: Audience, interaction: Interaction, sentence: str
) -> None:
    assert await lets_in(audience, interaction, communities) == sentence


def test_only_those_who_act_openly_are_asked_to_quote() -> None:
    """Quoting a fault would tell when an asker pressed."""
    openly = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience.openly}
    asked = {mark.action for cog in cogs() for mark, _ in cog.marked() if not mark.audience.openly}
    assert openly & asked == set()
    anonymous = ("ask", "more", "send", "change", "never-mind", "away", "take-back-waiting", "mine", "older")
    anonymous += ("hint", "own", "helped", "take-back", "wonder", "promise", "facilitators", "report")
    # Whoever answers a question that was passed to her does so under her name, but nobody need know when.
    anonymous += ("by-name", "through", "not-this-time")
    anonymous += ("say-anyway", "say-change", "say-never-mind")
    relayed = ("relay", "relay-send", "relay-change", "relay-undo", "relay-own", "relay-helped", "relay-back")
    for_her = {f"contacts:{verb}" for verb in (*relayed, "questions")}
    # A form that looks like the one for asking, and sends nothing; what is kept of her who was relayed for.
    others = {"preparation:practise", "privacy:theirs"}
    # Looking a word up leads to asking, and nobody need know when she looked.
    looked_up = ("look", "term", "unclear", "ask", "jargon", "unknown", "themes", "browse", "print")
    looked_up += ("show",)
    others |= {f"glossary:{verb}" for verb in looked_up} | {"meeting_words:browse", "meeting_words:print"}
    # A word may be proposed without a name, and what was proposed is looked at by whoever did.
    others |= {f"proposals:{verb}" for verb in ("add", "simpler", "propose", "list")}
    # The same for what would let somebody come, and for what she would talk about.
    others |= {f"wishes:{verb}" for verb in ("easier", "absent", "item", "answers")}
    # Who is lost, and when she pressed, is nobody's business.
    others |= {"signals:lost", "signals:slower"}
    # It leads to what is somebody's own.
    others |= {"panel:more"}
    assert asked == {f"questions:{verb}" for verb in anonymous} | for_her | others
    assert {action for action in openly if action.startswith("people:")} == {
        mark.action for cog in cogs() for mark, _ in cog.marked() if mark.action.startswith("people:")
    }


def test_what_askers_do_works_in_a_direct_message_and_what_takes_a_role_does_not() -> None:
    for cog in cogs():
        for mark, _ in cog.marked():
            assert mark.audience.in_messages is (mark.audience in (EVERYONE, LOOKING_UP, OPENLY_ANYWHERE))


#: By feature: what nobody but a facilitator may do.
FOR_FACILITATORS = {
    "agenda": "list open item add change words use up down remove put-back pauses early rest groups"
    " invite copy asking ask",
    "attending": "list who",
    "glossary_files": "choose read again different new all never-mind write",
    "community": "pause stop leave resume",
    "contacts": "list add remove pairs choose suggest use",
    "events": "put-back where",
    "glossary_check": "open text take undo back copy card copy-card post post-meeting keep look next preview",
    "meeting_words": "drop",
    "glossary": "post-word",
    "meetings": "list add change cancel use series change-all cancel-all",
    "papers": "look send hold add out bring",
    "people": "invite invite-list invite-send invite-leave back-one back-all back-yes",
    "preparation": "show path card edit pay put out again",
    "presence": "list",
    "privacy": "report periods",
    "questions": "answer plain aloud answering back meeting pass release keep decline words merge close pause"
    " lift retry meeting-starts meeting-ends now list examples settings choose use leave",
    "chairing": "show next back break go-on end end-sure",
    "signals": "seen",
    "standing_roles": "list offer send never-mind offers withdraw end",
    "stumbles": "show agenda",
    "wishes": "list put decline",
}


def test_only_facilitators_do_what_changes_a_question_or_the_community() -> None:
    theirs = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience is FACILITATORS}
    assert theirs == {
        f"{feature}:{verb}" for feature, verbs in FOR_FACILITATORS.items() for verb in verbs.split()
    }


#: What members who look after the words may do, too.
FOR_EDITORS = {
    "glossary_desk": "open add find word change more sign mark checked hide show hidden history",
    "proposals": "waiting open take decline others put-together apart",
}


def test_only_those_who_look_after_the_words_change_them() -> None:
    theirs = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience is EDITORS}
    assert theirs == {f"{feature}:{verb}" for feature, verbs in FOR_EDITORS.items() for verb in verbs.split()}


#: What members who chair meetings may do, too.
FOR_CHAIRS = {"hands": "order call choose back clear clear-yes"}


def test_only_those_who_chair_call_somebody() -> None:
    theirs = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience is CHAIRS}
    assert theirs == {f"{feature}:{verb}" for feature, verbs in FOR_CHAIRS.items() for verb in verbs.split()}


#: What members who take notes may do, too.
FOR_NOTE_TAKERS = {"record": "open write save add-action act actions remove preview post"}


def test_only_those_who_take_notes_write_the_record() -> None:
    theirs = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience is NOTE_TAKERS}
    assert theirs == {
        f"{feature}:{verb}" for feature, verbs in FOR_NOTE_TAKERS.items() for verb in verbs.split()
    }


@dataclass(frozen=True, slots=True)
class _One:
    """One account has one part here."""

    part: Part

    async def has_part(self, part: Part, community: int, account: int) -> bool:
        return (part, community, account) == (self.part, HERE.id, SHE)


@pytest.mark.parametrize(
    ("part", "audience", "other"),
    [
        (Part.CHAIR, CHAIRS, NOTE_TAKERS),
        (Part.EDITOR, EDITORS, CHAIRS),
        (Part.NOTE_TAKER, NOTE_TAKERS, EDITORS),
    ],
)
async def test_whoever_has_a_part_is_let_in_by_her_account_and_only_where_she_has_it(
    communities: Communities, part: Part, audience: Audience, other: Audience
) -> None:
    assert await lets_in(audience, FACILITATOR, communities) == ""
    assert await lets_in(audience, MEMBER, communities) == f"error-{part}s-only"
    communities.let_take_part(_One(part))
    assert await lets_in(audience, MEMBER, communities) == ""
    assert await lets_in(other, MEMBER, communities) != ""
    assert await lets_in(FACILITATORS, MEMBER, communities) == "error-facilitators-only"
    assert await lets_in(audience, ELSEWHERE, communities) == "error-not-set-up"
    assert await lets_in(audience, DIRECT, communities) == "error-in-a-server"


def test_discord_shows_an_audiences_commands_to_nobody_else() -> None:
    shown = {
        command.name: (command.default_permissions, command.guild_only)
        for cog in cogs()
        for command in cog.get_app_commands()
    }
    assert shown["panel"] == (discord.Permissions(administrator=True), True)
    assert shown["ask"] == (None, True)
    assert shown["questions"] == (None, True)
