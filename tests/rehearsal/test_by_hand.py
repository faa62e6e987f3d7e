"""The rehearsal at a prompt: each command, and one clear sentence for each mistake."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator

import pytest
from rich.console import Console

from rehearsal import BotSilentError
from rehearsal.by_hand import ByHand
from rehearsal.lines import typed_lines
from rehearsal.web.production import Production
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
    production = Production()
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
