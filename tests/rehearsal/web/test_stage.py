"""The stage's socket: scenes, time, worlds; most of it with the real bot."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rehearsal import BotSilentError, scenes
from rehearsal.web import PracticeRoom
from rehearsal.web.production import CannotDo, Production
from tests.forking import our_bot
from tests.rehearsal.raw import Bot
from tests.rehearsal.web.browser import Browser, Json, button, leading, sitting
from tests.rehearsal.web.conftest import NO_BOT

TABLES = {
    "tables": [{"name": "waiting", "about": "A", "columns": [{"name": "n", "about": "B"}], "rows": [[None]]}]
}
#: Tells these tables, and is no bot.
TELLER = f"import json, sys; print(json.dumps({TABLES!r})) if sys.argv[-1] == 'tables' else None"


def stage(wanted: Callable[[Json], bool]) -> Callable[[Json], bool]:
    return lambda frame: frame["type"] == "stage" and wanted(frame)


def latest(browser: Browser) -> Json:
    return [frame for frame in browser.frames if frame["type"] == "stage"][-1]


async def up_to_date(browser: Browser) -> Json:
    """The stage, with all that happened so far: news come before the end of a wish."""
    assert (await browser.wish("start", scene="none"))["type"] == "refused"
    return latest(browser)


async def test_the_stage_says_who_and_what_there_is(room: PracticeRoom) -> None:
    async with leading(room) as holder:
        shown = holder.frames[0]
        assert shown["type"] == "stage"
        assert len(shown["people"]) == 17
        assert set(shown["people"][0]) == {"id", "name", "about", "side"}
        assert [each["name"] for each in shown["scenes"]] == scenes.names()
        assert "opening" not in scenes.names()
        first = shown["scenes"][0]
        assert (first["name"], first["steps"], first["minutes"]) == ("first-question", 19, 3)
        assert (shown["bot"], shown["scene"], shown["clock"]["rate"]) == ("away", None, 1)
        assert shown["trouble"].startswith("The bot could not be started: it ended at once")


@pytest.mark.parametrize("name", scenes.names())
def test_a_scene_says_how_long_it_takes(name: str) -> None:
    assert 1 <= scenes.read(name).minutes <= 3


async def test_time_is_moved_and_never_back(room: PracticeRoom) -> None:
    async with leading(room) as holder:
        now = datetime.fromisoformat(holder.frames[0]["clock"]["now"])
        later = now + timedelta(hours=2)
        assert (await holder.wish("move", to=later.isoformat()))["type"] == "done"
        reached = datetime.fromisoformat(latest(holder)["clock"]["now"])
        assert timedelta() <= reached - later < timedelta(minutes=1)
        back = await holder.wish("move", to=now.isoformat())
        assert (back["type"], back["why"]) == ("refused", "Time does not go back.")
        far = await holder.wish("move", to="9999-12-31T00:00:00Z")
        assert "400 days" in far["why"]
        assert (await up_to_date(holder))["clock"]["rate"] == 1


async def test_time_stands_still_and_flows_again(room: PracticeRoom) -> None:
    clock = room.production.rehearsal.world.clock
    async with leading(room) as holder, sitting(room, "Amina Yusuf") as amina:
        assert (await holder.wish("flow", rate=0))["type"] == "done"
        assert latest(holder)["clock"]["rate"] == 0
        assert (await amina.up_to_date()).clock["rate"] == 0
        assert clock.now() == clock.now()
        await holder.wish("flow", rate=1)
        assert latest(holder)["clock"]["rate"] == 1
        assert (await amina.up_to_date()).clock["rate"] == 1


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"do": "fly"}, "Nothing of this kind"),
        ({"do": "say", "place": "1", "text": "Hello"}, "Nothing of this kind"),
        ({"do": "start"}, "scene"),
        ({"do": "start", "scene": 1}, "scene"),
        ({"do": "start", "scene": "none"}, "There is no scene 'none'."),
        ({"do": "start", "scene": "opening"}, "There is no scene 'opening'."),
        ({"do": "start", "scene": "../cast/moving_well_together"}, "There is no scene"),
        ({"do": "next"}, "No scene is on."),
        ({"do": "leave_scene"}, "No scene is on."),
        ({"do": "move", "to": "tomorrow"}, "to"),
        ({"do": "move", "to": "2026-03-05T10:00:00"}, "to"),
        ({"do": "move", "to": 5}, "to"),
        ({"do": "flow", "rate": 2}, "rate"),
        ({"do": "flow", "rate": True}, "rate"),
        ({"do": "until_due"}, "The bot has nothing to wait for."),
    ],
)
async def test_a_wish_of_the_stage_that_makes_no_sense(room: PracticeRoom, wish: Json, why: str) -> None:
    async with leading(room) as holder:
        await holder.socket.send_json({"re": 99, **wish})
        ended = await holder.end_of(99)
        assert ended["type"] == "refused"
        assert why in ended["why"]
        assert ended["why"].endswith(".")


async def test_what_the_machine_knows(static: Path) -> None:
    command = (sys.executable, "-S", "-c", TELLER, "run")
    async with PracticeRoom(static=static, command=command) as room, leading(room) as holder:
        told = await holder.wish("tables")
        assert told["type"] == "tables"
        assert told["tables"] == TABLES["tables"]
        assert datetime.fromisoformat(told["asked_at"]).year == 2026


async def test_tables_that_are_not_told(room: PracticeRoom, static: Path) -> None:
    command = (sys.executable, "-S", "-c", "import sys; sys.exit('No file.')", "run")
    async with PracticeRoom(static=static, command=command) as other, leading(other) as holder:
        ended = await holder.wish("tables")
        assert (ended["type"], ended["why"]) == ("refused", "No file.")
    async with leading(room) as holder:
        assert (await holder.wish("tables"))["why"] == "The bot's own command did not print its tables."


async def test_a_bot_that_cannot_be_started_is_away(room: PracticeRoom) -> None:
    async with leading(room) as holder:
        ended = await holder.wish("restart_bot")
        assert (ended["type"], "ended at once" in ended["why"]) == ("refused", True)
        states = [frame["bot"] for frame in holder.frames if frame["type"] == "stage"]
        assert states == ["away", "starting", "away"]
    async with PracticeRoom(command=("no-such-program", "run")) as other:
        with pytest.raises(FileNotFoundError):
            await other.production.ready()
        async with leading(other) as holder:
            assert latest(holder)["bot"] == "away"
            assert "could not be started" in latest(holder)["trouble"]
            assert (await holder.wish("tables"))["type"] == "refused"


async def test_two_new_worlds_at_once_are_one(room: PracticeRoom) -> None:
    both = await asyncio.gather(room.afresh(), room.afresh(), return_exceptions=True)
    assert both[0] is None
    assert isinstance(both[1], CannotDo)


async def test_what_the_stage_began_is_done_even_if_its_page_goes(room: PracticeRoom) -> None:
    before = room.production
    async with leading(room) as holder:
        await holder.send("afresh")
        await holder.until(stage(lambda _: room.production is not before))
    assert room.production.bot_state in ("starting", "away")


async def test_the_opening_is_played_at_once_and_then_time_flows(static: Path) -> None:
    async with PracticeRoom(static=static, command=our_bot()) as room, leading(room) as holder:
        assert (holder.frames[0]["bot"], holder.frames[0]["scene"]) == ("starting", None)
        await room.production.ready()
        assert (await up_to_date(holder))["bot"] == "ready"
        assert latest(holder)["clock"]["rate"] == 1
        assert latest(holder)["trouble"] is None
        async with sitting(room, "Amina Yusuf") as amina, sitting(room, "Leila Haddad") as leila:
            (panel,) = amina.copy.read("questions")
            opened = await amina.wish("press", **button(panel, "Ask anonymously"))
            sent = await amina.wish(
                "submit", form=opened["form"]["id"], values={"Your question": "What is a DMARD?"}
            )
            assert sent["message"] is not None
            assert "DMARD" not in json.dumps(leila.frames)
            # What is due next is known without anybody asking for it.
            due = (await holder.until(stage(lambda frame: frame["clock"]["next_due"] is not None)))["clock"]
            assert datetime.fromisoformat(due["next_due"]) > datetime.fromisoformat(due["now"])
            assert (await holder.wish("until_due"))["type"] == "done"
            await leila.until(lambda _: "DMARD" in json.dumps(leila.copy.read("questions")))
            assert leila.copy.new


async def test_a_new_world_has_a_new_bot_and_the_old_one_ends(real: PracticeRoom) -> None:
    before = real.production
    pid = before.bot.pid
    async with leading(real) as holder, sitting(real, "Amina Yusuf") as amina:
        await amina.wish("say", place=amina.copy.place("general"), text="In the old world")
        assert (await holder.wish("afresh"))["type"] == "done"
        assert latest(holder)["bot"] == "starting"
        assert await amina.read("general") == []
        await real.production.ready()
        assert real.production.bot.pid != pid
        assert await before.bot.ended() == 0
        await amina.until(lambda _: bool(amina.copy.read("questions")))


async def test_a_scene_from_its_first_step_to_its_last(real: PracticeRoom) -> None:
    scene = scenes.read("gives-herself-away")
    async with leading(real) as holder, sitting(real, "Ngozi Eze") as ngozi:
        assert (await holder.wish("start", scene="gives-herself-away"))["type"] == "done"
        shown = latest(holder)
        assert shown["clock"]["rate"] == 0
        standing = shown["scene"]
        assert (standing["at"], standing["of"], standing["said"]) == (0, 7, None)
        assert standing["next"] == scene.steps[0].says
        assert standing["looks"] == list(scene.people)
        assert await ngozi.read("questions") == []
        for number, step in enumerate(scene.steps, 1):
            assert (await holder.wish("next"))["type"] == "done"
            now = latest(holder)["scene"]
            assert (now["at"], now["said"], now["trouble"]) == (number, step.says, None)
            assert (now["opened"] is not None) == (step.opens is not None)
        assert "What is the tariff?" in json.dumps(await ngozi.read("questions"))
        over = (await up_to_date(holder))["scene"]
        assert (over["over"], over["next"]) == (True, None)
        assert latest(holder)["clock"]["rate"] == 1
        assert (await holder.wish("next"))["why"] == "The scene is over."
        assert (await holder.wish("leave_scene"))["type"] == "done"
        assert latest(holder)["scene"] is None


async def test_two_presses_on_next_do_one_step(real: PracticeRoom) -> None:
    async with leading(real) as holder:
        await holder.wish("start", scene="first-question")
        first, second = await holder.send("next"), await holder.send("next")
        assert (await holder.end_of(second))["why"].startswith("A step is being done.")
        assert (await holder.end_of(first))["type"] == "done"
        assert latest(holder)["scene"]["at"] == 1


async def test_somebody_takes_over_by_hand_and_gives_back(real: PracticeRoom) -> None:
    """Leila starts the meeting in step 2; by hand, what she needs for it is taken from her before."""
    async with leading(real) as holder:
        await holder.wish("start", scene="first-question")
        await holder.wish("next")
        world = real.production.rehearsal.world
        world.take_role("Leila Haddad", "Facilitators")
        refused = await holder.wish("next")
        assert refused["type"] == "refused"
        stuck = latest(holder)["scene"]
        assert stuck["trouble"] == refused["why"]
        assert "Leila Haddad does not see a channel 'facilitators'" in stuck["trouble"]
        assert stuck["at"] == 1
        world.give_role("Leila Haddad", "Facilitators")
        assert (await holder.wish("next"))["type"] == "done"
        assert latest(holder)["scene"]["trouble"] is None
        assert latest(holder)["scene"]["at"] == 2
        assert (await holder.wish("leave_scene"))["type"] == "done"
        assert latest(holder)["clock"]["rate"] == 1


async def test_a_bot_that_is_killed_is_away_and_comes_back(real: PracticeRoom) -> None:
    async with leading(real) as holder, sitting(real, "Amina Yusuf") as amina:
        panel = amina.copy.read("questions")[0]
        await real.production.bot.stop()
        await holder.until(stage(lambda frame: frame["bot"] == "away"))
        async with asyncio.timeout(2):
            failed = await amina.wish("press", **button(panel, "Ask anonymously"))
        assert failed["failed"] == "This interaction failed"
        await real.production.bot.start()
        await holder.until(stage(lambda frame: frame["bot"] == "ready"))
        opened = await amina.wish("press", **button(panel, "Ask anonymously"))
        assert opened["form"]["title"] == "Ask anonymously"
        again = await holder.send("restart_bot")
        await holder.until(stage(lambda frame: frame["bot"] == "starting"))
        assert (await holder.end_of(again))["type"] == "done"
        assert latest(holder)["bot"] == "ready"


async def test_a_production_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    production = Production(command=NO_BOT)
    with pytest.raises(RuntimeError, match="has not begun"):
        await production.ready()
    await production.begin()
    assert list(tmp_path.iterdir()) != []
    with pytest.raises(BotSilentError):
        await production.ready()
    await production.end()
    assert list(tmp_path.iterdir()) == []


async def test_a_scene_waits_for_a_bot_that_is_away(room: PracticeRoom, bot: Bot) -> None:
    await room.afresh("first-question")
    with pytest.raises(BotSilentError):
        await room.production.ready()
    async with leading(room) as holder:
        assert (await holder.wish("next"))["why"] == "The bot is away. Restart it first."
        assert latest(holder)["scene"]["at"] == 0
