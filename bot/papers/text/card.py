"""What facilitators press and read about papers."""

from __future__ import annotations

from bot.core.notices import Button, Choice, Field, Form, Line, Notice, Words
from bot.meetings.rules import LONGEST_LINK, shown
from bot.papers.rules import LONGEST_BRING, LONGEST_TITLE, Papers, Sheet, State
from bot.papers.text import said
from bot.papers.text.message import message

_LOOK, _PRINT = "papers-button-look", "papers-button-print"
_AS_IT_STANDS = {
    State.HELD: "papers-card-held",
    State.MISSED: "papers-card-missed",
    State.PROMISED: "papers-card-gone",
    State.SENT: "papers-card-gone",
}


def card(papers: Papers) -> Notice:
    """The card in the facilitators' channel, as it is now."""
    key = papers.card_key
    look = Button("papers:look", _LOOK, key, main=not papers.has_gone)
    add = Button("papers:add", "papers-button-add", key)
    parts = (_title(papers), said.when(papers.meeting), _stands(papers))
    if papers.has_gone:
        return Notice(parts, (look, add))
    hold = (Button("papers:hold", "papers-button-hold", key),) if papers.state is State.WAITING else ()
    return Notice(parts, (look, Button("papers:send", "papers-button-send", key), *hold, add))


def cancelled(papers: Papers) -> Notice:
    """The card of a meeting that is cancelled."""
    return Notice((_title(papers), Line("papers-card-cancelled")))


def look(sheet: Sheet) -> Notice:
    """[Look at it]: what everybody reads, with what facilitators can do."""
    papers, key = sheet.papers, sheet.papers.key
    buttons = [Button("papers:print", _PRINT, key), Button("papers:add", "papers-button-add", key)]
    if papers.links:
        buttons.append(Button("papers:out", "papers-button-out", key))
    buttons.append(Button("papers:bring", "papers-button-bring", key))
    if not papers.has_gone:
        buttons.insert(0, Button("papers:send", "papers-button-send", key, main=True))
    if papers.state is State.WAITING:
        buttons.append(Button("papers:hold", "papers-button-hold", key, new_row=True))
    return Notice((Line("papers-shown"), *message(sheet).parts), tuple(buttons))


def sent(*, already: bool) -> Notice:
    """[Send it now]."""
    return Notice((Line("papers-sent-already" if already else "papers-sent"),))


def held() -> Notice:
    """[Do not send it]."""
    return Notice((Line("papers-held"),))


def added(papers: Papers) -> Notice:
    """There is a paper more."""
    return Notice((Line("papers-added", {"count": len(papers.links)}),), _on_it(papers))


def taken_out(papers: Papers) -> Notice:
    """There is a paper less."""
    return Notice((Line("papers-taken-out", {"count": len(papers.links)}),), _on_it(papers))


def bring_kept(papers: Papers) -> Notice:
    """What people are told to bring."""
    some = "yes" if papers.bring else "no"
    said_so = Line("papers-bring-kept", {"some": some, "bring": Words(papers.bring)})
    return Notice((said_so,), _on_it(papers))


def form_add(papers: Papers) -> Form:
    """[Add a paper]."""
    title = Field("title", "papers-form-title", "papers-form-title-hint", LONGEST_TITLE, "line")
    link = Field("link", "papers-form-link", "papers-form-link-hint", LONGEST_LINK, "line")
    return Form("papers:add", papers.key, "papers-form-add", (title, link))


def form_out(papers: Papers) -> Form:
    """[Take a paper out], where there is one."""
    options = tuple((str(at), Words(each.title)) for at, each in enumerate(papers.links))
    which = Choice("which", "papers-form-which", "papers-form-which-hint", options, "")
    return Form("papers:out", papers.key, "papers-form-out", (which,))


def form_bring(papers: Papers) -> Form:
    """[What to bring]."""
    hint, kept = "papers-form-bring-hint", papers.bring
    box = Field("bring", "papers-form-bring-what", hint, LONGEST_BRING, "line", kept, required=False)
    return Form("papers:bring", papers.key, "papers-form-bring", (box,))


def errand(papers: Papers) -> Line:
    """What a contact reads who is to print them for somebody without Discord."""
    meeting = papers.meeting
    at, title = shown(meeting.starts_at, meeting.zone), Words(meeting.title)
    return Line(
        "papers-errand",
        {"title": title, "weekday": at.weekday, "day": at.day, "month": at.month, "year": at.year},
    )


def _title(papers: Papers) -> Line:
    return Line("papers-card-title", {"title": Words(papers.meeting.title)})


def _stands(papers: Papers) -> Line:
    if papers.state in _AS_IT_STANDS:
        return Line(_AS_IT_STANDS[papers.state])
    if papers.due is None:
        return Line("papers-card-by-hand")
    return said.dated("papers-card-goes", papers.due, papers.meeting.zone)


def _on_it(papers: Papers) -> tuple[Button, ...]:
    key = papers.key
    return (Button("papers:look", _LOOK, key), Button("papers:add", "papers-button-add", key))
