"""Each part of a message and each input of a form, as a browser is told of it."""

from __future__ import annotations

from typing import Any

from rehearsal import Form, Outcome
from rehearsal.offers import Offered
from rehearsal.web import picture
from rehearsal.world import components as parts
from rehearsal.world.inputs import Modal
from rehearsal.world.messages import Draft
from rehearsal.world.model import CommandKind, CommandOption, CommandSpec, MessageFlag, OptionKind, Subcommand
from tests.rehearsal.raw import button, checkbox, field, form, group, label, people, radio, row, select, text
from tests.rehearsal.web.worlds import Place, components

EVERYTHING: list[dict[str, Any]] = [
    text("# A heading"),
    {"type": 14, "divider": False, "spacing": 2},
    {
        "type": 17,
        "accent_color": 0x336699,
        "components": [
            text("Inside"),
            row(button(label="Go"), {"type": 2, "style": 5, "label": "Out", "url": "https://example.org"}),
            {"type": 14},
        ],
    },
    row(select("One", "Two", chosen="Two", placeholder="Which?", min_values=0, max_values=2)),
    row(people(disabled=True, max_values=3)),
    row(button("b", label="No", style=4, disabled=True)),
]


def drawn(place: Place, who: str = "Amina") -> picture.Json:
    place.world.messages.create(
        place.world.application.id,
        place.world.channel_named("general"),
        Draft(components=components(*EVERYTHING), flags=MessageFlag.IS_COMPONENTS_V2),
    )
    return place.fresh(who).read("general")[-1]


def test_every_part() -> None:
    place = Place()
    message = drawn(place)
    heading, space, container, chosen, persons, last = message["parts"]
    assert heading == {"kind": "text", "content": "# A heading"}
    assert space == {"kind": "separator", "line": False, "large": True}
    assert container["kind"] == "container"
    assert container["accent"] == 0x336699
    inside, buttons, line = container["parts"]
    assert inside == {"kind": "text", "content": "Inside"}
    assert line == {"kind": "separator", "line": True, "large": False}
    go, out = buttons["parts"]
    assert go == {
        "kind": "button", "at": 5, "label": "Go", "style": "secondary", "disabled": False, "url": None
    }  # fmt: skip
    assert (out["style"], out["url"]) == ("link", "https://example.org")
    (which,) = chosen["parts"]
    assert which["options"] == [
        {"label": "One", "value": "o", "about": None, "chosen": False},
        {"label": "Two", "value": "t", "about": None, "chosen": True},
    ]
    assert (which["placeholder"], which["least"], which["most"]) == ("Which?", 0, 2)
    assert (which["of"], which["disabled"]) == ("options", False)
    (whom,) = persons["parts"]
    assert (whom["of"], whom["disabled"], whom["most"]) == ("people", True, 3)
    amina = str(place.people["Amina"].user_id)
    assert {"label": "Amina Yusuf", "value": amina, "about": None, "chosen": False} in whom["options"]
    assert len(whom["options"]) == len(place.world.guild.members)
    assert last["parts"][0]["style"] == "danger"
    assert last["parts"][0]["disabled"]


def test_a_part_is_numbered_as_it_is_walked() -> None:
    place = Place()
    message = drawn(place)
    (found,) = [each for each in place.messages() if str(each.id) == message["id"]]
    walked = list(parts.walk(found.components))

    def numbered(each: picture.Json) -> list[tuple[int, str]]:
        here = [(each["at"], each["label"])] if each["kind"] == "button" else []
        return here + [pair for below in each.get("parts", []) for pair in numbered(below)]

    pairs = [pair for each in message["parts"] for pair in numbered(each)]
    assert [name for _, name in pairs] == ["Go", "Out", "No"]
    for at, name in pairs:
        part = walked[at]
        assert isinstance(part, parts.Button)
        assert part.label == name


def test_who_wrote_who_used_it_and_whom_it_rings() -> None:
    place = Place()
    amina = place.people["Amina"].user_id
    place.world.messages.send(amina, place.world.channel_named("general").id, Draft("Good morning"))
    place.world.messages.create(
        place.world.application.id, place.world.channel_named("general"), Draft(f"For <@{amina}>")
    )
    first, second = place.fresh("Amina").read("general")
    assert first["author"] == {"id": str(amina), "name": "Amina Yusuf", "bot": False}
    assert (first["content"], first["rings"], first["menu"]) == ("Good morning", False, False)
    assert second["author"]["bot"]
    assert second["rings"]
    assert not place.fresh("Derek").read("general")[1]["rings"]
    assert first["at"] == "2026-03-02T10:00:00.000+00:00"


def test_a_message_for_her_alone_has_no_menu() -> None:
    place = Place()
    place.world.register_commands([CommandSpec("Not clear", "", CommandKind.MESSAGE_MENU)])
    place.posted("general", "For all")
    place.posted("general", "For her", only_for="Amina")
    assert [(each["menu"], each["only_you"]) for each in place.fresh("Amina").read("general")] == [
        (True, False),
        (False, True),
    ]


def test_commands_with_all_their_options() -> None:
    place = Place()
    options = tuple(
        CommandOption(
            kind,
            f"option-{kind}",
            "About",
            required=kind is OptionKind.STRING,
            autocomplete=kind is OptionKind.NUMBER,
        )
        for kind in OptionKind
    )
    chosen = CommandOption(OptionKind.INTEGER, "many", "How many", choices=(("One", 1), ("Two", 2)))
    place.world.register_commands(
        [
            CommandSpec("all", "All of them", options=options),
            CommandSpec("of", "Of many", subcommands=(Subcommand("many", "Many", (chosen,)),)),
            CommandSpec("secret", "For managers", default_member_permissions=1 << 5),
        ]
    )
    copy = place.fresh("Amina")
    offered = copy.offers[copy.place("general")]["commands"]
    assert [each["name"] for each in offered] == ["all", "of many"]
    kinds = [each["kind"] for each in offered[0]["options"]]
    assert kinds == ["text", "number", "yes or no", "person", "channel", "role", "number"]
    assert [each["required"] for each in offered[0]["options"]] == [True] + [False] * 6
    assert [each["autocomplete"] for each in offered[0]["options"]] == [False] * 6 + [True]
    assert offered[1]["about"] == "Many"
    (many,) = offered[1]["options"]
    assert many["choices"] == [{"label": "One", "value": 1}, {"label": "Two", "value": 2}]
    assert many["autocomplete"] is False


def drawn_form(*components: dict[str, Any]) -> picture.Json:
    async def send(_filled: object) -> Outcome:
        raise AssertionError("nothing is sent")

    modal = Modal.model_validate(form(*components))
    pickable = Offered({"Amina Yusuf": 1, "Derek Holloway": 2}, {"Clinicians": 3}, {})
    return picture.form("f", Form(modal, pickable, None, send, Place().world.handed_in.take))


def test_texts_of_a_form() -> None:
    shown = drawn_form(
        text("Read this"),
        field("a", name="Long", description="In your words", min_length=2, max_length=9, value="Hello"),
        field("b", name="Short", style=1, required=False, placeholder="Here"),
    )
    assert (shown["id"], shown["title"], shown["texts"]) == ("f", "Ask", ["Read this"])
    long, short = shown["fields"]
    assert long == {
        "label": "Long",
        "about": "In your words",
        "kind": "text",
        "value": "Hello",
        "required": True,
        "placeholder": None,
        "options": [],
        "min_length": 2,
        "max_length": 9,
        "least": 0,
        "most": 0,
        "long": True,
    }
    assert (short["long"], short["required"], short["placeholder"], short["value"]) == (
        False,
        False,
        "Here",
        "",
    )


def test_choices_of_a_form() -> None:
    described = radio("Monday", "Friday", chosen="Friday")
    described["options"][0]["description"] = "The first"
    shown = drawn_form(
        label(described, "When"),
        label(group("Tea", "Milk", "Jam", chosen="Jam", min_values=1, max_values=2), "What"),
        label(checkbox(default=True), "Sure"),
        label(select("One", "Two", required=False), "Which"),
        label(people(max_values=2, default_values=[{"type": "user", "id": "2"}]), "Who"),
    )
    when, what, sure, which, who = shown["fields"]
    assert (when["kind"], when["value"]) == ("radio", "Friday")
    assert when["options"] == [{"label": "Monday", "about": "The first"}, {"label": "Friday", "about": None}]
    assert (what["kind"], what["value"], what["least"], what["most"]) == ("checkboxes", ["Jam"], 1, 2)
    assert (sure["kind"], sure["value"], sure["required"]) == ("checkbox", True, False)
    assert (which["kind"], which["value"], which["required"]) == ("select", [], False)
    assert (who["kind"], who["value"], who["most"]) == ("people", ["Derek Holloway"], 2)
    assert who["options"][0] == {"label": "Amina Yusuf", "about": None}
