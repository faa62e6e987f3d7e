"""The rehearsal without a browser: one becomes somebody, acts by typing, and sees what that person sees."""

from __future__ import annotations

import shlex
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text

from rehearsal import offers
from rehearsal.forms import Form, FormField, Typed
from rehearsal.person import Person
from rehearsal.screen import Outcome, Shown
from rehearsal.terminal import form_panel, message_panel
from rehearsal.web.production import Production
from rehearsal.world.errors import RehearsalError
from rehearsal.world.files import MAX_SIZE, Upload
from rehearsal.world.model import Channel, ChannelKind, OptionKind

_CHAT = "chat"
_FIRST_PLACE = "questions"
_YES_OR_NO: Mapping[str, bool] = {"yes": True, "no": False}
_HELP = """\
be NAME               be somebody: Amina, or Leila Haddad
look [CHANNEL]        go to a channel, and see what is there; `look chat` is the chat with the bot
press LABEL           press a button: press Ask anonymously
choose A; B           choose from a list
type LABEL: TEXT      fill in a field of the form that is open: several choices as A; B, a file by its path
send                  send the form
say TEXT              write a message
command NAME A=B      use a command: command ask
menu NAME: WORDS      choose from the menu of the message that holds these words
wait                  until the bot next does something
next day              a day goes by
people                who there is
quit                  end the rehearsal"""


class _Mistake(RehearsalError):
    """Something was typed that cannot be understood; the sentence says what to type."""


class ByHand:
    """Reads commands in plain words. Each mistake gets one sentence, and nothing happens."""

    def __init__(self, production: Production, console: Console) -> None:
        self._production = production
        self._console = console
        self._person: Person
        self._place: Channel
        self._form: Form | None = None
        self._typed: dict[str, Typed] = {}
        self._seen: dict[int, Shown] = {}
        self._commands: Mapping[str, Callable[[str], Awaitable[None]]] = {
            "be": self._be,
            "look": self._look,
            "press": self._press,
            "choose": self._choose,
            "type": self._type,
            "send": self._send,
            "say": self._say,
            "command": self._command,
            "menu": self._menu,
            "wait": self._wait,
            "next": self._next,
            "people": self._people,
            "help": self._help,
        }
        self._become(production.rehearsal.people[0])

    async def run(self, lines: AsyncIterator[str]) -> None:
        """Deals with each line, until one is `quit` or there are no more."""
        self._tell(f"You are {self._person.name}. Type `help` to see what you can do.")
        async for line in lines:
            word, _, rest = line.strip().partition(" ")
            if word == "quit":
                return
            if word:
                await self._deal(word.casefold(), rest.strip())

    async def _deal(self, word: str, rest: str) -> None:
        try:
            if word not in self._commands:
                raise _Mistake(f"There is no {word!r} here: type `help` to see what you can do.")
            await self._commands[word](rest)
        except RehearsalError as refusal:
            self._tell(_sentence(refusal))
        self._show_news()

    async def _be(self, name: str) -> None:
        for person in self._production.rehearsal.people:
            if name.casefold() in (person.name.casefold(), person.name.split()[0].casefold()):
                self._become(person)
                self._tell(f"You are {person.name}: {person.part.about}.")
                return
        raise _Mistake(f"Nobody is called {name!r}: type `people` to see who there is.")

    def _become(self, person: Person) -> None:
        places = person.places()
        self._person, self._form, self._typed = person, None, {}
        self._place = next((each for each in places if each.name == _FIRST_PLACE), places[0])
        self._seen = {shown.id: shown for shown in self._screen()}

    async def _look(self, name: str) -> None:
        places = {_name(each): each for each in self._person.places()}
        if name:
            if name not in places:
                raise _Mistake(f"{self._person.name} does not see {name!r}, but: {', '.join(places)}.")
            self._place = places[name]
        elif _name(self._place) not in places:
            raise _Mistake(f"{_name(self._place)} is not there any more, but: {', '.join(places)}.")
        messages = [self._person.show(each) for each in self._person.messages(self._place)]
        number = "1 message" if len(messages) == 1 else f"{len(messages)} messages"
        self._tell(f"{_name(self._place)}, {number}; there are: {', '.join(places)}.")
        for shown in messages:
            self._console.print(message_panel(shown))

    async def _press(self, label: str) -> None:
        self._take(await self._person.press(label, channel=self._place))

    async def _choose(self, labels: str) -> None:
        self._take(await self._person.choose(*_several(labels), channel=self._place))

    async def _type(self, text: str) -> None:
        form = self._open_form()
        for field in form.fields:
            if text.casefold().startswith(f"{field.label}:".casefold()):
                self._typed[field.label] = _value(field, text[len(field.label) + 1 :].strip())
                self._tell(f"{field.label}: it is in the form. Type `send` to send it.")
                return
        labels = ", ".join(f"`{field.label}: ...`" for field in form.fields)
        raise _Mistake(f"Say which field: type {labels}.")

    async def _send(self, _rest: str) -> None:
        outcome = await self._open_form().submit(self._typed)
        if outcome.failed is None:
            self._form = None
        self._take(outcome)

    async def _say(self, text: str) -> None:
        await self._person.say(self._place, text)

    async def _command(self, text: str) -> None:
        try:
            words = shlex.split(text)
        except ValueError:
            raise _Mistake("A quotation mark is missing.") from None
        name = " ".join(word for word in words if "=" not in word).removeprefix("/")
        given = dict(word.split("=", 1) for word in words if "=" in word)
        options = self._values(name, given)
        self._take(await self._person.use_command(name, options, channel=self._place))

    def _values(self, name: str, given: Mapping[str, str]) -> dict[str, object]:
        rehearsal, person = self._production.rehearsal, self._person
        known, below = offers.command(rehearsal.world, person.user_id, self._place, name)
        kinds = {option.name: option.kind for option in (below or known.spec).options}
        return {name: _typed(kinds.get(name), value) for name, value in given.items()}

    async def _menu(self, text: str) -> None:
        name, _, words = text.partition(":")
        shown = [self._person.show(each) for each in self._person.messages(self._place)]
        found = [each for each in shown if words.strip() and words.strip() in each.text and not each.only_you]
        if not found:
            raise _Mistake("No message here holds these words: type `menu NAME: WORDS OF THE MESSAGE`.")
        self._take(await self._person.use_menu(name.strip(), message=found[-1], channel=self._place))

    async def _wait(self, _rest: str) -> None:
        await self._production.move_until_due()
        self._tell_time()

    async def _next(self, rest: str) -> None:
        if rest.casefold() != "day":
            raise _Mistake("Type `next day`.")
        await self._production.move_to(self._production.rehearsal.world.clock.now() + timedelta(days=1))
        self._tell_time()

    async def _people(self, _rest: str) -> None:
        for person in self._production.rehearsal.people:
            self._tell(f"{person.name}: {person.part.about}")

    async def _help(self, _rest: str) -> None:
        self._tell(_HELP)

    def _open_form(self) -> Form:
        if self._form is None:
            raise _Mistake("No form is open: press something that opens one.")
        return self._form

    def _take(self, outcome: Outcome) -> None:
        """Shows what came of it, but for messages: these are news."""
        if outcome.form is not None:
            self._form, self._typed = outcome.form, {}
            self._console.print(form_panel(outcome.form))
        elif outcome.failed is not None:
            self._tell(f"{outcome.failed}.")
        elif outcome.message is not None and outcome.message == self._seen.get(outcome.message.id):
            self._console.print(message_panel(outcome.message))

    def _screen(self) -> list[Shown]:
        places = self._person.places()
        return [self._person.show(each) for place in places for each in self._person.messages(place)]

    def _show_news(self) -> None:
        for shown in self._screen():
            if self._seen.get(shown.id) != shown:
                self._console.print(message_panel(shown, changed=shown.id in self._seen))
                self._seen[shown.id] = shown

    def _tell_time(self) -> None:
        self._tell(f"It is {self._production.rehearsal.world.clock.now():%A %d %B %Y, %H:%M:%S} (UTC).")

    def _tell(self, text: str) -> None:
        self._console.print(Text(text))


def _name(place: Channel) -> str:
    return _CHAT if place.kind is ChannelKind.DIRECT else place.name


def _several(labels: str) -> list[str]:
    return [label.strip() for label in labels.split(";") if label.strip()]


def _value(field: FormField, text: str) -> Typed:
    if field.kind == "text":
        return text
    if field.kind == "checkbox":
        if text.casefold() not in _YES_OR_NO:
            raise _Mistake(f"{field.label}: type yes or no.")
        return _YES_OR_NO[text.casefold()]
    if field.kind == "files":
        return [_upload(field, each) for each in _several(text)]
    return _several(text)


def _upload(field: FormField, where: str) -> Upload:
    path = Path(where).expanduser()
    try:
        if path.stat().st_size > MAX_SIZE:
            raise _Mistake(f"{field.label}: {path.name} is too large.")
        return Upload(path.name, path.read_bytes())
    except OSError as error:
        raise _Mistake(f"{field.label}: {where} cannot be read: {error.strerror}.") from None


def _typed(kind: OptionKind | None, text: str) -> object:
    """What a person means by a word, where the command wants a number, or yes or no."""
    if kind is OptionKind.BOOLEAN:
        return _YES_OR_NO.get(text.casefold(), text)
    if kind is OptionKind.INTEGER and text.lstrip("-").isdecimal():
        return int(text)
    return text


def _sentence(refusal: RehearsalError) -> str:
    text = str(refusal)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
