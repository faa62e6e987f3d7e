"""An anonymous question from the form to the close, as each kind of person sees it."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from rehearsal import CannotUse, Rehearsal, scenes
from rehearsal.scenes.player import Player, SceneFailed
from tests.conftest import new_postgres_database
from tests.e2e.conftest import PANEL, Log, answer, ask, bot_running, cards, pass_window, settings_for
from tests.e2e.flows import press_more

QUESTION = "What does stratified care mean?"


async def test_the_first_question_with_both_databases_on_postgresql(
    rehearsal: Rehearsal, tmp_path: Path, postgres: str
) -> None:
    settings = settings_for(
        rehearsal,
        tmp_path,
        database_url=await new_postgres_database(postgres),
        anonymous_database_url=await new_postgres_database(postgres),
    )
    scene = scenes.read("first-question")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        played = [step async for step in Player(rehearsal, scene).play()]
    assert len(played) == len(scene.steps)


async def test_a_scene_whose_expectation_does_not_hold_fails(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """The planted fault: the player does check."""
    scene = scenes.read("first-question")
    first = scene.steps[0]
    wrong = first.expect[0].model_copy(update={"sees": "a panel of another kind"})
    with pytest.raises(SceneFailed, match="does not see"):
        await Player(rehearsal, scene).step(first.model_copy(update={"expect": (wrong,)}))


async def test_nobody_sees_anything_before_the_window_ends(community: Rehearsal) -> None:
    before = {person.name: person.read("questions") for person in community.people}
    outcome = await ask(community, "Amina", QUESTION)
    assert outcome.message is not None
    assert outcome.message.only_you
    assert "999" in outcome.message.text
    await community.settle()
    after = {person.name: person.read("questions") for person in community.people}
    assert {name for name in before if before[name] != after[name]} == {"Amina Yusuf"}
    await pass_window(community)
    assert [QUESTION in card for card in cards(community)] == [True]


async def test_the_card_is_no_answer_to_anybody(community: Rehearsal) -> None:
    """An interaction's response would show who pressed, above the message."""
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    shown = community.person("Derek").read("questions")
    assert [each.used_by for each in shown] == [None, None]


async def test_by_command_too(community: Rehearsal) -> None:
    opened = await community.person("Rosa").command("ask", channel="general")
    assert opened.form is not None
    await opened.form.submit({"Your question": QUESTION})
    await pass_window(community)
    assert len(cards(community)) == 1


async def test_what_the_asker_finds_nobody_else_finds(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    for person in community.people:
        found = await press_more(person, "My questions")
        assert found.message is not None
        assert (QUESTION in found.message.text) == (person.name == "Amina Yusuf"), person.name


async def test_closed_before_it_was_read_it_stays_hers_until_then(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    await answer(community, "Leila", "Care that fits the person.")
    await community.person("Leila").press("Close this question", channel="questions")
    await community.advance(timedelta(days=2))
    amina = community.person("Amina")
    found = await press_more(amina, "My questions")
    assert found.message is not None
    assert "is closed" in found.message.text
    assert "Care that fits the person." in found.message.text
    await pass_window(community)
    found = await press_more(amina, "My questions")
    assert found.message is not None
    assert "nothing of yours" in found.message.text


async def test_never_read_it_is_hers_for_thirty_days_at_most(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    await answer(community, "Leila", "Care that fits the person.")
    await community.person("Leila").press("Close this question", channel="questions")
    await community.advance(timedelta(days=30))
    found = await press_more(community.person("Amina"), "My questions")
    assert found.message is not None
    assert "nothing of yours" in found.message.text


async def test_only_facilitators_answer_and_only_administrators_post_the_panel(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    for name in ("Amina", "Priya", "Helen", "Ruth"):
        refused = await community.person(name).press("Facilitators", channel="questions")
        assert refused.message is not None
        assert "Only facilitators" in refused.message.text
        assert "you can report it" in refused.message.text
        assert [button.label for button in refused.message.buttons] == ["Report this"]
    assert "panel" not in community.person("Leila").commands("general")
    assert "panel" in community.person("Ruth").commands("general")
    with pytest.raises(CannotUse):
        await community.person("Leila").command("panel", channel="general", **PANEL)


async def test_two_facilitators_answer_at_once_and_the_second_keeps_her_words(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    forms = []
    for name in ("Leila", "Owen"):
        facilitator = community.person(name)
        await facilitator.press("Facilitators", channel="questions")
        opened = await facilitator.press("Answer", channel="questions")
        assert opened.form is not None
        forms.append(opened.form)
    first, second = await asyncio.gather(
        *(form.submit({"Your answer": f"This is answer {n}."}) for n, form in enumerate(forms))
    )
    await community.settle()
    texts = [outcome.message.text for outcome in (first, second) if outcome.message]
    lost = next(text for text in texts if "has an answer already" in text)
    assert "This is what you wrote" in lost
    assert "This is answer" in lost
    assert cards(community)[0].count("This is answer") == 1


async def test_the_same_form_sent_twice_counts_once(community: Rehearsal) -> None:
    opened = await community.person("Amina").press("Ask anonymously", channel="questions")
    assert opened.form is not None
    both = await asyncio.gather(*(opened.form.submit({"Your question": QUESTION}) for _ in range(2)))
    assert all(outcome.message and "is safe here" in outcome.message.text for outcome in both)
    await pass_window(community)
    late = await opened.form.submit({"Your question": QUESTION}, unchecked=True)
    assert late.message is not None
    await community.advance(timedelta(minutes=1))
    assert len(cards(community)) == 1


async def test_buttons_and_forms_from_before_a_restart_still_count(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
        opened = await rehearsal.person("Amina").press("Ask anonymously", channel="questions")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert opened.form is not None
        sent = await opened.form.submit({"Your question": QUESTION})
        assert sent.message is not None
        assert "is safe here" in sent.message.text
        await pass_window(rehearsal)
        assert len(cards(rehearsal)) == 1


async def test_a_lost_gateway_loses_nothing(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await community.drop_gateway()
    await pass_window(community)
    await community.bot_ready()
    assert len(cards(community)) == 1


async def test_numbers_are_given_when_cards_go_out_and_follow_each_other(community: Rehearsal) -> None:
    for name in ("Amina", "Derek", "Rosa", "Gwyn", "Linh"):
        await ask(community, name, f"{name} wonders.")
    await pass_window(community)
    heads = [card.splitlines()[0] for card in cards(community)]
    assert heads == [f"### Question {number}" for number in range(1, 6)]


async def test_no_log_line_holds_an_id_a_token_or_a_word_that_somebody_wrote(
    community: Rehearsal, log: Log
) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    with community.refuse(503):
        await answer_while_refused(community)
    await answer(community, "Leila", "Care that fits the person.")
    await community.settle()
    written = log.getvalue()
    assert "Gateway" in written, "the log is the one that is written to"
    ids = [str(person.user_id) for person in community.people]
    words = ["stratified", "fits the person", community.token, "Amina", *ids, str(community.community_id)]
    assert [word for word in words if word in written] == []


async def answer_while_refused(community: Rehearsal) -> None:
    outcome = await community.person("Leila").press("Facilitators", channel="questions")
    assert outcome.failed is not None


async def test_no_table_holds_the_askers_account_in_any_form(community: Rehearsal, tmp_path: Path) -> None:
    account = community.person("Amina").user_id
    forms = [str(account).encode(), account.to_bytes(8, "big"), account.to_bytes(8, "little")]
    forms.append(f"{account:x}".encode())
    await ask(community, "Amina", QUESTION)
    waiting = (tmp_path / "anonymous.db").read_bytes()
    await pass_window(community)
    out = (tmp_path / "anonymous.db").read_bytes()
    for content in (waiting, out, (tmp_path / "equal-footing.db").read_bytes()):
        assert [form for form in forms if form in content] == []
    planted = tmp_path / "planted.db"
    connection = sqlite3.connect(planted)
    connection.execute("CREATE TABLE leak (who TEXT)")
    connection.execute("INSERT INTO leak VALUES (?)", (str(account),))
    connection.commit()
    connection.close()
    assert forms[0] in planted.read_bytes(), "the planted leak is found"


async def test_asking_and_reading_write_nothing_to_the_everyday_database(
    community: Rehearsal, tmp_path: Path
) -> None:
    def everyday() -> list[bytes]:
        return [path.read_bytes() for path in sorted(tmp_path.glob("equal-footing.db*"))]

    # The first who reads after a change leaves a mark in the file beside the database; nobody after her does.
    await press_more(community.person("Derek"), "My questions")
    before = everyday()
    assert len(before) == 3
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    await press_more(community.person("Amina"), "My questions")
    await pass_window(community)
    assert everyday() == before
