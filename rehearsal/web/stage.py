"""The stage's socket: the scenes, the time, the bot, and what the machine knows."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from aiohttp import web

from rehearsal import scenes
from rehearsal.scenes.player import Player, SceneFailed
from rehearsal.web import picture, wishes
from rehearsal.web.conversation import Conversation, refused
from rehearsal.web.mirror import ClockMirror
from rehearsal.web.parts import Json
from rehearsal.web.production import CannotDo, Production
from rehearsal.web.wishes import StageWish
from rehearsal.world.errors import RehearsalError

if TYPE_CHECKING:
    from rehearsal.web.room import PracticeRoom


class StageDoor(Conversation[StageWish]):
    """Whoever holds it leads the rehearsal; what she asks for is done even if her page goes."""

    def __init__(self, room: PracticeRoom, socket: web.WebSocketResponse) -> None:
        super().__init__(room, socket)
        self._scenes = [_listed(name) for name in scenes.names()]
        self._clock: ClockMirror
        self._told: Json | None = None

    def meet(self, production: Production) -> list[Json]:
        """Another clock; all is told anew."""
        self._clock = ClockMirror(production.rehearsal.world.clock)
        self._told = None
        return []

    def news(self) -> list[Json]:
        """The whole stage, if anything on it changed."""
        production = self.room.production
        rehearsal = production.rehearsal
        has_moved = self._clock.has_moved()
        now, due = rehearsal.world.clock.now(), rehearsal.due
        state: Json = {
            "type": "stage",
            "people": [picture.part(person) for person in rehearsal.people],
            "scenes": self._scenes,
            "bot": production.bot_state,
            "trouble": production.bot_trouble,
            "scene": _scene(production),
        }
        next_due = None if due is None or due < now else picture.moment(due)
        compared = {**state, "next_due": next_due}
        if compared == self._told and not has_moved:
            return []
        self._told = compared
        clock = {"now": picture.moment(now), "rate": rehearsal.world.clock.rate, "next_due": next_due}
        return [{**state, "clock": clock}]

    def understand(self, frame: str) -> StageWish:
        """The stage's wish."""
        return wishes.of_stage(frame)

    async def deal(self, wish: StageWish) -> Json:
        """Done, the tables, or why not."""
        return await self.room.keep(self._done(wish))

    async def _done(self, wish: StageWish) -> Json:
        try:
            if isinstance(wish, wishes.Tables):
                return await self._tables(wish.re)
            await self._doing(wish)
        except (RehearsalError, SceneFailed, OSError) as failure:
            why = self.room.production.scene_trouble if isinstance(failure, SceneFailed) else None
            return refused(wish.re, why or str(failure))
        return {"type": "done", "re": wish.re}

    def _doing(self, wish: StageWish) -> Awaitable[None]:
        production = self.room.production
        match wish:
            case wishes.Start():
                return self._start(wish.scene)
            case wishes.Afresh():
                return self.room.afresh()
            case wishes.Move():
                return production.move_to(wish.to)
            case wishes.Flow():
                return production.flow(wish.rate)
            case _:
                simple = {
                    wishes.Next: production.next_step,
                    wishes.LeaveScene: production.leave_scene,
                    wishes.UntilDue: production.move_until_due,
                    wishes.RestartBot: production.restart_bot,
                }
                return simple[type(wish)]()

    async def _start(self, scene: str) -> None:
        if scene not in scenes.names():
            raise CannotDo(f"There is no scene {scene!r}.")
        await self.room.afresh(scene)

    async def _tables(self, re: int) -> Json:
        production = self.room.production
        asked_at = picture.moment(production.rehearsal.world.clock.now())
        told = await production.tables()
        return {"type": "tables", "re": re, "asked_at": asked_at, **told}


def _listed(name: str) -> Json:
    scene = scenes.read(name)
    return {
        "name": name,
        "title": scene.title,
        "about": scene.about,
        "people": list(scene.people),
        "steps": len(scene.steps),
        "minutes": scene.minutes,
    }


def _scene(production: Production) -> Json | None:
    player = production.player
    if player is None:
        return None
    scene, following = player.scene, player.next
    return {
        "name": production.scene,
        "title": scene.title,
        "at": player.at,
        "of": len(scene.steps),
        "said": scene.steps[player.at - 1].says if player.at else None,
        "next": following.says if following else None,
        "over": following is None,
        "trouble": production.scene_trouble,
        "looks": list(scene.people),
        "opened": _opened(player),
    }


def _opened(player: Player) -> Json | None:
    """The form that the last step opened, for whoever watches; it is the scene that sends it."""
    if player.opened is None:
        return None
    person, form = player.opened
    return {"who": person.name, "form": picture.form("scene", form)}
