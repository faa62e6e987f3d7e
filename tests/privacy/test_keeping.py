"""What is old goes by night, and whoever has been away for long is forgotten; counted, without names."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.database import Tx
from bot.core.errors import Refused
from bot.core.notices import Line
from bot.privacy.service import Feature
from tests.privacy.town import HER, HERE, PEOPLE, Town, said


async def leaves(town: Town, number: int) -> None:
    await town.change(number, left_on=town.clock.now().date())


async def nights(town: Town, number: int) -> None:
    """Nights go by; of all but the last few only that they have been is noticed."""
    if number > 2:
        await town.passes(days=number - 2)
    for _ in range(min(number, 2)):
        await town.passes(days=1)


async def test_whoever_left_is_forgotten_after_the_communitys_period(town: Town) -> None:
    account = town.account(HER)
    await leaves(town, HER)
    await nights(town, 29)
    assert len(await town.members()) == PEOPLE
    await nights(town, 2)
    assert len(await town.members()) == PEOPLE - 1
    assert "nothing about you" in said(await town.features.my_data.show(HERE, account))
    page = await town.features.questions.asking.export_for(HERE, account)
    assert not any(page.values())


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_whoever_comes_back_in_time_is_kept(town: Town) -> None:
    await leaves(town, HER)
    await nights(town, 20)
    await town.change(HER, left_on=None)
    await nights(town, 20)
    assert len(await town.members()) == PEOPLE


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_community_chooses_how_long(town: Town) -> None:
    chosen = said(await town.features.keeping.set_periods(HERE, "5", " 400 "))
    assert "kept for 400 days" in chosen
    assert "erased after 5 days" in chosen
    await leaves(town, HER)
    await nights(town, 6)
    assert len(await town.members()) == PEOPLE - 1


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_period_that_cannot_be_is_refused(town: Town) -> None:
    for gone, forget in (("0", "365"), ("366", "365"), ("30", "29"), ("30", "3651"), ("soon", "365")):
        with pytest.raises(Refused):
            await town.features.keeping.set_periods(HERE, gone, forget)
    settings = await town.features.communities.settings(HERE)
    assert (settings.gone_after, settings.forget_after) == (30, 365)


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_what_went_is_told_to_facilitators_and_the_host_without_names(
    town: Town, log: io.StringIO
) -> None:
    assert "People who had left" not in said(await town.features.keeping.report(HERE))
    gone = (1, 2, 3, 4, 5, 6)
    accounts = [town.account(number) for number in gone]
    for number in gone[:3]:
        await leaves(town, number)
    await nights(town, 31)
    assert "People who had left: a few" in said(await town.features.keeping.report(HERE))
    for number in gone[3:]:
        await leaves(town, number)
    await nights(town, 29)
    assert "removed by night: gone 3" in log.getvalue()
    await nights(town, 2)
    report = said(await town.features.keeping.report(HERE))
    assert "People who had left" in report
    assert not any(str(account) in report + log.getvalue() for account in accounts)
    await nights(town, 32)
    assert "nothing was old enough" in said(await town.features.keeping.report(HERE))


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_each_feature_is_asked_to_forget_what_was_done_before_the_day(town: Town) -> None:
    asked: list[tuple[int, date]] = []

    async def expire(tx: Tx, community: int, before: date) -> int:
        asked.append((community, before))
        return 7

    keeping = town.features.keeping
    (people,) = (each for each in keeping._rights.named if each.name == "people")
    old = Feature("meetings", people.export_for, people.erase, expire)
    keeping._rights = replace(keeping._rights, named=(old, people))
    today = town.clock.now().date()
    await nights(town, 1)
    assert asked == [(HERE, today + timedelta(days=1) - timedelta(days=365))]
    assert (
        Line("privacy-report-went", {"kind": "meetings", "count": "7"}) in (await keeping.report(HERE)).parts
    )


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_nights_go_on_after_a_restart_and_for_a_community_that_is_new(town: Town) -> None:
    await leaves(town, HER)
    await nights(town, 15)
    await town.restart()
    await nights(town, 17)
    assert len(await town.members()) == PEOPLE - 1
