"""The rehearsal at a prompt: each command, and one clear sentence for each mistake."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from rehearsal import BotSilentError
from rehearsal.by_hand import ByHand
from rehearsal.lines import typed_lines
from rehearsal.web.production import Production
from tests.forking import our_bot
from tests.rehearsal.raw import Bot, Interaction, bot_by_hand, files, form, label, roles
from tests.rehearsal.web.conftest import NO_BOT


async def lines(*typed: str) -> AsyncIterator[str]:
    for line in typed:
        yield line


@pytest.fixture
async def production() -> AsyncIterator[Production]:
    """A bot that is away."""
    production = Production("first-question", NO_BOT)
    await production.begin()
    with pytest.raises(BotSilentError):
        await production.ready()
    yield production
    await production.end()


@pytest.fixture
async def with_bot() -> AsyncIterator[Production]:
    production = Production(command=our_bot())
    await production.begin()
    await production.ready()
    yield production
    await production.end()


async def answered(production: Production, *typed: str) -> str:
    """What is printed after the first line, which says who one is."""
    written = io.StringIO()
    await ByHand(production, Console(file=written, width=150, color_system=None)).run(lines(*typed))
    first, _, rest = written.getvalue().partition("\n")
    assert first == "You are Amina Yusuf. Type `help` to see what you can do."
    return rest


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("fly", "There is no 'fly' here: type `help` to see what you can do."),
        ("be Nobody", "Nobody is called 'Nobody': type `people` to see who there is."),
        ("be", "Nobody is called '': type `people` to see who there is."),
        (
            "look facilitators",
            "Amina Yusuf does not see 'facilitators', but: "
            "welcome, general, questions, patients-and-public, chat.",
        ),
        ("press Nothing", "Amina Yusuf sees no button 'Nothing' there."),
        ("choose A; B", "Amina Yusuf sees no select with ('A', 'B') there."),
        ("type Your question: Why?", "No form is open: press something that opens one."),
        ("send", "No form is open: press something that opens one."),
        ("say Hello", "Missing Permissions."),
        ("command ask", "The client does not offer /ask there."),
        ('command ask "', "A quotation mark is missing."),
        (
            "menu Not clear: words",
            "No message here holds these words: type `menu NAME: WORDS OF THE MESSAGE`.",
        ),
        ("menu Not clear", "No message here holds these words: type `menu NAME: WORDS OF THE MESSAGE`."),
        ("wait", "The bot has nothing to wait for."),
        ("next week", "Type `next day`."),
    ],
)
async def test_each_mistake_gets_one_sentence(production: Production, typed: str, sentence: str) -> None:
    assert await answered(production, typed) == f"{sentence}\n"


async def test_somebody_speaks_and_somebody_else_reads_it(production: Production) -> None:
    printed = await answered(
        production, "", "look general", "say Good morning", "be derek", "look general", "quit", "say Never"
    )
    assert "You are Derek Holloway: a retired bus driver with two new knees." in printed
    assert "general, 1 message;" in printed
    assert printed.count("Good morning") == 2
    assert "Never" not in printed


async def test_a_day_goes_by(production: Production) -> None:
    assert "It is Tuesday 03 March 2026, 10:00:00 (UTC)." in await answered(production, "next day")


async def test_help_names_every_command(production: Production) -> None:
    printed = await answered(production, "help", "people")
    for word in (
        "be",
        "look",
        "press",
        "type",
        "send",
        "say",
        "command",
        "wait",
        "next day",
        "people",
        "quit",
    ):
        assert f"\n{word} " in f"\n{printed}"
    assert "Leila Haddad: chairs the meetings" in printed


async def test_a_question_is_asked_and_comes_out(with_bot: Production) -> None:
    printed = await answered(
        with_bot,
        "press Ask anonymously",
        "type Nothing: Why?",
        "type your question: What is a DMARD?",
        "send",
        "wait",
        "be Leila",
        "command questions list",
    )
    assert "a form opens" in printed
    assert "Say which field: type `Your question: ...`" in printed
    assert "Your question is safe here" in printed
    assert printed.count("What is a DMARD?") == 2, "on the card, and in the facilitator's list"


async def test_a_server_on_which_nothing_is_set_up() -> None:
    production = Production(command=our_bot(), server="empty")
    await production.begin()
    try:
        await production.ready()
        printed = await answered(production, "look general", "look questions")
    finally:
        await production.end()

    assert production.bot_trouble is None
    assert "general, 0 messages; there are: general, chat." in printed
    assert "Amina Yusuf does not see 'questions'" in printed


async def test_roles_and_a_file_are_filled_in(production: Production, tmp_path: Path) -> None:
    where = tmp_path / "people.csv"
    where.write_text("Jo, Clinicians", encoding="utf-8")
    told: list[dict[str, Any]] = []

    async def answer(bot: Bot) -> None:
        for reply in (
            (9, form(label(roles(max_values=2), "Who"), label(files(), "List"))),
            (4, {"content": "Thank you"}),
        ):
            data = await bot.socket.event("INTERACTION_CREATE")
            told.append(data["data"])
            await Interaction(bot, data, asyncio.get_running_loop().create_future()).answer(*reply)

    async with bot_by_hand(production.rehearsal) as bot, asyncio.TaskGroup() as tasks:
        tasks.create_task(answer(bot))
        printed = await answered(
            production,
            "command ask",
            "type who: Clinicians; Managers",
            f"type list: {tmp_path / 'nothing.csv'}",
            f"type list: {where}",
            "send",
        )

    assert "[ roles ]" in printed
    assert "[ a file on this computer ]" in printed
    assert "cannot be read: No such file or directory." in " ".join(printed.split())
    assert "Thank you" in printed
    assert [each["name"] for each in told[1]["resolved"]["roles"].values()] == ["Clinicians", "Managers"]
    assert [each["filename"] for each in told[1]["resolved"]["attachments"].values()] == ["people.csv"]


async def test_lines_of_a_pipe_to_its_end() -> None:
    reading, writing = os.pipe()
    asked: list[None] = []

    def before() -> None:
        asked.append(None)

    found = typed_lines(reading, before)
    os.write(writing, b"one\ntw")
    assert await anext(found) == "one"
    second = asyncio.ensure_future(anext(found))
    os.write(writing, b"o\nth")
    assert await second == "two"
    os.write(writing, b"r\xc3\xa9e")
    os.close(writing)
    assert [line async for line in found] == ["thrée"]
    assert len(asked) == 3
    os.close(reading)
