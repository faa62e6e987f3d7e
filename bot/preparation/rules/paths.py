"""What a community composed: which cards, how many days before, with which words of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.community.rules import CommunitySettings
from bot.preparation.rules.cards import Card, PathOf, Step, offered, standing

#: Both fit on one message, with the card's own sentences, even with every character escaped.
LONGEST_OWN = 1_000
LONGEST_PAID = 200


def _of(path: PathOf) -> tuple[Step, ...]:
    return tuple(standing(card) for card in offered(path))


#: Ready to use. Professional members get their three; facilitators can add the cards of everybody.
_PROFESSIONAL = tuple(standing(card) for card in (Card.NEW, Card.QUESTIONED, Card.ASKED))


@dataclass(frozen=True, slots=True)
class Composed:
    """A community's two paths; `own` are its words on a card, `paid` those about payment, by box.

    Of a card that is on no path the words are kept: it may be put in again.
    """

    id: int
    lay: tuple[Step, ...] = _of(PathOf.LAY)
    professional: tuple[Step, ...] = _PROFESSIONAL
    own: Mapping[Card, str] = field(default_factory=dict)
    paid: Mapping[str, str] = field(default_factory=dict)

    def steps(self, path: PathOf) -> tuple[Step, ...]:
        """The steps of a path, the first card first.

        Whose side nobody knows gets, of the lay path, what is for everybody.
        """
        if path is PathOf.PROFESSIONAL:
            return self.professional
        return tuple(step for step in self.lay if path is PathOf.LAY or step.card in offered(PathOf.OPEN))

    def step(self, path: PathOf, card: Card) -> Step | None:
        """Where a card stands on a path, or None if it does not."""
        return next((step for step in self.steps(path) if step.card is card), None)

    def put(self, path: PathOf, step: Step) -> Composed:
        """With a card at its place on a path, moved there if it was on it."""
        without = (each for each in self.steps(path) if each.card is not step.card)
        return self._with(path, tuple(sorted((*without, step), key=_place)))

    def take_out(self, path: PathOf, card: Card) -> Composed:
        """Without a card on a path."""
        return self._with(path, tuple(each for each in self.steps(path) if each.card is not card))

    def say(self, card: Card, words: str) -> Composed:
        """With a community's own words on a card; none, if they are empty."""
        kept = {each: said for each, said in self.own.items() if each is not card}
        return replace(self, own={**kept, card: words} if words else kept)

    def _with(self, path: PathOf, steps: tuple[Step, ...]) -> Composed:
        return replace(self, professional=steps) if path is PathOf.PROFESSIONAL else replace(self, lay=steps)


def defaults(community: int) -> Composed:
    """What a community starts with."""
    return Composed(community)


def path_of(settings: CommunitySettings, group: str) -> PathOf:
    """On which path a member is, by the key of her main role group; empty: she would rather not say."""
    if settings.group(group) is None:
        return PathOf.OPEN
    return PathOf.LAY if settings.is_lay(group) else PathOf.PROFESSIONAL


def _place(step: Step) -> tuple[int, int]:
    return (1, step.days) if step.card is Card.TALK else (0, -step.days)
