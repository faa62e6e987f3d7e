"""Papers of a meeting, and a whole series that changes, as each kind of person lives through it."""

from __future__ import annotations

from pathlib import Path

from rehearsal import Outcome, Rehearsal, Shown
from tests.e2e.conftest import Log
from tests.e2e.flows import THE_FACILITATORS, THE_QUESTIONS, at, fill, labels, press, readers, seen
from tests.e2e.hands import custom_ids, forge
from tests.e2e.test_scheduling import MINUTES, TITLE, WHEN, WHERE, listed, on, schedule

NAME = "The zyzzle meeting"
PLANNED = {TITLE: NAME, WHEN: "23 March 2026 2pm"}
PAPER = {"What is it called?": "Two <b>pages</b>", "Its link": "https://papers.example.org/two"}
ALL = {TITLE: "We all meet", "At what time?": "15:30", MINUTES: "60", WHERE: "Hall"}


def channel(rehearsal: Rehearsal, name: str, begins: str, who: str = "Leila") -> list[Shown]:
    """Messages that everybody in a channel reads, and that begin so."""
    shown = rehearsal.person(who).read(name)
    return [each for each in shown if not each.only_you and each.text.startswith(begins)]


async def test_papers_are_seen_by_facilitators_first_sent_once_and_printed_by_everybody(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await on(community, "Yes, use this", await schedule(community, PLANNED))
    # The meeting is on a Monday afternoon; two days before its papers go is a Saturday.
    await community.move_to(at(13, 18))
    (card,) = channel(community, THE_FACILITATORS, "## The papers for")
    assert "by themselves, on Monday 16 March 2026, 14:00" in card.text
    assert readers(community, "The papers for") == {"Leila", "Owen", "Ruth"}
    wrong = await fill(
        community,
        "Leila",
        "Add a paper",
        {**PAPER, "Its link": "http://a.example"},
        on=card,
        channel=THE_FACILITATORS,
    )
    assert "It has to begin with https://" in wrong
    added = await fill(community, "Leila", "Add a paper", PAPER, on=card, channel=THE_FACILITATORS)
    assert "There is one paper" in added
    looked = await community.person("Owen").press("Look at it", channel=THE_FACILITATORS, message=card)
    assert "In 10 days: The zyzzle meeting" in seen(looked)
    assert "https://papers.example.org/two" in seen(looked)
    assert labels(looked)[0] == "Send it now"
    assert channel(community, THE_QUESTIONS, "## In ") == []

    await community.move_to(at(16, 15))
    (papers,) = channel(community, THE_QUESTIONS, "## In a week", "Amina")
    assert "Monday 23 March 2026, 14:00 to 16:00" in papers.text
    for who in ("Amina", "Priya", "Leila"):
        await prints(community, who, papers)
    token = custom_ids(community, THE_QUESTIONS)["Print it"].rpartition(":")[2]
    for verb in ("look", "send", "hold", "add", "out", "bring"):
        told = await forge(community, community.person("Amina"), f"papers:{verb}:{token}")
        assert "Only facilitators can do this" in seen(told)
    again = await press(community, "Owen", "Look at it", channel=THE_FACILITATORS, on=card)
    assert "In a week" in again
    await community.move_to(at(23, 15))
    assert len(channel(community, THE_QUESTIONS, "## In a week")) == 1
    assert NAME not in log.getvalue()
    assert "unexpected error" not in log.getvalue()


async def prints(rehearsal: Rehearsal, who: str, papers: Shown) -> None:
    """Somebody presses [Print it], and has a page with nothing in it that anybody could run."""
    outcome = await rehearsal.person(who).press("Print it", channel=THE_QUESTIONS, message=papers)
    assert outcome.message is not None
    assert outcome.message.only_you
    (file,) = outcome.message.files
    page = (await rehearsal.person(who).open_file(file)).decode()
    assert file.name == "papers.html"
    assert NAME in page
    assert "Two &lt;b&gt;pages&lt;/b&gt;" in page
    assert "<b>" not in page


async def test_a_whole_series_is_changed_and_cancelled_after_all_dates_were_shown(
    community: Rehearsal, log: Log
) -> None:
    rule = {TITLE: "We meet", WHEN: "second Tuesday every month 2pm", WHERE: "Room 4"}
    await on(community, "Yes, use this", await schedule(community, rule))
    there = await in_series(community)
    assert "We meet**, 6 meetings" in seen(there)
    preview = await typed(community, there, {**ALL, "At what time?": "2:30"})
    assert "14:30" in seen(preview), "it could be meant in two ways"
    preview = await typed(community, await in_series(community), ALL)
    for said in ("Tuesday 10 March 2026, 14:00 to 16:00", "Tuesday 10 March 2026, 15:30 to 16:30", "Hall"):
        assert said in seen(preview)
    assert "Nothing is saved yet" in seen(preview)
    assert "15:30" not in await listed(community)
    assert "Saved." in seen(await on(community, "Yes, use this", preview))
    # Four of the six: the others are on the next page.
    assert (await listed(community)).count("15:30 to 16:30") == 4
    moved = channel(community, THE_QUESTIONS, "## We all meet", "Amina")
    changes = [each for each in moved if "has a new time" in each.text]
    # Those within a hundred days are announced, and each of them is told once.
    assert len(changes) == len(moved) - len(changes) == 4
    question = await on(community, "Cancel all of these", await in_series(community))
    assert "cancel all 6 of these meetings" in seen(question)
    assert "These 6 meetings are cancelled" in seen(await on(community, "Yes, cancel all of them", question))
    assert "No meeting is planned" in await listed(community)
    assert "unexpected error" not in log.getvalue()


async def in_series(rehearsal: Rehearsal) -> Outcome:
    """Leila opens the series."""
    shown = await rehearsal.person("Leila").press("Meetings", channel=THE_FACILITATORS)
    return await on(rehearsal, "A whole series", shown)


async def typed(rehearsal: Rehearsal, there: Outcome, values: dict[str, str]) -> Outcome:
    """She presses [Change all of these], and fills the form in."""
    opened = await on(rehearsal, "Change all of these", there)
    assert opened.form is not None
    outcome = await opened.form.submit(values, unchecked=True)
    await rehearsal.settle()
    return outcome
