"""What somebody picks and hands in on the page, and a panel of her own that changes in place."""

from __future__ import annotations

import base64

import pytest

from rehearsal.shown_files import fetched
from rehearsal.web import PracticeRoom
from tests.rehearsal.raw import EPHEMERAL, V2, Bot, button, channels, files, form, label, roles, row, text
from tests.rehearsal.web.browser import Json, sitting
from tests.rehearsal.web.browser import button as on
from tests.rehearsal.web.test_seat import heard_of, posted


async def test_a_form_with_roles_channels_and_a_file(bot: Bot, room: PracticeRoom) -> None:
    await posted(bot, row(button(label="Settings")))
    async with sitting(room, "Leila Haddad") as leila:
        (message,) = await leila.read("general")
        re = await leila.send("press", **on(message, "Settings"))
        used = await heard_of(bot)
        parts = [label(roles(max_values=2), "Who"), label(channels(), "Where"), label(files(), "List")]
        await used.answer(9, form(*parts))
        opened = (await leila.end_of(re))["form"]
        given = {"name": "people.csv", "content": base64.b64encode(b"Jo, Clinicians").decode()}
        values: Json = {"Who": ["Clinicians", "Managers"], "Where": ["welcome"], "List": [given]}
        re = await leila.send("submit", form=opened["id"], values=values)
        sent = await heard_of(bot)
        await sent.answer(4, {"content": "Thank you", "flags": EPHEMERAL})
        await leila.end_of(re)
        told = sent.data["data"]["resolved"]

    assert [each["kind"] for each in opened["fields"]] == ["roles", "channels", "files"]
    assert [each["name"] for each in told["roles"].values()] == ["Clinicians", "Managers"]
    assert [each["name"] for each in told["channels"].values()] == ["welcome"]
    (file,) = told["attachments"].values()
    assert (file["filename"], await fetched(file["url"])) == ("people.csv", b"Jo, Clinicians")


@pytest.mark.parametrize(
    "given", [{"name": "a.csv", "content": "?"}, {"name": "", "content": ""}, {"name": "a.csv"}, "a.csv"]
)
async def test_what_is_no_file(room: PracticeRoom, given: Json) -> None:
    async with sitting(room, "Leila Haddad") as leila:
        refused = await leila.wish("submit", form="form-1", values={"List": [given, {}]})

    assert (refused["type"], "values" in refused["why"]) == ("refused", True)


async def test_a_panel_changes_in_place(bot: Bot, room: PracticeRoom) -> None:
    await posted(bot, row(button(label="Begin")))
    async with sitting(room, "Leila Haddad") as leila:
        (message,) = await leila.read("general")
        re = await leila.send("press", **on(message, "Begin"))
        panel = {"flags": V2 | EPHEMERAL, "components": [text("Step one"), row(button(label="Next"))]}
        await (await heard_of(bot)).answer(4, panel)
        await leila.end_of(re)
        re = await leila.send("press", **on((await leila.read("general"))[-1], "Next"))
        pressed = await heard_of(bot)
        await pressed.answer(6)
        await pressed.original("PATCH", {"components": [text("Step two")]})
        ended = await leila.end_of(re)
        shown = (await leila.read("general"))[-1]

    assert ended["message"] == shown["id"]
    assert (shown["only_you"], shown["edited"]) == (True, True)
    assert [part["content"] for part in shown["parts"]] == ["Step two"]
