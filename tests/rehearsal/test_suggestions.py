"""Completing an option while somebody types in it: asked, answered, refused, and too late."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotUse, Rehearsal, Suggested
from rehearsal.world.interactions import SECONDS_TO_ANSWER
from tests.rehearsal.raw import Answer, Bot, Interaction, form

_WHOLE = (1 << 53) - 1


def _option(name: str = "topic", kind: int = 3, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "An option", "type": kind, "autocomplete": True, **more}


def _plain(name: str, kind: int = 3, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "An option", "type": kind, **more}


def _choices(*names: str) -> dict[str, Any]:
    return {"choices": [{"name": name, "value": name.lower()} for name in names]}


async def _registered(bot: Bot, *options: dict[str, Any]) -> Answer:
    body = {"name": "ask", "description": "Ask", "options": list(options)}
    return await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", [body])


class _Typed(Interaction):
    """Somebody types, and waits for suggestions."""

    async def suggested(self) -> Suggested:
        found = await self._using
        assert isinstance(found, Suggested)
        return found


async def _typed(
    bot: Bot, typed: str = "fa", *, option: str = "topic", command: str = "ask", **more: Any
) -> _Typed:
    more = {"channel": "general"} | more
    asking: asyncio.Task[Any] = asyncio.create_task(
        bot.rehearsal.person("Amina").suggestions(command, option, typed, **more)
    )
    return _Typed(bot, await bot.socket.event("INTERACTION_CREATE"), asking)


@pytest.mark.usefixtures("checked")
async def test_what_is_typed_and_what_is_suggested(bot: Bot) -> None:
    registered = await _registered(bot, _option(required=True), _plain("why"))
    typed = await _typed(bot)
    answer = await typed.answer(8, _choices("Falls", "Fatigue"))

    assert registered.body[0]["options"][0]["autocomplete"] is True
    assert "autocomplete" not in registered.body[0]["options"][1]
    assert (typed.data["type"], typed.data["data"]) == (
        4,
        {
            "id": registered.body[0]["id"],
            "name": "ask",
            "type": 1,
            "options": [{"name": "topic", "type": 3, "value": "fa", "focused": True}],
        },
    )
    assert "message" not in typed.data
    assert typed.data["member"]["user"]["global_name"] == "Amina Yusuf"
    assert answer.body == {
        "interaction": {
            "id": typed.data["id"],
            "type": 4,
            "channel_id": typed.data["channel_id"],
            "guild_id": typed.data["guild_id"],
        }
    }
    assert await typed.suggested() == Suggested((("Falls", "falls"), ("Fatigue", "fatigue")))
    assert bot.rehearsal.person("Amina").read("general") == []


@pytest.mark.usefixtures("checked")
async def test_what_else_is_filled_in(bot: Bot, rehearsal: Rehearsal) -> None:
    """By the command's order, people only by id, and without what her client would not take yet."""
    options = [_plain("who", 6), _option(), _plain("many", 4), _plain("place", 7), _plain("part", 3)]
    await _registered(bot, *[each | {"required": True} for each in options], _plain("near", 10, max_value=2))
    typed = await _typed(bot, "", near=2.5, many=3, who="Tom Ashworth", place="no such place", part="")
    await typed.answer(8, _choices(), query="")

    assert typed.data["data"]["options"] == [
        {"name": "who", "type": 6, "value": str(rehearsal.person("Tom").user_id)},
        {"name": "topic", "type": 3, "value": "", "focused": True},
        {"name": "many", "type": 4, "value": 3},
    ]
    assert "resolved" not in typed.data["data"]
    assert await typed.suggested() == Suggested()


@pytest.mark.usefixtures("checked")
async def test_in_a_subcommand_and_in_the_chat_with_the_bot(bot: Bot) -> None:
    below = {"name": "find", "description": "Find", "type": 1, "options": [_plain("why"), _option()]}
    await _registered(bot, below)
    typed = await _typed(bot, command="ask find", channel=None, why="To help")
    await typed.answer(8, _choices("Falls"))

    assert "guild_id" not in typed.data
    assert typed.data["user"]["global_name"] == "Amina Yusuf"
    assert typed.data["data"]["options"] == [
        {
            "name": "find",
            "type": 1,
            "options": [
                {"name": "why", "type": 3, "value": "To help"},
                {"name": "topic", "type": 3, "value": "fa", "focused": True},
            ],
        }
    ]
    assert (await typed.suggested()).choices == (("Falls", "falls"),)


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize(("kind", "value"), [(4, 12), (4, -_WHOLE), (10, 1.5), (10, 3), (10, -2.0)])
async def test_numbers_are_typed_as_text_and_sent_as_numbers(bot: Bot, kind: int, value: float) -> None:
    await _registered(bot, _option("many", kind))
    typed = await _typed(bot, "a do", option="many")
    await typed.answer(8, {"choices": [{"name": "A dozen", "value": value}]})
    suggested = await typed.suggested()
    using = bot.rehearsal.person("Amina").command("ask", channel="general", many=suggested.choices[0][1])
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})

    assert typed.data["data"]["options"] == [{"name": "many", "type": kind, "value": "a do", "focused": True}]
    assert used.data["data"]["options"] == [{"name": "many", "type": kind, "value": value}]


@pytest.mark.parametrize("sent", ["falls", "Something of her own"])
async def test_what_is_sent_in_the_end(bot: Bot, sent: str) -> None:
    """The value of a suggestion, or what she typed herself."""
    await _registered(bot, _option(required=True))
    typed = await _typed(bot)
    await typed.answer(8, _choices("Falls"))
    using = bot.rehearsal.person("Amina").command("ask", channel="general", topic=sent)
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})

    assert used.data["data"]["options"] == [{"name": "topic", "type": 3, "value": sent}]


async def test_where_nothing_is_suggested(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(bot, _option(), _plain("why"))
    amina = rehearsal.person("Amina")

    for command, option, others in [
        ("ask", "why", {}),
        ("ask", "who", {}),
        ("panel", "topic", {}),
        ("ask find", "topic", {}),
        ("ask", "topic", {"who": "Tom Ashworth"}),
        ("ask", "topic", {"topic": "Falls"}),
    ]:
        with pytest.raises(CannotUse):
            await amina.suggestions(command, option, "a", channel="general", **others)
    rehearsal.world.deny("@everyone", "general", "USE_APPLICATION_COMMANDS")
    with pytest.raises(CannotUse):
        await amina.suggestions("ask", "topic", "a", channel="general")
    assert "INTERACTION_CREATE" not in await bot.socket.heard()


async def test_three_seconds_and_nothing_comes(bot: Bot) -> None:
    await _registered(bot, _option())
    typed = await _typed(bot)
    loop = asyncio.get_running_loop()
    started = loop.time()
    suggested = await typed.suggested()

    assert suggested == Suggested((), "Loading options failed")
    assert loop.time() - started >= SECONDS_TO_ANSWER - 0.2
    assert (await typed.answer(8, _choices("Falls"))).refusal == (404, 10062)


async def test_no_bot(bot: Bot, rehearsal: Rehearsal) -> None:
    """Nobody waits for what cannot come."""
    await _registered(bot, _option())
    await bot.socket.close(1000)
    await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)

    loop = asyncio.get_running_loop()
    started = loop.time()
    suggested = await rehearsal.person("Amina").suggestions("ask", "topic", "a", channel="general")
    assert suggested == Suggested((), "Loading options failed")
    assert loop.time() - started < SECONDS_TO_ANSWER - 0.5


async def test_one_answer_and_nothing_after_it(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(bot, _option())
    typed = await _typed(bot)
    before = await typed.original("GET")
    await typed.answer(8, _choices("Falls"))

    assert before.refusal == (404, 10015)
    assert (await typed.answer(8, _choices("Fatigue"))).refusal == (400, 40060)
    assert (await typed.answer(4, {"content": "a"})).refusal == (400, 40060)
    assert (await typed.original("GET")).refusal == (404, 10015)
    assert (await typed.original("PATCH", {"content": "a"})).refusal == (404, 10015)
    assert (await typed.original("DELETE")).refusal == (404, 10015)
    assert (await typed.follow_up({"content": "a"})).refusal == (404, 10015)
    assert (await typed.suggested()).choices == (("Falls", "falls"),)
    assert rehearsal.person("Amina").read("general") == []


@pytest.mark.parametrize(
    ("kind", "data"), [(4, {"content": "a"}), (5, {}), (6, None), (7, {"content": "a"}), (9, form())]
)
async def test_it_takes_no_other_answer(bot: Bot, kind: int, data: Any) -> None:
    await _registered(bot, _option())
    typed = await _typed(bot)
    refused = await typed.answer(kind, data)

    assert refused.problems() == {"type": ["BASE_TYPE_CHOICES"]}
    assert "{8}" in refused.body["errors"]["type"]["_errors"][0]["message"]
    assert (await typed.answer(8, _choices("Falls"))).status == 200
    assert (await typed.suggested()).choices == (("Falls", "falls"),)


async def test_nothing_else_takes_suggestions(bot: Bot) -> None:
    used = await bot.used("Amina")
    assert list((await used.answer(8, _choices("Falls"))).problems()) == ["type"]
    await used.answer(9, form())
    opened = (await used.outcome()).form
    assert opened is not None
    sent = await bot.begun(asyncio.create_task(opened.submit({"Question": "What is it?"})))
    assert list((await sent.answer(8, _choices("Falls"))).problems()) == ["type"]
    await sent.answer(4, {"content": "a"})


def _one(value: Any, name: Any = "a") -> dict[str, Any]:
    return {"choices": [{"name": name, "value": value}]}


@pytest.mark.parametrize(
    ("kind", "data", "path"),
    [
        (3, _choices(*[f"c{number}" for number in range(26)]), "data.choices"),
        (3, _one("a", ""), "data.choices.0.name"),
        (3, _one("a", "a" * 101), "data.choices.0.name"),
        (3, _one("a", None), "data.choices.0.name"),
        (3, _one("a" * 101), "data.choices.0.value"),
        (3, _one(1), "data.choices.0.value"),
        (3, _one(None), "data.choices.0.value"),
        (3, _one(True), "data.choices.0.value"),
        (3, {"choices": [{"name": "a", "value": "a"}, {"name": "b", "value": 2}]}, "data.choices.1.value"),
        (3, {"choices": [{"name": "a"}]}, "data.choices.0.value"),
        (3, {"choices": [None]}, "data.choices.0"),
        (3, {"choices": None}, "data.choices"),
        (3, {}, "data.choices"),
        (3, None, "data.choices"),
        (4, _one("1"), "data.choices.0.value"),
        (4, _one(1.5), "data.choices.0.value"),
        (4, _one(True), "data.choices.0.value"),
        (4, _one(_WHOLE + 1), "data.choices.0.value"),
        (10, _one("1.5"), "data.choices.0.value"),
        (10, _one(False), "data.choices.0.value"),
        (10, _one(2.0**53 + 2), "data.choices.0.value"),
    ],
)
async def test_what_is_wrong_with_suggestions(bot: Bot, kind: int, data: Any, path: str) -> None:
    """Each is refused, leaves no mark, and can be put right."""
    await _registered(bot, _option(kind=kind))
    typed = await _typed(bot)
    refused = await typed.answer(8, data)
    right = "Falls" if kind == 3 else 1

    assert list(refused.problems()) == [path]
    assert (await typed.answer(8, _one(right))).status == 200
    assert (await typed.suggested()).choices == (("a", right),)


async def test_what_suggestions_may_be(bot: Bot) -> None:
    await _registered(bot, _option())
    typed = await _typed(bot)
    choices = [{"name": "a" * 100, "value": "b" * 100}] * 25
    answer = await typed.answer(8, {"choices": choices}, query="")

    assert answer.status == 204
    assert (await typed.suggested()).choices == (("a" * 100, "b" * 100),) * 25


@pytest.mark.parametrize(
    "data",
    [
        _choices("Falls") | {"unknown": 1},
        {"choices": [{"name": "a", "value": "a", "name_localizations": {"de": "b"}}]},
    ],
)
async def test_what_is_not_known_of_suggestions(bot: Bot, data: dict[str, Any]) -> None:
    await _registered(bot, _option())
    typed = await _typed(bot)

    assert (await typed.answer(8, data)).status == 501
    await typed.answer(8, _choices())


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
async def test_a_number_that_is_none(bot: Bot, value: str) -> None:
    await _registered(bot, _option(kind=10))
    typed = await _typed(bot)
    path = f"/interactions/{typed.data['id']}/{typed.data['token']}/callback"
    raw = f'{{"type": 8, "data": {{"choices": [{{"name": "a", "value": {value}}}]}}}}'.encode()
    refused = await bot.api("POST", path, raw=raw)
    await typed.answer(8, _choices())

    assert refused.refusal == ((400, 50035) if value == "1e999" else (400, 50109))


@pytest.mark.parametrize(
    ("option", "path"),
    [
        *[(_option(kind=kind), "0.options.0.autocomplete") for kind in (5, 6, 7, 8)],
        (_option(choices=[{"name": "a", "value": "a"}]), "0.options.0.autocomplete"),
        (_option(autocomplete="perhaps"), "0.options.0.autocomplete"),
        (_plain("many", 4, min_value=1.5), "0.options.0.min_value"),
        (_plain("many", 4, max_value=1 << 53), "0.options.0.max_value"),
        (_plain("many", 4, choices=[{"name": "a", "value": 1.5}]), "0.options.0"),
        (_plain("many", 4, choices=[{"name": "a", "value": True}]), "0.options.0.choices.0.value"),
        (_plain("many", 4, choices=[{"name": "a", "value": 1 << 53}]), "0.options.0"),
        (_plain("near", 10, choices=[{"name": "a", "value": "1.5"}]), "0.options.0"),
        (_plain("near", 10, min_value=1.5, max_value=1), "0.options.0"),
        (_plain("near", 10, min_length=1), "0.options.0"),
        (_plain("near", 10, channel_types=[0]), "0.options.0"),
        (_plain("why", 3, choices=[{"name": "a", "value": "b" * 101}]), "0.options.0.choices.0.value"),
    ],
)
async def test_what_is_wrong_with_an_option(bot: Bot, option: dict[str, Any], path: str) -> None:
    assert list((await _registered(bot, option)).problems()) == [path]


@pytest.mark.usefixtures("checked")
async def test_what_an_option_may_be(bot: Bot) -> None:
    answer = await _registered(
        bot,
        _option("a", choices=[], min_length=1, max_length=3),
        _option("b", 4, min_value=-2, max_value=3),
        _option("c", 10, min_value=-1.5, max_value=_WHOLE + 1),
        _plain("d", 10, choices=[{"name": "Half", "value": 0.5}, {"name": "One", "value": 1}]),
        _plain("e", autocomplete=False),
    )
    said = [
        {key: each.get(key) for key in ("autocomplete", "min_value")} for each in answer.body[0]["options"]
    ]

    assert answer.status == 200
    assert said == [
        {"autocomplete": True, "min_value": None},
        {"autocomplete": True, "min_value": -2},
        {"autocomplete": True, "min_value": -1.5},
        {"autocomplete": None, "min_value": None},
        {"autocomplete": None, "min_value": None},
    ]
    assert [type(each["value"]) for each in answer.body[0]["options"][3]["choices"]] == [float, int]


async def test_a_person_is_not_completed(bot: Bot) -> None:
    """To say so is no mistake."""
    answer = await _registered(bot, _plain("who", 6, autocomplete=False))

    assert answer.status == 200
    assert "autocomplete" not in answer.body[0]["options"][0]


@pytest.mark.parametrize(
    "sent",
    [
        {"many": 1.0},
        {"many": 1 << 53},
        {"many": "two"},
        {"near": 2.25},
        {"near": -0.5},
        {"near": True},
        {"near": "1.5"},
        {"part": 3},
        {"part": "Two thirds"},
    ],
)
async def test_numbers_that_the_client_does_not_take(
    bot: Bot, rehearsal: Rehearsal, sent: dict[str, object]
) -> None:
    half = [{"name": "Half", "value": 0.5}]
    await _registered(
        bot,
        _option("many", 4),
        _plain("near", 10, min_value=0, max_value=2.2),
        _plain("part", 10, choices=half),
    )

    with pytest.raises(CannotUse):
        await rehearsal.person("Amina").command("ask", channel="general", **sent)


async def test_a_number_of_choices_is_named_by_its_label(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(bot, _plain("part", 10, choices=[{"name": "Half", "value": 0.5}]))
    using = rehearsal.person("Amina").command("ask", channel="general", part="Half")
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})

    assert used.data["data"]["options"] == [{"name": "part", "type": 10, "value": 0.5}]
