"""The rehearsal in a terminal: a column for each person, holding what that person sees."""

from __future__ import annotations

import re

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rehearsal.forms import Form, FormField
from rehearsal.person import Person
from rehearsal.scenes.player import Player
from rehearsal.scenes.script import Scene, Step
from rehearsal.screen import Shown

_ESCAPED = re.compile(r"\\(.)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_HEADING = re.compile(r"^#{1,3} (.*)$", re.MULTILINE)


class Stage:
    """Shows, after each step, what is new on everybody's screen."""

    def __init__(self, console: Console, scene: Scene, player: Player) -> None:
        self._console = console
        self._scene = scene
        self._player = player
        self._seen: dict[tuple[str, int], str] = {}

    def open(self) -> None:
        """The title, and who is who."""
        self._console.print(Rule(self._scene.title))
        self._console.print(self._scene.about)
        for person in self._player.people:
            self._console.print(Text(f"{person.name}: {person.part.about}.", style="italic"))

    def show(self, number: int, step: Step) -> None:
        """One step, and what it changed."""
        self._console.print()
        self._console.print(Text(f"{number}. {step.says}", style="bold"))
        columns = [self._news(person) for person in self._player.people]
        if not any(columns):
            self._console.print(Text("   Nothing changes on anybody's screen.", style="dim"))
            return
        table = Table(expand=True, show_edge=True, pad_edge=True)
        for person in self._player.people:
            table.add_column(f"{person.name} sees", ratio=1)
        table.add_row(*(Group(*column) for column in columns))
        self._console.print(table)

    def _news(self, person: Person) -> list[RenderableType]:
        news: list[RenderableType] = []
        for shown in self._player.sees(person):
            key = (person.name, shown.id)
            if self._seen.get(key) != shown.text:
                news.append(message_panel(shown, changed=key in self._seen))
                self._seen[key] = shown.text
        opened = self._player.opened
        if opened is not None and opened[0] is person:
            news.append(form_panel(opened[1]))
        return news


def message_panel(shown: Shown, *, changed: bool = False) -> Panel:
    """A message as it is on somebody's screen."""
    body = [readable(shown.text)]
    if shown.buttons:
        body.append(Text(" ".join(f"[{button.label}]" for button in shown.buttons), style="cyan"))
    if shown.only_you:
        body.append(Text("Only you can see this.", style="italic"))
    if changed:
        body.append(Text("(edited)", style="dim"))
    return Panel(Group(*body), title=shown.author, title_align="left")


def form_panel(form: Form) -> Panel:
    """A form that nobody has filled in yet."""
    body = [Text(form.title, style="bold")]
    if form.text:
        body.append(readable(form.text))
    for field in form.fields:
        body.append(Text.assemble((field.label, "bold"), f"\n{field.description or ''}\n"))
        body.append(Text(_blank(field), style="dim"))
    return Panel(Group(*body), title="a form opens", title_align="left", style="green")


def _blank(field: FormField) -> str:
    """What stands in the place that is to be filled in."""
    if field.kind == "text":
        return f"[ up to {field.max_length} characters ]"
    if field.kind in ("people", "roles", "channels"):
        return f"[ {field.kind} ]"
    if field.kind == "files":
        return "[ a file on this computer ]" if field.max_values == 1 else "[ files on this computer ]"
    return " ".join(f"[ {option} ]" for option in field.options) or "[ ]"


def readable(text: str) -> Text:
    """Discord's markup as a terminal shows it: headings and bold are bold, quotations have a bar."""
    marked = _HEADING.sub(r"**\1**", text).replace(">>> ", "▏ ")
    result = Text()
    for index, piece in enumerate(_BOLD.split(marked)):
        result.append(_ESCAPED.sub(r"\1", piece), style="bold" if index % 2 else "")
    return result
