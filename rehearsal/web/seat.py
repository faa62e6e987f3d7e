"""One person's socket: sends what changed on her screen, and does what she asks."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from aiohttp import web

from rehearsal.forms import Form, Typed
from rehearsal.person import Person
from rehearsal.screen import Outcome
from rehearsal.web import picture, wishes
from rehearsal.web.conversation import Conversation, refused
from rehearsal.web.mirror import Mirror
from rehearsal.web.parts import Json
from rehearsal.web.production import Production
from rehearsal.web.wishes import PersonWish
from rehearsal.world.errors import CannotSee, CannotUse, ClientRefusal
from rehearsal.world.files import Upload
from rehearsal.world.model import Channel

if TYPE_CHECKING:
    from rehearsal.web.room import PracticeRoom

#: A real client has one form open; what is older than these was left behind.
MOST_FORMS = 16


class Seat(Conversation[PersonWish]):
    """`who` sits here: her display name, or the first part of it."""

    def __init__(self, room: PracticeRoom, socket: web.WebSocketResponse, who: str) -> None:
        """Raises LookupError when nobody is called so."""
        super().__init__(room, socket)
        room.production.rehearsal.person(who)
        self._who = who
        self._numbers = count(1)
        self._forms: dict[str, Form] = {}
        self._person: Person
        self._mirror: Mirror

    def meet(self, production: Production) -> list[Json]:
        """Says hello; forms of another world are gone."""
        world = production.rehearsal.world
        self._person = production.rehearsal.person(self._who)
        self._mirror = Mirror(world, self._person)
        self._forms.clear()
        return [picture.hello(world, self._person)]

    def news(self) -> list[Json]:
        """What changed on her screen."""
        return self._mirror.news()

    def understand(self, frame: str) -> PersonWish:
        """A person's wish."""
        return wishes.of_person(frame)

    async def deal(self, wish: PersonWish) -> Json:
        """The outcome of the wish, or why her client refuses it."""
        production = self.room.production
        person = production.rehearsal.person(self._who)
        try:
            if isinstance(wish, wishes.Suggest):
                return await _suggestions(person, wish)
            outcome = await self._outcome(person, wish)
        except ClientRefusal as refusal:
            return refused(wish.re, str(refusal))
        if production is not self.room.production:
            return refused(wish.re, "the practice room was started afresh")
        return {
            "type": "outcome",
            "re": wish.re,
            "message": None if outcome.message is None else str(outcome.message.id),
            "form": None if outcome.form is None else picture.form(self._keep(outcome.form), outcome.form),
            "failed": outcome.failed,
        }

    async def _outcome(self, person: Person, wish: PersonWish) -> Outcome:
        match wish:
            case wishes.Press() | wishes.Choose() | wishes.Menu() | wishes.Dismiss():
                return await _on_message(person, wish)
            case wishes.Command():
                place = _place(person, wish.place)
                return await person.use_command(wish.name, wish.options, channel=place)
            case wishes.Submit():
                return await self._submit(wish)
            case wishes.CloseForm():
                self._forms.pop(wish.form, None)
                return Outcome()
            case wishes.Say():
                return Outcome(message=await person.say(_place(person, wish.place), wish.text))
            case wishes.Suggest():
                raise AssertionError("suggestions are no outcome")
            case _:
                _beside(person, wish)
                return Outcome()

    async def _submit(self, wish: wishes.Submit) -> Outcome:
        """A form goes from the screen when it was sent and answered, and stays when sending failed."""
        form = self._forms.get(wish.form)
        if form is None:
            raise CannotUse("the form has gone from the screen")
        outcome = await form.submit({label: _typed(value) for label, value in wish.values.items()})
        if outcome.failed is None:
            self._forms.pop(wish.form, None)
        return outcome

    def _keep(self, form: Form) -> str:
        form_id = f"form-{next(self._numbers)}"
        self._forms[form_id] = form
        while len(self._forms) > MOST_FORMS:
            del self._forms[next(iter(self._forms))]
        return form_id


def _typed(value: str | bool | list[str] | list[wishes.File] | None) -> Typed:
    """What she filled in; of files their names and bytes."""
    if not isinstance(value, list):
        return value
    files = [Upload(each.name, each.content) for each in value if isinstance(each, wishes.File)]
    return files or [each for each in value if isinstance(each, str)]


async def _on_message(
    person: Person, wish: wishes.Press | wishes.Choose | wishes.Menu | wishes.Dismiss
) -> Outcome:
    match wish:
        case wishes.Press():
            return await person.press_at(wish.message, wish.at)
        case wishes.Choose():
            return await person.choose_at(wish.message, wish.at, wish.values)
    place, found = person.find(wish.message)
    if isinstance(wish, wishes.Dismiss):
        person.dismiss(person.show(found))
        return Outcome()
    if place.id != wish.place:
        raise CannotSee("that message is not there any more")
    return await person.use_menu(wish.name, message=person.show(found), channel=place)


def _beside(
    person: Person, wish: wishes.DirectMessages | wishes.Enter | wishes.Leave | wishes.Interested
) -> None:
    """What has to do neither with a message nor with a form."""
    match wish:
        case wishes.DirectMessages():
            (person.open_direct_messages if wish.open else person.close_direct_messages)()
        case wishes.Enter():
            person.enter(_room(person, wish.place))
        case wishes.Leave():
            person.leave_voice()
        case wishes.Interested():
            person.interested(wish.event, wish.yes)


async def _suggestions(person: Person, wish: wishes.Suggest) -> Json:
    place = _place(person, wish.place)
    suggested = await person.suggestions(
        wish.name, wish.option, wish.typed, channel=place, **dict(wish.options)
    )
    choices = [{"label": label, "value": value} for label, value in suggested.choices]
    return {"type": "suggestions", "re": wish.re, "choices": choices, "failed": suggested.failed}


def _room(person: Person, place_id: int) -> Channel:
    for room, _ in person.seen_rooms():
        if room.id == place_id:
            return room
    raise CannotSee("that room is not there any more")


def _place(person: Person, place_id: int) -> Channel:
    for place in person.places():
        if place.id == place_id:
            return place
    raise CannotSee("that place is not there any more")
