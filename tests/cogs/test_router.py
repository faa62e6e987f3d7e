"""What a person is shown for a press, whatever happens behind it."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import replace
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.community.service import Communities
from bot.core.errors import NotNow, Refused, SealBroken
from bot.core.notices import Button, Form, Line, Notice
from bot.core.wording import Wording
from cogs import _answers
from cogs._checks import ADMINISTRATORS, Audience
from cogs._router import Router
from cogs._views import AndThen, Answer, Away, FeatureCog, Press, button, command, form, opens_form
from config.settings import WORDING
from tests.cogs.people import Pressed, refused
from tests.cogs.samples import cogs, communities, is_in
from tests.support import turns

WORDS = Wording(WORDING)
SHOWN = Notice((Line("question-mine-title"),))
A_FORM = Form("sample:form", "token", "question-form-title", ())
HER_WORDS = "What does commissioning mean?"


def sentence(id_: str, **values: str | int) -> str:
    return WORDS.say(Line(id_, values))


async def _whoever(interaction: discord.Interaction, communities: Communities) -> None:
    """Let in whoever comes."""


async def _nobody(interaction: discord.Interaction, communities: Communities) -> None:
    raise Refused("error-facilitators-only")


ASKERS = Audience(_whoever, openly=False, in_messages=True)
LOOKERS = replace(ASKERS, unexpected="error-unexpected-looking-up")
OPENLY = Audience(_whoever, openly=True)
HERE = 900_000_000_000_000_001
NOBODY = Audience(_nobody, openly=True)


class Sample(FeatureCog):
    """Answers every press with `answer`, or with the error `fault`."""

    def __init__(self) -> None:
        super().__init__(WORDS, communities())
        self.answer: Answer = SHOWN
        self.fault: Exception | None = None
        self.did: list[str] = []
        self.presses: list[Press] = []

    async def _answer(self, press: Press) -> Any:
        self.did.append(f"began {press.token}")
        self.presses.append(press)
        if self.fault is not None:
            raise self.fault
        self.did.append(f"did {press.token}")
        return self.answer

    @button("sample:ask", ASKERS)
    async def ask(self, press: Press) -> Notice:
        """Of somebody who asks."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @button("sample:look", LOOKERS)
    async def look(self, press: Press) -> Notice:
        """Of somebody who looks a word up."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @button("sample:close", OPENLY)
    async def close(self, press: Press) -> Notice:
        """Of somebody who acts openly."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @button("sample:next", OPENLY, in_place=True)
    async def next(self, press: Press) -> Notice:
        """A page that takes the place of the one before."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @button("sample:secret", NOBODY)
    async def secret(self, press: Press) -> Notice:
        """Of nobody."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @opens_form("sample:form", ASKERS)
    async def open_form(self, press: Press) -> Form | Notice:
        """Opens a form, or says why not."""
        answer = await self._answer(press)
        return answer if answer is not SHOWN else A_FORM  # type: ignore[no-any-return]

    @form("sample:form", ASKERS)
    async def send_form(self, press: Press) -> Notice:
        """The form was sent."""
        return await self._answer(press)  # type: ignore[no-any-return]

    @app_commands.command(name="ask")
    @command(ASKERS)
    async def typed_by_an_asker(self, interaction: discord.Interaction) -> None:
        """A command of somebody who asks."""

    @app_commands.command(name="panel")
    @command(ADMINISTRATORS)
    async def typed_openly(self, interaction: discord.Interaction) -> None:
        """A command of somebody who acts openly."""


@pytest.fixture
def cog() -> Sample:
    return Sample()


@pytest.fixture
def router(cog: Sample) -> Router:
    return Router(WORDS, communities(), [cog], is_in)


async def handled(router: Router, pressed: Pressed) -> Pressed:
    await router.handle(pressed)  # type: ignore[arg-type]
    assert pressed.to_others == 0
    return pressed


# When all is well


async def test_a_press_is_answered_for_its_person_only(router: Router, cog: Sample) -> None:
    pressed = await handled(router, Pressed("sample:ask:abc"))
    assert pressed.shown == [sentence("question-mine-title")]
    assert cog.did == ["began abc", "did abc"]


async def test_a_form_is_opened_and_taken(router: Router, cog: Sample) -> None:
    assert (await handled(router, Pressed("sample:form:abc"))).forms == ["Ask anonymously"]
    sent = await handled(router, Pressed("sample:form:def", typed={"text": HER_WORDS}))
    assert sent.shown == [sentence("question-mine-title")]
    assert cog.did[-1] == "did def"


async def test_a_page_takes_the_place_of_the_one_before_if_only_she_sees_that(router: Router) -> None:
    own = await handled(router, Pressed("sample:next:abc", own=True))
    assert (own.instead, own.shown) == ([sentence("question-mine-title")], [])
    everybodys = await handled(router, Pressed("sample:next:abc"))
    assert (everybodys.instead, everybodys.shown) == ([], [sentence("question-mine-title")])


async def test_what_goes_wrong_is_said_beside_the_page_and_the_page_stays(
    router: Router, cog: Sample
) -> None:
    cog.fault = Refused("error-facilitators-only")
    pressed = await handled(router, Pressed("sample:next:abc", own=True))
    assert (pressed.instead, pressed.shown) == ([], [sentence("error-facilitators-only")])


async def test_who_may_not_is_told_so_and_nothing_is_done(router: Router, cog: Sample) -> None:
    pressed = await handled(router, Pressed("sample:secret:abc"))
    assert pressed.shown == [sentence("error-facilitators-only")]
    assert cog.did == []


@pytest.mark.parametrize("custom_id", ["sample:gone:abc", "other:ask:abc", "nonsense", ""])
async def test_a_button_that_nobody_knows_any_more_says_so(router: Router, custom_id: str) -> None:
    assert (await handled(router, Pressed(custom_id))).shown == [sentence("error-old-button")]


async def test_what_was_filled_in_comes_by_the_names_of_the_fields(router: Router, cog: Sample) -> None:
    sent = Pressed(
        "sample:form:abc",
        typed={"text": HER_WORDS, "reason": ""},
        chosen={"who": "facilitators", "tell": None},
        picked={"member": ["190000000000000043"], "nobody": []},
    )
    await handled(router, sent)
    (press,) = cog.presses
    assert press.fields == {
        **{"text": HER_WORDS, "reason": "", "who": "facilitators", "tell": ""},
        **{"member": "190000000000000043", "nobody": ""},
    }
    assert (press.community, press.account, press.token, press.name) == (100, sent.user.id, "abc", "Ama")
    assert press.roles == frozenset()


async def test_a_button_that_may_open_a_form_can_say_why_it_does_not(router: Router, cog: Sample) -> None:
    cog.answer = Notice((Line("question-mine-nothing"),))
    pressed = await handled(router, Pressed("sample:form:abc"))
    assert (pressed.shown, pressed.forms) == ([sentence("question-mine-nothing")], [])


async def test_a_message_that_is_done_with_goes(router: Router, cog: Sample) -> None:
    cog.answer = Away(SHOWN)
    pressed = await handled(router, Pressed("sample:ask:abc"))
    assert (pressed.shown, pressed.deleted) == ([sentence("question-mine-title")], 1)
    cog.answer = SHOWN
    assert (await handled(router, Pressed("sample:ask:abc"))).deleted == 0


async def test_a_message_whose_answer_could_not_be_shown_stays(router: Router, cog: Sample) -> None:
    cog.answer = Away(SHOWN)
    assert (await handled(router, Pressed("sample:ask:abc", fail=[refused(503)]))).deleted == 0


# In a direct message


def in_chat(custom_id: str, **pressed: Any) -> Pressed:
    return Pressed(custom_id, guild_id=None, **pressed)


async def test_a_token_in_a_direct_message_says_which_community_it_is_about(
    router: Router, cog: Sample
) -> None:
    await handled(router, in_chat(f"sample:ask:{HERE}.abc"))
    await handled(router, in_chat(f"sample:ask:{HERE}."))
    assert [(press.community, press.token) for press in cog.presses] == [(HERE, "abc"), (HERE, "")]
    assert {press.roles for press in cog.presses} == {frozenset()}


async def test_what_is_shown_there_says_it_too(router: Router, cog: Sample) -> None:
    cog.answer = Notice(SHOWN.parts, (Button("sample:ask", "question-button-mine", "next"),))
    assert (await handled(router, in_chat(f"sample:ask:{HERE}.abc"))).buttons == [f"sample:ask:{HERE}.next"]
    assert (await handled(router, Pressed("sample:ask:abc"))).buttons == ["sample:ask:next"]
    assert (await handled(router, in_chat(f"sample:form:{HERE}.abc"))).buttons == [f"sample:ask:{HERE}.next"]
    cog.answer = SHOWN
    opened = await handled(router, in_chat(f"sample:form:{HERE}.abc"))
    assert opened.form_ids == [f"sample:form:{HERE}.token"]
    sent = await handled(router, in_chat(opened.form_ids[0], typed={"text": HER_WORDS}))
    assert cog.presses[-1].token == "token"
    assert sent.shown == [sentence("question-mine-title")]


@pytest.mark.parametrize("token", ["abc", "", f"{HERE}", "123.abc", f"x{HERE}.abc", f"{HERE}9999999.abc"])
async def test_a_token_without_a_community_leads_to_the_server(
    router: Router, cog: Sample, token: str
) -> None:
    assert (await handled(router, in_chat(f"sample:ask:{token}"))).shown == [sentence("error-in-a-server")]
    assert cog.did == []


async def test_what_takes_a_role_does_not_work_in_a_direct_message(router: Router, cog: Sample) -> None:
    pressed = await handled(router, in_chat(f"sample:close:{HERE}.abc"))
    assert pressed.shown == [sentence("error-in-a-server")]
    assert cog.did == []


async def test_who_is_not_in_that_server_any_more_is_told_so(cog: Sample) -> None:
    async def gone(community: int, account: int) -> bool:
        return (community, account) != (HERE, 190_000_000_000_000_042)

    router = Router(WORDS, communities(), [cog], gone)
    assert (await handled(router, in_chat(f"sample:ask:{HERE}.abc"))).shown == [
        sentence("error-not-in-server")
    ]
    await handled(router, in_chat(f"sample:ask:{HERE + 1}.abc"))
    assert cog.did == ["began abc", "did abc"]


async def test_if_nobody_can_tell_who_is_in_a_server_nothing_is_done(cog: Sample) -> None:
    async def nobody_knows(community: int, account: int) -> bool:
        raise NotNow("status 503")

    router = Router(WORDS, communities(), [cog], nobody_knows)
    sent = await handled(router, in_chat(f"sample:form:{HERE}.abc", typed={"text": HER_WORDS}))
    assert sent.shown[-1] == f">>> {HER_WORDS}"
    assert cog.did == []


async def test_in_a_server_a_token_with_a_number_names_no_other_community(
    router: Router, cog: Sample
) -> None:
    """A forged press must not reach into a server that its presser may not be in."""
    await handled(router, Pressed(f"sample:ask:{HERE}.abc"))
    assert {press.community for press in cog.presses} == {100}


# What follows once it is shown


async def test_what_follows_is_done_once_it_was_shown(router: Router, cog: Sample) -> None:
    pressed = Pressed("sample:ask:abc")

    async def done() -> None:
        cog.did.append(f"shown {len(pressed.shown)}")

    cog.answer = AndThen(SHOWN, done)
    await handled(router, pressed)
    assert pressed.shown == [sentence("question-mine-title")]
    assert cog.did[-1] == "shown 1"


NOT_SHOWN: dict[str, Exception] = {
    "a press that has run out": refused(404, 10062),
    "a message that is gone": refused(404, 10008),
    "a server error": refused(503),
    "a connection lost": aiohttp.ServerDisconnectedError(),
    "time is up": TimeoutError(),
}


@pytest.mark.parametrize("error", NOT_SHOWN.values(), ids=NOT_SHOWN)
async def test_what_follows_is_left_undone_if_it_could_not_be_shown(
    router: Router, cog: Sample, error: Exception
) -> None:
    async def done() -> None:
        cog.did.append("read")

    cog.answer = AndThen(SHOWN, done)
    pressed = await handled(router, Pressed("sample:ask:abc", fail=[error]))
    assert "read" not in cog.did
    assert pressed.shown == []


@pytest.mark.parametrize("error", NOT_SHOWN.values(), ids=NOT_SHOWN)
@pytest.mark.parametrize(
    "pressed",
    [("sample:ask:abc", None), ("sample:close:abc", None), ("sample:form:abc", {"text": HER_WORDS})],
)
async def test_what_is_done_but_could_not_be_shown_is_not_asked_for_again(
    router: Router, cog: Sample, error: Exception, pressed: tuple[str, dict[str, str] | None]
) -> None:
    """To say "try again" would have it done twice."""
    person = await handled(router, Pressed(*pressed, fail=[error]))
    assert person.shown == []
    assert cog.did == ["began abc", "did abc"]


async def test_a_form_that_could_not_be_opened_says_nothing_either(router: Router) -> None:
    pressed = await handled(router, Pressed("sample:form:abc", fail=[refused(404, 10062)]))
    assert pressed.shown == pressed.forms == []


# Faults of ours

FAULTS: list[Exception] = [ValueError(HER_WORDS), SealBroken("a block does not open"), KeyError("x")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_an_asker_is_given_nothing_to_quote(
    router: Router, cog: Sample, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    """Quoting it would tell when she pressed."""
    cog.fault = fault
    pressed = await handled(router, Pressed("sample:ask:abc"))
    assert pressed.shown == [sentence("error-unexpected-anonymous")]
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == [
        "unexpected error"
    ]


async def test_whoever_looks_a_word_up_is_told_that_nothing_was_lost_and_given_nothing_to_quote(
    router: Router, cog: Sample, caplog: pytest.LogCaptureFixture
) -> None:
    cog.fault = FAULTS[0]
    (shown,) = (await handled(router, Pressed("sample:look:abc"))).shown
    assert shown == sentence("error-unexpected-looking-up")
    assert "Nothing was lost" in shown
    assert "What does that word mean?" in shown
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR] == [
        "unexpected error"
    ]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_whoever_acts_openly_is_given_what_stands_in_the_log(
    router: Router, cog: Sample, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    cog.fault = fault
    (shown,) = (await handled(router, Pressed("sample:close:abc"))).shown
    before, _, after = sentence("error-unexpected", quote="QUOTE").partition("QUOTE")
    assert shown.startswith(before)
    quote = shown.removeprefix(before).removesuffix(after)
    assert re.fullmatch("[0-9a-f]{6}", quote)
    assert quote in caplog.text


async def test_two_faults_have_two_quotes(router: Router, cog: Sample) -> None:
    cog.fault = FAULTS[0]
    first, second = [(await handled(router, Pressed("sample:close:abc"))).shown for _ in range(2)]
    assert first != second


async def test_what_was_typed_is_given_back(router: Router, cog: Sample) -> None:
    for fault, id_ in ((FAULTS[0], "error-unexpected-anonymous"), (Refused("error-not-set-up"),) * 2):
        cog.fault = fault
        said = sentence(id_ if isinstance(id_, str) else "error-not-set-up")
        pressed = await handled(router, Pressed("sample:form:abc", typed={"text": HER_WORDS}))
        assert pressed.shown == [said, sentence("error-what-you-wrote"), f">>> {HER_WORDS}"]


async def test_only_what_was_typed_is_given_back_and_nothing_that_was_picked(
    router: Router, cog: Sample
) -> None:
    cog.fault = Refused("error-not-set-up")
    pressed = Pressed(
        "sample:form:abc",
        typed={"text": HER_WORDS},
        chosen={"who": "facilitators"},
        picked={"member": ["190000000000000043"]},
    )
    await handled(router, pressed)
    assert pressed.shown == [
        *(sentence("error-not-set-up"), sentence("error-what-you-wrote"), f">>> {HER_WORDS}")
    ]


async def test_nothing_typed_is_not_given_back(router: Router, cog: Sample) -> None:
    cog.fault = Refused("error-question-empty")
    pressed = await handled(router, Pressed("sample:form:abc", typed={"text": " \n"}))
    assert pressed.shown == [sentence("error-question-empty")]


async def test_a_press_that_came_too_late_is_left_alone(router: Router, cog: Sample) -> None:
    pressed = await handled(router, Pressed("sample:ask:abc", fail_to_defer=[refused(404, 10062)]))
    assert pressed.shown == cog.did == []


async def test_an_error_that_cannot_be_told_stops_nobody(router: Router, cog: Sample) -> None:
    cog.fault = FAULTS[0]
    for error in NOT_SHOWN.values():
        assert (await handled(router, Pressed("sample:ask:abc", fail=[error]))).shown == []


# When the bot stops


async def test_what_was_given_up_comes_to_its_end_before_the_bot_stops(
    router: Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_answers, "_SOON_SECONDS", 0.01)
    slow = asyncio.Event()
    with pytest.raises(Refused):
        await _answers.soon(slow.wait())
    finishing = asyncio.create_task(router.finish())
    await turns()
    assert not finishing.done()
    slow.set()
    async with asyncio.timeout(10):
        await finishing


async def test_with_nothing_given_up_it_stops_at_once(router: Router) -> None:
    await handled(router, Pressed("sample:ask:abc"))
    async with asyncio.timeout(10):
        await router.finish()


# Commands


def named(cog: FeatureCog, name: str) -> app_commands.Command[Any, ..., Any]:
    (found,) = [each for each in cog.get_app_commands() if each.name == name]
    assert isinstance(found, app_commands.Command)
    return found


async def tried(router: Router, pressed: Pressed) -> list[str]:
    """Let discord.py's checks of a command look at somebody; returns what she is told."""
    try:
        for check in pressed.command.checks:
            assert await discord.utils.maybe_coroutine(check, pressed)
    except app_commands.AppCommandError as error:
        await router.command_failed(pressed, error)  # type: ignore[arg-type]
    return pressed.shown


ADMINISTRATOR = discord.Permissions(administrator=True)


async def test_a_command_lets_in_its_audience_and_tells_the_others_why() -> None:
    made = cogs()
    real = Router(WORDS, communities(), made, is_in)
    panel, ask = (named(cog, name) for name in ("panel", "ask") for cog in made if _has(cog, name))
    assert await tried(real, Pressed(command=panel, permissions=ADMINISTRATOR)) == []
    assert await tried(real, Pressed(command=panel)) == [sentence("error-administrators-only")]
    assert await tried(real, Pressed(command=panel, guild_id=None)) == [sentence("error-in-a-server")]
    assert await tried(real, Pressed(command=ask)) == []
    assert await tried(real, Pressed(command=ask, guild_id=None)) == [sentence("error-in-a-server")]


def _has(cog: FeatureCog, name: str) -> bool:
    return name in [each.name for each in cog.get_app_commands()]


async def test_a_command_that_fails_gives_a_quote_only_to_those_who_act_openly(
    router: Router, cog: Sample
) -> None:
    told = {}
    for name in ("ask", "panel"):
        typed = named(cog, name)
        pressed = Pressed(command=typed)
        error = app_commands.CommandInvokeError(typed, FAULTS[0])
        await router.command_failed(pressed, error)  # type: ignore[arg-type]
        (told[name],) = pressed.shown
    assert told["ask"] == sentence("error-unexpected-anonymous")
    assert re.search(r"\b[0-9a-f]{6}\b", told["panel"])


async def test_a_command_that_is_refused_says_why(router: Router, cog: Sample) -> None:
    typed = named(cog, "ask")
    error = app_commands.CommandInvokeError(typed, Refused("error-not-set-up"))
    pressed = Pressed(command=typed)
    await router.command_failed(pressed, error)  # type: ignore[arg-type]
    assert pressed.shown == [sentence("error-not-set-up")]


async def test_a_command_that_nobody_knows_any_more_gives_nothing_to_quote(router: Router) -> None:
    pressed = Pressed(command=None)
    error = app_commands.CommandNotFound("ask", [])
    await router.command_failed(pressed, error)  # type: ignore[arg-type]
    assert pressed.shown == [sentence("error-unexpected-anonymous")]
