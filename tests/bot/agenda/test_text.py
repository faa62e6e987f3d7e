"""What is read about agendas fits into Discord's messages, however full an agenda is."""

from __future__ import annotations

from datetime import timedelta

import discord
import pytest

from bot.agenda.rules import LONGEST_INVITATION, Approval, rest_after
from bot.agenda.text import desk, invitation, lines, reading
from bot.agenda.text.lines import Known
from bot.core.notices import Line, Notice
from bot.core.wording import Wording
from bot.meetings.text import ON_A_PAGE, listed
from cogs import _send
from config.settings import WORDING
from tests.bot.agenda.samples import KINDS
from tests.bot.attending.samples import MEETING
from tests.bot.samples import shown_by

WORDS = Wording(WORDING)
MOST_PARTS = 40


def fits(notice: Notice) -> bool:
    """Whether Discord takes it: in its longest form, in a direct message."""
    view = _send.layout(notice, WORDS, prefix=f"{2**63 - 1}.")
    texts = [each.content for each in view.walk_children() if isinstance(each, discord.ui.TextDisplay)]
    parts = len(list(view.walk_children()))
    return sum(map(len, texts)) <= _send.MOST_TEXT and parts <= MOST_PARTS and all(texts)


def test_everything_about_agendas_fits() -> None:
    shown = [each for module in (desk, reading) for _, each in shown_by(module)]
    notices = [each for each in shown if isinstance(each, Notice)]
    assert len(notices) > 100
    assert [each for each in notices if not fits(each)] == []


def test_the_longest_invitation_fits_and_what_does_not_is_found() -> None:
    assert fits(invitation.shown("t" * 16, "m" * 16, "*" * LONGEST_INVITATION))
    assert not fits(invitation.shown("t" * 16, "m" * 16, "*" * 4_000))
    with pytest.raises(ValueError, match="40"):
        fits(Notice((Line("agenda-form-title"),) * (MOST_PARTS + 1)))


#: To what each page leads, by how many pages there are.
TURNED = {0: [], 1: [], 2: [4, 0], 3: [4, 0, 8, 4]}


@pytest.mark.parametrize("number", range(11))
def test_the_list_of_meetings_leads_to_every_agenda_and_fits(number: int) -> None:
    before = MEETING.starts_at - timedelta(days=1)
    pages = [listed([MEETING] * number, before, skip) for skip in range(0, max(number, 1), ON_A_PAGE)]
    assert all(fits(page) for page in pages)
    found = [each.action for page in pages for each in page.buttons]
    assert found.count("agenda:open") == number
    turned = [each.token for page in pages for each in page.buttons if each.action == "meetings:list"]
    assert [int(each) for each in turned] == TURNED[-(-number // ON_A_PAGE)]


@pytest.mark.parametrize("known", KINDS[Known]())
def test_every_item_is_on_one_page_of_an_agenda_with_its_button(known: Known) -> None:
    pages = [desk.agenda(known, Approval.ASKED, page) for page in range(len(known.plan.items) + 1)]
    read, buttons = set[int](), set[int]()
    for page in pages:
        read |= {
            int(part.values["number"]) for part in page.parts if getattr(part, "id", "") == "agenda-item"
        }  # type: ignore[union-attr, arg-type]
        buttons |= {int(each.values["number"]) for each in page.buttons if each.action == "agenda:item"}  # type: ignore[arg-type]
    assert read == buttons == set(range(1, len(known.plan.items) + 1))
    once = dict.fromkeys(lines.items_on(known.plan, page) for page in range(len(pages)))
    rests = [
        part
        for page in range(len(once))
        for part in pages[page].parts
        if getattr(part, "id", "") == "agenda-rest"
    ]
    assert len(rests) == (1 if rest_after(known.plan) else 0)
    first = [each.action for each in pages[0].buttons]
    assert ("agenda:open" in first) is (lines.items_on(known.plan, 0) != lines.items_on(known.plan, 99))


def test_a_meeting_that_is_on_can_be_prepared_still_and_neither_moved_nor_cancelled() -> None:
    notice = listed([MEETING], MEETING.starts_at)
    about = [each.action for each in notice.buttons if each.token == MEETING.id]
    assert about == ["agenda:open", "attending:who"]
    assert "meeting-list-on" in [each.id for each in notice.parts if isinstance(each, Line)]
