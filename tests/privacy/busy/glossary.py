"""The glossary: words that she wrote under her name and changed, and that others changed after her."""

from __future__ import annotations

from dataclasses import replace

from bot.glossary.rules.term import Term
from tests.privacy.busy.cast import CONTACT, HER_REASON, LAST
from tests.privacy.town import HER, HER_NAME, HERE, Town


async def glossary(town: Town, week: int) -> None:
    """She writes three words; her contact changes one of them, and takes words in from a file.

    She would like everyone to see a word; that of the last week still waits when she goes.
    """
    keeping = town.features.glossary_keeping
    her, contact = (await town.member(HER)).id, (await town.member(CONTACT)).id
    if week in (1, 5, LAST):
        word = _word(f"Step {week}", by=HER_NAME)
        await keeping.put(HERE, word, who=her, reason=HER_REASON)
    if week == 6:
        hers = next(term for term in await keeping.terms(HERE) if term.name == "Step 5")
        await keeping.put(HERE, replace(hers, plain="One thing after another.", by=""), who=contact)
        await keeping.hide(HERE, hers.id, who=her, reason=HER_REASON)
    if week == 7:
        preview = await keeping.read_in(HERE, b"term,plain\nBaseline,How things were before we began.\n")
        await keeping.take_in(HERE, preview, who=contact)
    if week in (3, LAST):
        await _shows(town)


async def _shows(town: Town) -> None:
    term, *_ = await town.features.glossary_keeping.terms(HERE)
    account = town.account(HER)
    notice = await town.features.showing.press(HERE, account, term.id)
    anyway = [button for button in notice.buttons if button.action == "questions:say-anyway"]
    for button in anyway:
        await town.features.questions.saying.send_anyway(HERE, account, button.token)


def _word(name: str, by: str) -> Term:
    return Term(
        id="",
        name=name,
        shorts=(),
        also=(),
        theme="nhs",
        plain="One of the things that you do in turn.",
        precise="",
        example="",
        said="",
        related=(),
        source="",
        by=by,
        checked_on=None,
        is_checked_by_lay=False,
        is_official=False,
    )
