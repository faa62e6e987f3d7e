"""What is said about what is kept: every kept thing by a name of its own, small numbers in words."""

from __future__ import annotations

import re
from dataclasses import replace

from fluent.syntax import parse
from fluent.syntax.ast import Identifier, Message, Placeable, SelectExpression

from bot.attending import rules as attending
from bot.community.rules import CommunitySettings
from bot.contacts import rules as contacts
from bot.contacts.rules import Attendance, Errand, ErrandKind, Supporter, Word
from bot.core.notices import Line, Notice, Words
from bot.core.wording import DEFAULT_LOCALE, Wording
from bot.glossary.rules import history as glossary
from bot.glossary.rules.history import Change, Entry
from bot.hands import rules as hands
from bot.hands.rules import Hand, Order
from bot.meetings.rules import Meeting
from bot.nudges import rules as nudges
from bot.nudges.rules import Budget, Ledger, Nudge, Undelivered
from bot.people.rules import About, Hours, Member, Pause, PauseKind, readable
from bot.people.rules.inviting import Invitation, readable_invitation
from bot.preparation import rules as preparation
from bot.preparation.rules import Call, CallState, Card, Progress, Slot
from bot.presence import rules as presence
from bot.privacy import text
from bot.privacy.rules import pages, sections
from bot.proposals import rules as proposals
from bot.questions.rules.pauses import Pause as AskersPause
from bot.questions.rules.question import State
from bot.questions.text import Kept, export
from bot.sittings.rules import Sitting
from bot.standing_roles import rules as standing_roles
from bot.standing_roles.rules import Role, Standing
from bot.wishes import rules as wishes
from config.settings import WORDING
from tests.architecture.tree import ROOT
from tests.bot.glossary.samples import PLAIN
from tests.bot.proposals.samples import SIMPLER
from tests.bot.samples import NOW, SNOWFLAKE, _asked, _pause, question
from tests.bot.wishes.samples import PLAIN as ITEM
from tests.privacy.busy import WORK

WORDS = Wording(WORDING)


def said(notice: Notice) -> str:
    return "\n".join(WORDS.say(part) if isinstance(part, Line) else part.words for part in notice.parts)


def named(message: str) -> set[str]:
    """What a sentence of privacy.ftl has a name for."""
    file = (WORDING / DEFAULT_LOCALE / "privacy.ftl").read_text(encoding="utf-8")
    entry = next(each for each in parse(file).body if isinstance(each, Message) and each.id.name == message)
    assert entry.value is not None
    places = [each.expression for each in entry.value.elements if isinstance(each, Placeable)]
    choice = next(each for each in places if isinstance(each, SelectExpression))
    return {each.key.name for each in choice.variants if isinstance(each.key, Identifier)}


def everything() -> dict[str, dict[str, object]]:
    """All that can be kept of somebody, with nothing left out. A feature that keeps more adds it here."""
    about = About(
        *("Iona Fell", ("lay",), "The Circle", "Europe/London", Hours(), ("captions",), "A chair", ("7",)),
        permission="a facilitator",
    )
    pause = Pause(PauseKind.WEEK, NOW)
    member = Member(
        *("m1", SNOWFLAKE, SNOWFLAKE, NOW.date(), frozenset({7}), NOW, about, "m2", pause, NOW.date())
    )
    asked: AskersPause = _pause()
    known = [question(State.OUT), question(State.OUT, 2)]
    kept = Kept(SNOWFLAKE, [_asked("Why?")], {"question 1"}, {"question 2"}, asked)
    day, line = NOW.date(), Line("contact-errand-words", {"words": Words("Papers")})
    errand = Errand("e1", SNOWFLAKE, "m1", ErrandKind.PAPERS, line, day, day)
    word = Word("w1", SNOWFLAKE, "Could we talk?", NOW, "m1", keeper="m2", seen_on=day)
    standing = Standing("s1", SNOWFLAKE, "m1", Role.CHAIR, "An hour", "Ten pounds", SNOWFLAKE, day)
    notice = Notice((Words("Papers"),))
    nudge = Nudge("n1", SNOWFLAKE, "m1", "offer", notice, NOW, None, Budget.COUNTED)
    missed = Undelivered("u1", SNOWFLAKE, "m1", notice, day)
    call = Call(CallState.BOOKED, NOW)
    progress = Progress("m1", SNOWFLAKE, NOW, {Card.PART: day}, frozenset({Card.PART}), call)
    supporter = Supporter(SNOWFLAKE, "m1", "Mondays", "m2")
    invitation = Invitation(SNOWFLAKE, SNOWFLAKE, "lay", "The Circle", "m2", until=day)
    changes = [
        Change("g1", number, kind, day, "m1", "It was hard") for number, kind in enumerate(glossary.Kind, 1)
    ]
    order = Order(1, "t1", "k1", 2, 3, hands=(Hand("m1", 2),), now=Hand("m1", 1), last=2)
    sitting = Sitting("t1", SNOWFLAKE, "m1", "First", "Europe/London", NOW, NOW)
    return {
        "people": readable(member, replace(member, id="m2")),
        "contacts": contacts.readable(supporter, [word], [errand], Attendance.PHONE),
        "standing_roles": {"standing_roles": [standing_roles.readable(standing)]},
        "nudges": nudges.readable([nudge], Ledger((day,)), [missed]),
        "preparation": {**preparation.readable(progress), **preparation.calls([_slot("m1")], "m1")},
        "invitations": readable_invitation(invitation, member),
        "words": {"words": contacts.readable_words([word])},
        "offers": {"offered_by_you": [standing_roles.readable(standing)]},
        "questions": export(kept, known),
        "stumbles": {"words_looked_up": ["Audit", "ZQXT"]},
        "proposals": proposals.readable([replace(SIMPLER, member="m1", who="m1", decided_on=day)], "m1"),
        "hands": hands.readable(order, "m1"),
        "presence": presence.readable([sitting]),
        "attending": attending.readable([(Meeting("t1", SNOWFLAKE, "First", NOW), attending.Reply.COMING)]),
        "wishes": wishes.readable([ITEM], "m1"),
        "glossary": glossary.readable(changes, {"g1": Entry(PLAIN, "m1")}, {"g1": PLAIN.name}, "m1"),
    }


def _slot(member: str) -> Slot:
    """A time of her own that she has booked: both sides at once."""
    return Slot("t1", SNOWFLAKE, member, NOW, member)


def test_every_kept_thing_is_called_by_a_name() -> None:
    keys = {row.key for section in sections(everything()) for row in section.rows}
    assert len(keys) > 20
    assert keys <= named("privacy-row"), "Give it a name in privacy-row, in privacy.ftl."


def test_every_feature_has_a_heading_and_doings_in_the_busy_quarter() -> None:
    source = (ROOT / "bot" / "app" / "rights.py").read_text(encoding="utf-8")
    features = set(re.findall(r"(?:Feature|ByAccount)\(\s*\"(\w+)\"", source))
    assert features == set(everything()), "Add all that it can keep to everything()."
    assert {each.replace("_", "-") for each in features} <= named("privacy-section")
    assert features <= {work.__name__ for work in WORK}, "Add its doings to tests/privacy/busy/."


def test_the_last_page_says_what_is_not_there() -> None:
    made = pages(sections(everything()))
    assert len(made) > 1
    shown = [said(text.page(page)) for page in made]
    assert all("Only you can see it" in each for each in shown)
    assert ["what nobody can link to you" in each for each in shown] == [False] * (len(made) - 1) + [True]
    assert "The day you joined" in shown[0]


def test_pages_are_turned_one_by_one() -> None:
    made = pages(sections(everything()))
    turned = [
        [button.token for button in text.page(page).buttons if button.action == "privacy:data"]
        for page in made
    ]
    assert turned[0] == ["2"]
    assert turned[-1] == [str(len(made) - 1)]


def test_nobody_is_asked_to_press_twice_by_mistake() -> None:
    """What cannot be undone is never the button that stands out."""
    buttons = text.erase_question().buttons
    assert [(each.action, each.main) for each in buttons] == [
        ("privacy:data", True),
        ("privacy:erase-now", False),
    ]


def test_small_numbers_are_words_for_facilitators() -> None:
    shown = said(text.report(CommunitySettings(SNOWFLAKE), {"gone": 1, "contacts": 4, "nudges": 5}))
    assert "People who had left: a few" in shown
    assert "lists of what to print or say: a few" in shown
    assert "Messages: 5" in shown
