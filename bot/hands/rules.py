"""The order in which hands went up, who was called, and what two presses at once come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

#: As many names as are shown at once, with a button each where one of them is chosen.
MOST_NAMES = 20
_BETWEEN = "."
#: What stands for "nobody" where a hand's number is expected: they begin with 1.
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """A member's hand; `number` grows with each hand of a meeting, whatever the clock says."""

    member: str
    number: int


@dataclass(frozen=True, slots=True)
class Order:
    """The hands of a meeting that is on, the first in order first, and the message that shows them.

    `now` is whoever was called last; who was before is not kept. `last` is the number given out last.
    `key` is the message's delivery's; it is not there before it has a `message`, and was promised at `since`,
    in seconds since 1970.
    """

    community: int
    sitting: str
    key: str
    channel: int
    since: int
    message: int = 0
    hands: tuple[Hand, ...] = ()
    now: Hand | None = None
    last: int = 0

    @property
    def token(self) -> str:
        """What [Next person] carries: whom it was shown with as called, and who is next."""
        return self.token_for(self.hands[0] if self.hands else None)

    def token_for(self, hand: Hand | None) -> str:
        """What a button carries that calls this hand; None: that calls nobody."""
        return _BETWEEN.join((self.key, str(_number(self.now)), str(_number(hand))))


@dataclass(frozen=True, slots=True)
class Saw:
    """What a button was shown with: the message's key, the number of who was called, whom it calls."""

    key: str
    now: int
    number: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The order as whoever chairs reads it: mentions, the first MOST_NAMES of them, and what buttons carry.

    `tokens` call each of `names`.
    """

    key: str
    token: str
    now: str = ""
    names: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    more: bool = False


def read_token(token: str) -> Saw:
    """What a button carries; of one that was made up, what no hand has."""
    key, now, number = (*token.split(_BETWEEN), "", "")[:3]
    return Saw(key, _whole(now), _whole(number))


def raised(order: Order, member: str) -> Order:
    """Her hand goes up behind all others; one that is up stays where it is."""
    if any(each.member == member for each in order.hands):
        return order
    number = order.last + 1
    return replace(order, hands=(*order.hands, Hand(member, number)), last=number)


def lowered(order: Order, member: str) -> Order:
    """Her hand goes down, if it is up."""
    return replace(order, hands=tuple(each for each in order.hands if each.member != member))


def without(order: Order, member: str) -> Order:
    """Nothing of her is in it any more."""
    now = None if order.now is not None and order.now.member == member else order.now
    return replace(lowered(order, member), now=now)


def called(order: Order, saw: Saw) -> Order | None:
    """Whoever a button calls is called, and her hand goes down; NOBODY: who was called has spoken.

    None if it is not any more as the button was shown: somebody else was called meanwhile, or that hand went
    down. So of two presses at once one counts, and nobody loses her turn.
    """
    hand = next((each for each in order.hands if each.number == saw.number), None)
    if saw.now != _number(order.now) or (hand is None and (saw.number != NOBODY or order.hands)):
        return None
    left = tuple(each for each in order.hands if each is not hand)
    return replace(order, hands=left, now=hand)


def taken_back(order: Order, saw: Saw) -> Order | None:
    """Whoever was called has her old place again; None if she is not the one who was called last."""
    if order.now is None or saw.now != order.now.number:
        return None
    hands = lowered(order, order.now.member).hands
    return replace(order, hands=tuple(sorted((*hands, order.now), key=lambda each: each.number)), now=None)


def emptied(order: Order) -> Order:
    """No hand is up, and nobody is called."""
    return replace(order, hands=(), now=None)


def readable(order: Order | None, member: str) -> dict[str, object]:
    """What is kept of a member's hand, as she can read it; nothing if it is neither up nor was called."""
    if order is None:
        return {}
    kept = {
        "hand_is_up": any(each.member == member for each in order.hands),
        "hand_was_called": order.now is not None and order.now.member == member,
    }
    return {name: True for name, is_so in kept.items() if is_so}


def _number(hand: Hand | None) -> int:
    return NOBODY if hand is None else hand.number


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else -1
